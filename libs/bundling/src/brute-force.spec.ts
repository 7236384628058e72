import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkPlan, compareBurdens, vectorOf, type Appointment, type Attendee, type BundlingCase, type Burden, type Need, type TimeSpan } from './index.ts'
import { loadSolver } from './master/highs-solver.ts'
import { planCase } from './search/plan-case.ts'
import { unlimited } from './search/budget.ts'
import { aNeed, firstWeek, offers, smallCase, smallFamily } from './testing/small-case.ts'

const dates = [firstWeek[0], firstWeek[2], '2027-01-18']
const windows: readonly TimeSpan[] = [['09:00', '09:45'], ['09:15', '10:00'], ['10:15', '11:15'], ['12:45', '13:45'], ['15:15', '16:00'], ['19:00', '20:00'], ['19:30', '20:15']]
const free = fc.tuple(...dates.map(date => fc.subarray([...windows], { maxLength: 2 }).map(times => [date, ...times] as const))).map(days => offers(...days))
const some = <Item>(list: readonly Item[]) => fc.subarray([...list], { minLength: 1, maxLength: 2 })
const attendance: readonly (readonly Attendee[])[] = [['child'], ['parentA'], ['parentB'], ['child', 'parentA'], ['child', 'parentB'], ['parentA', 'parentB'], ['child', 'parentA', 'parentB']]
const need = (id: string): fc.Arbitrary<Need> => fc.record({
  minutes: fc.constantFrom(30, 45), urgency: fc.constantFrom(1, 2, 3),
  from: fc.constantFrom(dates[0]!, dates[0]!, dates[1]!), deadline: fc.constantFrom(dates[1]!, dates[2]!, dates[2]!),
  modalities: some(['onsite@day-centre', 'onsite@hospital', 'home', 'digital']), attendance: some(attendance), staffing: some([['pro-1'], ['pro-2'], ['pro-1', 'pro-2']]),
  series: fc.constantFrom('s1', undefined),
}).map(({ series, ...rest }) => aNeed(id, { ...rest, ...(series === undefined ? {} : { series }) } as Partial<Need>))

const busy = fc.array(fc.constantFrom(['08:30', '09:10', 'schoolRun'], ['09:00', '12:00', 'work'], ['13:30', '17:00', 'work'], ['15:05', '15:30', 'protectedRest'], ['19:00', '19:40', 'siblingTime']), { maxLength: 2 })
const busyDays = fc.tuple(...dates.map(date => busy.map(times => [date, times] as const))).map(days => Object.fromEntries(days))
const rest = fc.array(fc.tuple(fc.constantFrom(...dates), some(['parentA', 'parentB']), fc.constantFrom(['08:00', '09:30'], ['10:00', '12:00'], ['15:00', '18:00'], ['19:00', '21:00'])), { maxLength: 3 })
  .map(list => list.map(([date, persons, [from, to]], index) => ({ id: `r${index}`, date, persons, from, to })))
const dayCentre = fc.option(fc.record({
  place: fc.constant('day-centre'), days: fc.constantFrom([dates[0]], dates), from: fc.constant('09:00'), to: fc.constant('15:00'),
  transport: fc.constantFrom('taxi', 'parentA', 'parentA'), dropOff: fc.constant(['08:50', '09:00']), pickUp: fc.constantFrom(['15:00', '15:10'], ['10:00', '10:10']),
}))
const family = fc.record({
  child: fc.constantFrom(null, { ageYears: 2, naps: [] }, { ageYears: 1, naps: [['12:30', '14:00'] as const] }),
  bedtime: fc.constantFrom('19:00', '19:30'), sitter: fc.boolean(), parentsApart: fc.constantFrom(false, false, true), dayCentre, rest,
  caps: fc.record({ childMinutesPerDay: fc.constantFrom(45, 120), appointmentsPerDay: fc.constantFrom(1, 3), tripsPerWeek: fc.constantFrom(1, 2, 4), eveningsPerWeek: fc.constantFrom(0, 1, 2), waitMinutes: fc.constantFrom(0, 20, 45), homeMinutes: fc.constantFrom(0, 30) }),
  travelMinutes: fc.constantFrom([[0, 15, 25], [15, 0, 20], [25, 20, 0]], [[0, 5, 10], [5, 0, 10], [10, 10, 0]]),
  unavailable: fc.record({ parentA: busyDays, parentB: busyDays }),
  needs: fc.tuple(need('n1'), need('n2'), need('n3')),
  order: fc.array(fc.record({ before: fc.constant('n1'), after: fc.constantFrom('n2', 'n3'), minDays: fc.constantFrom(0, 1, 5), maxDays: fc.constantFrom(7, 4) }), { maxLength: 1 }),
})
const tinyCase = fc.tuple(family, free, free).map(([changes, one, two]) => smallCase(smallFamily(changes as Parameters<typeof smallFamily>[0]), { 'pro-1': one, 'pro-2': two }))

/** The lightest of all complete plans, found by trying them all; it knows the checker and nothing of the engine. */
const tryAll = (instance: BundlingCase, most: number): Burden | undefined => {
  const [{ id, needs }] = instance.families as [BundlingCase['families'][number]]
  const ways = needs.map(need => everyWay(instance, id, need).filter(way => checkPlan(instance, [way]).violations.every(one => one.code === 'homeMinutes' || one.code === 'tripsPerWeek')))
  if (ways.reduce((product, list) => product * (list.length + 1), 1) > most) return undefined
  let best: Burden | undefined
  const choose = (index: number, chosen: readonly Appointment[]): void => {
    if (index < ways.length) {
      choose(index + 1, chosen)
      for (const way of ways[index]!) choose(index + 1, [...chosen, way])
      return
    }
    const { violations, burden } = checkPlan(instance, chosen)
    if (violations.length === 0 && (best === undefined || compareBurdens(burden, best) < 0)) best = burden
  }
  choose(0, [])
  return best
}

const everyWay = (instance: BundlingCase, family: string, { id: need, modalities, attendance, staffing }: Need): readonly Appointment[] =>
  dates.flatMap(date => quarters.flatMap(start => modalities.flatMap(form => attendance.flatMap(attendees => staffing.map((professionals): Appointment => ({
    family, need, date, start, attendees, professionals,
    ...(form === 'home' || form === 'digital' ? { modality: form } : { modality: 'onsite', place: form.slice('onsite@'.length) }),
  }))))))
const quarters = [...Array(52).keys()].map(index => `${String(8 + Math.floor(index / 4)).padStart(2, '0')}:${String(index % 4 * 15).padStart(2, '0')}`)

describe('for a tiny family', () => {
  test('the plan is the lightest of all that exist', async () => {
    const solver = await loadSolver()
    let compared = 0
    fc.assert(fc.property(tinyCase, instance => {
      const best = tryAll(instance, 300)
      if (best === undefined) return
      compared++
      expect(planCase(instance, solver, unlimited)).toMatchObject({ burden: vectorOf(best), proven: true })
    }), { numRuns: 220, seed: 11 })
    expect(compared).toBeGreaterThan(180)
  }, 60_000)
})
