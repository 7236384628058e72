import { describe, expect, test } from '@jest/globals'
import { ageInWords, createDates, createI18n, dateOf, mondayOf, pregnancyInWords, timeOf } from './index.ts'

const nl = createDates('nl', 'Europe/Amsterdam')
const en = createDates('en', 'Europe/Amsterdam')

describe('days and times in words', () => {
  test('a day has its weekday and no comma', () => {
    expect(nl.day('2026-12-01')).toBe('dinsdag 1 december')
    expect(en.day('2026-12-01')).toBe('Tuesday 1 December')
  })

  test('a time is said as people say it', () => {
    expect(nl.time('09:30')).toBe('9.30 uur')
    expect(nl.times('09:30', '12:00')).toBe('9.30 tot 12.00 uur')
    expect(en.times('09:30', '20:15')).toBe('9:30 to 20:15')
  })

  test('a moment is a day and a time, in the zone of the case; with its year where it is read later', () => {
    expect(nl.moment('2026-12-04T03:24:00.000Z')).toBe('vrijdag 4 december, 4.24 uur')
    expect(en.moment('2026-12-04T03:24:00.000Z')).toBe('Friday 4 December, 4:24')
    expect(nl.fullMoment('2026-12-31T23:30:00.000Z')).toBe('vrijdag 1 januari 2027, 0.30 uur')
  })

  test('near days have names, far ones a distance', () => {
    expect(nl.nearDay('2026-12-01', '2026-12-01')).toBe('vandaag')
    expect(nl.nearDay('2026-12-02', '2026-12-01')).toBe('morgen')
    expect(nl.nearDay('2026-12-04', '2026-12-01')).toBe('vrijdag 4 december')
    expect(nl.relative('2026-12-04', '2026-12-01')).toBe('over 3 dagen')
    expect(nl.relative('2026-12-22', '2026-12-01')).toBe('over 3 weken')
  })

  test('a week begins on Monday, also over the end of a year', () => {
    expect(mondayOf('2026-12-06')).toBe('2026-11-30')
    expect(mondayOf('2027-01-01')).toBe('2026-12-28')
  })

  test('a moment falls on the day and time of the zone of the case, in winter and in summer', () => {
    expect(dateOf('2026-11-30T23:30:00.000Z', 'Europe/Amsterdam')).toBe('2026-12-01')
    expect(timeOf('2026-11-30T23:30:00.000Z', 'Europe/Amsterdam')).toBe('00:30')
    expect(timeOf('2026-07-01T12:00:00.000Z', 'Europe/Brussels')).toBe('14:00')
  })
  test('a visit is behind us when it has ended there, one without an end when its day has', () => {
    const now = new Date('2026-11-30T14:00:00.000Z')
    const { hasPassed } = createDates('nl', 'Europe/Amsterdam')
    expect([['2026-11-29', '23:59'], ['2026-11-29', null], ['2026-11-30', '15:00'], ['2026-11-30', '15:01'], ['2026-11-30', null], ['2026-12-01', '00:00']]
      .map(([date, end]) => hasPassed(date!, end!, now))).toEqual([true, true, true, false, false, false])
  })
})

describe('ages in words', () => {
  test.each([
    ['2026-11-20', '3 weken'],
    ['2026-07-11', '5 maanden'],
    ['2025-10-01', '1 jaar en 2 maanden'],
    ['2024-12-11', '2 jaar'],
    ['2020-03-01', '6 jaar'],
  ])('born %s', (born, words) => {
    expect(ageInWords('nl', born, '2026-12-11')).toBe(words)
  })

  test('before birth, the weeks of the pregnancy', () => {
    expect(pregnancyInWords('nl', '2027-04-02', '2026-12-11')).toBe('24 weken zwanger')
  })
})

test('a text counts in the grammar of its language', () => {
  const text = { stops: '{count, plural, one {# afspraak} other {# afspraken}}' }
  expect(createI18n('nl', text)._('stops', { count: 1 })).toBe('1 afspraak')
  expect(createI18n('nl', text)._('stops', { count: 3 })).toBe('3 afspraken')
})
