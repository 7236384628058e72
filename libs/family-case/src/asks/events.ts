/**
 * What a parent may ask at any time about who helps, and about the file itself: another coordinator, another provider, or no shared file.
 * Care goes on whatever is asked, and whatever comes of it.
 */
import type { Category, Id, PersonId, Subject } from '@samenspel/kernel'
import type { Fact, Request } from '../fact.ts'
import type { SpokenWords } from '../plan/events.ts'

export const askKinds = ['otherCoordinator', 'otherProvider', 'noSharedFile'] as const
export type AskKind = (typeof askKinds)[number]

/** What was agreed: another one comes, or the same one stays after the talk. Without a shared file: how care goes on. */
export const askOutcomes = ['another', 'stays', 'careGoesOn'] as const
export type AskOutcome = (typeof askOutcomes)[number]

/**
 * `about`: from whom a parent wants to change. `through`: with whom that parent wants to talk, where it is about who coordinates.
 * `words`: why, for who wants to say so. `noes`: what shut the file, each a no of its own among the consents.
 */
export type NewAsk = {
  readonly askId: Id
  readonly kind: AskKind
  readonly parent: PersonId
  readonly about?: PersonId
  readonly through?: PersonId
  readonly words?: string
  readonly noes?: readonly Id[]
  readonly spoken?: SpokenWords
}

type Label = { readonly category: Category }

export type AskEvent =
  | Fact<'AskMade', NewAsk & Label>
  /** With whom the parent talked brought it to who coordinates. */
  | Fact<'AskPassed', { askId: Id } & Label>
  /** `words`: what was agreed, for the parent to read. */
  | Fact<'AskAnswered', { askId: Id; outcome: AskOutcome; words: string } & Label>
  | Fact<'AskWithdrawn', { askId: Id } & Label>

/** What shuts the file: an id for the no about each subject of which that parent has a say (`decidedBy`). */
export type ShutFile = { readonly noes: readonly { readonly consentId: Id; readonly subject: Subject }[]; readonly howExplained: string }

export type AskCommand =
  /** By a parent in person, or noted by somebody of the team who heard it. */
  | Request<'MakeAsk', Omit<NewAsk, 'noes'> & { readonly shut?: ShutFile }>
  /** By whom the parent chose to talk with. */
  | Request<'PassAsk', { askId: Id }>
  | Request<'AnswerAsk', { askId: Id; outcome: AskOutcome; words: string }>
  /** By who asked, or noted for them. What was shared before stays shut: it is shared anew, or not. */
  | Request<'WithdrawAsk', { askId: Id; spoken?: SpokenWords }>
