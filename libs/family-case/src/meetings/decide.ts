import { categories, isRefused, isTime, minutesOf, nothingToDo, record, type Decision, type PersonId } from '@samenspel/kernel'
import { isInTeam } from '../care-team/state.ts'
import { refuseChoice, refuseDay, refuseLine, refuseSafety, refuseTexts } from '../checks.ts'
import { recorded } from '../fact.ts'
import { indexSubject, isParent } from '../family/family.ts'
import { isCoordinating, refuseDoer, refuseUnknownSubject, refuseUnlessCoordinator, refuseUnlessCoordinatorOrSubstitute, refuseUnlessInTeam, refuseUnlessParent, todayOf } from '../people.ts'
import { decidePlan } from '../plan/decide.ts'
import type { PlanEvent } from '../plan/events.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { isSameContent, refuseEdit } from '../versions.ts'
import { presences, type MeetingCommand, type MeetingEvent, type MeetingTime, type NewPoint } from './events.ts'
import { isParents, type Meeting } from './state.ts'

type Of<Type extends MeetingCommand['type']> = Extract<MeetingCommand, { type: Type }>

/** The label of what a meeting is about as a whole; a point may have another. */
const ofPlan = { category: 'plan' } as const

export const decideMeetings = (command: MeetingCommand, state: OpenCase): Decision<MeetingEvent | PlanEvent> => {
  if (command.type === 'ConveneMeeting') return decideConvening(command, state)
  const meeting = state.meetings.all.find(({ meetingId }) => meetingId === command.meetingId)
  if (meeting === undefined) return refuse('meeting-unknown')
  if (command.type === 'InformParent') return decideInforming(command, meeting, state)
  if (meeting.closed !== undefined) return refuse('meeting-closed')
  if (meeting.cancelled !== undefined) return refuse('meeting-cancelled')
  const of = { subject: meeting.subject, ...recorded(command), ...ofPlan, meetingId: meeting.meetingId } as const
  switch (command.type) {
    case 'ChangeMeeting': return decideChange(command, meeting, state)
    case 'SetMeetingTime': {
      const { fixed, needId } = command
      return refuseUnlessCoordinator(command, state) ?? refuseTime(fixed) ??
        (isSameContent({ fixed: meeting.fixed, needId: meeting.needId }, { fixed, needId }) ? nothingToDo : record({ type: 'MeetingTimeSet', ...of, ...(fixed !== undefined && { fixed }), ...(needId !== undefined && { needId }) }))
    }
    case 'CancelMeeting':
      return refuseUnlessCoordinator(command, state) ?? refuseTexts({ reason: command.reason }) ?? record({ type: 'MeetingCancelled', ...of, reason: command.reason })
    case 'AddMeetingPoints':
    case 'AddParentsPoint':
    case 'WithdrawMeetingPoint':
    case 'OrderMeetingAgenda':
    case 'GiveMeetingInput': return decideAgenda(command, meeting, state)
    case 'NotePresence':
    case 'WriteMinutes':
    case 'AddMeetingAction':
    case 'WriteReport': return decideMinutes(command, meeting, state)
    case 'CloseMeeting': return decideClosing(command, meeting, state)
  }
}

// ── To convene: who coordinates asks; every parent is invited, or there is a reason

const parentsOf = ({ family }: OpenCase): readonly PersonId[] =>
  family.members.filter((member) => isParent(member) && member.isErased !== true && member.passed === undefined).map(({ memberId }) => memberId)

const decideConvening = (command: Of<'ConveneMeeting'>, state: OpenCase): Decision<MeetingEvent> => {
  const { meetingId, fixed, needId } = command
  const objection = refuseUnlessCoordinator(command, state) ?? (state.meetings.all.some((one) => one.meetingId === meetingId) ? refuse('id-in-use') : undefined) ??
    refuseAsked(command, state) ?? refuseTime(fixed)
  if (objection !== undefined) return objection
  const of = { subject: indexSubject(state.family), ...recorded(command), ...ofPlan, meetingId } as const
  const convened: MeetingEvent = { type: 'MeetingConvened', ...of, ...convenedOf(command, state) }
  return fixed === undefined && needId === undefined ? record(convened) :
    record<MeetingEvent>(convened, { type: 'MeetingTimeSet', ...of, ...(fixed !== undefined && { fixed }), ...(needId !== undefined && { needId }) })
}

