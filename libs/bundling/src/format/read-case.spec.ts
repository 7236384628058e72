import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { firstFreeTime } from '../plan.ts'
import { loadCase, references } from '../testing/cases.ts'
import { isCaseRefused, readCase } from './read-case.ts'

/** The case with one value, at a path like `families.0.bedtime`, put in place of what is there. */
const withValue = (path: string, value: unknown): unknown => {
  const copy = JSON.parse(JSON.stringify(loadCase('story-overburdened'))) as unknown
  const keys = path.split('.')
  const holder = keys.slice(0, -1).reduce((at, key) => (at as Record<string, unknown>)[key], copy)
  ;(holder as Record<string, unknown>)[keys.at(-1)!] = value
  return copy
}

describe('reading a case', () => {
  test.each(references('S', 'M', 'L', 'XL25', 'XXL', 'story', 'infeasible', 'region').map(one => one.name))('%s is read as it is', name => {
    expect(readCase(loadCase(name))).toEqual(loadCase(name))
  })

  test.each([
    ['format', 'bundling-case/2', 'format'],
    ['planningDays.1', '2027-01-32', 'planningDays[1]'],
    ['planningDays.1', '2027-01-11', 'planningDays'],
    ['places.0', 'house', 'places[0]'],
    ['professionals.physio-1.free.2027-01-12', [['10:00', '09:00']], 'professionals.physio-1.free.2027-01-12[0]'],
    ['families.0.bedtime', '25:00', 'families[0].bedtime'],
    ['families.0.caps.tripsPerWeek', -1, 'families[0].caps.tripsPerWeek'],
    ['families.0.travelMinutes.0.1', 300, 'families[0].travelMinutes[0][1]'],
    ['families.0.dayCentre.place', 'nowhere', 'families[0].dayCentre.place'],
    ['families.0.needs.0.minutes', 20, 'families[0].needs[0].minutes'],
    ['families.0.needs.1.id', 'n01', 'families[0].needs'],
    ['families.0.needs.0.staffing', [['nobody']], 'families[0].needs[0].staffing[0][0]'],
    ['families.0.needs.0.attendance', [['child', 'child']], 'families[0].needs[0].attendance[0]'],
    ['families.0.needs.0.modalities', ['by post'], 'families[0].needs[0].modalities[0]'],
    ['families.0.order.0.before', 'n99', 'families[0].order[0].before'],
    ['families.0.unavailable.parentA.2027-01-11', [['09:00', '10:00', 'holiday']], 'families[0].unavailable.parentA.2027-01-11[0][2]'],
  ])('%s as %j is refused, and it says where', (path, value, where) => {
    expect(readCase(withValue(path, value))).toMatchObject({ refusal: { code: 'not-a-bundling-case', about: { where } } })
  })

  test('whatever the file holds, it is either refused or can be planned', () => {
    const paths = ['families.0.needs', 'families.0.order', 'families.0.rest', 'families.0.child', 'families.0.caps', 'families', 'professionals', 'rooms', 'places', 'families.0.unavailable', 'families.0.dayCentre', 'families.0.travelMinutes']
    fc.assert(fc.property(fc.constantFrom(...paths), fc.oneof(fc.jsonValue(), fc.constantFrom([], {}, null)), (path, value) => {
      const read = readCase(withValue(path, value))
      if (!isCaseRefused(read) && read.families.length > 0) firstFreeTime(read)
    }), { numRuns: 200, seed: 3 })
    for (const value of [null, 3, 'text', [], {}]) expect(readCase(value)).toHaveProperty('refusal')
  })
})
