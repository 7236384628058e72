import { describe, expect, test } from '@jest/globals'
import { savingsFor, type ComparedNeed, type ComparisonFacts } from './bundles.ts'
import type { Slot } from './proposals/events.ts'
import { adults, child, father, mother } from './testing/family.ts'
import { travelMinutes } from './testing/planning.ts'

const facts: ComparisonFacts = { adults, minutesBetween: travelMinutes, waitMinutes: 45, rest: [] }
const slot = (date: string, start: string, end: string, place: string, change: Partial<Slot> = {}): Slot =>
  ({ date, start, end, modality: { kind: 'onsite', place }, attendees: [child, mother], homeMinutes: travelMinutes('home', place), glued: false, ...change })
const monday = '2027-01-11', tuesday = '2027-01-12', thursday = '2027-01-14'

/** Each on a day of its own at its first free time; in the proposal all on Tuesday, one after the other. */
const physiotherapy: ComparedNeed = { urgency: 1, preferred: monday, firstFree: slot(monday, '11:00', '11:30', 'day-centre'), slot: slot(tuesday, '09:15', '09:45', 'day-centre', { glued: { from: '08:50', to: '09:00', homeMinutes: 15, onMinutes: 0 } }) }
const paediatrician: ComparedNeed = { urgency: 3, preferred: monday, firstFree: slot(thursday, '10:00', '10:30', 'hospital'), slot: slot(tuesday, '10:15', '10:45', 'hospital') }
const therapy: ComparedNeed = {
  urgency: 2, preferred: monday, firstFree: slot(tuesday, '09:00', '09:45', 'mental-health', { attendees: [mother] }),
  slot: slot(thursday, '20:00', '20:45', 'mental-health', { modality: { kind: 'digital' }, homeMinutes: 0, attendees: [mother] }),
}

describe('what a proposal saves', () => {
  test('is told in days, trips and minutes, beside every need at its own first free time', () => {
    expect(savingsFor([physiotherapy, paediatrician, therapy], facts)).toEqual({
      // 15 + 15, 25 + 25 and 18 + 18 minutes; the paediatrician three working days late, the therapy one.
      before: { unplanned: 0, restTouched: 0, travelDays: 3, trips: 3, careDays: 3, minutes: 116, lateness: 11 },
      // 15 + 20 + 25 without the 30 of bringing the child, and waits of 15 and 10.
      after: { unplanned: 0, restTouched: 0, travelDays: 1, trips: 1, careDays: 2, minutes: 55, lateness: 10 },
    })
  })
  test('is computed for each reader from what that reader sees: nothing of the therapy shows', () => {
    const forFather = savingsFor([physiotherapy, paediatrician], facts)
    expect(forFather.before).toMatchObject({ travelDays: 2, trips: 2, careDays: 2, minutes: 80 })
    expect(forFather.after).toMatchObject({ travelDays: 1, trips: 1, careDays: 1, minutes: 55 })
  })
  test('counts what fits nowhere by its urgency, on either side', () => {
    const { before, after } = savingsFor([{ urgency: 3, preferred: monday, slot: slot(monday, '11:00', '11:30', 'day-centre') }, { urgency: 2, preferred: monday }], facts)
    expect([before.unplanned, after.unplanned]).toEqual([5, 2])
  })
  test('counts rest that is touched, the way there included, of whoever rests', () => {
    const rest = [{ date: tuesday, from: '08:00', to: '08:40', persons: [mother] }, { date: tuesday, from: '08:00', to: '08:40', persons: [father] }, { date: tuesday, from: '11:10', to: '12:00', persons: [mother] }]
    expect(savingsFor([physiotherapy, paediatrician], { ...facts, rest }).after.restTouched).toBe(1)
  })
  test('a visit that is joined with bringing the child is no trip; nor is what the child does alone', () => {
    const only = savingsFor([physiotherapy, { urgency: 1, preferred: monday, slot: slot(thursday, '10:00', '10:30', 'day-centre', { attendees: [child] }) }], facts).after
    expect(only).toMatchObject({ travelDays: 0, trips: 0, careDays: 1, minutes: 15 })
  })
  test('two parents at two places are two trips; after a long wait one goes home between', () => {
    const apart = [{ urgency: 1, preferred: tuesday, slot: slot(tuesday, '10:00', '10:30', 'day-centre') }, { urgency: 1, preferred: tuesday, slot: slot(tuesday, '10:00', '10:30', 'hospital', { attendees: [father] }) }] as const
    expect(savingsFor(apart, facts).after).toMatchObject({ travelDays: 1, trips: 2 })
    const far = [{ urgency: 1, preferred: tuesday, slot: slot(tuesday, '09:00', '09:30', 'hospital') }, { urgency: 1, preferred: tuesday, slot: slot(tuesday, '10:30', '11:00', 'hospital') }] as const
    expect(savingsFor(far, facts).after).toMatchObject({ trips: 2, minutes: 100 })
  })
  test('says nothing of minutes where nobody knows where the family lives', () => {
    const unknown = (known: Slot): Slot => ({ ...known, homeMinutes: 0 })
    const needs = [physiotherapy, paediatrician].map((need) => ({ ...need, ...(need.slot !== undefined && { slot: unknown(need.slot) }), ...(need.firstFree !== undefined && { firstFree: unknown(need.firstFree) }) }))
    const { before, after } = savingsFor(needs, facts)
    expect([before, after].map(({ trips, minutes }) => [trips, minutes])).toEqual([[2, 0], [1, 0]])
  })
  test('days of weekends are not late', () => {
    expect(savingsFor([{ urgency: 2, preferred: '2027-01-15', slot: slot('2027-01-18', '09:00', '09:30', 'hospital') }], facts).after.lateness).toBe(2)
  })
})
