/** What became of the times that were offered for a need: "34 times offered: 20 in the nap, 9 in work time ...". */
import type { Appointment, RuleCode } from '../format/plan.ts'
import { appointmentOf } from '../model/appointments.ts'
import type { Candidate, Option } from '../model/candidates.ts'
import type { FamilyModel } from '../model/family-model.ts'
import { codesOf, countBits, noRules, rule } from '../model/rules.ts'

/** Times are different starts, counted once whatever the form, attendees and professionals. */
export type OfferedTimes = {
  /** Times that the professionals offer, in or out of the need's window. */
  readonly offered: number
  /** Times among them that keep all rules, when the need is planned by itself. */
  readonly allowed: number
  /** The others, each under one rule that it breaks; most times first. Adds up to `offered` with `allowed`. */
  readonly refused: readonly { readonly rule: RuleCode; readonly times: number }[]
  /** What would give a time when one rule alone were lifted; most times first. */
  readonly wouldFit: readonly { readonly lifted: RuleCode; readonly times: number; readonly first: Appointment }[]
}

export const offeredTimes = (model: FamilyModel, options: readonly Option[]): OfferedTimes => {
  const byTime = [...Map.groupBy(options, ({ candidate }) => `${candidate.day} ${candidate.start}`).values()]
  const offered = byTime.map(ofTime => ofTime.filter(option => !(option.broken & rule.offer))).filter(ofTime => ofTime.length > 0)
  const reasons = offered.flatMap(ofTime => reasonOf(ofTime) ?? [])
  return {
    offered: offered.length,
    allowed: offered.length - reasons.length,
    refused: mostFirst(reasons, code => code).map(([code, list]) => ({ rule: code, times: list.length })),
    wouldFit: mostFirst(byTime.flatMap(onlyBroken), ([code]) => code).map(([lifted, list]) => ({ lifted, times: list.length, first: appointmentOf(model, earliest(list)) })),
  }
}

/** Why a time is refused: the first rule of the way that breaks fewest; nothing when a way breaks none. */
const reasonOf = (ofTime: readonly Option[]): RuleCode | undefined => {
  const best = ofTime.reduce((least, option) => countBits(option.broken) < countBits(least.broken) ? option : least)
  return codesOf(best.broken)[0]
}

/** For each rule that is the only one broken by some way of a time: the rule with such a way. */
const onlyBroken = (ofTime: readonly Option[]): readonly (readonly [RuleCode, Candidate])[] => {
  if (ofTime.some(option => option.broken === noRules)) return []
  const found = new Map<RuleCode, Candidate>()
  for (const { broken, candidate } of ofTime) {
    const [code, ...others] = codesOf(broken)
    if (code !== undefined && others.length === 0 && !found.has(code)) found.set(code, candidate)
  }
  return [...found]
}

/** In groups, the largest first. */
const mostFirst = <Item>(list: readonly Item[], codeOf: (item: Item) => RuleCode): readonly (readonly [RuleCode, readonly Item[]])[] =>
  [...Map.groupBy(list, codeOf)].sort((a, b) => b[1].length - a[1].length)

const earliest = (list: readonly (readonly [RuleCode, Candidate])[]): Candidate =>
  list.map(([, candidate]) => candidate).reduce((first, other) => other.day < first.day || (other.day === first.day && other.start < first.start) ? other : first)
