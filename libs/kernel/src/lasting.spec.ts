import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { hasCome, haveGoneBy, heed, isOver, stillLasts, workOut } from './lasting.ts'
import { writeInstant, type IsoInstant } from './time.ts'

const at = (minute: number): IsoInstant => writeInstant(Temporal.Instant.from('2026-03-01T08:00:00Z').add({ minutes: minute }))
const end = at(10_000)

describe('how long an answer lasts', () => {
  test('the very moment has come, and is not over', () => {
    expect([hasCome(at(5), at(5)), isOver(at(5), at(5))]).toEqual([true, false])
    expect([hasCome(at(6), at(5)), isOver(at(4), at(5))]).toEqual([false, true])
    expect([haveGoneBy(1, at(0), at(59)), haveGoneBy(1, at(0), at(60))]).toEqual([false, true])
  })

  test('it lasts until the first moment that was asked about and is still to come', () => {
    const { lasts } = workOut(at(5), end, () => [hasCome(at(3), at(5)), hasCome(at(9), at(5)), hasCome(at(7), at(5))])
    expect([4, 5, 6, 7, 8].map((minute) => stillLasts(lasts, at(minute)))).toEqual([false, true, true, false, false])
  })

  test('what is worked out within something else, or used in it, counts for both', () => {
    const within = workOut(at(0), end, () => workOut(at(0), end, () => hasCome(at(2), at(0))))
    expect([1, 2].map((minute) => stillLasts(within.lasts, at(minute)))).toEqual([true, false])
    const using = workOut(at(0), end, () => { heed(within.lasts) })
    expect([1, 2].map((minute) => stillLasts(using.lasts, at(minute)))).toEqual([true, false])
  })

  test('nobody listens any more after work that failed', () => {
    expect(() => workOut(at(0), end, () => { throw new RangeError('no moment') })).toThrow('no moment')
    const { lasts } = workOut(at(0), end, () => undefined)
    hasCome(at(1), at(0))
    expect(stillLasts(lasts, at(2))).toBe(true)
  })

  test('whatever is asked, what still lasts is what would be worked out anew', () => {
    const question = fc.record({ kind: fc.constantFrom('come', 'over', 'hours'), minute: fc.integer({ min: 0, max: 300 }) })
    fc.assert(fc.property(fc.array(question), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (questions, first, later) => {
      // A later question is asked only for as long as the ones before it say no: as rules do.
      const answer = (now: IsoInstant) => questions.findIndex(({ kind, minute }) => kind === 'come' ? hasCome(at(minute), now) : kind === 'over' ? isOver(at(minute), now) : haveGoneBy(1, at(minute), now))
      const { result, lasts } = workOut(at(first), end, () => answer(at(first)))
      if (stillLasts(lasts, at(later))) expect(answer(at(later))).toBe(result)
      if (later === first) expect(stillLasts(lasts, at(later))).toBe(true)
    }))
  })
})
