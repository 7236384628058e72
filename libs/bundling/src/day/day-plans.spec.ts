import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkPlan } from '../checker/check-plan.ts'
import { appointmentsOf } from '../model/appointments.ts'
import { everyStart, everythingContested, optionsOf, whatIsContested, type Candidate } from '../model/candidates.ts'
import { modelFamily, type FamilyModel } from '../model/family-model.ts'
import { noRules } from '../model/rules.ts'
import { unlimited } from '../search/budget.ts'
import { firstWeek } from '../testing/small-case.ts'
import { richerCases } from '../testing/richer-cases.ts'
import { tinyCases } from '../testing/tiny-cases.ts'
import { dayPlansOf, planOf, type DayPlan } from './day-plans.ts'
import { brokenOnDay, dayContext, simulateDay } from './day-simulation.ts'

const monday = firstWeek[0]
const shape = { dates: [monday], needs: 4, windows: 6 }
const ofTheFormat = tinyCases(shape).map(instance => modelFamily(instance, 'family-1'))
const beyondIt = richerCases(shape).map(instance => modelFamily(instance, 'family-1'))

const everyOption = (model: FamilyModel) => {
  const everybody = everythingContested(model)
  return model.needs.map(need => [...optionsOf(model, need, 0, everybody, everyStart)])
}
const daily = (code: string): boolean => !['tripsPerWeek', 'eveningsPerWeek', 'contactsPerWeek', 'order', 'sameProfessional', 'sameTime'].includes(code)

describe.each([['of a family of the format', ofTheFormat, 3000, 500], ['with all that goes beyond the format', beyondIt, 1500, 150]] as const)('a day %s', (_, modelled, runs, least) => {
  test('is allowed and weighs what the checker says, whatever is asked on it', () => {
    const picks = fc.array(fc.option(fc.nat(), { freq: 4 }), { minLength: 4, maxLength: 4 })
    let allowed = 0
    fc.assert(fc.property(modelled, picks, (model, pick) => {
      const options = everyOption(model).map(list => list.filter(option => option.broken === noRules))
      const chosen = options.flatMap((list, index) => pick[index] == null || list.length === 0 ? [] : [list[pick[index] % list.length]!.candidate])
      // Without an appointment nothing is asked of a day, be bringing and fetching alone too tight.
      if (chosen.length === 0) return
      const state = simulateDay(dayContext(model, 0), chosen)
      const verdict = checkPlan(model.instance, appointmentsOf(model, chosen))
      expect([chosen, state === undefined]).toEqual([chosen, verdict.violations.some(one => daily(one.code))])
      if (state === undefined) return
      allowed++
      const { restTouched, trips, careDay, minutes, lateness } = planOf(dayContext(model, 0), state, chosen)
      expect(verdict.burden).toMatchObject({ restTouched, trips, travelDays: Math.sign(trips), careDays: careDay, minutes, lateness })
    }), { numRuns: runs, seed: 5 })
    expect(allowed).toBeGreaterThan(least)
  })

  test('with one appointment breaks the rules that the checker says', () => {
    fc.assert(fc.property(modelled, fc.nat(), fc.nat(), (model, which, pick) => {
      const list = everyOption(model)[which % 4]!
      const { candidate, broken } = list[pick % list.length]!
      const onDay = brokenOnDay(dayContext(model, 0), [candidate])
      const { violations } = checkPlan(model.instance, appointmentsOf(model, [candidate]))
      expect([candidate, (broken | onDay) !== noRules]).toEqual([candidate, violations.some(one => daily(one.code))])
    }), { numRuns: 2000, seed: 6 })
  })
})

describe.each([['of a family of the format', ofTheFormat, 250, 5000], ['with all that goes beyond the format', beyondIt, 150, 1000]] as const)('the day plans %s', (_, modelled, runs, least) => {
  /** For each set of needs and teams, all plans that there are. */
  const allPlans = (model: FamilyModel, candidates: readonly (readonly Candidate[])[]): ReadonlyMap<string, readonly DayPlan[]> => {
    const context = dayContext(model, 0)
    const found = new Map<string, DayPlan[]>()
    const choose = (need: number, chosen: readonly Candidate[]): void => {
      if (need < candidates.length) {
        choose(need + 1, chosen)
        for (const candidate of candidates[need]!) choose(need + 1, [...chosen, candidate])
        return
      }
      const state = chosen.length === 0 || breaksSeries(model, chosen) ? undefined : simulateDay(context, chosen)
      if (state === undefined) return
      const key = keyOf(model, chosen)
      found.set(key, [...found.get(key) ?? [], planOf(context, state, chosen)])
    }
    choose(0, [])
    return found
  }
  const teamIn = (model: FamilyModel, { need, team }: Candidate): string => model.needs[need]!.series === undefined ? '' : `${model.needs[need]!.series}:${team}`
  const timeIn = (model: FamilyModel, { need, start }: Candidate): string => model.needs[need]!.sameTime === undefined ? '' : `${model.needs[need]!.sameTime}@${start}`
  const breaksSeries = (model: FamilyModel, chosen: readonly Candidate[]): boolean =>
    new Set(chosen.map(one => teamIn(model, one)).filter(one => one !== '')).size > new Set(chosen.flatMap(one => model.needs[one.need]!.series ?? [])).size
    || new Set(chosen.map(one => timeIn(model, one)).filter(one => one !== '')).size > new Set(chosen.flatMap(one => model.needs[one.need]!.sameTime ?? [])).size
  const keyOf = (model: FamilyModel, chosen: readonly Candidate[]): string => chosen.map(one => `${one.need}${teamIn(model, one)}${timeIn(model, one)}`).sort().join(' ')
  const weight = ({ restTouched, trips, careDay, minutes }: DayPlan): readonly number[] => [restTouched, trips, careDay, minutes]
  const isHeavier = (a: readonly number[], b: readonly number[]): boolean => {
    const first = a.findIndex((value, index) => value !== b[index])
    return first >= 0 && a[first]! > b[first]!
  }

  test('hold, for every set of needs that fits, one that is no heavier and uses no more of the week than any', () => {
    let compared = 0
    fc.assert(fc.property(modelled, model => {
      const contested = whatIsContested(model)
      const candidates = model.needs.map(need => [...optionsOf(model, need, 0, contested, everyStart)].filter(one => one.broken === noRules).map(one => one.candidate))
      if (candidates.reduce((product, list) => product * (list.length + 1), 1) > 4000) return
      const all = allPlans(model, candidates)
      const { plans, complete } = dayPlansOf(model, 0, candidates.flat(), unlimited)
      expect(complete).toBe(true)
      const kept = Map.groupBy(plans, plan => keyOf(model, plan.appointments))
      expect([...kept.keys()].sort()).toEqual([...all.keys()].sort())
      for (const [needs, ways] of all) for (const way of ways) {
        compared++
        if (!kept.get(needs)!.some(plan => plan.trips <= way.trips && plan.evenings <= way.evenings && !isHeavier(weight(plan), weight(way)))) throw new Error(`${needs}: ${JSON.stringify(way)}`)
      }
    }), { numRuns: runs, seed: 8 })
    expect(compared).toBeGreaterThan(least)
  })
})
