import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { explainTimes, plan } from '../plan.ts'
import { loadCase, references } from '../testing/cases.ts'
import { aNeed, firstWeek, offers, smallCase, smallFamily } from '../testing/small-case.ts'
import { minimalConflict } from './quick-xplain.ts'

describe('a need that nothing can be planned for', () => {
  test.each(references('infeasible').map(one => [one.name, one.conflict!] as const))('%s: exactly the minimal conflict', async (name, { need, minimal }) => {
    const { conflicts } = await plan(loadCase(name))
    expect(conflicts!.map(conflict => [conflict.need, ...conflict.rules, ...conflict.needs].sort())).toEqual([[need, ...minimal].sort()])
  })

  test('names the other need that takes the only time', async () => {
    const needs = [aNeed('n1', { urgency: 3 }), aNeed('n2')]
    const { conflicts } = await plan(smallCase(smallFamily({ needs }), { 'pro-1': offers([firstWeek[0], ['10:00', '11:00']]) }))
    expect(conflicts).toEqual([{ family: 'family-1', need: 'n2', rules: ['offer', 'doubleBooked'], needs: ['n1'] }])
  })

  test('blames the cap on evenings when that alone stands in the way', async () => {
    const call = aNeed('n1', { modalities: ['digital'], attendance: [['parentA']], deadline: firstWeek[4] })
    const family = smallFamily({ needs: [{ ...call, urgency: 2 }, { ...call, id: 'n2' }], caps: { ...smallFamily().caps, eveningsPerWeek: 1 } })
    const { conflicts } = await plan(smallCase(family, { 'pro-1': offers([firstWeek[0], ['19:30', '20:30']], [firstWeek[1], ['19:30', '20:30']]) }))
    expect(conflicts).toEqual([{ family: 'family-1', need: 'n2', rules: ['offer', 'eveningsPerWeek'], needs: ['n1'] }])
  })
})

describe('the times offered for a need', () => {
  const family = smallFamily({
    child: { ageYears: 1, naps: [['12:00', '14:00']] },
    unavailable: { parentA: { [firstWeek[1]]: [['08:30', '12:00', 'work']] } },
    needs: [aNeed('n1', { deadline: firstWeek[2], minutes: 30 })],
  })
  const instance = smallCase(family, { 'pro-1': offers(
    [firstWeek[0], ['12:00', '13:00']],
    [firstWeek[1], ['09:00', '10:00']],
    [firstWeek[2], ['15:00', '15:45']],
    [firstWeek[3], ['09:00', '09:30']],
  ) })
  test('each counted once, under the rule that refuses it', () => {
    const times = explainTimes(instance, 'family-1', 'n1')
    expect(times).toMatchObject({ offered: 9, allowed: 2, refused: [{ rule: 'nap', times: 3 }, { rule: 'unavailable', times: 3 }, { rule: 'window', times: 1 }] })
  })
  test('with what would free a time', () => {
    const { wouldFit } = explainTimes(instance, 'family-1', 'n1')
    expect(wouldFit.find(one => one.lifted === 'nap')).toEqual({ lifted: 'nap', times: 3, first: {
      family: 'family-1', need: 'n1', date: firstWeek[0], start: '12:00', modality: 'onsite', place: 'hospital', attendees: ['child', 'parentA'], professionals: ['pro-1'] } })
  })
  test('add up in every case', () => {
    for (const { name } of references('S', 'M')) {
      const instance = loadCase(name)
      for (const { id, needs } of instance.families) for (const need of needs) {
        const { offered, allowed, refused } = explainTimes(instance, id, need.id)
        expect(refused.reduce((sum, one) => sum + one.times, allowed)).toBe(offered)
      }
    }
  })
})

describe('a minimal conflict', () => {
  test('is a conflict, and without any one of its members is none', () => {
    const sets = fc.array(fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(fc.property(sets, smallest => {
      const isConflict = (items: readonly number[]): boolean => smallest.some(set => set.every(one => items.includes(one)))
      const found = minimalConflict([...Array(12).keys()], isConflict)
      expect(isConflict(found)).toBe(true)
      for (const one of found) expect(isConflict(found.filter(other => other !== one))).toBe(false)
    }))
  })
})
