/** A small family to vary in tests: two weeks, a day centre on 15 minutes, a hospital on 25; everybody is free unless said otherwise. */
import type { BundlingCase, Family, Need, Professional, TimeSpan } from '../format/case.ts'

export const firstWeek = ['2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15'] as const
export const secondWeek = ['2027-01-18', '2027-01-19', '2027-01-20', '2027-01-21', '2027-01-22'] as const
export const places = ['home', 'day-centre', 'hospital'] as const

export const smallFamily = (changes: Partial<Family> = {}): Family => ({
  id: 'family-1',
  child: { ageYears: 2, naps: [] },
  bedtime: '19:30',
  sitter: false,
  parentsApart: false,
  caps: { childMinutesPerDay: 120, appointmentsPerDay: 4, tripsPerWeek: 4, eveningsPerWeek: 2, waitMinutes: 45, homeMinutes: 30 },
  travelMinutes: [[0, 15, 25], [15, 0, 20], [25, 20, 0]],
  dayCentre: null,
  unavailable: {},
  rest: [],
  needs: [],
  order: [],
  ...changes,
})

export const aNeed = (id: string, changes: Partial<Need> = {}): Need => ({
  id, label: `need ${id}`, minutes: 60, urgency: 1, from: firstWeek[0], deadline: secondWeek[4], preferred: firstWeek[0],
  modalities: ['onsite@hospital'], attendance: [['child', 'parentA']], staffing: [['pro-1']],
  ...changes,
})

export type OfferedOn = readonly [date: string, ...times: TimeSpan[]]

/** A professional with these times on these dates. */
export const offers = (...free: readonly OfferedOn[]): Professional => ({
  discipline: 'any', organisation: 'any', free: Object.fromEntries(free.map(([date, ...times]) => [date, times])),
})

export const smallCase = (family: Family, professionals: Readonly<Record<string, Professional>>): BundlingCase => {
  const planningDays = [...firstWeek, ...secondWeek]
  const allDay = Object.fromEntries(planningDays.map(date => [date, [['08:00', '21:00']] as const]))
  return { format: 'bundling-case/1', name: 'small', zone: 'Europe/Amsterdam', planningDays, places, professionals, rooms: { 'day-centre': allDay, hospital: allDay }, families: [family] }
}
