import type { FamilyId, Id, IsoDate, IsoInstant, LocationId, Subject } from '@samenspel/kernel'
import type { AppointmentId, Ask, DatedInterval, Fact, Interval, Modality, ModalityKind, PractitionerId } from '../terms.ts'

/** From which kind of file an offer was brought in. */
export type OfferSource = 'csv' | 'ics'

/** What is offered: time in these forms; on site at these places only. */
export type Offer = DatedInterval & {
  readonly modalities: readonly ModalityKind[]
  readonly places: readonly LocationId[]
  /** From this moment on nobody plans in it any more; what was held or booked in it by then stays. */
  readonly lapsesAt?: IsoInstant
}

/** Time that a professional offers. */
export type FreeTime = Offer & {
  readonly freeTimeId: Id
  /** Offers of one series were made together, a week apart. */
  readonly series?: Id
  readonly source?: OfferSource
}

/** Days, both included, on which somebody can't be there after all; every day `between` these hours, or the whole day. */
export type Away = { readonly withdrawalId: Id; readonly from: IsoDate; readonly until: IsoDate; readonly between?: Interval }

/** A professional's time for one part of a family's bundle. A part needs it once in the calendar of each of its professionals. */
export type HoldDetails = DatedInterval & {
  readonly appointmentId: AppointmentId
  readonly familyId: FamilyId
  readonly modality: Modality
  /** Until when the family's confirmation means to be done. The hold itself stands until it is released. */
  readonly expiresAt: IsoInstant
  /** What the same family holds already and gives up once this is confirmed: it may lie in its time. Nothing else in a calendar ever overlaps. */
  readonly insteadOf?: readonly Id[]
  /** In the calendar of a room: nobody offers its time, and whether its place is open is seen to before. */
  readonly isRoom?: true
}

export type CalendarEvent =
  | (Fact & FreeTime & { readonly type: 'FreeTimeOffered' })
  | (Fact & { readonly type: 'FreeTimeWithdrawn'; readonly freeTimeId: Id })
  /** What was withdrawn is offered again, as it was. */
  | (Fact & { readonly type: 'FreeTimeRestored'; readonly freeTimeId: Id })
  /** Of all that is offered in these days nothing is offered any more; what is held or booked in them stands until it is planned anew. Why is said nowhere. */
  | (Fact & Away & { readonly type: 'TimeWithdrawn' })
  | (Fact & { readonly type: 'TimeGivenBack'; readonly withdrawalId: Id })
  /** Under the subject of the part that it is held for, as are the three below. */
  | (Fact & HoldDetails & { readonly type: 'HoldPlaced' })
  | (Fact & { readonly type: 'HoldReleased'; readonly appointmentId: AppointmentId })
  | (Fact & { readonly type: 'HoldConfirmed'; readonly appointmentId: AppointmentId })
  | (Fact & { readonly type: 'BookingCancelled'; readonly appointmentId: AppointmentId })

export type CalendarCommand =
  /** `today`: the day of `at` in the zone of the practitioner. */
  | (Ask & FreeTime & { readonly type: 'OfferFreeTime'; readonly practitioner: PractitionerId; readonly today: IsoDate })
  | (Ask & { readonly type: 'WithdrawFreeTime'; readonly freeTimeId: Id })
  /** Several changes at once: all of them, or none. */
  | (Ask & {
    readonly type: 'ChangeOffers'; readonly practitioner: PractitionerId; readonly today: IsoDate
    readonly offer: readonly FreeTime[]; readonly withdraw: readonly Id[]; readonly restore: readonly Id[]
  })
  /** `today`: as above. */
  | (Ask & Away & { readonly type: 'WithdrawTime'; readonly practitioner: PractitionerId; readonly today: IsoDate })
  | (Ask & { readonly type: 'GiveTimeBack'; readonly withdrawalId: Id })
  | (Ask & HoldDetails & { readonly type: 'PlaceHold'; readonly subject: Subject })
  | (Ask & { readonly type: 'ReleaseHold'; readonly appointmentId: AppointmentId })
  | (Ask & { readonly type: 'ConfirmHold'; readonly appointmentId: AppointmentId })
  | (Ask & { readonly type: 'CancelBooking'; readonly appointmentId: AppointmentId })
