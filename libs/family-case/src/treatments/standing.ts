/** Whether there is agreement to a treatment. */
import type { IsoDate, PersonId } from '@samenspel/kernel'
import { agreementOf, needsEveryYes } from '../agreement.ts'
import { holdersOf } from '../family/authority.ts'
import type { OpenCase } from '../state.ts'
import type { Treatment } from './state.ts'

/** `incomplete`: somebody's answer is missing. `refused`: one of them said no. `excepted`: care goes on for a reason that was written down. */
export const treatmentStatuses = ['incomplete', 'agreed', 'refused', 'excepted', 'withdrawn'] as const
export type TreatmentStatus = (typeof treatmentStatuses)[number]

/** How a question stands on a day, and whose yes it still needs. */
export type TreatmentConsent = { readonly status: TreatmentStatus; readonly holders: readonly PersonId[]; readonly missing: readonly PersonId[] }

/**
 * Whether there is agreement to a treatment of a child (G-01, G-10).
 * @param today the day in the zone of the case: authority begins and ends by day
 */
export const treatmentConsent = ({ family, safeguards }: Pick<OpenCase, 'family' | 'safeguards'>, { subject, isSubstantial, answers, exception, withdrawnAt }: Treatment, today: IsoDate): TreatmentConsent => {
  const holders = 'person' in subject ? holdersOf(family, subject.person, today) : []
  const said = new Map(answers.map(({ parent, agrees }) => [parent, agrees ? 'yes' : 'no']))
  const agreement = agreementOf(holders, said, isSubstantial || needsEveryYes({ family, safeguards }))
  const status = withdrawnAt !== undefined ? 'withdrawn' : exception !== undefined ? 'excepted' : agreement.status
  return { status, holders, missing: agreement.awaited.filter((holder) => !said.has(holder)) }
}
