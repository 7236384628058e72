import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand, FamilyCaseEvent } from '../messages.ts'
import { asFamily, at, child, clinic, coordinator, groupWorker, id, mother, now, past, pastWith, stateOf, stranger, therapist } from '../testing/case.ts'
import { statedKinds } from './events.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>

const note: Of<'AddContribution'> = {
  type: 'AddContribution', by: groupWorker, ...now, id: id(300), kind: 'note', subject: { kind: 'child', person: child }, category: 'development', setting: 'group',
  occurredOn: '2027-01-11', situation: 'Played with the water for half an hour.', window: 'within',
}
const fourPart: Of<'AddContribution'> = {
  ...note, kind: 'fourPart', parentsTold: 'At home he does this too.', whatWeDo: 'We let him choose the cup.', possibleMeaning: 'Choosing gives him rest.',
  childsVoice: 'I can do it!', forParents: 'He played with water for a long time.',
}

describe('contributions', () => {
  test('a quick note needs one text', () => {
    aCase.given(...past).when(note).then({
      type: 'ContributionAdded', subject: { kind: 'child', person: child }, by: groupWorker, at: note.at, id: id(300), kind: 'note', category: 'development',
      setting: 'group', occurredOn: '2027-01-11', situation: note.situation, window: 'within',
    })
  })
  test('the four parts keep what was seen, what the parents told, what is done and what it may mean', () => {
    expect(stateOf(pastWith(fourPart)).contributions.all).toMatchObject([{ ...pickTexts(fourPart), by: groupWorker }])
  })
  test('what people type is kept exactly: emoji, other scripts, spaces', () => {
    const situation = '  ‏הוא חייך 😊👩🏽‍🍼\n\n"zó" & <b>  '
    expect(stateOf(pastWith({ ...note, situation })).contributions.all[0]?.situation).toBe(situation)
  })
  test.each<[string, string, Partial<Of<'AddContribution'>>]>([
    ['by somebody outside the team', 'not-in-team', { by: stranger }],
    ['by a team member in the name of another organisation', 'not-in-team', { by: { ...groupWorker, organisation: clinic } }],
    ['by a parent', 'not-in-team', { by: asFamily(mother) }],
    ['about somebody of another family', 'subject-unknown', { subject: { kind: 'child', person: id(99) } }],
    ['about a relation with ids in the wrong order', 'subject-unknown', { subject: { kind: 'relation', persons: [mother, child] } }],
    ['that is empty', 'text-empty', { situation: ' \n ' }],
    ['of a hundred kilobytes', 'text-too-long', { situation: 'x'.repeat(100_000) }],
    ['with an empty part', 'text-empty', { whatWeDo: '' }],
    ['with a page for the parents', 'text-too-long', { forParents: 'x'.repeat(201) }],
    ['about tomorrow', 'date-in-future', { occurredOn: '2027-01-12' }],
    ['about a day that does not exist', 'date-impossible', { occurredOn: '2027-02-29' }],
    ['about the nineteenth century', 'date-too-early', { occurredOn: '1899-12-31' }],
    ['under the safety track', 'safety-has-its-own-track', { category: 'safety' }],
    ['under an unknown label', 'choice-unknown', { category: 'gossip' as 'social' }],
    ['in an unknown setting', 'choice-unknown', { setting: 'moon' as 'home' }],
    ['in four parts without any of them', 'four-parts-missing', { kind: 'fourPart' }],
  ])('nothing is added %s', (_, code, change) => {
    aCase.given(...past).when({ ...note, ...change }).thenRefused(code)
  })
  test('today is the day of the case, not of the server: just after midnight in Amsterdam', () => {
    expect(familyCase.decide({ ...note, at: '2027-07-10T22:30:00.000Z', occurredOn: '2027-07-11' }, stateOf(past))).toMatchObject({ events: [{}] })
    aCase.given(...past).when({ ...note, at: '2027-07-10T21:30:00.000Z', occurredOn: '2027-07-11' }).thenRefused('date-in-future')
  })
  test('one id is one contribution', () => {
    aCase.given(...pastWith(note)).when(note).thenRefused('id-in-use')
  })
})

