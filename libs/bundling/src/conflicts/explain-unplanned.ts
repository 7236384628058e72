/** Why a need stays without an appointment, in a way that people can act on. */
import type { RuleCode } from '../format/plan.ts'
import { buildMaster } from '../master/master.ts'
import { minimise } from '../master/minimise.ts'
import type { Solver } from '../master/program.ts'
import type { Option } from '../model/candidates.ts'
import type { NeedModel } from '../model/family-model.ts'
import { allRules, codesOf, rule, type RuleSet } from '../model/rules.ts'
import type { Budget } from '../search/budget.ts'
import type { Ground, Task } from '../search/plan-family.ts'
import { canBePlanned } from './can-be-planned.ts'
import { offeredTimes, type OfferedTimes } from './offered-times.ts'
import { aloneOptions } from './options.ts'
import { minimalConflict } from './quick-xplain.ts'

/** Rules and other needs that together leave no room: without any one of them there would be (format, section 7). */
export type Conflict = {
  readonly rules: readonly RuleCode[]
  readonly needs: readonly string[]
  /** False when the search for a smaller one had to be cut short. */
  readonly minimal: boolean
}

export type Unplanned = {
  readonly need: string
  /** Absent when nobody proved that there is no room. */
  readonly conflict?: Conflict
  readonly times: OfferedTimes
}

/** From what people can most easily change to what they can't. */
export const blamedFirst: readonly RuleSet[] = ([
  'eveningsPerWeek', 'tripsPerWeek', 'contactsPerWeek', 'appointmentsPerDay', 'childMinutes', 'motherMinutes', 'dayHours', 'sameTime', 'order', 'window', 'sameProfessional', 'homeMinutes', 'evening', 'minding',
  'unavailable', 'nap', 'dayCentre', 'childAlone', 'travel', 'doubleBooked', 'interpreter', 'equipment', 'room', 'closed', 'offer', 'apart',
] as const satisfies readonly RuleCode[]).map(code => rule[code])

/** Explains why needs of one task are left, given the indexes of those that are planned; what it finds out about a need alone serves every time. */
export const createExplainer = (task: Task, ground: Ground, solver: Solver, budget: Budget): (planned: ReadonlySet<number>) => readonly Unplanned[] => {
  const known = new Map<number, readonly Option[]>()
  const optionsOf = (need: NeedModel): readonly Option[] => {
    const options = known.get(need.index) ?? aloneOptions(task.model, need)
    known.set(need.index, options)
    return options
  }
  return planned => task.model.needs.filter(need => !planned.has(need.index)).map(need => {
    const conflict = conflictOf(ground, need, optionsOf, [...planned], solver, budget)
    return { need: need.need.id, ...(conflict === undefined ? {} : { conflict }), times: offeredTimes(task.model, optionsOf(need)) }
  })
}

/** Why a need fits nowhere beside those that are planned; nothing when nobody proved that it doesn't. */
export const conflictOf = (ground: Ground, need: NeedModel, optionsOf: (need: NeedModel) => readonly Option[], planned: readonly number[], solver: Solver, budget: Budget): Conflict | undefined =>
  conflictByItself(optionsOf(need)) ?? conflictWithOthers(ground, need, optionsOf, planned, solver, budget)

/** A conflict of rules alone: every option breaks one of them. */
export const conflictByItself = (options: readonly Option[]): Conflict | undefined => {
  const patterns = [...new Set(options.map(option => option.broken))]
  const leavesNoTime = (rules: readonly RuleSet[]): boolean => patterns.every(broken => (broken & union(rules)) !== 0)
  return leavesNoTime([allRules]) ? { rules: codesOf(union(minimalConflict(blamedFirst, leavesNoTime))), needs: [], minimal: true } : undefined
}

/** First the fewest other needs that leave no room under all rules, then the fewest rules among them. */
const conflictWithOthers = (ground: Ground, need: NeedModel, optionsOf: (need: NeedModel) => readonly Option[], planned: readonly number[], solver: Solver, budget: Budget): Conflict | undefined => {
  if (!ground.complete) return undefined
  const { model } = ground.master
  let certain = true
  const excludes = (others: readonly number[]): boolean => {
    const possible = fitTogether(ground, [need.index, ...others], solver, budget)
    if (possible === undefined) certain = false
    return possible === false
  }
  if (!excludes(planned)) return undefined
  const others = minimalConflict(planned, excludes)
  const optionsByNeed = new Map([need.index, ...others].map(one => [one, optionsOf(model.needs[one]!)]))
  const rules = minimalConflict(blamedFirst, some => {
    const possible = canBePlanned(model, optionsByNeed, union(some), solver, budget)
    if (possible === 'unknown') certain = false
    return possible === 'no'
  })
  return { rules: codesOf(union(rules)), needs: others.map(other => model.needs[other]!.need.id), minimal: certain }
}

/** Whether all of these needs fit in one plan that keeps every rule; nothing when the budget was too small to tell. */
const fitTogether = ({ master: { model, plans } }: Ground, needs: readonly number[], solver: Solver, budget: Budget): boolean | undefined => {
  const wanted = new Set(needs)
  const master = buildMaster(model, plans.filter(plan => plan.appointments.every(one => wanted.has(one.need))), allRules)
  const program = { ...master.program, rows: [...master.program.rows, { columns: needs.map(need => master.unplanned[need]!), atLeast: 0, atMost: 0 }] }
  const all = Array.from({ length: program.columns }, (_, column) => column)
  const least = minimise(solver, program, all, new Float64Array(program.columns), undefined, budget)
  return 'kind' in least ? least.kind === 'infeasible' ? false : undefined : true
}

export const union = (rules: readonly RuleSet[]): RuleSet => rules.reduce((all, one) => all | one, 0)
