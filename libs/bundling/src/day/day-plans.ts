/**
 * All day plans worth keeping: for every set of needs that fits on one day, the timing that weighs least.
 * Label setting over the day's candidates in order of their start; all that is awkward about a day
 * (chained travel, waiting or going home, rest touched) is priced here exactly, so that the choice
 * between days only has to add up.
 */
import type { Candidate } from '../model/candidates.ts'
import { dayStart, home, parents, person, type FamilyModel } from '../model/family-model.ts'
import { allRules, countBits, rule, type RuleSet } from '../model/rules.ts'
import { wayFrom } from '../model/ways.ts'
import type { Budget } from '../search/budget.ts'
import { addAppointment, addCentreStop, byStart, comesFirst, dayContext, endDay, goHome, type DayContext } from './day-simulation.ts'
import * as at from './day-state.ts'
import type { DayState } from './day-state.ts'
import { createLabels, type Labels } from './labels.ts'

/** Appointments on one day with their exact weight: one column of the master problem. */
export type DayPlan = {
  readonly day: number
  readonly appointments: readonly Candidate[]
  readonly restTouched: number
  readonly trips: number
  readonly careDay: 0 | 1
  readonly minutes: number
  readonly evenings: number
  readonly lateness: number
  /** When a plan is made again: how many appointments that stood are not as they were. */
  readonly moved?: number
}

/** A day with more labels than this is left incomplete; nothing is then called proven. */
const mostLabels = 300_000
/** Needs that a state can tell apart on one day. */
const mostNeeds = 62

export type DayPlans = { readonly plans: readonly DayPlan[]; readonly complete: boolean }

/** @param enforced the rules that hold; the others may be broken. */
export const dayPlansOf = (model: FamilyModel, dayIndex: number, candidates: readonly Candidate[], budget: Budget, enforced = allRules): DayPlans => {
  const context = dayContext(model, dayIndex, enforced)
  const bits = needBits(candidates)
  const inOrder = candidates.filter(candidate => bits.has(candidate.need)).sort(byStart)
  const labels = createLabels(model.children.length)
  const chain = createChain()
  const choices = choiceTable(model, inOrder, enforced)
  labels.keep(at.emptyDay(model.children.length))
  let complete = inOrder.length === candidates.length
  let now = -1
  let stop = 0
  const passStops = (until: Candidate | undefined): void => {
    const { centreStops } = context.day
    while (stop < centreStops.length && (until === undefined || comesFirst(centreStops[stop]!, until))) {
      const passed = centreStops[stop++]!
      labels.rework(state => settle(context, state, passed.from) && addCentreStop(context, state, passed))
    }
  }
  const state = at.emptyDay(model.children.length)
  for (const [index, candidate] of inOrder.entries()) {
    passStops(candidate)
    if (candidate.from !== now) {
      now = candidate.from
      labels.rework(each => settle(context, each, candidate.from))
    }
    if (labels.count() > mostLabels || budget.spent()) {
      complete = false
      break
    }
    const { low, high } = bits.get(candidate.need)!
    extendAll(context, labels, state, candidate, low, high, chosen => choices.choose(chosen, index), chain)
  }
  passStops(undefined)
  return { plans: closeAll(context, labels, chain), complete }
}

const extendAll = (context: DayContext, labels: Labels, state: DayState, candidate: Candidate, low: number, high: number, choose: (chosen: number) => number, chain: Chain): void => {
  const once = (context.enforced & rule.doubleBooked) !== 0
  const withA = once && (candidate.people & person.parentA) !== 0
  const withB = once && (candidate.people & person.parentB) !== 0
  for (let label = 0, count = labels.count(); label < count; label++) {
    if (labels.has(label, low, high) || !labels.isFree(label, withA, withB, candidate.start)) continue
    labels.read(label, state)
    const chosen = choose(state[at.teams]!)
    if (chosen < 0 || !addAppointment(context, state, candidate)) continue
    state[at.teams] = chosen
    state[at.needsLow]! |= low
    state[at.needsHigh]! |= high
    const before = state[at.chain]!
    const kept = labels.keep(state)
    if (kept >= 0) labels.end(kept, chain.add(candidate, before))
  }
}

