/**
 * Whether the parents agree to a version, each for themselves (G-01). In the Netherlands everybody with authority over the child says yes.
 * In Belgium a parent acts with the other's consent unless it is known to be otherwise: one yes is enough while nobody says no and no
 * disagreement is on record. Before birth only who is pregnant is asked (G-09).
 */
import type { IsoDate, PersonId } from '@samenspel/kernel'
import { holdsAuthority } from '../family/authority.ts'
import { findMember, indexChild, type Family } from '../family/state.ts'
import { standing } from '../safeguards/state.ts'
import type { OpenCase } from '../state.ts'
import type { PlanAnswerKind } from './events.ts'
import { speakerOf, type PlanVersions } from './state.ts'

/** Whose word counts on a day: by verified authority, never by role. */
export const whoAgrees = (family: Family, today: IsoDate): readonly PersonId[] => {
  const child = indexChild(family)
  if (child === undefined) return []
  if (child.role === 'unbornChild') return child.carriedBy === undefined ? [] : [child.carriedBy]
  return family.members.filter(({ memberId, isErased }) => isErased !== true && holdsAuthority(family, memberId, child.memberId, today)).map(({ memberId }) => memberId)
}

export type Agreement = { readonly isComplete: boolean; readonly awaited: readonly PersonId[] }

/** @param needsAll whether everybody's yes is needed: always in NL, in BE when it is known that they disagree (G-10) */
export const agreementOf = (holders: readonly PersonId[], answers: ReadonlyMap<PersonId, PlanAnswerKind>, needsAll: boolean): Agreement => {
  const yes = holders.filter((person) => answers.get(person) === 'yes')
  const isRefused = holders.some((person) => answers.get(person) === 'no')
  const awaited = holders.filter((person) => answers.get(person) !== 'yes')
  const isComplete = holders.length > 0 && !isRefused && (needsAll ? awaited.length === 0 : yes.length > 0)
  return { isComplete, awaited: isComplete ? [] : awaited }
}

/** Whether one yes doesn't speak for the other parent. */
export const needsEveryYes = ({ family, safeguards }: Pick<OpenCase, 'family' | 'safeguards'>): boolean =>
  family.jurisdiction === 'NL' || standing(safeguards).some(({ measure }) => measure.kind === 'disagreement')

export const agreementTo = (state: OpenCase, planVersionId: string, today: IsoDate): Agreement =>
  agreementOf(whoAgrees(state.family, today), answersTo(state.planVersions, planVersionId), needsEveryYes(state))

const answersTo = ({ answers }: PlanVersions, planVersionId: string): ReadonlyMap<PersonId, PlanAnswerKind> =>
  new Map(answers.flatMap((one) => {
    const speaker = speakerOf(one)
    return one.planVersionId === planVersionId && speaker !== undefined ? [[speaker, one.answer] as const] : []
  }))

/** Whether somebody is of the family still and may say yes or no to its plan. */
export const mayAgree = (family: Family, person: PersonId, today: IsoDate): boolean => findMember(family, person) !== undefined && whoAgrees(family, today).includes(person)
