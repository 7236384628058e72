import { beforeAll, describe, expect, test } from '@jest/globals'
import { addDays } from '@samenspel/kernel'
import fc from 'fast-check'
import { burdenDifference, burdenParts, checkPlan, vectorOf, whyNot, type BundlingCase, type Family, type Freeing, type Professional, type Question } from '../index.ts'
import { loadSolver } from '../master/highs-solver.ts'
import type { Solver } from '../master/program.ts'
import { planOfKind } from '../proposals/plan-of-kind.ts'
import { unlimited } from '../search/budget.ts'
import { allPlans, lightestToPropose } from '../testing/all-plans.ts'
import { aNeed, firstWeek, offers, secondWeek, smallCase, smallFamily } from '../testing/small-case.ts'
import { tinyCases } from '../testing/tiny-cases.ts'
import { answerWith } from '../why/why-not.ts'
import { changedCase } from './changes.ts'

let solver: Solver
beforeAll(async () => { solver = await loadSolver() })

const [monday, tuesday, wednesday] = firstWeek
const call = { modalities: ['digital'], attendance: [['parentA']], deadline: firstWeek[4] } as const

const freeing = async (instance: BundlingCase, need: string, question: Question = { kind: 'free' }) => {
  const plan = planOfKind(instance, 'fewest-travel-days', solver, unlimited)!
  const answer = await whyNot(instance, { plan, need, question })
  if (answer.kind !== 'freed') throw new Error(answer.kind)
  return answer
}
const changesFor = async (family: Partial<Family>, free: Readonly<Record<string, Professional>>, question?: Question): Promise<readonly Freeing[]> =>
  (await freeing(smallCase(smallFamily(family), free), 'n1', question)).changes

