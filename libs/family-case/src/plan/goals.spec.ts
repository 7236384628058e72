import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import {
  aGoal, asFamily, at, child, coordinating, coordinator, fiveLevels, groupWorker, id, mother, now, past, pastWith, sixLevels, standIn, stateOf,
} from '../testing/case.ts'
import { scoresOf } from './state.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>

const add: Of<'AddGoal'> = {
  type: 'AddGoal', ...coordinating, goalId: id(600), version: id(601), subject: { kind: 'child', person: child }, ...aGoal, title: 'Falling asleep', isParentsOwn: true,
}
const change: Of<'ChangeGoal'> = { ...add, type: 'ChangeGoal', from: id(601), version: id(602), title: 'Falling asleep in his own bed' }
const score: Of<'ScoreGoal'> = { type: 'ScoreGoal', by: groupWorker, ...now, scoreId: id(610), goalId: id(600), value: 0, on: '2027-01-11' }

describe('goals (K-09)', () => {
  test('a goal has a route, a scale and a text for each level', () => {
    aCase.given(...past).when(add).then({
      type: 'GoalAdded', subject: add.subject, by: coordinator, at: add.at, category: 'plan', goalId: id(600), version: id(601), isMentalising: false,
      title: 'Falling asleep', route: 'bond', scale: 'five', levels: fiveLevels, start: -1, isParentsOwn: true,
    })
  })
  test('on the scale of six there is a level for having gone further back', () => {
    expect(stateOf(pastWith({ ...add, scale: 'six', levels: sixLevels, start: -3 })).plan.goals[1]).toMatchObject({ scale: 'six', start: -3 })
  })
  test.each<[string, string, Partial<Of<'AddGoal'>>]>([
    ['without a text for a level', 'level-text-missing', { levels: fiveLevels.slice(0, 4) }],
    ['with an empty text for a level', 'level-text-missing', { levels: [...fiveLevels.slice(0, 4), { value: 2, text: ' ' }] }],
    ['with a level of the other scale', 'level-outside-scale', { levels: sixLevels }],
    ['with a level twice', 'level-outside-scale', { levels: [...fiveLevels, { value: 2, text: 'Again' }] }],
    ['with the texts of five on the scale of six', 'level-text-missing', { scale: 'six' }],
    ['that starts outside its scale', 'score-outside-scale', { start: -3 }],
    ['that starts between two levels', 'score-outside-scale', { start: 0.5 }],
    ['on a scale of our own', 'choice-unknown', { scale: 'ten' as 'six' }],
    ['on no route', 'choice-unknown', { route: 'motorway' as 'bond' }],
    ['without a title', 'text-empty', { title: '' }],
    ['about a stranger', 'subject-unknown', { subject: { kind: 'child', person: id(99) } }],
    ['under an id that is in use', 'id-in-use', { goalId: id(41) }],
    ['by a worker of the group', 'not-coordinator', { by: groupWorker }],
    ['by a parent', 'not-coordinator', { by: asFamily(mother) }],
    ['by a specialist whose registration has lapsed', 'registration-not-valid', { registrationValid: false }],
  ])('no goal is added %s', (_, code, wrong) => {
    aCase.given(...past).when({ ...add, ...wrong }).thenRefused(code)
  })
  test('the mentalising goal can be detailed, and stays what it is (K-05)', () => {
    const detailed: Of<'ChangeGoal'> = { ...change, goalId: id(41), from: id(42), title: 'Wondering together what he feels at bedtime' }
    expect(stateOf(pastWith(detailed)).plan.goals).toMatchObject([{ goalId: id(41), isMentalising: true, title: detailed.title }])
  })
})

describe('two people change one goal', () => {
  test('the second gets both texts, and the version to begin from now', () => {
    expect(familyCase.decide({ ...change, by: standIn, version: id(603), title: 'Sleeping through' }, stateOf(pastWith(add, change)))).toEqual({
      refusal: {
        code: 'changed-meanwhile',
        about: {
          yours: ['Sleeping through', ...fiveLevels.map(({ value, text }) => `${value}: ${text}`)].join('\n'),
          theirs: ['Falling asleep in his own bed', ...fiveLevels.map(({ value, text }) => `${value}: ${text}`)].join('\n'),
          version: id(602),
        },
      },
    })
  })
  test('the same change twice has one effect', () => {
    aCase.given(...pastWith(add, change)).when(change).thenNothing()
  })
  test('a change of what is unknown, or under the version it began from, is refused', () => {
    aCase.given(...past).when(change).thenRefused('goal-unknown')
    aCase.given(...pastWith(add)).when({ ...change, version: id(601) }).thenRefused('id-in-use')
    aCase.given(...pastWith(add)).when({ ...change, by: groupWorker }).thenRefused('not-coordinator')
  })
})

describe('scores', () => {
  test('everybody in the team can say where it stands', () => {
    aCase.given(...pastWith(add)).when(score).then({
      type: 'GoalScored', subject: add.subject, by: groupWorker, at: score.at, category: 'plan', scoreId: id(610), goalId: id(600), value: 0, on: '2027-01-11',
    })
  })
  test('they are kept, all of them, by the day they are about', () => {
    const { plan } = stateOf(pastWith(add, score, { ...score, scoreId: id(611), value: -2, on: '2027-01-05' }, { ...score, scoreId: id(612), value: 1 }))
    expect(scoresOf(plan, id(600)).map(({ on, value }) => [on, value])).toEqual([['2027-01-05', -2], ['2027-01-11', 0], ['2027-01-11', 1]])
    expect(scoresOf(plan, id(41))).toEqual([])
  })
  test('outside the scale, in the future, of an unknown goal, twice under one id, or by a parent: refused', () => {
    aCase.given(...pastWith(add)).when({ ...score, value: -3 }).thenRefused('score-outside-scale')
    aCase.given(...pastWith(add)).when({ ...score, value: 1.5 }).thenRefused('score-outside-scale')
    aCase.given(...pastWith(add)).when({ ...score, on: '2027-01-12' }).thenRefused('date-in-future')
    aCase.given(...past).when(score).thenRefused('goal-unknown')
    aCase.given(...pastWith(add, score)).when(score).thenRefused('id-in-use')
    aCase.given(...pastWith(add)).when({ ...score, by: asFamily(mother) }).thenRefused('not-in-team')
  })
  test('a goal that has scores keeps its scale', () => {
    const wider = { ...change, scale: 'six', levels: sixLevels } as const
    expect(stateOf(pastWith(add, wider)).plan.goals[1]).toMatchObject({ scale: 'six' })
    aCase.given(...pastWith(add, score)).when(wider).thenRefused('scale-has-scores')
    expect(stateOf(pastWith(add, score, { ...change, at: at('11:00') })).plan.scores).toHaveLength(1)
  })
})
