/** Random families that are small enough to try everything, and awkward enough to meet every rule. */
import fc from 'fast-check'
import type { Appointment, Attendee, BundlingCase, Family, Need, TimeSpan } from '../index.ts'
import { aNeed, offers, smallCase, smallFamily } from './small-case.ts'

type Shape = {
  /** Dates on which something is offered. */
  readonly dates: readonly string[]
  readonly needs: number
  /** Most windows that a professional offers on a date. */
  readonly windows: number
}

const windows: readonly TimeSpan[] = [
  ['09:00', '09:45'], ['09:15', '10:00'], ['10:00', '10:30'], ['10:15', '11:15'], ['11:30', '12:00'], ['12:45', '13:45'], ['14:15', '14:45'],
  ['15:15', '16:00'], ['16:30', '17:00'], ['19:00', '20:00'], ['19:30', '20:15'], ['20:15', '20:45'],
]
const attendance: readonly (readonly Attendee[])[] = [['child'], ['parentA'], ['parentA'], ['parentB'], ['parentB'], ['child', 'parentA'], ['child', 'parentB'], ['parentA', 'parentB'], ['child', 'parentA', 'parentB']]
const busyTimes = [['08:30', '09:10', 'schoolRun'], ['09:00', '12:00', 'work'], ['13:30', '17:00', 'work'], ['15:05', '15:30', 'protectedRest'], ['11:00', '11:30', 'siblingTime'], ['19:00', '19:40', 'siblingTime']] as const
const restTimes = [['08:00', '09:30'], ['10:00', '12:00'], ['12:00', '15:00'], ['15:00', '18:00'], ['19:00', '21:00']] as const
const places: readonly [number[][], number[][]] = [[[0, 15, 25], [15, 0, 20], [25, 20, 0]], [[0, 5, 10], [5, 0, 10], [10, 10, 0]]]

const some = <Item>(list: readonly Item[], maxLength = 2) => fc.subarray([...list], { minLength: 1, maxLength })
const onDates = <Value>(dates: readonly string[], value: fc.Arbitrary<Value>) => fc.tuple(...dates.map(date => value.map(one => [date, one] as const)))

const needs = ({ dates, needs }: Shape) => fc.tuple(...Array.from({ length: needs }, (_, index) => fc.record({
  minutes: fc.constantFrom(30, 30, 45), urgency: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
  from: fc.constantFrom(dates[0]!, dates[0]!, dates.at(-1)!), deadline: fc.constantFrom(dates[0]!, dates.at(-1)!, dates.at(-1)!),
  modalities: some(['onsite@day-centre', 'onsite@hospital', 'home', 'digital'] as const), attendance: some(attendance), staffing: some([['pro-1'], ['pro-2'], ['pro-1', 'pro-2']]),
  series: fc.constantFrom('s1', undefined, undefined),
}).map(({ series, ...rest }): Need => aNeed(`n${index + 1}`, { ...rest, ...(series === undefined ? {} : { series }) }))))

const family = (shape: Shape): fc.Arbitrary<Family> => fc.record({
  child: fc.constantFrom(null, { ageYears: 2, naps: [] }, { ageYears: 2, naps: [] }, { ageYears: 1, naps: [['12:30', '14:00'] as const] }),
  bedtime: fc.constantFrom('19:00', '19:30'),
  sitter: fc.constantFrom(false, false, true),
  parentsApart: fc.constantFrom(false, false, true),
  dayCentre: fc.option(fc.record({
    place: fc.constant('day-centre'), days: fc.constantFrom([shape.dates[0]!], shape.dates), from: fc.constant('09:00'), to: fc.constant('15:00'),
    transport: fc.constantFrom<'taxi' | 'parentA'>('taxi', 'parentA', 'parentA'), dropOff: fc.constant(['08:50', '09:00'] as const), pickUp: fc.constantFrom(['15:00', '15:10'] as const, ['10:00', '10:10'] as const),
  })),
  rest: fc.array(fc.tuple(fc.constantFrom(...shape.dates), some(['parentA', 'parentB'] as const), fc.constantFrom(...restTimes)), { maxLength: 4 })
    .map(list => list.map(([date, persons, [from, to]], index) => ({ id: `r${index}`, date, persons, from, to }))),
  caps: fc.record({
    childMinutesPerDay: fc.constantFrom(45, 120), appointmentsPerDay: fc.constantFrom(1, 3, 4), tripsPerWeek: fc.constantFrom(1, 2, 4), eveningsPerWeek: fc.constantFrom(0, 1, 2),
    waitMinutes: fc.constantFrom(0, 20, 45), homeMinutes: fc.constantFrom(0, 30),
  }),
  travelMinutes: fc.constantFrom(...places),
  unavailable: fc.record({ parentA: busy(shape), parentB: busy(shape) }),
  needs: needs(shape),
  order: fc.array(fc.record({ before: fc.constant('n1'), after: fc.constantFrom('n2', 'n3'), minDays: fc.constantFrom(0, 1, 2), maxDays: fc.constantFrom(7, 2, 1) }), { maxLength: 1 }),
}).map(smallFamily)
const busy = ({ dates }: Shape) => onDates(dates, fc.subarray([...busyTimes], { maxLength: 2 })).map(days => Object.fromEntries(days))

export const tinyCases = (shape: Shape): fc.Arbitrary<BundlingCase> => {
  const free = onDates(shape.dates, fc.subarray([...windows], { maxLength: shape.windows })).map(days => offers(...days.map(([date, times]) => [date, ...times] as const)))
  return fc.tuple(family(shape), free, free).map(([one, pro1, pro2]) => smallCase(one, { 'pro-1': pro1, 'pro-2': pro2 }))
}

const quarters = Array.from({ length: 52 }, (_, index) => `${String(8 + Math.floor(index / 4)).padStart(2, '0')}:${String(index % 4 * 15).padStart(2, '0')}`)

/** Every conceivable appointment for a need on some dates. */
export const everyWay = ({ interpreters = {}, roomsAt = {} }: Pick<BundlingCase, 'interpreters' | 'roomsAt'>, dates: readonly string[], { id: need, modalities, attendance: alternatives, staffing, interpreter }: Need): readonly Appointment[] => {
  const speakers = interpreter === undefined ? [{}] : Object.keys(interpreters).map(id => ({ interpreter: id }))
  const wheres = modalities.flatMap((form): readonly Pick<Appointment, 'modality' | 'place' | 'room'>[] => {
    if (form === 'home' || form === 'digital') return [{ modality: form }]
    const place = form.slice('onsite@'.length)
    return (roomsAt[place] ?? [{}]).map(room => ({ modality: 'onsite', place, ...('id' in room && { room: room.id }) }))
  })
  return dates.flatMap(date => quarters.flatMap(start => wheres.flatMap(where => alternatives.flatMap(attendees => staffing.flatMap(professionals =>
    speakers.map((speaker): Appointment => ({ family: 'family-1', need, date, start, attendees, professionals, ...where, ...speaker })))))))
}
