import { nothingToDo, record, type Decision, type Recorded } from '@samenspel/kernel'
import { refuseChoice, refuseLine, refuseTexts } from '../checks.ts'
import { pick, recorded } from '../fact.ts'
import { holdsAuthority } from '../family/authority.ts'
import { findMember, isChild, subjectOf } from '../family/family.ts'
import { refuseUnlessCoordinatorOrSubstitute, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { answerWays, type NewTreatment, type NewTreatmentAnswer, type TreatmentCommand, type TreatmentEvent } from './events.ts'
import type { Treatment } from './state.ts'

const fields: Readonly<Record<keyof NewTreatment, true>> = { treatmentId: true, what: true, treatedBy: true, isSubstantial: true }
const answerFields: Readonly<Record<keyof NewTreatmentAnswer, true>> = { treatmentId: true, parent: true, agrees: true, way: true, how: true }

type Of<Type extends TreatmentCommand['type']> = Extract<TreatmentCommand, { type: Type }>

/** Anybody of the team asks. Nobody answers for another: each who has authority says it themselves, or somebody notes that they did. */
export const decideTreatments = (command: TreatmentCommand, state: OpenCase): Decision<TreatmentEvent> => {
  if (command.type === 'ProposeTreatment') {
    const child = findMember(state.family, command.child)
    const objection = refuseUnlessInTeam(command, state) ??
      (state.treatments.some(({ treatmentId }) => treatmentId === command.treatmentId) ? refuse('id-in-use') : undefined)
    if (objection !== undefined) return objection
    if (child === undefined) return refuse('person-unknown')
    if (!isChild(child)) return refuse('not-a-child')
    return refuseLine('what', command.what) ?? refuseLine('treatedBy', command.treatedBy) ??
      record({ type: 'TreatmentProposed', subject: subjectOf(child), ...recorded(command), category: 'plan', ...pick<NewTreatment>(command, fields) })
  }
  const treatment = state.treatments.find(({ treatmentId }) => treatmentId === command.treatmentId)
  if (treatment === undefined) return refuse('treatment-unknown')
  const { subject, category, treatmentId } = treatment
  switch (command.type) {
    case 'AnswerTreatment': {
      const objection = refuseAnswer(command, treatment, state)
      if (objection !== undefined) return objection
      const known = treatment.answers.find(({ parent }) => parent === command.parent)
      if (known?.agrees === command.agrees) return nothingToDo
      return record({ type: 'TreatmentAnswered', subject, ...recorded(command), category, ...pick<NewTreatmentAnswer>(command, answerFields) })
    }
    case 'MakeTreatmentException': {
      const { reason } = command
      const objection = refuseUnlessAskedIt(command, treatment, state) ?? refuseTexts({ reason }) ?? refuseWithdrawn(treatment)
      if (objection !== undefined) return objection
      return treatment.exception?.reason === reason ? nothingToDo : record({ type: 'TreatmentExceptionMade', subject, ...recorded(command), category, treatmentId, reason })
    }
    case 'WithdrawTreatment': {
      const objection = refuseUnlessAskedIt(command, treatment, state)
      if (objection !== undefined) return objection
      return treatment.withdrawnAt !== undefined ? nothingToDo : record({ type: 'TreatmentWithdrawn', subject, ...recorded(command), category, treatmentId })
    }
  }
}

const refuseWithdrawn = ({ withdrawnAt }: Treatment): Objection => withdrawnAt === undefined ? undefined : refuse('treatment-closed')

/** Of one who has authority today, by that person, or noted with how it was said. */
const refuseAnswer = (command: Of<'AnswerTreatment'>, treatment: Treatment, state: OpenCase): Objection => {
  const { by, parent, way, how } = command
  const isOwn = by.role === 'familyMember'
  const child = 'person' in treatment.subject ? treatment.subject.person : ''
  return refuseChoice('way', way, answerWays) ??
    (isOwn ? (by.person === parent && way === 'inApp' ? undefined : refuse('not-your-signature')) : refuseUnlessInTeam(command, state) ?? (way === 'inApp' ? refuse('not-your-signature') : refuseTexts({ how: how ?? '' }))) ??
    (holdsAuthority(state.family, parent, child, todayOf(command, state)) ? undefined : refuse('signer-without-standing')) ??
    refuseWithdrawn(treatment)
}

/** Who asked it, while in the team; or who coordinates. */
const refuseUnlessAskedIt = (command: Recorded, { by }: Treatment, state: OpenCase): Objection =>
  by.person === command.by.person ? refuseUnlessInTeam(command, state) : refuseUnlessCoordinatorOrSubstitute(command, state)
