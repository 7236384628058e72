/** Whether some needs can all be planned, when only some of the rules hold. */
import { dayContext, simulateDay, type DayContext } from '../day/day-simulation.ts'
import { dayPlansOf } from '../day/day-plans.ts'
import * as at from '../day/day-state.ts'
import { buildMaster } from '../master/master.ts'
import { minimise } from '../master/minimise.ts'
import type { Solver } from '../master/program.ts'
import { momentOf, type Candidate, type Option } from '../model/candidates.ts'
import type { FamilyModel, OrderModel } from '../model/family-model.ts'
import { rule, type RuleSet } from '../model/rules.ts'
import type { Budget } from '../search/budget.ts'

export type Possible = 'yes' | 'no' | 'unknown'

/** One more appointment can mend what breaks these: it fills a gap that was too long to wait, or joins two trips. */
export const mendable = rule.homeMinutes | rule.tripsPerWeek
/** Days tried by the search before the exact way is taken. */
const mostTries = 4000
/** More candidates than this make the exact way too long. */
const mostCandidates = 3000

/**
 * @param options of each of the needs, with what each breaks by itself.
 * @param enforced the rules that hold.
 */
export const canBePlanned = (model: FamilyModel, options: ReadonlyMap<number, readonly Option[]>, enforced: RuleSet, solver: Solver, budget: Budget): Possible => {
  const allowed = new Map([...options].map(([need, list]) => [need, list.filter(option => !(option.broken & enforced & ~mendable)).map(option => option.candidate)]))
  const reachable = enforced & rule.order ? keepOrder(model, allowed) : allowed
  if ([...reachable.values()].some(list => list.length === 0)) return 'no'
  const searched = search(model, reachable, enforced)
  if (searched !== 'unknown') return searched
  return [...reachable.values()].reduce((sum, list) => sum + list.length, 0) > mostCandidates ? 'unknown' : decide(model, reachable, enforced, solver, budget)
}

/** Drops candidates on days that the order of needs leaves no room for. */
const keepOrder = (model: FamilyModel, candidates: ReadonlyMap<number, readonly Candidate[]>): ReadonlyMap<number, readonly Candidate[]> => {
  const orders = model.order.filter(order => candidates.has(order.before) && candidates.has(order.after))
  const kept = new Map(candidates)
  const dayOf = (candidate: Candidate): number => model.days[candidate.day]!.calendarDay
  for (let changed = true; changed;) {
    changed = false
    for (const { before, after, minDays, maxDays } of orders) {
      for (const [need, other, sign] of [[before, after, 1], [after, before, -1]] as const) {
        const otherDays = [...new Set(kept.get(other)!.map(dayOf))]
        const rest = kept.get(need)!.filter(candidate => otherDays.some(day => {
          const gap = sign * (day - dayOf(candidate))
          return gap >= minDays && gap <= maxDays
        }))
        if (rest.length < kept.get(need)!.length) {
          kept.set(need, rest)
          changed = true
        }
      }
    }
  }
  return kept
}

