/**
 * The exact day of a family: appointments, drop-off and pick-up in order of their start, with travel,
 * waiting, going home, rest touched and the child's minutes. Every rule about one person's day is here.
 */
import type { Caps } from '../format/case.ts'
import type { Candidate } from '../model/candidates.ts'
import { capsOn } from '../model/caps.ts'
import { anyChild, apartMinutes, bothParents, dayStart, home, otherParent, parentBit, parents, person, type DayModel, type FamilyModel, type ParentIndex } from '../model/family-model.ts'
import { overlapsAny, type Interval } from '../model/intervals.ts'
import { allRules, noRules, rule, type RuleSet } from '../model/rules.ts'
import { wayBefore, wayFrom, type Ways } from '../model/ways.ts'
import { claimsTable, type ClaimsTable } from './claims.ts'
import * as at from './day-state.ts'
import type { DayState } from './day-state.ts'

/** What the day's simulation needs to know; rules outside `enforced` may be broken. */
export type DayContext = {
  readonly model: FamilyModel
  readonly day: DayModel
  readonly enforced: RuleSet
  readonly caps: Caps
  readonly centrePlace: number
  /** A mother who expects a child, as a bit; else 0. */
  readonly mother: number
  readonly claims: ClaimsTable
}

export const dayContext = (model: FamilyModel, dayIndex: number, enforced: RuleSet = allRules): DayContext => {
  const day = model.days[dayIndex]
  if (day === undefined) throw new RangeError(`The case has no planning day ${dayIndex}`)
  return { model, day, enforced, caps: capsOn(model.family, model.instance.planningDays[dayIndex]!), centrePlace: model.instance.places.indexOf(model.family.dayCentre?.place ?? ''), mother: model.family.pregnancy === undefined ? 0 : person[model.family.pregnancy.mother], claims: claimsTable() }
}

/**
 * Adds an appointment that starts no earlier than everything before it. The state changes in place.
 * @returns false when an enforced rule breaks; the state is then of no use.
 */
export const addAppointment = (context: DayContext, state: DayState, candidate: Candidate): boolean => {
  const { model: { family: { pregnancy } }, caps, enforced } = context
  const withParents = candidate.people & bothParents
  if (withParents) {
    state[at.appointments]! += 1
    if (state[at.appointments]! > caps.appointmentsPerDay && enforced & rule.appointmentsPerDay) return false
    if (candidate.evening) state[at.evenings]! += 1
  }
  if (candidate.people & context.mother) {
    state[at.motherMinutes]! += candidate.end - candidate.start
    if (state[at.motherMinutes]! > pregnancy!.minutesPerDay && enforced & rule.motherMinutes) return false
  }
  return (!(candidate.people & anyChild) || addForChildren(context, state, candidate))
    && (candidate.withoutChildren === 0 || addMinding(context, state, candidate))
    && claimPeople(context, state, candidate)
    && addForParents(context, state, candidate.people, candidate.form === 'onsite', candidate.place, candidate.from, candidate.to) !== broken
}

/** Adds parent A's drop-off or pick-up; the ways that these alone would take are taken off once for an excursion. */
export const addCentreStop = (context: DayContext, state: DayState, stop: Interval): boolean => {
  if (context.model.family.parentsApart && !claimPlace(context, state, person.parentA, context.centrePlace, stop.from, stop.to)) return false
  const left = addForParents(context, state, person.parentA, true, context.centrePlace, stop.from, stop.to)
  if (left === broken) return false
  const { ways } = context.model
  if (!(state[at.excursion]! & at.bringing)) {
    state[at.minutes]! -= left === noParent ? ways.car.usual[home]![context.centrePlace]! : wayBefore(ways.own[0], home, context.centrePlace, stop.from)
  }
  state[at.excursion]! |= ways.vary ? at.bringing | at.fromCentre : at.bringing
  return true
}

/** Brings everybody home at the end of the day. */
export const endDay = (context: DayContext, state: DayState): boolean => {
  for (const parent of parents) if (state[at.place + parent] !== home && !goHome(context, state, parent)) return false
  return true
}

/** Takes a parent home from the last stop; the excursion is then counted. */
export const goHome = (context: DayContext, state: DayState, parent: ParentIndex): boolean => {
  const { ways } = context.model
  const excursion = state[at.excursion + parent]!
  const leave = state[at.free + parent]!
  const way = wayFrom(excursion & at.together ? ways.car : ways.own[parent], state[at.place + parent]!, home, leave)
  if (!isAway(context, state, parent, leave, leave + way)) return false
  if (!(excursion & at.ridingAlong)) {
    state[at.minutes]! += way
    if (excursion & at.bringing) state[at.minutes]! -= excursion & at.fromCentre ? way : ways.car.usual[home]![context.centrePlace]!
    if (!(excursion & at.bringing) || excursion & at.elsewhere) state[at.trips]! += 1
  }
  state[at.excursion + parent] = 0
  state[at.place + parent] = home
  state[at.free + parent] = leave + way
  return true
}

