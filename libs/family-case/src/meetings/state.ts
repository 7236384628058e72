import { added, without, type IsoInstant, type PersonId } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { Attendee, MeetingEvent, MeetingTime, MinutesContent, PointSource, ReportContent, WithoutParents } from './events.ts'

/** What a parent who wasn't there heard of it. */
export type Informed = { readonly parent: PersonId; readonly by: PersonId; readonly at: IsoInstant; readonly told: boolean; readonly words?: string }

/** `by` and `at` are of when it was convened, or changed last. */
export type Meeting = Labelled & {
  readonly meetingId: string
  readonly version: string
  readonly purpose: string
  readonly dueOn?: string
  readonly attendees: readonly Attendee[]
  readonly without?: WithoutParents & { readonly parents: readonly PersonId[] }
  readonly fixed?: MeetingTime
  readonly needId?: string
  readonly cancelled?: { readonly at: IsoInstant; readonly reason: string }
  /** From then on nothing in it changes. */
  readonly closed?: { readonly at: IsoInstant; readonly absent: readonly PersonId[] }
  readonly present: readonly PersonId[]
  readonly informed: readonly Informed[]
  readonly actions: readonly { readonly pointId: string; readonly actionId: string }[]
  /** Points in the order in which they are spoken of, as far as somebody said so. */
  readonly order: readonly string[]
}

export type MeetingPoint = Labelled & { readonly meetingId: string; readonly pointId: string; readonly text: string; readonly source?: PointSource }
export type MeetingInput = Labelled & { readonly meetingId: string; readonly inputId: string; readonly text: string }
/** What was written down at a point; one of each. `by` and `at` are of the newest version. */
export type MeetingMinutes = Labelled & MinutesContent & { readonly meetingId: string; readonly pointId: string; readonly version: string }
export type MeetingReport = Labelled & ReportContent & { readonly meetingId: string; readonly reportId: string; readonly version: string }

export type Meetings = {
  readonly all: readonly Meeting[]
  readonly points: readonly MeetingPoint[]
  readonly inputs: readonly MeetingInput[]
  readonly minutes: readonly MeetingMinutes[]
  readonly reports: readonly MeetingReport[]
}

export const noMeetings: Meetings = { all: [], points: [], inputs: [], minutes: [], reports: [] }

export const evolveMeetings = (meetings: Meetings, event: MeetingEvent): Meetings => {
  switch (event.type) {
    case 'MeetingConvened':
      return { ...meetings, all: [...meetings.all, { ...entryOf(event), present: [], informed: [], actions: [], order: [] }] }
    case 'MeetingChanged':
      return changeMeeting(meetings, event.meetingId, ({ fixed, needId, present, informed, actions, order }) =>
        ({ ...entryOf(event), present, informed, actions, order, ...(fixed !== undefined && { fixed }), ...(needId !== undefined && { needId }) }))
    case 'MeetingTimeSet':
      return changeMeeting(meetings, event.meetingId, (meeting) => ({ ...without(meeting, 'fixed', 'needId'), ...(event.fixed !== undefined && { fixed: event.fixed }), ...(event.needId !== undefined && { needId: event.needId }) }))
    case 'MeetingCancelled':
      return changeMeeting(meetings, event.meetingId, (meeting) => ({ ...meeting, cancelled: { at: event.at, reason: event.reason } }))
    case 'MeetingPointAdded':
      return { ...meetings, points: added(meetings.points, entryOf(event)) }
    case 'MeetingPointWithdrawn':
      return { ...meetings, points: meetings.points.filter(({ pointId }) => pointId !== event.pointId) }
    case 'MeetingAgendaOrdered':
      return changeMeeting(meetings, event.meetingId, (meeting) => ({ ...meeting, order: inNewOrder(meeting.order, event.order) }))
    case 'MeetingInputGiven':
      return { ...meetings, inputs: added(meetings.inputs, entryOf(event)) }
    case 'MeetingPresenceNoted':
      return changeMeeting(meetings, event.meetingId, (meeting) => ({ ...meeting, present: [...meeting.present.filter((person) => person !== event.person), ...event.present ? [event.person] : []] }))
    case 'MeetingMinutesChanged':
      return { ...meetings, minutes: [...meetings.minutes.filter(({ pointId }) => pointId !== event.pointId), entryOf(event)] }
    case 'MeetingActionAdded':
      return changeMeeting(meetings, event.meetingId, (meeting) => ({ ...meeting, actions: [...meeting.actions, { pointId: event.pointId, actionId: event.actionId }] }))
    case 'MeetingReportChanged':
      return { ...meetings, reports: [...meetings.reports.filter(({ meetingId }) => meetingId !== event.meetingId), entryOf(event)] }
    case 'MeetingClosed':
      return changeMeeting(meetings, event.meetingId, (meeting) => ({ ...meeting, closed: { at: event.at, absent: event.absent } }))
    case 'MeetingParentInformed': {
      const { parent, told, words, by, at } = event
      const informed: Informed = { parent, by: by.person, at, told, ...(words !== undefined && { words }) }
      return changeMeeting(meetings, event.meetingId, (meeting) => ({ ...meeting, informed: [...meeting.informed.filter((one) => one.parent !== parent), informed] }))
    }
  }
}

const changeMeeting = (meetings: Meetings, meetingId: string, change: (meeting: Meeting) => Meeting): Meetings =>
  ({ ...meetings, all: meetings.all.map((meeting) => meeting.meetingId === meetingId ? change(meeting) : meeting) })

/** What was named takes the new order in the places that it had; what wasn't named, since whoever said it doesn't know of it, stays. */
const inNewOrder = (before: readonly string[], order: readonly string[]): readonly string[] => {
  const named = new Set(order)
  const next = order[Symbol.iterator]()
  return [...before.map((id) => named.has(id) ? next.next().value ?? id : id), ...next]
}

/** The points of a meeting as they are spoken of: those of the parents open it (K-11), then in the order that was chosen. */
export const agendaOf = <Point extends { readonly pointId: string; readonly by: { readonly role: string } }>(points: readonly Point[], order: readonly string[]): readonly Point[] => {
  const place = new Map(order.map((id, index) => [id, index]))
  const at = ({ pointId }: Point): number => place.get(pointId) ?? order.length
  return points.toSorted((a, b) => Number(isParents(b)) - Number(isParents(a)) || at(a) - at(b))
}

export const isParents = ({ by }: { readonly by: { readonly role: string } }): boolean => by.role === 'familyMember'

/** A meeting that is still to come, or being held. */
export const isOpenMeeting = ({ closed, cancelled }: Pick<Meeting, 'closed' | 'cancelled'>): boolean => closed === undefined && cancelled === undefined

/** Parents who weren't there and of whom nobody said yet that they were told. */
export const stillToTell = ({ closed, informed }: Pick<Meeting, 'closed' | 'informed'>): readonly PersonId[] =>
  (closed?.absent ?? []).filter((parent) => !informed.some((one) => one.parent === parent))