describe('what would free a need that fits nowhere', () => {
  test('a few days more', async () => {
    const changes = await changesFor({ needs: [aNeed('n1', { deadline: tuesday })] }, { 'pro-1': offers([wednesday, ['10:00', '11:00']], [firstWeek[4], ['10:00', '11:00']]) })
    expect(changes.map(one => one.change)).toContainEqual({ kind: 'window', days: 1 })
    expect(changes.find(one => one.change.kind === 'window')).toMatchObject({ appointment: { date: wednesday }, price: [
      { part: 'unplanned', more: -1 }, { part: 'travelDays', more: 1 }, { part: 'trips', more: 1 }, { part: 'careDays', more: 1 }, { part: 'minutes', more: 50 }, { part: 'lateness', more: 2 }] })
  })
  test('time that the professional gives too, where it adds least: beside what is planned already', async () => {
    const needs = [aNeed('n1'), aNeed('n2', { staffing: [['pro-2']] })]
    const [best] = await changesFor({ needs }, { 'pro-1': offers(), 'pro-2': offers([tuesday, ['10:00', '11:00']]) })
    expect(best).toMatchObject({ change: { kind: 'offer', professionals: ['pro-1'], date: tuesday, modality: 'onsite@hospital' }, price: [{ part: 'unplanned', more: -1 }, { part: 'lateness', more: 1 }], proven: true })
  })
  test('a time that a parent keeps free, on that date alone', async () => {
    const needs = [aNeed('n1', { deadline: tuesday })]
    const family = { needs, unavailable: { parentA: { [monday]: [['09:00', '12:00', 'protectedRest'] as const], [wednesday]: [['09:00', '12:00', 'protectedRest'] as const] } } }
    const free = { 'pro-1': offers([monday, ['10:00', '11:00']]) }
    const release = { kind: 'release', parents: ['parentA'], date: monday, from: '09:00', to: '12:00', reason: 'protectedRest' }
    expect((await changesFor(family, free)).map(one => one.change)).toContainEqual(release)
    expect((await changesFor(family, free, { kind: 'free', releasable: [{ date: monday, from: '09:00', to: '12:00' }] })).map(one => one.change)).toContainEqual(release)
    expect((await changesFor(family, free, { kind: 'free', releasable: [] })).map(one => one.change.kind)).not.toContain('release')
  })
  test('somebody who minds the child', async () => {
    const family = { needs: [aNeed('n1', { attendance: [['parentA']], deadline: monday })], unavailable: { parentB: { [monday]: [['08:30', '17:00', 'work'] as const] } } }
    expect((await changesFor(family, { 'pro-1': offers([monday, ['10:00', '11:00']]) })).map(one => one.change)).toContainEqual({ kind: 'sitter' })
  })
  test('one trip or one evening more, in one week', async () => {
    const { caps } = smallFamily()
    const outside = { needs: [aNeed('n1'), aNeed('n2', { urgency: 2, staffing: [['pro-2']] })].map(need => ({ ...need, deadline: firstWeek[4] })), caps: { ...caps, tripsPerWeek: 1 } }
    expect((await changesFor(outside, { 'pro-1': offers([monday, ['10:00', '11:00']]), 'pro-2': offers([tuesday, ['10:00', '11:00']]) })).map(one => one.change)).toContainEqual({ kind: 'trip', week: monday })
    const atNight = { needs: [aNeed('n1', call), aNeed('n2', { ...call, urgency: 2 })], caps: { ...caps, eveningsPerWeek: 1 } }
    expect((await changesFor(atNight, { 'pro-1': offers([monday, ['19:30', '20:30']], [tuesday, ['19:30', '20:30']]) })).map(one => one.change)).toContainEqual({ kind: 'evening', week: monday })
  })
  test('nothing, where parents who may not meet are asked for together', async () => {
    const family = { needs: [aNeed('n1', { attendance: [['parentA', 'parentB']] })], parentsApart: true, sitter: true }
    expect(await freeing(smallCase(smallFamily(family), { 'pro-1': offers([monday, ['10:00', '11:00']]) }), 'n1')).toEqual({ kind: 'freed', conflict: { rules: ['apart'], needs: [], minimal: true }, changes: [] })
  })
  test('is asked about what is left out alone', async () => {
    const instance = smallCase(smallFamily({ needs: [aNeed('n1')] }), { 'pro-1': offers([monday, ['10:00', '11:00']]) })
    const plan = planOfKind(instance, 'fewest-travel-days', solver, unlimited)!
    expect(await whyNot(instance, { plan, need: 'n1', question: { kind: 'free' } })).toEqual({ kind: 'already' })
  })

  const dates = [firstWeek[0], secondWeek[0]]
  test('each change has the price of the best of all plans that it makes possible', () => {
    const seen = new Set<string>()
    fc.assert(fc.property(tinyCases({ dates, needs: 3, windows: 2 }), instance => {
      const plan = planOfKind(instance, 'fewest-travel-days', solver, unlimited)!
      const { burden } = checkPlan(instance, plan.appointments)
      const [family] = instance.families
      for (const { id } of family!.needs.filter(need => !plan.appointments.some(one => one.need === need.id)).slice(0, 1)) {
        const answer = answerWith(instance, { plan, need: id, question: { kind: 'free' } }, solver, unlimited)
        if (answer.kind !== 'freed') throw new Error(answer.kind)
        for (const { change, price, burden: after, proven } of answer.changes) {
          const changed = changedCase(instance, family!.id, id, change)
          const days = change.kind === 'offer' ? [...new Set([...dates, change.date])] : dates
          const plans = allPlans(changed, days, 250)?.filter(({ appointments }) => appointments.some(one => one.need === id))
            .filter(({ appointments }) => change.kind !== 'trip' && change.kind !== 'evening' || keepsOtherWeeks(instance, appointments, change.week))
          if (plans === undefined) continue
          seen.add(change.kind)
          const best = lightestToPropose(changed, plans)!
          expect([change, vectorOf(after)]).toEqual([change, vectorOf(best.burden)])
          const more = burdenDifference(best.burden, burden)
          expect(price).toEqual(burdenParts.filter(part => more[part] !== 0).map(part => ({ part, more: more[part] })))
          expect(proven).toBe(true)
        }
      }
    }), { numRuns: 45, seed: 41 })
    expect([...seen].sort()).toEqual(expect.arrayContaining(['offer', 'release', 'window']))
  })
})

const keepsOtherWeeks = (instance: BundlingCase, appointments: Parameters<typeof checkPlan>[1], week: string): boolean => {
  const elsewhere = appointments.filter(({ date }) => date < week || date >= addDays(week, 7))
  return checkPlan(instance, elsewhere).violations.every(({ code }) => code !== 'tripsPerWeek' && code !== 'eveningsPerWeek')
}
