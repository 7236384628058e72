/** Contributions: what a professional saw and heard, as a quick note or in the four parts of the practice stories. */
import type { Category, IsoDate, Subject } from '@samenspel/kernel'
import type { Fact, Request } from '../fact.ts'

export const settings = ['home', 'group', 'ward', 'practice', 'digital', 'outdoors'] as const
/** Where it happened. */
export type Setting = (typeof settings)[number]

export const windowsOfTolerance = ['below', 'within', 'above'] as const
/** Where the child was in its window of tolerance: shut down, at ease, or overwhelmed. */
export type WindowOfTolerance = (typeof windowsOfTolerance)[number]

export type NewContribution = {
  readonly id: string
  readonly kind: 'note' | 'fourPart'
  readonly category: Category
  readonly setting: Setting
  readonly occurredOn: IsoDate
  readonly situation: string
  readonly parentsTold?: string
  readonly whatWeDo?: string
  /** What the behaviour may mean. */
  readonly possibleMeaning?: string
  readonly childsVoice?: string
  /** One plain line for the parents. */
  readonly forParents?: string
  readonly window?: WindowOfTolerance
}

export type ContributionEvent =
  | Fact<'ContributionAdded', NewContribution>
  /** A statement beside the original, which stays as it was (P-03). */
  | Fact<'ContributionCorrected', { id: string; contributionId: string; category: Category; text: string }>

export type ContributionCommand =
  /** `confidence`: a young person told it in confidence, so that it is marked as such from the first moment on, for a reason (G-12). */
  | Request<'AddContribution', NewContribution & { subject: Subject; confidence?: { readonly safeguardId: string; readonly reason: string } }>
  | Request<'CorrectContribution', { id: string; contributionId: string; text: string }>
