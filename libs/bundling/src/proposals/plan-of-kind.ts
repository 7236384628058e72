/** The plan of one kind of proposal for a whole case, in the plan format: family after family as `plan` does it. `proven` and `bound` are among plans of its kind. */
import type { BundlingCase } from '../format/case.ts'
import { burdenSum, vectorOf, type Plan } from '../format/plan.ts'
import type { Solver } from '../master/program.ts'
import type { Budget } from '../search/budget.ts'
import { mostUrgentFirst, withoutTimeOf } from '../search/plan-case.ts'
import { groundOf, plannedNeeds, taskOf } from '../search/plan-family.ts'
import { createExplainer } from '../conflicts/explain-unplanned.ts'
import { alternativeTo, type Draft, type Flavour } from './alternatives.ts'
import { appointmentsIn, bestDraft } from './propose.ts'
import { firstInTime } from './urgent-in-time.ts'

/** @returns nothing when a family has no plan of this kind: none keeps half of the appointments away from the days of the first, or the budget ended before one was found. */
export const planOfKind = (instance: BundlingCase, kind: Flavour, solver: Solver, budget: Budget): Plan | undefined => {
  let left = instance
  const drafts: Draft[] = []
  const plans: Plan[] = []
  const inOrder = mostUrgentFirst(instance)
  for (const [index, family] of inOrder.entries()) {
    const share = budget.portion(1 / (inOrder.length - index))
    const draft = draftFor(left, family.id, kind, solver, share)
    if (draft === undefined) return undefined
    const appointments = appointmentsIn(draft.task, draft.answer)
    const conflicts = createExplainer(draft.task, draft.ground, solver, share)(plannedNeeds(draft.answer))
      .flatMap(({ need, conflict }) => conflict === undefined ? [] : [{ family: family.id, need, rules: conflict.rules, needs: conflict.needs }])
    drafts.push(draft)
    plans.push({ case: instance.name, appointments, conflicts })
    left = withoutTimeOf(left, family, appointments)
  }
  const [only, ...others] = drafts.map(({ answer }) => answer)
  const alone = others.length === 0
  return {
    case: instance.name,
    appointments: plans.flatMap(({ appointments }) => appointments),
    burden: vectorOf(burdenSum(drafts.map(({ answer }) => answer.burden))),
    proven: alone && only?.proven !== false,
    ...(alone && only?.bound !== undefined ? { bound: vectorOf(only.bound) } : {}),
    conflicts: plans.flatMap(({ conflicts = [] }) => conflicts),
  }
}

/** Who asks for a plan without evenings, and would be asked for none anyway, has the first proposal. */
const draftFor = (instance: BundlingCase, family: string, kind: Flavour, solver: Solver, budget: Budget): Draft | undefined => {
  const task = taskOf(instance, family)
  const solving = budget.portion(0.6)
  const ground = groundOf(task, solving)
  const best = bestDraft(task, ground, firstInTime(task, solving), solver, solving)
  if (kind === 'fewest-travel-days') return best
  return alternativeTo(best, kind, solver, budget) ?? (kind === 'no-evenings' && best.answer.days.every(day => day.evenings === 0) ? best : undefined)
}