/** Forgets what can't matter any more at a time, so that more labels are alike; false when the day breaks by it. */
const settle = (context: DayContext, state: DayState, now: number): boolean => {
  const { model } = context
  const { caps } = model.family
  for (const parent of parents) {
    if (state[at.place + parent] !== home) {
      const since = state[at.free + parent]!
      const wayHome = wayFrom(state[at.excursion + parent]! & at.together ? model.ways.car : model.ways.own[parent], state[at.place + parent]!, home, since)
      const mustHaveGone = now - since > caps.waitMinutes + model.longestWay && since + wayHome + caps.homeMinutes + model.longestWayFromHome <= now
      if (mustHaveGone && !goHome(context, state, parent)) return false
    }
    if (state[at.place + parent] === home && state[at.free + parent]! + model.longestWayFromHome <= now) state[at.free + parent] = dayStart
  }
  for (let index = 0; index < model.children.length; index++) {
    const child = at.ofChild(index)
    for (const parent of parents) {
      if (state[child + at.aloneUntil + parent]! + model.longestWayFromHome <= now) state[child + at.aloneUntil + parent] = 0
      if (state[child + at.leaningUntil + parent]! + model.longestWayFromHome <= now) state[child + at.leaningUntil + parent] = 0
    }
    if (state[child + at.childFree]! + model.longestWay <= now) {
      state[child + at.childFree] = dayStart
      state[child + at.childPlace] = home
    }
  }
  state[at.claims] = context.claims.prune(state[at.claims]!, now)
  return true
}

/** Ends the day for every label and keeps, for each set of needs and teams, the plans that may be chosen. */
const closeAll = (context: DayContext, labels: Labels, chain: Chain): readonly DayPlan[] => {
  const kept: Map<number | string, DayPlan[]>[] = []
  const state = at.emptyDay(context.model.children.length)
  for (let label = 0; label < labels.count(); label++) {
    labels.read(label, state)
    if (state[at.chain] === -1 || !endDay(context, state)) continue
    const low = state[at.needsLow]!
    const high = state[at.needsHigh]!
    const needs = high === 0 ? low : `${low} ${high}`
    const ofTeams = kept[state[at.teams]!] ??= new Map()
    const rivals = ofTeams.get(needs) ?? []
    const weight = weightOf(state)
    if (rivals.some(rival => outdoes(rival, weight))) continue
    ofTeams.set(needs, [...rivals.filter(rival => !outdoes(weight, rival)), planOf(context, state, chain.appointments(state[at.chain]!))])
  }
  return kept.flatMap(ofTeams => [...ofTeams.values()].flat())
}

type Weight = Pick<DayPlan, 'restTouched' | 'trips' | 'careDay' | 'minutes' | 'evenings'>

const weightOf = (state: DayState): Weight => ({
  restTouched: countBits(state[at.rest]!),
  trips: state[at.trips]!,
  careDay: state[at.appointments]! > 0 ? 1 : 0,
  minutes: state[at.minutes]!,
  evenings: state[at.evenings]!,
})

export const planOf = (context: DayContext, state: DayState, appointments: readonly Candidate[]): DayPlan => ({
  day: context.day.index,
  appointments,
  ...weightOf(state),
  lateness: latenessOf(context.model, context.day.index, appointments),
})

const latenessOf = (model: FamilyModel, day: number, appointments: readonly Candidate[]): number =>
  appointments.reduce((sum, { need }) => sum + model.needs[need]!.urgency * Math.max(0, day - model.needs[need]!.preferredDay), 0)

/** Whether a plan with the same needs is at least as light, and uses no more of a week's caps. */
const outdoes = (a: Weight, b: Weight): boolean => a.trips <= b.trips && a.evenings <= b.evenings && weigh(a, b) <= 0

