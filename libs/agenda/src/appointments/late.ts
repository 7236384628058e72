import type { IsoDate, IsoInstant, LocalTime, Zone } from '@samenspel/kernel'

/**
 * Whether a cancellation is late: it comes after the same time on the clock, one day before the start.
 * An appointment at 10:00 on Monday can be cancelled in good time until 10:00 on Sunday, also in the night
 * in which the clock changes (then that is 23 or 25 hours). Late or not, no reason is ever asked:
 * it only tells the team when to wonder how the family is (product, "Listen").
 */
export const isLate = (date: IsoDate, start: LocalTime, zone: Zone, at: IsoInstant): boolean => {
  const lastMoment = Temporal.PlainDate.from(date).subtract({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: start })
  return Temporal.Instant.compare(at, lastMoment.toInstant()) > 0
}
