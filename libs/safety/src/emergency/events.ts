/**
 * Emergency access (L-10), in one stream for the whole installation, `emergency-accesses`: how often somebody opened a record in an
 * emergency, and whether it was looked at afterwards, counts across families. The subject is the case: about whom it was is sealed.
 */
import type { FamilyId, Id, PersonId, Subject, Zone } from '@samenspel/kernel'
import type { Fact, Request } from '../fact.ts'

/** How long a record stays open, in hours. */
export const openHours = 4
/** How often in a civil day of the case one professional may open one. */
export const mostADay = 3
/** How often in 24 hours somebody may seek without finding. */
export const mostAttempts = 5
/** Days within which an opening must have been looked at; after that, who opened it opens none. */
export const reviewDays = 5

export const emergencyReasons = ['lifeInDanger', 'severeInjury', 'missing', 'other'] as const
export type EmergencyReason = (typeof emergencyReasons)[number]

export const judgments = ['justified', 'partly', 'notJustified'] as const
export type Judgment = (typeof judgments)[number]

export type NewOpening = {
  readonly openingId: Id
  readonly familyId: FamilyId
  /** Whose record, as the case knows this person. */
  readonly about: Extract<Subject, { readonly person: PersonId }>
  readonly reason: EmergencyReason
  readonly words: string
}

export type EmergencyEvent =
  | Fact<'AccessOpened', NewOpening>
  /** Somebody sought and found nobody. What was typed is nowhere. */
  | Fact<'AccessSought'>
  | Fact<'AccessReviewed', { openingId: Id; judgment: Judgment; words: string }>

export type EmergencyCommand =
  /** `secondFactor`: whether this session was opened with one. `zone`: of the case. */
  | Request<'OpenAccess', NewOpening & { secondFactor: boolean; zone: Zone }>
  | Request<'SeekAccess', { secondFactor: boolean }>
  | Request<'ReviewAccess', { openingId: Id; judgment: Judgment; words: string }>

/** Every event of the stream, with the version that is written today. It is kept as long as the access log that it explains. */
export const emergencyEvents: Readonly<Record<EmergencyEvent['type'], { readonly version: number; readonly retention: 'access-log' }>> = {
  AccessOpened: { version: 1, retention: 'access-log' },
  AccessSought: { version: 1, retention: 'access-log' },
  AccessReviewed: { version: 1, retention: 'access-log' },
}
