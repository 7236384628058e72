/** Sets of hard rules as bits, so that a search can keep some and lift others. */
import { ruleCodes, type RuleCode } from '../format/plan.ts'

export type RuleSet = number

export const noRules: RuleSet = 0
export const allRules: RuleSet = (1 << ruleCodes.length) - 1

/** The bit of each rule. */
export const rule = Object.fromEntries(ruleCodes.map((code, index) => [code, 1 << index])) as Readonly<Record<RuleCode, RuleSet>>

/** The codes in a set, in the order of `ruleCodes`. */
export const codesOf = (rules: RuleSet): readonly RuleCode[] => ruleCodes.filter(code => (rules & rule[code]) !== 0)

/** How many bits are set. */
export const countBits = (bits: number): number => {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
