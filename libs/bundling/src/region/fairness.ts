/**
 * What sharing the calendars leaves to each family, and who bears most of it.
 *
 * A need for which nobody offers a time that the family could use is not for other families to give. So a family's *load* is its
 * burden without those needs; the worst-off family is the one with the greatest load, compared like burdens.
 * The rule: no step may raise the greatest load of the region, however much lighter the sum becomes.
 */
import { compareBurdens, type Burden } from '../format/plan.ts'

export type FamilyLoad = { readonly family: string; readonly load: Burden }

/** @param outOfReach the urgency of the family's needs that have no time on the empty calendars, summed. */
export const loadOf = (burden: Burden, outOfReach: number): Burden => ({ ...burden, unplanned: burden.unplanned - outOfReach })

/** The first of those with the greatest load; nothing without families. */
export const worstOffOf = (loads: readonly FamilyLoad[]): FamilyLoad | undefined =>
  loads.reduce<FamilyLoad | undefined>((worst, one) => worst === undefined || compareBurdens(one.load, worst.load) > 0 ? one : worst, undefined)

/** Whether a step keeps the rule: none of those it touched ends above the greatest load before it. */
export const isFair = (after: readonly Burden[], greatestBefore: Burden): boolean => after.every(load => compareBurdens(load, greatestBefore) <= 0)
