import type { Id, IsoInstant, MeetingWay, Zone } from '@samenspel/kernel'
import type { Minding, WantedHold } from '../proposals/events.ts'
import type { AppointmentId, Ask, Fact } from '../terms.ts'

/** How an appointment went. */
export type Outcome = 'tookPlace' | 'moved' | 'couldNotCome' | 'unknown'

/** The planner's rules that an appointment would break if it were digital at its time, and who would mind the child. */
export type DigitalCheck = { readonly violations: readonly string[]; readonly minding?: Minding }

export type AppointmentsEvent =
  /** `late`: see `isLate`. */
  | (Fact & { readonly type: 'AppointmentCancelled'; readonly appointmentId: AppointmentId; readonly late: boolean })
  /** `minding`: who minds the child now that the parents are at home; absent when nobody needs to. */
  | (Fact & { readonly type: 'AppointmentMadeDigital'; readonly appointmentId: AppointmentId; readonly minding?: Minding })
  | (Fact & { readonly type: 'OutcomeRecorded'; readonly appointmentId: AppointmentId; readonly outcome: Outcome })
  /** How this one begins by picture; without `way` in the usual way of the professional. */
  | (Fact & { readonly type: 'MeetingWayGiven'; readonly appointmentId: AppointmentId; readonly way?: MeetingWay })
  /** Whoever cancelled takes it back: the calendars are asked to hold its time anew, as `holdId`, until `expiresAt`. */
  | (Fact & { readonly type: 'ReinstatementStarted'; readonly appointmentId: AppointmentId; readonly holdId: Id; readonly expiresAt: IsoInstant })
  /** Written only while every calendar holds its time. */
  | (Fact & { readonly type: 'AppointmentReinstated'; readonly appointmentId: AppointmentId; readonly holdId: Id })
  | (Fact & { readonly type: 'ReinstatementReleased'; readonly appointmentId: AppointmentId; readonly holdId: Id; readonly because: NotReinstatedBecause })

/** `planned-anew`: meanwhile the family planned something else in its place. */
export type NotReinstatedBecause = 'slot-taken' | 'no-longer-offered' | 'took-too-long' | 'planned-anew'

export type AppointmentsCommand =
  | (Ask & { readonly type: 'CancelAppointment'; readonly appointmentId: AppointmentId; readonly zone: Zone })
  /** `check`: what the family's week and the calendars say about it, from `checkDigital`. */
  | (Ask & { readonly type: 'MakeDigital'; readonly appointmentId: AppointmentId; readonly check: DigitalCheck; readonly zone: Zone })
  | (Ask & { readonly type: 'RecordOutcome'; readonly appointmentId: AppointmentId; readonly outcome: Outcome; readonly zone: Zone })
  | (Ask & { readonly type: 'GiveMeetingWay'; readonly appointmentId: AppointmentId; readonly way?: MeetingWay })
  /** `holdId`: a new id, under which the calendars hold the time. */
  | (Ask & { readonly type: 'ReinstateAppointment'; readonly appointmentId: AppointmentId; readonly holdId: Id; readonly zone: Zone })
  /** `held`: what the calendars hold, read after the state of the agenda was. */
  | (Ask & { readonly type: 'CompleteReinstatement'; readonly appointmentId: AppointmentId; readonly held: readonly WantedHold[] })
  | (Ask & { readonly type: 'ReleaseReinstatement'; readonly appointmentId: AppointmentId; readonly because: NotReinstatedBecause })
