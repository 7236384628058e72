import { dayOf, isDate, zoneOf, type IsoDate, type IsoInstant, type Jurisdiction } from '@samenspel/kernel'

/** From one minute to another: `from` is inside, `until` is outside; without `until` it is open. */
export type Interval = { readonly from: IsoInstant; readonly until?: IsoInstant }

/** The moment of a request, with its civil day in the zone of the case. */
export type Moment = { readonly at: IsoInstant; readonly today: IsoDate }

/** @throws RangeError when the jurisdiction isn't known or `now` isn't an instant; a decision then refuses. */
export const momentIn = (jurisdiction: Jurisdiction, now: IsoInstant): Moment => {
  if (jurisdiction !== 'NL' && jurisdiction !== 'BE') throw new RangeError('jurisdiction-unknown')
  return { at: now, today: dayOf(now, zoneOf(jurisdiction)) }
}

export const hasCome = (at: IsoInstant, now: Moment): boolean => Temporal.Instant.compare(at, now.at) <= 0

export const isDuring = (interval: Interval, now: Moment): boolean =>
  hasCome(interval.from, now) && (interval.until === undefined || !hasCome(interval.until, now))

/**
 * Age in whole years on a day. A birthday begins at local midnight; who was born on 29 February turns a year older on 1 March
 * in a common year (G-12).
 * @throws RangeError when the date of birth isn't known or isn't a date: no rule of age may be guessed.
 */
export const ageOn = (born: IsoDate | undefined, day: IsoDate): number => {
  if (born === undefined || !isDate(born) || !isDate(day)) throw new RangeError('date-of-birth-unknown')
  const hadBirthday = day.slice(5) >= born.slice(5)
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (hadBirthday ? 0 : 1)
}
