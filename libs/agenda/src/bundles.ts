/** Bundles and their burden, from the parts that one reader may see: nothing here knows of any other part. */
import { minutesOf, type IsoDate, type LocalTime, type LocationId, type PersonId } from '@samenspel/kernel'
import { workingDaysBetween } from './bundling-case/days.ts'
import { glueAfter, glueBefore, outOfHome } from './bundling-case/family.ts'
import { overlapOnDay } from './checks.ts'
import type { Urgency } from './needs/events.ts'
import type { Slot } from './proposals/events.ts'
import type { BundleId, Burden, DatedInterval } from './terms.ts'

export type BundleKind = 'visit' | 'home' | 'evening' | 'digital'

/** Minutes between two places. */
export type MinutesBetween = (from: LocationId, to: LocationId) => number

export type Travel = { readonly leaveAt: LocalTime; readonly backAt: LocalTime; readonly minutes: number }

export type Bundle<Part> = {
  readonly bundleId: BundleId
  readonly kind: BundleKind
  readonly date: IsoDate
  readonly start: LocalTime
  readonly end: LocalTime
  readonly parts: readonly Part[]
  /** Absent when nobody leaves home, and when nobody knows how far it is: then nobody knows when to leave either. */
  readonly travel?: Travel
}

type Part = Slot & { readonly bundleId: BundleId; readonly evening: boolean; readonly asked: readonly PersonId[] }

/**
 * Parts as bundles, in order of time. Give only parts whose place and time the reader may know:
 * kind, times and travel are then those of these parts alone.
 */
export const bundlesOf = <Own extends Part>(parts: readonly Own[], minutesBetween: MinutesBetween): readonly Bundle<Own>[] => {
  const byBundle = Map.groupBy([...parts].sort(byTime), ({ bundleId, date }) => `${date} ${bundleId}`)
  return [...byBundle.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const travel = travelOf(own, minutesBetween)
    return [{
      bundleId: first.bundleId, kind: kindOf(own), date: first.date, start: first.start, end: own.map(({ end }) => end).sort().at(-1) ?? first.end,
      parts: own, ...(travel !== undefined && { travel }),
    }]
  })
}

const byTime = (a: Slot, b: Slot): number => a.date + a.start < b.date + b.start ? -1 : 1

const kindOf = (parts: readonly Part[]): BundleKind => {
  if (parts.some(({ modality }) => modality.kind === 'onsite')) return 'visit'
  if (parts.some(({ modality }) => modality.kind === 'home')) return 'home'
  return parts.every(({ evening }) => evening) ? 'evening' : 'digital'
}

/** Only where an adult goes along: nobody leaves home for what happens at the day centre while the child is there. */
const travelOf = (parts: readonly Part[], minutesBetween: MinutesBetween): Travel | undefined => {
  const out = parts.filter(({ modality, asked, attendees }) => modality.kind === 'onsite' && asked.some((person) => attendees.includes(person)))
  // No minutes from home to anywhere: where the family lives stands nowhere.
  if (out.every(({ homeMinutes }) => homeMinutes === 0)) return undefined
  const leaveAt = out.map((part) => outOfHome(part).from).sort()[0]
  const backAt = out.map((part) => outOfHome(part).to).sort().at(-1)
  return leaveAt === undefined || backAt === undefined ? undefined : { leaveAt, backAt, minutes: travelMinutes(out, minutesBetween) }
}

/** From home over every place and home again; the way to and from the day centre that is made anyway costs nothing. */
const travelMinutes = (outing: readonly Slot[], minutesBetween: MinutesBetween): number => {
  const { first, last } = gluesOf(outing)
  const legs = outing.slice(1).reduce((sum, slot, index) => sum + between(outing[index], slot, minutesBetween), 0)
  const out = first === undefined ? outing[0]?.homeMinutes ?? 0 : first.homeMinutes + first.onMinutes
  const back = last === undefined ? outing.at(-1)?.homeMinutes ?? 0 : last.onMinutes + last.homeMinutes
  return out + legs + back - 2 * (first ?? last ?? { homeMinutes: 0 }).homeMinutes
}

/** Where an outing begins with bringing or fetching, and where it ends with that. */
const gluesOf = (outing: readonly Slot[]) => {
  const begin = outing[0], end = outing.at(-1)
  return { first: begin && glueBefore(begin), last: end && glueAfter(end) }
}

const between = (from: Slot | undefined, to: Slot, minutesBetween: MinutesBetween): number =>
  from?.modality.kind === 'onsite' && to.modality.kind === 'onsite' && from.modality.place !== to.modality.place ? minutesBetween(from.modality.place, to.modality.place) : 0

// ── What a proposal saves

/** A need that the reader may see: where the proposal puts it, and where its own first free time was; either may be missing. */
export type ComparedNeed = { readonly urgency: Urgency; readonly preferred: IsoDate; readonly slot?: Slot; readonly firstFree?: Slot }

