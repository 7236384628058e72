import { describe, expect, test } from '@jest/globals'
import { minutesOf } from '@samenspel/kernel'
import fc from 'fast-check'
import type { TravelFigures } from './facts.ts'
import type { CaseTravel } from './format.ts'
import { familyTravel, minutesAt, minutesToBeThere, travelMatrix } from './travel.ts'

const figures: TravelFigures = { rush: [{ from: '07:00', to: '09:00', percent: 130 }], publicTransport: { percent: 150, minutes: 15 } }
const usual = [[0, 25, 40], [25, 0, 20], [40, 20, 0]]
const both = { parentA: 'mother', parentB: 'father' }
const way = (travel: CaseTravel, time: string, from = 0, to = 1) => minutesAt(travel, minutesOf(time))[from]?.[to]

describe('the way in rush hours', () => {
  const busy = familyTravel(usual, figures, both, [])
  test('takes longer for who leaves in them, in fives, and less and less at their end', () => {
    expect(['06:55', '07:00', '08:55', '09:00', '09:05', '12:00'].map((time) => way(busy, time))).toEqual([25, 35, 35, 30, 25, 25])
  })
  test('is begun so late that one is just there', () => {
    expect(['07:00', '08:00', '09:30', '12:00'].map((time) => minutesToBeThere(busy, 0, 1, minutesOf(time)))).toEqual([25, 35, 25, 25])
  })
  test('is as ever where nobody chose figures', () => {
    expect(familyTravel(usual, undefined, both, [])).toEqual({ travelMinutes: usual })
    expect(familyTravel(usual, { ...figures, rush: [] }, both, [])).toEqual({ travelMinutes: usual })
  })
})

describe('the way without a car', () => {
  test('is by bus or train, for who has none', () => {
    const { withoutCar, travelMinutes } = familyTravel(usual, { ...figures, rush: [] }, both, ['father'])
    expect(travelMinutes).toEqual(usual)
    expect(withoutCar).toEqual({ parent: 'parentB', travelMinutes: [[0, 55, 75], [55, 0, 45], [75, 45, 0]] })
  })
  test('is everybody’s where nobody has one', () => {
    expect(familyTravel(usual, { ...figures, rush: [] }, both, ['father', 'mother'])).toEqual({ travelMinutes: [[0, 55, 75], [55, 0, 45], [75, 45, 0]] })
    expect(familyTravel(usual, { ...figures, rush: [] }, { parentA: 'mother', parentB: undefined }, ['mother']).travelMinutes[0]).toEqual([0, 55, 75])
  })
})

/** What a case demands of its ways at every departure (docs/develop/bundling-format.md, "Travel"). */
const expectSound = (travel: CaseTravel, atLeast: CaseTravel) => {
  const tables = Array.from({ length: 24 * 12 }, (_, index) => minutesAt(travel, index * 5))
  const tableAt = (departure: number) => tables[departure / 5] ?? travel.travelMinutes
  for (let departure = 0; departure + 5 < 24 * 60; departure += 5) {
    const [now, next, least] = [tableAt(departure), tableAt(departure + 5), minutesAt(atLeast, departure)]
    for (const [from, row] of now.entries()) {
      for (const [to, minutes] of row.entries()) {
        if (minutes % 5 !== 0 || minutes < (travel.travelMinutes[from]?.[to] ?? 0) || minutes < (least[from]?.[to] ?? 0)) throw new Error('quicker than usual, or than by car')
        if ((next[from]?.[to] ?? 0) + 5 < minutes) throw new Error('who leaves later arrives earlier')
        if (row.some((first, over) => minutes > first + (tableAt(departure + first)[over]?.[to] ?? 0))) throw new Error('a detour is quicker')
      }
    }
  }
}

test('whatever is chosen, nobody arrives earlier for leaving later, and no detour is quicker', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 20 }), y: fc.integer({ min: 0, max: 20 }) })
  const percent = fc.integer({ min: 100, max: 300 })
  const rush = fc.tuple(percent, percent, percent).map(([one, two, three]) => [{ from: '07:00', to: '08:10', percent: one }, { from: '08:10', to: '08:20', percent: two }, { from: '16:00', to: '18:30', percent: three }])
  fc.assert(fc.property(fc.array(point, { minLength: 2, maxLength: 4 }), rush, percent, fc.integer({ min: 0, max: 60 }), (points, hours, slower, minutes) => {
    const table = travelMatrix(points.map((_, index) => String(index)), (from, to) => Math.hypot(points[Number(from)]!.x - points[Number(to)]!.x, points[Number(from)]!.y - points[Number(to)]!.y) * 2)
    const { withoutCar, ...car } = familyTravel(table, { rush: hours, publicTransport: { percent: slower, minutes } }, both, ['mother'])
    expectSound(car, { travelMinutes: table })
    expectSound(withoutCar!, car)
  }), { numRuns: 15 })
})