const addForChildren = ({ model, enforced }: DayContext, state: DayState, { people, place, start, end, from, to }: Candidate): boolean => {
  for (let index = 0; index < model.children.length; index++) {
    const { bit, minutesPerDay } = model.children[index]!
    if (!(people & bit)) continue
    const child = at.ofChild(index)
    state[child + at.childMinutes]! += end - start
    if (state[child + at.childMinutes]! > minutesPerDay && enforced & rule.childMinutes) return false
    const until = state[child + at.childFree]!
    const before = state[child + at.childPlace]!
    if (until > dayStart || before !== home) {
      if (until > from) { if (enforced & rule.doubleBooked) return false }
      else if (until + wayFrom(model.ways.car, before, place, until) > from && enforced & rule.travel) return false
    }
    state[child + at.childFree] = Math.max(until, to)
    state[child + at.childPlace] = place
  }
  return true
}

/**
 * While one parent relies on the other to mind a child, the other attends nothing without this child.
 * Starts are in order, so an earlier bare interval overlaps this one exactly when it ends after this one begins.
 */
const addMinding = ({ model, enforced }: DayContext, state: DayState, candidate: Candidate): boolean => {
  const from = candidate.from - candidate.wayThere
  const to = candidate.to + candidate.wayBack
  for (let index = 0; index < model.children.length; index++) {
    const { bit } = model.children[index]!
    if (!(candidate.withoutChildren & bit)) continue
    const child = at.ofChild(index)
    for (const parent of parents) {
      if (!(candidate.people & parentBit(parent))) continue
      const other = otherParent(parent)
      if (state[child + at.leaningUntil + other]! > from && enforced & rule.minding) return false
      if (candidate.leansOnOtherParent & bit) {
        if (state[child + at.aloneUntil + other]! > from && enforced & rule.minding) return false
        state[child + at.leaningUntil + parent] = Math.max(state[child + at.leaningUntil + parent]!, to)
      }
    }
    for (const parent of parents) if (candidate.people & parentBit(parent)) state[child + at.aloneUntil + parent] = Math.max(state[child + at.aloneUntil + parent]!, to)
  }
  return true
}

/** Nobody and no room is asked for twice at one time; parents who live apart don't meet. */
const claimPeople = (context: DayContext, state: DayState, candidate: Candidate): boolean => {
  const { claims, enforced, model } = context
  for (const what of candidate.contested) {
    const claim = { what, by: bothParents, from: candidate.start, until: candidate.end }
    if (claims.clashes(state[at.claims]!, claim, candidate.from) && enforced & rule.doubleBooked) return false
    state[at.claims] = claims.add(state[at.claims]!, claim, candidate.from)
  }
  const withParents = candidate.people & bothParents
  return !model.family.parentsApart || candidate.form !== 'onsite' || !withParents
    || claimPlace(context, state, withParents, candidate.place, candidate.from, candidate.to)
}

/** Claims of places are told from the others by a negative number. */
const claimPlace = ({ claims, enforced }: DayContext, state: DayState, withParents: number, place: number, from: number, to: number): boolean => {
  const claim = { what: -1 - place, by: withParents, from, until: to + apartMinutes }
  if (claims.clashesWithOther(state[at.claims]!, claim, from) && enforced & rule.apart) return false
  state[at.claims] = claims.add(state[at.claims]!, claim, from)
  return true
}

const broken = -1
const noParent = 0

/**
 * Takes the parents to an appointment or a stop; B rides along when both leave home for it.
 * @returns who left home for it, as bits; `broken` when an enforced rule breaks.
 */
