/**
 * A referral, in the stream `referral-<id>`: who refers whom, what was seen and said, what became of it. Its id is that of the family
 * whose case it may become, and its people keep their ids: so it is sealed with the keys of that family from the first moment on, and
 * erasing somebody of the family erases them here (decision 063).
 */
import type { Id, IsoDate, Jurisdiction, OrganisationId, PersonId } from '@samenspel/kernel'
import type { Fact, Judging, Request } from '../fact.ts'
import type { ReferredChild, ReferredParent, Referrer } from '../people.ts'
import type { SignalGroup, Ticked } from '../checklist.ts'

export const urgencies = ['ordinary', 'soon', 'urgent'] as const
export type Urgency = (typeof urgencies)[number]

/** By which way it came: the public form, a link that was sent, somebody signed in, a talk or a letter that a specialist typed in, a question that was asked before. */
export const channels = ['form', 'link', 'account', 'phone', 'mail', 'consultation'] as const
export type Channel = (typeof channels)[number]

/** How triage ends. Where to, when it is elsewhere, is said in words; a choice between providers begins where `caseStarted` or `referredElsewhere` does. */
export const outcomes = ['caseStarted', 'adviceEnough', 'referredElsewhere', 'withdrawn'] as const
export type Outcome = (typeof outcomes)[number]

/** To whom it was sent, and how. @property organisation the one that receives */
export type Reception = { readonly organisation: OrganisationId; readonly jurisdiction: Jurisdiction; readonly channel: Channel; readonly urgency: Urgency }

/** In people's own words. @property family what the family asks itself @property story what who refers has to tell @property urgencyReason why it can't wait */
export type Story = { readonly family?: string; readonly story?: string; readonly urgencyReason?: string }

export type NewReferral = Reception & { readonly referrer: Referrer; readonly child: ReferredChild; readonly parents: readonly ReferredParent[]; readonly ticked: readonly Ticked[] } & Story

/** A parent's yes or no to telling who referred what became of it. */
export type FeedbackWord = { readonly agreed: boolean; readonly how: string; readonly on: IsoDate }

export type ReferralEvent =
  | Fact<'ReferralReceived', Reception>
  | Fact<'ReferrerNoted', Referrer>
  | Fact<'ChildReferred', ReferredChild>
  | Fact<'ParentReferred', ReferredParent>
  | Fact<'ChecklistFilled', { group: SignalGroup; signals: readonly string[] }>
  | Fact<'StoryTold', Story>
  | Fact<'ReferralTakenUp'>
  | Fact<'OpinionGiven', { opinionId: Id; text: string }>
  | Fact<'FirstTalkNoted', { on: IsoDate }>
  | Fact<'FeedbackWordNoted', FeedbackWord>
  | Fact<'FeedbackGiven', { feedbackId: Id; text: string }>
  | Fact<'ReferralClosed', { outcome: Outcome }>
  | Fact<'OutcomeExplained', { text: string }>
  | Fact<'ReferralReopened'>

export type ReferralCommand =
  | Request<'ReceiveReferral', NewReferral>
  /** By the specialist who will see to it; also from a colleague who had taken it. */
  | Request<'TakeUpReferral'>
  | Request<'GiveOpinion', Judging & { opinionId: Id; text: string }>
  /** The first talk with the family: it ends the waiting. */
  | Request<'NoteFirstTalk', { on: IsoDate }>
  | Request<'NoteFeedbackWord', { person: PersonId } & FeedbackWord>
  | Request<'GiveFeedback', { feedbackId: Id; text: string }>
  /** `words`: the advice, where to, or why; none when a case is started, which speaks for itself. */
  | Request<'CloseReferral', Judging & { outcome: Outcome; words?: string }>
  /** Not after a case was started. */
  | Request<'ReopenReferral'>

/** Every event of the stream, with the version that is written today and how long it is kept. */
export const referralEvents: Readonly<Record<ReferralEvent['type'], { readonly version: number; readonly retention: 'care-record' | 'coordination' }>> = {
  ReferralReceived: { version: 1, retention: 'coordination' },
  ReferrerNoted: { version: 1, retention: 'care-record' },
  ChildReferred: { version: 1, retention: 'care-record' },
  ParentReferred: { version: 1, retention: 'care-record' },
  ChecklistFilled: { version: 1, retention: 'care-record' },
  StoryTold: { version: 1, retention: 'care-record' },
  ReferralTakenUp: { version: 1, retention: 'coordination' },
  OpinionGiven: { version: 1, retention: 'care-record' },
  FirstTalkNoted: { version: 1, retention: 'coordination' },
  FeedbackWordNoted: { version: 1, retention: 'care-record' },
  FeedbackGiven: { version: 1, retention: 'care-record' },
  ReferralClosed: { version: 1, retention: 'coordination' },
  OutcomeExplained: { version: 1, retention: 'care-record' },
  ReferralReopened: { version: 1, retention: 'coordination' },
}
