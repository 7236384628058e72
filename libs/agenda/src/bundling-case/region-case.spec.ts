import { describe, expect, test } from '@jest/globals'
import { child, mother, physiotherapy } from '../testing/family.ts'
import { factsOf, onSite, twoWeeksFrom } from '../testing/planning.ts'
import { addNeed } from '../testing/story.ts'
import type { PlanAppointment } from './format.ts'
import { ofRegion, regionCase } from './region-case.ts'
import { toBundlingCase } from './to-bundling-case.ts'

const interpreted = factsOf(addNeed({ ...physiotherapy, needId: 'spoken', attendance: [[child, mother]], interpreter: { language: 'ti', by: ['eden'] } }))
const one = toBundlingCase({ ...interpreted, calendars: new Map([...interpreted.calendars, ['eden', onSite('day-centre', '10:00', '11:00')]]) }, twoWeeksFrom)
const other = toBundlingCase({ ...factsOf(), familyId: 'other', travelMinutes: () => 40 }, twoWeeksFrom)
const region = regionCase([one, other])

describe('several families in one case', () => {
  test('share the people and none of the places: rooms and ways are those of each family', () => {
    expect(region.families.map(({ id }) => id)).toEqual(['family', 'other'])
    expect(Object.keys(region.professionals).sort()).toEqual(['eden', 'neurologist', 'physio', 'therapist'])
    const at = (family: string) => region.places.indexOf(`${family} day-centre`)
    expect(region.families.map(({ id, travelMinutes }) => travelMinutes[0]?.[at(id)])).toEqual([15, 40])
    expect(region.families[1]?.dayCentre?.place).toBe('other day-centre')
    expect(region.rooms['other hospital']).toEqual(other.case.rooms['hospital'])
    expect(new Set(region.families[1]?.needs.flatMap(({ modalities }) => modalities))).toEqual(new Set(['onsite@other day-centre', 'onsite@other hospital', 'onsite@other mental-health', 'digital']))
  })
  test('see one professional with all the times that are offered to any of them, each in its form', () => {
    expect(region.professionals['physio']?.freeFor).toEqual({ 'onsite@family day-centre': one.case.professionals['physio']?.free, 'onsite@other day-centre': one.case.professionals['physio']?.free })
    const early = { ...other, case: { ...other.case, professionals: { ...other.case.professionals, physio: { discipline: 'd', organisation: 'o', free: { '2027-01-12': [['08:00', '09:00'] as const] } } } } }
    expect(regionCase([one, early]).professionals['physio']?.free['2027-01-12']).toEqual([['08:00', '12:00']])
  })
  test('ask an interpreter’s hours like those of who holds the appointment', () => {
    const spoken = region.families[0]?.needs.find(({ id }) => id === 'spoken')
    expect(spoken).not.toHaveProperty('interpreter')
    expect(spoken?.staffing).toEqual([['physio', 'eden']])
  })
  test('get their own part of a plan back in their own names', () => {
    const said: PlanAppointment = { family: 'family', need: 'spoken', date: '2027-01-12', start: '10:00', modality: 'onsite', place: 'family day-centre', attendees: ['child', 'parentA'], professionals: ['physio', 'eden'] }
    expect(ofRegion(one, [said, { ...said, family: 'other', place: 'other day-centre' }])).toEqual([{ ...said, place: 'day-centre', professionals: ['physio'], interpreter: 'eden' }])
    expect(ofRegion(other, [said])).toEqual([])
  })
  test('go to places of their own, and the ways nobody takes are the same rows in all tables: a hundred and fifty take little more room than one', () => {
    const many = regionCase(Array.from({ length: 150 }, (_, index) => ({ ...other, case: { ...other.case, name: `family ${index}`, families: other.case.families.map((family) => ({ ...family, id: `family ${index}` })) } })))
    const own = other.case.places.length
    expect(many.places).toHaveLength(1 + 150 * (own - 1))
    const rows = new Set(many.families.flatMap(({ travelMinutes, travel = [] }) => [travelMinutes, ...travel.map(({ minutes }) => minutes)]).flat())
    const tables = many.families.reduce((count, { travel = [] }) => count + 1 + travel.length, 0)
    expect(rows.size).toBeLessThanOrEqual(many.places.length + tables * own)
  })
})
