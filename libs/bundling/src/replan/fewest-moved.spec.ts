import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { burdenParts, checkPlan, type Appointment, type BundlingCase } from '../index.ts'
import { loadSolver } from '../master/highs-solver.ts'
import type { Solver } from '../master/program.ts'
import { unlimited } from '../search/budget.ts'
import { planCase } from '../search/plan-case.ts'
import { allPlans, type TriedPlan } from '../testing/all-plans.ts'
import { firstWeek, secondWeek } from '../testing/small-case.ts'
import { tinyCases } from '../testing/tiny-cases.ts'
import { replanWith, type Replanned } from './replan.ts'

let solver: Solver
beforeAll(async () => { solver = await loadSolver() })

const said = ({ need, date, start, modality, place, attendees, professionals }: Appointment): string =>
  JSON.stringify([need, date, start, modality, place, [...attendees].sort(), [...professionals].sort()])
const slotOf = ({ need, date, start, professionals }: Appointment): string => JSON.stringify([need, date, start, [...professionals].sort()])

/** What weighs in which order when a plan is made again; `moved` counts what could have stayed. */
type Weighed = readonly number[]
const parts = ({ burden }: Pick<TriedPlan, 'burden'>): readonly number[] => burdenParts.map(part => burden[part])
const movedIn = ({ appointments }: Pick<TriedPlan, 'appointments'>, couldStay: readonly Appointment[]): number => {
  const now = new Set(appointments.map(said))
  return couldStay.filter(one => !now.has(said(one))).length
}
const fewestMoved = (plan: TriedPlan, couldStay: readonly Appointment[]): Weighed => {
  const [unplanned, ...others] = parts(plan)
  return [unplanned!, movedIn(plan, couldStay), ...others]
}
const lightestFirst = (plan: TriedPlan, couldStay: readonly Appointment[]): Weighed => [...parts(plan), movedIn(plan, couldStay)]
const compare = (a: Weighed, b: Weighed): number => {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : a[at]! - b[at]!
}
const least = (weights: readonly Weighed[]): Weighed | undefined => weights.toSorted(compare)[0]

const dates: readonly string[] = [firstWeek[0], secondWeek[0]]
/** A plan, one appointment of it lost, and days on which the child is ill. */
const losses = fc.tuple(tinyCases({ dates, needs: 3, windows: 3 }), fc.nat(), fc.subarray([...dates], { maxLength: 1 }), fc.boolean())
const afterLoss = (instance: BundlingCase, pick: number, tight: boolean) => {
  const { appointments } = planCase(instance, solver, unlimited)
  const lost = appointments[pick % appointments.length]
  if (lost === undefined) return undefined
  const family = instance.families[0]!
  const lighter: BundlingCase = tight ? { ...instance, families: [{ ...family, caps: { ...family.caps, appointmentsPerDay: 1 } }] } : instance
  return { instance: lighter, standing: appointments.filter(one => one !== lost), lost }
}

describe('a plan made again, against all plans that there are,', () => {
  const compared = (weigh: (plan: TriedPlan, couldStay: readonly Appointment[]) => Weighed, mostMoved: number | undefined) => {
    let count = 0, moves = 0
    fc.assert(fc.property(losses, ([ordinary, pick, withoutChild, tight]) => {
      const loss = afterLoss(ordinary, pick, tight)
      if (loss === undefined) return
      const { instance, standing, lost } = loss
      const all = allPlans(instance, dates, 300)?.filter(({ appointments }) => appointments.every(one =>
        slotOf(one) !== slotOf(lost) && !(one.attendees.includes('child') && withoutChild.includes(one.date))))
      if (all === undefined) return
      const found: Replanned = replanWith(instance, { standing, lost: [lost], withoutChild, ...(mostMoved !== undefined && { mostMoved }) }, solver, unlimited)
      const couldStay = standing.filter(one => !found.couldNotStay.includes(one))
      const within = all.filter(plan => mostMoved === undefined || movedIn(plan, couldStay) <= mostMoved)
      if (within.length === 0) {
        expect(found.withinMost).toBe(false)
        return
      }
      count++
      moves += movedIn(found, couldStay)
      expect(checkPlan(instance, found.appointments)).toEqual({ violations: [], burden: found.burden })
      expect([found.proven, weigh(found, couldStay)]).toEqual([true, least(within.map(plan => weigh(plan, couldStay)))])
    }), { numRuns: 60, seed: 12 })
    return { count, moves }
  }
  test('leaves out no more, then moves the fewest, then is the lightest', () => {
    const { count, moves } = compared(fewestMoved, undefined)
    expect(count).toBeGreaterThan(25)
    expect(moves).toBeGreaterThan(0)
  })
  test('with one that may move is the lightest of those that move no more, and of these moves the fewest', () => {
    const { count, moves } = compared(lightestFirst, 1)
    expect(count).toBeGreaterThan(25)
    expect(moves).toBeGreaterThan(0)
  })
})
