import { entryOf, type Labelled } from '../fact.ts'
import type { ContributionEvent, NewContribution, StatedEntry } from './events.ts'

export type Contribution = Labelled & NewContribution
/** A statement that stands beside an entry, or what was answered to one. */
export type Correction = Labelled & { readonly id: string; readonly entry: StatedEntry; readonly text: string; readonly answers?: string }

export type Contributions = { readonly all: readonly Contribution[]; readonly corrections: readonly Correction[] }

export const noContributions: Contributions = { all: [], corrections: [] }

export const evolveContributions = (contributions: Contributions, event: ContributionEvent): Contributions => {
  switch (event.type) {
    case 'ContributionAdded':
      return { ...contributions, all: [...contributions.all, entryOf(event)] }
    case 'ContributionCorrected': {
      const { subject, by, at, category, id, contributionId, text } = event
      return { ...contributions, corrections: [...contributions.corrections, { subject, by, at, category, id, entry: { kind: 'contribution', id: contributionId }, text }] }
    }
    case 'StatementAdded':
      return { ...contributions, corrections: [...contributions.corrections, entryOf(event)] }
  }
}
