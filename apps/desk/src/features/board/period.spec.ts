import { describe, expect, test } from '@jest/globals'
import { daysOf, periodOf, stepped, weekNumber, workingDayFrom } from './period.ts'

describe('the days of the board', () => {
  test('are the week in which a day lies, without its weekend unless something is on it', () => {
    const week = periodOf('week', '2026-11-29')
    expect(week).toEqual({ view: 'week', from: '2026-11-23', until: '2026-11-29' })
    expect(daysOf(week, new Set())).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'])
    expect(daysOf(week, new Set(['2026-11-28']))).toHaveLength(6)
  })
  test('are the whole weeks of a month, six at most', () => {
    expect(periodOf('month', '2026-12-15')).toEqual({ view: 'month', from: '2026-11-30', until: '2027-01-03' })
    expect(periodOf('month', '2026-08-15')).toEqual({ view: 'month', from: '2026-07-27', until: '2026-09-06' })
    expect(periodOf('month', '2027-02-10')).toEqual({ view: 'month', from: '2027-02-01', until: '2027-02-28' })
  })
  test('go on by a week or a month, also from the 31st and over a year', () => {
    expect([stepped('week', '2026-12-30', 1), stepped('week', '2026-01-01', -1)]).toEqual(['2027-01-06', '2025-12-25'])
    expect([stepped('month', '2026-12-31', 1), stepped('month', '2026-12-31', -1), stepped('month', '2026-01-31', -1)]).toEqual(['2027-01-01', '2026-11-01', '2025-12-01'])
  })
  test('have the number of their week, also where the year has fifty-three', () => {
    expect(['2026-11-30', '2026-12-31', '2027-01-03', '2027-01-04', '2024-12-30'].map(weekNumber)).toEqual([49, 53, 53, 1, 1])
  })
  test('begin after a weekend with what comes', () => {
    expect(['2026-11-27', '2026-11-28', '2026-11-29'].map(workingDayFrom)).toEqual(['2026-11-27', '2026-11-30', '2026-11-30'])
  })
})
