import { bundlesOf, isUndoable, occurrences, sharedBlocks, undoUntil, usualLimits, type Rhythm, type SharedBlock, type Slot } from '@samenspel/agenda'
import { hasCome, momentOf, type IsoDate, type LocationId } from '@samenspel/kernel'
import { travelMinutes } from '@samenspel/register'
import type { Appointment, Bundle, CalendarFeed, ChangeRequest, Need, Place, RhythmBlock } from '../../graphql/types/appointments.ts'
import { shown, type Shown } from '../gate.ts'
import type { ItemOf, WhenAndWhere } from '../items.ts'
import { meetingView } from './meeting.ts'
import { firstName, known, organisation, professional, type Reader } from './reader.ts'
import type { Part } from './part.ts'

export type PlacedPart = Part & Slot & WhenAndWhere

export const partsOf = ({ opened }: Pick<Reader, 'opened'>): readonly Part[] =>
  shown(opened, 'appointment').map(({ item, place }: Shown<ItemOf<'appointment'>>) => ({ ...item.value, when: place?.appointment, ...(place?.meeting !== undefined && { meeting: place.meeting }) }))

export const isPlaced = (part: Part): part is Part & { readonly when: WhenAndWhere } => part.when !== undefined
export const placed = (part: Part & { readonly when: WhenAndWhere }): PlacedPart => ({ ...part, ...part.when })

/** What stands, and what once stood: never what is only proposed. */
export const isAppointment = ({ status }: Part): boolean => status !== 'proposed' && status !== 'dropped'

// ── Appointments and bundles

export const appointmentView = (reader: Reader, part: Part): Appointment => {
  const { need, when } = part
  const place = when?.modality.kind === 'onsite' ? placeView(reader, when.modality.place) : undefined
  const room = when?.modality.kind === 'onsite' ? reader.directory.use(when.modality.place).rooms.find(({ roomId }) => roomId === part.room)?.name : undefined
  const meeting = meetingView(reader, part)
  const mayAct = reader.isPortal && part.asked.includes(reader.person) && part.status === 'confirmed' && when !== undefined &&
    !hasCome(momentOf(part.date, when.start, reader.zone), reader.now)
  return {
    id: part.appointmentId, bundleId: part.bundleId, needId: part.needId, label: need.label, discipline: need.discipline,
    organisation: organisation(reader, need.organisation), professionals: part.practitioners.map((id) => professional(reader, id)),
    attendees: known(reader, part.attendees), date: part.date, modality: part.modalityKind, isEvening: part.evening,
    status: part.status === 'dropped' ? 'cancelled' : part.status,
    cancelledLate: !reader.isPortal && part.course.kind === 'cancelled' && part.course.late,
    canBecomeDigital: mayAct && part.modalityKind !== 'digital' && need.modalities.some(({ kind }) => kind === 'digital'), canCancel: mayAct,
    ...(need.purpose !== undefined && { purpose: need.purpose }), ...(need.bring !== undefined && { bring: need.bring }),
    ...(when !== undefined && { start: when.start, end: when.end }), ...(place !== undefined && { place }), ...(room !== undefined && { room }), ...(meeting !== undefined && { meeting }),
    ...undoView(reader, part),
  }
}

/** For whoever cancelled it, as long as that can be taken back. */
const undoView = ({ isPortal, person, zone, now, text }: Reader, { course, date, when }: Part): Pick<Appointment, 'canUndoUntil' | 'notReinstatedBecause'> => {
  if (!isPortal || when === undefined || course.kind !== 'cancelled' || (course.by.person !== person && course.by.onBehalfOf !== person)) return {}
  if (!isUndoable({ date, start: when.start, course }, zone, now)) return {}
  return { canUndoUntil: undoUntil(course), ...(course.notReinstated !== undefined && { notReinstatedBecause: text(`notReinstated.${course.notReinstated}`) }) }
}

export const placeView = ({ directory }: Reader, id: LocationId): Place | undefined => {
  const found = directory.place(id)
  return found === undefined ? undefined : { id, name: found.name, address: found.address, ...(found.phone !== undefined && { phone: found.phone }) }
}

/** Minutes between two places of the register; nothing where one isn't known. */
export const minutesBetween = ({ directory }: Reader) => (from: LocationId, to: LocationId): number => {
  const [a, b] = [directory.place(from)?.point, directory.place(to)?.point]
  return a === undefined || b === undefined ? 0 : travelMinutes(a, b)
}

/** Bundles in order of time. Times and travel are those of the parts whose time the reader knows. */
export const bundlesView = (reader: Reader, parts: readonly Part[]): readonly Bundle[] => {
  const groups = Map.groupBy(parts, ({ date, bundleId }) => `${date} ${bundleId}`)
  return [...groups.values()].map((group) => bundleView(reader, group)).sort((a, b) => sortKey(a) < sortKey(b) ? -1 : 1)
}

export const sortKey = ({ date, start, id }: Bundle): string => `${date} ${start ?? '99'} ${id}`

