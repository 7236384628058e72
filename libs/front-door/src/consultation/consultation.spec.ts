import { describe, expect, test } from '@jest/globals'
import { fold, isRefused } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { ask, asReferrer, child, gp, groupWorker, id, later, mother, named, practice, quietFather, receivedAt, referrer, specialist } from '../testing/door.ts'
import { consultation } from './decide.ts'
import type { ConsultationCommand, ConsultationEvent } from './events.ts'
import { openQuestions } from './state.ts'

const { given } = specify(consultation)
const ofCase = { subject: { kind: 'case' } } as const
const aboutChild = { subject: { kind: 'child', person: child } } as const
const bySpecialist = { by: specialist, at: later } as const

const play = (...commands: readonly ConsultationCommand[]): readonly ConsultationEvent[] => commands.reduce<readonly ConsultationEvent[]>((past, command) => {
  const decision = consultation.decide(command, fold(consultation, past))
  if (isRefused(decision)) throw new Error(`${command.type}: ${decision.refusal.code}`)
  return [...past, ...decision.events]
}, [])
const answer: Extract<ConsultationCommand, { type: 'AnswerQuestion' }> = { type: 'AnswerQuestion', ...bySpecialist, registrationValid: true, questionId: id(50), answerId: id(51), text: 'Hold, and hold on.' }
const further: ConsultationCommand = { type: 'AskFurther', by: asReferrer, at: later, questionId: id(52), text: 'And at night?' }
const naming: Extract<ConsultationCommand, { type: 'NameConsultation' }> = { type: 'NameConsultation', ...bySpecialist, named }

describe('a question to a specialist', () => {
  test('C-12: is asked without saying whose it is; what is written has a key of its own', () => {
    given().when(ask).then(
      { type: 'ConsultationAsked', ...ofCase, by: asReferrer, at: receivedAt, organisation: practice, jurisdiction: 'BE', channel: 'form', child },
      { type: 'AskerNoted', subject: { kind: 'adult', person: gp }, by: asReferrer, at: receivedAt, ...referrer },
      { type: 'QuestionAsked', ...aboutChild, by: asReferrer, at: receivedAt, questionId: id(50), text: 'A baby cries for hours; what can I offer?', ageMonths: 7 },
    )
    given().when({ ...ask, ageMonths: 90 }).thenRefused('choice-unknown')
    given().when({ ...ask, text: ' ' }).thenRefused('text-empty')
    given(...play(ask)).when(ask).thenRefused('id-in-use')
  })
  test('is answered once by a registered specialist, who has it then; and asked further', () => {
    given(...play(ask)).when(answer).then({ type: 'ConsultationTakenUp', ...ofCase, ...bySpecialist }, { type: 'QuestionAnswered', ...aboutChild, ...bySpecialist, questionId: id(50), answerId: id(51), text: 'Hold, and hold on.' })
    given(...play(ask)).when({ ...answer, by: groupWorker }).thenRefused('not-an-imh-specialist')
    given(...play(ask)).when({ ...answer, registrationValid: false }).thenRefused('registration-not-valid')
    given(...play(ask)).when({ ...answer, questionId: id(99) }).thenRefused('question-unknown')
    given(...play(ask, answer)).when(answer).thenRefused('question-answered')
    given(...play(ask, answer)).when(further).then({ type: 'QuestionAsked', ...aboutChild, by: asReferrer, at: later, questionId: id(52), text: 'And at night?' })
    expect(openQuestions(fold(consultation, play(ask, answer, further))!).map(({ text }) => text)).toEqual(['And at night?'])
  })
  test('is not closed with a question open, and not asked further after that', () => {
    const close: ConsultationCommand = { type: 'CloseConsultation', ...bySpecialist, outcome: 'answered' }
    given(...play(ask)).when(close).thenRefused('question-unanswered')
    given(...play(ask, answer)).when(close).then({ type: 'ConsultationClosed', ...ofCase, ...bySpecialist, outcome: 'answered' })
    given(...play(ask, answer, close)).when(further).thenRefused('consultation-closed')
    given().when(further).thenRefused('consultation-unknown')
  })
})

describe('whose question it is', () => {
  test('C-12: is said only with a consent that names who gave it, when and how', () => {
    given(...play(ask)).when(naming).then(
      { type: 'ParentNamed', subject: { kind: 'adult', person: mother }, ...bySpecialist, ...named.parents[0]!, consent: { how: 'In the consulting room, she said yes.', on: '2027-03-02', askedBy: 'Noor Vos' } },
      { type: 'ChildNamed', ...aboutChild, ...bySpecialist, person: child, firstName: 'Pim', birthDate: '2026-08-01' },
    )
    const without = (consent: Partial<typeof named.consent>) => ({ ...naming, named: { ...named, consent: { ...named.consent, ...consent } } })
    given(...play(ask)).when(without({ consentedBy: [] })).thenRefused('naming-without-consent')
    given(...play(ask)).when(without({ consentedBy: [id(9)] })).thenRefused('naming-without-consent')
    given(...play(ask)).when({ ...naming, named: { ...named, parents: [{ ...quietFather, person: mother }] } }).thenRefused('naming-without-consent')
    given(...play(ask)).when(without({ how: '' })).thenRefused('text-empty')
    given(...play(ask)).when(without({ on: '2027-03-04' })).thenRefused('date-in-future')
  })
  test('may be said with the question, all or nothing', () => {
    const asked = play({ ...ask, at: later, named })
    expect(asked.map(({ type }) => type)).toEqual(['ConsultationAsked', 'AskerNoted', 'QuestionAsked', 'ParentNamed', 'ChildNamed'])
    given().when({ ...ask, at: later, named: { ...named, consent: { ...named.consent, consentedBy: [] } } }).thenRefused('naming-without-consent')
  })
  test('stays the child that was asked about, is said once, and not anew when it was erased', () => {
    given(...play(ask)).when({ ...naming, named: { ...named, child: { ...named.child, person: id(8) } } }).thenRefused('person-unknown')
    given(...play(ask, naming)).when(naming).thenRefused('consultation-named')
    const erased = consultation.evolveErased!(fold(consultation, play(ask)), { erased: true, type: 'ChildNamed', subject: { kind: 'child', person: child }, at: later })
    expect(consultation.decide(naming, erased)).toMatchObject({ refusal: { code: 'consultation-named' } })
  })
  test('is known before it becomes a referral', () => {
    const become: ConsultationCommand = { type: 'CloseConsultation', ...bySpecialist, outcome: 'becameReferral' }
    given(...play(ask)).when(become).thenRefused('consultation-not-named')
    given(...play(ask, naming)).when(become).then({ type: 'ConsultationClosed', ...ofCase, ...bySpecialist, outcome: 'becameReferral' })
  })
})

describe('erasing', () => {
  test('the child’s record leaves a question of which nothing is said', () => {
    const events = play(ask, answer)
    const left = events.filter(({ subject }) => subject.kind !== 'child')
    expect(fold(consultation, left as readonly ConsultationEvent[])?.questions).toEqual([])
  })
})