const decideChange = (command: Of<'ChangeMeeting'>, meeting: Meeting, state: OpenCase): Decision<MeetingEvent> => {
  const objection = refuseUnlessCoordinator(command, state) ?? refuseAsked(command, state)
  if (objection !== undefined) return objection
  const content = convenedOf(command, state)
  const { purpose, dueOn, attendees, without, version } = meeting
  if (isSameContent({ ...content, version }, { purpose, attendees, version, ...(dueOn !== undefined && { dueOn }), ...(without !== undefined && { without }) })) return nothingToDo
  return refuseEdit(command, command.purpose, { version, text: purpose }) ??
    record({ type: 'MeetingChanged', subject: meeting.subject, ...recorded(command), ...ofPlan, meetingId: meeting.meetingId, ...content })
}

/** What is kept of the question; a reason and somebody who tells only where a parent isn't asked. */
const convenedOf = ({ version, purpose, dueOn, attendees, without }: Of<'ConveneMeeting' | 'ChangeMeeting'>, state: OpenCase) => {
  const parents = leftOut(attendees, state)
  return {
    version, purpose, ...(dueOn !== undefined && { dueOn }), attendees: attendees.map(({ person, presence }) => ({ person, presence })),
    ...(parents.length > 0 && without !== undefined && { without: { parents, reason: without.reason, teller: without.teller } }),
  }
}

const leftOut = (attendees: Of<'ConveneMeeting'>['attendees'], state: OpenCase): readonly PersonId[] =>
  parentsOf(state).filter((parent) => !attendees.some(({ person }) => person === parent))

const refuseAsked = (command: Of<'ConveneMeeting' | 'ChangeMeeting'>, state: OpenCase): Objection => {
  const { purpose, dueOn, attendees, without } = command
  const today = todayOf(command, state)
  const objection = refuseTexts({ purpose }) ?? refuseDay('dueOn', dueOn) ??
    (attendees.length === 0 ? refuse('attendees-missing') : undefined) ??
    (new Set(attendees.map(({ person }) => person)).size === attendees.length ? undefined : refuse('choice-unknown', { field: 'attendees' }))
  if (objection !== undefined) return objection
  for (const { person, presence } of attendees) {
    const refused = refuseChoice('presence', presence, presences) ?? refuseDoer('attendees', person, state, today)
    if (refused !== undefined) return refused
  }
  if (leftOut(attendees, state).length === 0) return undefined
  if (without === undefined) return refuse('reason-for-parents-missing')
  return refuseTexts({ reason: without.reason }) ?? (isInTeam(state.careTeam, without.teller, today) ? undefined : refuse('teller-missing'))
}

const refuseTime = (fixed: MeetingTime | undefined): Objection => {
  if (fixed === undefined) return undefined
  const { date, from, to, place } = fixed
  if (!isTime(from) || !isTime(to)) return refuse('date-impossible', { field: 'from' })
  return refuseDay('date', date) ?? (minutesOf(to) > minutesOf(from) ? undefined : refuse('period-reversed')) ?? refuseLine('place', place)
}

// ── The agenda, and what people give along before

type OfAgenda = Of<'AddMeetingPoints' | 'AddParentsPoint' | 'WithdrawMeetingPoint' | 'OrderMeetingAgenda' | 'GiveMeetingInput'>

