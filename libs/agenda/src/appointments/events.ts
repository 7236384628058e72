import type { MeetingWay, Zone } from '@samenspel/kernel'
import type { Minding } from '../proposals/events.ts'
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

export type AppointmentsCommand =
  | (Ask & { readonly type: 'CancelAppointment'; readonly appointmentId: AppointmentId; readonly zone: Zone })
  /** `check`: what the family's week and the calendars say about it, from `checkDigital`. */
  | (Ask & { readonly type: 'MakeDigital'; readonly appointmentId: AppointmentId; readonly check: DigitalCheck; readonly zone: Zone })
  | (Ask & { readonly type: 'RecordOutcome'; readonly appointmentId: AppointmentId; readonly outcome: Outcome; readonly zone: Zone })
  | (Ask & { readonly type: 'GiveMeetingWay'; readonly appointmentId: AppointmentId; readonly way?: MeetingWay })
