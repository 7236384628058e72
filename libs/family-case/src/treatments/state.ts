import type { IsoDate, IsoInstant, PersonId, Recorded } from '@samenspel/kernel'
import { agreementOf, needsEveryYes } from '../agreement.ts'
import { entryOf, type Labelled } from '../fact.ts'
import { holdersOf } from '../family/authority.ts'
import type { OpenCase } from '../state.ts'
import type { NewTreatment, NewTreatmentAnswer, NewTreatmentException, TreatmentEvent } from './events.ts'

export type TreatmentAnswer = Recorded & Omit<NewTreatmentAnswer, 'treatmentId'>

export type Treatment = Labelled & NewTreatment & {
  /** Of each who answered the newest. */
  readonly answers: readonly TreatmentAnswer[]
  readonly exception?: Recorded & Omit<NewTreatmentException, 'treatmentId'>
  readonly withdrawnAt?: IsoInstant
}

export const evolveTreatments = (treatments: readonly Treatment[], event: TreatmentEvent): readonly Treatment[] => {
  const change = (how: (one: Treatment) => Treatment) => treatments.map((one) => one.treatmentId === event.treatmentId ? how(one) : one)
  const { by, at } = event
  switch (event.type) {
    case 'TreatmentProposed': return [...treatments, { ...entryOf(event), answers: [] }]
    case 'TreatmentAnswered': {
      const { parent, agrees, way, how } = event
      return change((one) => ({ ...one, answers: [...one.answers.filter((answer) => answer.parent !== parent), { by, at, parent, agrees, way, ...(how !== undefined && { how }) }] }))
    }
    case 'TreatmentExceptionMade': return change((one) => ({ ...one, exception: { by, at, reason: event.reason } }))
    case 'TreatmentWithdrawn': return change((one) => ({ ...one, withdrawnAt: at }))
  }
}

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
