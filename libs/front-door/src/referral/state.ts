import { without, type ErasedFact, type Id, type IsoDate, type IsoInstant, type PersonId, type Recorded, type Subject } from '@samenspel/kernel'
import { saidIn } from '../fact.ts'
import type { SignalGroup } from '../checklist.ts'
import { aboutChild, type ReferredChild, type ReferredParent, type Referrer } from '../people.ts'
import type { FeedbackWord, Outcome, Reception, ReferralEvent, Story } from './events.ts'

export type TickedSignals = { readonly subject: Subject; readonly group: SignalGroup; readonly signals: readonly string[] }
export type Opinion = Recorded & { readonly opinionId: Id; readonly text: string }
/** Somebody's last word on feedback. @property agreed a word that was erased counts as no: forgetting never opens */
export type NotedWord = { readonly agreed: boolean; readonly noted?: FeedbackWord & Recorded }

export type Referral = Reception & Recorded & {
  readonly referrer?: Referrer
  readonly child?: ReferredChild
  readonly parents: readonly ReferredParent[]
  readonly ticked: readonly TickedSignals[]
  readonly story: Story
  /** Who sees to it. */
  readonly takenUp?: { readonly by: PersonId; readonly at: IsoInstant }
  readonly opinions: readonly Opinion[]
  readonly firstTalkOn?: IsoDate
  readonly feedbackWords: ReadonlyMap<PersonId, NotedWord>
  readonly feedback?: Recorded & { readonly feedbackId: Id; readonly text: string }
  readonly closed?: Recorded & { readonly outcome: Outcome; readonly words?: string }
}

export const evolveReferral = (referral: Referral | undefined, event: ReferralEvent): Referral | undefined => {
  const { by, at } = event
  if (event.type === 'ReferralReceived') {
    const { organisation, jurisdiction, channel, urgency } = event
    return { by, at, organisation, jurisdiction, channel, urgency, parents: [], ticked: [], story: {}, opinions: [], feedbackWords: new Map() }
  }
  if (referral === undefined) return undefined
  switch (event.type) {
    case 'ReferrerNoted': return { ...referral, referrer: saidIn(event) }
    case 'ChildReferred': return { ...referral, child: saidIn(event) }
    case 'ParentReferred': return { ...referral, parents: [...referral.parents, saidIn(event)] }
    case 'ChecklistFilled': return { ...referral, ticked: [...referral.ticked, { subject: event.subject, group: event.group, signals: event.signals }] }
    case 'StoryTold': return { ...referral, story: saidIn(event) }
    case 'ReferralTakenUp': return { ...referral, takenUp: { by: by.person, at } }
    case 'OpinionGiven': return { ...referral, opinions: [...referral.opinions, { by, at, opinionId: event.opinionId, text: event.text }] }
    case 'FirstTalkNoted': return { ...referral, firstTalkOn: event.on }
    case 'FeedbackWordNoted': return { ...referral, feedbackWords: wordOf(referral, event.subject, { agreed: event.agreed, noted: { by, at, agreed: event.agreed, how: event.how, on: event.on } }) }
    case 'FeedbackGiven': return { ...referral, feedback: { by, at, feedbackId: event.feedbackId, text: event.text } }
    case 'ReferralClosed': return { ...referral, closed: { by, at, outcome: event.outcome } }
    case 'OutcomeExplained': return referral.closed === undefined ? referral : { ...referral, closed: { ...referral.closed, words: event.text } }
    case 'ReferralReopened': return without(referral, 'closed')
  }
}

/** What somebody said about feedback stays a no when it was erased; everything else is as if it had never been said. */
export const evolveErasedReferral = (referral: Referral | undefined, { type, subject }: ErasedFact): Referral | undefined =>
  referral === undefined || type !== 'FeedbackWordNoted' ? referral : { ...referral, feedbackWords: wordOf(referral, subject, { agreed: false }) }

const wordOf = ({ feedbackWords }: Referral, subject: Subject, word: NotedWord): Referral['feedbackWords'] =>
  subject.kind === 'adult' ? new Map(feedbackWords).set(subject.person, word) : feedbackWords

/** Whether who referred may be told what became of it: a parent said yes, and none said no. */
export const mayTellReferrer = ({ feedbackWords }: Referral): boolean => {
  const words = [...feedbackWords.values()]
  return words.some(({ agreed }) => agreed) && words.every(({ agreed }) => agreed)
}

/** Which parents said yes to being referred, by what who refers wrote. */
export const agreeingParents = ({ parents }: Referral): readonly ReferredParent[] => parents.filter(({ agrees }) => agrees === 'yes')

/** About whom a referral is: the child; of one that was erased, nobody. */
export const aboutReferral = ({ child }: Pick<Referral, 'child'>): Subject => child === undefined ? { kind: 'case' } : aboutChild(child)
