import { writeInstant, type IsoInstant, type LocalTime, type Zone } from '@samenspel/kernel'

/** Wall-clock times between which no mail comes, `from` included; over midnight when `until` lies before `from`. The same twice: at no time. */
export type QuietHours = { readonly from: LocalTime; readonly until: LocalTime }

export const usualQuietHours: QuietHours = { from: '20:00', until: '08:00' }

/**
 * When quiet hours that hold at a moment end. Times are those on the clock of the zone, also on the night on which it changes.
 * @returns nothing when it is not quiet
 */
export const quietEnd = (at: IsoInstant, zone: Zone, hours: QuietHours): IsoInstant | undefined => bounds(at, zone, hours)?.end

/** When quiet hours that hold at a moment began. @returns nothing when it is not quiet */
export const quietBegin = (at: IsoInstant, zone: Zone, hours: QuietHours): IsoInstant | undefined => bounds(at, zone, hours)?.begin

/** Tonight's and last night's are tried: one of them may hold. */
const bounds = (at: IsoInstant, zone: Zone, { from, until }: QuietHours): { readonly begin: IsoInstant; readonly end: IsoInstant } | undefined => {
  if (from === until) return undefined
  const moment = Temporal.Instant.from(at)
  const today = moment.toZonedDateTimeISO(zone).toPlainDate()
  for (const day of [today, today.subtract({ days: 1 })]) {
    const begin = day.toZonedDateTime({ timeZone: zone, plainTime: from }).toInstant()
    const end = (until > from ? day : day.add({ days: 1 })).toZonedDateTime({ timeZone: zone, plainTime: until }).toInstant()
    if (Temporal.Instant.compare(begin, moment) <= 0 && Temporal.Instant.compare(moment, end) < 0) {
      // The time between two quiets can lie in the hour that a spring night skips: then one goes over into the other.
      return { begin: writeInstant(begin), end: bounds(writeInstant(end), zone, { from, until })?.end ?? writeInstant(end) }
    }
  }
  return undefined
}

/** How long before quiet hours a reminder comes that would have come in them, in minutes. */
const beforeQuietMinutes = 30

/**
 * When a reminder of something comes: so many hours before, whole days by the clock. One that would come in quiet hours comes before
 * them, since after them it may be too late.
 */
export const reminderAt = (startsAt: IsoInstant, leadHours: number, zone: Zone, hours: QuietHours): IsoInstant => {
  const at = writeInstant(Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).subtract({ days: Math.floor(leadHours / 24), hours: leadHours % 24 }).toInstant())
  const begin = quietBegin(at, zone, hours)
  return begin === undefined ? at : writeInstant(Temporal.Instant.from(begin).subtract({ minutes: beforeQuietMinutes }))
}
