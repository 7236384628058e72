import { describe, expect, test } from '@jest/globals'
import { isRefused, nothingToDo, record, refuse, type Decider } from './decider.ts'
import { specify } from './testing/index.ts'

type Counted = { readonly type: 'Counted'; readonly by: number }
/** Counts in steps, up to three. */
const counter: Decider<number, { readonly by: number }, Counted> = {
  initial: 0,
  evolve: (count, { by }) => count + by,
  decide: ({ by }, count) => by === 0 ? nothingToDo : count + by > 3 ? refuse('too-many', { count }) : record({ type: 'Counted', by }),
}

describe('a decision', () => {
  test('records facts, on the state that earlier facts left', () => { specify(counter).given({ type: 'Counted', by: 2 }).when({ by: 1 }).then({ type: 'Counted', by: 1 }) })
  test('refuses with a code and what it is about', () => {
    specify(counter).given({ type: 'Counted', by: 2 }, { type: 'Counted', by: 1 }).when({ by: 1 }).thenRefused('too-many')
    expect(refuse('too-many', { count: 3 })).toEqual({ refusal: { code: 'too-many', about: { count: 3 } } })
    expect(refuse('too-many')).toEqual({ refusal: { code: 'too-many' } })
  })
  test('may have nothing to record, which is no refusal', () => {
    specify(counter).given().when({ by: 0 }).thenNothing()
    expect([nothingToDo, refuse('no')].map(isRefused)).toEqual([false, true])
  })
})

describe('the specification itself', () => {
  test('fails when something else follows than was said', () => {
    const when = specify(counter).given().when({ by: 1 })
    expect(() => { when.then({ type: 'Counted', by: 2 }) }).toThrow()
    expect(() => { when.thenNothing() }).toThrow()
    expect(() => { when.thenRefused('too-many') }).toThrow()
  })
})
