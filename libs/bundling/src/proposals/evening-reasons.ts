/** Why a need is planned as a call in the evening: what it would cost the family to have it by day. */
import { dayPlansOf } from '../day/day-plans.ts'
import { burdenDifference, burdenParts, compareBurdens, type Burden } from '../format/plan.ts'
import { buildMaster } from '../master/master.ts'
import type { Solver } from '../master/program.ts'
import type { BurdenPart } from '../master/stages.ts'
import { allRules } from '../model/rules.ts'
import type { Budget } from '../search/budget.ts'
import type { Ground, Task } from '../search/plan-family.ts'
import { createSchedule } from '../search/schedule.ts'
import type { Draft } from './alternatives.ts'
import { chooseInTime, urgentPutOff } from './urgent-in-time.ts'

export type EveningReason = {
  readonly need: string
  /**
   * What the plan would weigh more with this need by day; only the parts that differ. Absent when it can't
   * be by day while the others stay, or when the time was too short to know.
   */
  readonly byDay?: Partial<Burden>
  /** Whether `byDay` leaves all other appointments where they are; else it is the lightest plan of all without this evening. */
  readonly othersStay: boolean
}

/**
 * Each evening's reason. First the most important parts are compared exactly, by solving anew without the
 * evening; only when they don't differ, the need alone is moved.
 */
export const eveningReasons = (draft: Draft, solver: Solver, budget: Budget): readonly EveningReason[] =>
  draft.answer.days.flatMap(day => day.appointments.filter(one => one.evening)).map(({ need }): EveningReason => {
    const id = draft.task.model.needs[need]!.need.id
    const anew = solvedAnew(draft, need, solver, budget)
    if (anew !== undefined && Object.keys(anew).length > 0) return { need: id, byDay: anew, othersStay: false }
    const moved = movedAlone(draft, need)
    return { need: id, othersStay: true, ...(moved === undefined ? {} : { byDay: moved }) }
  })

const solvedAnew = ({ task, ground, answer, wishOn }: Draft, need: number, solver: Solver, budget: Budget): Partial<Burden> | undefined => {
  const other = withoutEveningOf(task, ground, need, budget)
  const wish = wishOn(other.master)
  const mostImportant = wish.order.slice(0, 1)
  const found = chooseInTime(task, other, solver, { ...wish, order: mostImportant }, budget, urgentPutOff(task.model, answer))
  const parts = mostImportant.flat()
  return found !== undefined && parts.every(part => found.provenParts.includes(part)) ? differing(found.burden, answer.burden, parts) : undefined
}

/** The ground without the evening times of one need. */
const withoutEveningOf = ({ model, candidates }: Task, ground: Ground, need: number, budget: Budget): Ground => {
  const evenings = candidates.flat().filter(candidate => candidate.evening)
  const ofNeed = new Set(evenings.filter(candidate => candidate.need === need).map(candidate => candidate.day))
  // Where several needs can take the evening, a plan with this need by day may have been left out for one with another by day.
  const shared = new Set(evenings.filter(candidate => candidate.need !== need && ofNeed.has(candidate.day)).map(candidate => candidate.day))
  const rest = candidates.flat().filter(candidate => candidate.need !== need || !candidate.evening)
  const kept = ground.master.plans.filter(plan => !shared.has(plan.day) && !plan.appointments.some(one => one.need === need && one.evening))
  const anew = [...shared].map(day => dayPlansOf(model, day, rest.filter(candidate => candidate.day === day), budget))
  return { master: buildMaster(model, [...kept, ...anew.flatMap(day => day.plans)], allRules), complete: ground.complete && anew.every(day => day.complete) }
}

/** The lightest time by day for this need alone. */
const movedAlone = ({ task: { model, candidates }, answer }: Draft, need: number): Partial<Burden> | undefined => {
  const schedule = createSchedule(model)
  for (const candidate of answer.days.flatMap(day => day.appointments)) if (candidate.need !== need) schedule.put(candidate)
  const without = schedule.snapshot()
  const burdens = candidates[need]!.filter(candidate => !candidate.evening && schedule.weigh(candidate) !== undefined).map(candidate => {
    schedule.put(candidate)
    const burden = schedule.burden()
    schedule.restore(without)
    return burden
  })
  const [lightest] = burdens.sort(compareBurdens)
  return lightest && differing(lightest, answer.burden, burdenParts)
}

const differing = (a: Burden, b: Burden, parts: readonly BurdenPart[]): Partial<Burden> => {
  const difference = burdenDifference(a, b)
  return Object.fromEntries(parts.filter(part => difference[part] !== 0).map(part => [part, difference[part]]))
}
