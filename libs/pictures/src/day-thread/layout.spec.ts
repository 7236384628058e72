import { describe, expect, test } from '@jest/globals'
import { layoutDayThread, type DayStop } from './layout.ts'

const stop = (from: string, to: string): DayStop => ({ id: from, label: from, from, to, shape: 'circle', isEvening: false })

describe('the thread of a day', () => {
  test('runs from leaving home to being back', () => {
    const day = layoutDayThread([stop('11:00', '12:00'), stop('09:45', '10:30')], { leaveAt: '09:24', backAt: '12:34' })
    expect(day.stops.map((one) => one.id)).toEqual(['09:45', '11:00'])
    expect(day.from).toBeCloseTo(0.1)
    expect(day.to).toBeCloseTo((12 + 34 / 60 - 8) / 14)
  })

  test('is as long as its call when nobody travels', () => {
    expect(layoutDayThread([stop('20:00', '20:30')], undefined)).toMatchObject({ from: 12 / 14, to: 12.5 / 14 })
  })

  test('never leaves the scale of the day', () => {
    expect(layoutDayThread([stop('07:00', '23:00')], undefined)).toMatchObject({ from: 0, to: 1 })
  })
})
