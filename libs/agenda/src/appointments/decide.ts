import { isSameWay, nothingToDo, record, refuse, refuseMeetingWay, type Decision } from '@samenspel/kernel'
import type { Agenda } from '../state.ts'
import { hasCome } from '../checks.ts'
import type { ProposalsEvent } from '../proposals/events.ts'
import type { Appointment } from '../proposals/state.ts'
import { appointmentStatus } from '../statuses.ts'
import type { AppointmentsCommand, AppointmentsEvent } from './events.ts'
import { isLate } from './late.ts'
import { completeReinstatement, reinstate, releaseReinstatement } from './reinstate.ts'

type As<Type extends AppointmentsCommand['type']> = Extract<AppointmentsCommand, { readonly type: Type }>

/**
 * Refusals: `unknown-appointment`, `not-confirmed`, `appointment-moved`, `appointment-cancelled`, `outcome-known`, `already-begun`, `not-yet-begun`,
 * `digital-not-allowed`, `digital-not-possible` (with `rule`), `not-with-you`, `not-digital`, `link-invalid`; those of `reinstate`.
 */
export const decideAppointments = (command: AppointmentsCommand, agenda: Agenda): Decision<AppointmentsEvent | ProposalsEvent> => {
  const appointment = agenda.proposals.appointments.get(command.appointmentId)
  if (appointment === undefined) return refuse('unknown-appointment')
  const status = appointmentStatus(agenda, appointment)
  if (status === 'proposed' || status === 'dropped') return refuse('not-confirmed')
  if (appointment.course.kind === 'replaced') return refuse('appointment-moved')
  switch (command.type) {
    case 'CancelAppointment': return cancel(command, appointment)
    case 'MakeDigital': return makeDigital(command, appointment, agenda)
    case 'RecordOutcome': return recordOutcome(command, appointment)
    case 'GiveMeetingWay': return giveMeetingWay(command, appointment)
    case 'ReinstateAppointment': return reinstate(command, appointment, agenda)
    case 'CompleteReinstatement': return completeReinstatement(command, appointment, agenda)
    case 'ReleaseReinstatement': return releaseReinstatement(command, appointment)
  }
}

const cancel = (command: As<'CancelAppointment'>, { subject, date, start, course }: Appointment): Decision<AppointmentsEvent> => {
  const { by, at, zone, appointmentId } = command
  if (course.kind === 'cancelled') return course.reinstating === undefined ? nothingToDo : refuse('being-confirmed')
  if (course.kind === 'known') return refuse('outcome-known')
  if (hasCome(date, start, zone, at)) return refuse('already-begun')
  return record({ type: 'AppointmentCancelled', subject, by, at, appointmentId, late: isLate(date, start, zone, at) })
}

const makeDigital = (command: As<'MakeDigital'>, appointment: Appointment, { needs }: Agenda): Decision<AppointmentsEvent> => {
  const { by, at, zone, appointmentId, check: { violations, minding } } = command
  const { subject, date, start, course, modality, needId } = appointment
  if (course.kind === 'cancelled') return refuse('appointment-cancelled')
  if (course.kind === 'known') return refuse('outcome-known')
  if (hasCome(date, start, zone, at)) return refuse('already-begun')
  if (modality.kind === 'digital') return nothingToDo
  if (!needs.byId.get(needId)?.modalities.some(({ kind }) => kind === 'digital')) return refuse('digital-not-allowed')
  const [rule] = violations
  if (rule !== undefined) return refuse('digital-not-possible', { rule })
  return record({ type: 'AppointmentMadeDigital', subject, by, at, appointmentId, ...(minding !== undefined && { minding }) })
}

const recordOutcome = (command: As<'RecordOutcome'>, { subject, date, start, course }: Appointment): Decision<AppointmentsEvent> => {
  const { by, at, zone, appointmentId, outcome } = command
  if (course.kind === 'cancelled') return refuse('appointment-cancelled')
  if (course.kind === 'known' && course.outcome === outcome) return nothingToDo
  if (!hasCome(date, start, zone, at)) return refuse('not-yet-begun')
  return record({ type: 'OutcomeRecorded', subject, by, at, appointmentId, outcome })
}

const giveMeetingWay = (command: As<'GiveMeetingWay'>, { subject, course, modality, practitioners, meeting }: Appointment): Decision<AppointmentsEvent> => {
  const { by, at, appointmentId, way } = command
  if (!practitioners.includes(by.person)) return refuse('not-with-you')
  if (course.kind === 'cancelled') return refuse('appointment-cancelled')
  if (modality.kind !== 'digital') return refuse('not-digital')
  if (isSameWay(meeting, way)) return nothingToDo
  return (way === undefined ? undefined : refuseMeetingWay(way)) ?? record({ type: 'MeetingWayGiven', subject, by, at, appointmentId, ...(way !== undefined && { way }) })
}
