import { beforeAll, describe, expect, test } from '@jest/globals'
import { burdenDifference, checkPlan, firstFreeTime, flavours, propose, vectorOf, type Appointment, type Progress, type Proposals, type TimeSpan } from '../index.ts'
import type { Solver } from '../master/program.ts'
import { unlimited } from '../search/budget.ts'
import { loadCase, references } from '../testing/cases.ts'
import { aNeed, firstWeek, offers, smallCase, smallFamily } from '../testing/small-case.ts'
import { proposeWith } from './propose.ts'

const names = references('S', 'M', 'infeasible').map(one => one.name)
const proposed = new Map<string, Proposals>()
beforeAll(async () => { for (const name of names) proposed.set(name, await propose(loadCase(name))) })

const whenAndHow = (list: readonly Appointment[]) => new Map(list.map(one => [one.need, `${one.date} ${one.modality} ${one.place}`]))

describe('proposals', () => {
  test.each(names)('%s: one to three, each allowed and weighed right, the lightest first', name => {
    const instance = loadCase(name)
    const { proposals, firstFree } = proposed.get(name)!
    expect(proposals.length).toBeGreaterThanOrEqual(1)
    expect(proposals.length).toBeLessThanOrEqual(3)
    expect(proposals[0]).toMatchObject({ flavour: 'fewest-travel-days', proven: true })
    expect(vectorOf(proposals[0]!.burden)).toEqual(references('S', 'M', 'infeasible').find(one => one.name === name)!.best)
    for (const { appointments, burden, savings, withoutAppointment, unplanned } of proposals) {
      expect(checkPlan(instance, appointments)).toEqual({ violations: [], burden })
      expect(savings).toEqual(burdenDifference(firstFree.burden, burden))
      expect(unplanned.map(one => one.need)).toEqual(withoutAppointment)
      expect(withoutAppointment.length + appointments.length).toBe(instance.families[0]!.needs.length)
    }
  })

  test.each(names)('%s: no two alike, none of one kind twice', name => {
    const { proposals } = proposed.get(name)!
    expect(new Set(proposals.map(one => one.flavour)).size).toBe(proposals.length)
    proposals.forEach((one, index) => {
      for (const other of proposals.slice(index + 1)) expect(whenAndHow(one.appointments)).not.toEqual(whenAndHow(other.appointments))
    })
  })

  test('each kind keeps its promise', () => {
    const kinds = new Set<string>()
    for (const { proposals: [best, ...others] } of proposed.values()) {
      const dates = new Map(best!.appointments.map(one => [one.need, one.date]))
      for (const other of others) {
        kinds.add(other.flavour)
        switch (other.flavour) {
          case 'other-days':
            expect(other.appointments.filter(one => dates.get(one.need) === one.date).length).toBeLessThanOrEqual(dates.size / 2)
            expect(other.burden.unplanned).toBe(best!.burden.unplanned)
            break
          case 'soonest':
            expect(other.burden.lateness).toBeLessThan(best!.burden.lateness)
            expect(other.burden.unplanned).toBe(best!.burden.unplanned)
            break
          case 'no-evenings':
            expect(other.evenings).toBe(0)
            expect(best!.evenings).toBeGreaterThan(0)
            break
          case 'fewest-travel-days':
            throw new Error('only the first proposal is the lightest')
        }
      }
    }
    expect([...kinds].sort()).toEqual(flavours.filter(one => one !== 'fewest-travel-days').sort())
  })

  test('what stays without an appointment has its conflict, and the times that were offered', () => {
    for (const { proposals } of proposed.values()) for (const { unplanned } of proposals) for (const { conflict, times } of unplanned) {
      expect(conflict).toMatchObject({ minimal: true })
      expect(times.refused.reduce((sum, one) => sum + one.times, times.allowed)).toBe(times.offered)
    }
  })

  test('a family of a case with several is planned by itself', async () => {
    const region = loadCase('region-20')
    const { proposals } = await propose(region, { family: region.families[3]!.id })
    expect(new Set(proposals.flatMap(one => one.appointments.map(each => each.family)))).toEqual(new Set([region.families[3]!.id]))
    await expect(propose(region, { family: 'nobody' })).rejects.toThrow(RangeError)
  })
})

describe('a call in the evening', () => {
  const call = aNeed('n1', { modalities: ['onsite@hospital', 'digital'], attendance: [['parentA']] })
  /** A family in which father works by day, so that mother can only go out then: there is a sitter for that. */
  const family = smallFamily({ needs: [call], sitter: true, unavailable: { parentB: { [firstWeek[0]]: [['08:30', '17:00', 'work']] } } })
  const reasons = async (...times: readonly TimeSpan[]) =>
    (await propose(smallCase(family, { 'pro-1': offers([firstWeek[0], ...times]) }))).proposals[0]!.eveningReasons
  test('is proposed because by day it would cost a trip', async () => {
    expect(await reasons(['10:00', '11:00'], ['19:30', '20:30'])).toEqual([{ need: 'n1', byDay: { travelDays: 1, trips: 1 }, othersStay: false }])
  })
  test('is proposed because by day nothing is offered', async () => {
    expect(await reasons(['19:30', '20:30'])).toEqual([{ need: 'n1', byDay: { unplanned: 1 }, othersStay: false }])
  })
  test('is not proposed when none is offered', async () => {
    expect(await reasons(['10:00', '11:00'])).toEqual([])
  })
})

describe('progress', () => {
  test('the first answer comes first, the proven one last', async () => {
    const seen: Progress[] = []
    const { proposals, firstFree } = await propose(loadCase('M-2'), { onProgress: progress => seen.push(progress) })
    expect(seen.map(one => one.stage)).toEqual(['first', 'proven'])
    expect(seen[1]!.sketch).toMatchObject({ burden: proposals[0]!.burden, appointments: proposals[0]!.appointments, proven: true })
    expect(firstFree).toEqual(firstFreeTime(loadCase('M-2')))
  })
})

describe('a solver that can not be trusted', () => {
  const instance = loadCase('M-2')
  const withSolver = (solver: Solver) => proposeWith(instance, { solver, budget: unlimited })
  test('gets no say: its broken answer is dropped and a plan that keeps all rules is shown, unproven', () => {
    const lying: Solver = {
      relax: ({ columns }) => ({ kind: 'optimal', value: 0, columns: new Float64Array(columns).fill(1), reducedCosts: new Float64Array(columns) }),
      solve: ({ columns }) => ({ kind: 'optimal', value: 0, columns: new Float64Array(columns).fill(1), reducedCosts: new Float64Array(columns) }),
    }
    const { proposals: [best, ...others] } = withSolver(lying)
    expect(others).toEqual([])
    expect(best!.proven).toBe(false)
    expect(checkPlan(instance, best!.appointments)).toEqual({ violations: [], burden: best!.burden })
  })
  test('may fail altogether', () => {
    const failing: Solver = { relax: () => ({ kind: 'failed' }), solve: () => ({ kind: 'failed' }) }
    const { proposals: [best] } = withSolver(failing)
    expect(best!.proven).toBe(false)
    expect(best!.burden.unplanned).toBe(6)
  })
})
