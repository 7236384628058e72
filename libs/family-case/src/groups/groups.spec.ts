import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import { asFamily, at, child, coordinating, groupWorker, id, mother, now, past, pastWith, therapist } from '../testing/case.ts'
import { stateOf } from '../testing/case.ts'
import { placementsOn } from './state.ts'

const aCase = specify(familyCase)
const place = { type: 'PlaceInGroup', by: groupWorker, ...now, registrationValid: false, placementId: id(92), child, organisation: groupWorker.organisation ?? '', groupId: id(93), groups: [id(93)], from: '2027-01-11' } as const
const end = { type: 'EndGroupPlacement', by: groupWorker, ...now, registrationValid: false, placementId: id(92), until: '2027-02-01' } as const

describe('a child in a group (K-14)', () => {
  test('is placed there by the team of that organisation, on days', () => {
    aCase.given(...past).when(place).then({
      type: 'GroupPlacementRecorded', subject: { kind: 'child', person: child }, by: groupWorker, at: at(), category: 'contact', placementId: id(92), organisation: groupWorker.organisation ?? '', groupId: id(93), from: '2027-01-11',
    })
    const { placements } = stateOf(pastWith(place, end))
    expect(['2027-01-10', '2027-01-11', '2027-02-01', '2027-02-02'].map((day) => placementsOn(placements, day).length)).toEqual([0, 1, 1, 0])
  })
  test('once at a time', () => { aCase.given(...pastWith(place)).when({ ...place, placementId: id(94) }).thenNothing() })
  test.each<[string, string, object]>([
    ['by a professional of another organisation', 'not-coordinator', { by: therapist }],
    ['by a parent', 'not-coordinator', { by: asFamily(mother) }],
    ['when it is no child', 'not-a-child', { child: mother }],
    ['in a group that there is not', 'group-unknown', { groups: [] }],
    ['in a group of an organisation that is not in the team', 'not-in-team', { ...coordinating, organisation: id(999) }],
    ['from a day after it ends', 'period-reversed', { until: '2027-01-01' }],
  ])('is not placed %s', (_, code, change) => { aCase.given(...past).when({ ...place, ...change }).thenRefused(code) })
})
