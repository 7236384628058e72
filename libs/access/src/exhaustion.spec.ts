import { expect, test } from '@jest/globals'
import { sizeOfDomain } from './testing/domain.ts'
import { exhaust, pairsLeftOut } from './testing/exhausting.ts'

/** Every so many scenes: quick enough for each change, and every two choices still meet. `exhaustion.long.spec.ts` asks all. */
const step = 397

test('the invariants hold in every small world, and each has something to hold', () => {
  const { broken, premises } = exhaust(step)
  expect(broken).toEqual([])
  expect([...premises].filter(([, times]) => times < 3)).toEqual([])
})

test('no two choices are left out', () => {
  expect(sizeOfDomain).toBeGreaterThan(1_000_000)
  expect(pairsLeftOut(step)).toBe(0)
})
