/** Why a need is planned as a call in the evening: what it would cost the family to have it by day. */
import { dayPlansOf } from '../day/day-plans.ts'
import type { Burden } from '../format/plan.ts'
import { buildMaster } from '../master/master.ts'
import type { Solver } from '../master/program.ts'
import { usualOrder, type BurdenPart } from '../master/stages.ts'
import { allRules } from '../model/rules.ts'
import type { Budget } from '../search/budget.ts'
import { choose, type Ground, type Task } from '../search/plan-family.ts'
import type { Draft } from './alternatives.ts'

export type EveningReason = {
  readonly need: string
  /**
   * What the lightest plan without this evening weighs more, as far as it was computed: up to the first
   * group of parts that differs. Empty when it weighs the same, absent when the time was too short to know.
   */
  readonly byDay?: Partial<Burden>
}

export const eveningReasons = ({ task, ground, answer }: Draft, solver: Solver, budget: Budget): readonly EveningReason[] =>
  answer.days.flatMap(day => day.appointments.filter(one => one.evening)).map(({ need }) => {
    const byDay = costByDay(task, withoutEveningOf(task, ground, need, budget), answer.burden, solver, budget)
    return { need: task.model.needs[need]!.need.id, ...(byDay === undefined ? {} : { byDay }) }
  })

/** The ground without the evening times of one need; days on which it has none stay as they are. */
const withoutEveningOf = ({ model, candidates }: Task, ground: Ground, need: number, budget: Budget): Ground => {
  const changed = new Set(candidates[need]!.filter(candidate => candidate.evening).map(candidate => candidate.day))
  const rest = candidates.flat().filter(candidate => candidate.need !== need || !candidate.evening)
  const anew = [...changed].map(day => dayPlansOf(model, day, rest.filter(candidate => candidate.day === day), budget))
  const plans = [...ground.master.plans.filter(plan => !changed.has(plan.day)), ...anew.flatMap(day => day.plans)]
  return { master: buildMaster(model, plans, allRules), complete: ground.complete && anew.every(day => day.complete) }
}

const costByDay = (task: Task, ground: Ground, burden: Burden, solver: Solver, budget: Budget): Partial<Burden> | undefined => {
  for (let groups = 1; groups <= usualOrder.length; groups++) {
    const parts = usualOrder.slice(0, groups).flat()
    const other = choose(task, ground, solver, { order: usualOrder.slice(0, groups) }, budget)
    if (other === undefined || !parts.every(part => other.provenParts.includes(part))) return undefined
    const more = difference(other.burden, burden, parts)
    if (Object.keys(more).length > 0) return more
  }
  return {}
}

const difference = (a: Burden, b: Burden, parts: readonly BurdenPart[]): Partial<Burden> =>
  Object.fromEntries(parts.filter(part => a[part] !== b[part]).map(part => [part, a[part] - b[part]]))
