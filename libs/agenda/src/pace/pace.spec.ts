import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { agenda } from '../agenda.ts'
import { aboutChild, coordinator, father, mother, now, physiotherapyPart, proposal, self, therapyPart, today } from '../testing/family.ts'
import { happened, send, threeNeeds } from '../testing/story.ts'
import type { PaceCommand } from './events.ts'
import { isLighter, isPaused, lighterFrom, pauseFrom } from './state.ts'

const anAgenda = specify(agenda)
const by = self(mother), at = now, subject = aboutChild
const pause = (from: string, until?: string, pauseId = 'pause'): PaceCommand => ({ type: 'PausePlanning', by, at, subject, pauseId, from, today, ...(until !== undefined && { until }) })
const lighten = (...weeks: readonly string[]): PaceCommand => ({ type: 'LightenWeeks', by, at, subject, weeks, today })
const resume: PaceCommand = { type: 'ResumePlanning', by: coordinator, at, pauseId: 'pause' }
const paceAfter = (...commands: readonly PaceCommand[]) => anAgenda.given(...happened(...commands)).state().pace

describe('a pause (K-13)', () => {
  test('begins on a day, and ends on a day or when somebody ends it', () => {
    anAgenda.given().when(pause(today, '2027-01-17')).then({ type: 'PlanningPaused', subject, by, at, pauseId: 'pause', from: today, until: '2027-01-17' })
    const pace = paceAfter(pause(today, '2027-01-17'))
    expect(['2027-01-03', today, '2027-01-17', '2027-01-18'].map((date) => isPaused(pace, date))).toEqual([false, true, true, false])
    expect(isPaused(paceAfter(pause(today)), '2027-12-31')).toBe(true)
  })
  test('is ended by the family or by who coordinates', () => {
    anAgenda.given(...happened(pause(today))).when(resume).then({ type: 'PlanningResumed', subject, by: coordinator, at, pauseId: 'pause' })
    expect(paceAfter(pause(today), resume).pause).toBeUndefined()
    anAgenda.given().when(resume).thenRefused('unknown-pause')
  })
  test('that is over by itself leaves room for another', () => {
    expect(pauseFrom(paceAfter(pause(today, '2027-01-17')), '2027-01-18')).toBeUndefined()
    const later: PaceCommand = { ...pause('2027-01-20', undefined, 'another'), today: '2027-01-18' } as PaceCommand
    expect(paceAfter(pause(today, '2027-01-17'), later).pause?.pauseId).toBe('another')
  })
  test('asked twice is one; another beside it is refused, so that no parent undoes what the other chose', () => {
    anAgenda.given(...happened(pause(today))).when(pause(today, undefined, 'again')).thenNothing()
    anAgenda.given(...happened(pause(today))).when({ ...pause('2027-01-11', '2027-01-17', 'another'), by: self(father) }).thenRefused('already-paused')
  })
  test.each<readonly [string, PaceCommand, string]>([
    ['begins yesterday', pause('2027-01-03'), 'in-the-past'],
    ['ends before it begins', pause('2027-01-11', '2027-01-10'), 'dates-reversed'],
    ['begins on a day that does not exist', pause('2027-02-30'), 'date-invalid'],
    ['begins in two years', pause('2029-01-11'), 'too-far-ahead'],
  ])('that %s is refused', (_, command, code) => { anAgenda.given().when(command).thenRefused(code) })
  test('lets nothing new be sent for its days; other days go on', () => {
    const past = happened(...threeNeeds, pause('2027-01-12', '2027-01-12'))
    anAgenda.given(...past).when(send(proposal('tuesday', physiotherapyPart, therapyPart))).thenRefused('planning-paused')
    expect(happened(...threeNeeds, pause('2027-01-13'), send(proposal('tuesday', physiotherapyPart))).at(-1)?.type).toBe('ProposalPartSent')
  })
})

describe('lighter weeks', () => {
  test('are chosen week by week', () => {
    anAgenda.given().when(lighten('2027-01-11', '2027-01-18')).then(
      { type: 'WeekLightened', subject, by, at, week: '2027-01-11' }, { type: 'WeekLightened', subject, by, at, week: '2027-01-18' })
    const pace = paceAfter(lighten('2027-01-18', '2027-01-11'))
    expect(['2027-01-10', '2027-01-11', '2027-01-24', '2027-01-25'].map((date) => isLighter(pace, date))).toEqual([false, true, true, false])
    expect(lighterFrom(pace, '2027-01-18').map(({ week }) => week)).toEqual(['2027-01-18'])
  })
  test('chosen by both parents at once are all lighter; chosen again nothing changes', () => {
    expect([...paceAfter(lighten('2027-01-11'), { ...lighten('2027-01-18'), by: self(father) }).lighterWeeks.keys()]).toEqual(['2027-01-11', '2027-01-18'])
    anAgenda.given(...happened(lighten('2027-01-11'))).when(lighten('2027-01-11')).thenNothing()
  })
  test('become ordinary one by one', () => {
    expect([...paceAfter(lighten('2027-01-11', '2027-01-18'), { type: 'MakeWeekOrdinary', by, at, week: '2027-01-11' }).lighterWeeks.keys()]).toEqual(['2027-01-18'])
    anAgenda.given().when({ type: 'MakeWeekOrdinary', by, at, week: '2027-01-11' }).thenNothing()
  })
  test.each<readonly [string, PaceCommand, string]>([
    ['none', lighten(), 'week-missing'], ['a Tuesday', lighten('2027-01-12'), 'not-a-monday'], ['last week', lighten('2026-12-28'), 'in-the-past'], ['the same twice', lighten('2027-01-11', '2027-01-11'), 'week-missing'],
  ])('%s is refused', (_, command, code) => { anAgenda.given().when(command).thenRefused(code) })
})
