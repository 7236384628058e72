/** One family's day: the rules about persons' days, and what the day weighs. */
import type { IsoDate } from '@samenspel/kernel'
import type { Attendee, BundlingCase, Family } from '../format/case.ts'
import type { RuleCode } from '../format/plan.ts'
import { capsOn } from '../model/caps.ts'
import { bothParents, overlap, span, spans, type Booked, type Span, type Violation } from './booked.ts'
import { checkMinding } from './appointment-rules.ts'
import { bareTrip, centrePresences, followParent, isBusy, presencesOf, type Excursion, type ParentDay, type Presence } from './parent-day.ts'
import { minutesFrom } from './travel.ts'

export type DayWeight = { readonly restTouched: number; readonly trips: number; readonly minutes: number; readonly careDay: 0 | 1 }

/** @param today this family's appointments on the date, at least one. */
export const checkDay = (instance: BundlingCase, family: Family, date: IsoDate, today: readonly Booked[]): { readonly violations: readonly Violation[]; readonly weight: DayWeight } => {
  const centre = centrePresences(instance, family, date)
  const dayA = followParent(family, 'parentA', [...presencesOf(today, 'parentA'), ...centre])
  const dayB = followParent(family, 'parentB', presencesOf(today, 'parentB'))
  const violation = (code: RuleCode, concerned: readonly (Booked | undefined)[]): Violation =>
    ({ code, family: family.id, needs: [...new Set(concerned.flatMap(one => one === undefined ? [] : [one.need.id]))], date })
  const moments = today.filter(one => one.parents.length > 0)
  const violations: Violation[] = [
    ...[dayA, dayB].flatMap(day => day.broken.map(({ code, presences }) => violation(code, presences.map(one => one.booked)))),
    ...bothParents.flatMap(parent => {
      const day = parent === 'parentA' ? dayA : dayB
      return spans(family.unavailable[parent]?.[date]).filter(time => isBusy(day, time)).map(time => violation('unavailable', busyAt(day, time)))
    }),
    ...checkChild(family, today, 'child', family.caps.childMinutesPerDay, violation),
    ...(family.children ?? []).flatMap(({ id, childMinutesPerDay }) => checkChild(family, today, id, childMinutesPerDay, violation)),
    ...checkMother(family, today, violation),
    ...moments.length > capsOn(family, date).appointmentsPerDay ? [violation('appointmentsPerDay', moments)] : [],
    ...today.flatMap(one => checkMinding(one, today)),
    ...family.parentsApart ? checkApart(dayA, dayB, violation) : [],
  ]
  return { violations, weight: { ...weighTravel(family, dayA, dayB), restTouched: countRest(family, date, dayA, dayB, centre), careDay: moments.length > 0 ? 1 : 0 } }
}

type MakeViolation = (code: RuleCode, concerned: readonly (Booked | undefined)[]) => Violation

const busyAt = (day: ParentDay, time: Span): readonly (Booked | undefined)[] =>
  [...day.excursions.filter(one => overlap(one, time)).flatMap(one => one.stops), ...day.atHome.filter(one => overlap(one, time))].map(one => one.booked)

const checkMother = ({ pregnancy }: Family, today: readonly Booked[], violation: MakeViolation): readonly Violation[] => {
  const own = today.filter(one => pregnancy !== undefined && one.parents.includes(pregnancy.mother))
  return own.reduce((sum, one) => sum + one.need.minutes, 0) > (pregnancy?.minutesPerDay ?? Infinity) ? [violation('motherMinutes', own)] : []
}

const checkChild = (family: Family, today: readonly Booked[], child: Attendee, minutesPerDay: number, violation: MakeViolation): readonly Violation[] => {
  const own = today.filter(one => one.children.includes(child)).sort((a, b) => a.there.from - b.there.from || a.there.to - b.there.to)
  const late = own.flatMap((one, index) => {
    const before = own[index - 1]
    const way = before === undefined ? 0 : minutesFrom(family, before.place, one.place, before.there.to)
    return before !== undefined && !overlap(before.there, one.there) && before.there.to + way > one.there.from ? [violation('travel', [one, before])] : []
  })
  const minutes = own.reduce((sum, one) => sum + one.need.minutes, 0)
  return minutes > minutesPerDay ? [...late, violation('childMinutes', own)] : late
}

const checkApart = (dayA: ParentDay, dayB: ParentDay, violation: MakeViolation): readonly Violation[] => {
  const stopsOf = (day: ParentDay): readonly Presence[] => day.excursions.flatMap(one => one.stops)
  const near = (a: Presence, b: Presence): boolean => a.place === b.place && a.from - 30 < b.to && b.from < a.to + 30
  return stopsOf(dayA).flatMap(a => stopsOf(dayB)
    .filter(b => (a.booked === undefined || a.booked !== b.booked) && near(a, b))
    .map(b => violation('apart', [a.booked, b.booked])))
}

const weighTravel = (family: Family, dayA: ParentDay, dayB: ParentDay): { readonly trips: number; readonly minutes: number } => {
  const ridesAlong = (excursion: Excursion): boolean => dayA.excursions.some(one => one.stops[0]?.booked !== undefined && one.stops[0].booked === excursion.stops[0]?.booked)
  const counted = [...dayA.excursions, ...dayB.excursions.filter(one => !ridesAlong(one))]
  let trips = 0
  let minutes = 0
  for (const { stops, travelled } of counted) {
    const centreStop = stops.find(stop => stop.booked === undefined)
    if (centreStop === undefined || stops.some(stop => stop.place !== centreStop.place)) trips++
    minutes += travelled - (centreStop === undefined ? 0 : usualWays(family, stops, centreStop))
  }
  // Two parents who wait for one appointment: the longer wait counts.
  const waits = new Map<Booked | Presence, number>()
  for (const wait of [...dayA.excursions, ...dayB.excursions].flatMap(one => one.waits)) {
    const forWhat = wait.before.booked ?? wait.before
    waits.set(forWhat, Math.max(waits.get(forWhat) ?? 0, wait.minutes))
  }
  for (const wait of waits.values()) minutes += wait
  return { trips, minutes }
}

/** What bringing and fetching alone would take of an excursion: its own first and last way where it begins and ends with one, else the usual ones. */
const usualWays = (family: Family, stops: readonly Presence[], centreStop: Presence): number => {
  const usual = family.travelMinutes[0]?.[centreStop.place] ?? 0
  const [first] = stops, last = stops.at(-1)
  return (first?.booked === undefined && first !== undefined ? first.from - bareTrip(family, first).from : usual)
    + (last?.booked === undefined && last !== undefined ? bareTrip(family, last).to - last.to : usual)
}

const countRest = (family: Family, date: IsoDate, dayA: ParentDay, dayB: ParentDay, centre: readonly Presence[]): number =>
  family.rest.filter(block => {
    if (block.date !== date) return false
    const whole = span([block.from, block.to])
    const leftForA = centre.map(stop => bareTrip(family, stop)).reduce(without, [whole])
    return (block.persons.includes('parentA') && leftForA.some(piece => isBusy(dayA, piece))) || (block.persons.includes('parentB') && isBusy(dayB, whole))
  }).length

const without = (pieces: readonly Span[], hole: Span): readonly Span[] => pieces.flatMap(piece => {
  if (!overlap(piece, hole)) return [piece]
  const left = { from: piece.from, to: hole.from }
  const right = { from: hole.to, to: piece.to }
  return [left, right].filter(part => part.from < part.to)
})
