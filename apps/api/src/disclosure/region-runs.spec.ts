import { describe, expect, test } from '@jest/globals'
import { forgettable, soonest, whyNotNow, type RegionRun } from './region-runs.ts'

const run = (id: string, families: number, state: RegionRun['state'] = 'done'): RegionRun => ({
  id, person: 'hanne', search: 'minute', endsBy: '2026-11-24T09:01:00Z', from: '2026-11-25', weeks: 4, state, isStopping: false, familiesDone: 0, rounds: 0,
  asked: Array.from({ length: families }, (_, index) => ({ familyId: `${id} ${index}` })),
})

describe('searches that are remembered', () => {
  test('are the last ones, by how many families they hold; one that goes on always is', () => {
    expect(forgettable([run('first', 150, 'running'), run('second', 601), run('third', 150), run('fourth', 150)])).toEqual(['second'])
    expect(forgettable(Array.from({ length: 40 }, (_, index) => run(`${index}`, 4)))).toEqual([])
  })
})

test.each([
  ['minute', '2026-11-25', '2026-11-25'], ['minute', '2026-12-07', '2026-12-07'], ['quarter', '2026-11-25', '2026-11-25'],
  ['night', '2026-11-25', '2026-11-26'], ['night', '2026-11-27', '2026-11-27'],
] as const)('a %s asked on Tuesday from %s plans from %s on', (search, from, first) => { expect(soonest(from, '2026-11-24', search)).toBe(first) })

test('everybody has one search at a time, and one long one is enough for all', () => {
  const night: RegionRun = { ...run('night', 4, 'running'), search: 'night' }
  expect(whyNotNow([night], 'hanne', 'minute')).toBe('region-busy')
  expect(whyNotNow([night], 'els', 'quarter')).toBe('region-long-busy')
  expect(whyNotNow([night], 'els', 'minute')).toBeUndefined()
  expect(whyNotNow([{ ...night, state: 'done' }, run('minute', 4, 'running')], 'els', 'night')).toBeUndefined()
})
