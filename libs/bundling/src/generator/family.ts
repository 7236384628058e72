/** A made-up family: where it lives, how its week goes, and the care it needs. */
import { timeOf, type IsoDate } from '@samenspel/kernel'
import type { DayCentre, Family, Need, OrderRule, Professional, RestBlock, TimeSpan, UnavailableReason, UnavailableSpan } from '../format/case.ts'
import { pickOne, shuffled } from '../search/random-numbers.ts'
import { kindsOfCare, type KindOfCare } from './kinds-of-care.ts'

export type FamilyShape = {
  /** How many kinds of care it needs. */
  readonly kinds: number
  /** The most appointments; what would come after them is left out. */
  readonly mostNeeds: number
}

const weekdays: readonly number[] = [0, 1, 2, 3, 4]
const ages = [0.6, 1, 1, 1.5, 2, 2.5, 3, 4, 4.5]
/** Minutes from home to each place, as the crow flies and before chance. */
const distances = [0, 10, 25, 12, 14]

export const familyOf = (id: string, days: readonly IsoDate[], professionals: Readonly<Record<string, Professional>>, shape: FamilyShape, draw: () => number): Family => {
  const ageYears = pickOne(ages, draw)
  const travelMinutes = travelOf(draw)
  const week = weekOf(ageYears, draw)
  const onDays = <Value>(ofWeekday: (weekday: number) => readonly Value[]): Readonly<Record<IsoDate, readonly Value[]>> =>
    Object.fromEntries(days.map((date, index) => [date, ofWeekday(index % 5)] as const).filter(([, values]) => values.length > 0))
  const { needs, order } = needsOf(ageYears, days, professionals, shape, draw)
  return {
    id,
    child: { ageYears, naps: napsOf(ageYears) },
    bedtime: '19:30',
    sitter: draw() < 0.5,
    parentsApart: false,
    caps: { childMinutesPerDay: ageYears < 1 ? 60 : ageYears < 2 ? 90 : ageYears < 4 ? 120 : 150, appointmentsPerDay: 4, tripsPerWeek: 4, eveningsPerWeek: 2, waitMinutes: 45, homeMinutes: 30 },
    travelMinutes,
    dayCentre: week.centreDays.size === 0 ? null : dayCentreOf(days.filter((_, index) => week.centreDays.has(index % 5)), draw),
    unavailable: { parentA: onDays(week.unavailableA), parentB: onDays(week.unavailableB) },
    rest: days.flatMap((date, index) => week.rest(index % 5).map(({ persons, from, to }, number): RestBlock => ({ id: `${date} ${number + 1}`, date, persons, from, to }))),
    needs,
    order,
  }
}

/** Five places on a plane; at least ten minutes apart, in steps of five. */
const travelOf = (draw: () => number): readonly (readonly number[])[] => {
  const at = distances.map(distance => {
    const angle = draw() * 2 * Math.PI
    const far = distance * (0.6 + 0.9 * draw())
    return [far * Math.cos(angle), far * Math.sin(angle)] as const
  })
  const minutes = at.map(([x, y], from) => at.map(([u, v], to) => from === to ? 0 : Math.max(10, Math.round((Math.hypot(x - u, y - v) * 1.3 + 4) / 5) * 5)))
  // Rounding can make a way by another place the shorter one.
  for (const by of minutes.keys()) for (const from of minutes.keys()) for (const to of minutes.keys()) minutes[from]![to] = Math.min(minutes[from]![to]!, minutes[from]![by]! + minutes[by]![to]!)
  return minutes
}

const napsOf = (ageYears: number): readonly TimeSpan[] =>
  ageYears < 1 ? [['09:30', '10:30'], ['13:00', '14:30']] : ageYears < 2 ? [['12:30', '14:30']] : ageYears < 4 ? [['13:00', '14:00']] : []

const dayCentreOf = (days: readonly IsoDate[], draw: () => number): DayCentre => ({
  place: 'day-centre', days, from: '09:00', to: '15:00', transport: draw() < 0.5 ? 'taxi' : 'parentA', dropOff: ['08:50', '09:00'], pickUp: ['15:00', '15:10'],
})

