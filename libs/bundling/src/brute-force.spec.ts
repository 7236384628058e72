import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkPlan, compareBurdens, vectorOf, type Appointment, type BundlingCase, type Burden } from './index.ts'
import { loadSolver } from './master/highs-solver.ts'
import { planCase } from './search/plan-case.ts'
import { unlimited } from './search/budget.ts'
import { firstWeek, secondWeek } from './testing/small-case.ts'
import { richerCases } from './testing/richer-cases.ts'
import { everyWay, tinyCases } from './testing/tiny-cases.ts'

/** The lightest of all complete plans, found by trying them all; it knows the checker and nothing of the engine. */
const tryAll = (instance: BundlingCase, dates: readonly string[], most: number): Burden | undefined => {
  const ways = instance.families[0]!.needs.map(need => everyWay(instance, dates, need).filter(way => checkPlan(instance, [way]).violations.every(one => one.code === 'homeMinutes' || one.code === 'tripsPerWeek')))
  if (ways.reduce((product, list) => product * (list.length + 1), 1) > most) return undefined
  let best: Burden | undefined
  const choose = (index: number, chosen: readonly Appointment[]): void => {
    if (index < ways.length) {
      choose(index + 1, chosen)
      for (const way of ways[index]!) choose(index + 1, [...chosen, way])
      return
    }
    const { violations, burden } = checkPlan(instance, chosen)
    if (violations.length === 0 && (best === undefined || compareBurdens(burden, best) < 0)) best = burden
  }
  choose(0, [])
  return best
}

describe('for a tiny family', () => {
  test.each([
    ['over two days of a week', tinyCases, [firstWeek[0], firstWeek[2]], 110, 100],
    ['over two weeks', tinyCases, [firstWeek[4], secondWeek[0]], 110, 100],
    ['with all that goes beyond the format over two days of a week', richerCases, [firstWeek[0], firstWeek[2]], 25, 20],
    ['with all that goes beyond the format over two weeks', richerCases, [firstWeek[0], secondWeek[0]], 25, 20],
  ] as const)('%s the plan is the lightest of all that exist', async (_when, cases, dates, runs, least) => {
    const solver = await loadSolver()
    let compared = 0
    fc.assert(fc.property(cases({ dates, needs: 3, windows: 3 }), instance => {
      const best = tryAll(instance, dates, 400)
      if (best === undefined) return
      compared++
      expect(planCase(instance, solver, unlimited)).toMatchObject({ burden: vectorOf(best), proven: true })
    }), { numRuns: runs, seed: 11 })
    expect(compared).toBeGreaterThan(least)
  })

  test('with a week that is to be lighter, too, and that week has no more than it may', async () => {
    const solver = await loadSolver()
    const lighter = (instance: BundlingCase): BundlingCase => ({
      ...instance, families: instance.families.map(family => ({ ...family, weekCaps: { [firstWeek[0]]: { appointmentsPerDay: 1, tripsPerWeek: 0, eveningsPerWeek: 0 } } })),
    })
    let compared = 0, different = 0
    fc.assert(fc.property(tinyCases({ dates: [firstWeek[2], secondWeek[0]], needs: 3, windows: 3 }), ordinary => {
      const instance = lighter(ordinary)
      const best = tryAll(instance, [firstWeek[2], secondWeek[0]], 150)
      if (best === undefined) return
      compared++
      const found = planCase(instance, solver, unlimited)
      expect(found).toMatchObject({ burden: vectorOf(best), proven: true })
      if (String(planCase(ordinary, solver, unlimited).burden) !== String(found.burden)) different++
    }), { numRuns: 16, seed: 11 })
    expect(compared).toBeGreaterThan(5)
    expect(different).toBeGreaterThan(1)
  })
})
