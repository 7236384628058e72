import type { Id, IsoDate, LocalTime, LocationId, PersonId, Recorded, Subject } from '@samenspel/kernel'

export type NeedId = Id
export type ProposalId = Id
export type BundleId = Id
export type AppointmentId = Id
export type PractitionerId = PersonId
export type RoomId = Id

/** What every fact of this library carries: whom it is about, who recorded it, when. */
export type Fact = Recorded & { readonly subject: Subject }

/** What every command carries; `at` is the moment in which it is decided. */
export type Ask = Recorded

/** What is about the case itself, not about one person. */
export const ofTheCase: Subject = { kind: 'case' }

/** Wall-clock times of one day, `from` included, `to` excluded. */
export type Interval = { readonly from: LocalTime; readonly to: LocalTime }
export type DatedInterval = Interval & { readonly date: IsoDate }

/** How an appointment is held: at a place, at the family's home, or by picture from home. */
export type Modality =
  | { readonly kind: 'onsite'; readonly place: LocationId }
  | { readonly kind: 'home' }
  | { readonly kind: 'digital' }
export type ModalityKind = Modality['kind']

/** Minutes between two starts that the planner tries. */
export const gridMinutes = 15

/** The planner's seven numbers of burden, lighter is smaller, compared in this order (bundling cases, FORMAT 6). */
export type Burden = {
  /** Sum of the urgency of what is not planned. */
  readonly unplanned: number
  readonly restTouched: number
  readonly travelDays: number
  readonly trips: number
  readonly careDays: number
  /** Minutes of travel and of waiting. */
  readonly minutes: number
  /** Working days after the preferred date, times urgency. */
  readonly lateness: number
}
