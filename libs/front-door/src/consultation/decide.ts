import { nothingToDo, record, type Decider, type Decision, type IsoDate, type Recorded } from '@samenspel/kernel'
import { ofTheCase, recorded, refuseUnlessSpecialist } from '../fact.ts'
import { aboutAdult, aboutChild, keptChild, keptParent, keptReferrer, refuseChild, refuseChoice, refuseLine, refuseParents, refusePastDay, refuseReferrer, refuseTexts, todayOf } from '../people.ts'
import { refuse } from '../refusals.ts'
import { channels } from '../referral/events.ts'
import { consultationOutcomes, type ConsultationCommand, type ConsultationEvent, type Named } from './events.ts'
import { aboutConsultation, evolveConsultation, evolveErasedConsultation, openQuestions, type Consultation } from './state.ts'

type As<Type extends ConsultationCommand['type']> = Extract<ConsultationCommand, { readonly type: Type }>

/** The youngest and oldest age that is asked about, in months. */
const ages = [-9, 72] as const
/** A question and what is asked further; more is a talk. */
const mostQuestions = 20

const decide = (command: ConsultationCommand, consultation: Consultation | undefined): Decision<ConsultationEvent> => {
  if (command.type === 'AskConsultation') return consultation === undefined ? ask(command) : refuse('id-in-use')
  if (consultation === undefined) return refuse('consultation-unknown')
  if (consultation.closed !== undefined) return refuse('consultation-closed')
  switch (command.type) {
    case 'AskFurther': {
      const { questionId, text } = command
      if (consultation.questions.some((question) => question.questionId === questionId)) return refuse('id-in-use')
      if (consultation.questions.length >= mostQuestions) return refuse('questions-too-many', { most: mostQuestions })
      return refuseTexts({ text }) ?? record({ type: 'QuestionAsked', subject: aboutConsultation(consultation), ...recorded(command), questionId, text })
    }
    case 'TakeUpConsultation':
      return consultation.takenUp?.by === command.by.person ? nothingToDo : record({ type: 'ConsultationTakenUp', subject: ofTheCase, ...recorded(command) })
    case 'AnswerQuestion':
      return answer(command, consultation)
    case 'NameConsultation':
      return consultation.named !== undefined ? refuse('consultation-named') : name(command, command.named, consultation.child, todayOf(command.at, consultation.jurisdiction))
    case 'CloseConsultation':
      return close(command, consultation)
  }
}

/** One question to a specialist, with what is asked further. Who may read and answer it is for the gate. */
export const consultation: Decider<Consultation | undefined, ConsultationCommand, ConsultationEvent> = { initial: undefined, evolve: evolveConsultation, evolveErased: evolveErasedConsultation, decide }

const ask = (command: As<'AskConsultation'>): Decision<ConsultationEvent> => {
  const { organisation, jurisdiction, channel, asker, child, ageMonths, questionId, text, named } = command
  const objection = refuseChoice('jurisdiction', jurisdiction, ['NL', 'BE']) ?? refuseChoice('channel', channel, channels) ?? refuseReferrer(asker) ?? refuseTexts({ text }) ??
    (ageMonths === undefined || Number.isInteger(ageMonths) && ageMonths >= ages[0] && ageMonths <= ages[1] ? undefined : refuse('choice-unknown', { field: 'ageMonths' }))
  if (objection !== undefined) return objection
  const asked = record<ConsultationEvent>(
    { type: 'ConsultationAsked', subject: ofTheCase, ...recorded(command), organisation, jurisdiction, channel, child },
    { type: 'AskerNoted', subject: aboutAdult(asker.person), ...recorded(command), ...keptReferrer(asker) },
    { type: 'QuestionAsked', subject: { kind: 'child', person: child }, ...recorded(command), questionId, text, ...(ageMonths !== undefined && { ageMonths }) },
  )
  if (named === undefined || !('events' in asked)) return asked
  const naming = name(command, named, child, todayOf(command.at, jurisdiction))
  return 'events' in naming ? record(...asked.events, ...naming.events) : naming
}

/** Only with a consent that says who gave it, when and how; every one of them is a parent who agrees (C-12). */
const name = (command: Recorded, { child, parents, consent }: Named, anonymous: string, today: IsoDate): Decision<ConsultationEvent> => {
  const { consentedBy, how, on, askedBy } = consent
  if (consentedBy.length === 0 || !consentedBy.every((person) => parents.some((parent) => parent.person === person && parent.agrees === 'yes'))) return refuse('naming-without-consent')
  // The child is the one that was asked about: what was written before is in the same record.
  if (child.person !== anonymous) return refuse('person-unknown', { field: 'child' })
  const objection = refuseTexts({ how }) ?? refuseLine('askedBy', askedBy) ?? refusePastDay('on', on, today) ?? refuseParents(parents, today) ?? refuseChild(child, parents, today)
  if (objection !== undefined) return objection
  return record<ConsultationEvent>(
    ...parents.map((parent): ConsultationEvent => ({
      type: 'ParentNamed', subject: aboutAdult(parent.person), ...recorded(command), ...keptParent(parent), ...(consentedBy.includes(parent.person) && { consent: { how, on, askedBy } }),
    })),
    { type: 'ChildNamed', subject: aboutChild(child), ...recorded(command), ...keptChild(child) },
  )
}

const answer = (command: As<'AnswerQuestion'>, state: Consultation): Decision<ConsultationEvent> => {
  const { questionId, answerId, text } = command
  const objection = refuseUnlessSpecialist(command)
  if (objection !== undefined) return objection
  const question = state.questions.find((one) => one.questionId === questionId)
  if (question === undefined) return refuse('question-unknown')
  if (question.answer !== undefined) return refuse('question-answered')
  return refuseTexts({ text }) ?? record<ConsultationEvent>(
    ...(state.takenUp === undefined ? [{ type: 'ConsultationTakenUp', subject: ofTheCase, ...recorded(command) } satisfies ConsultationEvent] : []),
    { type: 'QuestionAnswered', subject: aboutConsultation(state), ...recorded(command), questionId, answerId, text },
  )
}

/** Without an answer nobody closes a question, unless it becomes a referral: that takes it further. */
const close = (command: As<'CloseConsultation'>, state: Consultation): Decision<ConsultationEvent> => {
  const { outcome } = command
  const objection = refuseChoice('outcome', outcome, consultationOutcomes) ??
    (outcome === 'becameReferral' ? state.named?.child === undefined ? refuse('consultation-not-named') : undefined : openQuestions(state).length > 0 ? refuse('question-unanswered') : undefined)
  return objection ?? record({ type: 'ConsultationClosed', subject: ofTheCase, ...recorded(command), outcome })
}
