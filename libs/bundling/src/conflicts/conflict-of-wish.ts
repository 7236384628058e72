/** Why no plan does what somebody asks for: the fewest rules that leave no room for the need in that way. */
import type { Solver } from '../master/program.ts'
import type { Candidate, Option } from '../model/candidates.ts'
import type { FamilyModel, NeedModel } from '../model/family-model.ts'
import { allRules, codesOf, noRules, type RuleSet } from '../model/rules.ts'
import type { Budget } from '../search/budget.ts'
import { canBePlanned, mendable } from './can-be-planned.ts'
import { blamedFirst, conflictByItself, union, type Conflict } from './explain-unplanned.ts'
import { aloneOptions } from './options.ts'
import { minimalConflict } from './quick-xplain.ts'

/**
 * @param other with which the need is asked on one day, if so asked.
 * @returns nothing when nobody proved that it can't be; no rules when the need doesn't know such a way at all.
 */
export const conflictOfWish = (model: FamilyModel, need: NeedModel, other: NeedModel | undefined, isAsked: (candidate: Candidate) => boolean, solver: Solver, budget: Budget): Conflict | undefined => {
  const options = aloneOptions(model, need).filter(({ candidate }) => isAsked(candidate))
  if (options.length === 0) return { rules: [], needs: [], minimal: true }
  return conflictByItself(options) ?? (other && conflictOfPair(model, [need, options], [other, aloneOptions(model, other)], solver, budget))
}

type OptionsOf = readonly [NeedModel, readonly Option[]]

/** Two needs that can't be on one day. */
const conflictOfPair = (model: FamilyModel, [need, options]: OptionsOf, [other, otherOptions]: OptionsOf, solver: Solver, budget: Budget): Conflict | undefined => {
  const alone = conflictByItself(otherOptions)
  if (alone !== undefined) return { ...alone, needs: [other.need.id] }
  const ofDay = Map.groupBy(options, ({ candidate }) => candidate.day)
  const otherOfDay = Map.groupBy(otherOptions, ({ candidate }) => candidate.day)
  const days = model.days.map(({ index }) => [ofDay.get(index) ?? [], otherOfDay.get(index) ?? []] as const)
  let certain = true
  const isConflict = (some: readonly RuleSet[]): boolean => {
    const rules = union(some)
    return days.every(([a, b]) => {
      if (!leavesAny(a, rules) || !leavesAny(b, rules)) return true
      const possible = canBePlanned(model, new Map([[need.index, a], [other.index, b]]), rules, solver, budget)
      if (possible === 'unknown') certain = false
      return possible === 'no'
    })
  }
  if (!isConflict([allRules])) return undefined
  const rules = minimalConflict(blamedFirst, isConflict)
  return { rules: codesOf(union(rules)), needs: [other.need.id], minimal: certain }
}

/** Whether some way breaks none of these rules by itself; what another appointment can mend is left to the search. */
const leavesAny = (options: readonly Option[], rules: RuleSet): boolean => options.some(({ broken }) => (broken & rules & ~mendable) === noRules)