const decideAgenda = (command: OfAgenda, meeting: Meeting, state: OpenCase): Decision<MeetingEvent> => {
  const { meetingId } = meeting
  const { points, inputs, minutes } = state.meetings
  const by = recorded(command)
  switch (command.type) {
    case 'AddMeetingPoints': {
      const objection = refuseUnlessCoordinatorOrSubstitute(command, state) ?? refusePoints(command.points, state)
      return objection ?? record(...command.points.map(({ pointId, text, subject, category, source }): MeetingEvent =>
        ({ type: 'MeetingPointAdded', subject, ...by, category, meetingId, pointId, text, ...(source !== undefined && { source: { kind: source.kind, id: source.id } }) })))
    }
    case 'AddParentsPoint': {
      const { pointId, text, aboutSelf } = command
      const subject = aboutSelf ? { kind: 'adult', person: command.by.person } as const : meeting.subject
      return refuseUnlessParent(command, state) ?? refusePoints([{ pointId, text, subject, ...ofPlan }], state) ??
        record({ type: 'MeetingPointAdded', subject, ...by, ...ofPlan, meetingId, pointId, text })
    }
    case 'WithdrawMeetingPoint': {
      const point = points.find((one) => one.pointId === command.pointId && one.meetingId === meetingId)
      if (point === undefined) return refuse('point-unknown')
      // What a parent wants to speak of, nobody else takes away.
      const objection = point.by.person === command.by.person ? undefined : isParents(point) ? refuse('not-yours') : refuseUnlessCoordinatorOrSubstitute(command, state)
      if (objection !== undefined) return objection
      if (minutes.some(({ pointId }) => pointId === point.pointId) || meeting.actions.some(({ pointId }) => pointId === point.pointId)) return refuse('point-discussed')
      return record({ type: 'MeetingPointWithdrawn', subject: point.subject, ...by, category: point.category, meetingId, pointId: point.pointId })
    }
    case 'OrderMeetingAgenda': {
      const { order } = command
      const known = new Set(points.filter((one) => one.meetingId === meetingId).map(({ pointId }) => pointId))
      if (new Set(order).size !== order.length || !order.every((one) => known.has(one))) return refuse('point-unknown')
      return refuseUnlessCoordinatorOrSubstitute(command, state) ?? record({ type: 'MeetingAgendaOrdered', subject: meeting.subject, ...by, ...ofPlan, meetingId, order })
    }
    case 'GiveMeetingInput': {
      const { inputId, text, subject, category } = command
      return refuseUnlessAttends(command, meeting, state) ?? (inputs.some((one) => one.inputId === inputId) ? refuse('id-in-use') : undefined) ??
        refuseTexts({ text }) ?? refuseUnknownSubject(subject, state) ?? refuseChoice('category', category, categories) ?? refuseSafety(category) ??
        record({ type: 'MeetingInputGiven', subject, ...by, category, meetingId, inputId, text })
    }
  }
}

const refusePoints = (added: readonly NewPoint[], state: OpenCase): Objection => {
  const taken = new Set(state.meetings.points.map(({ pointId }) => pointId))
  if (added.length === 0) return refuse('text-empty', { field: 'points' })
  for (const { pointId, text, subject, category } of added) {
    const objection = taken.has(pointId) ? refuse('id-in-use') : refuseTexts({ text }) ?? refuseUnknownSubject(subject, state) ?? refuseChoice('category', category, categories) ?? refuseSafety(category)
    if (objection !== undefined) return objection
    taken.add(pointId)
  }
  return undefined
}

// ── The meeting itself: whoever is asked as a professional may write

/** A professional of the team who is asked, or who coordinates. */
const refuseUnlessAttends = (command: MeetingCommand, { attendees }: Meeting, state: OpenCase): Objection =>
  refuseUnlessInTeam(command, state) ?? (attendees.some(({ person }) => person === command.by.person) || isCoordinating(command.by.person, command, state) ? undefined : refuse('not-asked'))

type OfMinutes = Of<'NotePresence' | 'WriteMinutes' | 'AddMeetingAction' | 'WriteReport'>

