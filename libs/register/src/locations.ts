/** What planning needs to know of a location: when it is open, when it is closed for once, and which rooms it has. */
import { addDays, isDate, isTime, longestLine, refuseText, type Id, type IsoDate, type LocalTime, type Refusal } from '@samenspel/kernel'
import { isOnHoliday, type StandingHolidays } from './holidays.ts'
import { refuse } from './refusals.ts'

/** ISO: 1 is Monday, 7 is Sunday. Wall-clock times of one day. */
export type OpenHours = { readonly weekday: number; readonly from: LocalTime; readonly to: LocalTime }
/** Both days are included. */
export type ClosedPeriod = { readonly from: IsoDate; readonly until: IsoDate }
/** For one appointment at a time. */
export type Room = { readonly roomId: Id; readonly name: string; readonly equipment: readonly string[] }

export type LocationUse = {
  readonly hours: readonly OpenHours[]
  readonly closed: readonly ClosedPeriod[]
  /** Without rooms nobody keeps count of them: then there is always one. */
  readonly rooms: readonly Room[]
}

/** What holds until somebody says otherwise: the hours in which care is open. */
export const usualUse: LocationUse = {
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })), closed: [], rooms: [],
}

/** A location as plans meet it: also closed on the holidays that its organisation chose once, every year. */
export type UseInPlans = LocationUse & { readonly holidays?: StandingHolidays }

/** When a location is open on a day. */
export const openOn = (use: UseInPlans, date: IsoDate): readonly { readonly from: LocalTime; readonly to: LocalTime }[] =>
  isClosedOn(use, date) ? [] : use.hours.filter(({ weekday }) => weekday === Temporal.PlainDate.from(date).dayOfWeek).map(({ from, to }) => ({ from, to }))

export const isClosedOn = ({ closed, holidays }: Pick<UseInPlans, 'closed' | 'holidays'>, date: IsoDate): boolean =>
  closed.some(({ from, until }) => from <= date && date <= until) || (holidays !== undefined && isOnHoliday(holidays, date))

/** Things in a room are told apart by their words alone, however they are typed. */
export const equipmentWord = (word: string): string => word.trim().toLocaleLowerCase('nl').replaceAll(/\s+/g, ' ')

const most = { hours: 21, closed: 100, rooms: 60, equipment: 20 } as const
/** A closing that takes longer is the end of a location. */
const longestClosing = 366

/** Why this can't be the use of a location: `too-many-lines`, `date-impossible`, `period-reversed`, `period-too-long`, `time-impossible`, `hours-overlap`, `id-in-use`, `room-name-double`, `text-empty`, `text-too-long`. */
export const refuseUse = ({ hours, closed, rooms }: LocationUse): { readonly refusal: Refusal } | undefined => {
  if (hours.length > most.hours || closed.length > most.closed || rooms.length > most.rooms) return refuse('too-many-lines', { most: most[hours.length > most.hours ? 'hours' : closed.length > most.closed ? 'closed' : 'rooms'] })
  for (const { weekday, from, to } of hours) if (!(weekday >= 1 && weekday <= 7) || !isTime(from) || !isTime(to) || from >= to) return refuse('time-impossible')
  if (hours.some((one, index) => hours.slice(index + 1).some((other) => other.weekday === one.weekday && one.from < other.to && other.from < one.to))) return refuse('hours-overlap')
  for (const { from, until } of closed) {
    if (!isDate(from) || !isDate(until)) return refuse('date-impossible', { field: 'closed' })
    if (until < from) return refuse('period-reversed')
    if (until > addDays(from, longestClosing)) return refuse('period-too-long')
  }
  if (new Set(rooms.map(({ roomId }) => roomId)).size < rooms.length) return refuse('id-in-use')
  if (new Set(rooms.map(({ name }) => equipmentWord(name))).size < rooms.length) return refuse('room-name-double')
  for (const { name, equipment } of rooms) {
    if (equipment.length > most.equipment) return refuse('too-many-lines', { most: most.equipment })
    const refused = refuseText('name', name, longestLine) ?? equipment.map((one) => refuseText('equipment', one, longestLine)).find((one) => one !== undefined)
    if (refused !== undefined) return refused
  }
  return undefined
}

export const isSameUse = (one: LocationUse, other: LocationUse): boolean => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))

const inOrder = ({ hours, closed, rooms }: LocationUse) => [
  hours.map(({ weekday, from, to }) => `${weekday} ${from} ${to}`).sort(), closed.map(({ from, until }) => `${from} ${until}`).sort(),
  rooms.map(({ roomId, name, equipment }) => JSON.stringify([roomId, name, equipment])).sort(),
]
