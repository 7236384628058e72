import { describe, expect, test } from '@jest/globals'
import { layoutLoads, whenOf, type LoadedWeek, type WeekLoad } from './layout.ts'

const load = (change: Partial<WeekLoad> = {}): WeekLoad => ({ visits: 0, travelMinutes: 0, contacts: 0, evenings: 0, windows: 4, windowsKept: 4, ...change })
const week = (monday: string, apart: Partial<WeekLoad> = {}, plan: Partial<WeekLoad> = {}): LoadedWeek => ({ monday, short: monday, now: load(), apart: load(apart), plan: load(plan) })

describe('how full weeks are', () => {
  test('every measure is drawn against the fullest week of its own row', () => {
    const rows = layoutLoads([week('2026-11-23', { visits: 4, travelMinutes: 200 }, { visits: 1, travelMinutes: 50 }), week('2026-11-30', { visits: 2 })], '2026-11-24')
    const of = (measure: string) => rows.find((row) => row.measure === measure)?.cells.map(({ apart, plan }) => [apart.height, plan.height])
    expect(of('visits')).toEqual([[1, 0.25], [0.5, 0]])
    expect(of('travelMinutes')).toEqual([[1, 0.25], [0, 0]])
  })
  test('own time is drawn against all of it, so that a week that loses some shows it', () => {
    const [cell] = layoutLoads([week('2026-11-23', { windowsKept: 1 }, { windowsKept: 3 })], '2026-11-24').find(({ measure }) => measure === 'windowsKept')?.cells ?? []
    expect([cell?.apart.height, cell?.plan.height, cell?.all]).toEqual([0.25, 0.75, 4])
  })
  test('a week of nothing has no bars', () => {
    expect(layoutLoads([week('2026-11-23')], '2026-11-24')[0]?.cells[0]).toMatchObject({ apart: { height: 0 }, plan: { height: 0 } })
  })
  test('knows past, this and coming weeks, Sunday included', () => {
    expect(['2026-11-16', '2026-11-23', '2026-11-30'].map((monday) => whenOf(monday, '2026-11-29'))).toEqual(['past', 'now', 'coming'])
  })
})
