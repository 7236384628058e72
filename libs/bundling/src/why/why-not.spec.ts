import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { burdenDifference, burdenParts, checkPlan, vectorOf, whyNot, type Appointment, type BundlingCase, type Conflict, type Need, type WhyNot } from '../index.ts'
import { loadSolver } from '../master/highs-solver.ts'
import type { Solver } from '../master/program.ts'
import { planOfKind } from '../proposals/plan-of-kind.ts'
import { unlimited, type Budget } from '../search/budget.ts'
import { allPlans, lightestToPropose } from '../testing/all-plans.ts'
import { loadCase } from '../testing/cases.ts'
import { aNeed, firstWeek, offers, secondWeek, smallCase, smallFamily } from '../testing/small-case.ts'
import { everyWay, tinyCases } from '../testing/tiny-cases.ts'
import { answerWith } from './why-not.ts'

let solver: Solver
beforeAll(async () => { solver = await loadSolver() })

/** Whether an appointment is as asked, beside the others of its plan. */
const isAsAsked = (question: WhyNot, was: Appointment | undefined, one: Appointment, others: readonly Appointment[]): boolean => {
  switch (question.kind) {
    case 'earlier': return was === undefined || `${one.date} ${one.start}` < `${was.date} ${was.start}`
    case 'onDate': return one.date === question.date
    case 'onWeekday': return Temporal.PlainDate.from(one.date).dayOfWeek === question.weekday
    case 'together': return others.some(other => other.need === question.need && other.date === one.date)
    case 'inForm': return one.modality === question.form
    case 'with': return one.professionals.includes(question.professional)
  }
}

const questionsAbout = (instance: BundlingCase, { id, staffing }: Need, dates: readonly string[]): readonly WhyNot[] => [
  { kind: 'earlier' },
  ...dates.map(date => ({ kind: 'onDate', date } as const)),
  { kind: 'onWeekday', weekday: 3 },
  ...instance.families[0]!.needs.flatMap(({ id: need }) => need === id ? [] : [{ kind: 'together', need } as const]),
  ...(['onsite', 'home', 'digital'] as const).map(form => ({ kind: 'inForm', form } as const)),
  ...[...new Set(staffing.flat())].map(professional => ({ kind: 'with', professional } as const)),
]

