import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { travelMinutes, type Point } from './travel.ts'

describe('travel time', () => {
  test('two minutes a kilometre, rounded up to five', () => {
    const home: Point = { x: 0, y: 0 }
    expect([[0, 0], [0.1, 0], [2.5, 0], [2.6, 0], [3, 4], [-6, -8]].map(([x, y]) => travelMinutes(home, { x: x!, y: y! }))).toEqual([0, 5, 5, 10, 10, 20])
  })
  test('there and back take the same, and a step in between is never much of a shortcut', () => {
    const point = fc.record({ x: fc.double({ min: -50, max: 50, noNaN: true }), y: fc.double({ min: -50, max: 50, noNaN: true }) })
    fc.assert(fc.property(point, point, point, (a, b, c) => {
      expect(travelMinutes(a, b)).toBe(travelMinutes(b, a))
      expect(travelMinutes(a, b) % 5).toBe(0)
      expect(travelMinutes(a, c)).toBeLessThanOrEqual(travelMinutes(a, b) + travelMinutes(b, c))
    }))
  })
})
