/** The plan of one family: a quick first answer, then the lightest plan with its proof. */
import { checkPlan } from '../checker/check-plan.ts'
import { dayPlansOf, type DayPlan } from '../day/day-plans.ts'
import type { BundlingCase } from '../format/case.ts'
import { compareBurdens, type Burden } from '../format/plan.ts'
import { buildMaster, type Master } from '../master/master.ts'
import type { Solver } from '../master/program.ts'
import { chooseLightest, nearRelaxation, sumBurden, usualOrder, type Part, type PartOrder, type Wish } from '../master/stages.ts'
import { appointmentsOf } from '../model/appointments.ts'
import { allCandidates, type Candidate } from '../model/candidates.ts'
import { modelFamily, type FamilyModel } from '../model/family-model.ts'
import { allRules } from '../model/rules.ts'
import type { Budget } from './budget.ts'
import { improve } from './improve.ts'
import { greedy } from './quick-answers.ts'
import type { Schedule } from './schedule.ts'

/** A family with every allowed time of every need. */
export type Task = { readonly model: FamilyModel; readonly candidates: readonly (readonly Candidate[])[] }

/** A plan for one family that keeps every rule: the independent checker has seen it and finds the same burden. */
export type Answer = {
  /** Days with at least one appointment, in order. */
  readonly days: readonly DayPlan[]
  readonly burden: Burden
  /** No plan weighs less, in the order asked for. */
  readonly proven: boolean
  /** The parts of the burden that are as light as they can be, given those before them. */
  readonly provenParts: readonly Part[]
  /** What no plan can weigh less than, as far as known. */
  readonly bound: Burden | undefined
}

/** All day plans of a family, ready to be chosen from. */
export type Ground = { readonly master: Master; readonly complete: boolean }

/** @throws RangeError when the case has no such family. */
export const taskOf = (instance: BundlingCase, familyId: string): Task => {
  const model = modelFamily(instance, familyId)
  return { model, candidates: allCandidates(model) }
}

/** Fruitless rounds of improvement before the first answer is given: well under a tenth of a second for most families. */
const firstPatience = 60
/** The same when nothing better could be computed. */
const lastPatience = 2000
/** With so many day plans the proof can take seconds, and a better plan to begin from pays. */
const manyPlans = 2000

/** A good plan at once, without proof. */
export const firstAnswer = (task: Task, budget: Budget): Answer => improved(task, firstPatience, budget)

/** With so many times it takes a while to enumerate all day plans. */
const manyTimes = 1500
/** Of many times, those on the hour and half past. */
const fewerStarts = 30

/**
 * A better answer, without proof, before all day plans of a family with many times are known: a choice between those of fewer times.
 * @returns the first answer when nothing lighter was found, or when there are few times.
 */
export const earlyAnswer = (task: Task, first: Answer, solver: Solver, budget: Budget): Answer => {
  if (task.candidates.reduce((sum, ofNeed) => sum + ofNeed.length, 0) < manyTimes) return first
  const chosen = new Set(first.days.flatMap(day => day.appointments))
  const candidates = task.candidates.map(ofNeed => ofNeed.filter(candidate => candidate.start % fewerStarts === 0 || chosen.has(candidate)))
  const { master } = groundOf({ ...task, candidates }, budget)
  return lighterThan(task, first, nearRelaxation(solver, master, first.days, budget)) ?? first
}

const improved = ({ model, candidates }: Task, patience: number, budget: Budget): Answer => {
  const schedule = greedy(model, candidates)
  improve(model, candidates, schedule, patience, budget)
  return answerOf(schedule)
}

export const answerOf = (schedule: Schedule): Answer => ({ days: schedule.plans(), burden: schedule.burden(), proven: false, provenParts: [], bound: undefined })

/** Enumerates the day plans; incomplete when the budget is spent before. */
export const groundOf = ({ model, candidates }: Task, budget: Budget): Ground => {
  const byDay: Candidate[][] = model.days.map(() => [])
  for (const candidate of candidates.flat()) byDay[candidate.day]!.push(candidate)
  const found = byDay.map((ofDay, day) => dayPlansOf(model, day, ofDay, budget))
  return { master: buildMaster(model, found.flatMap(day => day.plans), allRules), complete: found.every(day => day.complete) }
}

/**
 * The lightest plan, proven when the budget lasts.
 * @param first an answer to begin from and to fall back on.
 * @param onBetter told of a lighter answer before the proof, where that takes long.
 */
export const bestAnswer = (task: Task, ground: Ground, solver: Solver, first: Answer, budget: Budget, onBetter: (answer: Answer) => void = () => undefined): Answer => {
  let known = first
  const tell = (days: readonly DayPlan[]): void => {
    const lighter = lighterThan(task, known, days)
    if (lighter === undefined) return
    known = lighter
    onBetter(lighter)
  }
  const exact = choose(task, ground, solver, { order: usualOrder, known: known.days }, budget.portion(0.9), ground.master.plans.length > manyPlans ? tell : undefined)
  if (exact?.proven === true) return exact
  const best = lightest([known, improved(task, lastPatience, budget), ...exact === undefined ? [] : [exact]])
  return { ...best, proven: false, provenParts: [], bound: exact?.bound }
}

/** Day plans as an answer without proof, when they weigh less than another and the checker allows them. */
const lighterThan = ({ model }: Task, known: Answer, days: readonly DayPlan[]): Answer | undefined => {
  const answer: Answer = { days, burden: sumBurden(model, days), proven: false, provenParts: [], bound: undefined }
  return compareBurdens(answer.burden, known.burden) < 0 && isAllowed(model, answer) ? answer : undefined
}

const lightest = (answers: readonly Answer[]): Answer => answers.reduce((best, answer) => compareBurdens(answer.burden, best.burden) < 0 ? answer : best)

/** The lightest plan for a wish; nothing when there is none, or when what was found breaks a rule after all. */
export const choose = ({ model }: Task, { master, complete }: Ground, solver: Solver, wish: Wish<PartOrder>, budget: Budget, onBetter?: (plans: readonly DayPlan[]) => void): Answer | undefined => {
  const choice = chooseLightest(solver, master, wish, budget, onBetter)
  if ('kind' in choice) return undefined
  const answer: Answer = { days: choice.plans, burden: choice.burden, proven: choice.proven && complete, provenParts: complete ? choice.provenParts : [], bound: complete ? choice.bound : undefined }
  return isAllowed(model, answer) ? answer : undefined
}

/** The needs that have an appointment, by index. */
export const plannedNeeds = ({ days }: Pick<Answer, 'days'>): ReadonlySet<number> => new Set(days.flatMap(day => day.appointments.map(one => one.need)))

/** Whether the independent checker allows a plan and weighs it the same. */
export const isAllowed = (model: FamilyModel, { days, burden }: Pick<Answer, 'days' | 'burden'>): boolean => {
  const verdict = checkPlan(model.instance, appointmentsOf(model, days.flatMap(day => day.appointments)))
  return verdict.violations.length === 0 && compareBurdens(verdict.burden, burden) === 0
}
