/**
 * Large-neighbourhood search: take a few appointments out, put them back where they add least, keep what is no worse.
 * The steps are counted and drawn from a fixed seed, so the same case gives the same plan.
 */
import { compareBurdens } from '../format/plan.ts'
import type { Candidate } from '../model/candidates.ts'
import type { FamilyModel } from '../model/family-model.ts'
import type { Budget } from './budget.ts'
import { putLightest } from './quick-answers.ts'
import { pickOne, randomNumbers, shuffled } from './random-numbers.ts'
import type { Schedule } from './schedule.ts'

/**
 * Leaves the schedule at the lightest plan found.
 * @param patience after how many rounds without a lighter plan to stop.
 */
export const improve = (model: FamilyModel, candidates: readonly (readonly Candidate[])[], schedule: Schedule, patience: number, budget: Budget): void => {
  const movable = model.needs.map(need => need.index).filter(need => candidates[need]!.length > 0)
  if (movable.length === 0) return
  const draw = randomNumbers(1)
  let current = schedule.burden()
  let best = { burden: current, snapshot: schedule.snapshot() }
  for (let idle = 0; idle < patience && !budget.spent(); idle++) {
    const before = schedule.snapshot()
    const taken = chooseNeeds(model, movable, schedule, draw)
    for (const need of taken) schedule.take(need)
    if (schedule.isSound()) {
      for (const need of shuffled(taken, draw)) putLightest(schedule, candidates[need]!.filter(() => draw() >= 0.15))
      const burden = schedule.burden()
      if (compareBurdens(burden, current) <= 0) {
        current = burden
        if (compareBurdens(burden, best.burden) < 0) {
          best = { burden, snapshot: schedule.snapshot() }
          idle = 0
        }
        continue
      }
    }
    schedule.restore(before)
  }
  schedule.restore(best.snapshot)
}

/** Which needs to take out: often one that is unplanned, then neighbours in time, of a series, or any. */
const chooseNeeds = (model: FamilyModel, movable: readonly number[], schedule: Schedule, draw: () => number): readonly number[] => {
  const wanted = Math.min(movable.length, 2 + Math.floor(draw() * Math.min(6, movable.length)))
  const chosen = new Set<number>()
  const unplanned = movable.filter(need => schedule.planned(need) === undefined)
  if (unplanned.length > 0 && draw() < 0.5) chosen.add(pickOne(unplanned, draw))
  const way = draw()
  if (way < 0.4) {
    for (let day = Math.floor(draw() * model.days.length); day < model.days.length && chosen.size < wanted; day++) {
      for (const { need } of schedule.onDay(day)) chosen.add(need)
    }
  } else if (way < 0.6) {
    const one = model.needs[pickOne(movable, draw)]!
    for (const need of movable) if (need === one.index || (one.series !== undefined && model.needs[need]!.series === one.series)) chosen.add(need)
  }
  while (chosen.size < wanted) chosen.add(pickOne(movable, draw))
  return [...chosen]
}
