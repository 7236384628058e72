import { hasCome as momentHasCome, isDate, isTime, minutesOf, momentOf, put, refuse, type IsoDate, type IsoInstant, type LocalTime, type PersonId, type Refusal, type Zone } from '@samenspel/kernel'
import { gridMinutes, type Ask, type DatedInterval, type Interval } from './terms.ts'

type Refused = { readonly refusal: Refusal } | undefined

/** The first refusal of several checks; the later ones are not tried. */
export const firstRefusal = (...checks: readonly (() => Refused)[]): Refused => {
  for (const check of checks) {
    const refused = check()
    if (refused !== undefined) return refused
  }
  return undefined
}

/** @returns `date-invalid` for a date that doesn't exist. */
export const refuseDate = (field: string, date: IsoDate): Refused => isDate(date) ? undefined : refuse('date-invalid', { field })

const isOnGrid = (time: LocalTime): boolean => minutesOf(time) % gridMinutes === 0

/** @returns `time-invalid`, or `times-reversed` when the end does not lie after the beginning. */
export const refuseTimes = ({ from, to }: Interval): Refused => {
  if (!isTime(from) || !isTime(to)) return refuse('time-invalid')
  return from < to ? undefined : refuse('times-reversed')
}

/** @returns what `refuseTimes` gives, or `time-off-grid` for times that are no quarter of an hour. */
export const refuseOffGrid = (interval: Interval): Refused =>
  refuseTimes(interval) ?? (isOnGrid(interval.from) && isOnGrid(interval.to) ? undefined : refuse('time-off-grid', { minutes: gridMinutes }))

/** What a person does for themselves, or a professional types in for them after a spoken word. @returns `not-yourself`. */
export const refuseOthers = ({ by }: Ask, person: PersonId): Refused =>
  by.person === person || by.onBehalfOf === person ? undefined : refuse('not-yourself')

/** Whether a moment on the clock has come. */
export const hasCome = (date: IsoDate, time: LocalTime, zone: Zone, at: IsoInstant): boolean =>
  momentHasCome(momentOf(date, time, zone), at)

/** Whether two times share more than an instant; touching ends do not. */
export const overlap = (a: Interval, b: Interval): boolean => a.from < b.to && b.from < a.to
export const overlapOnDay = (a: DatedInterval, b: DatedInterval): boolean => a.date === b.date && overlap(a, b)

/** Whether two lists hold the same, in any order. */
export const sameSet = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && new Set(a).size === new Set([...a, ...b]).size

export const hasDouble = <Item>(items: readonly Item[]): boolean => new Set(items).size < items.length

/**
 * A map with one value changed. When the key is unknown nothing changes: the fact that made it may have been erased.
 */
export const change = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, how: (value: Value) => Value): ReadonlyMap<Key, Value> => {
  const value = map.get(key)
  return value === undefined ? map : put(map, key, how(value))
}
