/** Appointments that were made outside Samenspel: facts of the family's week, which proposals give way to. */
import { isSameSubject, longestLine, nothingToDo, record, refuse, refuseText, without, type Decision } from '@samenspel/kernel'
import { firstRefusal, hasCome, hasDouble, overlapOnDay, refuseDate, refuseTimes } from '../checks.ts'
import type { ProposalsEvent } from '../proposals/events.ts'
import { releaseAll } from '../proposals/decide.ts'
import type { Agenda } from '../state.ts'
import { partsOf, proposalsWith } from '../statuses.ts'
import type { ElsewhereCommand, ElsewhereDetails, ElsewhereEvent } from './events.ts'
import type { ElsewhereAppointment } from './state.ts'

/** The longest way to a place that can be written down, in minutes. */
export const longestWay = 240

type As<Type extends ElsewhereCommand['type']> = Extract<ElsewhereCommand, { readonly type: Type }>
type Decided = Decision<ElsewhereEvent | ProposalsEvent>

/**
 * Refusals: `appointment-known`, `text-empty`, `text-too-long`, `date-invalid`, `time-invalid`, `times-reversed`, `in-the-past`, `attendance-missing`,
 * `not-of-this-family`, `travel-invalid`, `unknown-appointment`, `appointment-cancelled`, `not-yours`.
 */
export const decideElsewhere = (command: ElsewhereCommand, agenda: Agenda): Decided => {
  const known = agenda.elsewhere.get(command.appointmentId)
  switch (command.type) {
    case 'AddElsewhereAppointment': return known === undefined ? add(command, agenda) : refuse('appointment-known')
    case 'ChangeElsewhereAppointment': return changeIt(command, agenda, known)
    case 'RemoveElsewhereAppointment': return remove(command, known)
  }
}

const add = (command: As<'AddElsewhereAppointment'>, agenda: Agenda): Decided =>
  refuseDetails(command) ?? record<ElsewhereEvent | ProposalsEvent>({ ...without(command, 'type', 'members', 'zone'), type: 'ElsewhereAppointmentAdded' }, ...proposalsIn(command, agenda))

const changeIt = (command: As<'ChangeElsewhereAppointment'>, agenda: Agenda, known: ElsewhereAppointment | undefined): Decided => {
  const refused = refuseTouching(command, known) ?? refuseDetails(command)
  if (refused !== undefined) return refused
  if (known === undefined) return refuse('unknown-appointment')
  const { by, at, newId, subject } = command
  const details = without(command, 'type', 'members', 'zone', 'coordinates', 'newId')
  if (isSameSubject(subject, known.subject)) {
    return isSame(command, known) ? nothingToDo : record<ElsewhereEvent | ProposalsEvent>({ ...details, type: 'ElsewhereAppointmentChanged' }, ...proposalsIn(command, agenda))
  }
  // Who may know of it follows from whom it is about: what was somebody else's stays theirs, and this is a new one.
  return record<ElsewhereEvent | ProposalsEvent>(
    { type: 'ElsewhereAppointmentRemoved', subject: known.subject, by, at, appointmentId: known.appointmentId },
    { ...details, type: 'ElsewhereAppointmentAdded', appointmentId: newId }, ...proposalsIn(command, agenda),
  )
}

const remove = (command: As<'RemoveElsewhereAppointment'>, known: ElsewhereAppointment | undefined): Decided => {
  if (known?.isRemoved === true) return nothingToDo
  const refused = refuseTouching(command, known)
  if (refused !== undefined) return refused
  const { by, at, appointmentId } = command
  return known === undefined ? refuse('unknown-appointment') : record({ type: 'ElsewhereAppointmentRemoved', subject: known.subject, by, at, appointmentId })
}

const refuseTouching = ({ by, coordinates }: As<'ChangeElsewhereAppointment' | 'RemoveElsewhereAppointment'>, known: ElsewhereAppointment | undefined) => {
  if (known === undefined) return refuse('unknown-appointment')
  if (known.isRemoved) return refuse('appointment-cancelled')
  return coordinates || by.person === known.by.person ? undefined : refuse('not-yours')
}

const refuseDetails = ({ label, date, start, end, place, attendees, homeMinutes, members, zone, at }: As<'AddElsewhereAppointment' | 'ChangeElsewhereAppointment'>) => firstRefusal(
  () => refuseText('label', label, longestLine),
  () => refuseDate('date', date),
  () => refuseTimes({ from: start, to: end }),
  () => hasCome(date, end, zone, at) ? refuse('in-the-past') : undefined,
  () => place.kind === 'written' ? refuseText('place', place.text, longestLine) : undefined,
  () => attendees.length === 0 || hasDouble(attendees) ? refuse('attendance-missing') : undefined,
  () => attendees.every((person) => members.includes(person)) ? undefined : refuse('not-of-this-family'),
  () => Number.isInteger(homeMinutes) && homeMinutes >= 0 && homeMinutes <= longestWay ? undefined : refuse('travel-invalid', { longest: longestWay }),
)

const fieldsOf = ({ label, date, start, end, place, attendees, homeMinutes, category, selfArranged }: ElsewhereDetails): string =>
  JSON.stringify([label, date, start, end, place, attendees.toSorted(), homeMinutes, category, selfArranged])
const isSame = (a: ElsewhereDetails, b: ElsewhereDetails): boolean => fieldsOf(a) === fieldsOf(b)

/** Nobody says yes to a time at which they are elsewhere: a proposal that asks it can't be had any more. What is fixed already stays. */
const proposalsIn = (command: As<'AddElsewhereAppointment' | 'ChangeElsewhereAppointment'>, agenda: Agenda): readonly ProposalsEvent[] => {
  const { date, start, end, attendees } = command
  const touched = proposalsWith(agenda, 'sent', 'confirming').filter(({ proposalId }) => partsOf(agenda, proposalId).some((part) =>
    overlapOnDay({ date: part.date, from: part.start, to: part.end }, { date, from: start, to: end }) && part.attendees.some((person) => attendees.includes(person))))
  return releaseAll(command, agenda, touched, 'family-elsewhere')
}
