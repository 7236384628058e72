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
    ['roomsAt', { nowhere: [] }, 'roomsAt.nowhere'],
    ['roomsAt', { hospital: [{ id: 'r', free: {}, equipment: [] }, { id: 'r', free: {}, equipment: [] }] }, 'roomsAt.hospital'],
    ['interpreters', { 'physio-1': { languages: ['ti'], free: {} } }, 'interpreters.physio-1'],
    ['interpreters', { i: { languages: 'ti', free: {} } }, 'interpreters.i.languages'],
    ['holidays', ['Easter'], 'holidays[0]'],
    ['families.0.children', [{ id: 'sister', naps: [], childMinutesPerDay: 60, away: {}, comesAlong: true }], 'families[0].children[0].id'],
    ['families.0.pregnancy', { mother: 'parentA', minutesPerDay: 60 }, 'families[0].child'],
    ['families.0.dayHours', { 8: ['09:00', '10:00'] }, 'families[0].dayHours.8'],
    ['families.0.used', { '2027-01-12': { trips: 0, evenings: 0, contacts: 0 } }, 'families[0].used.2027-01-12'],
    ['families.0.caps.contactsPerWeek', 1.5, 'families[0].caps.contactsPerWeek'],
    ['families.0.needs.0.preparationMinutes', 7, 'families[0].needs[0].preparationMinutes'],
    ['families.0.needs.14.sameTime', true, 'families[0].needs[14].series'],
    ['families.0.needs.0.attendance', [['child:sister']], 'families[0].needs[0].attendance[0][0]'],
  ])('%s as %j is refused, and it says where', (path, value, where) => {
    expect(readCase(withValue(path, value))).toMatchObject({ refusal: { code: 'not-a-bundling-case', about: { where } } })
  })

  describe('rush hours', () => {
    const usual = (loadCase('story-overburdened').families[0]!.travelMinutes).map(row => [...row])
    const slower = (extra: number) => usual.map(row => row.map(minutes => minutes === 0 ? 0 : minutes + extra))
    const refused = (travel: unknown) => { const read = readCase(withValue('families.0.travel', travel)); return isCaseRefused(read) ? read.refusal.about : 'read' }
    test('that come and go in steps of five are read', () => {
      expect(refused([{ from: '08:00', to: '09:00', minutes: slower(10) }, { from: '09:00', to: '09:05', minutes: slower(5) }])).toBe('read')
    })
    test('in which who leaves later would arrive earlier are refused', () => {
      expect(refused([{ from: '08:00', to: '09:00', minutes: slower(10) }])).toMatchObject({ where: 'families[0].travel, leaving at 08:55' })
    })
    test.each<[string, unknown]>([
      ['that are quicker than usual', [{ from: '08:00', to: '09:00', minutes: usual.map(row => row.map(minutes => minutes === 0 ? 0 : minutes - 5)) }]],
      ['off the five minutes', [{ from: '08:01', to: '09:00', minutes: slower(5) }]],
      ['that overlap', [{ from: '08:00', to: '09:00', minutes: slower(5) }, { from: '08:30', to: '10:00', minutes: slower(5) }]],
      ['of too few places', [{ from: '08:00', to: '09:00', minutes: [[0]] }]],
      ['with a detour that is quicker', [{ from: '08:00', to: '20:00', minutes: usual.map((row, from) => row.map((minutes, to) => (from === 0 && to === 2) ? minutes + 60 : minutes)) }]],
    ])('%s are refused', (_, travel) => { expect(refused(travel)).not.toBe('read') })
    test('of who has no car are never quicker than by car', () => {
      const read = readCase(withValue('families.0.withoutCar', { parent: 'parentB', travelMinutes: usual.map(row => row.map(() => 0)) }))
      expect(read).toMatchObject({ refusal: { about: { where: 'families[0].withoutCar' } } })
      expect(isCaseRefused(readCase(withValue('families.0.withoutCar', { parent: 'parentB', travelMinutes: slower(15) })))).toBe(false)
    })
  })

  test('whatever the file holds, it is either refused or can be planned', () => {
    const paths = ['families.0.needs', 'families.0.order', 'families.0.rest', 'families.0.child', 'families.0.caps', 'families', 'professionals', 'rooms', 'places', 'families.0.unavailable', 'families.0.dayCentre', 'families.0.travelMinutes', 'families.0.travel', 'families.0.children', 'families.0.withoutCar', 'families.0.used', 'roomsAt', 'interpreters', 'closed']
    fc.assert(fc.property(fc.constantFrom(...paths), fc.oneof(fc.jsonValue(), fc.constantFrom([], {}, null)), (path, value) => {
      const read = readCase(withValue(path, value))
      if (!isCaseRefused(read) && read.families.length > 0) firstFreeTime(read)
    }), { numRuns: 200, seed: 3 })
    for (const value of [null, 3, 'text', [], {}]) expect(readCase(value)).toHaveProperty('refusal')
  })
})
