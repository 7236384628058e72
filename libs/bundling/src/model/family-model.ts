/** One family of a case in numbers: days and places as indices, times as minutes, people as bits. */
import { daysBetween, minutesOf } from '@samenspel/kernel'
import type { Attendee, BundlingCase, Family, Form, Modality, Need, TimesByDate } from '../format/case.ts'
import { cutOut, interval, overlapsAny, type Interval } from './intervals.ts'

export const gridMinutes = 15
export const dayStart = 8 * 60
export const dayEnd = 21 * 60
/** Parents who live apart are never at one place within this many minutes of each other. */
export const apartMinutes = 30
export const home = 0

/** Attendees as bits. */
export const person = { child: 1, parentA: 2, parentB: 4 } as const satisfies Record<Attendee, number>
export const bothParents = person.parentA | person.parentB
/** Parent A is 0, parent B is 1. */
export const parents = [0, 1] as const
export type ParentIndex = 0 | 1
export const parentBit = (parent: ParentIndex): number => person.parentA << parent
export const otherParent = (parent: ParentIndex): ParentIndex => parent === 0 ? 1 : 0

export type FamilyModel = {
  /** The case with this family alone. */
  readonly instance: BundlingCase
  readonly family: Family
  readonly days: readonly DayModel[]
  readonly needs: readonly NeedModel[]
  readonly order: readonly OrderModel[]
  readonly naps: readonly Interval[]
  readonly bedtime: number
  /** Minutes between places. */
  readonly travel: readonly (readonly number[])[]
  readonly longestWayFromHome: number
  readonly longestWay: number
  /** Professionals of this family's needs, by index: free time by planning-day index. */
  readonly professionals: readonly ProfessionalModel[]
  /** Days of each week, weeks in order. */
  readonly weeks: readonly (readonly number[])[]
  /** Position in `weeks`, by planning-day index. */
  readonly weekOf: readonly number[]
  /** Rooms by place and planning-day index. */
  readonly rooms: readonly (readonly (readonly Interval[])[])[]
}

type TimesByDay = readonly (readonly Interval[])[]
/** `freeFor`: only of who offers other times for other forms; a form that is absent is never offered. */
export type ProfessionalModel = { readonly id: string; readonly free: TimesByDay; readonly freeFor?: ReadonlyMap<string, TimesByDay> }

export type DayModel = {
  readonly index: number
  /** Calendar days since the first planning day. */
  readonly calendarDay: number
  readonly week: number
  /** By parent. */
  readonly unavailable: readonly [readonly Interval[], readonly Interval[]]
  readonly work: readonly [readonly Interval[], readonly Interval[]]
  readonly rest: readonly RestModel[]
  /** When the child is at the day centre. */
  readonly centre: Interval | undefined
  /** Drop-off and pick-up that parent A does. */
  readonly centreStops: readonly Interval[]
}

/** A preferred rest block: what of it each parent can touch; nothing for a parent whom it doesn't concern. */
export type RestModel = readonly [forA: readonly Interval[], forB: readonly Interval[]]

export type NeedModel = {
  readonly index: number
  readonly need: Need
  readonly minutes: number
  readonly urgency: number
  readonly firstDay: number
  readonly lastDay: number
  readonly preferredDay: number
  readonly forms: readonly FormModel[]
  /** Alternatives as bits. */
  readonly attendance: readonly number[]
  readonly staffing: readonly StaffingModel[]
  /** The series whose members must have one team; absent when the need has no choice of team. */
  readonly series: string | undefined
}

export type FormModel = { readonly modality: Modality; readonly form: Form; readonly place: number }

/** One alternative of professionals; equal sets have equal team numbers in one family. */
export type StaffingModel = { readonly professionals: readonly number[]; readonly team: number }

export type OrderModel = { readonly before: number; readonly after: number; readonly minDays: number; readonly maxDays: number }

/** @throws RangeError when the case has no family with this id. */
export const modelFamily = (instance: BundlingCase, familyId: string): FamilyModel => {
  const family = instance.families.find(one => one.id === familyId)
  if (family === undefined) throw new RangeError(`The case has no family ${familyId}`)
  const professionalIds = [...new Set(family.needs.flatMap(need => need.staffing.flat()))]
  const days = modelDays(instance, family)
  const weeks = [...Map.groupBy(days, day => day.week).values()].map(week => week.map(day => day.index))
  return {
    instance: { ...instance, families: [family] },
    family,
    days,
    needs: modelNeeds(instance, family, professionalIds),
    order: modelOrder(family),
    naps: (family.child?.naps ?? []).map(interval),
    bedtime: minutesOf(family.bedtime),
    travel: family.travelMinutes,
    longestWayFromHome: Math.max(0, ...(family.travelMinutes[home] ?? [])),
    longestWay: Math.max(0, ...family.travelMinutes.flat()),
    professionals: professionalIds.map(id => modelProfessional(instance, id)),
    weeks,
    weekOf: days.map(day => weeks.findIndex(week => week.includes(day.index))),
    rooms: instance.places.map(place => instance.planningDays.map(date => (instance.rooms[place]?.[date] ?? []).map(interval))),
  }
}

