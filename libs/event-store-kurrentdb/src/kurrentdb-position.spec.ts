import { expect, test } from '@jest/globals'
import { comparePositions, start } from '@samenspel/event-store'
import { logPositionOf, tokenOf } from './kurrentdb-position.ts'

test('tokens stand in the order of the log: by commit, then by prepare, after the start', () => {
  const inOrder = [{ commit: 0n, prepare: 0n }, { commit: 9n, prepare: 9n }, { commit: 10n, prepare: 2n }, { commit: 10n, prepare: 10n }, { commit: 2n ** 63n - 1n, prepare: 3n }].map(tokenOf)
  expect(inOrder.toSorted(comparePositions)).toEqual(inOrder)
  expect([...inOrder].sort()).toEqual(inOrder)
  expect(comparePositions(start, inOrder[0]!)).toBeLessThan(0)
})

test('a token says the place that it was made of', () => {
  const place = { commit: 2n ** 63n - 1n, prepare: 4_102n }
  expect(logPositionOf(tokenOf(place))).toEqual(place)
  expect(logPositionOf(start)).toBe('start')
})
