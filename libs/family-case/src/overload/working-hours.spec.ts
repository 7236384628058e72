import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { momentOf, writeInstant } from '@samenspel/kernel'
import { callBy } from './working-hours.ts'

const zone = 'Europe/Amsterdam'
const local = (day: string, time: string) => momentOf(day, time, zone)
const closed = ['2027-04-27']

describe('within four working hours', () => {
  test.each([
    ['in the morning: the same afternoon', '2027-01-11', '10:15', '2027-01-11', '14:15'],
    ['exactly four hours before closing: at closing', '2027-01-11', '13:00', '2027-01-11', '17:00'],
    ['in the afternoon: the rest of it, and the next morning', '2027-01-11', '15:30', '2027-01-12', '11:30'],
    ['at night: the next morning counts from nine', '2027-01-11', '23:10', '2027-01-12', '13:00'],
    ['before opening: the same day', '2027-01-11', '06:00', '2027-01-11', '13:00'],
    ['on Friday afternoon: Monday', '2027-01-15', '16:00', '2027-01-18', '12:00'],
    ['on Saturday: Monday', '2027-01-16', '12:00', '2027-01-18', '13:00'],
    ['the evening before a closing day: the day after it', '2027-04-26', '18:00', '2027-04-28', '13:00'],
    ['across a closing day', '2027-04-26', '16:00', '2027-04-28', '12:00'],
    ['over the weekend in which summer time begins', '2027-03-26', '16:30', '2027-03-29', '12:30'],
    ['over the weekend in which it ends', '2027-10-29', '16:30', '2027-11-01', '12:30'],
  ])('%s', (_, day, time, dayOfCall, timeOfCall) => {
    expect(callBy(local(day, time), zone, closed)).toBe(local(dayOfCall, timeOfCall))
  })
  test('seconds are kept', () => {
    expect(callBy('2027-01-11T09:15:42.000Z', zone, [])).toBe('2027-01-11T13:15:42.000Z')
    // Late on a Monday, to the thousandth of a second: what is left goes on the next morning.
    expect(callBy('2027-01-11T14:10:11.123Z', zone, [])).toBe('2027-01-12T10:10:11.123Z')
  })
  test('counted minute by minute it is the same', () => {
    const minutes = fc.integer({ min: 0, max: 14 * 24 * 60 })
    fc.assert(fc.property(minutes, fc.subarray(['2027-04-27', '2027-04-28', '2027-05-05']), (after, closingDays) => {
      const at = Temporal.Instant.from(local('2027-04-23', '00:00')).add({ minutes: after })
      let moment = at
      for (let counted = 0; counted < 4 * 60; moment = moment.add({ minutes: 1 })) {
        const clock = moment.toZonedDateTimeISO(zone)
        if (clock.dayOfWeek <= 5 && clock.hour >= 9 && clock.hour < 17 && !closingDays.includes(clock.toPlainDate().toString())) counted++
      }
      expect(callBy(writeInstant(at), zone, closingDays)).toBe(writeInstant(moment))
    }), { numRuns: 60 })
  })
})
