import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import {
  asFamily, at, child, coach, coordinating, coordinator, father, groupWorker, id, mother, now, past, pastWith, standIn, stateOf, stranger, therapist,
} from '../testing/case.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>
const ofChild = { subject: { kind: 'child', person: child }, category: 'plan' } as const

describe('the guiding question', () => {
  const first: Of<'ChangeGuidingQuestion'> = { type: 'ChangeGuidingQuestion', ...coordinating, questionId: id(500), version: id(501), text: 'What does he need to sleep?' }
  const second: Of<'ChangeGuidingQuestion'> = { ...first, from: id(501), version: id(502), text: 'What do they need to rest?' }

  test('it is set once and then changed, under the same id', () => {
    aCase.given(...past).when(first).then({ type: 'GuidingQuestionSet', ...ofChild, by: coordinator, at: first.at, questionId: id(500), version: id(501), text: first.text })
    aCase.given(...pastWith(first)).when({ ...second, questionId: id(999) })
      .then({ type: 'GuidingQuestionChanged', ...ofChild, by: coordinator, at: first.at, questionId: id(500), version: id(502), text: second.text })
  })
  test('when somebody else was first, both texts come back', () => {
    const decision = familyCase.decide({ ...second, by: standIn, version: id(503), text: 'Mine' }, stateOf(pastWith(first, second)))
    expect(decision).toEqual({ refusal: { code: 'changed-meanwhile', about: { yours: 'Mine', theirs: second.text, version: id(502) } } })
  })
  test('so also when both wrote the very first', () => {
    aCase.given(...pastWith(first)).when({ ...first, questionId: id(510), version: id(511), text: 'Mine' }).thenRefused('changed-meanwhile')
  })
  test('the same words twice change nothing', () => {
    aCase.given(...pastWith(first)).when(first).thenNothing()
  })
  test('not from a version that never was, not empty, not by others', () => {
    aCase.given(...past).when(second).thenRefused('text-unknown')
    aCase.given(...past).when({ ...first, text: '' }).thenRefused('text-empty')
    aCase.given(...past).when({ ...first, by: groupWorker }).thenRefused('not-coordinator')
    aCase.given(...past).when({ ...first, registrationValid: false }).thenRefused('registration-not-valid')
    aCase.given(...pastWith(first)).when({ ...second, version: id(501) }).thenRefused('id-in-use')
  })
})

describe('agreement cards (K-14)', () => {
  const add: Of<'AddAgreementCard'> = {
    type: 'AddAgreementCard', by: groupWorker, ...now, cardId: id(520), version: id(521), title: 'Going to sleep', text: 'A hand on his belly.', settings: ['home', 'group'],
  }
  const change: Of<'ChangeAgreementCard'> = { ...add, type: 'ChangeAgreementCard', from: id(521), version: id(522), text: 'A hand on his back.' }

  test('everybody in the team can write one, and change one', () => {
    aCase.given(...past).when(add).then({
      type: 'AgreementCardAdded', ...ofChild, by: groupWorker, at: add.at, cardId: id(520), version: id(521), title: add.title, text: add.text, settings: ['home', 'group'],
    })
    expect(stateOf(pastWith(add, { ...change, by: therapist })).plan.cards).toMatchObject([{ text: 'A hand on his back.', version: id(522), by: therapist }])
  })
  test('when somebody else was first, both texts come back', () => {
    expect(familyCase.decide({ ...change, version: id(523), text: 'A song.' }, stateOf(pastWith(add, change)))).toEqual({
      refusal: { code: 'changed-meanwhile', about: { yours: 'Going to sleep\nA song.', theirs: 'Going to sleep\nA hand on his back.', version: id(522) } },
    })
  })
  test('the same card twice changes nothing, and one id is one card', () => {
    aCase.given(...pastWith(add, change)).when(change).thenNothing()
    aCase.given(...pastWith(add)).when(add).thenRefused('id-in-use')
  })
  test('not without a place where it holds, not empty, not unknown, not from outside', () => {
    aCase.given(...past).when({ ...add, settings: [] }).thenRefused('setting-missing')
    aCase.given(...past).when({ ...add, settings: ['home', 'home'] }).thenRefused('setting-missing')
    aCase.given(...past).when({ ...add, settings: ['moon' as 'home'] }).thenRefused('choice-unknown')
    aCase.given(...past).when({ ...add, title: ' ' }).thenRefused('text-empty')
    aCase.given(...past).when(change).thenRefused('card-unknown')
    aCase.given(...past).when({ ...add, by: stranger }).thenRefused('not-in-team')
  })
})

describe('actions', () => {
  const add: Of<'AddAction'> = { type: 'AddAction', by: coach, ...now, actionId: id(530), text: 'Ask about the cot', owner: groupWorker.person, dueOn: '2027-01-15' }
  const done: Of<'CompleteAction'> = { type: 'CompleteAction', by: groupWorker, at: at('16:00', '2027-01-13'), actionId: id(530) }

  test('somebody of the team or the family does it', () => {
    aCase.given(...past).when(add).then({
      type: 'ActionAdded', ...ofChild, by: coach, at: add.at, actionId: id(530), text: add.text, owner: groupWorker.person, dueOn: '2027-01-15',
    })
    expect(stateOf(pastWith({ ...add, owner: father, dueOn: undefined })).plan.actions).toMatchObject([{ owner: father }])
  })
  test('who does it says when it is done, once', () => {
    aCase.given(...pastWith(add)).when(done).then({ type: 'ActionCompleted', ...ofChild, by: groupWorker, at: done.at, actionId: id(530) })
    expect(stateOf(pastWith(add, done)).plan.actions).toMatchObject([{ completedAt: done.at }])
    aCase.given(...pastWith(add, done)).when(done).thenNothing()
  })
  test('so can the coordinator, and a parent whose action it is', () => {
    expect(stateOf(pastWith(add, { ...done, by: coordinator })).plan.actions).toMatchObject([{ completedAt: done.at }])
    expect(stateOf(pastWith({ ...add, owner: father }, { ...done, by: asFamily(father) })).plan.actions).toMatchObject([{ completedAt: done.at }])
  })
  test('it is not done for somebody else', () => {
    aCase.given(...pastWith(add)).when({ ...done, by: therapist }).thenRefused('not-yours')
    aCase.given(...pastWith({ ...add, owner: father })).when({ ...done, by: asFamily(mother) }).thenRefused('not-yours')
    aCase.given(...past).when(done).thenRefused('action-unknown')
  })
  test('not for a child or a stranger, not due yesterday, not empty', () => {
    aCase.given(...past).when({ ...add, owner: child }).thenRefused('person-unknown')
    aCase.given(...past).when({ ...add, owner: stranger.person }).thenRefused('person-unknown')
    aCase.given(...past).when({ ...add, dueOn: '2027-01-10' }).thenRefused('date-in-past')
    aCase.given(...past).when({ ...add, dueOn: '2027-06-31' }).thenRefused('date-impossible')
    aCase.given(...past).when({ ...add, text: '' }).thenRefused('text-empty')
    aCase.given(...past).when({ ...add, by: asFamily(mother) }).thenRefused('not-in-team')
  })
})
