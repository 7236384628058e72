/** One family of a case in numbers: days and places as indices, times as minutes, people as bits. */
import { daysBetween, minutesOf } from '@samenspel/kernel'
import type { Attendee, BundlingCase, Family, Form, Modality, Need, TimesByDate } from '../format/case.ts'
import { capsOn } from './caps.ts'
import { cutOut, interval, overlapsAny, type Interval } from './intervals.ts'
import { familyWays, longestOf, wayBefore, wayFrom, type Ways } from './ways.ts'

export const gridMinutes = 15
export const dayStart = 8 * 60
export const dayEnd = 21 * 60
/** Parents who live apart are never at one place within this many minutes of each other. */
export const apartMinutes = 30
export const home = 0

/** Attendees as bits. */
export const person = { child: 1, parentA: 2, parentB: 4 } as const satisfies Partial<Record<Attendee, number>>
export const bothParents = person.parentA | person.parentB
/** All others than the parents. */
export const anyChild = ~bothParents
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
  /** The child for whom the family is cared for, also when there is none yet; then the others. */
  readonly children: readonly ChildModel[]
  /** Everybody's bit. */
  readonly bits: ReadonlyMap<Attendee, number>
  readonly bedtime: number
  /** Travel with the car, and each parent's own. */
  readonly ways: { readonly car: Ways; readonly own: readonly [Ways, Ways]; readonly vary: boolean }
  readonly longestWayFromHome: number
  readonly longestWay: number
  /** Professionals of this family's needs, by index: free time by planning-day index. */
  readonly professionals: readonly ProfessionalModel[]
  /** Days of each week, weeks in order. */
  readonly weeks: readonly (readonly number[])[]
  /** Position in `weeks`, by planning-day index. */
  readonly weekOf: readonly number[]
  /** What is left of the caps, by position in `weeks`. */
  readonly weekCaps: readonly WeekCaps[]
  /** By place and planning-day index: when there is a room. */
  readonly rooms: readonly TimesByDay[]
  /** By place: the rooms where they are used up, else nothing. */
  readonly roomsAt: readonly (readonly RoomModel[] | undefined)[]
}

export type WeekCaps = { readonly trips: number; readonly evenings: number; readonly contacts: number }

/** `index`: its number among all rooms of the case. */
export type RoomModel = { readonly index: number; readonly id: string; readonly free: TimesByDay; readonly equipment: readonly string[] }

export type ChildModel = {
  readonly bit: number
  /** Whether somebody has to mind this child; not before the birth. */
  readonly minded: boolean
  readonly naps: readonly Interval[]
  readonly minutesPerDay: number
  readonly comesAlong: boolean
  /** When somebody outside the family minds this child, by planning-day index. */
  readonly away: TimesByDay
}

type TimesByDay = readonly (readonly Interval[])[]
/** `freeFor`: only of who offers other times for other forms; a form that is absent is never offered. */
export type ProfessionalModel = { readonly id: string; readonly free: TimesByDay; readonly freeFor?: ReadonlyMap<string, TimesByDay> }

export type DayModel = {
  readonly index: number
  /** Calendar days since the first planning day. */
  readonly calendarDay: number
  readonly week: number
  /** ISO: 1 is Monday. */
  readonly weekday: number
  /** The earliest start and the latest end of an appointment. */
  readonly hours: Interval | undefined
  readonly holiday: boolean
  /** Places that are closed, by index. */
  readonly closed: ReadonlySet<number>
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
  /** Minutes before and after, in which those who attend are there. */
  readonly preparation: number
  readonly recovery: number
  readonly equipment: readonly string[]
  readonly forms: readonly FormModel[]
  /** Alternatives as bits. */
  readonly attendance: readonly number[]
  readonly staffing: readonly StaffingModel[]
  /** The series whose members must have one team; absent when the need has no choice of team. */
  readonly series: string | undefined
  /** The series whose members must have one weekday and start. */
  readonly sameTime: string | undefined
}

