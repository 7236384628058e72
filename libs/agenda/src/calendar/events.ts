import type { FamilyId, Id, IsoDate, IsoInstant, LocationId, Subject } from '@samenspel/kernel'
import type { AppointmentId, Ask, DatedInterval, Fact, Modality, ModalityKind, PractitionerId } from '../terms.ts'

/** Time that a professional offers, in these forms; on site at these places only. */
export type FreeTime = DatedInterval & { readonly freeTimeId: Id; readonly modalities: readonly ModalityKind[]; readonly places: readonly LocationId[] }

/** A professional's time for one part of a family's bundle. A part needs it once in the calendar of each of its professionals. */
export type HoldDetails = DatedInterval & {
  readonly appointmentId: AppointmentId
  readonly familyId: FamilyId
  readonly modality: Modality
  /** Until when the family's confirmation means to be done. The hold itself stands until it is released. */
  readonly expiresAt: IsoInstant
}

export type CalendarEvent =
  | (Fact & FreeTime & { readonly type: 'FreeTimeOffered' })
  | (Fact & { readonly type: 'FreeTimeWithdrawn'; readonly freeTimeId: Id })
  /** Under the subject of the part that it is held for, as are the three below. */
  | (Fact & HoldDetails & { readonly type: 'HoldPlaced' })
  | (Fact & { readonly type: 'HoldReleased'; readonly appointmentId: AppointmentId })
  | (Fact & { readonly type: 'HoldConfirmed'; readonly appointmentId: AppointmentId })
  | (Fact & { readonly type: 'BookingCancelled'; readonly appointmentId: AppointmentId })

export type CalendarCommand =
  /** `today`: the day of `at` in the zone of the practitioner. */
  | (Ask & FreeTime & { readonly type: 'OfferFreeTime'; readonly practitioner: PractitionerId; readonly today: IsoDate })
  | (Ask & { readonly type: 'WithdrawFreeTime'; readonly freeTimeId: Id })
  | (Ask & HoldDetails & { readonly type: 'PlaceHold'; readonly subject: Subject })
  | (Ask & { readonly type: 'ReleaseHold'; readonly appointmentId: AppointmentId })
  | (Ask & { readonly type: 'ConfirmHold'; readonly appointmentId: AppointmentId })
  | (Ask & { readonly type: 'CancelBooking'; readonly appointmentId: AppointmentId })
