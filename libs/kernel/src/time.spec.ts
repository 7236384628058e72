import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays, covers, dayOf, daysBetween, isDate, isTime, millisecondsOf, minutesOf, momentOf, nanosecondsOf, timeOf, writeInstant } from './time.ts'

const aDay = fc.date({ min: new Date('1990-01-01T00:00:00.000Z'), max: new Date('2060-12-31T00:00:00.000Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

describe('a day', () => {
  test('is the day on the clock of the place, not that of UTC', () => {
    expect(dayOf('2026-11-28T23:30:00.000Z', 'Europe/Amsterdam')).toBe('2026-11-29')
    expect(dayOf('2026-07-01T21:59:59.999Z', 'Europe/Brussels')).toBe('2026-07-01')
    expect(dayOf('2026-07-01T22:00:00.000Z', 'Europe/Brussels')).toBe('2026-07-02')
  })
  test('begins at local midnight at every moment of every hour, also when the clock changes', () => {
    const moment = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2045, 0) })
    const change = fc.tuple(fc.constantFrom('2026-03-29T01:00Z', '2026-10-25T01:00Z'), fc.integer({ min: -200_000_000, max: 200_000_000 })).map(([at, away]) => Date.parse(at) + away)
    fc.assert(fc.property(fc.oneof(moment, change), fc.constantFrom('Europe/Amsterdam' as const, 'Europe/Brussels' as const), (at, zone) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(at)
      expect(dayOf(writeInstant(instant), zone)).toBe(instant.toZonedDateTimeISO(zone).toPlainDate().toString())
    }))
  })
  test('is not guessed from what is no moment', () => {
    expect(dayOf('2026-11-24T09:00:00.000Z', 'Europe/Amsterdam')).toBe('2026-11-24')
    for (const text of ['2026-11-24T09:00:00.000X', '2026-11-24T09', '2026-02-30T09:00:00.000Z', 'nu', '']) expect(() => dayOf(text, 'Europe/Amsterdam')).toThrow()
  })
  test('has to exist', () => {
    for (const day of ['2026-02-28', '2028-02-29', '2026-12-31']) expect(isDate(day)).toBe(true)
    for (const text of ['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '2026-01-01T10:00', ' 2026-01-01', '+002026-01-01', 'gisteren', '']) expect([text, isDate(text)]).toEqual([text, false])
  })
  test('exists when the calendar has it', () => {
    const exists = (text: string) => { try { Temporal.PlainDate.from(text, { overflow: 'reject' }); return true } catch { return false } }
    const two = (number: number) => String(number).padStart(2, '0')
    fc.assert(fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }), (year, month, day) => {
      const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
      expect([text, isDate(text)]).toEqual([text, exists(text)])
    }), { numRuns: 1_000 })
  })
  test('so many days later lies so many days away', () => {
    fc.assert(fc.property(aDay, fc.integer({ min: -4_000, max: 4_000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days)
    }))
  })
})

describe('a moment', () => {
  test('is read as the calendar reads it, however it is written', () => {
    const moment = fc.bigInt({ min: -62_000_000_000_000_000_000n, max: 253_000_000_000_000_000_000n }).map((at) => Temporal.Instant.fromEpochNanoseconds(at))
    fc.assert(fc.property(moment, fc.constantFrom(0, 3, 6, 9, undefined), (instant, digits) => {
      const text = digits === undefined ? instant.toString() : instant.toString({ fractionalSecondDigits: digits as 0 })
      expect(nanosecondsOf(text)).toBe(Temporal.Instant.from(text).epochNanoseconds)
      expect(millisecondsOf(writeInstant(instant))).toBe(Temporal.Instant.from(writeInstant(instant)).epochMilliseconds)
    }))
  })
  test('that isn’t one is not guessed', () => {
    for (const text of ['2026-02-30T09:00:00.000Z', '2026-13-01T09:00:00.000Z', '2026-02-03T24:00:00.000Z', '2026-02-03T09:60:00.000Z', '2026-02-03T09:00:00.00Z0', '2026-02-03', '']) expect(() => nanosecondsOf(text)).toThrow()
  })
})

describe('a time on the clock', () => {
  test('has two digits for the hour and for the minutes', () => {
    for (const time of ['00:00', '09:05', '23:59']) expect(isTime(time)).toBe(true)
    for (const text of ['24:00', '9:05', '09:60', '09.05', '09:05:00', '', ' 09:05']) expect([text, isTime(text)]).toEqual([text, false])
  })
  test('is so many minutes after midnight, and back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 24 * 60 - 1 }), (minutes) => {
      expect(isTime(timeOf(minutes))).toBe(true)
      expect(minutesOf(timeOf(minutes))).toBe(minutes)
    }))
  })
  test('stays the same over the change of the clock, though the moment moves', () => {
    expect(momentOf('2026-10-24', '09:30', 'Europe/Amsterdam')).toBe('2026-10-24T07:30:00.000Z')
    expect(momentOf('2026-10-26', '09:30', 'Europe/Amsterdam')).toBe('2026-10-26T08:30:00.000Z')
  })
  test('that the change of the clock skips is the hour after it; that comes twice is the first', () => {
    expect(momentOf('2026-03-29', '02:30', 'Europe/Brussels')).toBe('2026-03-29T01:30:00.000Z')
    expect(momentOf('2026-10-25', '02:30', 'Europe/Brussels')).toBe('2026-10-25T00:30:00.000Z')
  })
  test('on a day is a moment of that day', () => {
    fc.assert(fc.property(aDay, fc.integer({ min: 0, max: 24 * 60 - 1 }), fc.constantFrom('Europe/Amsterdam' as const, 'Europe/Brussels' as const), (day, minutes, zone) => {
      expect(dayOf(momentOf(day, timeOf(minutes), zone), zone)).toBe(day)
    }))
  })
})

describe('a moment', () => {
  test('is written with milliseconds, so that texts stand in the order of time', () => {
    expect(writeInstant(Temporal.Instant.from('2026-11-29T10:00Z'))).toBe('2026-11-29T10:00:00.000Z')
    const moment = fc.integer({ min: 0, max: 4_000_000_000_000 })
    fc.assert(fc.property(moment, moment, (one, other) => {
      const [a, b] = [one, other].map((at) => writeInstant(Temporal.Instant.fromEpochMilliseconds(at))) as [string, string]
      expect(a < b).toBe(one < other)
    }))
  })
})

describe('a period', () => {
  const june = { from: '2026-06-01', until: '2026-06-30' }
  test('covers its first and its last day, and no other', () => {
    expect(['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map((day) => covers(june, day))).toEqual([false, true, true, false])
  })
  test('without an end is open', () => {
    expect(covers({ from: '2026-06-01' }, '2099-01-01')).toBe(true)
  })
})
