/**
 * What a list of places comes to, beside the register as it stands. Nothing is decided here; the same list on the same register gives
 * the same plan. A place is known by its name.
 *
 * An empty cell says nothing, so it changes nothing, and a place that isn't in the list stays as it is. Only where a new place says on
 * one day when it is open, it is closed on the days of which it says nothing.
 */
import type { Id, IsoDate, LocalTime, LocationId } from '@samenspel/kernel'
import { isSameCell, noting, problemOf, type ListChange, type ListedRow, type PlannedRow } from './list-import.ts'
import { equipmentWord, isSameUse, refuseUse, usualUse, type LocationUse, type OpenHours, type Room } from './locations.ts'
import { refuseLocation, type Location, type NewLocation, type Organisation, type PlaceStep } from './organisation.ts'
import { sameName } from './staff.ts'
import type { Point } from './travel.ts'

/** On a Sunday no place is open. */
export const openDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
export type OpenDay = (typeof openDays)[number]

/** The columns of a list, in the order in which one is written. */
export const placeColumns = ['name', 'address', 'phone', 'near', ...openDays, 'rooms'] as const
export type PlaceColumn = (typeof placeColumns)[number]

const isOpenDay = (column: PlaceColumn): column is OpenDay => (openDays as readonly PlaceColumn[]).includes(column)

type Times = { readonly from: LocalTime; readonly to: LocalTime }
export type ListedPlace = ListedRow<PlaceColumn, {
  readonly name?: string
  readonly address?: string
  readonly phone?: string
  /** A place of the register beside which it lies. */
  readonly near?: { readonly name: string; readonly point: Point }
  /** Of the days of which something is said; none where it is closed. */
  readonly days: Partial<Record<OpenDay, readonly Times[]>>
  readonly rooms?: readonly Omit<Room, 'roomId'>[]
}>

export type PlacesPlan = { readonly rows: readonly PlannedRow<PlaceColumn>[]; /** What is to be decided on. */ readonly steps: readonly PlaceStep[] }

type Register = {
  readonly organisation: Pick<Organisation, 'locations' | 'uses'>
  readonly today: IsoDate
  /** The ids of what a row makes. */
  readonly ids: (line: number) => { readonly location: LocationId; readonly version: Id; readonly use: Id; readonly room: (index: number) => Id }
}

export const planPlacesImport = (listed: readonly ListedPlace[], register: Register): PlacesPlan => {
  const seen = new Map<string, number>()
  const planned = listed.map((one) => {
    const key = sameName(one.values.name ?? '')
    const earlier = seen.get(key)
    if (earlier === undefined && key !== '') seen.set(key, one.line)
    return plan(one, earlier, register)
  })
  return { rows: planned.map(({ row }) => row), steps: planned.flatMap(({ steps }) => steps) }
}

