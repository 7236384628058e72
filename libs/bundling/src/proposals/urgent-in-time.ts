/**
 * Urgent care is not put off so that a family travels less: a need of the greatest urgency later than a week after its
 * preferred date weighs more than any travel day, and less than preferred rest. The format's order of weight knows no
 * such thing, so this holds for what is proposed to families, and not for `plan`.
 */
import type { Master } from '../master/master.ts'
import { minimise } from '../master/minimise.ts'
import type { Row, Solver } from '../master/program.ts'
import { partRow, type BurdenPart, type Wish } from '../master/stages.ts'
import type { Candidate } from '../model/candidates.ts'
import type { FamilyModel } from '../model/family-model.ts'
import type { Budget } from '../search/budget.ts'
import { choose, firstAnswer, type Answer, type Ground, type Task } from '../search/plan-family.ts'

/** Working days after the preferred date in which the most urgent needs may still be bundled freely. */
const freeDays = 5
const mostUrgent = 3

/** The working days after its preferred date, and after the free days, at which an urgent need stands. */
const putOff = (model: FamilyModel, { need, day }: Pick<Candidate, 'need' | 'day'>): number => {
  const { urgency, preferredDay } = model.needs[need]!
  return urgency === mostUrgent ? Math.max(0, day - preferredDay - freeDays) : 0
}

/** How long urgent needs are put off in a plan, in working days. */
export const urgentPutOff = (model: FamilyModel, { days }: Pick<Answer, 'days'>): number =>
  days.reduce((sum, day) => sum + day.appointments.reduce((ofDay, one) => ofDay + putOff(model, one), 0), 0)

/**
 * The lightest plan for a wish in which urgent needs are put off as little as the parts before travel days allow.
 * @param enough so many days are not looked at again: a plan that is held against another puts off no more than that one.
 */
export const chooseInTime = (task: Task, ground: Ground, solver: Solver, wish: Wish, budget: Budget, enough = 0): Answer | undefined => {
  const freely = choose(task, ground, solver, wish, budget)
  return freely === undefined || urgentPutOff(task.model, freely) <= enough ? freely : keepInTime(task, ground, solver, wish, freely, budget)
}

/** @param freely the lightest plan when nothing is said about urgent needs. */
export const keepInTime = (task: Task, ground: Ground, solver: Solver, wish: Wish, freely: Answer, budget: Budget): Answer => {
  const now = urgentPutOff(task.model, freely)
  if (now === 0) return freely
  const { master } = ground
  const before = partsBeforeTravel(wish)
  const extraRows = [...wish.extraRows ?? [], ...before.map(part => partRow(master, part, freely.burden[part]))]
  const program = { ...master.program, rows: [...master.program.rows, ...extraRows] }
  const row = putOffRow(master)
  const costs = new Float64Array(program.columns)
  row.columns.forEach((column, index) => { costs[column] = row.values![index]! })
  const all = Array.from({ length: program.columns }, (_, column) => column)
  const least = minimise(solver, program, all, costs, undefined, budget)
  if ('kind' in least || least.value >= now) return freely
  const found = choose(task, ground, solver, { ...wish, extraRows: [...extraRows, { ...row, atMost: least.value }] }, budget)
  if (found === undefined) return freely
  const certain = least.proven && before.every(part => freely.provenParts.includes(part))
  return certain ? found : { ...found, proven: false, provenParts: [] }
}

/** The parts that weigh more than travel days in the order of a wish. */
const partsBeforeTravel = ({ order }: Wish): readonly BurdenPart[] => {
  const parts = order.flat()
  return parts.slice(0, Math.max(0, parts.indexOf('travelDays')))
}

const putOffRow = ({ model, plans }: Master): Row => {
  const entries = plans.flatMap((plan, column) => {
    const days = plan.appointments.reduce((sum, one) => sum + putOff(model, one), 0)
    return days > 0 ? [[column, days] as const] : []
  })
  return { columns: entries.map(([column]) => column), values: entries.map(([, days]) => days), atLeast: -Infinity, atMost: Infinity }
}

/** A good plan at once: of two quick ones that in which urgent needs are in time, unless it leaves out or touches more. */
export const firstInTime = (task: Task, budget: Budget): Answer => {
  const freely = firstAnswer(task, budget)
  if (urgentPutOff(task.model, freely) === 0) return freely
  const candidates = task.candidates.map(ofNeed => {
    const inTime = ofNeed.filter(candidate => putOff(task.model, candidate) === 0)
    return inTime.length > 0 ? inTime : ofNeed
  })
  return rather(task.model, firstAnswer({ ...task, candidates }, budget), freely)
}

/** The one that leaves out less, touches less rest or puts urgent needs off less, in this order; the second when they are alike. */
export const rather = (model: FamilyModel, one: Answer, other: Answer): Answer => {
  const weights = ({ burden, days }: Answer): readonly number[] => [burden.unplanned, burden.restTouched, urgentPutOff(model, { days })]
  const [a, b] = [weights(one), weights(other)]
  const differs = a.findIndex((value, index) => value !== b[index])
  return differs >= 0 && a[differs]! < b[differs]! ? one : other
}
