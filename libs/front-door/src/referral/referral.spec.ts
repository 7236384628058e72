import { describe, expect, test } from '@jest/globals'
import { fold, isRefused, without } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { agreeingMother, asReferrer, child, colleague, father, gp, groupWorker, id, later, mother, practice, quietFather, receive, receivedAt, referrer, specialist } from '../testing/door.ts'
import { referral } from './decide.ts'
import type { ReferralCommand, ReferralEvent } from './events.ts'
import { agreeingParents, mayTellReferrer } from './state.ts'

const { given } = specify(referral)
const ofCase = { subject: { kind: 'case' } } as const
const aboutChild = { subject: { kind: 'child', person: child } } as const
const byReferrer = { by: asReferrer, at: receivedAt } as const
const bySpecialist = { by: specialist, at: later } as const

const play = (...commands: readonly ReferralCommand[]): readonly ReferralEvent[] => commands.reduce<readonly ReferralEvent[]>((past, command) => {
  const decision = referral.decide(command, fold(referral, past))
  if (isRefused(decision)) throw new Error(`${command.type}: ${decision.refusal.code}`)
  return [...past, ...decision.events]
}, [])

const opinion: ReferralCommand = { type: 'GiveOpinion', ...bySpecialist, registrationValid: true, opinionId: id(60), text: 'Short help at home fits.' }
const close: Extract<ReferralCommand, { type: 'CloseReferral' }> = { type: 'CloseReferral', ...bySpecialist, registrationValid: true, outcome: 'adviceEnough', words: 'A rhythm for the evening.' }
const yes: Extract<ReferralCommand, { type: 'NoteFeedbackWord' }> = { type: 'NoteFeedbackWord', ...bySpecialist, person: mother, agreed: true, how: 'On the phone', on: '2027-03-03' }
const feedback: ReferralCommand = { type: 'GiveFeedback', ...bySpecialist, feedbackId: id(70), text: 'They are seen by us.' }

describe('a referral', () => {
  test('is received as facts of one subject each: what is about two parents stands with both (C-06)', () => {
    given().when(receive).then(
      { type: 'ReferralReceived', ...ofCase, ...byReferrer, organisation: practice, jurisdiction: 'NL', channel: 'form', urgency: 'soon' },
      { type: 'ReferrerNoted', subject: { kind: 'adult', person: gp }, ...byReferrer, ...referrer },
      { type: 'ParentReferred', subject: { kind: 'adult', person: mother }, ...byReferrer, ...agreeingMother },
      { type: 'ParentReferred', subject: { kind: 'adult', person: father }, ...byReferrer, ...quietFather },
      { type: 'ChildReferred', ...aboutChild, ...byReferrer, person: child, firstName: 'Pim', birthDate: '2026-02-10' },
      { type: 'ChecklistFilled', ...aboutChild, ...byReferrer, group: 'child', signals: ['sleeping', 'crying'] },
      { type: 'ChecklistFilled', subject: { kind: 'relation', persons: [child, mother] }, ...byReferrer, group: 'relation', signals: ['hardToSoothe'] },
      { type: 'ChecklistFilled', subject: { kind: 'adult', person: mother }, ...byReferrer, group: 'parents', signals: ['wornOut'] },
      { type: 'ChecklistFilled', subject: { kind: 'adult', person: father }, ...byReferrer, group: 'parents', signals: ['wornOut'] },
      { type: 'ChecklistFilled', subject: { kind: 'surroundings', person: child }, ...byReferrer, group: 'surroundings', signals: ['littleSupport'] },
      { type: 'StoryTold', ...aboutChild, ...byReferrer, family: 'How do we get a night of rest?', story: 'Ina comes every week.', urgencyReason: 'Nobody sleeps any more.' },
    )
  })
  test('before a birth belongs to the record of who is pregnant (G-09)', () => {
    const events = play({ ...receive, child: { person: child, dueDate: '2027-06-01', carriedBy: mother } })
    expect(events.map(({ type, subject }) => [type, subject])).toEqual(expect.arrayContaining([['ChildReferred', { kind: 'unborn', person: mother }], ['StoryTold', { kind: 'unborn', person: mother }]]))
    expect(events.filter(({ subject }) => subject.kind === 'child' || subject.kind === 'surroundings')).toEqual([])
    given().when({ ...receive, child: { person: child, dueDate: '2027-06-01', carriedBy: id(9) } }).thenRefused('person-unknown')
    given().when({ ...receive, child: { person: child, carriedBy: mother } }).thenRefused('due-date-missing')
    given().when({ ...receive, child: { person: child, dueDate: '2029-06-01', carriedBy: mother } }).thenRefused('date-too-late')
  })
  test('comes with names only when a parent agrees: otherwise one asks without names (C-12)', () => {
    given().when({ ...receive, parents: [] }).thenRefused('parents-missing')
    given().when({ ...receive, parents: [quietFather], ticked: [] }).thenRefused('parents-not-agreed')
    given().when({ ...receive, parents: [{ ...agreeingMother, agrees: 'no' }], ticked: [] }).thenRefused('parents-not-agreed')
    expect(agreeingParents(fold(referral, play(receive))!).map(({ firstName }) => firstName)).toEqual(['Ina'])
  })
  test('is about a child until its sixth birthday, with a reason when it can’t wait, and signals of the list', () => {
    given().when({ ...receive, child: { person: child, firstName: 'Pim', birthDate: '2021-03-01' } }).thenRefused('child-too-old')
    given().when({ ...receive, child: { person: child, firstName: 'Pim', birthDate: '2027-03-02' } }).thenRefused('date-in-future')
    given().when({ ...receive, child: { person: child, firstName: 'Pim' } }).thenRefused('birth-date-missing')
    given().when(without(receive, 'urgencyReason')).thenRefused('urgency-reason-missing')
    given().when({ ...receive, ticked: [{ group: 'child', signals: ['naughty'] }] }).thenRefused('choice-unknown')
    given().when({ ...receive, ticked: [{ group: 'parents', about: id(9), signals: ['wornOut'] }] }).thenRefused('person-unknown')
    given().when({ ...receive, referrer: { ...referrer, reach: ' ' } }).thenRefused('text-empty')
    given(...play(receive)).when(receive).thenRefused('id-in-use')
  })
})

