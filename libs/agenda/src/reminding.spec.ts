import { describe, expect, test } from '@jest/globals'
import { emptyAgenda } from './state.ts'
import { mayRemind } from './reminding.ts'

describe('whether a family is written to and reminded (K-13)', () => {
  const resting = { ...emptyAgenda, pace: { ...emptyAgenda.pace, pause: { from: '2027-01-11', until: '2027-01-17' } } }

  test('on any day, as long as nothing asks for rest', () => {
    expect(mayRemind(emptyAgenda, '2027-01-11')).toBe(true)
  })
  test('not on a day of rest, and again from the day after', () => {
    expect(['2027-01-10', '2027-01-11', '2027-01-17', '2027-01-18'].map((day) => mayRemind(resting as unknown as typeof emptyAgenda, day))).toEqual([true, false, false, true])
  })
})
