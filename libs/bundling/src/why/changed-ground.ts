/** The ground for a task that differs from another in a few times: only days on which something differs are enumerated anew. */
import { dayPlansOf } from '../day/day-plans.ts'
import { buildMaster } from '../master/master.ts'
import type { Candidate } from '../model/candidates.ts'
import { allRules } from '../model/rules.ts'
import type { Budget } from '../search/budget.ts'
import type { Ground, Task } from '../search/plan-family.ts'

/** @param alsoOn days on which a rule changed that no candidate shows. */
export const changedGround = (before: Task, ground: Ground, after: Task, budget: Budget, alsoOn: ReadonlySet<number> = new Set()): Ground => {
  const [was, is] = [byDay(before), byDay(after)]
  const days = after.model.days.map(({ index }) => {
    const [had, has] = [was.get(index) ?? [], is.get(index) ?? []]
    if (alsoOn.has(index) || !onlyLosesWholeNeeds(had, has)) return dayPlansOf(after.model, index, has, budget)
    const left = new Set(has.map(one => one.need))
    return { plans: ground.master.plans.filter(plan => plan.day === index && plan.appointments.every(one => left.has(one.need))), complete: ground.complete }
  })
  return { master: buildMaster(after.model, days.flatMap(day => day.plans), allRules), complete: days.every(day => day.complete) }
}

const byDay = ({ candidates }: Task): ReadonlyMap<number, readonly Candidate[]> => Map.groupBy(candidates.flat(), candidate => candidate.day)

/**
 * Whether a day has what it had but for needs that lost all of their times. The plans without those needs then stand as they are:
 * the lightest is known for every set of needs.
 */
const onlyLosesWholeNeeds = (had: readonly Candidate[], has: readonly Candidate[]): boolean => {
  if (had.length === 0 && has.length === 0) return true
  const left = new Set(has.map(one => one.need))
  const stays = had.filter(one => left.has(one.need))
  return stays.length === has.length && stays.every((one, index) => isSame(one, has[index]!))
}

const isSame = (a: Candidate, b: Candidate): boolean => a === b || (
  a.need === b.need && a.start === b.start && a.form === b.form && a.place === b.place && a.people === b.people && a.staffing === b.staffing
  && a.leansOnOtherParent === b.leansOnOtherParent && a.contested.length === b.contested.length && a.contested.every((one, index) => one === b.contested[index]))
