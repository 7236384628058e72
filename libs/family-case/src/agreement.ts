/**
 * Whether those who decide for a child agree, each for themselves: to a version of the plan, or to a treatment. In the Netherlands
 * everybody with verified authority says yes (G-01). In Belgium a parent acts with the other's consent unless it is known to be otherwise:
 * one yes is enough while nobody says no, no disagreement is on record and what is asked can be undone (G-10). A no stands in the way in
 * both countries, and where nobody is known to decide there is no agreement.
 */
import type { IsoDate, PersonId } from '@samenspel/kernel'
import { holdersOf } from './family/authority.ts'
import { indexChild, type Family } from './family/family.ts'
import { standing, type Safeguard } from './safeguards/state.ts'

export type Agreement = {
  readonly status: 'agreed' | 'refused' | 'incomplete'
  /** Whose yes isn't there, while it is needed. */
  readonly awaited: readonly PersonId[]
}

/** @param needsAll whether everybody's yes is needed, or one speaks for the others */
export const agreementOf = (holders: readonly PersonId[], answers: ReadonlyMap<PersonId, string>, needsAll: boolean): Agreement => {
  const awaited = holders.filter((holder) => answers.get(holder) !== 'yes')
  if (holders.some((holder) => answers.get(holder) === 'no')) return { status: 'refused', awaited }
  const isAgreed = holders.length > 0 && (needsAll ? awaited.length === 0 : awaited.length < holders.length)
  return isAgreed ? { status: 'agreed', awaited: [] } : { status: 'incomplete', awaited }
}

/** Whether one yes doesn't speak for the others: always in NL, in BE when it is known that the parents disagree. */
export const needsEveryYes = ({ family, safeguards }: { readonly family: Pick<Family, 'jurisdiction'>; readonly safeguards: readonly Safeguard[] }): boolean =>
  family.jurisdiction === 'NL' || standing(safeguards).some(({ measure }) => measure.kind === 'disagreement')

/** Whose word counts on a day: by verified authority, never by role; before birth who is pregnant (G-09). */
export const decidersFor = (family: Family, today: IsoDate): readonly PersonId[] => {
  const child = indexChild(family)
  if (child?.role !== 'unbornChild') return child === undefined ? [] : holdersOf(family, child.memberId, today)
  return child.carriedBy === undefined ? [] : [child.carriedBy]
}
