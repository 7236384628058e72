import { describe, expect, test } from '@jest/globals'
import { gainsOf, progressOf, stillOffered, toggle, type Proposal, type Run } from './planner.ts'

const run = (state: Run['state'], ...proven: readonly boolean[]): Run =>
  ({ id: 'r', familyId: 'f', state, firstFree: null, stays: [], isStopped: false, notKnown: [], error: null, proposals: proven.map((one, index) => ({ id: String(index), proven: one, status: 'DRAFT', bundles: [{}] })) as unknown as Run['proposals'] })

describe('the search for proposals', () => {
  test('has no answer, then a first one, then a better one, then proof', () => {
    expect([run('RUNNING'), run('RUNNING', false), run('DONE', false), run('DONE', true), run('DONE'), run('FAILED')].map(progressOf))
      .toEqual(['searching', 'improving', 'done', 'proven', 'nothing', 'failed'])
  })

  test('proves no more than what is known of the ways', () => {
    expect(progressOf({ ...run('DONE', true), notKnown: ['Waar het gezin woont, staat nog niet in Samenspel.'] })).toBe('provenAsKnown')
    expect(progressOf({ ...run('DONE', false), notKnown: ['Waar het gezin woont, staat nog niet in Samenspel.'] })).toBe('done')
  })

  test('finds nothing when its only answer plans nothing', () => {
    const empty = { ...run('DONE', true), proposals: [{ id: 'p', status: 'DRAFT', bundles: [] }] as unknown as Run['proposals'] }
    expect(progressOf(empty)).toBe('nothing')
    expect(progressOf({ ...empty, state: 'RUNNING' })).toBe('searching')
  })

  test('sends one or two proposals, the last chosen', () => {
    expect(toggle([], 'a')).toEqual(['a'])
    expect(toggle(['a'], 'a')).toEqual([])
    expect(toggle(['a', 'b'], 'c')).toEqual(['b', 'c'])
  })

  test('keeps what was chosen while a newer answer still has the same visits, whatever they are called now', () => {
    const visit = (id: string, start: string) => ({ id, bundles: [{ id: `b${id}`, date: '2026-12-01', parts: [{ id: `a${id}`, needId: 'n', start, end: '10:15', modality: 'ONSITE', place: { id: 'room' }, attendees: ['sem'], professionals: [{ id: 'hanne' }] }] }] }) as unknown as Proposal
    const [early, late] = [visit('1', '09:45'), visit('2', '10:00')]
    expect(stillOffered([early], [visit('3', '10:00'), visit('4', '09:45')])).toEqual({ kept: [visit('4', '09:45')], gone: 0 })
    expect(stillOffered([early, late], [visit('5', '10:00')])).toEqual({ kept: [visit('5', '10:00')], gone: 1 })
    expect(stillOffered([early], [])).toEqual({ kept: [], gone: 1 })
  })

  test('compares only what is more than nought somewhere', () => {
    const nought = { travelDays: 0, trips: 0, careDays: 0, minutes: 0, restTouched: 0, unplanned: 0 }
    expect(gainsOf({ before: { ...nought, travelDays: 4, minutes: 300 }, after: { ...nought, travelDays: 1, minutes: 80, unplanned: 1 } })).toEqual([
      { what: 'travelDays', before: 4, after: 1 },
      { what: 'minutes', before: 300, after: 80 },
      { what: 'unplanned', before: 0, after: 1 },
    ])
  })
})