export type ComparisonFacts = {
  readonly adults: readonly PersonId[]
  readonly minutesBetween: MinutesBetween
  /** Longest wait between two stops of one trip; after a longer one people go home. */
  readonly waitMinutes: number
  /** Preferred rest that the reader may see. */
  readonly rest: readonly (DatedInterval & { readonly persons: readonly PersonId[] })[]
}

/**
 * What a proposal costs the family, beside every need at its own first free time, in the planner's seven numbers:
 * computed from nothing but the needs that this reader may see, so it tells nothing of others. Where no way from home takes a
 * minute, nobody knows where the family lives: then minutes are nought on either side, since they would compare nothing but waits.
 */
export const savingsFor = (needs: readonly ComparedNeed[], facts: ComparisonFacts): { readonly before: Burden; readonly after: Burden } => {
  const before = burdenOf(needs.map(({ firstFree, ...need }) => ({ ...need, slot: firstFree })), facts)
  const after = burdenOf(needs, facts)
  const isHomeKnown = needs.some(({ slot, firstFree }) => [slot, firstFree].some((one) => one !== undefined && one.homeMinutes > 0))
  return isHomeKnown ? { before, after } : { before: { ...before, minutes: 0 }, after: { ...after, minutes: 0 } }
}

/** A need, and where a plan puts it; without a slot it is not planned. */
export type PlannedNeed = { readonly urgency: Urgency; readonly preferred: IsoDate; readonly slot?: Slot | undefined }

/** What a plan costs the family, in the planner's seven numbers, computed from nothing but these needs. */
export const burdenOf = (needs: readonly PlannedNeed[], { adults, minutesBetween, waitMinutes, rest }: ComparisonFacts): Burden => {
  const slots = needs.flatMap(({ slot }) => slot ?? [])
  const withAdult = slots.filter(({ attendees }) => attendees.some((person) => adults.includes(person)))
  const all = outings(withAdult, adults, { minutesBetween, waitMinutes })
  const trips = all.filter((outing) => !outing.every(({ glued }) => glued !== false && glued.onMinutes === 0))
  return {
    unplanned: sum(needs, ({ urgency, slot }) => slot === undefined ? urgency : 0),
    restTouched: rest.filter((block) => withAdult.some((slot) => overlapOnDay(block, { ...outOfHome(slot), date: slot.date }) && slot.attendees.some((person) => block.persons.includes(person)))).length,
    travelDays: new Set(trips.flatMap((outing) => outing.map(({ date }) => date))).size,
    trips: trips.length,
    careDays: new Set(withAdult.map(({ date }) => date)).size,
    minutes: sum(all, (outing) => travelMinutes(outing, minutesBetween) + waitingIn(outing, minutesBetween)),
    lateness: sum(needs, ({ urgency, preferred, slot }) => slot === undefined ? 0 : urgency * workingDaysBetween(preferred, slot.date)),
  }
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number => items.reduce((total, item) => total + of(item), 0)

/** What an adult does without going home between. */
const outings = (slots: readonly Slot[], adults: readonly PersonId[], { minutesBetween, waitMinutes }: Pick<ComparisonFacts, 'minutesBetween' | 'waitMinutes'>): readonly (readonly Slot[])[] => {
  const found: Slot[][] = []
  for (const next of slots.filter(({ modality }) => modality.kind === 'onsite').sort(byTime)) {
    const goesOn = (last: Slot | undefined) => last?.date === next.date
      && next.attendees.some((person) => adults.includes(person) && last.attendees.includes(person)) && waitBefore(last, next, minutesBetween) <= waitMinutes
    const outing = found.find((one) => goesOn(one.at(-1)))
    if (outing === undefined) found.push([next])
    else outing.push(next)
  }
  return found
}

const waitBefore = (last: Slot, next: Slot, minutesBetween: MinutesBetween): number =>
  minutesOf(next.start) - minutesOf(last.end) - between(last, next, minutesBetween)

const waitingIn = (outing: readonly Slot[], minutesBetween: MinutesBetween): number => {
  const { first, last } = gluesOf(outing)
  const waits = outing.map((slot, index) => {
    const previous = outing[index - 1]
    return previous === undefined ? 0 : Math.max(0, waitBefore(previous, slot, minutesBetween))
  })
  const before = first === undefined ? 0 : minutesFrom(first.to, outing[0]?.start) - first.onMinutes
  const after = last === undefined ? 0 : minutesFrom(outing.at(-1)?.end, last.from) - last.onMinutes
  return before + after + sum(waits, (wait) => wait)
}

const minutesFrom = (from: LocalTime = '00:00', to: LocalTime = from): number => minutesOf(to) - minutesOf(from)