describe('triage', () => {
  const received = play(receive)
  test('is done by who takes it up, also from a colleague', () => {
    const taken: ReferralEvent = { type: 'ReferralTakenUp', ...ofCase, ...bySpecialist }
    given(...received).when({ type: 'TakeUpReferral', ...bySpecialist }).then(taken)
    given(...received, taken).when({ type: 'TakeUpReferral', ...bySpecialist }).thenNothing()
    given(...received, taken).when({ type: 'TakeUpReferral', by: colleague, at: later }).then({ type: 'ReferralTakenUp', ...ofCase, by: colleague, at: later })
  })
  test('K-02: doesn’t end without the opinion of a registered IMH specialist, however it ends', () => {
    for (const outcome of ['caseStarted', 'adviceEnough', 'referredElsewhere', 'withdrawn'] as const) given(...received).when({ ...close, outcome }).thenRefused('opinion-missing')
    given(...received).when({ ...opinion, by: groupWorker }).thenRefused('not-an-imh-specialist')
    given(...received).when({ ...opinion, registrationValid: false }).thenRefused('registration-not-valid')
    given(...received, ...play(receive, opinion).slice(received.length)).when(close).then(
      { type: 'ReferralTakenUp', ...ofCase, ...bySpecialist }, { type: 'ReferralClosed', ...ofCase, ...bySpecialist, outcome: 'adviceEnough' }, { type: 'OutcomeExplained', ...aboutChild, ...bySpecialist, text: 'A rhythm for the evening.' })
  })
  test('ends with words, unless a case begins; and can be opened again, except after that', () => {
    const silent = without(close, 'words')
    given(...play(receive, opinion)).when(silent).thenRefused('text-empty')
    const advised = play(receive, opinion, close)
    given(...advised).when(close).thenRefused('referral-closed')
    given(...advised).when(opinion).thenRefused('referral-closed')
    given(...advised).when({ type: 'ReopenReferral', ...bySpecialist }).then({ type: 'ReferralReopened', ...ofCase, ...bySpecialist })
    expect(fold(referral, [...advised, { type: 'ReferralReopened', ...ofCase, ...bySpecialist }])).not.toHaveProperty('closed')
    given(...play(receive, opinion, { ...silent, outcome: 'caseStarted' })).when({ type: 'ReopenReferral', ...bySpecialist }).thenRefused('case-started')
    given(...received).when({ type: 'ReopenReferral', ...bySpecialist }).thenRefused('referral-not-closed')
  })
  test('knows when the first talk was, which ends the waiting', () => {
    given(...received).when({ type: 'NoteFirstTalk', ...bySpecialist, on: '2027-03-03' }).then({ type: 'FirstTalkNoted', ...ofCase, ...bySpecialist, on: '2027-03-03' })
    given(...received).when({ type: 'NoteFirstTalk', ...bySpecialist, on: '2027-03-04' }).thenRefused('date-in-future')
    given(...received).when({ type: 'NoteFirstTalk', ...bySpecialist, on: '2027-02-28' }).thenRefused('date-too-early')
    given().when({ type: 'NoteFirstTalk', ...bySpecialist, on: '2027-03-03' }).thenRefused('referral-unknown')
  })
})

describe('who referred', () => {
  test('is told what became of it only when a parent said yes and none said no', () => {
    given(...play(receive)).when(feedback).thenRefused('feedback-without-consent')
    given(...play(receive, yes)).when(feedback).then({ type: 'FeedbackGiven', ...aboutChild, ...bySpecialist, feedbackId: id(70), text: 'They are seen by us.' })
    given(...play(receive, yes, { ...yes, person: father, agreed: false })).when(feedback).thenRefused('feedback-without-consent')
    given(...play(receive, yes)).when({ ...yes, person: id(9) }).thenRefused('person-unknown')
    given(...play(receive, yes)).when({ ...yes, how: ' ' }).thenRefused('text-empty')
  })
  test('is told nothing more once a parent says no, nor when that no was erased', () => {
    const told = play(receive, yes, feedback)
    expect(mayTellReferrer(fold(referral, told)!)).toBe(true)
    const noAgain = fold(referral, [...told, ...play(receive, yes, feedback, { ...yes, agreed: false }).slice(told.length)])!
    expect(mayTellReferrer(noAgain)).toBe(false)
    const forgotten = referral.evolveErased!(fold(referral, play(receive, yes)), { erased: true, type: 'FeedbackWordNoted', subject: { kind: 'adult', person: father }, at: later })!
    expect(mayTellReferrer(forgotten)).toBe(false)
  })
  test('of a child that was erased, closing says no more than that it ended', () => {
    const state = fold(referral, play(receive, opinion).filter(({ type }) => type !== 'ChildReferred'))
    expect(referral.decide(close, state)).toMatchObject({ events: [{ type: 'ReferralTakenUp' }, { type: 'ReferralClosed' }, { type: 'OutcomeExplained', subject: { kind: 'case' } }] })
  })
})
