import { describe, expect, test } from '@jest/globals'
import { checkPlan, compareBurdens, planRegion, type BundlingCase, type RegionProgress } from '../index.ts'
import { loadCase } from '../testing/cases.ts'
import { firstFreeRegion } from './first-free-region.ts'
import { isFair, loadOf, worstOffOf } from './fairness.ts'

const some = (families: number): BundlingCase => {
  const region = loadCase('region-20')
  return { ...region, families: region.families.slice(0, families) }
}
const nothing = { unplanned: 0, restTouched: 0, travelDays: 0, trips: 0, careDays: 0, minutes: 0, lateness: 0 }

describe('a region', () => {
  const region = some(8)

  test('keeps every rule, books nobody twice over families, and rounds only make it lighter and no worse for the worst-off family', async () => {
    const found = await planRegion(region, { rounds: 12 })
    expect(checkPlan(region, found.appointments)).toEqual({ violations: [], burden: found.burden })
    expect(found).toMatchObject({ rounds: 12, ended: 'rounds' })
    expect(found.kept).toBeGreaterThan(0)
    expect(compareBurdens(found.burden, found.before)).toBeLessThanOrEqual(0)
    expect(compareBurdens(found.worstOff!.now.load, found.worstOff!.before.load)).toBeLessThanOrEqual(0)
    expect(found.families.map(one => one.family)).toEqual(region.families.map(one => one.id))
    const yardstick = firstFreeRegion(region)
    expect(checkPlan(region, yardstick.appointments)).toEqual({ violations: [], burden: yardstick.burden })
    expect(found.burden.travelDays).toBeLessThan(yardstick.burden.travelDays)
  })

  test('is the same plan for the same number of rounds', async () => {
    const [once, again] = [await planRegion(some(5), { rounds: 5 }), await planRegion(some(5), { rounds: 5 })]
    expect(JSON.stringify(again)).toBe(JSON.stringify(once))
  })

  test('once it is asked to stop, gives the best so far, with a plan for every family', async () => {
    let told: RegionProgress | undefined
    const stopped = await planRegion(region, { stopped: () => told?.familiesDone === 3, onProgress: progress => { told = progress.familiesDone > 3 ? { ...progress, familiesDone: 3 } : progress } })
    expect(stopped).toMatchObject({ rounds: 0, ended: 'stopped' })
    expect(stopped.families.filter(one => one.exact)).toHaveLength(3)
    expect(new Set(stopped.appointments.map(one => one.family)).size).toBe(8)
    expect(checkPlan(region, stopped.appointments)).toEqual({ violations: [], burden: stopped.burden })
  })

  test('without families is empty', async () => {
    expect(await planRegion(some(0))).toMatchObject({ appointments: [], burden: nothing, families: [] })
  })
})

describe('fairness', () => {
  test('what nobody offers a family does not count as its load', () => {
    expect(loadOf({ ...nothing, unplanned: 5 }, 3)).toEqual({ ...nothing, unplanned: 2 })
  })
  test('the worst-off family has the greatest load', () => {
    expect(worstOffOf([{ family: 'a', load: nothing }, { family: 'b', load: { ...nothing, unplanned: 2 } }, { family: 'c', load: { ...nothing, travelDays: 9 } }])!.family).toBe('b')
  })
  test('a step that takes a family above the greatest load is unfair, however light the others become', () => {
    const greatest = { ...nothing, unplanned: 2 }
    expect(isFair([nothing, { ...nothing, unplanned: 2, trips: 1 }], greatest)).toBe(false)
    expect(isFair([greatest, nothing], greatest)).toBe(true)
  })
})
