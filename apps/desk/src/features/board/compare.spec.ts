import { describe, expect, test } from '@jest/globals'
import { compareDays, countDifferences } from './compare.ts'
import type { DraftPart } from './draft.ts'

const part = (needId: string, date: string, start: string, change: Partial<DraftPart> = {}): DraftPart =>
  ({ needId, date, start, end: '23:00', modality: 'ONSITE', placeId: 'clinic', attendees: ['sem', 'anouk'], professionals: ['eva'], isEvening: false, ...change })
const tuesday = '2026-12-01', thursday = '2026-12-03'

describe('two plans side by side', () => {
  test('tell of each wish whether it stands the same, and else where the other has it', () => {
    const left = [part('same', tuesday, '09:00'), part('later', tuesday, '10:00'), part('moved', tuesday, '11:00'), part('formed', tuesday, '12:00'), part('only left', thursday, '09:00')]
    const right = [part('same', tuesday, '09:00', { attendees: ['anouk', 'sem'] }), part('later', tuesday, '10:30'), part('moved', thursday, '11:00'), part('formed', tuesday, '12:00', { professionals: ['ties'] })]
    const days = compareDays(left, right)
    expect(days.map(({ date }) => date)).toEqual([tuesday, thursday])
    expect(days[0]?.left.map(({ part: { needId }, difference, there }) => [needId, difference, there?.date, there?.start])).toEqual([
      ['same', 'same', tuesday, '09:00'], ['later', 'other-time', tuesday, '10:30'], ['moved', 'other-day', thursday, '11:00'], ['formed', 'other-form', tuesday, '12:00'],
    ])
    expect(days[1]?.left.map(({ difference }) => difference)).toEqual(['only-here'])
    expect(days[1]?.right.map(({ part: { needId }, difference }) => [needId, difference])).toEqual([['moved', 'other-day']])
    expect(countDifferences(days)).toBe(4)
  })
  test('of a plan with itself nothing differs', () => {
    const plan = [part('a', tuesday, '09:00'), part('b', thursday, '09:00')]
    expect(countDifferences(compareDays(plan, plan))).toBe(0)
  })
})