const addForParents = (context: DayContext, state: DayState, people: number, onsite: boolean, place: number, from: number, to: number): number => {
  const { model: { ways, family }, enforced } = context
  // Only where a parent has no car it matters who goes with whom.
  const together = family.withoutCar !== undefined && (people & bothParents) === bothParents
  let left = noParent
  let waited = 0
  for (const parent of parents) {
    if (!(people & parentBit(parent))) continue
    const overlap = state[at.busyUntil + parent]! > from
    if (overlap && enforced & rule.doubleBooked) return broken
    state[at.busyUntil + parent] = Math.max(state[at.busyUntil + parent]!, to)
    if (!onsite) {
      if (state[at.place + parent] !== home && !goHome(context, state, parent)) return broken
      if (state[at.free + parent]! > from && !overlap && enforced & rule.travel) return broken
      if (!isAway(context, state, parent, from, to)) return broken
      state[at.free + parent] = Math.max(state[at.free + parent]!, to)
      continue
    }
    const isOut = state[at.place + parent] !== home
    const direct = isOut ? wayFrom(together && state[at.excursion + parent]! & at.together ? ways.car : ways.own[parent], state[at.place + parent]!, place, state[at.free + parent]!) : 0
    const gap = isOut ? from - state[at.free + parent]! - direct : Infinity
    if (gap < 0 && !overlap && enforced & rule.travel) return broken
    if (gap <= family.caps.waitMinutes) {
      if (!isAway(context, state, parent, state[at.free + parent]!, to)) return broken
      if (!(state[at.excursion + parent]! & at.ridingAlong)) state[at.minutes]! += direct
      waited = Math.max(waited, gap)
    } else {
      if (!leaveHome(context, state, parent, together ? ways.car : ways.own[parent], place, from, to, overlap, left !== noParent)) return broken
      left |= parentBit(parent)
    }
    state[at.place + parent] = place
    state[at.free + parent] = Math.max(state[at.free + parent]!, to)
    if (place !== context.centrePlace) state[at.excursion + parent]! |= at.elsewhere
    if (together) state[at.excursion + parent] = (state[at.excursion + parent]! | at.together) & ~at.fromCentre
    else state[at.excursion + parent]! &= ~(at.together | at.fromCentre)
  }
  state[at.minutes]! += waited
  return left
}

const leaveHome = (context: DayContext, state: DayState, parent: ParentIndex, ways: Ways, place: number, from: number, to: number, overlap: boolean, withOther: boolean): boolean => {
  const { model, enforced } = context
  const way = wayBefore(ways, home, place, from)
  const leave = from - way
  if (state[at.place + parent] !== home) {
    if (!goHome(context, state, parent)) return false
    if (leave - state[at.free + parent]! < model.family.caps.homeMinutes && enforced & rule.homeMinutes) return false
  } else if (leave < state[at.free + parent]! && !overlap && enforced & rule.travel) return false
  if (!isAway(context, state, parent, leave, to)) return false
  if (withOther) state[at.excursion + parent]! |= at.ridingAlong
  else state[at.minutes]! += way
  return true
}

/** A parent does something from one time to another: it may not overlap unavailable time, and it touches rest. */
const isAway = ({ day, enforced }: DayContext, state: DayState, parent: ParentIndex, from: number, to: number): boolean => {
  if (from >= to) return true
  if (enforced & rule.unavailable && overlapsAny(from, to, day.unavailable[parent])) return false
  for (let block = 0; block < day.rest.length; block++) if (overlapsAny(from, to, day.rest[block]![parent])) state[at.rest]! |= 1 << block
  return true
}

/**
 * Simulates a day with these appointments and the day's drop-off and pick-up.
 * @param scratch where to work; its content is lost.
 * @returns the day's state at its end, or nothing when an enforced rule breaks.
 */
export const simulateDay = (context: DayContext, appointments: readonly Candidate[], scratch = at.emptyDay(context.model.children.length)): DayState | undefined => {
  const state = at.cleared(scratch)
  const inOrder = appointments.length > 1 ? [...appointments].sort(byStart) : appointments
  let stop = 0
  const { centreStops } = context.day
  for (const candidate of inOrder) {
    while (stop < centreStops.length && comesFirst(centreStops[stop]!, candidate)) if (!addCentreStop(context, state, centreStops[stop++]!)) return undefined
    if (!addAppointment(context, state, candidate)) return undefined
  }
  while (stop < centreStops.length) if (!addCentreStop(context, state, centreStops[stop++]!)) return undefined
  return endDay(context, state) ? state : undefined
}

/** The rules that appointments on one day break, each looked for with all others lifted. */
export const brokenOnDay = (context: DayContext, appointments: readonly Candidate[]): RuleSet => {
  let broken = noRules
  for (const each of eachDayRule) {
    if (context.enforced & each && simulateDay({ ...context, enforced: each }, appointments) === undefined) broken |= each
  }
  return broken
}
const eachDayRule: readonly RuleSet[] = [rule.doubleBooked, rule.travel, rule.homeMinutes, rule.unavailable, rule.childMinutes, rule.motherMinutes, rule.appointmentsPerDay, rule.apart, rule.minding]
/** The rules that only a whole day can break. */
export const dayRules: RuleSet = eachDayRule.reduce((all, one) => all | one, noRules)

/** The order in which a day is simulated. */
export const byStart = (a: Candidate, b: Candidate): number => a.from - b.from || a.to - b.to || a.need - b.need

/** Whether a drop-off or pick-up comes before an appointment; one that starts and ends with it comes first. */
export const comesFirst = (stop: Interval, candidate: Candidate): boolean => stop.from < candidate.from || (stop.from === candidate.from && stop.to <= candidate.to)