/** Day centre, work, school runs of an elder child, protected time, and rest that is dear to the parents. */
const weekOf = (ageYears: number, draw: () => number) => {
  const centreDays = new Set(weekdays.filter(day => draw() < (day === 2 ? 0.24 : 0.6) && ageYears >= 1))
  const workA = new Set(weekdays.filter(() => draw() < 0.35))
  const dayOffB = 2 + Math.floor(draw() * 3)
  const elderChild = draw() < 0.75
  const protectedDay = Math.floor(draw() * 5)
  const protectedTime: UnavailableSpan = draw() < 0.5 ? ['13:00', '15:00', 'protectedRest'] : ['09:00', '11:00', 'protectedRest']
  const restDays = [0, 1, 2].map(() => Math.floor(draw() * 5))
  const restTimes: readonly TimeSpan[] = [['10:00', '12:00'], ['13:00', '15:00'], ['15:00', '17:00']]
  const schoolRuns = (day: number): readonly UnavailableSpan[] => elderChild ? [['08:10', '08:35', 'schoolRun'], day === 2 ? ['12:00', '12:25', 'schoolRun'] : ['14:20', '14:45', 'schoolRun']] : []
  const work = (from: number, to: number): UnavailableSpan => [timeOf(from), timeOf(to), 'work' satisfies UnavailableReason]
  return {
    centreDays,
    unavailableA: (day: number): readonly UnavailableSpan[] => [
      ...workA.has(day) ? [centreDays.has(day) ? work(570, 840) : work(540, 780)] : [],
      ...day === dayOffB ? [] : schoolRuns(day),
      ...elderChild && day === 2 ? [['14:00', '17:00', 'siblingTime'] as const] : [],
      ...day === protectedDay ? [protectedTime] : [],
    ],
    unavailableB: (day: number): readonly UnavailableSpan[] => day === dayOffB ? schoolRuns(day) : [work(510, 1020)],
    rest: (day: number): readonly Pick<RestBlock, 'persons' | 'from' | 'to'>[] => [
      ...restDays.flatMap((restDay, index) => restDay === day ? [{ persons: ['parentA'] as const, from: restTimes[index]![0], to: restTimes[index]![1] }] : []),
      ...day === dayOffB ? [{ persons: ['parentA', 'parentB'] as const, from: '15:00', to: '18:00' }] : [],
    ],
  }
}

/** Two of those with a discipline as alternatives; of several disciplines one each, together. */
const staffingOf = (by: readonly string[], professionals: Readonly<Record<string, Professional>>, draw: () => number): Need['staffing'] => {
  const of = (discipline: string): readonly string[] => shuffled(Object.keys(professionals).filter(id => professionals[id]!.discipline === discipline), draw)
  const [only] = by
  return by.length === 1 && only !== undefined ? of(only).slice(0, 2).toSorted().map(id => [id]) : [by.map(discipline => of(discipline)[0]!)]
}

/** Calendar days from one appointment of a series to the next, at least. */
const leastDays = { 1: 4, 2: 8, 4: 14 } as const

const needsOf = (ageYears: number, days: readonly IsoDate[], professionals: Readonly<Record<string, Professional>>, { kinds, mostNeeds }: FamilyShape, draw: () => number): Pick<Family, 'needs' | 'order'> => {
  const needs: Need[] = []
  const order: OrderRule[] = []
  const add = (kind: KindOfCare, staffing: Need['staffing'], first: number, last: number, series?: string): string => {
    const id = `n${String(needs.length + 1).padStart(2, '0')}`
    // A baby isn't brought without a parent.
    const attendance = ageYears < 1 && kind.attendance.every(one => one.join() === 'child') ? [['child', 'parentA'], ['child', 'parentB']] as const : kind.attendance
    needs.push({
      id, label: kind.label, minutes: kind.minutes, urgency: kind.urgency, from: days[first]!, deadline: days[Math.min(last, days.length - 1)]!, preferred: days[first]!,
      modalities: kind.modalities, attendance, staffing, ...(series === undefined ? {} : { series }),
    })
    return id
  }
  const chosen = shuffled(kindsOfCare, draw).slice(0, kinds)
  const eegFirst = chosen.some(kind => kind.label === 'eeg') && chosen.some(kind => kind.label === 'neurologist')
  const ids = new Map<string, string>()
  for (const kind of chosen) {
    const staffing = staffingOf(kind.by, professionals, draw)
    if (kind.everyWeeks !== undefined) {
      const starts = Array.from({ length: Math.ceil(days.length / 5 / kind.everyWeeks) }, (_, index) => index * 5 * kind.everyWeeks!)
      const members = starts.slice(0, mostNeeds - needs.length).map(start => add(kind, staffing, start, start + 5 * kind.everyWeeks! - 1, kind.label))
      members.slice(1).forEach((after, index) => order.push({ before: members[index]!, after, minDays: leastDays[kind.everyWeeks!] }))
    } else if (needs.length < mostNeeds) {
      const length = Math.min(days.length, 10 + Math.floor(draw() * 3) * 5)
      const start = eegFirst && kind.label === 'eeg' ? 0 : eegFirst && kind.label === 'neurologist' ? 3 : Math.floor(draw() * Math.max(1, days.length - length))
      const last = eegFirst && kind.label === 'eeg' ? 14 : eegFirst && kind.label === 'neurologist' ? days.length - 1 : start + length - 1
      ids.set(kind.label, add(kind, staffing, start, last))
    }
  }
  const [eeg, neurologist] = [ids.get('eeg'), ids.get('neurologist')]
  if (eeg !== undefined && neurologist !== undefined) order.push({ before: eeg, after: neurologist, minDays: 3, maxDays: 28 })
  return { needs, order }
}
