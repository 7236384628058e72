/** Random tiny families that have everything beyond the format: other children, interpreters, rooms, rush hours, and so on. */
import fc from 'fast-check'
import type { Attendee, BundlingCase, Family, Interpreter, Need, Room, TimeSpan, TravelPeriod } from '../index.ts'
import { tinyCases } from './tiny-cases.ts'

/** Rush hours in steps of five minutes: what leaves later never arrives earlier. */
const rush = ([from, middle, end]: readonly [string, string, string], usual: readonly (readonly number[])[]): readonly TravelPeriod[] => {
  const slower = (extra: number) => usual.map(row => row.map(minutes => minutes === 0 ? 0 : minutes + extra))
  return [{ from, to: middle, minutes: slower(10) }, { from: middle, to: end, minutes: slower(5) }]
}
const rushHours: readonly (readonly [string, string, string])[] = [['08:00', '09:10', '09:15'], ['09:30', '10:05', '10:10'], ['14:40', '15:20', '15:25']]

const otherChild: fc.Arbitrary<NonNullable<Family['children']>[number]> = fc.record({
  id: fc.constant('child:2'), childMinutesPerDay: fc.constantFrom(30, 120), comesAlong: fc.boolean(),
  naps: fc.constantFrom<readonly TimeSpan[]>([], [['12:30', '14:00']], [['09:00', '11:30']]),
  away: fc.constant({}),
})

const rooms = (dates: readonly string[]): fc.Arbitrary<readonly Room[]> =>
  fc.array(fc.tuple(fc.constantFrom<TimeSpan>(['08:00', '21:00'], ['09:00', '11:00'], ['10:00', '16:00']), fc.subarray(['eeg'])), { minLength: 1, maxLength: 2 })
    .map(list => list.map(([free, equipment], index) => ({ id: `room-${index}`, equipment, free: Object.fromEntries(dates.map(date => [date, [free]])) })))

const interpreters = (dates: readonly string[]): fc.Arbitrary<Readonly<Record<string, Interpreter>>> =>
  fc.array(fc.constantFrom<TimeSpan>(['08:00', '21:00'], ['09:00', '11:15'], ['14:00', '16:00']), { maxLength: 2 })
    .map(list => Object.fromEntries(list.map((free, index) => [`interpreter-${index}`, { languages: ['ti'], free: Object.fromEntries(dates.map(date => [date, [free]])) }])))

const needAdditions = fc.record({
  interpreter: fc.constantFrom('ti', undefined, undefined), equipment: fc.constantFrom(['eeg'], undefined, undefined),
  preparationMinutes: fc.constantFrom(0, 0, 10, 15), recoveryMinutes: fc.constantFrom(0, 0, 5, 30), sameTime: fc.constantFrom(true, undefined, undefined),
})

const withOther = (attendance: readonly (readonly Attendee[])[], change: number): readonly (readonly Attendee[])[] => attendance.map((set, index) =>
  (index + change) % 3 === 1 ? [...set, 'child:2'] : (index + change) % 3 === 2 ? [...set.filter(one => one !== 'child'), 'child:2'] : set)

const clean = <Value extends object>(value: Value): Value => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value

type Shape = Parameters<typeof tinyCases>[0]

/** Each addition is there in a part of the cases. */
export const richerCases = (shape: Shape): fc.Arbitrary<BundlingCase> => {
  const { dates } = shape
  const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 })
  const family = fc.record({
    other: some(fc.tuple(otherChild, fc.constantFrom<readonly TimeSpan[]>([], [['08:30', '14:15']], [['10:00', '15:30']]))),
    change: fc.array(fc.nat({ max: 2 }), { minLength: shape.needs, maxLength: shape.needs }),
    pregnancy: some(fc.record({ mother: fc.constantFrom<'parentA' | 'parentB'>('parentA', 'parentB'), minutesPerDay: fc.constantFrom(30, 60) })),
    rush: some(fc.constantFrom(...rushHours)),
    withoutCar: some(fc.tuple(fc.constantFrom<'parentA' | 'parentB'>('parentA', 'parentB'), fc.constantFrom(10, 20))),
    dayHours: some(fc.constantFrom<TimeSpan>(['09:15', '16:00'], ['10:00', '20:45'])),
    used: some(fc.record({ trips: fc.nat({ max: 2 }), evenings: fc.nat({ max: 1 }), contacts: fc.nat({ max: 1 }) })),
    contactsPerWeek: some(fc.constantFrom(1, 2, 3)),
  })
  const world = fc.record({
    roomsAt: some(rooms(dates)), interpreters: interpreters(dates),
    closed: some(fc.constantFrom({ hospital: [dates[0]!] })), holidays: some(fc.constantFrom([dates.at(-1)!])),
  })
  const additions: fc.Arbitrary<readonly Pick<Need, 'interpreter' | 'equipment' | 'preparationMinutes' | 'recoveryMinutes' | 'sameTime'>[]> = fc.array(needAdditions, { minLength: shape.needs, maxLength: shape.needs })
  return fc.tuple(tinyCases(shape), family, world, additions).map(([instance, { other, change, pregnancy, rush: hours, withoutCar, dayHours, used, contactsPerWeek }, { roomsAt, ...rest }, forNeeds]) => {
    const [base] = instance.families
    if (base === undefined) throw new Error('no family')
    const slow = base.travelMinutes.map(row => row.map(minutes => minutes === 0 ? 0 : minutes + (withoutCar?.[1] ?? 0)))
    const needs = base.needs.map((need, index): Need => {
      const attendance = other === undefined ? need.attendance : withOther(need.attendance, change[index] ?? 0)
      const { sameTime, ...more } = forNeeds[index]!
      return clean({
        ...need, ...more, ...(need.series !== undefined && { sameTime }),
        attendance: pregnancy === undefined ? attendance : attendance.map(set => set.filter(one => one !== 'child')).map(set => set.length === 0 ? ['parentA'] : set),
      })
    })
    const one: Family = clean({
      ...base, needs, pregnancy, ...(pregnancy !== undefined && { child: null }),
      caps: clean({ ...base.caps, contactsPerWeek }),
      children: other === undefined ? undefined : [{ ...other[0], away: Object.fromEntries(dates.map(date => [date, other[1]])) }],
      travel: hours === undefined ? undefined : rush(hours, base.travelMinutes),
      withoutCar: withoutCar === undefined ? undefined : clean({ parent: withoutCar[0], travelMinutes: slow, travel: hours === undefined ? undefined : rush(hours, slow) }),
      dayHours: dayHours === undefined ? undefined : { 1: dayHours, 5: dayHours },
      used: used === undefined ? undefined : { '2027-01-11': used },
    })
    return clean({ ...instance, ...rest, families: [one], roomsAt: roomsAt === undefined ? undefined : { hospital: roomsAt } })
  })
}
