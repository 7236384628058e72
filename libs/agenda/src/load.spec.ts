import { describe, expect, test } from '@jest/globals'
import { weekLoads } from './load.ts'
import { father, mother, neurologistPart, physiotherapyPart, therapyPart } from './testing/family.ts'
import { travelMinutes } from './testing/planning.ts'

const rest = (date: string, persons: readonly string[]) => ({ date, from: '10:45', to: '12:00', persons })
const asked = <Part extends object>(part: Part) => ({ ...part, asked: [mother, father] })
const loads = (windows: ReturnType<typeof rest>[], ...parts: Parameters<typeof weekLoads>[0]) =>
  weekLoads(parts, '2027-01-13', 2, { minutesBetween: travelMinutes, windowsOn: (dates) => windows.filter(({ date }) => dates.includes(date)) })

describe('what a family carries, week by week (A-14)', () => {
  test('is counted in moments, contacts and minutes, from the Monday of the first week', () => {
    const [first, second] = loads([], asked(physiotherapyPart), asked(therapyPart), asked(neurologistPart))
    // On Tuesday one visit with two stops, on Friday the hospital there and back.
    expect(first).toMatchObject({ monday: '2027-01-11', visits: 2, contacts: 3, evenings: 0, travelMinutes: 15 + 15 + 20 - 30 + 50 })
    expect(second).toMatchObject({ monday: '2027-01-18', visits: 0, contacts: 0, travelMinutes: 0 })
  })
  test('tells evenings at home apart from visits', () => {
    const talk = asked({ ...therapyPart, start: '20:00', end: '20:45', modality: { kind: 'digital' } as const, homeMinutes: 0, evening: true, bundleId: 'evening' })
    expect(loads([], talk)[0]).toMatchObject({ visits: 0, evenings: 1, contacts: 1, travelMinutes: 0 })
  })
  test('says which of the family’s own times stay whole, the way there and back included', () => {
    const windows = [rest('2027-01-12', [mother]), rest('2027-01-12', [father]), rest('2027-01-20', [mother])]
    // Her therapy ends at 11:15, and she is home at 11:35.
    expect(loads(windows, asked(therapyPart)).map(({ windows: all, windowsKept }) => [all, windowsKept])).toEqual([[2, 1], [1, 1]])
  })
})
