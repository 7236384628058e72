import { describe, expect, test } from '@jest/globals'
import { firstFreeTime, greedy, plan, vectorOf, checkPlan, compareBurdens } from './index.ts'
import { loadCase, references } from './testing/cases.ts'

describe('the lightest plan', () => {
  test.each(references('S', 'M', 'L', 'XL25', 'story', 'infeasible').map(one => [one.name, one.best] as const))('%s weighs what the reference weighs, and that is proven', async (name, best) => {
    const instance = loadCase(name)
    const found = await plan(instance)
    expect(found).toMatchObject({ burden: best, proven: true, bound: best })
    const verdict = checkPlan(instance, found.appointments)
    expect(verdict.violations).toEqual([])
    expect(vectorOf(verdict.burden)).toEqual(best)
  })

  test('is the same plan every time', async () => {
    const instance = loadCase('L-5')
    const [once, again] = [await plan(instance), await plan(instance)]
    expect(JSON.stringify(again)).toBe(JSON.stringify(once))
  })

  test('families on the same calendars never get one professional at the same time', async () => {
    const region = loadCase('region-20')
    const some = { ...region, families: region.families.slice(0, 6) }
    const found = await plan(some)
    expect(checkPlan(some, found.appointments).violations).toEqual([])
    expect(found.proven).toBe(false)
    expect(new Set(found.appointments.map(one => one.family)).size).toBe(6)
  })
})

describe('the plan of first free times', () => {
  test.each(references('S', 'M', 'L', 'XL25', 'XXL', 'story', 'infeasible').map(one => [one.name, one.firstFree] as const))('%s weighs what the reference weighs', (name, firstFree) => {
    const instance = loadCase(name)
    const found = firstFreeTime(instance)
    expect(vectorOf(found.burden)).toEqual(firstFree)
    expect(checkPlan(instance, found.appointments)).toEqual({ violations: [], burden: found.burden })
  })
})

describe('the careful clerk', () => {
  test.each(references('S', 'M', 'L', 'XL25', 'story', 'infeasible').map(one => one.name))('keeps every rule in %s and is no heavier than the first free times', name => {
    const instance = loadCase(name)
    const found = greedy(instance)
    expect(checkPlan(instance, found.appointments)).toEqual({ violations: [], burden: found.burden })
    expect(compareBurdens(found.burden, firstFreeTime(instance).burden)).toBeLessThanOrEqual(0)
  })
})
