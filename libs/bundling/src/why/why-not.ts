/**
 * Why a plan is not otherwise: it is solved anew with the wish as a row. Either there is a plan that does it, and then its price
 * against the plan asked about is the answer, or the fewest rules that leave no room for it.
 */
import { checkPlan } from '../checker/check-plan.ts'
import { conflictOfWish } from '../conflicts/conflict-of-wish.ts'
import { whatWouldFree } from '../conflicts/what-would-free.ts'
import type { BundlingCase } from '../format/case.ts'
import type { Appointment } from '../format/plan.ts'
import type { Master } from '../master/master.ts'
import type { Solver } from '../master/program.ts'
import type { Wish } from '../master/stages.ts'
import type { NeedModel } from '../model/family-model.ts'
import { wishFor, withoutEvenings } from '../proposals/alternatives.ts'
import { appointmentsIn } from '../proposals/propose.ts'
import { chooseInTime } from '../proposals/urgent-in-time.ts'
import type { Budget } from '../search/budget.ts'
import { groundOf, taskOf, type Task } from '../search/plan-family.ts'
import { priceOf, type Answered, type AskedPlan, type Question } from './question.ts'
import { asAsked, isAlready, wishedRows, wishedTask } from './wish.ts'

/** A question about one need of a family's plan. */
export type Asked = {
  /** Which family of the case; the first when absent. */
  readonly family?: string
  readonly plan: AskedPlan
  readonly need: string
  readonly question: Question
}

/** @throws RangeError when the case has no such family, or the family no such need or professional, or the plan no such appointment. */
export const answerWith = (instance: BundlingCase, { family, plan, need: needId, question }: Asked, solver: Solver, budget: Budget): Answered => {
  const task = withoutEveningsIf(plan, taskOf(instance, family ?? instance.families[0]?.id ?? ''))
  const { model } = task
  const need = needNamed(task, needId)
  const { violations, burden } = checkPlan(model.instance, plan.appointments)
  if (violations.length > 0) return { kind: 'outdated' }
  if (question.kind === 'free') return whatWouldFree(task, need, question, plan.appointments, burden, solver, budget)

  const own = plan.appointments.find(one => one.need === needId)
  if (own === undefined && question.kind === 'earlier') throw new RangeError(`The plan has no appointment for ${needId}`)
  if (question.kind === 'with' && !need.need.staffing.flat().includes(question.professional)) throw new RangeError(`Need ${needId} doesn't ask for ${question.professional}`)
  const other = question.kind === 'together' ? needNamed(task, question.need) : undefined
  if (other === need) throw new RangeError(`Need ${needId} is always together with itself`)
  if (isAlready(question, own, plan.appointments)) return { kind: 'already' }

  const isAsked = asAsked(model, need, question, own)
  const wished = wishedTask(task, need, question, isAsked)
  if (wished.candidates[need.index]!.length > 0) {
    const ground = groundOf(wished, budget)
    const wish = wishOf(plan, wished)(ground.master)
    const extraRows = [...wish.extraRows ?? [], ...wishedRows(ground.master, need, other)]
    const found = chooseInTime(wished, ground, solver, { ...wish, extraRows }, budget)
    if (found !== undefined) {
      const appointments = appointmentsIn(task, found)
      return {
        kind: 'possible', appointments, burden: found.burden, price: priceOf(found.burden, burden, wish.order.flat()), proven: found.proven,
        alsoChanged: changedBetween(plan.appointments, appointments).filter(one => one !== needId),
      }
    }
  }
  const conflict = conflictOfWish(model, need, other, isAsked, solver, budget)
  return conflict === undefined ? { kind: 'unknown' } : { kind: 'impossible', conflict }
}

const needNamed = ({ model }: Task, id: string): NeedModel => {
  const need = model.needs.find(one => one.need.id === id)
  if (need === undefined) throw new RangeError(`The family has no need ${id}`)
  return need
}

/** A proposal without evenings stays one, whatever is asked about it. */
const withoutEveningsIf = ({ flavour }: AskedPlan, task: Task): Task => flavour === 'no-evenings' ? withoutEvenings(task) : task

const wishOf = (plan: AskedPlan, { model }: Task): ((master: Master) => Wish) => {
  const daysOf = (appointments: readonly Appointment[]) => new Map(appointments.map(one =>
    [model.needs.findIndex(({ need }) => need.id === one.need), model.instance.planningDays.indexOf(one.date)]))
  return wishFor(plan.flavour ?? 'fewest-travel-days', daysOf(plan.first ?? []))
}

/** Needs of which the day or the form differs, or that have an appointment in one of the two only. */
const changedBetween = (a: readonly Appointment[], b: readonly Appointment[]): readonly string[] => {
  const how = (list: readonly Appointment[]) => new Map(list.map(one => [one.need, `${one.date} ${one.modality} ${one.place ?? ''}`]))
  const [inA, inB] = [how(a), how(b)]
  return [...new Set([...inA.keys(), ...inB.keys()])].filter(need => inA.get(need) !== inB.get(need))
}