export type FormModel = { readonly modality: Modality; readonly form: Form; readonly place: number }

/**
 * One alternative of professionals, with who interprets; equal sets have equal team numbers in one family.
 * `interpreter`: `nobody` when nobody speaks the language; absent when none is asked.
 */
export type StaffingModel = { readonly staffing: number; readonly professionals: readonly number[]; readonly team: number; readonly interpreter?: number }
export const nobody = -1

export type OrderModel = { readonly before: number; readonly after: number; readonly minDays: number; readonly maxDays: number }

/** @throws RangeError when the case has no family with this id. */
export const modelFamily = (instance: BundlingCase, familyId: string): FamilyModel => {
  const family = instance.families.find(one => one.id === familyId)
  if (family === undefined) throw new RangeError(`The case has no family ${familyId}`)
  const languages = new Set(family.needs.flatMap(need => need.interpreter ?? []))
  const interpreterIds = Object.entries(instance.interpreters ?? {}).filter(([, one]) => one.languages.some(language => languages.has(language))).map(([id]) => id)
  const professionalIds = [...new Set(family.needs.flatMap(need => need.staffing.flat())), ...interpreterIds]
  const ways = familyWays(family)
  const used = [ways.car, ...ways.own]
  const days = modelDays(instance, family)
  const weeks = [...Map.groupBy(days, day => day.week).values()].map(week => week.map(day => day.index))
  return {
    instance: { ...instance, families: [family] },
    family,
    days,
    needs: modelNeeds(instance, family, professionalIds),
    order: modelOrder(family),
    children: modelChildren(instance, family, days),
    bits: bitsOf(family),
    bedtime: minutesOf(family.bedtime),
    ways,
    longestWayFromHome: longestOf(used, home),
    longestWay: longestOf(used),
    professionals: professionalIds.map(id => modelProfessional(instance, id)),
    weeks,
    weekOf: days.map(day => weeks.findIndex(week => week.includes(day.index))),
    weekCaps: weeks.map(([first]) => weekCaps(family, instance.planningDays[first!]!)),
    rooms: instance.places.map(place => timesByDay(instance, instance.rooms[place] ?? {})),
    roomsAt: modelRooms(instance),
  }
}

const timesByDay = ({ planningDays }: BundlingCase, times: TimesByDate): TimesByDay => planningDays.map(date => (times[date] ?? []).map(interval))

const bitsOf = ({ children = [] }: Family): ReadonlyMap<Attendee, number> => new Map<Attendee, number>([
  ['child', person.child], ['parentA', person.parentA], ['parentB', person.parentB],
  ...children.map(({ id }, index) => [id, otherChildBit(index)] as const),
])

const otherChildBit = (index: number): number => person.parentB << (index + 1)

const modelChildren = (instance: BundlingCase, { child, children = [], caps }: Family, days: readonly DayModel[]): readonly ChildModel[] => [
  {
    bit: person.child, minded: child !== null, naps: (child?.naps ?? []).map(interval), minutesPerDay: caps.childMinutesPerDay, comesAlong: false,
    away: days.map(({ centre }) => centre === undefined ? [] : [centre]),
  },
  ...children.map(({ naps, childMinutesPerDay, comesAlong, away }, index): ChildModel =>
    ({ bit: otherChildBit(index), minded: true, naps: naps.map(interval), minutesPerDay: childMinutesPerDay, comesAlong, away: timesByDay(instance, away) })),
]

/** @param date of any day of the week. */
const weekCaps = (family: Family, date: string): WeekCaps => {
  const { used = {} } = family
  const caps = capsOn(family, date)
  const { dayOfWeek } = Temporal.PlainDate.from(date)
  const use = used[Temporal.PlainDate.from(date).subtract({ days: dayOfWeek - 1 }).toString()] ?? { trips: 0, evenings: 0, contacts: 0 }
  return {
    trips: Math.max(0, caps.tripsPerWeek - use.trips),
    evenings: Math.max(0, caps.eveningsPerWeek - use.evenings),
    contacts: Math.max(0, (caps.contactsPerWeek ?? Infinity) - use.contacts),
  }
}

