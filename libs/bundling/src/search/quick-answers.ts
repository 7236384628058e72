/** Two simple ways to plan: what people do by phone, and a careful clerk. */
import type { Candidate } from '../model/candidates.ts'
import type { FamilyModel } from '../model/family-model.ts'
import { compareAdded, createSchedule, type Added, type Schedule } from './schedule.ts'

/** Each need, in order of its first date, at its first free time; evenings last within a day. The yardstick for savings. */
export const firstFree = (model: FamilyModel, candidates: readonly (readonly Candidate[])[]): Schedule => {
  const schedule = createSchedule(model)
  const inOrder = [...model.needs].sort((a, b) => a.firstDay - b.firstDay || a.index - b.index)
  for (const need of inOrder) {
    const first = [...candidates[need.index]!].sort(earliest).find(candidate => schedule.weigh(candidate) !== undefined)
    if (first !== undefined) schedule.put(first)
  }
  return schedule
}

const formOrder = { onsite: 0, home: 1, digital: 2 }
/** In order of time, evenings last within a day. */
export const earliest = (a: Candidate, b: Candidate): number =>
  a.day - b.day || Number(a.evening) - Number(b.evening) || a.start - b.start || formOrder[a.form] - formOrder[b.form]

/** The most urgent and scarcest needs first, each where it adds least. */
export const greedy = (model: FamilyModel, candidates: readonly (readonly Candidate[])[]): Schedule => {
  const schedule = createSchedule(model)
  const inOrder = [...model.needs].sort((a, b) => b.urgency - a.urgency || candidates[a.index]!.length - candidates[b.index]!.length || a.index - b.index)
  for (const need of inOrder) putLightest(schedule, candidates[need.index]!)
  return schedule
}

/** Puts in the candidate that adds least, if any is allowed. */
export const putLightest = (schedule: Schedule, candidates: Iterable<Candidate>): void => {
  let best: Candidate | undefined
  let least: Added = []
  for (const candidate of candidates) {
    const added = schedule.weigh(candidate)
    if (added !== undefined && (best === undefined || compareAdded(added, least) < 0)) {
      best = candidate
      least = added
    }
  }
  if (best !== undefined) schedule.put(best)
}
