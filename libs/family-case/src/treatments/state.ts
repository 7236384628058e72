import { covers, type IsoDate, type IsoInstant, type PersonId, type Recorded } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import { authorities } from '../family/authority.ts'
import { standing } from '../safeguards/state.ts'
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
 * Whether there is agreement to a treatment of a child. In the Netherlands everybody with authority says yes (G-01). In Belgium one of
 * them is enough, unless it goes deep or they are known to disagree (G-10). A no of any of them stands in the way in both countries, and so
 * does authority that nobody verified: where it isn't known who decides, it is incomplete.
 * @param today the day in the zone of the case: authority begins and ends by day
 */
export const treatmentConsent = ({ family, safeguards }: Pick<OpenCase, 'family' | 'safeguards'>, { subject, isSubstantial, answers, exception, withdrawnAt }: Treatment, today: IsoDate): TreatmentConsent => {
  const child = 'person' in subject ? subject.person : undefined
  const holders = [...new Set(authorities(family).filter((held) => held.child === child && held.status === 'verified' && covers(held, today)).map(({ adult }) => adult))]
  const disagree = standing(safeguards).some(({ measure }) => measure.kind === 'disagreement' && measure.persons.every((person) => holders.includes(person)))
  const allNeeded = family.jurisdiction === 'NL' || isSubstantial || disagree
  const said = (agrees: boolean) => holders.filter((holder) => answers.some((answer) => answer.parent === holder && answer.agrees === agrees))
  const [yes, no] = [said(true), said(false)]
  const missing = !allNeeded && yes.length > 0 ? [] : holders.filter((holder) => !yes.includes(holder) && !no.includes(holder))
  const status = withdrawnAt !== undefined ? 'withdrawn' : exception !== undefined ? 'excepted' : no.length > 0 ? 'refused' : yes.length > 0 && missing.length === 0 ? 'agreed' : 'incomplete'
  return { status, holders, missing }
}
