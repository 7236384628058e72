import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { asFamily, child, father, groupWorker, id, mother, now, past, pastWith, stateOf, therapist } from '../testing/case.ts'

const aCase = specify(familyCase)
type Add = Extract<FamilyCaseCommand, { type: 'AddLifeEvent' }>

const stay: Add = {
  type: 'AddLifeEvent', by: groupWorker, ...now, id: id(400), subject: { kind: 'child', person: child }, category: 'medical', occurredOn: '2026-02-01', precision: 'month',
  until: '2026-06-30', title: 'Months in hospital', weight: 'strain', setting: 'ward',
}

describe('life story', () => {
  test('what happened has a day as exactly as it is known, and a weight', () => {
    aCase.given(...past).when(stay).then({
      type: 'LifeEventAdded', subject: { kind: 'child', person: child }, by: groupWorker, at: stay.at, id: id(400), category: 'medical', occurredOn: '2026-02-01',
      precision: 'month', until: '2026-06-30', title: 'Months in hospital', weight: 'strain', setting: 'ward',
    })
  })
  test('a parent has a story too, and a relation', () => {
    const stories = stateOf(pastWith(
      { ...stay, by: therapist, subject: { kind: 'adult', person: mother }, occurredOn: '1995-01-01', precision: 'year', until: undefined },
      { ...stay, id: id(401), subject: { kind: 'relation', persons: [child, father] }, title: 'First time alone together', weight: 'strength' },
    )).lifeStory
    expect(stories.map(({ subject, precision }) => [subject.kind, precision])).toEqual([['adult', 'year'], ['relation', 'month']])
    expect(stories[0]).not.toHaveProperty('until')
  })
  test.each<[string, string, Partial<Add>]>([
    ['before it has happened', 'date-in-future', { occurredOn: '2027-01-12', until: undefined }],
    ['that lasts into the future', 'date-in-future', { until: '2027-02-01' }],
    ['that ended before it began', 'period-reversed', { until: '2026-01-31' }],
    ['on a day that does not exist', 'date-impossible', { occurredOn: '2026-13-01' }],
    ['without a title', 'text-empty', { title: '' }],
    ['about nobody', 'subject-unknown', { subject: { kind: 'case' } }],
    ['under an unknown weight', 'choice-unknown', { weight: 'bad' as 'strain' }],
    ['by a parent', 'not-in-team', { by: asFamily(mother) }],
  ])('nothing is added %s', (_, code, change) => {
    aCase.given(...past).when({ ...stay, ...change }).thenRefused(code)
  })
  test('one id is one event', () => {
    aCase.given(...pastWith(stay)).when(stay).thenRefused('id-in-use')
  })
})
