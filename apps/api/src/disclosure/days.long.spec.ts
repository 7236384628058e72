import { expect, test } from '@jest/globals'
import { compareDays } from '../testing/happenings.ts'

test.each([1, 2, 3, 4])('twenty thousand families, lived from seed %s', (seed) => {
  const { asked, found } = compareDays(20_000, seed)
  expect(found).toBeUndefined()
  expect(Math.min(asked.looks, asked.searches, asked.news)).toBeGreaterThan(5_000)
}, 600_000)