const weigh = (a: Weight, b: Weight): number =>
  a.restTouched - b.restTouched || a.trips - b.trips || a.careDay - b.careDay || a.minutes - b.minutes || a.evenings - b.evenings

const needBits = (candidates: readonly Candidate[]): ReadonlyMap<number, { readonly low: number; readonly high: number }> => {
  const needs = [...new Set(candidates.map(candidate => candidate.need))].sort((a, b) => a - b).slice(0, mostNeeds)
  return new Map(needs.map((need, index) => [need, index < 31 ? { low: 1 << index, high: 0 } : { low: 0, high: 1 << (index - 31) }]))
}

type Chain = {
  readonly add: (candidate: Candidate, before: number) => number
  readonly appointments: (last: number) => readonly Candidate[]
}

/** The appointments of all labels as linked lists that share their beginnings. */
const createChain = (): Chain => {
  const links: { readonly candidate: Candidate; readonly before: number }[] = []
  return {
    add: (candidate, before) => links.push({ candidate, before }) - 1,
    appointments: last => {
      const found: Candidate[] = []
      for (let link = links[last]; link !== undefined; link = links[link.before]) found.push(link.candidate)
      return found.reverse()
    },
  }
}

type ChoiceTable = {
  /** The choice with that of a candidate added; −1 when its series has another team or time already. */
  readonly choose: (choice: number, candidate: number) => number
}

/** What a candidate chooses for a whole series: a value, by number, of one of the things to be chosen. */
type Choosing = { readonly item: number; readonly what: number; readonly value: number }

/** The teams and times chosen for series on a day; each different choice has a number, 0 is none. A day asks many thousand times for few different ones. */
const choiceTable = (model: FamilyModel, candidates: readonly Candidate[], enforced: RuleSet): ChoiceTable => {
  const whats = new Map<string, number>()
  const items = new Map<string, Choosing>()
  const choosing = (name: string, value: number): Choosing => {
    const what = whats.get(name) ?? whats.size
    whats.set(name, what)
    const known = items.get(`${name} ${value}`)
    if (known !== undefined) return known
    const made = { item: items.size, what, value: items.size + 1 }
    items.set(`${name} ${value}`, made)
    return made
  }
  const chosenBy = candidates.map(({ need, team, start }): readonly Choosing[] => {
    const { series, sameTime } = model.needs[need]!
    return [
      ...series === undefined || !(enforced & rule.sameProfessional) ? [] : [choosing(`team ${series}`, team)],
      ...sameTime === undefined || !(enforced & rule.sameTime) ? [] : [choosing(`time ${sameTime}`, start)],
    ]
  })
  const radix = BigInt(items.size + 1)
  const weights = [...whats.keys()].map((_, what) => radix ** BigInt(what))
  /** By choice: the value of each thing, 0 where none is chosen; and all of them as one number. */
  const choices: { readonly values: Int32Array; readonly code: bigint }[] = [{ values: new Int32Array(whats.size), code: 0n }]
  const numbers = new Map<bigint, number>([[0n, 0]])
  const known = new Map<number, number>()
  const withOne = (choice: number, { item, what, value }: Choosing): number => {
    const key = choice * items.size + item
    const seen = known.get(key)
    if (seen !== undefined) return seen
    const next = nextChoice(choice, what, value)
    known.set(key, next)
    return next
  }
  const nextChoice = (choice: number, what: number, value: number): number => {
    const { values, code } = choices[choice]!
    if (values[what] !== 0) return values[what] === value ? choice : -1
    const after = code + BigInt(value) * weights[what]!
    const number = numbers.get(after)
    if (number !== undefined) return number
    numbers.set(after, choices.length)
    return choices.push({ values: values.with(what, value), code: after }) - 1
  }
  return {
    choose: (choice, candidate) => {
      let chosen = choice
      for (const one of chosenBy[candidate]!) if (chosen >= 0) chosen = withOne(chosen, one)
      return chosen
    },
  }
}
