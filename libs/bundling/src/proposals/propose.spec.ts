import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { burdenDifference, checkPlan, firstFreeTime, flavours, plan, propose, vectorOf, type Appointment, type BundlingCase, type Flavour, type Need, type Progress, type Proposal, type Proposals, type TimeSpan } from '../index.ts'
import { loadSolver } from '../master/highs-solver.ts'
import type { Solver } from '../master/program.ts'
import { unlimited, type Budget } from '../search/budget.ts'
import { loadCase, references } from '../testing/cases.ts'
import { aNeed, firstWeek, offers, secondWeek, smallCase, smallFamily } from '../testing/small-case.ts'
import { tinyCases } from '../testing/tiny-cases.ts'
import { proposeWith } from './propose.ts'

const names = references('S', 'M', 'infeasible').map(one => one.name)
const proposed = new Map<string, Proposals>()
beforeAll(async () => { for (const name of names) proposed.set(name, await propose(loadCase(name))) })

const whenAndHow = (list: readonly Appointment[]) => new Map(list.map(one => [one.need, `${one.date} ${one.modality} ${one.place}`]))

describe('proposals', () => {
  test.each(names)('%s: one to three, each allowed and weighed right, the lightest first (A-02)', name => {
    const instance = loadCase(name)
    const { proposals, firstFree } = proposed.get(name)!
    expect(proposals.length).toBeGreaterThanOrEqual(1)
    expect(proposals.length).toBeLessThanOrEqual(3)
    expect(proposals[0]).toMatchObject({ flavour: 'fewest-travel-days', proven: true })
    // Where an urgent need would be put off, the first proposal costs a travel day more than the lightest plan.
    if (name !== 'M-2') expect(vectorOf(proposals[0]!.burden)).toEqual(references('S', 'M', 'infeasible').find(one => one.name === name)!.best)
    for (const { appointments, burden, savings, besideFirst, withoutAppointment, unplanned } of proposals) {
      expect(checkPlan(instance, appointments)).toEqual({ violations: [], burden })
      expect(savings).toEqual(burdenDifference(firstFree.burden, burden))
      expect(besideFirst).toEqual(burdenDifference(burden, proposals[0]!.burden))
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

describe('proposals of a tiny family', () => {
  test('are none that another outdoes in all that counts for it', async () => {
    const solver = await loadSolver()
    let compared = 0
    fc.assert(fc.property(tinyCases({ dates: [firstWeek[0], firstWeek[2]], needs: 3, windows: 3 }), instance => {
      const { proposals: [best, ...others] } = proposeWith(instance, { solver, budget: unlimited })
      const dayIn = new Map(best!.appointments.map(one => [one.need, one.date]))
      const onSameDay = (one: Proposal): number => one.appointments.filter(each => dayIn.get(each.need) === each.date).length
      const measures = (one: Proposal, kind: Flavour): readonly number[] => [...vectorOf(one.burden), one.evenings, kind === 'other-days' ? onSameDay(one) : 0]
      for (const shown of others) for (const other of [best!, ...others]) {
        if (other === shown) continue
        compared++
        const [a, b] = [measures(other, shown.flavour), measures(shown, shown.flavour)]
        const outdone = a.every((value, index) => value <= b[index]!) && (other === best || a.some((value, index) => value < b[index]!))
        expect([shown.flavour, other.flavour, outdone]).toEqual([shown.flavour, other.flavour, false])
      }
    }), { numRuns: 90, seed: 31 })
    expect(compared).toBeGreaterThan(8)
  })
})

describe('urgent care', () => {
  /** A visit that could wait for another, two weeks later, and so save a trip. */
  const urgent = aNeed('n1', { urgency: 3 })
  const instance = (preferred: string, urgency: Need['urgency'] = 3) => smallCase(
    smallFamily({ needs: [{ ...urgent, urgency, preferred }, aNeed('n2', { staffing: [['pro-2']] })] }),
    { 'pro-1': offers([firstWeek[0], ['10:00', '11:00']], [secondWeek[3], ['10:00', '11:00']]), 'pro-2': offers([secondWeek[3], ['11:00', '12:00']]) },
  )
  const dateOf = async (one: BundlingCase): Promise<string | undefined> => (await propose(one)).proposals[0]!.appointments.find(({ need }) => need === 'n1')?.date
  test('is not put off more than a week for a trip less', async () => {
    expect(await dateOf(instance(firstWeek[0]))).toBe(firstWeek[0])
    expect((await propose(instance(firstWeek[0]))).proposals[0]).toMatchObject({ proven: true, burden: { travelDays: 2 } })
  })
  test('is joined with other care within a week of its date, and what is less urgent also later', async () => {
    expect(await dateOf(instance(firstWeek[4]))).toBe(secondWeek[3])
    expect(await dateOf(instance(firstWeek[0], 2))).toBe(secondWeek[3])
  })
  test('changes nothing in the plan by the format', async () => {
    expect((await plan(instance(firstWeek[0]))).burden).toEqual([0, 0, 1, 1, 1, 50, 32])
  })
  test('is put off rather than left out, or than that rest is touched', async () => {
    const onlyLate = smallCase(smallFamily({ needs: [urgent] }), { 'pro-1': offers([secondWeek[4], ['10:00', '11:00']]) })
    expect(await dateOf(onlyLate)).toBe(secondWeek[4])
    const rest = [{ id: 'r1', date: firstWeek[0], persons: ['parentA'] as const, from: '09:00', to: '12:00' }]
    const restful = instance(firstWeek[0])
    expect(await dateOf({ ...restful, families: [{ ...restful.families[0]!, rest }] })).toBe(secondWeek[3])
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

test.each([0, 30])('where the time is over after %i looks at the clock, none of the proposals plans nothing', async looks => {
  const solver = await loadSolver()
  for (const name of names) {
    let left = looks
    const short: Budget = { secondsLeft: () => left > 0 ? 1 : 0, spent: () => left-- <= 0, portion: () => short }
    const { proposals, firstFree } = proposeWith(loadCase(name), { solver, budget: short })
    if (firstFree.appointments.length > 0) expect([name, proposals.filter(({ appointments }) => appointments.length === 0)]).toEqual([name, []])
  }
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
