import type { UnseenRestriction } from '@samenspel/accountability'
import type { Agenda, FellAway, FreeTime } from '@samenspel/agenda'
import type { OpenCase } from '@samenspel/family-case'
import type { FamilyId, Id, LocationId, MeetingWay, OrganisationId, PersonId } from '@samenspel/kernel'
import type { LocationUse, NewLocation, Organisation, Practitioner } from '@samenspel/register'
import type { Opening, Tracks } from '@samenspel/safety'

/** Practitioners, organisations and places that a case names. */
export type Directory = {
  readonly practitioner: (id: PersonId) => Practitioner | undefined
  readonly organisation: (id: OrganisationId) => Organisation | undefined
  readonly place: (id: LocationId) => NewLocation | undefined
  /** When a place is open, and its rooms; what usually holds where nobody said. */
  readonly use: (id: LocationId) => LocationUse
  /** Why an appointment of this family that is proposed or confirmed can't go on as it stands; nobody reads it but who plans. */
  readonly fallen: (appointmentId: Id) => FellAway['because'] | undefined
  /** What they offer of those who are asked for what fits nowhere; nothing of anybody else. */
  readonly offers: (id: PersonId) => readonly FreeTime[]
  /** Whether a practice card of this case stands where colleagues find it, and was not taken away since. */
  readonly onShelf: (cardId: Id) => boolean
  /** How their talks by picture begin; a reader learns it with an appointment of their own only. */
  readonly meetingWay: (id: PersonId) => MeetingWay | undefined
}

/** All that is known of one family: what the gate looks at, and nobody behind it. */
export type CaseRecord = {
  readonly familyId: FamilyId
  readonly file: OpenCase
  readonly agenda: Agenda
  /** What the gate of `tracks.ts` looks at, and no other. */
  readonly tracks: Tracks
  /** Records of this family that were opened in an emergency. */
  readonly openings: readonly Opening[]
  readonly directory: Directory
  /** Entries of which the processing is restricted now (GDPR 18). */
  readonly restricted: ReadonlySet<Id>
  /** The same of what who asked it doesn't see: notes of safety tracks. */
  readonly restrictedUnseen: readonly UnseenRestriction[]
}
