import type { IsoInstant, Recorded } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
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
