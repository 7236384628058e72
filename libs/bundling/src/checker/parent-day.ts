/** One parent's day, followed from 08:00: when out and when home, with the rules about travel and going home. */
import { minutesOf, type IsoDate } from '@samenspel/kernel'
import type { BundlingCase, Family, Parent } from '../format/case.ts'
import type { RuleCode } from '../format/plan.ts'
import { overlap, span, spans, type Booked, type Span } from './booked.ts'
import { leaveHomeFor, meansOf, minutesFrom, type Means } from './travel.ts'

/** A presence that is asked of a parent: an appointment, or bringing or fetching the child. */
export type Presence = Span & { readonly away: boolean; readonly place: number; readonly booked: Booked | undefined }

/** From leaving home until being home again. */
export type Excursion = Span & {
  readonly stops: readonly Presence[]
  /** Minutes of all legs. */
  readonly travelled: number
  /** Waiting before a stop, with that stop. */
  readonly waits: readonly { readonly before: Presence; readonly minutes: number }[]
}

export type ParentDay = {
  readonly excursions: readonly Excursion[]
  readonly atHome: readonly Presence[]
  readonly broken: readonly { readonly code: RuleCode; readonly presences: readonly Presence[] }[]
}

/** Bringing and fetching that parent A does on a date: not when the bare trip overlaps unavailable time. */
export const centrePresences = (instance: BundlingCase, family: Family, date: IsoDate): readonly Presence[] => {
  const { dayCentre } = family
  if (dayCentre === null || dayCentre.transport !== 'parentA' || !dayCentre.days.includes(date)) return []
  const place = instance.places.indexOf(dayCentre.place)
  return [dayCentre.dropOff, dayCentre.pickUp]
    .map((times): Presence => ({ ...span(times), away: true, place, booked: undefined }))
    .filter(stop => !spans(family.unavailable.parentA?.[date]).some(busy => overlap(bareTrip(family, stop), busy)))
}

export const bareTrip = (family: Family, stop: Presence): Span => {
  const means = meansOf(family, 'parentA', false)
  return { from: leaveHomeFor(means, stop.place, stop.from), to: stop.to + minutesFrom(means, stop.place, 0, stop.to) }
}

export const followParent = (family: Family, parent: Parent, presences: readonly Presence[]): ParentDay => {
  /** How this parent goes to or from stops: with the other when both attend them. */
  const meansFor = (...stops: readonly Presence[]): Means => meansOf(family, parent, stops.every(stop => stop.booked?.parents.length === 2))
  const excursions: Excursion[] = []
  const atHome: Presence[] = []
  const broken: { code: RuleCode; presences: readonly Presence[] }[] = []
  let out: Excursion | undefined
  let homeSince = minutesOf('08:00')
  let previous: Presence | undefined
  const comeHome = (excursion: Excursion): void => {
    const last = excursion.stops.at(-1)!
    const way = minutesFrom(meansFor(last), last.place, 0, last.to)
    homeSince = last.to + way
    excursions.push({ ...excursion, to: homeSince, travelled: excursion.travelled + way })
    out = undefined
  }
  for (const presence of [...presences].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const before = previous
    previous = presence
    const twoAtOnce = before !== undefined && overlap(before, presence)
    const breaks = (code: RuleCode): void => { broken.push({ code, presences: before === undefined ? [presence] : [presence, before] }) }
    // Two appointments at once are found for both parents together; here it is an appointment and bringing or fetching.
    if (twoAtOnce && (before.booked === undefined || presence.booked === undefined)) breaks('doubleBooked')
    if (!presence.away) {
      if (out !== undefined) comeHome(out)
      if (homeSince > presence.from && !twoAtOnce) breaks('travel')
      atHome.push(presence)
      homeSince = Math.max(homeSince, presence.to)
      continue
    }
    const last = out?.stops.at(-1)
    if (out !== undefined && last !== undefined) {
      const direct = minutesFrom(meansFor(last, presence), last.place, presence.place, last.to)
      const gap = presence.from - last.to - direct
      if (gap < 0 && !twoAtOnce) breaks('travel')
      if (gap <= family.caps.waitMinutes) {
        out = { ...out, stops: [...out.stops, presence], travelled: out.travelled + direct, waits: [...out.waits, { before: presence, minutes: Math.max(0, gap) }] }
        continue
      }
      comeHome(out)
      if (leaveHomeFor(meansFor(presence), presence.place, presence.from) - homeSince < family.caps.homeMinutes) breaks('homeMinutes')
    } else if (leaveHomeFor(meansFor(presence), presence.place, presence.from) < homeSince && !twoAtOnce) breaks('travel')
    const from = leaveHomeFor(meansFor(presence), presence.place, presence.from)
    const way = presence.from - from
    out = { from, to: presence.to, stops: [presence], travelled: way, waits: [] }
  }
  if (out !== undefined) comeHome(out)
  return { excursions, atHome, broken }
}

/** Whether a parent does something in a stretch of time. */
export const isBusy = ({ excursions, atHome }: ParentDay, time: Span): boolean => excursions.some(one => overlap(one, time)) || atHome.some(one => overlap(one, time))

export const presencesOf = (today: readonly Booked[], parent: Parent): readonly Presence[] =>
  today.filter(booked => booked.parents.includes(parent))
    .map(booked => ({ ...booked.there, away: booked.said.modality === 'onsite', place: booked.place, booked }))
