import { describe, expect, test } from '@jest/globals'
import { holidaysFrom, holidaysOf } from './holidays.ts'

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
})