const decideMinutes = (command: OfMinutes, meeting: Meeting, state: OpenCase): Decision<MeetingEvent | PlanEvent> => {
  const { meetingId } = meeting
  const objection = refuseUnlessAttends(command, meeting, state)
  if (objection !== undefined) return objection
  const by = recorded(command)
  switch (command.type) {
    case 'NotePresence': {
      const { person, present } = command
      return refuseDoer('attendees', person, state, todayOf(command, state)) ?? (meeting.present.includes(person) === present ? nothingToDo :
        record({ type: 'MeetingPresenceNoted', subject: meeting.subject, ...by, ...ofPlan, meetingId, person, present }))
    }
    case 'WriteMinutes': {
      const { pointId, version, notes, decision } = command
      const point = state.meetings.points.find((one) => one.pointId === pointId && one.meetingId === meetingId)
      if (point === undefined) return refuse('point-unknown')
      const content = { notes, decision }
      const current = state.meetings.minutes.find((one) => one.pointId === pointId)
      return refuseParts(content) ?? refuseUnlessNewest(command, content, current && { notes: current.notes, decision: current.decision, version: current.version }) ??
        record({ type: 'MeetingMinutesChanged', subject: point.subject, ...by, category: point.category, meetingId, pointId, version, ...content })
    }
    case 'AddMeetingAction': {
      const { at, pointId, actionId, text, owner, dueOn } = command
      const point = state.meetings.points.find((one) => one.pointId === pointId && one.meetingId === meetingId)
      if (point === undefined) return refuse('point-unknown')
      const added = decidePlan({ type: 'AddAction', by: command.by, at, actionId, text, owner, dueOn }, state)
      return isRefused(added) ? added : record<MeetingEvent | PlanEvent>(...added.events, { type: 'MeetingActionAdded', subject: meeting.subject, ...by, ...ofPlan, meetingId, pointId, actionId })
    }
    case 'WriteReport': {
      const { reportId, version, discussed, agreed, next } = command
      const content = { discussed, agreed, next }
      const current = state.meetings.reports.find((one) => one.meetingId === meetingId)
      if (current === undefined && state.meetings.reports.some((one) => one.reportId === reportId)) return refuse('id-in-use')
      return refuseParts(content) ?? refuseUnlessNewest(command, content, current && { discussed: current.discussed, agreed: current.agreed, next: current.next, version: current.version }) ??
        record({ type: 'MeetingReportChanged', subject: meeting.subject, ...by, ...ofPlan, meetingId, reportId: current?.reportId ?? reportId, version, ...content })
    }
  }
}

/** Parts may stay empty, but not all of them. */
const refuseParts = (content: Parts): Objection => {
  const filled = Object.fromEntries(Object.entries(content).filter(([, text]) => text.trim() !== ''))
  return Object.keys(filled).length === 0 ? refuse('text-empty', { field: Object.keys(content)[0] ?? '' }) : refuseTexts(filled)
}

type Parts = Readonly<Record<string, string>>

/** Two who write at once lose nothing: the second gets both texts. Saying again what stands there already is nothing. */
const refuseUnlessNewest = (edit: { readonly from?: string; readonly version: string }, yours: Parts, current: Parts & { readonly version: string } | undefined): Objection | typeof nothingToDo => {
  if (current === undefined) return refuseEdit(edit, inWords(yours), undefined)
  const { version, ...theirs } = current
  return isSameContent(yours, theirs) ? nothingToDo : refuseEdit(edit, inWords(yours), { version, text: inWords(theirs) })
}

const inWords = (parts: Parts): string => Object.values(parts).filter((text) => text.trim() !== '').join('\n')

// ── To close: minutes lock, and whoever wasn't there of the parents is told

const decideClosing = (command: Of<'CloseMeeting'>, meeting: Meeting, state: OpenCase): Decision<MeetingEvent> => {
  const objection = refuseUnlessCoordinator(command, state)
  if (objection !== undefined) return objection
  if (meeting.present.length === 0) return refuse('presence-missing')
  if (!state.meetings.reports.some(({ meetingId }) => meetingId === meeting.meetingId)) return refuse('report-missing')
  const absent = parentsOf(state).filter((parent) => !meeting.present.includes(parent))
  return record({ type: 'MeetingClosed', subject: meeting.subject, ...recorded(command), ...ofPlan, meetingId: meeting.meetingId, absent })
}

const decideInforming = (command: Of<'InformParent'>, meeting: Meeting, state: OpenCase): Decision<MeetingEvent> => {
  const { parent, told, words } = command
  const objection = refuseUnlessInTeam(command, state) ?? (command.by.person === meeting.without?.teller || isCoordinating(command.by.person, command, state) ? undefined : refuse('not-asked'))
  if (objection !== undefined) return objection
  if (meeting.closed === undefined) return refuse('meeting-not-closed')
  if (!meeting.closed.absent.includes(parent)) return refuse('person-unknown', { field: 'parent' })
  if (!told && words === undefined) return refuse('text-empty', { field: 'words' })
  const known = meeting.informed.find((one) => one.parent === parent)
  if (known?.told === told && known.words === words) return nothingToDo
  return refuseTexts({ words }) ?? record({ type: 'MeetingParentInformed', subject: meeting.subject, ...recorded(command), ...ofPlan, meetingId: meeting.meetingId, parent, told, ...(words !== undefined && { words }) })
}
