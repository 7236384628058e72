import { beforeAll, describe, expect, test } from '@jest/globals'
import { addDays } from '@samenspel/kernel'
import { checkPlan, readCase, vectorOf, compareBurdens, type BundlingCase, type Family } from './index.ts'
import { loadSolver } from './master/highs-solver.ts'
import type { Solver } from './master/program.ts'
import { unlimited } from './search/budget.ts'
import { planCase } from './search/plan-case.ts'
import { allPlans } from './testing/all-plans.ts'
import { loadCase } from './testing/cases.ts'
import { aNeed, firstWeek, offers, smallCase, smallFamily } from './testing/small-case.ts'

let solver: Solver
beforeAll(async () => { solver = await loadSolver() })

const [monday, tuesday, , , friday] = firstWeek
const twoHours = offers([monday, ['09:00', '11:00']], [tuesday, ['09:00', '11:00']])
const withNeeds = (changes: Partial<Family>, professional = twoHours): BundlingCase => smallCase(smallFamily(changes), { 'pro-1': professional })

/** The same on other dates, as many days apart. */
const around = (instance: BundlingCase, dates: readonly string[]): BundlingCase => {
  const [family] = instance.families
  const [first, last] = [dates[0]!, dates.at(-1)!]
  const open = Object.fromEntries(dates.map(date => [date, [['08:00', '21:00'] as const]]))
  return {
    ...instance, planningDays: dates, rooms: { hospital: open, 'day-centre': open },
    professionals: { 'pro-1': offers(...dates.map(date => [date, ['10:00', '11:00'], ['19:30', '21:00']] as const)) },
    families: [{ ...family!, needs: family!.needs.map(need => ({ ...need, from: first, deadline: last, preferred: first })) }],
  }
}
const threeDaysApart = withNeeds({ needs: [aNeed('n1'), aNeed('n2')], order: [{ before: 'n1', after: 'n2', minDays: 3, maxDays: 3 }] })

describe('a case that looks odd', () => {
  test.each([
    ['without any need', withNeeds({}), [monday]],
    ['in which nobody offers anything', withNeeds({ needs: [aNeed('n1'), aNeed('n2')] }, offers()), [monday]],
    ['in which every slot is taken', withNeeds({ needs: [aNeed('n1')] }, offers([monday], [tuesday])), [monday]],
    ['with windows before, after and turned around', withNeeds({ needs: [aNeed('n1', { from: '2026-01-05', deadline: '2026-01-09' }), aNeed('n2', { from: '2028-01-03', deadline: '2028-01-07' }), aNeed('n3', { from: friday, deadline: monday })] }), [monday]],
    ['in which two needs each come after the other', withNeeds({ needs: [aNeed('n1'), aNeed('n2')], order: [{ before: 'n1', after: 'n2', minDays: 1 }, { before: 'n2', after: 'n1', minDays: 1 }] }), [monday, tuesday]],
    ['in which a family can bear nothing', withNeeds({ needs: [aNeed('n1')], caps: { childMinutesPerDay: 0, appointmentsPerDay: 0, tripsPerWeek: 0, eveningsPerWeek: 0, waitMinutes: 0, homeMinutes: 0 } }), [monday]],
    ['in which time is offered beside the grid', withNeeds({ needs: [aNeed('n1'), aNeed('n2', { minutes: 30 })] }, offers([monday, ['08:07', '09:22'], ['19:50', '21:40']], [tuesday, ['06:00', '09:35']])), [monday, tuesday]],
    ['in which the evening begins in the morning', withNeeds({ bedtime: '08:00', needs: [aNeed('n1'), aNeed('n2', { modalities: ['digital'], attendance: [['parentB']] })] }), [monday]],
    ['in which one professional is asked by both parents at once', withNeeds({ sitter: true, needs: [aNeed('n1', { attendance: [['parentA']] }), aNeed('n2', { attendance: [['parentB']] })] }, offers([monday, ['09:00', '10:00']])), [monday]],
    ['with names of every kind', withNeeds({ needs: [aNeed('nééd 😀 ۱'), aNeed('__proto__'), aNeed('שלום |,/')], order: [{ before: 'nééd 😀 ۱', after: '__proto__', minDays: 0, maxDays: 0 }] }), [monday, tuesday]],
    ['over the night in which summer time begins', around(threeDaysApart, ['2027-03-26', '2027-03-29', '2027-03-30']), ['2027-03-26', '2027-03-29', '2027-03-30']],
    ['over the night in which it ends', around(threeDaysApart, ['2026-10-23', '2026-10-26', '2026-10-27']), ['2026-10-23', '2026-10-26', '2026-10-27']],
    ['over the last day of February in a leap year', around(threeDaysApart, ['2028-02-28', '2028-03-01', '2028-03-02']), ['2028-02-28', '2028-03-01', '2028-03-02']],
  ])('%s: the plan is the lightest of all that exist', (_what, instance, dates) => {
    const all = allPlans(instance, dates, 5000)!
    const best = all.reduce((least, plan) => compareBurdens(plan.burden, least.burden) < 0 ? plan : least)
    const found = planCase(instance, solver, unlimited)
    expect(found).toMatchObject({ burden: vectorOf(best.burden), proven: true })
    expect(found.conflicts).toHaveLength(instance.families[0]!.needs.length - found.appointments.length)
  })

  test('of which the names differ only has the same plan', () => {
    const ordinary = loadCase('S-1')
    const renamed = JSON.parse(JSON.stringify(ordinary).replaceAll('"n01"', '"__proto__"').replaceAll('"n02"', '"نعم, 1|2"').replaceAll('"family-1"', '"gezin ’t Hoen"')) as BundlingCase
    const found = planCase(renamed, solver, unlimited)
    expect(found.burden).toEqual(planCase(ordinary, solver, unlimited).burden)
    expect(checkPlan(renamed, found.appointments).violations).toEqual([])
  })

  test('with more needs on one day than can be told apart has a plan, which is not called proven', () => {
    const instance = withNeeds({ needs: Array.from({ length: 63 }, (_, index) => aNeed(`n${index}`, { minutes: 15, deadline: monday })) }, offers([monday, ['09:00', '09:30']]))
    const found = planCase(instance, solver, unlimited)
    expect(found).toMatchObject({ burden: [61, 0, 1, 1, 1, 50, 0], proven: false })
    expect(checkPlan(instance, found.appointments).violations).toEqual([])
  })

  test('without a family has the empty plan', () => {
    expect(planCase({ ...withNeeds({}), families: [] }, solver, unlimited)).toMatchObject({ appointments: [], burden: [0, 0, 0, 0, 0, 0, 0], proven: true })
  })

  test.each([
    ['days twice', { planningDays: [monday, monday] }],
    ['days out of order', { planningDays: [tuesday, monday] }],
    ['no day at all', { planningDays: [] }],
    ['a day that does not exist', { planningDays: ['2027-02-29', addDays('2027-02-28', 1)] }],
    ['one need twice', { families: [smallFamily({ needs: [aNeed('n1'), aNeed('n1')] })] }],
    ['somebody whom nobody knows', { families: [smallFamily({ needs: [aNeed('n1', { staffing: [['ghost']] })] })] }],
    ['nobody who gives it', { families: [smallFamily({ needs: [aNeed('n1', { staffing: [[]] })] })] }],
    ['an appointment of no length', { families: [smallFamily({ needs: [aNeed('n1', { minutes: 0 })] })] }],
  ])('%s: is refused', (_what, changes) => {
    expect(readCase({ ...withNeeds({ needs: [aNeed('n1')] }), ...changes })).toHaveProperty('refusal')
  })
})
