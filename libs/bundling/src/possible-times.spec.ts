import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkPlan } from './checker/check-plan.ts'
import { possibleTimes } from './possible-times.ts'
import { aNeed, firstWeek, offers, secondWeek, smallCase, smallFamily } from './testing/small-case.ts'
import { everyWay, tinyCases } from './testing/tiny-cases.ts'

const talk = aNeed('talk', { modalities: ['onsite@hospital', 'digital'], attendance: [['parentA']] })
const mornings = offers(...[...firstWeek, ...secondWeek].map(date => [date, ['09:00', '12:00']] as const))
const said = (family: Parameters<typeof smallFamily>[0], most = 5) =>
  possibleTimes(smallCase(smallFamily({ sitter: true, child: null, needs: [talk], ...family }), { 'pro-1': mornings }), { need: 'talk', most }).map(({ date, start, modality }) => `${date} ${start} ${modality}`)

describe('times to choose from', () => {
  test('lie on different days, with one by picture among them', () => {
    expect(said({})).toEqual(['2027-01-11 09:00 onsite', '2027-01-11 09:00 digital', '2027-01-12 09:00 onsite', '2027-01-13 09:00 onsite', '2027-01-14 09:00 onsite'])
  })
  test('leave alone what the family does then', () => {
    const unavailable = { parentA: Object.fromEntries([...firstWeek, ...secondWeek.slice(1)].map(date => [date, [['08:00', '21:00', 'protectedRest'] as const]])) }
    expect(said({ unavailable })).toEqual(['2027-01-18 09:00 onsite', '2027-01-18 09:00 digital'])
  })
  test('are none where nothing fits', () => { expect(said({ caps: { ...smallFamily().caps, appointmentsPerDay: 0 } })).toEqual([]) })
  test('of a need that is not there are an error', () => {
    expect(() => possibleTimes(smallCase(smallFamily(), {}), { need: 'talk', most: 5 })).toThrow(RangeError)
  })
  test('always keep every rule, and are there when there is any', () => {
    const dates = [firstWeek[1], secondWeek[1]]
    let offered = 0
    fc.assert(fc.property(tinyCases({ dates, needs: 1, windows: 3 }), instance => {
      const family = instance.families[0]!
      const times = possibleTimes(instance, { need: 'n1', most: 5 })
      for (const time of times) expect(checkPlan(instance, [time]).violations).toEqual([])
      offered += times.length
      expect(times.length > 0).toBe(everyWay(instance, dates, family.needs[0]!).some(way => checkPlan(instance, [way]).violations.length === 0))
    }), { numRuns: 60, seed: 5 })
    expect(offered).toBeGreaterThan(20)
  })
})
