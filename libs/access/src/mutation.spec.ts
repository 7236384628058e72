import { beforeAll, expect, test } from '@jest/globals'
import { survivors } from './testing/killing.ts'
import { redundant } from './testing/redundant.ts'

// A thousand mutants take a while on a busy machine.
let found: ReturnType<typeof survivors>
beforeAll(() => { found = survivors(1_500) })

test('there are many mutants, and of the code as it is nothing is wrong', () => {
  expect(found.all).toBeGreaterThan(950)
  expect(found.wrong).toEqual([])
})
test('all are noticed, but those that change no answer', () => {
  expect([...found.unnoticed].sort()).toEqual([...redundant.keys()].sort())
})
test('the privacy officer\'s own rows notice three of four', () => {
  expect(found.byOfficer / found.all).toBeGreaterThan(3 / 4)
})
