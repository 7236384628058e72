import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { burdenSum, checkPlan, compareBurdens, type BundlingCase, type Family } from '../index.ts'
import { loadSolver } from '../master/highs-solver.ts'
import type { Solver } from '../master/program.ts'
import { unlimited } from '../search/budget.ts'
import { mostUrgentFirst } from '../search/plan-case.ts'
import { bestAnswer, firstAnswer, groundOf, taskOf } from '../search/plan-family.ts'
import { richerCases } from '../testing/richer-cases.ts'
import { aNeed, firstWeek, offers, secondWeek, smallCase, smallFamily } from '../testing/small-case.ts'
import { tinyCases } from '../testing/tiny-cases.ts'
import { firstFreeRegion } from './first-free-region.ts'
import { planRegionWith, type PlanRegionOptions } from './plan-region.ts'

let solver: Solver
beforeAll(async () => { solver = await loadSolver() })

/** Families that want the time of the same two professionals, and where a case has them, of the same interpreters and rooms. */
const regionsOf = (families: fc.Arbitrary<BundlingCase>) => fc.array(families, { minLength: 2, maxLength: 4 }).map((cases): BundlingCase => ({
  ...cases[0]!, families: cases.map(({ families }, index): Family => ({ ...families[0]!, id: `family-${index + 1}` })),
}))
const shape = { dates: [firstWeek[0], secondWeek[0]], needs: 3, windows: 4 }
const regions = regionsOf(tinyCases(shape))
const allDay = () => Object.fromEntries(firstWeek.map(date => [date, [['08:00', '21:00'] as const]]))
const planned = (region: BundlingCase, options: Partial<PlanRegionOptions> = {}) => planRegionWith(region, { solver, budget: unlimited, rounds: 6, ...options })

describe('in every region', () => {
  test('nobody is booked twice, every family keeps its rules, and the rounds make neither the sum heavier nor the worst-off family worse off', () => {
    let kept = 0
    fc.assert(fc.property(regions, region => {
      const found = planned(region)
      kept += found.kept
      expect(checkPlan(region, found.appointments)).toEqual({ violations: [], burden: found.burden })
      expect(burdenSum(found.families.map(one => one.burden))).toEqual(found.burden)
      expect(compareBurdens(found.burden, found.before)).toBeLessThanOrEqual(0)
      expect(compareBurdens(found.worstOff!.now.load, found.worstOff!.before.load)).toBeLessThanOrEqual(0)
    }), { numRuns: 25, seed: 3 })
    expect(kept).toBeGreaterThan(0)
  })

  test('with interpreters and rooms too, nobody and no room is booked twice', () => {
    let asked = 0
    fc.assert(fc.property(regionsOf(richerCases(shape)), region => {
      const { appointments, burden } = planned(region)
      asked += appointments.filter(one => one.room !== undefined || one.interpreter !== undefined).length
      for (const plan of [{ appointments, burden }, firstFreeRegion(region)]) expect(checkPlan(region, plan.appointments)).toEqual({ violations: [], burden: plan.burden })
    }), { numRuns: 15, seed: 6 })
    expect(asked).toBeGreaterThan(5)
  })

  test.each([
    ['room', { roomsAt: { hospital: [{ id: 'room', free: allDay(), equipment: [] }] } }, {}],
    ['interpreter', { interpreters: { interpreter: { languages: ['ar'], free: allDay() } } }, { interpreter: 'ar' }],
  ])('one %s is for one family at a time, the other comes on another day', (_what, shared, asking) => {
    const [monday, tuesday] = firstWeek
    const hour = offers([monday, ['10:00', '11:00']], [tuesday, ['10:00', '11:00']])
    const family = (number: 1 | 2) => smallFamily({ id: `family-${number}`, needs: [aNeed('n1', { staffing: [[`pro-${number}`]], ...asking })] })
    const region: BundlingCase = { ...smallCase(family(1), { 'pro-1': hour, 'pro-2': hour }), ...shared, families: [family(1), family(2)] }
    expect(planned(region).appointments.map(one => one.date).sort()).toEqual([monday, tuesday])
  })

  test('no family has it lighter than with all calendars to itself, and before the rounds the most urgent has it as light', () => {
    fc.assert(fc.property(regions, region => {
      const found = planned(region)
      const [mostUrgent] = mostUrgentFirst(region)
      for (const { family, before, burden } of found.families) {
        const task = taskOf(region, family)
        const alone = bestAnswer(task, groundOf(task, unlimited), solver, firstAnswer(task, unlimited), unlimited)
        expect(compareBurdens(alone.burden, burden)).toBeLessThanOrEqual(0)
        if (family === mostUrgent!.id) expect(before).toEqual(alone.burden)
      }
    }), { numRuns: 12, seed: 5 })
  })

  test('whenever it is asked to stop, every family has a plan, all rules are kept, and the plan is no heavier than an earlier stop would give', () => {
    fc.assert(fc.property(regions, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (region, one, other) => {
      const stoppedAfter = (times: number) => {
        let asked = 0
        return planned(region, { rounds: 8, stopped: () => asked++ >= times })
      }
      const [sooner, later] = [Math.min(one, other), Math.max(one, other)].map(stoppedAfter)
      for (const found of [sooner!, later!]) {
        expect(checkPlan(region, found.appointments)).toEqual({ violations: [], burden: found.burden })
        expect(found.families.map(({ family }) => family)).toEqual(region.families.map(({ id }) => id))
      }
      const bothInRounds = [sooner!, later!].every(({ families }) => families.every(({ exact }) => exact))
      if (bothInRounds) expect(compareBurdens(later!.burden, sooner!.burden)).toBeLessThanOrEqual(0)
    }), { numRuns: 20, seed: 9 })
  })
})
