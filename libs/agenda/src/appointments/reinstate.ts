/**
 * Taking a cancellation back. The time was free meanwhile, so that it has to be held anew in the calendar of each professional:
 * all of them, or nothing changes. As with a bundle, the agenda alone decides, and the calendars follow.
 */
import { isOver, nothingToDo, record, refuse, type Decision, type IsoInstant, type Zone } from '@samenspel/kernel'
import { hasCome, overlapOnDay } from '../checks.ts'
import { hasMargin, holdSeconds, later } from '../proposals/holding.ts'
import type { ProposalsEvent } from '../proposals/events.ts'
import { calendarsFor, currentHold, type Appointment, type Cancelled } from '../proposals/state.ts'
import type { Agenda } from '../state.ts'
import { appointmentsWith, partsOf, proposalsWith } from '../statuses.ts'
import { ofTheCase, type Ask } from '../terms.ts'
import type { AppointmentsCommand, AppointmentsEvent, NotReinstatedBecause } from './events.ts'

/** How long, in hours, whoever cancelled can take it back. */
export const undoHours = 24

type As<Type extends AppointmentsCommand['type']> = Extract<AppointmentsCommand, { readonly type: Type }>

/** Until when a cancellation can be taken back: a day, and never after the appointment's own time. */
export const undoUntil = ({ at }: Pick<Cancelled, 'at'>): IsoInstant => later(at, undoHours * 3_600)

/** Whether who asks is the one who cancelled, or types it in after their word. */
const isWhoCancelled = ({ by }: Ask, { by: who }: Cancelled): boolean => by.person === who.person || (who.onBehalfOf !== undefined && by.person === who.onBehalfOf)

/** Whether a cancellation can still be taken back at a moment, as far as time goes. */
export const isUndoable = ({ date, start, course }: Pick<Appointment, 'date' | 'start' | 'course'>, zone: Zone, at: IsoInstant): boolean =>
  course.kind === 'cancelled' && !isOver(undoUntil(course), at) && !hasCome(date, start, zone, at)

/** Refusals: `not-cancelled`, `not-yourself`, `undo-too-late`, `already-begun`, `planned-anew`, `being-confirmed`. */
export const reinstate = (command: As<'ReinstateAppointment'>, appointment: Appointment, agenda: Agenda): Decision<AppointmentsEvent> => {
  const { by, at, zone, appointmentId, holdId } = command
  const { course, subject, date, start } = appointment
  if (course.kind === 'as-planned') return nothingToDo
  if (course.kind !== 'cancelled') return refuse('not-cancelled')
  if (!isWhoCancelled(command, course)) return refuse('not-yourself')
  if (course.reinstating !== undefined) return nothingToDo
  if (hasCome(date, start, zone, at)) return refuse('already-begun')
  if (!isUndoable(appointment, zone, at)) return refuse('undo-too-late')
  const instead = standsInstead(appointment, agenda)
  if (instead !== undefined) return refuse(instead)
  return record({ type: 'ReinstatementStarted', subject, by, at, appointmentId, holdId, expiresAt: later(at, holdSeconds) })
}

/** Refusals: `not-reinstating`, `planned-anew`, `being-confirmed`, `holds-missing`, `holds-too-short`. */
export const completeReinstatement = ({ by, at, appointmentId, held }: As<'CompleteReinstatement'>, appointment: Appointment, agenda: Agenda): Decision<AppointmentsEvent | ProposalsEvent> => {
  const { course, subject } = appointment
  const holdId = currentHold(appointment)
  if (course.kind === 'as-planned') return nothingToDo
  if (course.kind !== 'cancelled' || course.reinstating === undefined) return refuse('not-reinstating')
  const instead = standsInstead(appointment, agenda)
  if (instead !== undefined) return refuse(instead)
  if (!calendarsFor(appointment).every((practitioner) => held.some((hold) => hold.appointmentId === holdId && hold.practitioner === practitioner))) return refuse('holds-missing')
  if (!hasMargin(course.reinstating.expiresAt, at)) return refuse('holds-too-short')
  // What lies with the family for the same wish, or for the same hour, can't be said yes to any more.
  const crossed = proposalsWith(agenda, 'sent').filter(({ proposalId }) => partsOf(agenda, proposalId).some((part) => isInTheWay(part, appointment)))
  return record<AppointmentsEvent | ProposalsEvent>(
    { type: 'AppointmentReinstated', subject, by, at, appointmentId, holdId },
    ...crossed.map(({ proposalId }): ProposalsEvent => ({ type: 'ProposalWithdrawn', subject: ofTheCase, by, at, proposalId, because: 'other-confirmed' })),
  )
}

export const releaseReinstatement = ({ by, at, appointmentId, because }: As<'ReleaseReinstatement'>, appointment: Appointment): Decision<AppointmentsEvent> => {
  const { course, subject } = appointment
  return course.kind === 'cancelled' && course.reinstating !== undefined
    ? record({ type: 'ReinstatementReleased', subject, by, at, appointmentId, holdId: currentHold(appointment), because })
    : nothingToDo
}

/** Why it can't come back beside what the family has meanwhile; nothing when it can. */
export const standsInstead = (appointment: Appointment, agenda: Agenda): Extract<NotReinstatedBecause, 'planned-anew'> | 'being-confirmed' | undefined => {
  if (agenda.needs.byId.get(appointment.needId)?.withdrawn !== false) return 'planned-anew'
  if (appointmentsWith(agenda, 'confirmed', 'tookPlace', 'unknown').some((other) => isInTheWay(other, appointment))) return 'planned-anew'
  return proposalsWith(agenda, 'confirming').some(({ proposalId }) => partsOf(agenda, proposalId).some((part) => isInTheWay(part, appointment))) ? 'being-confirmed' : undefined
}

/** For the same wish, or for somebody who would have to be in two places at once. */
const isInTheWay = (other: Appointment, { appointmentId, needId, date, start, end, attendees }: Appointment): boolean =>
  other.appointmentId !== appointmentId && (other.needId === needId
    || (overlapOnDay({ date: other.date, from: other.start, to: other.end }, { date, from: start, to: end }) && other.attendees.some((person) => attendees.includes(person))))
