import type { Category, IsoDate, LocalTime, LocationId, PersonId, Subject, Zone } from '@samenspel/kernel'
import type { AppointmentId, Ask, Fact } from '../terms.ts'

/** Where it is: a place of the register, one that somebody wrote down, at home, or by picture. */
export type ElsewherePlace =
  | { readonly kind: 'known'; readonly place: LocationId }
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'home' }
  | { readonly kind: 'digital' }

/** An appointment that was made outside Samenspel: a letter from a hospital, a talk at school. It stands where it stands. */
export type ElsewhereDetails = {
  readonly appointmentId: AppointmentId
  /** What it is for, in a few words of who entered it. */
  readonly label: string
  readonly date: IsoDate
  /** To the minute: others don't keep to quarters of an hour. */
  readonly start: LocalTime
  readonly end: LocalTime
  readonly place: ElsewherePlace
  /** Who of the family goes. */
  readonly attendees: readonly PersonId[]
  /** Travel minutes between home and the place; 0 at home. */
  readonly homeMinutes: number
  /** The label of what it is about; it has the label `planning` besides, as every appointment. */
  readonly category: Category
  /** The family arranged it itself. */
  readonly selfArranged: boolean
}

export type ElsewhereEvent =
  | (Fact & ElsewhereDetails & { readonly type: 'ElsewhereAppointmentAdded' })
  /** The whole of it as it is from now on, still about the same person. */
  | (Fact & ElsewhereDetails & { readonly type: 'ElsewhereAppointmentChanged' })
  | (Fact & { readonly type: 'ElsewhereAppointmentRemoved'; readonly appointmentId: AppointmentId })

/** `subject`: whom it is about, from who goes. `members`: the persons of this family. */
type AskElsewhere = Ask & ElsewhereDetails & { readonly subject: Subject; readonly members: readonly PersonId[]; readonly zone: Zone }

export type ElsewhereCommand =
  | (AskElsewhere & { readonly type: 'AddElsewhereAppointment' })
  /** `coordinates`: who asks coordinates this family. `newId`: for when it turns out to be about somebody else, which is another appointment. */
  | (AskElsewhere & { readonly type: 'ChangeElsewhereAppointment'; readonly coordinates: boolean; readonly newId: AppointmentId })
  | (Ask & { readonly type: 'RemoveElsewhereAppointment'; readonly appointmentId: AppointmentId; readonly coordinates: boolean })
