import { describe, expect, test } from '@jest/globals'
import { layoutRhythmWeek, type RhythmBlock } from './layout.ts'

const nap: RhythmBlock = { id: 'nap', kind: 'NAP', label: 'Dutje', weekdays: [1, 2], from: '12:30', to: '14:30' }
const school: RhythmBlock = { id: 'school', kind: 'SCHOOL', label: 'School', weekdays: [1], from: '08:30', to: '14:15' }
const bed: RhythmBlock = { id: 'bed', kind: 'BEDTIME', label: 'Naar bed', weekdays: [7], from: '19:00', to: '07:00' }

describe('a week of rhythm', () => {
  test('has seven days, and hours that hold every block', () => {
    const week = layoutRhythmWeek([nap, school, bed])
    expect(week.days).toHaveLength(7)
    expect(week).toMatchObject({ firstHour: 7, lastHour: 24, kinds: ['NAP', 'SCHOOL', 'BEDTIME'] })
  })

  test('gives blocks that overlap a lane each', () => {
    const monday = layoutRhythmWeek([nap, school]).days[0]
    expect(monday?.lanes).toBe(2)
    expect(monday?.blocks.map((block) => [block.id, block.lane])).toEqual([['school', 0], ['nap', 1]])
    expect(layoutRhythmWeek([nap, school]).days[1]?.lanes).toBe(1)
  })

  test('cuts a night at midnight', () => {
    expect(layoutRhythmWeek([bed]).days[6]?.blocks[0]).toMatchObject({ end: 1 })
  })

  test('shows an empty week as seven empty days', () => {
    expect(layoutRhythmWeek([]).days.every((day) => day.blocks.length === 0)).toBe(true)
  })
})
