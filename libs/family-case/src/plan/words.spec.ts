import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { aGoal, asFamily, at, child, coach, coordinating, coordinator, father, fiveLevels, grandmother, groupWorker, id, mother, now, past, pastWith, standIn, stateOf } from '../testing/case.ts'
import { lateness } from './state.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>
const ofChild = { subject: { kind: 'child', person: child }, category: 'plan' } as const

describe('what a parent wants themselves', () => {
  const said: Of<'WriteParentsGoal'> = { type: 'WriteParentsGoal', by: asFamily(mother), ...now, parent: mother, version: id(701), text: 'Eating together without a fight' }
  test('is in their own words, and of their own record: each parent has one', () => {
    aCase.given(...past).when(said).then({ type: 'ParentsGoalWritten', subject: { kind: 'adult', person: mother }, by: asFamily(mother), at: at(), category: 'plan', version: id(701), text: said.text })
    const both = stateOf(pastWith(said, { ...said, by: asFamily(father), parent: father, version: id(702), text: 'Playing on the floor again' }))
    expect(both.plan.parentsGoals.map(({ text }) => text)).toEqual([said.text, 'Playing on the floor again'])
  })
  test('may be noted by somebody of the team, who says how and when it was said', () => {
    const noted = { ...said, by: groupWorker, spoken: { how: 'byPhone', on: '2027-01-10' } } as const
    expect(stateOf(pastWith(noted)).plan.parentsGoals).toMatchObject([{ by: groupWorker, spoken: noted.spoken }])
    aCase.given(...past).when({ ...said, by: groupWorker }).thenRefused('said-how-missing')
    aCase.given(...past).when({ ...noted, spoken: { how: 'byPhone', on: '2027-02-01' } }).thenRefused('date-in-future')
  })
  test('is not said for the other parent, nor by somebody who brings up no child', () => {
    aCase.given(...past).when({ ...said, by: asFamily(father) }).thenRefused('not-yours')
    aCase.given(...past).when({ ...said, by: asFamily(grandmother), parent: grandmother }).thenRefused('not-a-parent')
  })
  test('changed by parent and professional at once loses neither text', () => {
    const change = { ...said, from: id(701), version: id(703), text: 'Eating together, and laughing' }
    aCase.given(...pastWith(said, change)).when({ ...change, by: groupWorker, version: id(704), text: 'Something else', spoken: { how: 'atHome', on: '2027-01-11' } }).thenRefused('changed-meanwhile')
  })
})

describe('lines along the four routes (K-04)', () => {
  const write: Of<'WritePlanLine'> = { type: 'WritePlanLine', ...coordinating, lineId: id(710), version: id(711), route: 'bond', text: 'Films of the two', forParents: 'We look at a short film', carriedBy: coach.person }
  test('each has a route, and words for the parents beside those of the team', () => {
    aCase.given(...past).when(write).then({ type: 'PlanLineWritten', ...ofChild, by: coordinator, at: at(), lineId: id(710), version: id(711), route: 'bond', text: 'Films of the two', forParents: 'We look at a short film', carriedBy: coach.person })
    aCase.given(...past).when({ ...write, route: 'motorway' as 'bond' }).thenRefused('choice-unknown')
    aCase.given(...past).when({ ...write, carriedBy: id(99) }).thenRefused('person-unknown')
    aCase.given(...past).when({ ...write, by: groupWorker }).thenRefused('not-coordinator')
  })
  test('the second of two who write gets both texts', () => {
    const change = { ...write, from: id(711), version: id(712), text: 'Films, once a month' }
    expect(familyCase.decide({ ...change, by: standIn, version: id(713), text: 'No more films' }, stateOf(pastWith(write, change)))).toEqual({
      refusal: { code: 'changed-meanwhile', about: { yours: 'No more films\nWe look at a short film', theirs: 'Films, once a month\nWe look at a short film', version: id(712) } },
    })
  })
  test('one that ended stays to be read, and is not written on', () => {
    const end: Of<'EndPlanLine'> = { type: 'EndPlanLine', ...coordinating, lineId: id(710), endingId: id(714), words: 'It goes by itself' }
    expect(stateOf(pastWith(write, end)).plan.lines).toMatchObject([{ ended: { words: 'It goes by itself' } }])
    aCase.given(...pastWith(write, end)).when({ ...write, from: id(711), version: id(715), text: 'Once more' }).thenRefused('line-ended')
    aCase.given(...past).when(end).thenRefused('line-unknown')
  })
})

