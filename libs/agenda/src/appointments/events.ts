import type { Zone } from '@samenspel/kernel'
import type { AppointmentId, Ask, Fact } from '../terms.ts'

/** How an appointment went. */
export type Outcome = 'tookPlace' | 'moved' | 'couldNotCome' | 'unknown'

export type AppointmentsEvent =
  /** `late`: see `isLate`. */
  | (Fact & { readonly type: 'AppointmentCancelled'; readonly appointmentId: AppointmentId; readonly late: boolean })
  | (Fact & { readonly type: 'AppointmentMadeDigital'; readonly appointmentId: AppointmentId })
  | (Fact & { readonly type: 'OutcomeRecorded'; readonly appointmentId: AppointmentId; readonly outcome: Outcome })

export type AppointmentsCommand =
  | (Ask & { readonly type: 'CancelAppointment'; readonly appointmentId: AppointmentId; readonly zone: Zone })
  /** `violations`: what the family's day and the calendars say against it, from `digitalViolations`. */
  | (Ask & { readonly type: 'MakeDigital'; readonly appointmentId: AppointmentId; readonly violations: readonly string[]; readonly zone: Zone })
  | (Ask & { readonly type: 'RecordOutcome'; readonly appointmentId: AppointmentId; readonly outcome: Outcome; readonly zone: Zone })
