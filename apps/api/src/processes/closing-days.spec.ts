import { describe, expect, test } from '@jest/globals'
import { closingDaysAround, closingDaysOf } from './closing-days.ts'

describe('closing days', () => {
  test('in the Netherlands', () => {
    expect(closingDaysOf('NL', 2026)).toEqual(['2026-01-01', '2026-04-06', '2026-04-27', '2026-05-14', '2026-05-25', '2026-12-25', '2026-12-26'])
  })
  test('in Flanders', () => {
    expect(closingDaysOf('BE', 2027)).toEqual(['2027-01-01', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-17', '2027-07-21', '2027-08-15', '2027-11-01', '2027-11-11', '2027-12-25'])
  })
  test('liberation day closes every fifth year; the king keeps Sunday free', () => {
    expect(closingDaysOf('NL', 2030)).toContain('2030-05-05')
    expect(closingDaysOf('NL', 2031)).not.toContain('2031-05-05')
    expect(closingDaysOf('NL', 2031)).toContain('2031-04-26')
  })
  test('a plan that runs over New Year knows the days of both years', () => {
    expect(closingDaysAround('NL', '2026-12-20')).toEqual(expect.arrayContaining(['2026-12-25', '2027-01-01']))
  })
  test.each([[1961, '1961-04-03'], [2000, '2000-04-24'], [2019, '2019-04-22'], [2038, '2038-04-26']])('Easter Monday of %i', (year, date) => {
    expect(closingDaysOf('BE', year)).toContain(date)
  })
})