const modelDays = (instance: BundlingCase, family: Family): readonly DayModel[] => {
  const first = instance.planningDays[0]
  if (first === undefined) return []
  const weekday = Temporal.PlainDate.from(first).dayOfWeek - 1
  return instance.planningDays.map((date, index) => {
    const calendarDay = daysBetween(first, date)
    const unavailableA = family.unavailable.parentA?.[date] ?? []
    const unavailableB = family.unavailable.parentB?.[date] ?? []
    const centre = family.dayCentre?.days.includes(date) === true ? family.dayCentre : undefined
    const way = centre === undefined ? 0 : family.travelMinutes[home]?.[instance.places.indexOf(centre.place)] ?? 0
    const bareTrip = (stop: Interval): Interval => ({ from: stop.from - way, to: stop.to + way })
    const centreStops = centre?.transport === 'parentA'
      ? [interval(centre.dropOff), interval(centre.pickUp)].filter(stop => !overlapsAny(stop.from - way, stop.to + way, unavailableA.map(interval)))
      : []
    return {
      index,
      calendarDay,
      week: Math.floor((calendarDay + weekday) / 7),
      unavailable: [unavailableA.map(interval), unavailableB.map(interval)],
      work: [unavailableA.filter(isWork).map(interval), unavailableB.filter(isWork).map(interval)],
      rest: family.rest.filter(block => block.date === date).map((block): RestModel => {
        const whole = [interval([block.from, block.to])]
        return [
          block.persons.includes('parentA') ? centreStops.map(bareTrip).reduce(cutOut, whole) : [],
          block.persons.includes('parentB') ? whole : [],
        ]
      }),
      centre: centre === undefined ? undefined : interval([centre.from, centre.to]),
      centreStops,
    }
  })
}

const isWork = (span: readonly [string, string, string]): boolean => span[2] === 'work'

const modelNeeds = (instance: BundlingCase, family: Family, professionalIds: readonly string[]): readonly NeedModel[] => {
  const professionalIndex = new Map(professionalIds.map((id, index) => [id, index]))
  const teams = new Map<string, number>()
  const staffingOf = (ids: readonly string[]): StaffingModel => {
    const professionals = ids.map(id => professionalIndex.get(id) ?? -1).sort((a, b) => a - b)
    const key = professionals.join()
    const team = teams.get(key) ?? teams.size
    teams.set(key, team)
    return { professionals, team }
  }
  const lastDay = instance.planningDays.length - 1
  const firstOnOrAfter = (date: string): number => {
    const found = instance.planningDays.findIndex(day => day >= date)
    return found < 0 ? lastDay + 1 : found
  }
  return family.needs.map((need, index) => ({
    index,
    need,
    minutes: need.minutes,
    urgency: need.urgency,
    firstDay: firstOnOrAfter(need.from),
    lastDay: instance.planningDays.findLastIndex(day => day <= need.deadline),
    preferredDay: firstOnOrAfter(need.preferred),
    forms: need.modalities.map(modality => formOf(modality, instance.places)),
    attendance: need.attendance.map(attendees => attendees.reduce((bits, one) => bits | person[one], 0)),
    staffing: need.staffing.map(staffingOf),
    series: need.staffing.length > 1 ? need.series : undefined,
  }))
}

const formOf = (modality: Modality, places: readonly string[]): FormModel => modality === 'home' || modality === 'digital'
  ? { modality, form: modality, place: home }
  : { modality, form: 'onsite', place: places.indexOf(modality.slice('onsite@'.length)) }

const modelOrder = (family: Family): readonly OrderModel[] => {
  const index = new Map(family.needs.map((need, at) => [need.id, at]))
  return family.order.flatMap(({ before, after, minDays, maxDays }) => {
    const beforeIndex = index.get(before)
    const afterIndex = index.get(after)
    return beforeIndex === undefined || afterIndex === undefined ? [] : [{ before: beforeIndex, after: afterIndex, minDays, maxDays: maxDays ?? Infinity }]
  })
}

const modelProfessional = ({ planningDays, professionals }: BundlingCase, id: string): ProfessionalModel => {
  const { free, freeFor } = professionals[id] ?? { free: {} }
  const byDay = (times: TimesByDate): TimesByDay => planningDays.map(date => (times[date] ?? []).map(interval))
  return {
    id, free: byDay(free),
    ...(freeFor !== undefined && { freeFor: new Map(Object.entries(freeFor).map(([form, times]) => [form, byDay(times)])) }),
  }
}
