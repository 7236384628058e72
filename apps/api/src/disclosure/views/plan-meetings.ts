import { agendaOf, isParents } from '@samenspel/family-case'
import type { PersonId } from '@samenspel/kernel'
import { materialKinds } from '../../graphql/enums.ts'
import type { MeetingAbsentParent, MeetingAttendee, MeetingMoment, MeetingPoint, MeetingReport, PlanMeeting } from '../../graphql/types/plan-meetings.ts'
import { shown, type Shown } from '../gate.ts'
import type { ItemOf } from '../items.ts'
import { isPlaced, partsOf, placeView } from './appointments.ts'
import { actionsView } from './plan.ts'
import { actorName, idOf, nameOf, professional, subjectRef, type Reader } from './reader.ts'

/** What a reader may do besides reading: lead, as who coordinates; write, as a professional of the team; contribute as a parent. */
export type MeetingRights = { readonly coordinates: boolean; readonly contributes: boolean; readonly isParent: boolean }

type MeetingItem = ItemOf<'meeting'>['value']

/** Those to come first, in the order of when they are; then those that were, the newest first. */
export const planMeetingsView = (reader: Reader, rights: MeetingRights): readonly PlanMeeting[] => {
  const all = shown(reader.opened, 'meeting').map((one) => planMeetingView(reader, rights, one))
  const order = ({ when, dueOn, closedAt }: PlanMeeting): string => when?.date ?? dueOn ?? closedAt ?? '9'
  const isOver = ({ status }: PlanMeeting): boolean => status === 'held' || status === 'cancelled'
  return [...all.filter((one) => !isOver(one)).sort((a, b) => order(a) < order(b) ? -1 : 1), ...all.filter(isOver).sort((a, b) => order(a) < order(b) ? 1 : -1)]
}

const planMeetingView = (reader: Reader, { coordinates, contributes, isParent: isOwnParent }: MeetingRights, one: Shown<ItemOf<'meeting'>>): PlanMeeting => {
  const { item: { id, by, value } } = one
  const { version, purpose, dueOn, needId, closed, cancelled } = value
  const without = leftOutFor(reader, value.without)
  const isOpen = closed === undefined && cancelled === undefined
  const isAsked = value.attendees.some(({ person }) => person === reader.person)
  const need = needId === undefined ? undefined : shown(reader.opened, 'need').find(({ item }) => item.id === needId)?.item.value
  const when = momentOf(reader, one)
  const report = reportOf(reader, id)
  const tells = closed !== undefined && contributes && (coordinates || value.without?.teller === reader.person)
  const absent = absentView(reader, value)
  return {
    id, version, purpose, status: statusOf(value, need?.status, when), attendees: attendeesView(reader, value), points: pointsView(reader, value, coordinates && isOpen, isOpen),
    inputs: shown(reader.opened, 'meetingInput').filter(({ item }) => item.value.meetingId === id).map(({ item }) =>
      ({ id: item.id, text: item.value.text, subject: subjectRef(reader, item.subject), category: item.category, by: actorName(reader, item.by), at: item.at })),
    absent, toTell: tells ? absent.filter(({ told }) => told === undefined).map(({ name }) => name) : [], convenedBy: actorName(reader, by), isAsked,
    can: {
      lead: coordinates && isOpen, write: isOpen && contributes && (isAsked || coordinates), addOwnPoint: isOpen && isOwnParent,
      tell: tells && absent.length > 0,
    },
    ...(dueOn !== undefined && { dueOn }), ...(when !== undefined && { when }), ...(need !== undefined && { needId: need.needId }), ...(report !== undefined && { report }),
    ...(without !== undefined && { without: { parents: without.parents.map((person) => nameOf(reader, person)), reason: without.reason, tellerId: idOf(reader, without.teller), teller: professional(reader, without.teller).name } }),
    ...(closed !== undefined && { closedAt: closed.at }), ...(cancelled !== undefined && { cancelledBecause: cancelled.reason }),
  }
}

/** Why some of the parents aren't asked; at home only whoever it is themselves, and of nobody else. */
export const leftOutFor = ({ isPortal, person }: Pick<Reader, 'isPortal' | 'person'>, without: MeetingItem['without']): MeetingItem['without'] => {
  if (without === undefined || !isPortal) return without
  return without.parents.includes(person) ? { ...without, parents: [person] } : undefined
}

