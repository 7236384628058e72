/** The plan of a region in the plan format: with what no plan can weigh less than, and why needs are left. */
import { createExplainer } from '../conflicts/explain-unplanned.ts'
import type { BundlingCase } from '../format/case.ts'
import { burdenSum, compareBurdens, vectorOf, type Burden, type Plan, type PlanConflict } from '../format/plan.ts'
import type { Solver } from '../master/program.ts'
import { usualOrder } from '../master/stages.ts'
import { candidatesOf, whatIsContested } from '../model/candidates.ts'
import { modelFamily } from '../model/family-model.ts'
import { candidateOf } from '../replan/standing.ts'
import type { Budget } from '../search/budget.ts'
import { choose, groundOf, taskOf } from '../search/plan-family.ts'
import type { RegionPlan } from './plan-region.ts'
import { sharedCalendars } from './shared-calendars.ts'

/** @param budget for the reasons, and then for the bound; what it does not last for is left out. */
export const regionAsPlan = (instance: BundlingCase, { appointments, burden }: Pick<RegionPlan, 'appointments' | 'burden'>, solver: Solver, budget: Budget): Plan => {
  const conflicts = conflictsOf(instance, appointments, solver, budget)
  const bound = aloneBound(instance, solver, budget)
  return {
    case: instance.name, appointments, burden: vectorOf(burden), proven: bound !== undefined && compareBurdens(burden, bound) === 0,
    ...(bound !== undefined && { bound: vectorOf(bound) }), conflicts,
  }
}

/** What each family would have with all calendars to itself, summed: sharing makes none of them lighter. Nothing when the budget did not last. */
const aloneBound = (instance: BundlingCase, solver: Solver, budget: Budget): Burden | undefined => {
  const bounds: Burden[] = []
  for (const { id } of instance.families) {
    const task = taskOf(instance, id)
    const bound = budget.spent() ? undefined : choose(task, groundOf(task, budget), solver, { order: usualOrder }, budget)?.bound
    if (bound === undefined) return undefined
    bounds.push(bound)
  }
  return burdenSum(bounds)
}

/** Why needs fit nowhere beside what their own family has; what other families have is not offered any more. */
const conflictsOf = (instance: BundlingCase, appointments: RegionPlan['appointments'], solver: Solver, budget: Budget): readonly PlanConflict[] => {
  const calendars = sharedCalendars()
  const byFamily = Map.groupBy(appointments, one => one.family)
  const families = instance.families.map(({ id }, index) => {
    const model = modelFamily(instance, id)
    const contested = whatIsContested(model)
    const booked = (byFamily.get(id) ?? []).flatMap(one => candidateOf(model, contested, one) ?? [])
    calendars.book(index, model, booked)
    return { id, index, model, contested, planned: new Set(booked.map(({ need }) => need)) }
  })
  return families.flatMap(({ id, index, model, contested, planned }) => {
    if (planned.size === model.needs.length || budget.spent()) return []
    const left = calendars.leftFor(index, model)
    const task = { model: left, candidates: left.needs.map(need => candidatesOf(left, need, contested)) }
    return createExplainer(task, groundOf(task, budget), solver, budget)(planned)
      .flatMap(({ need, conflict }) => conflict === undefined ? [] : [{ family: id, need, rules: conflict.rules, needs: conflict.needs }])
  })
}
