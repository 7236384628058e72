import { added, type Recorded } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { ContributionEvent, NewContribution, NewQuestion, StatedEntry } from './events.ts'

export type Contribution = Labelled & NewContribution
/** A statement that stands beside an entry, or what was answered to one. */
export type Correction = Labelled & { readonly id: string; readonly entry: StatedEntry; readonly text: string; readonly answers?: string }

/** A question to a colleague. Its answers are entries of their own. */
export type Question = Labelled & NewQuestion & { readonly closed?: Recorded }
export type QuestionAnswer = Labelled & { readonly answerId: string; readonly questionId: string; readonly text: string }

export type Contributions = {
  readonly all: readonly Contribution[]
  readonly corrections: readonly Correction[]
  readonly questions: readonly Question[]
  readonly answers: readonly QuestionAnswer[]
}

export const noContributions: Contributions = { all: [], corrections: [], questions: [], answers: [] }

export const evolveContributions = (contributions: Contributions, event: ContributionEvent): Contributions => {
  switch (event.type) {
    case 'ContributionAdded':
      return { ...contributions, all: added(contributions.all, entryOf(event)) }
    case 'ContributionCorrected': {
      const { subject, by, at, category, id, contributionId, text } = event
      return { ...contributions, corrections: added(contributions.corrections, { subject, by, at, category, id, entry: { kind: 'contribution', id: contributionId }, text }) }
    }
    case 'StatementAdded':
      return { ...contributions, corrections: added(contributions.corrections, entryOf(event)) }
    case 'ColleagueAsked':
      return { ...contributions, questions: added(contributions.questions, entryOf(event)) }
    case 'ColleagueAnswered':
      return { ...contributions, answers: added(contributions.answers, entryOf(event)) }
    case 'ColleagueQuestionClosed': {
      const { questionId, by, at } = event
      return { ...contributions, questions: contributions.questions.map((question) => question.questionId === questionId ? { ...question, closed: { by, at } } : question) }
    }
  }
}