describe('texts of the plan', () => {
  const write: Of<'WritePlanText'> = { type: 'WritePlanText', ...coordinating, topic: 'strengths', version: id(720), text: 'They laugh a lot' }
  test('a light plan has words on strengths, worries, network and earlier help (K-12)', () => {
    aCase.given(...past).when(write).then({ type: 'PlanTextWritten', ...ofChild, by: coordinator, at: at(), topic: 'strengths', version: id(720), text: 'They laugh a lot' })
    aCase.given(...past).when({ ...write, topic: 'gossip' as 'worries' }).thenRefused('choice-unknown')
    aCase.given(...pastWith(write)).when({ ...write, version: id(721), text: 'They sing' }).thenRefused('changed-meanwhile')
  })
  test('a plan is a heavy one until who coordinates chooses a light one (K-12)', () => {
    const choose: Of<'ChoosePlanVariant'> = { type: 'ChoosePlanVariant', ...coordinating, choiceId: id(730), variant: 'light' }
    expect(stateOf(past).plan.variant).toBe('heavy')
    expect(stateOf(pastWith(choose)).plan.variant).toBe('light')
    aCase.given(...pastWith(choose)).when(choose).thenNothing()
  })
})

describe('goals', () => {
  const add: Of<'AddGoal'> = { type: 'AddGoal', ...coordinating, goalId: id(600), version: id(601), subject: { kind: 'child', person: child }, ...aGoal, levels: fiveLevels }
  const end: Of<'EndGoal'> = { type: 'EndGoal', ...coordinating, endingId: id(620), goalId: id(600), outcome: 'reached', words: 'It goes by itself' }
  test('a scale never measures a parent as a person (K-09)', () => {
    aCase.given(...past).when({ ...add, subject: { kind: 'adult', person: mother } }).thenRefused('goal-scores-a-person')
    aCase.given(...pastWith(add)).when({ ...add, type: 'ChangeGoal', from: id(601), version: id(602), subject: { kind: 'adult', person: mother } }).thenRefused('goal-scores-a-person')
  })
  test('one is reached or let go, and stays to be read', () => {
    expect(stateOf(pastWith(add, end)).plan.goals[1]).toMatchObject({ ended: { outcome: 'reached', words: end.words } })
    aCase.given(...pastWith(add, end)).when({ type: 'ScoreGoal', by: groupWorker, ...now, scoreId: id(610), goalId: id(600), value: 0, on: '2027-01-11' }).thenRefused('goal-ended')
  })
  test('the mentalising goal never ends (K-05)', () => {
    aCase.given(...past).when({ ...end, goalId: id(41) }).thenRefused('mentalising-stays')
  })
})

describe('actions that are moved, and that are late', () => {
  const add: Of<'AddAction'> = { type: 'AddAction', by: coach, ...now, actionId: id(530), text: 'Ask about the cot', owner: groupWorker.person, dueOn: '2027-01-15' }
  const move: Of<'MoveAction'> = { type: 'MoveAction', by: groupWorker, ...now, actionId: id(530), dueOn: '2027-01-22', reason: 'The shop was closed' }
  const done: Of<'CompleteAction'> = { type: 'CompleteAction', by: groupWorker, ...now, actionId: id(530) }
  test('who has to do it moves the day, and every move stays', () => {
    expect(stateOf(pastWith(add, move)).plan.actions).toMatchObject([{ dueOn: '2027-01-22', moved: [{ from: '2027-01-15', to: '2027-01-22', reason: move.reason }] }])
    aCase.given(...pastWith(add)).when({ ...move, by: asFamily(mother) }).thenRefused('not-yours')
    aCase.given(...pastWith(add)).when({ ...move, dueOn: '2027-01-01' }).thenRefused('date-in-past')
    aCase.given(...pastWith(add, done)).when(move).thenRefused('action-done')
  })
  test('what was marked as done by mistake is open again', () => {
    const state = stateOf(pastWith(add, done, { type: 'ReopenAction', by: groupWorker, ...now, actionId: id(530) }))
    expect(state.plan.actions[0]?.completedAt).toBeUndefined()
  })
  test('past its day it is first the owner who hears, three days later who coordinates as well', () => {
    const days = ['2027-01-15', '2027-01-16', '2027-01-17', '2027-01-18'].map((today) => lateness({ dueOn: '2027-01-15' }, today))
    expect(days).toEqual(['none', 'owner', 'owner', 'coordinator'])
    expect(lateness({ dueOn: '2027-01-15', completedAt: at() }, '2027-02-01')).toBe('none')
  })
})
