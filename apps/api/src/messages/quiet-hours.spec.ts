import { describe, expect, test } from '@jest/globals'
import { minutesOf, timeOf, writeInstant } from '@samenspel/kernel'
import fc from 'fast-check'
import { quietBegin, quietEnd, reminderAt, usualQuietHours as night } from './quiet-hours.ts'

const zone = 'Europe/Amsterdam'

describe('quiet hours', () => {
  test('hold from eight in the evening until eight in the morning, over midnight', () => {
    expect(quietEnd('2027-01-12T18:59:59.000Z', zone, night)).toBeUndefined()
    expect(quietEnd('2027-01-12T19:00:00.000Z', zone, night)).toBe('2027-01-13T07:00:00.000Z')
    expect(quietEnd('2027-01-13T03:00:00.000Z', zone, night)).toBe('2027-01-13T07:00:00.000Z')
    expect(quietEnd('2027-01-13T07:00:00.000Z', zone, night)).toBeUndefined()
  })
  test('go by the clock on the wall, also in the night in which it changes', () => {
    // An hour less: 20:00 is 19:00 UTC before, 08:00 is 06:00 UTC after.
    expect([quietBegin('2027-03-28T01:30:00.000Z', zone, night), quietEnd('2027-03-28T01:30:00.000Z', zone, night)]).toEqual(['2027-03-27T19:00:00.000Z', '2027-03-28T06:00:00.000Z'])
    // An hour more.
    expect([quietBegin('2027-10-31T00:30:00.000Z', zone, night), quietEnd('2027-10-31T00:30:00.000Z', zone, night)]).toEqual(['2027-10-30T18:00:00.000Z', '2027-10-31T07:00:00.000Z'])
  })
  test('can lie within a day, and the same time twice is never quiet', () => {
    const nap = { from: '13:00', until: '15:00' }
    expect([quietEnd('2027-01-12T11:59:00.000Z', zone, nap), quietEnd('2027-01-12T12:30:00.000Z', zone, nap), quietEnd('2027-01-12T14:00:00.000Z', zone, nap)]).toEqual([undefined, '2027-01-12T14:00:00.000Z', undefined])
    expect(quietEnd('2027-01-12T23:00:00.000Z', zone, { from: '20:00', until: '20:00' })).toBeUndefined()
  })
  test('go on for a day more when a spring night skips the time between them', () => {
    expect(quietEnd('2027-03-27T12:00:00.000Z', zone, { from: '03:00', until: '02:00' })).toBe('2027-03-29T00:00:00.000Z')
  })
  test('whatever hours are chosen, it is not quiet when they end, and they end within a day, or two when a spring night skips the time between', () => {
    const aTime = fc.integer({ min: 0, max: 24 * 60 - 1 }).map(timeOf)
    const aMoment = fc.oneof(fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) }), fc.constantFrom('2027-03-28T01:00Z', '2027-10-31T01:00Z').chain((change) => fc.integer({ min: -90_000_000, max: 90_000_000 }).map((away) => Date.parse(change) + away)))
    fc.assert(fc.property(aMoment, aTime, aTime, fc.constantFrom('Europe/Amsterdam' as const, 'Europe/Brussels' as const), (at, from, until, where) => {
      const now = writeInstant(Temporal.Instant.fromEpochMilliseconds(at))
      const end = quietEnd(now, where, { from, until })
      const clock = minutesOf(Temporal.Instant.from(now).toZonedDateTimeISO(where).toPlainTime().toString().slice(0, 5))
      const [start, stop] = [minutesOf(from), minutesOf(until)]
      const isQuiet = start < stop ? start <= clock && clock < stop : start > stop && (clock >= start || clock < stop)
      // Within the hour that is skipped or comes twice, both readings of the clock are right.
      const isNearChange = ['2027-03-28T01:00Z', '2027-10-31T01:00Z', '2026-03-29T01:00Z', '2026-10-25T01:00Z'].some((change) => Math.abs(at - Date.parse(change)) <= 2 * 3_600_000)
      if (!isNearChange) expect(end !== undefined).toBe(isQuiet)
      if (end === undefined) return
      expect(quietEnd(end, where, { from, until })).toBeUndefined()
      const minutesBetween = (start - stop + 24 * 60) % (24 * 60)
      expect(Temporal.Instant.from(now).until(end).total('hours')).toBeLessThanOrEqual(minutesBetween <= 60 ? 49 : 25)
    }), { numRuns: 300 })
  })
})

describe('a reminder', () => {
  test('a day before comes at the same time on the clock, also when the clock changes between', () => {
    expect(reminderAt('2027-01-12T09:00:00.000Z', 24, zone, night)).toBe('2027-01-11T09:00:00.000Z')
    expect(reminderAt('2027-03-28T08:00:00.000Z', 24, zone, night)).toBe('2027-03-27T09:00:00.000Z')
  })
  test('some hours before comes so many hours before', () => {
    expect(reminderAt('2027-01-12T13:00:00.000Z', 2, zone, night)).toBe('2027-01-12T11:00:00.000Z')
  })
  test('that would come in quiet hours comes before them: after them it may be too late', () => {
    expect(reminderAt('2027-01-12T07:30:00.000Z', 2, zone, night)).toBe('2027-01-11T18:30:00.000Z')
  })
})
