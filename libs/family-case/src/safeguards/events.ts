/**
 * Safeguards: what a professional decides about what one person of the family gets to see of it. A part is shielded from somebody
 * (G-04) or given to somebody (G-03); the children's file is closed to somebody (G-05); somebody's whereabouts are kept from
 * somebody; the parents are in high conflict, or are known to disagree (G-10). Each stands with a reason until it is lifted.
 *
 * Beside these stand the decisions about what a young person keeps to themselves or opens (G-12), which professionals stay out of
 * the file (C-11), what isn't even known to be there, and what youth care exchanges (C-09). A family says no to a professional by
 * name without giving a reason.
 */
import type { Category, IsoDate, OrganisationId, PersonId, Subject } from '@samenspel/kernel'
import type { Coordinating, Fact, Request } from '../fact.ts'

/** What a professional may shield from somebody, or give to somebody, one by one. What hangs below a shielded part is shielded with it. */
export const guardedKinds = [
  'contribution', 'correction', 'lifeEvent', 'dyad', 'guidingQuestion', 'goal', 'goalScore', 'agreementCard', 'action', 'planPart', 'evaluation', 'practiceCard', 'factor', 'hypothesis', 'judgement', 'portOfEntry', 'classification', 'classificationPart', 'overloadSignal', 'need', 'appointment', 'elsewhere',
  'member', 'support', 'placement', 'teamMember', 'rhythm', 'changeRequest', 'question', 'questionAnswer',
  'meeting', 'meetingPoint', 'meetingInput', 'meetingMinutes', 'meetingReport',
] as const
export type GuardedKind = (typeof guardedKinds)[number]

/**
 * One part of a file. What is worded anew under another id is named by what stays: a line, a text or a parent's goal of the plan
 * (`planPart`) by its line, topic or parent; the practice card by the family.
 */
export type GuardedEntry = { readonly kind: GuardedKind; readonly id: string }

/** A part of the file or of the agenda, by what it is and its id. */
export type MentioningEntry = { readonly kind: string; readonly id: string }

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
  /** A young person told this in confidence: from twelve, or where they can weigh it (BE), no parent reads it (G-12). */
  | { readonly kind: 'confidence'; readonly entry: GuardedEntry }
  /** Without consent not even who coordinates learns that this part exists. */
  | { readonly kind: 'secret'; readonly entry: GuardedEntry }
  /** A young person who decides alone lets the parents read on (G-12). */
  | { readonly kind: 'openness'; readonly child: PersonId }
  /** A professional judged whether this young person can weigh what is at stake (G-12). */
  | { readonly kind: 'capacity'; readonly child: PersonId; readonly isCapable: boolean }
  /** This professional is family of the family, and so reads nothing of it at work. */
  | { readonly kind: 'ownFamily'; readonly professional: PersonId }
  /** The family, in the person of who has authority, wants this professional kept out of what others record (C-11). */
  | { readonly kind: 'exclusion'; readonly professional: PersonId; readonly saidBy: PersonId }
  /** BE: with this organisation youth care may exchange what is about this person or relation: it is needed, in their interest, and agreement was sought (C-09). */
  | { readonly kind: 'exchange'; readonly about: Subject; readonly recipient: OrganisationId; readonly agreement: ExchangeAgreement }

export const exchangeAgreements = ['obtained', 'soughtNotObtained'] as const
/** What came of asking whom an exchange is about. */
export type ExchangeAgreement = (typeof exchangeAgreements)[number]

export const measureKinds = [
  'shield', 'closing', 'protection', 'highConflict', 'disagreement', 'release', 'confidence', 'secret', 'openness', 'capacity', 'ownFamily', 'exclusion', 'exchange',
] as const satisfies readonly Measure['kind'][]

/** What stands for a while and needs another look; the rest is somebody's word, and holds until it is taken back. */
export const reviewedKinds = ['shield', 'closing', 'protection', 'highConflict', 'disagreement', 'capacity', 'exchange'] as const satisfies readonly Measure['kind'][]

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
  /**
   * Parts of the file and the agenda that tell of whom a protection protects, by the words in them. Recorded before somebody is erased: then
   * nobody knows the words any more, and what was withheld stays so. Ids alone.
   */
  | Fact<'MentionsRecorded', { safeguardId: string; entries: readonly MentioningEntry[] }>
  /** Why: apart from the rest, since words about somebody can be erased and the measure must then still hold. */
  | Fact<'SafeguardExplained', { safeguardId: string; category: Category; step: SafeguardStep; reason: string }>

export type SafeguardCommand =
  /**
   * `reviewedKinds` need a day of review. `entryBy` and `entryAbout`: who wrote the part, and about whom it is;
   * `attends`: who comes along to it. Whoever sends the command looks these up among what opened to who asks. `conditions`: of an
   * exchange, that it is needed, and that it is in the interest of whom it is about.
   */
  | Request<'SetSafeguard', Coordinating & {
      safeguardId: string
      measure: Measure
      reviewOn?: IsoDate
      reason: string
      entryBy?: PersonId
      entryAbout?: Subject
      attends?: readonly PersonId[]
      conditions?: { readonly isNeeded: boolean; readonly isInTheirInterest: boolean }
    }>
  /** Who has authority says which professional stays out, in person and without a reason. */
  | Request<'ExcludeProfessional', { safeguardId: string; professional: PersonId }>
  /** Who said so takes it back. */
  | Request<'AdmitProfessional', { safeguardId: string }>
  /** Still needed: it stands, and is looked at again on another day. */
  | Request<'ReviewSafeguard', Coordinating & { safeguardId: string; reviewOn: IsoDate; reason: string }>
  /** The software's, before somebody of the family is erased. */
  | Request<'RecordMentions', { safeguardId: string; entries: readonly MentioningEntry[] }>
  | Request<'LiftSafeguard', Coordinating & { safeguardId: string; reason: string }>