/** Tries candidates need by need, the need with the fewest first, days that are still empty first. */
const search = (model: FamilyModel, candidates: ReadonlyMap<number, readonly Candidate[]>, enforced: RuleSet): Possible => {
  const contexts = new Map<number, DayContext>()
  const contextOf = (day: number, rules: RuleSet): DayContext => {
    const known = contexts.get(day) ?? dayContext(model, day, rules)
    contexts.set(day, known)
    return known.enforced === rules ? known : { ...known, enforced: rules }
  }
  const scratch = at.emptyDay(model.children.length)
  const needs = [...candidates.keys()].sort((a, b) => candidates.get(a)!.length - candidates.get(b)!.length)
  let tries = 0
  const place = (index: number, placed: readonly Candidate[]): Possible => {
    if (index === needs.length) return keepsEverything(placed) ? 'yes' : 'no'
    const usedDays = new Set(placed.map(one => one.day))
    const list = candidates.get(needs[index]!)!
    for (const candidate of [...list.filter(one => !usedDays.has(one.day)), ...list.filter(one => usedDays.has(one.day))]) {
      if (!fitsWith(model, placed, candidate, enforced)) continue
      const today = [...placed.filter(one => one.day === candidate.day), candidate]
      if (++tries > mostTries) return 'unknown'
      if (simulateDay(contextOf(candidate.day, enforced & ~mendable), today, scratch) === undefined) continue
      const further = place(index + 1, [...placed, candidate])
      if (further !== 'no') return further
    }
    return 'no'
  }
  const keepsEverything = (placed: readonly Candidate[]): boolean => {
    const weeks = new Map<number, { trips: number; evenings: number; contacts: number }>()
    for (const [day, today] of Map.groupBy(placed, one => one.day)) {
      const state = simulateDay(contextOf(day, enforced), today, scratch)
      if (state === undefined) return false
      const week = weeks.get(model.weekOf[day]!) ?? { trips: 0, evenings: 0, contacts: 0 }
      weeks.set(model.weekOf[day]!, { trips: week.trips + state[at.trips]!, evenings: week.evenings + state[at.evenings]!, contacts: week.contacts + today.length })
    }
    return [...weeks].every(([week, { trips, evenings, contacts }]) => {
      const caps = model.weekCaps[week]!
      return (trips <= caps.trips || !(enforced & rule.tripsPerWeek)) && (evenings <= caps.evenings || !(enforced & rule.eveningsPerWeek))
        && (contacts <= caps.contacts || !(enforced & rule.contactsPerWeek))
    })
  }
  return place(0, [])
}

const fitsWith = (model: FamilyModel, placed: readonly Candidate[], candidate: Candidate, enforced: RuleSet): boolean => placed.every(other => {
  const sameSeries = model.needs[other.need]!.series !== undefined && model.needs[other.need]!.series === model.needs[candidate.need]!.series
  if (sameSeries && other.team !== candidate.team && enforced & rule.sameProfessional) return false
  const atSameTime = model.needs[other.need]!.sameTime !== undefined && model.needs[other.need]!.sameTime === model.needs[candidate.need]!.sameTime
  if (atSameTime && momentOf(model, other) !== momentOf(model, candidate) && enforced & rule.sameTime) return false
  return !(enforced & rule.order) || model.order.every(order => keepsOrder(model, order, other, candidate) && keepsOrder(model, order, candidate, other))
})

const keepsOrder = (model: FamilyModel, order: OrderModel, before: Candidate, after: Candidate): boolean => {
  if (order.before !== before.need || order.after !== after.need) return true
  const gap = model.days[after.day]!.calendarDay - model.days[before.day]!.calendarDay
  return gap >= order.minDays && gap <= order.maxDays
}

/** Decides it exactly: all day plans of these candidates, and a choice between them that leaves nothing out. */
const decide = (model: FamilyModel, candidates: ReadonlyMap<number, readonly Candidate[]>, enforced: RuleSet, solver: Solver, budget: Budget): Possible => {
  const byDay = Map.groupBy([...candidates.values()].flat(), candidate => candidate.day)
  const found = [...byDay].map(([day, ofDay]) => dayPlansOf(model, day, ofDay, budget, enforced))
  const master = buildMaster(model, found.flatMap(day => day.plans), enforced)
  const program = { ...master.program, rows: [...master.program.rows, { columns: [...candidates.keys()].map(need => master.unplanned[need]!), atLeast: 0, atMost: 0 }] }
  const all = Array.from({ length: program.columns }, (_, column) => column)
  const least = minimise(solver, program, all, new Float64Array(program.columns), undefined, budget)
  if (!('kind' in least)) return 'yes'
  return least.kind === 'infeasible' && found.every(day => day.complete) ? 'no' : 'unknown'
}
