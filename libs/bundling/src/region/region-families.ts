/** The families of a region, each solved exactly on what the others leave of the calendars; what was computed before is used again. */
import { dayPlansOf, type DayPlans } from '../day/day-plans.ts'
import type { BundlingCase } from '../format/case.ts'
import { buildMaster } from '../master/master.ts'
import type { Solver } from '../master/program.ts'
import { usualOrder } from '../master/stages.ts'
import { candidatesOf, whatIsContested, type Candidate } from '../model/candidates.ts'
import { modelFamily, type FamilyModel } from '../model/family-model.ts'
import { allRules } from '../model/rules.ts'
import type { Budget } from '../search/budget.ts'
import { answerOf, choose, isAllowed, type Answer } from '../search/plan-family.ts'
import { greedy } from '../search/quick-answers.ts'
import { ownPart } from './own-part.ts'
import type { SharedCalendars } from './shared-calendars.ts'

export type RegionFamily = {
  readonly index: number
  readonly model: FamilyModel
  /** Needs for which nobody offers a time that the family could use. */
  readonly outOfReach: ReadonlySet<number>
  /** The lightest plan on what the others leave; nothing when the budget ended before, or the solver failed. */
  readonly solve: (calendars: SharedCalendars, budget: Budget, known?: Answer) => Answer | undefined
  /** A quick plan, without proof. */
  readonly quick: (calendars: SharedCalendars) => Answer
}

/** For how many families the day plans are kept: some 200 kB each. */
const familiesKept = 200
/** How many different days are kept of one planning day of a family. */
const variantsKept = 3
/** How many answers are kept, over all families: some 15 kB each. */
const allAnswersKept = 6000
/** How many answers of one family are kept, at most and at least. */
const [mostAnswersKept, fewestAnswersKept] = [50, 5]

export const regionFamilies = (instance: BundlingCase, solver: Solver): readonly RegionFamily[] => {
  /** The families whose day plans are kept, that used last at the end. */
  const kept = new Map<number, Map<string, DayPlans>[]>()
  const daysOf = (family: number, days: number): Map<string, DayPlans>[] => {
    const known = kept.get(family) ?? Array.from({ length: days }, () => new Map<string, DayPlans>())
    kept.delete(family)
    kept.set(family, known)
    if (kept.size > familiesKept) kept.delete(kept.keys().next().value!)
    return known
  }
  const answersKept = Math.min(mostAnswersKept, Math.max(fewestAnswersKept, Math.floor(allAnswersKept / instance.families.length)))
  return instance.families.map((family, index): RegionFamily => {
    const model = modelFamily(ownPart(instance, family), family.id)
    const contested = whatIsContested(model)
    const answers = new Map<string, Answer>()
    const candidatesOn = (left: FamilyModel, day: number): readonly Candidate[] =>
      left.needs.flatMap(need => need.firstDay <= day && day <= need.lastDay ? candidatesOf(left, { ...need, firstDay: day, lastDay: day }, contested) : [])
    const outOfReach = new Set(model.needs.flatMap(need => candidatesOf(model, need, contested).length === 0 ? [need.index] : []))
    return {
      index,
      model,
      outOfReach,
      solve: (calendars, budget, known) => {
        const taken = calendars.takenFrom(index, model)
        const key = taken.join('|')
        const before = answers.get(key)
        if (before !== undefined) return before
        const left = calendars.leftFor(index, model)
        const days = daysOf(index, model.days.length)
        const plans = taken.map((text, day) => {
          const variants = days[day]!
          const found = variants.get(text) ?? dayPlansOf(left, day, candidatesOn(left, day), budget)
          variants.delete(text)
          if (found.complete) variants.set(text, found)
          if (variants.size > variantsKept) variants.delete(variants.keys().next().value!)
          return found
        })
        if (budget.spent()) return undefined
        const ground = { master: buildMaster(model, plans.flatMap(day => day.plans), allRules), complete: plans.every(day => day.complete) }
        const answer = choose({ model, candidates: [] }, ground, solver, { order: usualOrder, known: known?.days ?? [] }, budget)
        if (answer === undefined || budget.spent()) return undefined
        answers.set(key, answer)
        if (answers.size > answersKept) answers.delete(answers.keys().next().value!)
        return answer
      },
      quick: calendars => {
        const left = calendars.leftFor(index, model)
        const answer = answerOf(greedy(left, model.needs.map(need => candidatesOf(left, need, contested))))
        return isAllowed(model, answer) ? answer : answerOf(greedy(model, model.needs.map(() => [])))
      },
    }
  })
}