const statusOf = ({ closed, cancelled }: MeetingItem, need: string | undefined, when: MeetingMoment | undefined): PlanMeeting['status'] => {
  if (cancelled !== undefined) return 'cancelled'
  if (closed !== undefined) return 'held'
  return when !== undefined || need === 'planned' ? 'fixed' : need === 'proposed' ? 'proposed' : 'toPlan'
}

/** The time that was typed in, or that of the appointment which is fixed for it, for a reader who may know it. */
export const momentOf = (reader: Reader, { item, place }: Shown<ItemOf<'meeting'>>): MeetingMoment | undefined => {
  if (place?.gathering !== undefined) return place.gathering
  const { needId } = item.value
  if (needId === undefined) return undefined
  const part = partsOf(reader).filter(isPlaced).find((one) => one.needId === needId && (one.status === 'confirmed' || one.status === 'tookPlace'))
  if (part === undefined) return undefined
  const { modality } = part.when
  const where = modality.kind === 'onsite' ? placeView(reader, modality.place)?.name : undefined
  return { date: part.date, from: part.when.start, to: part.when.end, place: where ?? reader.text(`meeting.${modality.kind === 'onsite' ? 'there' : modality.kind}`) }
}

/** Those of whom the reader knows; of others there is no trace. */
export const attendeesView = (reader: Reader, { attendees, present }: Pick<MeetingItem, 'attendees' | 'present'>): readonly MeetingAttendee[] =>
  attendees.flatMap(({ person, presence }): readonly MeetingAttendee[] => {
    const member = reader.opened.named.get(person)
    const known = reader.directory.practitioner(person)
    if (member === undefined && known === undefined) return []
    const role = member === undefined ? known?.title ?? '' : reader.text(`role.${member.role}`)
    return [{ id: person, name: nameOf(reader, person), role, presence, isOfFamily: member !== undefined, isPresent: present.includes(person), isViewer: person === reader.person }]
  })

/** @param leads whether the reader may take points from the agenda */
const pointsView = (reader: Reader, { meetingId, order, actions }: MeetingItem, leads: boolean, isOpen: boolean): readonly MeetingPoint[] => {
  const minutes = new Map(shown(reader.opened, 'meetingMinutes').map(({ item }) => [item.id, item]))
  const known = new Map(actionsView(reader).map((action) => [action.id, action]))
  const read = new Set(reader.opened.items.map(({ item }) => `${item.kind} ${item.id}`))
  return pointsOf(reader, meetingId, order).map(({ pointId, text, source, subject, category, by }): MeetingPoint => {
    const written = minutes.get(pointId)
    const own = actions.flatMap((one) => one.pointId === pointId ? known.get(one.actionId) ?? [] : [])
    const isOwn = by.person === reader.person
    return {
      id: pointId, text, subject: subjectRef(reader, subject), category, by: actorName(reader, by), isParents: isParents({ by }),
      mayWithdraw: isOpen && written === undefined && own.length === 0 && (isOwn || leads && !isParents({ by })), actions: own,
      ...(source !== undefined && isMaterial(source.kind) && read.has(`${source.kind} ${source.id}`) && { source }),
      ...(written !== undefined && { minutes: { version: written.value.version, notes: written.value.notes, decision: written.value.decision, by: actorName(reader, written.by), changedAt: written.at } }),
    }
  })
}

const isMaterial = (kind: string): boolean => (materialKinds as readonly string[]).includes(kind)

export const pointsOf = (reader: Reader, meetingId: string, order: readonly string[]) =>
  agendaOf(shown(reader.opened, 'meetingPoint').filter(({ item }) => item.value.meetingId === meetingId).map(({ item }) => item.value), order)

export const reportOf = (reader: Reader, meetingId: string): MeetingReport | undefined =>
  shown(reader.opened, 'meetingReport').filter(({ item }) => item.value.meetingId === meetingId).map(({ item: { id, by, at, value: { version, discussed, agreed, next } } }) =>
    ({ id, version, discussed, agreed, next, by: actorName(reader, by), changedAt: at }))[0]

/** Parents who weren't there; at home only whoever it is themselves. */
const absentView = (reader: Reader, { closed, informed }: MeetingItem): readonly MeetingAbsentParent[] =>
  (closed?.absent ?? []).filter((parent) => reader.opened.named.has(parent) && (!reader.isPortal || parent === reader.person)).map((parent: PersonId): MeetingAbsentParent => {
    const known = informed.find((one) => one.parent === parent)
    return {
      id: parent, name: nameOf(reader, parent),
      ...(known !== undefined && { told: known.told, by: nameOf(reader, known.by), at: known.at, ...(known.words !== undefined && !reader.isPortal && { words: known.words }) }),
    }
  })
