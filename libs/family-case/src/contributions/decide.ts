import { categories, isSameSubject, nothingToDo, record, withId, type Decision } from '@samenspel/kernel'
import { refuseChoice, refuseFutureDay, refuseLine, refusePeriod, refuseSafety, refuseTexts } from '../checks.ts'
import { isInTeam } from '../care-team/state.ts'
import { pick, recorded } from '../fact.ts'
import { refuseUnknownSubject, refuseUnlessAdultOfFamily, refuseUnlessCoordinatorOrSubstitute, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import { decideSafeguards } from '../safeguards/decide.ts'
import type { SafeguardEvent } from '../safeguards/events.ts'
import type { OpenCase } from '../state.ts'
import { agesOfTests, contributionKinds, documentTypes, informants, settings, statedKinds, waysOfTakingPart, windowsOfTolerance, wishesOfQuestions, type ContributionCommand, type ContributionEvent, type KeptDocument, type NewContribution, type NewQuestion, type ParentSignal, type Procedure, type Screening } from './events.ts'
import type { Question } from './state.ts'

const fields: Readonly<Record<keyof NewContribution, true>> = {
  id: true, kind: true, category: true, setting: true, occurredOn: true, situation: true, parentsTold: true, whatWeDo: true, possibleMeaning: true,
  childsVoice: true, forParents: true, window: true, procedure: true, screening: true, parentSignal: true, document: true, corrects: true,
}
const procedureFields: Readonly<Record<keyof Procedure, true>> = { name: true, whatHelped: true, until: true }
const screeningFields: Readonly<Record<keyof Screening, true>> = { instrument: true, version: true, ageMonths: true, informant: true, score: true, norm: true }
const signalFields: Readonly<Record<keyof ParentSignal, true>> = { takesPart: true, availability: true, askAbout: true }
const documentFields: Readonly<Record<keyof KeptDocument, true>> = { documentId: true, name: true, type: true, bytes: true, sha256: true, from: true, parts: true }
const questionFields: Readonly<Record<keyof NewQuestion, true>> = { questionId: true, to: true, wish: true, text: true, contributionId: true }

export const decideContributions = (command: ContributionCommand, state: OpenCase): Decision<ContributionEvent | SafeguardEvent> => {
  switch (command.type) {
    case 'AddContribution': {
      const objection = refuseContribution(command, state)
      if (objection !== undefined) return objection
      const added: ContributionEvent = { type: 'ContributionAdded', subject: command.subject, ...recorded(command), ...contributed(command) }
      const marked = command.confidence === undefined ? undefined : decideConfidence(command, command.confidence, state)
      return marked === undefined ? record(added) : 'events' in marked ? record<ContributionEvent | SafeguardEvent>(added, ...marked.events) : marked
    }
    case 'AddStatement':
      return refuseStatement(command, state) ?? stated(command)
    case 'AnswerStatement': {
      const { answers } = command
      const original = state.contributions.corrections.find(({ id }) => id === answers)
      if (original === undefined || original.entry.kind !== command.entry.kind || original.entry.id !== command.entry.id) return refuse('statement-unknown')
      if (original.by.role !== 'familyMember') return refuse('not-a-statement')
      return refuseAnswer(command, state) ?? stated(command, answers)
    }
    case 'AskColleague': {
      const { subject, category } = command
      return refuseQuestion(command, state) ?? record({ type: 'ColleagueAsked', subject, ...recorded(command), category, ...pick<NewQuestion>(command, questionFields) })
    }
    case 'AnswerColleague': {
      const { answerId, text } = command
      const question = questionOf(command, state)
      if (question === undefined) return refuse('question-unknown')
      const { subject, category, questionId } = question
      return refuseColleagueAnswer(command, question, state) ?? record({ type: 'ColleagueAnswered', subject, ...recorded(command), answerId, questionId, category, text })
    }
    case 'CloseColleagueQuestion': {
      const question = questionOf(command, state)
      if (question === undefined) return refuse('question-unknown')
      if (question.closed !== undefined) return nothingToDo
      const { subject, category, questionId } = question
      const isTheirs = command.by.person === question.to || command.by.person === question.by.person
      return refuseUnlessInTeam(command, state) ?? (isTheirs ? undefined : refuse('not-yours')) ?? record({ type: 'ColleagueQuestionClosed', subject, ...recorded(command), questionId, category })
    }
  }
}

/** The mark of confidence, by who writes the contribution. */
const decideConfidence = ({ by, at, id, subject }: Extract<ContributionCommand, { type: 'AddContribution' }>, { safeguardId, reason }: { readonly safeguardId: string; readonly reason: string }, state: OpenCase): Decision<SafeguardEvent> =>
  decideSafeguards({ type: 'SetSafeguard', by, at, registrationValid: false, safeguardId, measure: { kind: 'confidence', entry: { kind: 'contribution', id } }, reason, entryBy: by.person, entryAbout: subject }, state)

type Stating = Extract<ContributionCommand, { type: 'AddStatement' | 'AnswerStatement' }>

const stated = (command: Stating, answers?: string): Decision<ContributionEvent> => {
  const { id, entry: { kind, id: entryId }, text, entryAbout, entryCategory } = command
  return record({ type: 'StatementAdded', subject: entryAbout, ...recorded(command), category: entryCategory, id, entry: { kind, id: entryId }, text, ...(answers !== undefined && { answers }) })
}

const refuseWords = ({ id, entry, text }: Stating, state: OpenCase): Objection =>
  refuseChoice('entry', entry.kind, statedKinds) ?? (isTaken(id, state) ? refuse('id-in-use') : undefined) ?? refuseTexts({ text })

/** A family member, beside what they read; of the professionals only who recorded it. */
const refuseStatement = (command: Stating, state: OpenCase): Objection => refuseWords(command, state) ??
  (command.by.role === 'familyMember' ? refuseUnlessAdultOfFamily(command, state) : refuseUnlessInTeam(command, state) ?? (command.by.person === command.entryBy ? undefined : refuse('not-yours')))

/** Who recorded the original answers, or who coordinates. */
const refuseAnswer = (command: Extract<Stating, { type: 'AnswerStatement' }>, state: OpenCase): Objection => refuseWords(command, state) ??
  (command.by.person === command.entryBy ? refuseUnlessInTeam(command, state) : refuseUnlessCoordinatorOrSubstitute(command, state))

// ── Questions to colleagues

const questionOf = ({ questionId }: { readonly questionId: string }, { contributions }: OpenCase): Question | undefined => contributions.questions.find((question) => question.questionId === questionId)

const refuseQuestion = (command: Extract<ContributionCommand, { type: 'AskColleague' }>, state: OpenCase): Objection => {
  const { questionId, to, wish, text, subject, category, contributionId, mayBeRead } = command
  const asks = contributionId === undefined ? undefined : withId(state.contributions.all, contributionId)
  return refuseUnlessInTeam(command, state) ??
    (questionOf({ questionId }, state) !== undefined ? refuse('id-in-use') : undefined) ??
    refuseUnknownSubject(subject, state) ??
    refuseChoice('category', category, categories) ?? refuseSafety(category) ??
    refuseChoice('wish', wish, wishesOfQuestions) ??
    refuseTexts({ text }) ??
    // What is asked about a contribution has its subject and its label: it opens where that does.
    (contributionId === undefined ? undefined : asks === undefined || asks.category !== category || !isSameSubject(asks.subject, subject) ? refuse('text-unknown') : undefined) ??
    (to === command.by.person ? refuse('same-person') : undefined) ??
    (isInTeam(state.careTeam, to, todayOf(command, state)) ? undefined : refuse('person-unknown')) ??
    (mayBeRead ? undefined : refuse('colleague-may-not-read'))
}

/** Who was asked answers; who asked may write on, so that two can talk. */
const refuseColleagueAnswer = (command: Extract<ContributionCommand, { type: 'AnswerColleague' }>, question: Question, state: OpenCase): Objection => {
  const { answerId, text, by, mayBeRead } = command
  return refuseUnlessInTeam(command, state) ??
    (by.person === question.to || by.person === question.by.person ? undefined : refuse('not-yours')) ??
    (question.closed === undefined ? undefined : refuse('question-closed')) ??
    (state.contributions.answers.some((answer) => answer.answerId === answerId) ? refuse('id-in-use') : undefined) ??
    refuseTexts({ text }) ??
    (mayBeRead ? undefined : refuse('colleague-may-not-read'))
}

// ── Contributions

/** The fields of a contribution, and of what belongs to its kind: nothing else that was sent along. */
const contributed = (command: Extract<ContributionCommand, { type: 'AddContribution' }>): NewContribution => {
  const { procedure, screening, parentSignal, document } = command
  return {
    ...pick<NewContribution>(command, fields),
    ...(procedure !== undefined && { procedure: pick<Procedure>(procedure, procedureFields) }),
    ...(screening !== undefined && { screening: pick<Screening>(screening, screeningFields) }),
    ...(parentSignal !== undefined && { parentSignal: pick<ParentSignal>(parentSignal, signalFields) }),
    ...(document !== undefined && { document: pick<KeptDocument>(document, documentFields) }),
  }
}

const refuseContribution = (command: Extract<ContributionCommand, { type: 'AddContribution' }>, state: OpenCase): Objection => {
  const { id, kind, category, setting, window, occurredOn, situation, parentsTold, whatWeDo, possibleMeaning, childsVoice, forParents } = command
  const objection = refuseUnlessInTeam(command, state) ??
    (isTaken(id, state) ? refuse('id-in-use') : undefined) ??
    refuseUnknownSubject(command.subject, state) ??
    refuseChoice('category', category, categories) ?? refuseSafety(category) ??
    refuseChoice('kind', kind, contributionKinds) ??
    refuseChoice('setting', setting, settings) ??
    refuseChoice('window', window, windowsOfTolerance) ??
    refuseFutureDay('occurredOn', occurredOn, todayOf(command, state)) ??
    refuseTexts({ situation, parentsTold, whatWeDo, possibleMeaning, childsVoice }) ??
    refuseLine('forParents', forParents) ??
    refuseDetails(command) ??
    refuseCorrecting(command, state)
  if (objection !== undefined) return objection
  // The four parts may be filled one by one, but without any of them it is a note.
  const hasParts = parentsTold !== undefined || whatWeDo !== undefined || possibleMeaning !== undefined
  return kind === 'fourPart' && !hasParts ? refuse('four-parts-missing') : undefined
}

const detailed = ['procedure', 'screening', 'parentSignal', 'document'] as const

/** What belongs to the kind, and to no other. */
const refuseDetails = (command: Extract<ContributionCommand, { type: 'AddContribution' }>): Objection => {
  const { kind, occurredOn, procedure, screening, parentSignal, document, subject, category } = command
  if (detailed.some((one) => (command[one] === undefined) === (one === kind))) return refuse('details-missing', { kind })
  if (procedure !== undefined) return refuseLine('name', procedure.name) ?? refuseTexts({ whatHelped: procedure.whatHelped }) ?? refusePeriod(occurredOn, procedure.until)
  if (screening !== undefined) return refuseScreening(screening)
  if (document !== undefined) return refuseLine('name', document.name) ?? refuseChoice('type', document.type, documentTypes)
  if (parentSignal === undefined) return undefined
  // About an adult, under a label that no treatment stands under: a signal says nothing of why.
  return (subject.kind === 'adult' ? undefined : refuse('subject-unknown', { kind: subject.kind })) ?? (category === 'social' ? undefined : refuse('choice-unknown', { field: 'category' })) ??
    refuseChoice('takesPart', parentSignal.takesPart, waysOfTakingPart) ?? refuseTexts({ availability: parentSignal.availability, askAbout: parentSignal.askAbout })
}

/** Every part of a result is there (K-10). */
const refuseScreening = ({ instrument, version, ageMonths, informant, score, norm }: Screening): Objection =>
  refuseLine('instrument', instrument) ?? refuseLine('version', version) ?? refuseLine('score', score) ?? refuseLine('norm', norm) ??
  refuseChoice('informant', informant, informants) ??
  (Number.isInteger(ageMonths) && ageMonths >= agesOfTests.least && ageMonths <= agesOfTests.most ? undefined : refuse('age-impossible', { ...agesOfTests }))

/** Only who wrote it puts it right, about the same person under the same label: so whoever read the first reads the other. */
const refuseCorrecting = ({ corrects, by, subject, category, kind, document }: Extract<ContributionCommand, { type: 'AddContribution' }>, { contributions }: OpenCase): Objection => {
  if (corrects === undefined) return undefined
  const first = withId(contributions.all, corrects)
  if (first === undefined || first.corrects !== undefined) return refuse('text-unknown')
  if (first.by.person !== by.person) return refuse('not-yours')
  if (first.category !== category || !isSameSubject(first.subject, subject)) return refuse('subject-unknown', { kind: subject.kind })
  return kind === first.kind && document?.documentId === first.document?.documentId ? undefined : refuse('choice-unknown', { field: 'kind' })
}

const isTaken = (id: string, { contributions }: OpenCase): boolean =>
  withId(contributions.all, id) !== undefined || withId(contributions.corrections, id) !== undefined