const bundleView = (reader: Reader, group: readonly Part[]): Bundle => {
  const known = group.filter(isPlaced).map(placed).sort((a, b) => a.start < b.start ? -1 : 1)
  // When and how people go follows from what still stands; a visit that was dropped whole keeps the times it had.
  const standing = known.filter(({ status }) => status !== 'cancelled' && status !== 'moved' && status !== 'dropped')
  const [bundle] = bundlesOf(standing.length > 0 ? standing : known, minutesBetween(reader))
  const hidden = group.filter((part) => !isPlaced(part))
  const first = group[0] as Part
  const views = [...known, ...hidden].map((part) => appointmentView(reader, part))
  const minding = bundle === undefined ? undefined : mindingView(reader, bundle.parts)
  return {
    id: first.bundleId, date: first.date, parts: views,
    kind: bundle?.kind ?? (first.modalityKind === 'onsite' ? 'visit' : first.modalityKind),
    ...(bundle !== undefined && { start: bundle.start, end: bundle.end }),
    ...(bundle?.travel !== undefined && { travel: bundle.travel }), ...(minding !== undefined && { minding }),
  }
}

/** Who minds the children while the parents attend, in one sentence for each way. */
const mindingView = (reader: Reader, parts: readonly PlacedPart[]): string | undefined => {
  const { text } = reader
  const sentences = new Set(parts.flatMap(({ minding }) => {
    switch (minding?.kind) {
      case undefined: return []
      case 'day-centre': return [text('minding.dayCentre')]
      case 'sitter': return [text('minding.sitter')]
      case 'in-bed': return [text('minding.inBed')]
      case 'other-parent': return [text('minding.otherParent', { name: firstName(reader, minding.person) })]
    }
  }))
  return sentences.size === 0 ? undefined : [...sentences].join(' ')
}

// ── What is asked of the family, and its rhythm

export const needsView = (reader: Reader): readonly Need[] => shown(reader.opened, 'need').map(({ item: { value: need } }) => needView(reader, need))

const needView = (reader: Reader, need: ItemOf<'need'>['value']): Need => ({
  id: need.needId, label: need.label, discipline: need.discipline, organisation: organisation(reader, need.organisation), minutes: need.minutes, urgency: need.urgency,
  from: need.from, deadline: need.deadline, preferred: need.preferred, modalities: need.modalities.map(({ kind }) => kind),
  attendance: need.attendance.map((set) => known(reader, set)),
  professionals: [...new Set(need.staffing.flat())].map((id) => professional(reader, id)), status: need.status,
  ...need.recurrence,
})

/** The blocks of those whose hours the reader may know; one that several share is one. */
export const knownBlocks = ({ opened }: Reader): readonly SharedBlock[] => {
  const byPerson: Rhythm['byPerson'] = new Map(shown(opened, 'rhythm').flatMap(({ item: { value }, place }) =>
    place?.rhythm === undefined ? [] : [[value.person, { ...value, blocks: place.rhythm }] as const]))
  return sharedBlocks({ byPerson, limits: usualLimits })
}

export const rhythmView = (reader: Reader): readonly RhythmBlock[] => knownBlocks(reader).map((block) => blockView(reader, block))

export const blockView = (reader: Reader, block: SharedBlock): RhythmBlock => {
  const { id, kind, persons, label, weekdays, from, to } = block
  const place = block.kind === 'dayCentre' ? placeView(reader, block.place) : undefined
  const transport = block.kind === 'dayCentre' && block.transport !== 'taxi' ? block.transport : undefined
  return {
    id, kind, memberIds: persons, label, weekdays, from, to, ...(place !== undefined && { place }),
    ...(transport !== undefined && { broughtBy: transport.by, dropOff: transport.dropOff, pickUp: transport.pickUp }),
    ...(block.kind === 'school' && { runs: block.runs.map(({ by, ...times }) => ({ memberId: by, ...times })) }),
  }
}

/** Preferred rest on these days, of those whose hours the reader may know. */
export const preferredRest = (reader: Reader, dates: readonly IsoDate[]) =>
  knownBlocks(reader).filter(({ kind }) => kind === 'preferredRest').flatMap((block) => occurrences(block, dates).map((interval) => ({ ...interval, persons: block.persons })))

export const changeRequestsView = (reader: Reader): readonly ChangeRequest[] =>
  shown(reader.opened, 'changeRequest').map(({ item: { id, at, value } }) => ({
    id, memberId: value.person, firstName: firstName(reader, value.person), at, isOpen: value.isOpen,
    ...(value.proposalId !== undefined && { proposalId: value.proposalId }), ...(value.appointmentId !== undefined && { appointmentId: value.appointmentId }),
    ...(value.words !== undefined && { words: value.words }), windows: value.windows, ...(value.chosen !== undefined && { chosen: value.chosen }), unsuitable: value.unsuitable ?? [],
    otherDays: (value.otherDays ?? []).flatMap((day) => {
      const part = partsOf(reader).find(({ appointmentId }) => appointmentId === day.appointmentId)
      return part === undefined ? [] : [{ ...day, label: part.need.label }]
    }),
  }))

export const calendarFeedView = (openedOn: IsoDate | undefined): CalendarFeed => ({ isOpen: openedOn !== undefined, ...(openedOn !== undefined && { openedOn }) })
