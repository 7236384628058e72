/** Contributions: what a professional saw and heard, as a quick note or in the four parts of the practice stories. */
import type { Category, IsoDate, PersonId, Subject } from '@samenspel/kernel'
import type { Coordinating, Fact, Request } from '../fact.ts'

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

/** What a family member may ask to keep shut: what somebody wrote about them. Who there is, and what is planned, is put right in another way. */
export const restrictableKinds = ['dyad', 'contribution', 'lifeEvent', 'guidingQuestion', 'goal', 'goalScore', 'agreementCard', 'action', 'factor', 'hypothesis', 'judgement', 'portOfEntry', 'classification', 'classificationPart', 'overloadSignal', 'meetingPoint', 'meetingInput', 'meetingMinutes', 'meetingReport'] as const
/** Beside what a family member may put own words: whatever they read that somebody else recorded, in the case file or in the agenda. */
export const statedKinds = [...restrictableKinds, 'member', 'teamMember', 'meeting', 'need', 'appointment', 'elsewhere'] as const
export type StatedKind = (typeof statedKinds)[number]

/** What a statement stands beside. */
export type StatedEntry = { readonly kind: StatedKind; readonly id: string }

export type ContributionEvent =
  | Fact<'ContributionAdded', NewContribution>
  /** A statement beside a contribution, as it was recorded before there were statements beside other entries. */
  | Fact<'ContributionCorrected', { id: string; contributionId: string; category: Category; text: string }>
  /** A statement beside the original, which stays as it was (P-03); with `answers`, what a professional says to a statement. */
  | Fact<'StatementAdded', { id: string; entry: StatedEntry; category: Category; text: string; answers?: string }>

export type ContributionCommand =
  /** `confidence`: a young person told it in confidence, so that it is marked as such from the first moment on, for a reason (G-12). */
  | Request<'AddContribution', NewContribution & { subject: Subject; confidence?: { readonly safeguardId: string; readonly reason: string } }>
  /** `entryBy`, `entryAbout`, `entryCategory`: who recorded the entry, about whom and under which label; whoever sends it looks these up among what opened. */
  | Request<'AddStatement', Stated>
  | Request<'AnswerStatement', Stated & Coordinating & { answers: string }>

type Stated = { id: string; entry: StatedEntry; text: string; entryBy: PersonId; entryAbout: Subject; entryCategory: Category }