const plan = ({ line, values, problems: unread }: ListedPlace, earlier: number | undefined, { organisation: { locations, uses }, today, ids }: Register): { readonly row: PlannedRow<PlaceColumn>; readonly steps: readonly PlaceStep[] } => {
  const problems = [...unread]
  const note = noting(problems)
  const own = ids(line)
  const namesakes = locations.filter(({ name }) => sameName(name) === sameName(values.name ?? ''))
  const isOpen = ({ until }: Location) => until === undefined || until >= today
  const [known, ...others] = namesakes.filter(isOpen)
  const gone = known === undefined ? namesakes[0] : undefined
  if (values.name === undefined) note('missing', 'name')
  if (earlier !== undefined) note('place-double', undefined, { line: earlier })
  if (others.length > 0) note('place-twice', 'name')
  if (gone !== undefined) note('place-ended', 'name')

  const before = known === undefined ? undefined : uses.get(known.locationId)
  const use = useAfter(before?.use ?? usualUse, values, known === undefined, own.room)
  const phone = values.phone ?? known?.phone
  const place: NewLocation = {
    locationId: known?.locationId ?? own.location, name: known?.name ?? values.name ?? '', address: values.address ?? known?.address ?? '', ...(phone !== undefined && { phone }),
    point: values.near?.point ?? known?.point ?? locations[0]?.point ?? { x: 0, y: 0 },
  }
  if (gone === undefined && place.address.trim() === '') note('missing', 'address')
  const refused = [refuseLocation({ ...place, name: place.name.trim() === '' ? '-' : place.name, address: place.address.trim() === '' ? '-' : place.address }), refuseUse(use)].flatMap((one) => one?.refusal ?? [])
  for (const { code, about } of refused) note(problemOf(code), code === 'room-name-double' ? 'rooms' : placeColumns.find((column) => column === about?.['field']), about)

  const isMoved = known !== undefined && (known.address !== place.address || known.phone !== place.phone || known.point.x !== place.point.x || known.point.y !== place.point.y)
  const isUsed = !isSameUse(before?.use ?? usualUse, use)
  const was = known === undefined ? undefined : { address: known.address, phone: known.phone, ...cellsOf(before?.use ?? usualUse) }
  const is = { address: place.address, phone: place.phone, ...cellsOf(use) }
  const changes: ListChange<PlaceColumn>[] = [
    ...known === undefined ? [{ column: 'name' as const, after: place.name }] : [],
    ...(['address', 'phone', ...openDays, 'rooms'] as const).flatMap((column): readonly ListChange<PlaceColumn>[] => {
      const [old, now = ''] = [was?.[column], is[column]]
      // Of a new place that says when it is open, also the days are told on which it isn't.
      const isTold = was === undefined ? isOpenDay(column) ? Object.keys(values.days).length > 0 : now.length > 0 : !isSameCell(old ?? '', now)
      return isTold ? [{ column, ...(old !== undefined && old.length > 0 && { before: old }), after: now }] : []
    }),
    ...values.near !== undefined && (known === undefined || known.point.x !== place.point.x || known.point.y !== place.point.y) ? [{ column: 'near' as const, after: values.near.name }] : [],
  ]
  const kind = problems.length > 0 ? 'wrong' : known === undefined ? 'new' : isMoved || isUsed ? 'changed' : 'same'
  const row = { line, name: place.name, kind, changes: kind === 'wrong' ? [] : changes, problems } as const
  if (kind !== 'new' && kind !== 'changed') return { row, steps: [] }
  return {
    row,
    steps: [
      ...known === undefined ? [{ type: 'AddLocation' as const, ...place }] : isMoved ? [{ type: 'ChangeLocation' as const, ...place, version: own.version, ...(known.version !== undefined && { seen: known.version }) }] : [],
      ...isUsed ? [{ type: 'SetLocationUse' as const, locationId: place.locationId, version: own.use, ...(before !== undefined && { from: before.version }), use }] : [],
    ],
  }
}

const useAfter = (before: LocationUse, { days, rooms }: ListedPlace['values'], isNew: boolean, newRoom: (index: number) => Id): LocationUse => {
  const said = Object.keys(days).length > 0
  const hours = openDays.flatMap((day, index): readonly OpenHours[] => {
    const times = days[day]
    if (times === undefined) return said && isNew ? [] : before.hours.filter(({ weekday }) => weekday === index + 1)
    return times.map(({ from, to }) => ({ weekday: index + 1, from, to }))
  })
  const known = new Map(before.rooms.map(({ roomId, name }) => [equipmentWord(name), roomId]))
  return {
    ...before, hours: said ? [...hours, ...before.hours.filter(({ weekday }) => weekday > openDays.length)] : before.hours,
    ...(rooms !== undefined && { rooms: rooms.map(({ name, equipment }, index) => ({ roomId: known.get(equipmentWord(name)) ?? newRoom(index), name, equipment })) }),
  }
}

/** What a place's use says in the cells of a list; nothing of a day on which it is closed. */
export const cellsOf = ({ hours, rooms }: LocationUse): Readonly<Record<OpenDay | 'rooms', readonly string[]>> => {
  const on = (day: OpenDay): readonly string[] => hours.filter(({ weekday }) => weekday === openDays.indexOf(day) + 1).map(({ from, to }) => `${from}-${to}`).sort()
  return {
    monday: on('monday'), tuesday: on('tuesday'), wednesday: on('wednesday'), thursday: on('thursday'), friday: on('friday'), saturday: on('saturday'),
    rooms: rooms.map(({ name, equipment }) => equipment.length === 0 ? name : `${name}: ${equipment.join(', ')}`),
  }
}
