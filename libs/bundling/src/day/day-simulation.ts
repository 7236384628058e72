/**
 * The exact day of a family: appointments, drop-off and pick-up in order of their start, with travel,
 * waiting, going home, rest touched and the child's minutes. Every rule about one person's day is here.
 */
import type { Caps } from '../format/case.ts'
import type { Candidate } from '../model/candidates.ts'
import { capsOfWeek } from '../model/caps.ts'
import { apartMinutes, bothParents, dayStart, home, otherParent, parentBit, parents, person, type DayModel, type FamilyModel, type ParentIndex } from '../model/family-model.ts'
import { overlapsAny, type Interval } from '../model/intervals.ts'
import { allRules, noRules, rule, type RuleSet } from '../model/rules.ts'
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
  readonly claims: ClaimsTable
}

export const dayContext = (model: FamilyModel, dayIndex: number, enforced: RuleSet = allRules): DayContext => {
  const day = model.days[dayIndex]
  if (day === undefined) throw new RangeError(`The case has no planning day ${dayIndex}`)
  return { model, day, enforced, caps: capsOfWeek(model, dayIndex), centrePlace: model.instance.places.indexOf(model.family.dayCentre?.place ?? ''), claims: claimsTable() }
}

/**
 * Adds an appointment that starts no earlier than everything before it. The state changes in place.
 * @returns false when an enforced rule breaks; the state is then of no use.
 */
export const addAppointment = (context: DayContext, state: DayState, candidate: Candidate): boolean => {
  const { caps, enforced } = context
  const withParents = candidate.people & bothParents
  if (withParents) {
    state[at.appointments]! += 1
    if (state[at.appointments]! > caps.appointmentsPerDay && enforced & rule.appointmentsPerDay) return false
    if (candidate.evening) state[at.evenings]! += 1
  }
  return (!(candidate.people & person.child) || addForChild(context, state, candidate))
    && (!withParents || candidate.people & person.child ? true : addMinding(context, state, candidate))
    && claimPeople(context, state, candidate)
    && addForParents(context, state, candidate.people, candidate.form === 'onsite', candidate.place, candidate.start, candidate.end)
}

/** Adds parent A's drop-off or pick-up. */
export const addCentreStop = (context: DayContext, state: DayState, stop: Interval): boolean => {
  if (context.model.family.parentsApart && !claimPlace(context, state, person.parentA, context.centrePlace, stop.from, stop.to)) return false
  if (!addForParents(context, state, person.parentA, true, context.centrePlace, stop.from, stop.to)) return false
  state[at.excursion]! |= at.bringing
  return true
}

/** Brings everybody home at the end of the day. */
export const endDay = (context: DayContext, state: DayState): boolean => {
  for (const parent of parents) if (state[at.place + parent] !== home && !goHome(context, state, parent)) return false
  return true
}

/** Takes a parent home from the last stop; the excursion is then counted. */
export const goHome = (context: DayContext, state: DayState, parent: ParentIndex): boolean => {
  const { travel } = context.model
  const way = travel[state[at.place + parent]!]![home]!
  const leave = state[at.free + parent]!
  if (!isAway(context, state, parent, leave, leave + way)) return false
  const excursion = state[at.excursion + parent]!
  if (!(excursion & at.ridingAlong)) {
    state[at.minutes]! += way
    if (excursion & at.bringing) state[at.minutes]! -= 2 * travel[home]![context.centrePlace]!
    if (!(excursion & at.bringing) || excursion & at.elsewhere) state[at.trips]! += 1
  }
  state[at.excursion + parent] = 0
  state[at.place + parent] = home
  state[at.free + parent] = leave + way
  return true
}

const addForChild = ({ model, enforced }: DayContext, state: DayState, { place, start, end }: Candidate): boolean => {
  state[at.childMinutes]! += end - start
  if (state[at.childMinutes]! > model.family.caps.childMinutesPerDay && enforced & rule.childMinutes) return false
  const until = state[at.childFree]!
  if (until > dayStart || state[at.childPlace] !== home) {
    if (until > start) { if (enforced & rule.doubleBooked) return false }
    else if (until + model.travel[state[at.childPlace]!]![place]! > start && enforced & rule.travel) return false
  }
  state[at.childFree] = Math.max(until, end)
  state[at.childPlace] = place
  return true
}

/**
 * While one parent relies on the other to mind the child, the other attends nothing without the child.
 * Starts are in order, so an earlier bare interval overlaps this one exactly when it ends after this one begins.
 */
const addMinding = ({ enforced }: DayContext, state: DayState, candidate: Candidate): boolean => {
  const from = candidate.start - candidate.way
  const to = candidate.end + candidate.way
  for (const parent of parents) {
    if (!(candidate.people & parentBit(parent))) continue
    const other = otherParent(parent)
    if (state[at.leaningUntil + other]! > from && enforced & rule.minding) return false
    if (candidate.leansOnOtherParent) {
      if (state[at.aloneUntil + other]! > from && enforced & rule.minding) return false
      state[at.leaningUntil + parent] = Math.max(state[at.leaningUntil + parent]!, to)
    }
  }
  for (const parent of parents) if (candidate.people & parentBit(parent)) state[at.aloneUntil + parent] = Math.max(state[at.aloneUntil + parent]!, to)
  return true
}

