import { expect, test } from '@jest/globals'
import { exhaust } from './testing/exhausting.ts'

/** All of the small worlds, in parts of about as many of each kind. */
const parts = 7

test.each(Array.from({ length: parts }, (_, i) => i))('the invariants hold in every small world: part %s of seven', (part) => {
  const { scenes, broken, premises } = exhaust(parts, part)
  console.log(`${scenes} worlds; ${[...premises].map(([number, times]) => `${number}: ${times}`).join(', ')}`)
  expect(broken).toEqual([])
  expect(Math.min(...premises.values())).toBeGreaterThan(100)
}, 3_600_000)
