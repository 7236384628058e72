/** Working hours of the case: Monday to Friday, in its own zone, on days that aren't closed. */
import { writeInstant, type IsoDate, type IsoInstant, type Zone } from '@samenspel/kernel'

const opens = 9
const closes = 17

/** Within how many working hours a parent who says that it is too much is called. */
export const hoursToCall = 4

/**
 * The moment before which somebody calls: the given number of working hours after `at`. Nights, weekends and closing days don't
 * count; hours are those of the clock on the wall, so daylight saving time changes nothing.
 * @param closingDays days in the zone, besides weekends, on which nobody works
 */
export const callBy = (at: IsoInstant, zone: Zone, closingDays: readonly IsoDate[], hours = hoursToCall): IsoInstant => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime()
  let day = local.toPlainDate()
  let from = local.toPlainTime()
  // In whole parts, since no moment is more exact: a time of day takes no fractions of its units.
  let left = Temporal.Duration.from({ hours }).total('milliseconds')
  for (;;) {
    const start = later(from, Temporal.PlainTime.from({ hour: opens }))
    const available = isWorkingDay(day, closingDays) ? Math.max(0, start.until({ hour: closes }).total('milliseconds')) : 0
    if (left <= available) return writeInstant(day.toZonedDateTime({ timeZone: zone, plainTime: start.add({ milliseconds: left }) }).toInstant())
    left -= available
    day = day.add({ days: 1 })
    from = Temporal.PlainTime.from({ hour: opens })
  }
}

const isWorkingDay = (day: Temporal.PlainDate, closingDays: readonly IsoDate[]): boolean => day.dayOfWeek <= 5 && !closingDays.includes(day.toString())

const later = (a: Temporal.PlainTime, b: Temporal.PlainTime): Temporal.PlainTime => Temporal.PlainTime.compare(a, b) < 0 ? b : a
