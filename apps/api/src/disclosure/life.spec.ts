import { expect, test } from '@jest/globals'
import type { Mistake } from '../testing/life.ts'
import { compareLives } from '../testing/life-happenings.ts'

/** The same lives in every run: a red test stays red until somebody understands it. */
const seed = 20260325

/** Mistakes that show in a few lives; `life.long.spec.ts` makes every one of them. */
const soonFound: readonly Mistake[] = [
  'authority needs no proof', 'authority stays', 'what was lifted still holds', 'nobody is protected', 'no file closes', 'an emergency has no end', 'whoever looks is in the circle', 'nobody is investigated', 'a talk that was left out counts',
  'a case never closes', 'who works in any group', 'nothing is restricted', 'who left still works', 'a second factor isn’t asked', 'a purpose isn’t asked',
  'a pregnancy is the child’s', 'who looked stays unnamed', 'an invitation is for all', 'a card is for all', 'who writes at home names nobody',
]

test('whatever happened in a family’s life, everybody may do what the model says, and nothing else', () => {
  const { shown, found } = compareLives(150, seed)
  expect(found).toBeUndefined()
  // Reading, finding a place, remarking, stating, taking along, reading the log, knowing that there is something.
  for (const letter of 'RLASXGE') expect([letter, (shown.get(letter) ?? 0) > 20]).toEqual([letter, true])
})

test.each(soonFound)('notices a system with this mistake: %s', (mistake) => {
  expect(compareLives(60, seed, mistake, false).found).toBeDefined()
})