/** Nobody is asked for twice at one time; parents who live apart don't meet. */
const claimPeople = (context: DayContext, state: DayState, candidate: Candidate): boolean => {
  const { claims, enforced, model } = context
  for (const professional of candidate.contested) {
    const claim = { what: professional, by: bothParents, until: candidate.end }
    if (claims.clashes(state[at.claims]!, claim, candidate.start) && enforced & rule.doubleBooked) return false
    state[at.claims] = claims.add(state[at.claims]!, claim, candidate.start)
  }
  const withParents = candidate.people & bothParents
  return !model.family.parentsApart || candidate.form !== 'onsite' || !withParents
    || claimPlace(context, state, withParents, candidate.place, candidate.start, candidate.end)
}

/** Claims of places are told from those of professionals by a negative number. */
const claimPlace = ({ claims, enforced }: DayContext, state: DayState, withParents: number, place: number, start: number, end: number): boolean => {
  const claim = { what: -place, by: withParents, until: end + apartMinutes }
  if (claims.clashesWithOther(state[at.claims]!, claim, start) && enforced & rule.apart) return false
  state[at.claims] = claims.add(state[at.claims]!, claim, start)
  return true
}

/** Takes the parents to an appointment or a stop; B rides along when both leave home for it. */
const addForParents = (context: DayContext, state: DayState, people: number, onsite: boolean, place: number, start: number, end: number): boolean => {
  const { model, enforced } = context
  let someoneLeft = false
  let waited = 0
  for (const parent of parents) {
    if (!(people & parentBit(parent))) continue
    const overlap = state[at.busyUntil + parent]! > start
    if (overlap && enforced & rule.doubleBooked) return false
    state[at.busyUntil + parent] = Math.max(state[at.busyUntil + parent]!, end)
    if (!onsite) {
      if (state[at.place + parent] !== home && !goHome(context, state, parent)) return false
      if (state[at.free + parent]! > start && !overlap && enforced & rule.travel) return false
      if (!isAway(context, state, parent, start, end)) return false
      state[at.free + parent] = Math.max(state[at.free + parent]!, end)
      continue
    }
    const gap = state[at.place + parent] === home ? Infinity : start - state[at.free + parent]! - model.travel[state[at.place + parent]!]![place]!
    if (gap < 0 && !overlap && enforced & rule.travel) return false
    if (gap <= model.family.caps.waitMinutes) {
      if (!stayOut(context, state, parent, place, end)) return false
      waited = Math.max(waited, gap)
    } else {
      if (!leaveHome(context, state, parent, place, start, end, overlap, someoneLeft)) return false
      someoneLeft = true
    }
    state[at.place + parent] = place
    state[at.free + parent] = Math.max(state[at.free + parent]!, end)
    if (place !== context.centrePlace) state[at.excursion + parent]! |= at.elsewhere
  }
  state[at.minutes]! += waited
  return true
}

const stayOut = (context: DayContext, state: DayState, parent: ParentIndex, place: number, end: number): boolean => {
  if (!isAway(context, state, parent, state[at.free + parent]!, end)) return false
  if (!(state[at.excursion + parent]! & at.ridingAlong)) state[at.minutes]! += context.model.travel[state[at.place + parent]!]![place]!
  return true
}

const leaveHome = (context: DayContext, state: DayState, parent: ParentIndex, place: number, start: number, end: number, overlap: boolean, withOther: boolean): boolean => {
  const { model, enforced } = context
  const way = model.travel[home]![place]!
  const leave = start - way
  if (state[at.place + parent] !== home) {
    if (!goHome(context, state, parent)) return false
    if (leave - state[at.free + parent]! < model.family.caps.homeMinutes && enforced & rule.homeMinutes) return false
  } else if (leave < state[at.free + parent]! && !overlap && enforced & rule.travel) return false
  if (!isAway(context, state, parent, leave, end)) return false
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
export const simulateDay = (context: DayContext, appointments: readonly Candidate[], scratch = at.emptyDay()): DayState | undefined => {
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
  for (const each of dayRules) {
    if (context.enforced & each && simulateDay({ ...context, enforced: each }, appointments) === undefined) broken |= each
  }
  return broken
}
const dayRules: readonly RuleSet[] = [rule.doubleBooked, rule.travel, rule.homeMinutes, rule.unavailable, rule.childMinutes, rule.appointmentsPerDay, rule.apart, rule.minding]

/** The order in which a day is simulated. */
export const byStart = (a: Candidate, b: Candidate): number => a.start - b.start || a.end - b.end || a.need - b.need

/** Whether a drop-off or pick-up comes before an appointment; one that starts and ends with it comes first. */
export const comesFirst = (stop: Interval, candidate: Candidate): boolean => stop.from < candidate.start || (stop.from === candidate.start && stop.to <= candidate.end)