describe('a statement beside an entry (P-03)', () => {
  const entry = { kind: 'contribution', id: id(300) } as const
  const stated = { entry, entryBy: groupWorker.person, entryAbout: { kind: 'child', person: child }, entryCategory: 'development' } as const
  const state: Of<'AddStatement'> = { type: 'AddStatement', by: asFamily(mother), at: at('21:00'), id: id(301), ...stated, text: 'It was a quarter of an hour.' }
  const answer: Of<'AnswerStatement'> = { type: 'AnswerStatement', by: groupWorker, at: at('22:00'), registrationValid: false, id: id(302), answers: id(301), ...stated, text: 'I put that right on Monday.' }

  test('a parent adds own words; the original stays', () => {
    aCase.given(...pastWith(note)).when(state).then({
      type: 'StatementAdded', subject: { kind: 'child', person: child }, by: asFamily(mother), at: state.at, category: 'development', id: id(301), entry, text: state.text,
    })
    const { contributions } = stateOf(pastWith(note, state))
    expect([contributions.all[0]?.situation, contributions.corrections[0]?.text]).toEqual([note.situation, state.text])
  })
  test.each(statedKinds)('stands beside a part of every kind that a parent reads: %s', (kind) => {
    expect(stateOf(pastWith({ ...state, entry: { kind, id: id(77) } })).contributions.corrections).toMatchObject([{ entry: { kind, id: id(77) } }])
  })
  test('of the professionals only who recorded it adds a statement of their own', () => {
    expect(stateOf(pastWith(note, { ...state, by: groupWorker })).contributions.corrections).toHaveLength(1)
    aCase.given(...pastWith(note)).when({ ...state, by: coordinator }).thenRefused('not-yours')
  })
  test('not beside what nobody reads, not empty, not under a taken id, not by a stranger', () => {
    aCase.given(...past).when({ ...state, entry: { kind: 'home' as 'goal', id: id(1) } }).thenRefused('choice-unknown')
    aCase.given(...pastWith(note)).when({ ...state, text: '' }).thenRefused('text-empty')
    aCase.given(...pastWith(note)).when({ ...state, id: id(300) }).thenRefused('id-in-use')
    aCase.given(...pastWith(note)).when({ ...state, by: asFamily(id(99)) }).thenRefused('not-of-the-family')
    aCase.given(...pastWith(note)).when({ ...state, by: asFamily(child) }).thenRefused('not-of-the-family')
  })
  test('is answered by who recorded the original, and by who coordinates; both stay', () => {
    aCase.given(...pastWith(note, state)).when(answer).then({
      type: 'StatementAdded', subject: { kind: 'child', person: child }, by: groupWorker, at: answer.at, category: 'development', id: id(302), entry, text: answer.text, answers: id(301),
    })
    expect(stateOf(pastWith(note, state, { ...answer, by: coordinator })).contributions.corrections.map(({ answers }) => answers)).toEqual([undefined, id(301)])
    aCase.given(...pastWith(note, state)).when({ ...answer, by: therapist }).thenRefused('not-coordinator')
    aCase.given(...pastWith(note, state)).when({ ...answer, by: asFamily(mother) }).thenRefused('not-coordinator')
  })
  test('no answer stands by itself, or answers an answer', () => {
    aCase.given(...pastWith(note)).when(answer).thenRefused('statement-unknown')
    aCase.given(...pastWith(note, state)).when({ ...answer, entry: { kind: 'goal', id: id(300) } }).thenRefused('statement-unknown')
    aCase.given(...pastWith(note, state, answer)).when({ ...answer, id: id(303), answers: id(302) }).thenRefused('not-a-statement')
  })
  test('beside a contribution, as it was recorded before, still stands there', () => {
    const before: FamilyCaseEvent = { type: 'ContributionCorrected', subject: { kind: 'child', person: child }, by: asFamily(mother), at: state.at, category: 'development', id: id(301), contributionId: id(300), text: state.text }
    expect(stateOf([...pastWith(note), before]).contributions.corrections).toMatchObject([{ id: id(301), entry, text: state.text }])
  })
})

const pickTexts = ({ situation, parentsTold, whatWeDo, possibleMeaning, childsVoice, forParents }: Of<'AddContribution'>) =>
  ({ situation, parentsTold, whatWeDo, possibleMeaning, childsVoice, forParents })
