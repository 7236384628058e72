import { dayOf, haveGoneBy, isDate, zoneOf, type IsoDate, type IsoInstant, type Jurisdiction } from '@samenspel/kernel'

/** From one minute to another: `from` is inside, `until` is outside; without `until` it is open. */
export type Interval = { readonly from: IsoInstant; readonly until?: IsoInstant }

/** The moment of a request, with its civil day in the zone of the case. */
export type Moment = { readonly at: IsoInstant; readonly today: IsoDate }

/** @throws RangeError when the jurisdiction isn't known or `now` isn't an instant; a decision then refuses. */
export const momentIn = (jurisdiction: Jurisdiction, now: IsoInstant): Moment => {
  if (last?.at === now && last.jurisdiction === jurisdiction) return last
  if (jurisdiction !== 'NL' && jurisdiction !== 'BE') throw new RangeError('jurisdiction-unknown')
  last = { at: now, today: dayOf(now, zoneOf(jurisdiction)), jurisdiction }
  return last
}

/** All entries of a request are decided at one moment. */
let last: Moment & { readonly jurisdiction: Jurisdiction } | undefined

export const hasCome = (at: IsoInstant, now: Moment): boolean => haveGoneBy(0, at, now.at)

/** Whether a moment came, and some hours haven't passed since. */
export const isWithinHours = (at: IsoInstant, hours: number, now: Moment): boolean => hasCome(at, now) && !haveGoneBy(hours, at, now.at)

export const isDuring = (interval: Interval, now: Moment): boolean =>
  hasCome(interval.from, now) && (interval.until === undefined || !hasCome(interval.until, now))

/**
 * Age in whole years on a day. A birthday begins at local midnight; who was born on 29 February turns a year older on 1 March
 * in a common year (G-12).
 * @throws RangeError when the date of birth isn't known or isn't a date: no rule of age may be guessed.
 */
export const ageOn = (born: IsoDate | undefined, day: IsoDate): number => {
  if (born === undefined || !isKnownDate(born) || !isKnownDate(day)) throw new RangeError('date-of-birth-unknown')
  const hadBirthday = day.slice(5) >= born.slice(5)
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (hadBirthday ? 0 : 1)
}

/** The same few days are asked of every entry. */
const isKnownDate = (text: string): boolean => {
  if (dates.has(text)) return true
  if (!isDate(text)) return false
  if (dates.size >= mostDates) dates.clear()
  dates.add(text)
  return true
}

const dates = new Set<IsoDate>()
const mostDates = 10_000