describe('for a tiny family', () => {
  const dates = [firstWeek[0], secondWeek[2]]
  test('every answer is what trying all plans gives: the exact price of the wish, or that it can not be', () => {
    const seen = new Map<string, number>()
    fc.assert(fc.property(tinyCases({ dates, needs: 3, windows: 3 }), instance => {
      const plans = allPlans(instance, dates, 250)
      if (plans === undefined) return
      const plan = planOfKind(instance, 'fewest-travel-days', solver, unlimited)!
      const best = lightestToPropose(instance, plans)!
      expect(plan.burden).toEqual(vectorOf(best.burden))
      for (const need of instance.families[0]!.needs) for (const question of questionsAbout(instance, need, dates)) {
        const own = plan.appointments.find(one => one.need === need.id)
        if (own === undefined && question.kind === 'earlier') continue
        const asAsked = (appointments: readonly Appointment[]): boolean => appointments.some(one => one.need === need.id && isAsAsked(question, own, one, appointments))
        const answer = answerWith(instance, { plan, need: need.id, question }, solver, unlimited)
        const lightest = lightestToPropose(instance, plans.filter(({ appointments }) => asAsked(appointments)))
        const expected = asAsked(plan.appointments) ? 'already' : lightest === undefined ? 'impossible' : 'possible'
        expect([question, answer.kind]).toEqual([question, expected])
        seen.set(`${question.kind} ${expected}`, (seen.get(`${question.kind} ${expected}`) ?? 0) + 1)
        if (answer.kind !== 'possible') continue
        const more = burdenDifference(lightest!.burden, best.burden)
        expect([question, vectorOf(answer.burden)]).toEqual([question, vectorOf(lightest!.burden)])
        expect(answer.price).toEqual(burdenParts.filter(part => more[part] !== 0).map(part => ({ part, more: more[part] })))
        expect(answer.proven).toBe(true)
        expect(checkPlan(instance, answer.appointments)).toEqual({ violations: [], burden: answer.burden })
        expect(asAsked(answer.appointments)).toBe(true)
      }
    }), { numRuns: 16, seed: 21 })
    expect([...seen.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(30)
  })

  test('what stands in the way of a wish is a conflict, and is none without any one of its rules', () => {
    let checked = 0
    fc.assert(fc.property(tinyCases({ dates, needs: 2, windows: 2 }), instance => {
      const plan = planOfKind(instance, 'fewest-travel-days', solver, unlimited)!
      const [need] = instance.families[0]!.needs
      const question = { kind: 'onDate', date: dates[1]! } as const
      const answer = answerWith(instance, { plan, need: need!.id, question }, solver, unlimited)
      if (answer.kind !== 'impossible') return
      const { rules } = answer.conflict
      const broken = everyWay(instance, [question.date], need!).map(way => checkPlan(instance, [way]).violations.map(({ code }) => code)).filter(codes => !codes.includes('shape'))
      const leavesNoWay = (kept: Conflict['rules']): boolean => broken.every(codes => codes.some(code => (kept as readonly string[]).includes(code)))
      expect(leavesNoWay(rules)).toBe(true)
      for (const one of rules) expect(leavesNoWay(rules.filter(other => other !== one))).toBe(false)
      checked++
    }), { numRuns: 25, seed: 22 })
    expect(checked).toBeGreaterThan(4)
  })
})

describe('asked about a plan', () => {
  const [monday, tuesday] = firstWeek
  const needs = [aNeed('n1', { urgency: 2 }), aNeed('n2', { staffing: [['pro-2']] })]
  const instance = smallCase(smallFamily({ needs }), { 'pro-1': offers([monday, ['09:00', '10:00']], [tuesday, ['10:00', '11:00']]), 'pro-2': offers([tuesday, ['11:00', '12:00']]) })
  const ask = async (question: WhyNot, need = 'n1') => {
    const plan = planOfKind(instance, 'fewest-travel-days', solver, unlimited)!
    return whyNot(instance, { plan, need, question })
  }
  test('it says what the wish costs, the weightiest first, and what else would change', async () => {
    expect(await ask({ kind: 'earlier' })).toMatchObject({
      kind: 'possible', price: [{ part: 'travelDays', more: 1 }, { part: 'trips', more: 1 }, { part: 'careDays', more: 1 }, { part: 'minutes', more: 50 }, { part: 'lateness', more: -2 }], alsoChanged: [],
    })
  })
  test('it says which rules stand in the way when it can not be', async () => {
    expect(await ask({ kind: 'onWeekday', weekday: 3 })).toMatchObject({ kind: 'impossible', conflict: { rules: ['offer'], needs: [], minimal: true } })
    expect(await ask({ kind: 'earlier' }, 'n2')).toMatchObject({ kind: 'impossible', conflict: { rules: ['offer'] } })
  })
  test('a form that nobody asks for breaks no rule: there is no such way', async () => {
    expect(await ask({ kind: 'inForm', form: 'digital' })).toEqual({ kind: 'impossible', conflict: { rules: [], needs: [], minimal: true } })
  })
  test('it says so when the plan is as asked', async () => {
    expect(await ask({ kind: 'together', need: 'n2' })).toEqual({ kind: 'already' })
    expect(await ask({ kind: 'onDate', date: tuesday })).toEqual({ kind: 'already' })
  })
  test('two needs that can not be on one day have what keeps them apart', async () => {
    const apart = { ...instance, families: [{ ...instance.families[0]!, order: [{ before: 'n1', after: 'n2', minDays: 1 }] }] }
    const plan = planOfKind(apart, 'fewest-travel-days', solver, unlimited)!
    expect(await whyNot(apart, { plan, need: 'n1', question: { kind: 'together', need: 'n2' } })).toEqual({ kind: 'impossible', conflict: { rules: ['order'], needs: ['n2'], minimal: true } })
  })
  test('whose times have changed meanwhile is outdated', async () => {
    const plan = planOfKind(instance, 'fewest-travel-days', solver, unlimited)!
    const without = { ...instance, professionals: { ...instance.professionals, 'pro-2': offers() } }
    expect(await whyNot(without, { plan, need: 'n1', question: { kind: 'earlier' } })).toEqual({ kind: 'outdated' })
  })
  test('another professional is asked for, though both are alike for the family', async () => {
    const either = smallCase(smallFamily({ needs: [aNeed('n1', { staffing: [['pro-1'], ['pro-2']] })] }), { 'pro-1': offers([monday, ['09:00', '10:00']]), 'pro-2': offers([monday, ['09:00', '10:00']]) })
    const plan = planOfKind(either, 'fewest-travel-days', solver, unlimited)!
    expect(plan.appointments[0]!.professionals).toEqual(['pro-1'])
    expect(await whyNot(either, { plan, need: 'n1', question: { kind: 'with', professional: 'pro-2' } })).toMatchObject({ kind: 'possible', price: [], appointments: [{ professionals: ['pro-2'] }] })
  })
  test('names of nobody are refused', async () => {
    await expect(ask({ kind: 'earlier' }, 'n9')).rejects.toThrow(RangeError)
    await expect(ask({ kind: 'together', need: 'n9' })).rejects.toThrow(RangeError)
    await expect(ask({ kind: 'with', professional: 'pro-2' })).rejects.toThrow(RangeError)
  })
  test('it says that it does not know when there was no time', () => {
    const plan = planOfKind(instance, 'fewest-travel-days', solver, unlimited)!
    const none: Budget = { secondsLeft: () => 0, spent: () => true, portion: () => none }
    expect(answerWith(instance, { plan, need: 'n1', question: { kind: 'earlier' } }, solver, none)).toEqual({ kind: 'unknown' })
  })
  test('of another kind it weighs in the order of that kind', async () => {
    const medium = loadCase('M-2')
    const soonest = planOfKind(medium, 'soonest', solver, unlimited)!
    for (const { need } of soonest.appointments) {
      const answer = await whyNot(medium, { plan: { ...soonest, flavour: 'soonest' }, need, question: { kind: 'onWeekday', weekday: 2 } })
      if (answer.kind === 'possible') expect(answer.price[0]?.more ?? 1).toBeGreaterThan(0)
    }
  })
})
