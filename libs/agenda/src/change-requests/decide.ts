import { minutesOf, nothingToDo, record, refuse, refuseText, without, type Decision } from '@samenspel/kernel'
import type { Agenda } from '../state.ts'
import { firstRefusal, hasCome, hasDouble, refuseDate, refuseOffGrid, refuseOthers, refuseTimes } from '../checks.ts'
import type { Appointment } from '../proposals/state.ts'
import type { ProposalsEvent } from '../proposals/events.ts'
import { appointmentStatus, askedFor, partsOf } from '../statuses.ts'
import type { DatedInterval } from '../terms.ts'
import type { ChangeRequestsCommand, ChangeRequestsEvent, ChosenTime, OtherDay } from './events.ts'

/** The longest note with a request, in characters. */
export const longestWords = 1000
/** The most times that one request can name. */
export const mostWindows = 10

type AskOtherMoment = Extract<ChangeRequestsCommand, { readonly type: 'AskOtherMoment' }>

/**
 * Refusals: `not-yourself`, `not-asked`, `unknown-proposal`, `proposal-withdrawn`, `proposal-released`, `proposal-confirmed`, `being-confirmed`,
 * `unknown-appointment`, `not-confirmed`, `already-begun`, `text-empty`, `text-too-long`, `too-many-windows`, `date-invalid`, `time-invalid`,
 * `times-reversed`, `in-the-past`, `time-off-grid`, `wrong-length`, `modality-not-allowed`, `only-of-a-proposal`, `day-twice`, `day-unknown`, `request-known`, `unknown-request`.
 */
export const decideChangeRequests = (command: ChangeRequestsCommand, agenda: Agenda): Decision<ChangeRequestsEvent | ProposalsEvent> => {
  const request = agenda.changeRequests.get(command.requestId)
  switch (command.type) {
    case 'AskOtherMoment':
      return request === undefined ? ask(command, agenda) : refuse('request-known')
    case 'CloseChangeRequest': {
      const { by, at, requestId } = command
      if (request === undefined) return refuse('unknown-request')
      return request.isOpen ? record({ type: 'ChangeRequestClosed', subject: request.subject, by, at, requestId }) : nothingToDo
    }
  }
}

/** Asking another moment for a proposal is an answer too: it will not be confirmed over somebody's head. */
const ask = (command: AskOtherMoment, agenda: Agenda): Decision<ChangeRequestsEvent | ProposalsEvent> => {
  const { by, at, person, words, windows, proposalId } = command
  const refused = firstRefusal(
    () => refuseOthers(command, person),
    () => proposalId === undefined ? refuseAppointment(command, agenda) : refuseProposal(command, agenda),
    () => words === undefined ? undefined : refuseText('words', words, longestWords),
    () => windows.length > mostWindows ? refuse('too-many-windows', { most: mostWindows }) : undefined,
    ...windows.map((window) => () => refuseWindow(window, command)),
    () => refuseChosen(command, agenda),
    () => refuseUnsuitable(command),
    ...(command.otherDays ?? []).map((day) => () => refuseOtherDay(day, command, agenda)),
  )
  if (refused !== undefined) return refused
  const subject = { kind: 'adult', person } as const
  const answers = proposalId !== undefined && agenda.proposals.byId.get(proposalId)?.answers.get(person)?.answer !== 'otherMoment'
  return record<ChangeRequestsEvent | ProposalsEvent>(
    { ...without(command, 'zone'), type: 'OtherMomentAsked', subject },
    ...(answers ? [{ type: 'AnswerGiven', subject, by, at, proposalId, person, answer: 'otherMoment' } as const] : []),
  )
}

const refuseProposal = ({ proposalId, person }: AskOtherMoment, agenda: Agenda) => {
  const status = proposalId === undefined ? undefined : agenda.proposals.byId.get(proposalId)?.progress.status
  if (proposalId === undefined || status === undefined) return refuse('unknown-proposal')
  if (!askedFor(partsOf(agenda, proposalId)).includes(person)) return refuse('not-asked')
  if (status === 'confirming') return refuse('being-confirmed')
  return status === 'sent' ? undefined : refuse(`proposal-${status}`)
}

const refuseAppointment = ({ appointmentId, person, zone, at }: AskOtherMoment, agenda: Agenda) => {
  const appointment = appointmentId === undefined ? undefined : agenda.proposals.appointments.get(appointmentId)
  if (appointment === undefined) return refuse('unknown-appointment')
  if (!appointment.asked.includes(person)) return refuse('not-asked')
  if (appointmentStatus(agenda, appointment) !== 'confirmed') return refuse('not-confirmed')
  return hasCome(appointment.date, appointment.start, zone, at) ? refuse('already-begun') : undefined
}

const refuseChosen = (command: AskOtherMoment, agenda: Agenda) =>
  command.chosen === undefined ? undefined : refuseTime(command.chosen, agenda.proposals.appointments.get(command.appointmentId ?? ''), command, agenda)

const refuseUnsuitable = ({ unsuitable = [], proposalId }: AskOtherMoment) => {
  if (unsuitable.length > 0 && proposalId === undefined) return refuse('only-of-a-proposal')
  if (hasDouble(unsuitable.map(({ weekday, part }) => `${weekday} ${part}`))) return refuse('day-twice')
  return unsuitable.every(({ weekday, part }) => [1, 2, 3, 4, 5].includes(weekday) && ['morning', 'afternoon', 'evening'].includes(part)) ? undefined : refuse('day-unknown')
}

/** Of a part of this proposal for which this person is asked, and not twice. */
const refuseOtherDay = (day: OtherDay, command: AskOtherMoment, agenda: Agenda) => {
  const appointment = agenda.proposals.appointments.get(day.appointmentId)
  if (command.proposalId === undefined) return refuse('only-of-a-proposal')
  if (appointment?.proposalId !== command.proposalId) return refuse('unknown-appointment')
  if (!appointment.asked.includes(command.person)) return refuse('not-asked')
  if (hasDouble((command.otherDays ?? []).map(({ appointmentId }) => appointmentId))) return refuse('day-twice')
  return refuseTime(day, appointment, command, agenda)
}

/** A time that was offered is as long as the appointment, to come, and in a form that its need allows. */
const refuseTime = (chosen: ChosenTime, appointment: Appointment | undefined, { zone, at }: AskOtherMoment, agenda: Agenda) => {
  const need = appointment && agenda.needs.byId.get(appointment.needId)
  if (need === undefined) return refuse('unknown-appointment')
  return refuseDate('chosen', chosen.date) ?? refuseOffGrid(chosen)
    ?? (hasCome(chosen.date, chosen.from, zone, at) ? refuse('in-the-past') : undefined)
    ?? (minutesOf(chosen.to) - minutesOf(chosen.from) === need.minutes ? undefined : refuse('wrong-length'))
    ?? (need.modalities.some(({ kind }) => kind === chosen.modality) ? undefined : refuse('modality-not-allowed'))
}

const refuseWindow = (window: DatedInterval, { zone, at }: AskOtherMoment) =>
  refuseDate('windows', window.date) ?? refuseTimes(window)
  ?? (hasCome(window.date, window.to, zone, at) ? refuse('in-the-past') : undefined)
