import { describe, expect, test } from '@jest/globals'
import { addDays } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { agenda } from '../agenda.ts'
import { aboutChild, coordinator, father, mother, now, physiotherapyPart, proposal, self, therapyPart, today } from '../testing/family.ts'
import { happened, send, threeNeeds, answer } from '../testing/story.ts'
import type { AgendaEvent } from '../events.ts'
import type { PaceCommand } from './events.ts'
import { isLighter, isPaused, lighterFrom, pauseFrom, restOn } from './state.ts'
import { pauseWithReview } from './upcasts.ts'

const anAgenda = specify(agenda)
const by = self(mother), at = now, subject = aboutChild
const pause = (from: string, until?: string, pauseId = 'pause'): PaceCommand =>
  ({ type: 'PausePlanning', by, at, subject, pauseId, from, today, ...(until === undefined ? { reason: 'tooMuch', reviewOn: addDays(from, 14) } : { reason: 'away', until }) })
const lighten = (...weeks: readonly string[]): PaceCommand => ({ type: 'LightenWeeks', by, at, subject, weeks, today })
const resume: PaceCommand = { type: 'ResumePlanning', by: coordinator, at, pauseId: 'pause' }
const paceAfter = (...commands: readonly PaceCommand[]) => anAgenda.given(...happened(...commands)).state().pace

describe('a pause', () => {
  test('has a reason and a day on which a person asks how it is, and lasts until a person ends it (K-13)', () => {
    anAgenda.given().when({ ...pause(today), words: 'De nachten zijn kort.' } as PaceCommand)
      .then({ type: 'PlanningPaused', subject, by, at, pauseId: 'pause', from: today, reason: 'tooMuch', words: 'De nachten zijn kort.', reviewOn: '2027-01-18' })
    const pace = paceAfter(pause(today))
    expect(['2027-01-03', today, '2027-01-18', '2027-12-31'].map((date) => isPaused(pace, date))).toEqual([false, true, true, true])
    expect(restOn(pace, '2027-12-31')?.reviewOn).toBe('2027-01-18')
  })
  test('of who is away ends on the day that they named', () => {
    anAgenda.given().when(pause(today, '2027-01-17')).then({ type: 'PlanningPaused', subject, by, at, pauseId: 'pause', from: today, reason: 'away', reviewOn: '2027-01-18', until: '2027-01-17' })
    const pace = paceAfter(pause(today, '2027-01-17'))
    expect(['2027-01-03', today, '2027-01-17', '2027-01-18'].map((date) => isPaused(pace, date))).toEqual([false, true, true, false])
  })
  test('goes on when a person asked and the family wants so; the day is moved (K-13)', () => {
    const move = (reviewOn: string): PaceCommand => ({ type: 'MovePauseReview', by: coordinator, at, pauseId: 'pause', reviewOn, today: '2027-01-18' })
    anAgenda.given(...happened(pause(today))).when(move('2027-02-01')).then({ type: 'PauseReviewMoved', subject, by: coordinator, at, pauseId: 'pause', reviewOn: '2027-02-01' })
    expect(paceAfter(pause(today), move('2027-02-01')).pause).toMatchObject({ reviewOn: '2027-02-01', from: today })
    anAgenda.given(...happened(pause(today))).when(move('2027-01-18')).thenNothing()
    anAgenda.given(...happened(pause(today))).when(move('2027-01-17')).thenRefused('review-too-soon')
    anAgenda.given(...happened(pause(today))).when(move('2027-06-01')).thenRefused('review-too-far')
    anAgenda.given().when(move('2027-02-01')).thenRefused('unknown-pause')
    anAgenda.given(...happened(pause(today, '2027-01-20'), move('2027-01-25'))).when(pause(today, '2027-01-24')).thenNothing()
  })
  test('takes back what waits for an answer where the family wants so, and leaves it else; what is confirmed stays (K-13)', () => {
    const past = happened(...threeNeeds, send(proposal('tuesday', physiotherapyPart)), answer('tuesday', mother))
    expect(happened(...threeNeeds, send(proposal('tuesday', therapyPart)), pause(today)).at(-1)?.type).toBe('PlanningPaused')
    expect(happened(...threeNeeds, send(proposal('tuesday', therapyPart)), { ...pause(today), takeBack: true } as PaceCommand).slice(-2)).toMatchObject([{ type: 'PlanningPaused' }, { type: 'ProposalWithdrawn', proposalId: 'tuesday' }])
    expect(past.at(-1)?.type).toBe('ConfirmationStarted')
    anAgenda.given(...past).when({ ...pause(today), takeBack: true } as PaceCommand).then(expect.objectContaining({ type: 'PlanningPaused' }) as unknown as AgendaEvent)
  })
  test('from before it had a day to look again is read as one that has it', () => {
    const old = { type: 'PlanningPaused', pauseId: 'pause', from: '2027-02-01' }
    expect(pauseWithReview(old)).toEqual({ ...old, reason: 'unsaid', reviewOn: '2027-02-15' })
    expect(pauseWithReview({ ...old, until: '2027-02-07' })).toEqual({ ...old, until: '2027-02-07', reason: 'unsaid', reviewOn: '2027-02-08' })
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
    ['begins on a day that does not exist', { ...pause(today), from: '2027-02-30' } as PaceCommand, 'date-invalid'],
    ['begins in two years', pause('2029-01-11'), 'too-far-ahead'],
    ['gives no reason', { ...pause(today), reason: 'depressed' } as unknown as PaceCommand, 'pause-without-reason'],
    ['is never looked at again', { ...pause(today), reviewOn: undefined } as unknown as PaceCommand, 'pause-without-review'],
    ['is rest, and lapses by itself', { ...pause(today, '2027-01-17'), reason: 'tooMuch' } as PaceCommand, 'pause-without-review'],
    ['is looked at again on the day on which it begins', { ...pause(today), reviewOn: today } as PaceCommand, 'review-too-soon'],
    ['is looked at again in a year', { ...pause(today), reviewOn: '2028-01-01' } as PaceCommand, 'review-too-far'],
    ['says nothing', { ...pause(today), words: ' ' } as PaceCommand, 'text-empty'],
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
