import { entryOf, type Labelled } from '../fact.ts'
import type { ContributionEvent, NewContribution } from './events.ts'

export type Contribution = Labelled & NewContribution
/** A statement that stands beside a contribution. */
export type Correction = Labelled & { readonly id: string; readonly contributionId: string; readonly text: string }

export type Contributions = { readonly all: readonly Contribution[]; readonly corrections: readonly Correction[] }

export const noContributions: Contributions = { all: [], corrections: [] }

export const evolveContributions = (contributions: Contributions, event: ContributionEvent): Contributions => {
  switch (event.type) {
    case 'ContributionAdded':
      return { ...contributions, all: [...contributions.all, entryOf(event)] }
    case 'ContributionCorrected':
      return { ...contributions, corrections: [...contributions.corrections, entryOf(event)] }
  }
}
