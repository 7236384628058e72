import { expect, test } from '@jest/globals'
import { bugs, compareDays } from '../testing/happenings.ts'

/** The same days in every run: a red test stays red until somebody understands it. */
const seed = 20260329

test('whatever happens in whatever order, everybody sees, finds and hears of what the model says', () => {
  const { asked, found } = compareDays(400, seed)
  expect(found).toBeUndefined()
  expect(Math.min(asked.looks, asked.searches, asked.news)).toBeGreaterThan(100)
})

test.each(bugs)('notices a system with this mistake: %s', (bug) => {
  const { found } = compareDays(4_000, seed, bug)
  expect(found?.days.length).toBeGreaterThan(0)
  expect(found?.days.length).toBeLessThan(10)
})
