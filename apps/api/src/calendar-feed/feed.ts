import { momentOf, type IsoDate, type IsoInstant, type LocalTime, type Zone } from '@samenspel/kernel'
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** One appointment as a calendar may know it: when and where, and nothing of what it is for (A-10, C-13). */
export type FeedEntry = {
  readonly appointmentId: string
  readonly date: IsoDate
  readonly start: LocalTime
  readonly end: LocalTime
  readonly zone: Zone
  /** The street of a place that says nothing about the kind of care; absent at home and by picture. */
  readonly address?: string
  readonly isCancelled: boolean
  /** When it was last changed: calendars take a later one for newer. */
  readonly changedAt: IsoInstant
}

export type FeedOptions = {
  /** What every appointment is called: "Afspraak". */
  readonly title: string
  readonly language: 'nl' | 'en'
  /** No reminders while the family said that it is too much. */
  readonly remindersPaused: boolean
}

/** How long before an appointment a calendar reminds, in seconds. */
const reminders = [24 * 3600, 2 * 3600]

/**
 * A calendar feed (RFC 5545) with neutral titles. The same appointment keeps its UID over changes, so that it moves in a calendar
 * instead of standing there twice; a cancelled one says so.
 * @returns the text of the feed; times in UTC, which every calendar shows in its own zone.
 */
export const feedOf = (entries: readonly FeedEntry[], { title, language, remindersPaused }: FeedOptions): string => {
  const calendar = ical({ name: 'Samenspel', prodId: { company: 'Samenspel', product: 'Samenspel', language }, method: ICalCalendarMethod.PUBLISH, ttl: 3600 })
  for (const { appointmentId, date, start, end, zone, address, isCancelled, changedAt } of entries) {
    const event = calendar.createEvent({
      id: `${appointmentId}@samenspel`, summary: title, start: momentOf(date, start, zone), end: momentOf(date, end, zone), stamp: changedAt, lastModified: changedAt,
      sequence: sequenceOf(changedAt), status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED, ...(address !== undefined && { location: address }),
    })
    if (isCancelled || remindersPaused) continue
    for (const trigger of reminders) event.createAlarm({ type: ICalAlarmType.display, triggerBefore: trigger, description: title })
  }
  return calendar.toString()
}

/** A number that grows with every change: minutes since 2020, small enough for every client. */
const sequenceOf = (changedAt: IsoInstant): number =>
  Math.floor((Temporal.Instant.from(changedAt).epochMilliseconds - Temporal.Instant.from('2020-01-01T00:00:00Z').epochMilliseconds) / 60_000)
