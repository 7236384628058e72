/** The week of the family, and what is needed to plan for it, for the specs. */
import type { RhythmBlock, RhythmCommand, Weekday } from '../rhythm/events.ts'
import { addDays, fold, isRefused, type Subject } from '@samenspel/kernel'
import { agenda } from '../agenda.ts'
import { calendar } from '../calendar/calendar.ts'
import type { FreeTime } from '../calendar/events.ts'
import type { AgendaCommand } from '../events.ts'
import type { PlanningFacts, PlanningPeriod } from '../bundling-case/facts.ts'
import { brother, child, father, members, mother, now, self, today, zone } from './family.ts'
import { happened, threeNeeds } from './story.ts'

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const block = (id: string, weekdays: readonly Weekday[], from: string, to: string) => ({ id, label: id, weekdays, from, to })

export const childsWeek: readonly RhythmBlock[] = [
  { ...block('nap', everyDay, '12:30', '14:30'), kind: 'nap' },
  { ...block('day centre', [1, 2, 4], '09:00', '15:00'), kind: 'dayCentre', place: 'day-centre', transport: { by: mother, dropOff: { from: '08:50', to: '09:00' }, pickUp: { from: '15:00', to: '15:10' } } },
  { ...block('bed of the child', everyDay, '18:30', '19:00'), kind: 'bedtime' },
]
export const brothersWeek: readonly RhythmBlock[] = [
  { ...block('school', [1, 2, 4, 5], '08:30', '14:30'), kind: 'school', runs: [{ by: mother, from: '08:10', to: '08:35' }, { by: mother, from: '14:20', to: '14:45' }] },
  { ...block('half day of school', [3], '08:30', '12:15'), kind: 'school', runs: [{ by: mother, from: '12:00', to: '12:25' }] },
  { ...block('bed of the brother', everyDay, '19:00', '19:30'), kind: 'bedtime' },
]
export const mothersWeek: readonly RhythmBlock[] = [
  { ...block('Monday rest', [1], '10:00', '12:00'), kind: 'protectedRest' },
  { ...block('Wednesday with the eldest', [3], '12:30', '17:00'), kind: 'siblingTime' },
  { ...block('evening together', [1], '19:30', '21:00'), kind: 'preferredRest' },
]
export const fathersWeek: readonly RhythmBlock[] = [
  { ...block('work', [1, 2, 3, 4], '08:30', '17:00'), kind: 'work' },
  { ...block('evening together', [1], '19:30', '21:00'), kind: 'preferredRest' },
]

export const setRhythm = (person: string, blocks: readonly RhythmBlock[]): RhythmCommand => {
  const subject: Subject = person === child ? { kind: 'child', person } : person === brother ? { kind: 'sibling', person } : { kind: 'adult', person }
  return { type: 'SetRhythm', by: self(subject.kind === 'adult' ? person : mother), at: now, subject, person, blocks, members }
}
/** The same, in the place of what was set at the same moment. */
export const changeRhythm = (person: string, blocks: readonly RhythmBlock[]): RhythmCommand => ({ ...setRhythm(person, blocks), from: now })
export const theirWeek: readonly AgendaCommand[] = [setRhythm(child, childsWeek), setRhythm(brother, brothersWeek), setRhythm(mother, mothersWeek), setRhythm(father, fathersWeek)]

/** A calendar in which a professional offers these times. */
export const offering = (...offers: readonly FreeTime[]) => fold(calendar, offers.flatMap((offer) => {
  const decision = calendar.decide({ type: 'OfferFreeTime', by: { person: 'professional', role: 'professional' }, at: now, today, practitioner: 'professional', ...offer }, calendar.initial)
  if (isRefused(decision)) throw new Error(decision.refusal.code)
  return decision.events
}))

const twoWeeks = Array.from({ length: 12 }, (_, day) => addDays('2027-01-11', day)).filter((date) => !['2027-01-16', '2027-01-17'].includes(date))
export const onSite = (place: string, from = '09:00', to = '12:00') =>
  offering(...twoWeeks.map((date): FreeTime => ({ freeTimeId: date, date, from, to, modalities: ['onsite'], places: [place] })))
/** Mornings at the practice or by picture, evenings by picture only. */
export const therapistsTime = offering(...twoWeeks.flatMap((date): readonly FreeTime[] => [
  { freeTimeId: `${date} morning`, date, from: '09:00', to: '12:00', modalities: ['onsite', 'digital'], places: ['mental-health'] },
  { freeTimeId: `${date} evening`, date, from: '19:00', to: '21:00', modalities: ['digital'], places: [] },
]))

const minutes: Readonly<Record<string, number>> = {
  'day-centre home': 15, 'home hospital': 25, 'home mental-health': 18, 'day-centre hospital': 20, 'day-centre mental-health': 15, 'hospital mental-health': 15,
}
export const travelMinutes = (from: string, to: string): number => minutes[[from, to].sort().join(' ')] ?? 0

export const factsOf = (...commands: readonly AgendaCommand[]): PlanningFacts => ({
  familyId: 'family',
  agenda: fold(agenda, happened(...theirWeek, ...threeNeeds, ...commands)),
  calendars: new Map([['physio', onSite('day-centre')], ['neurologist', onSite('hospital', '13:00', '16:00')], ['therapist', therapistsTime]]),
  household: { child: { person: child, ageYears: 1 }, parents: [father, mother], siblings: [brother], parentsApart: false },
  travelMinutes, openHours: () => [{ from: '08:00', to: '18:00' }], closedDays: [], zone,
})

export const twoWeeksFrom: PlanningPeriod = { from: '2027-01-11', weeks: 2, lighter: false }
