/** Up to three proposals for one family that really differ, each with what it saves and why it is as it is. */
import { createExplainer, type Unplanned } from '../conflicts/explain-unplanned.ts'
import type { BundlingCase } from '../format/case.ts'
import { burdenDifference, type Appointment, type Burden } from '../format/plan.ts'
import type { Solver } from '../master/program.ts'
import { usualOrder } from '../master/stages.ts'
import { appointmentsOf } from '../model/appointments.ts'
import type { Budget } from '../search/budget.ts'
import { answerOf, bestAnswer, earlyAnswer, groundOf, plannedNeeds, taskOf, type Answer, type Ground, type Task } from '../search/plan-family.ts'
import { firstFree } from '../search/quick-answers.ts'
import { alternativesTo, thoseThatDiffer, type Draft, type Flavour } from './alternatives.ts'
import { eveningReasons, type EveningReason } from './evening-reasons.ts'
import { firstInTime, keepInTime, rather } from './urgent-in-time.ts'

/** A plan to show at once, while better ones and the reasons are still being computed. */
export type Sketch = {
  readonly appointments: readonly Appointment[]
  readonly burden: Burden
  readonly proven: boolean
  /** What no plan can weigh less than; absent when not known. */
  readonly bound?: Burden
  /** How many travel days fewer may still be possible with no less planned and no more rest touched: 0 when proven, absent when not known. */
  readonly travelDaysPossiblyFewer?: number
  /** What the plan of first free times weighs more, part by part; below zero where that weighs less. */
  readonly savings: Burden
  /** Ids of the needs without an appointment. */
  readonly withoutAppointment: readonly string[]
}

export type Proposal = Sketch & {
  readonly flavour: Flavour
  /** What it weighs more than the first proposal, part by part; below zero where it weighs less. */
  readonly besideFirst: Burden
  /** How many appointments are calls in the evening. */
  readonly evenings: number
  readonly unplanned: readonly Unplanned[]
  readonly eveningReasons: readonly EveningReason[]
}

export type Proposals = {
  /** The lightest first. */
  readonly proposals: readonly Proposal[]
  /** Every need at its first free time: what the savings are measured against. */
  readonly firstFree: { readonly appointments: readonly Appointment[]; readonly burden: Burden }
}

/** How far the work is: `first` comes within a moment, `better` with a lighter plan that isn't proven, `proven` with the proof. */
export type Progress = { readonly stage: 'first' | 'better' | 'proven'; readonly sketch: Sketch }

export type ProposeOptions = {
  readonly solver: Solver
  readonly budget: Budget
  /** Which family of the case; the first when absent. */
  readonly family?: string
  readonly onProgress?: (progress: Progress) => void
}

/**
 * The lightest plan to propose, found within the budget; where urgent needs would be put off, the next that doesn't.
 * @param first in which urgent needs are in time, as far as is known. @param known the lightest that is known.
 */
export const bestDraft = (task: Task, ground: Ground, first: Answer, solver: Solver, budget: Budget, known = first, onBetter?: (answer: Answer) => void): Draft => {
  const wish = { order: usualOrder }
  const lightest = bestAnswer(task, ground, solver, known, budget, onBetter)
  const answer = rather(task.model, first, keepInTime(task, ground, solver, wish, lightest, budget))
  return { flavour: 'fewest-travel-days', task, ground, answer, wishOn: () => wish }
}

/** @throws RangeError when the case has no such family. */
export const proposeWith = (instance: BundlingCase, { solver, budget, family, onProgress = () => undefined }: ProposeOptions): Proposals => {
  const task = taskOf(instance, family ?? instance.families[0]?.id ?? '')
  const yardstick = answerOf(firstFree(task.model, task.candidates))
  // The rest of the time is for the alternatives and the reasons.
  const solving = budget.portion(0.6)
  const first = firstInTime(task, solving)
  onProgress({ stage: 'first', sketch: sketchOf(task, first, yardstick) })
  const early = earlyAnswer(task, first, solver, solving)
  if (early !== first) onProgress({ stage: 'better', sketch: sketchOf(task, early, yardstick) })
  const ground = groundOf(task, solving)
  const best = bestDraft(task, ground, first, solver, solving, early, better => onProgress({ stage: 'better', sketch: sketchOf(task, better, yardstick) }))
  onProgress({ stage: best.answer.proven ? 'proven' : 'better', sketch: sketchOf(task, best.answer, yardstick) })
  const drafts = thoseThatDiffer(best, alternativesTo(best, solver, budget))
  const explain = createExplainer(task, ground, solver, budget)
  return {
    proposals: drafts.map(draft => proposalOf(draft, best, yardstick, draft.task === task ? explain : createExplainer(draft.task, draft.ground, solver, budget), solver, budget)),
    firstFree: { appointments: appointmentsIn(task, yardstick), burden: yardstick.burden },
  }
}

const proposalOf = (draft: Draft, best: Draft, yardstick: Answer, explain: (planned: ReadonlySet<number>) => readonly Unplanned[], solver: Solver, budget: Budget): Proposal => ({
  flavour: draft.flavour,
  ...sketchOf(draft.task, draft.answer, yardstick),
  besideFirst: burdenDifference(draft.answer.burden, best.answer.burden),
  evenings: draft.answer.days.reduce((sum, day) => sum + day.evenings, 0),
  unplanned: explain(plannedNeeds(draft.answer)),
  eveningReasons: eveningReasons(draft, solver, budget),
})

const sketchOf = (task: Task, answer: Answer, yardstick: Answer): Sketch => {
  const planned = plannedNeeds(answer)
  const fewer = travelDaysPossiblyFewer(answer)
  return {
    appointments: appointmentsIn(task, answer),
    burden: answer.burden,
    proven: answer.proven,
    ...(answer.bound === undefined ? {} : { bound: answer.bound }),
    ...(fewer === undefined ? {} : { travelDaysPossiblyFewer: fewer }),
    savings: burdenDifference(yardstick.burden, answer.burden),
    withoutAppointment: task.model.needs.filter(need => !planned.has(need.index)).map(need => need.need.id),
  }
}

/** A bound says something about travel days only when nothing that weighs more can get better. */
const travelDaysPossiblyFewer = ({ proven, burden, bound }: Answer): number | undefined => {
  if (proven) return 0
  return bound?.unplanned === burden.unplanned && bound.restTouched === burden.restTouched ? Math.max(0, burden.travelDays - bound.travelDays) : undefined
}

export const appointmentsIn = (task: Task, answer: Pick<Answer, 'days'>): readonly Appointment[] =>
  appointmentsOf(task.model, answer.days.flatMap(day => day.appointments))
