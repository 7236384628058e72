/** The engine's functions for one thread. In a server, use `createPlanner`: these block while they compute. */
import { offeredTimes, type OfferedTimes } from './conflicts/offered-times.ts'
import { aloneOptions } from './conflicts/options.ts'
import type { BundlingCase } from './format/case.ts'
import type { Appointment, Burden, Plan } from './format/plan.ts'
import { loadSolver } from './master/highs-solver.ts'
import type { Solver } from './master/program.ts'
import { modelFamily } from './model/family-model.ts'
import { appointmentsIn, proposeWith, type Progress, type Proposals } from './proposals/propose.ts'
import { planRegionWith, type RegionPlan, type RegionProgress } from './region/plan-region.ts'
import { replanWith, type Replanned, type Replanning } from './replan/replan.ts'
import { unlimited, type Budget } from './search/budget.ts'
import { planCase } from './search/plan-case.ts'
import { answerOf, taskOf, type Task } from './search/plan-family.ts'
import { firstFree, greedy as greedySchedule } from './search/quick-answers.ts'
import type { Schedule } from './search/schedule.ts'
import type { Answered } from './why/question.ts'
import { answerWith, type Asked } from './why/why-not.ts'

/** Loaded once, when first needed. */
let solver: Promise<Solver> | undefined
const theSolver = (): Promise<Solver> => solver ??= loadSolver()

export type PlanOptions = {
  /** How long to go on; without it until everything is proven, and then always with the same outcome. */
  readonly budget?: Budget
  /** Which family of the case; the first when absent. */
  readonly family?: string
  readonly onProgress?: (progress: Progress) => void
}

/** The lightest plan of a case, with proof and conflicts. */
export const plan = async (instance: BundlingCase, { budget = unlimited }: Pick<PlanOptions, 'budget'> = {}): Promise<Plan> =>
  planCase(instance, await theSolver(), budget)

/**
 * Up to three proposals that really differ.
 * @throws RangeError when the case has no such family.
 */
export const propose = async (instance: BundlingCase, { budget = unlimited, ...options }: PlanOptions = {}): Promise<Proposals> =>
  proposeWith(instance, { solver: await theSolver(), budget, ...options })

/**
 * Why a plan is not otherwise, or what would free a need that it leaves out.
 * @throws RangeError when the case has no such family, the family no such need, or the plan no such appointment.
 */
export const whyNot = async (instance: BundlingCase, asked: Asked, { budget = unlimited }: Pick<PlanOptions, 'budget'> = {}): Promise<Answered> =>
  answerWith(instance, asked, await theSolver(), budget)

export type RegionOptions = {
  /** How long to go on; without it until the rounds are done. */
  readonly budget?: Budget
  /** The most rounds; the same case and number always give the same plan, if the budget lasts. Without it, until many in a row found nothing lighter. */
  readonly rounds?: number
  /** Asked between steps; once true, the best plan so far is the answer. */
  readonly stopped?: () => boolean
  readonly onProgress?: (progress: RegionProgress) => void
}

/** The plan of all families of a case, on the calendars that they share: fair, and without anybody booked twice. */
export const planRegion = async (instance: BundlingCase, { budget = unlimited, ...options }: RegionOptions = {}): Promise<RegionPlan> =>
  planRegionWith(instance, { solver: await theSolver(), budget, ...options })

/**
 * A plan made again when something falls away, in which as little as possible moves of what stands.
 * @throws RangeError when the case has no such family, or `mostMoved` is no whole number from 0.
 */
export const replan = async (instance: BundlingCase, replanning: Replanning, { budget = unlimited }: Pick<PlanOptions, 'budget'> = {}): Promise<Replanned> =>
  replanWith(instance, replanning, await theSolver(), budget)

export type QuickPlan = { readonly appointments: readonly Appointment[]; readonly burden: Burden }

/** Each need at its first free time, all rules kept: what a family gets when nobody bundles. */
export const firstFreeTime = (instance: BundlingCase, family?: string): QuickPlan => quickly(instance, family, firstFree)

/** The most urgent and scarcest needs first, each where it adds least. */
export const greedy = (instance: BundlingCase, family?: string): QuickPlan => quickly(instance, family, greedySchedule)

const quickly = (instance: BundlingCase, family: string | undefined, way: (model: Task['model'], candidates: Task['candidates']) => Schedule): QuickPlan => {
  const task = taskOf(instance, family ?? instance.families[0]?.id ?? '')
  const answer = answerOf(way(task.model, task.candidates))
  return { appointments: appointmentsIn(task, answer), burden: answer.burden }
}

/** What became of the times offered for a need, whether or not it is planned. @throws RangeError when the family has no such need. */
export const explainTimes = (instance: BundlingCase, family: string, needId: string): OfferedTimes => {
  const model = modelFamily(instance, family)
  const need = model.needs.find(one => one.need.id === needId)
  if (need === undefined) throw new RangeError(`The family has no need ${needId}`)
  return offeredTimes(model, aloneOptions(model, need))
}