const modelRooms = (instance: BundlingCase): FamilyModel['roomsAt'] => {
  let index = 0
  return instance.places.map(place => instance.roomsAt?.[place]?.map(({ id, free, equipment }): RoomModel => ({ index: index++, id, free: timesByDay(instance, free), equipment })))
}

const modelDays = (instance: BundlingCase, family: Family): readonly DayModel[] => {
  const first = instance.planningDays[0]
  if (first === undefined) return []
  const weekday = Temporal.PlainDate.from(first).dayOfWeek - 1
  const ways = familyWays(family).own[0]
  return instance.planningDays.map((date, index) => {
    const calendarDay = daysBetween(first, date)
    const unavailableA = family.unavailable.parentA?.[date] ?? []
    const unavailableB = family.unavailable.parentB?.[date] ?? []
    const centre = family.dayCentre?.days.includes(date) === true ? family.dayCentre : undefined
    const place = centre === undefined ? home : instance.places.indexOf(centre.place)
    const bareTrip = (stop: Interval): Interval => ({ from: stop.from - wayBefore(ways, home, place, stop.from), to: stop.to + wayFrom(ways, place, home, stop.to) })
    const centreStops = centre?.transport === 'parentA'
      ? [interval(centre.dropOff), interval(centre.pickUp)].filter(stop => { const trip = bareTrip(stop); return !overlapsAny(trip.from, trip.to, unavailableA.map(interval)) })
      : []
    const ofWeekday = Temporal.PlainDate.from(date).dayOfWeek
    const hours = family.dayHours?.[ofWeekday]
    return {
      index,
      calendarDay,
      week: Math.floor((calendarDay + weekday) / 7),
      weekday: ofWeekday,
      hours: hours && interval(hours),
      holiday: instance.holidays?.includes(date) === true,
      closed: new Set(instance.places.flatMap((closed, at) => instance.closed?.[closed]?.includes(date) === true ? [at] : [])),
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
  const staffingOf = (ids: readonly string[], staffing: number, language: string | undefined): readonly StaffingModel[] => {
    const professionals = ids.map(id => professionalIndex.get(id) ?? -1).sort((a, b) => a - b)
    const key = professionals.join()
    const team = teams.get(key) ?? teams.size
    teams.set(key, team)
    if (language === undefined) return [{ staffing, professionals, team }]
    const interpreters = Object.entries(instance.interpreters ?? {}).filter(([, one]) => one.languages.includes(language)).map(([id]) => professionalIndex.get(id) ?? nobody)
    return (interpreters.length === 0 ? [nobody] : interpreters).map(interpreter => ({ staffing, professionals, team, interpreter }))
  }
  const everybody = bitsOf(family)
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
    preparation: need.preparationMinutes ?? 0,
    recovery: need.recoveryMinutes ?? 0,
    equipment: need.equipment ?? [],
    forms: need.modalities.map(modality => formOf(modality, instance.places)),
    attendance: need.attendance.map(attendees => attendees.reduce((bits, one) => bits | (everybody.get(one) ?? 0), 0)),
    staffing: need.staffing.flatMap((ids, index) => staffingOf(ids, index, need.interpreter)),
    series: need.staffing.length > 1 ? need.series : undefined,
    sameTime: need.sameTime === true ? need.series : undefined,
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

/** A professional or somebody who interprets. */
const modelProfessional = (instance: BundlingCase, id: string): ProfessionalModel => {
  const { free, freeFor } = instance.professionals[id] ?? instance.interpreters?.[id] ?? { free: {} }
  const byDay = (times: TimesByDate): TimesByDay => timesByDay(instance, times)
  return {
    id, free: byDay(free),
    ...(freeFor !== undefined && { freeFor: new Map(Object.entries(freeFor).map(([form, times]) => [form, byDay(times)])) }),
  }
}
