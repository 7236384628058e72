import { expect, test } from '@jest/globals'
import { mistakes } from '../testing/life.ts'
import { compareLives } from '../testing/life-happenings.ts'

test.each([1, 2, 3, 4])('five thousand lives, lived from seed %s', (seed) => {
  const { shown, found } = compareLives(5_000, seed)
  expect(found).toBeUndefined()
  expect(Math.min(...'RLASXGE'.split('').map((letter) => shown.get(letter) ?? 0))).toBeGreaterThan(500)
}, 600_000)

test.each(mistakes)('notices a system with this mistake: %s', (mistake) => {
  const { found } = compareLives(5_000, 7, mistake)
  console.log(`${mistake}: after ${found?.runs ?? 'no'} lives, ${found?.life.length ?? 'no'} events`)
  expect(found?.life.length).toBeGreaterThan(0)
}, 600_000)
