/**
 * Safeguards: what a professional decides about what one person of the family gets to see of it. A part is shielded from somebody
 * (G-04) or given to somebody (G-03); the children's file is closed to somebody (G-05); somebody's whereabouts are kept from
 * somebody; the parents are in high conflict, or are known to disagree (G-10). Each stands with a reason until it is lifted.
 */
import type { Category, IsoDate, PersonId, Subject } from '@samenspel/kernel'
import type { Coordinating, Fact, Request } from '../fact.ts'

/** What a professional may shield from somebody, or give to somebody, one by one. What hangs below a shielded part is shielded with it. */
export const guardedKinds = [
  'contribution', 'correction', 'lifeEvent', 'dyad', 'guidingQuestion', 'goal', 'goalScore', 'agreementCard', 'action', 'factor', 'hypothesis', 'judgement', 'portOfEntry', 'overloadSignal', 'need', 'appointment', 'elsewhere',
  'member', 'teamMember', 'rhythm', 'changeRequest',
] as const
export type GuardedKind = (typeof guardedKinds)[number]

/** One part of a file. */
export type GuardedEntry = { readonly kind: GuardedKind; readonly id: string }

export type Measure =
  /** This part is not there for this person. */
  | { readonly kind: 'shield'; readonly entry: GuardedEntry; readonly from: PersonId }
  /** The file of the children is not there for this person. */
  | { readonly kind: 'closing'; readonly from: PersonId }
  /** Nothing tells `from` where or when `person` is, or that something mentions them. */
  | { readonly kind: 'protection'; readonly person: PersonId; readonly from: PersonId }
  /** Neither of the two learns from the file where or when the other is. */
  | { readonly kind: 'highConflict'; readonly persons: readonly [PersonId, PersonId] }
  /** BE: the two holders of authority are known to disagree, so that one of them alone can't say yes (G-10). */
  | { readonly kind: 'disagreement'; readonly persons: readonly [PersonId, PersonId] }
  /** This part is there for this person, who otherwise has no right to it. */
  | { readonly kind: 'release'; readonly entry: GuardedEntry; readonly to: PersonId }

export const measureKinds = ['shield', 'closing', 'protection', 'highConflict', 'disagreement', 'release'] as const satisfies readonly Measure['kind'][]

/** When somebody gave a reason. */
export const safeguardSteps = ['set', 'reviewed', 'lifted'] as const
export type SafeguardStep = (typeof safeguardSteps)[number]

export type SafeguardEvent =
  /**
   * About the case, so that it is part of nobody's record and stays when one is erased: it holds ids and a day, no words.
   * `about`: whose record the reason belongs to.
   */
  | Fact<'SafeguardSet', { safeguardId: string; measure: Measure; about: Subject; reviewOn?: IsoDate }>
  | Fact<'SafeguardReviewed', { safeguardId: string; reviewOn: IsoDate }>
  | Fact<'SafeguardLifted', { safeguardId: string }>
  /** Why: apart from the rest, since words about somebody can be erased and the measure must then still hold. */
  | Fact<'SafeguardExplained', { safeguardId: string; category: Category; step: SafeguardStep; reason: string }>

export type SafeguardCommand =
  /**
   * A release needs no day of review; everything else does. `entryBy` and `entryAbout`: who wrote the part, and about whom it is;
   * `attends`: who comes along to it. Whoever sends the command looks these up among what opened to who asks.
   */
  | Request<'SetSafeguard', Coordinating & {
      safeguardId: string
      measure: Measure
      reviewOn?: IsoDate
      reason: string
      entryBy?: PersonId
      entryAbout?: Subject
      attends?: readonly PersonId[]
    }>
  /** Still needed: it stands, and is looked at again on another day. */
  | Request<'ReviewSafeguard', Coordinating & { safeguardId: string; reviewOn: IsoDate; reason: string }>
  | Request<'LiftSafeguard', Coordinating & { safeguardId: string; reason: string }>
