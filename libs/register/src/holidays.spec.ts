import { describe, expect, test } from '@jest/globals'
import { holidaysFrom, holidaysOf, isOnHoliday, nextOwnHoliday, ownHolidays } from './holidays.ts'

const named = (jurisdiction: 'NL' | 'BE', year: number) => new Map(holidaysOf(jurisdiction, year).map(({ name, date, isClosed }) => [name, isClosed ? date : `${date}, as one chooses`]))

describe('holidays', () => {
  test('have names, and some of them are for an organisation to choose', () => {
    expect([named('NL', 2026).get('kingsDay'), named('NL', 2026).get('goodFriday'), named('NL', 2026).get('liberationDay')]).toEqual(['2026-04-27', '2026-04-03, as one chooses', '2026-05-05, as one chooses'])
    expect(named('NL', 2030).get('liberationDay')).toBe('2030-05-05')
    expect([named('BE', 2027).get('armistice'), named('BE', 2027).get('flemishDay'), named('BE', 2027).get('secondChristmas')]).toEqual(['2027-11-11', '2027-07-11, as one chooses', '2027-12-26, as one chooses'])
    expect([named('BE', 2027).has('kingsDay'), named('NL', 2027).has('nationalDay')]).toEqual([false, false])
  })
  test('of the year that begins today are told once each, in order, over New Year', () => {
    const coming = holidaysFrom('NL', '2026-11-30').map(({ name }) => name)
    expect(coming).toEqual(['christmas', 'secondChristmas', 'newYear', 'goodFriday', 'easterMonday', 'kingsDay', 'liberationDay', 'ascension', 'whitMonday'])
    expect(new Set(coming).size).toBe(coming.length)
  })
  test.each([[1961, '1961-04-03'], [2000, '2000-04-24'], [2019, '2019-04-22'], [2038, '2038-04-26']])('Easter Monday of %i', (year, date) => {
    expect(named('BE', year).get('easterMonday')).toBe(date)
  })
  test('that are one’s own to choose are those on which care isn’t closed in some year, and no others', () => {
    for (const jurisdiction of ['NL', 'BE'] as const) {
      const free = new Set([2026, 2027, 2028, 2029, 2030].flatMap((year) => holidaysOf(jurisdiction, year).flatMap(({ name, isClosed }) => isClosed ? [] : [name])))
      expect(free).toEqual(new Set(ownHolidays[jurisdiction]))
    }
  })
  test('that were chosen once come back each year, on the day on which they fall', () => {
    const chosen = { jurisdiction: 'NL', names: ['goodFriday'] } as const
    expect(['2026-04-03', '2027-03-26', '2027-04-03', '2040-03-30'].map((date) => isOnHoliday(chosen, date))).toEqual([true, true, false, true])
    expect([nextOwnHoliday('NL', 'goodFriday', '2026-04-04'), nextOwnHoliday('NL', 'liberationDay', '2029-05-06'), nextOwnHoliday('NL', 'christmas', '2026-01-01')]).toEqual(['2027-03-26', '2031-05-05', undefined])
  })
})
