/** A family's rhythm and its confirmed appointments, as the planner reads them. */
import type { IsoDate, PersonId } from '@samenspel/kernel'
import { overlap } from '../checks.ts'
import { contains, cut, merged, shared, shifted } from '../intervals.ts'
import type { Caps, Transport } from '../rhythm/events.ts'
import { isLighter } from '../pace/state.ts'
import { blocksOf, endOfDay, eveningBegins, isOn, occurrences, ritualBegins } from '../rhythm/week.ts'
import type { Glue, Slot } from '../proposals/events.ts'
import type { Interval } from '../terms.ts'
import { mondayOf } from './days.ts'
import { parentRoles, type Household, type PlanningFacts, type Roles } from './facts.ts'
import type { CaseDayCentre, CaseFamily, CaseParent, UnavailableReason, UnavailableSpan } from './format.ts'
import { caseMinutes } from './travel.ts'

export type FamilyFacts = Pick<PlanningFacts, 'familyId' | 'agenda' | 'household' | 'closedDays' | 'travelMinutes'>
type FamilyPart = Omit<CaseFamily, 'needs' | 'order' | 'travelMinutes'>

/** The caps of a lighter week (product, "a lighter offer"). */
export const lighterCaps = (caps: Caps): Caps => ({
  ...caps,
  appointmentsPerDay: Math.max(1, caps.appointmentsPerDay - 1),
  tripsPerWeek: Math.min(1, caps.tripsPerWeek),
  eveningsPerWeek: Math.min(1, caps.eveningsPerWeek),
})

export const rolesOf = ({ household: { child, parents }, agenda }: Pick<FamilyFacts, 'household' | 'agenda'>): Roles => {
  const transport = dayCentreBlocks(agenda, child?.person)[0]?.transport
  const driver = transport === undefined || transport === 'taxi' ? undefined : parents.find((parent) => parent === transport.by)
  const parentA = driver ?? parents[0]
  return { child: child?.person, parentA, parentB: parents.find((parent) => parent !== parentA) }
}

/** @param confirmed appointments that stand: nothing is planned through them. */
export const familyPart = (facts: FamilyFacts, days: readonly IsoDate[], confirmed: readonly Slot[], lighter: boolean): FamilyPart => {
  const { familyId, agenda: { rhythm }, household } = facts
  const caps = lighter ? lighterCaps(rhythm.limits.caps) : rhythm.limits.caps
  const { child } = household
  const day: DayFacts = { ...facts, confirmed, caps }
  return {
    id: familyId,
    child: child === null ? null : {
      ageYears: child.ageYears,
      naps: merged(blocksOf(rhythm, 'nap').filter(({ persons }) => persons.includes(child.person))).map(({ from, to }) => [from, to] as const),
    },
    bedtime: eveningBegins(rhythm, childrenOf(household)),
    sitter: rhythm.limits.sitter,
    parentsApart: household.parentsApart,
    caps,
    ...weekCaps(facts, days, confirmed),
    dayCentre: dayCentre(facts, days),
    unavailable: { parentA: unavailable(day, 'parentA', days), parentB: unavailable(day, 'parentB', days) },
    rest: rest(facts, days),
  }
}

/** In the weeks that the family wants to be lighter. What stands there already is part of it: one visit is one visit. */
const weekCaps = ({ agenda: { rhythm, pace }, household }: FamilyFacts, days: readonly IsoDate[], confirmed: readonly Slot[]): Pick<FamilyPart, 'weekCaps'> => {
  const { appointmentsPerDay, tripsPerWeek, eveningsPerWeek } = lighterCaps(rhythm.limits.caps)
  const weeks = [...new Set(days.map(mondayOf))].filter((week) => isLighter(pace, week))
  const left = (week: IsoDate, cap: number, isSo: (slot: Slot) => boolean) =>
    Math.max(0, cap - new Set(confirmed.filter((slot) => mondayOf(slot.date) === week && isSo(slot)).map(({ date }) => date)).size)
  const isTrip = ({ homeMinutes, attendees }: Slot) => homeMinutes > 0 && attendees.some((person) => household.parents.includes(person))
  const evening = eveningBegins(rhythm, childrenOf(household))
  return weeks.length === 0 ? {} : {
    weekCaps: Object.fromEntries(weeks.map((week) => [week, {
      appointmentsPerDay, tripsPerWeek: left(week, tripsPerWeek, isTrip), eveningsPerWeek: left(week, eveningsPerWeek, ({ start }) => start >= evening),
    }])),
  }
}

export const childrenOf = ({ child, siblings }: Household): readonly PersonId[] => [...child === null ? [] : [child.person], ...siblings]

// ── Day centre

const dayCentreBlocks = ({ rhythm }: FamilyFacts['agenda'], child: PersonId | undefined) =>
  blocksOf(rhythm, 'dayCentre').filter(({ persons }) => child !== undefined && persons.includes(child))

/** One day centre, with the hours that all its days share: that is what a case can say. */
const dayCentre = (facts: FamilyFacts, days: readonly IsoDate[]): CaseDayCentre | null => {
  const { agenda, household: { child }, closedDays } = facts
  const [first, ...others] = dayCentreBlocks(agenda, child?.person)
  if (first === undefined) return null
  const blocks = [first, ...others.filter(({ place }) => place === first.place)]
  const from = blocks.map((block) => block.from).sort().at(-1) ?? first.from
  const to = blocks.map((block) => block.to).sort()[0] ?? first.to
  const runs = runsOf(first.transport, facts)
  return {
    place: first.place, from, to,
    days: days.filter((date) => !closedDays.includes(date) && blocks.some((block) => isOn(block, date))),
    transport: runs === undefined ? 'taxi' : 'parentA',
    dropOff: runs === undefined ? [from, from] : [runs.dropOff.from, runs.dropOff.to],
    pickUp: runs === undefined ? [to, to] : [runs.pickUp.from, runs.pickUp.to],
  }
}

/** Only a parent's bringing and fetching fills that parent's day; anybody else is as good as a taxi. */
const runsOf = (transport: Transport, { household }: FamilyFacts) =>
  transport === 'taxi' || !household.parents.includes(transport.by) ? undefined : transport

// ── When parents can't

type DayFacts = FamilyFacts & { readonly confirmed: readonly Slot[]; readonly caps: Caps }

const unavailable = (facts: DayFacts, role: CaseParent, days: readonly IsoDate[]): Readonly<Record<IsoDate, readonly UnavailableSpan[]>> => {
  const parent = rolesOf(facts)[role]
  const spans = days.map((date) => [date, parent === undefined ? nobody : onDay(facts, parent, date)] as const)
  return Object.fromEntries(spans.filter(([, list]) => list.length > 0))
}

/** Who isn't there minds no child either. */
const nobody: readonly UnavailableSpan[] = [['00:00', '23:59', 'work']]

const onDay = (facts: DayFacts, parent: PersonId, date: IsoDate): readonly UnavailableSpan[] => {
  const { rhythm } = facts.agenda
  const own = (kind: 'work' | 'protectedRest' | 'siblingTime') =>
    as(kind, blocksOf(rhythm, kind).filter((block) => block.persons.includes(parent) && isOn(block, date)))
  return [
    ...own('work'), ...own('protectedRest'), ...own('siblingTime'),
    ...as('schoolRun', schoolRuns(facts, parent, date)),
    ...as('protectedRest', bedtimeRitual(facts)),
    ...as('siblingTime', cut(aloneWithSibling(facts, parent, date), bringingAndFetching(facts))),
    ...facts.confirmed.flatMap((slot) => slot.date === date ? takenBy(slot, parent, facts) : []),
    ...as('protectedRest', eveningsUsedUp(facts, date)),
  ].sort((a, b) => a[0] < b[0] ? -1 : 1)
}

const as = (reason: UnavailableReason, intervals: readonly Interval[]): readonly UnavailableSpan[] => intervals.map(({ from, to }) => [from, to, reason])

const schoolRuns = ({ agenda: { rhythm }, closedDays }: FamilyFacts, parent: PersonId, date: IsoDate): readonly Interval[] =>
  closedDays.includes(date) ? [] : blocksOf(rhythm, 'school').filter((block) => isOn(block, date)).flatMap(({ runs }) => runs.filter(({ by }) => by === parent))

/** The ways to and from the day centre: on these a brother or sister comes along. */
const bringingAndFetching = (facts: FamilyFacts): readonly Interval[] => {
  const [block] = dayCentreBlocks(facts.agenda, facts.household.child?.person)
  const runs = block === undefined ? undefined : runsOf(block.transport, facts)
  if (block === undefined || runs === undefined) return []
  const minutes = caseMinutes(facts.travelMinutes('home', block.place))
  return [runs.dropOff, runs.pickUp].map(({ from, to }) => ({ from: shifted(from, -minutes), to: shifted(to, minutes) }))
}

/** From the first ritual until the last child is in bed, no parent is asked for anything. */
const bedtimeRitual = ({ agenda: { rhythm }, household }: FamilyFacts): readonly Interval[] => {
  const from = ritualBegins(rhythm, childrenOf(household)), to = eveningBegins(rhythm, childrenOf(household))
  return from === undefined || from >= to ? [] : [{ from, to }]
}

/**
 * When the index child is minded by the day centre or sleeps at noon, the planner thinks that a parent is free. With a brother or sister
 * at home, and nobody else there, the parent is not: every child who is not at school or day centre has somebody (product, "Evening").
 */
const aloneWithSibling = (facts: FamilyFacts, parent: PersonId, date: IsoDate): readonly Interval[] => {
  const { agenda: { rhythm }, household: { child, parents, siblings }, closedDays } = facts
  if (child === null || rhythm.limits.sitter) return []
  const isOpen = !closedDays.includes(date)
  const at = (kind: 'school' | 'dayCentre' | 'nap', person: PersonId) => blocksOf(rhythm, kind).filter((block) => block.persons.includes(person) && isOn(block, date))
  const dayCentreHours = isOpen ? at('dayCentre', child.person) : []
  const withoutChild = dayCentreHours.length > 0 ? dayCentreHours : at('nap', child.person)
  const siblingsAtHome = siblings.flatMap((sibling) => cut([{ from: '00:00', to: endOfDay }], isOpen ? [...at('school', sibling), ...at('dayCentre', sibling)] : []))
  const others = parents.filter((other) => other !== parent)
  const othersAtWork = others.length === 0 ? [{ from: '00:00', to: endOfDay }] : others.flatMap((other) => blocksOf(rhythm, 'work').filter((block) => block.persons.includes(other) && isOn(block, date)))
  return merged(shared(shared(withoutChild, siblingsAtHome), othersAtWork))
}

/**
 * A confirmed appointment stands in the way of those who attend it, with the travel; while the child is at one, neither parent is asked to take the child elsewhere.
 * Who is away without the child can't mind the child, as if at work.
 */
const takenBy = (slot: Slot, parent: PersonId, { household: { child } }: FamilyFacts): readonly UnavailableSpan[] => {
  const withChild = child !== null && slot.attendees.includes(child.person)
  if (slot.attendees.includes(parent)) return as(withChild ? 'protectedRest' : 'work', [outOfHome(slot)])
  return withChild ? as('protectedRest', [{ from: slot.start, to: slot.end }]) : []
}

/** From leaving home to being home again, for this appointment and the bringing or fetching that it is joined with. */
export const outOfHome = (slot: Slot): Interval => {
  const before = glueBefore(slot), after = glueAfter(slot)
  return {
    from: before === undefined ? shifted(slot.start, -slot.homeMinutes) : shifted(before.from, -before.homeMinutes),
    to: after === undefined ? shifted(slot.end, slot.homeMinutes) : shifted(after.to, after.homeMinutes),
  }
}

/** The bringing or fetching from which one goes on to this visit. */
export const glueBefore = ({ glued, start }: Slot): Glue | undefined => glued !== false && glued.to <= start ? glued : undefined
/** The bringing or fetching to which one goes on after this visit. */
export const glueAfter = ({ glued, end }: Slot): Glue | undefined => glued !== false && glued.from >= end ? glued : undefined

/** In a week whose evenings are spent on what is confirmed, the other evenings stay free. */
const eveningsUsedUp = ({ agenda: { rhythm }, household, confirmed, caps }: DayFacts, date: IsoDate): readonly Interval[] => {
  const from = eveningBegins(rhythm, childrenOf(household))
  const evenings = confirmed.filter((slot) => slot.start >= from && mondayOf(slot.date) === mondayOf(date)).length
  return from < endOfDay && evenings > 0 && evenings >= caps.eveningsPerWeek ? [{ from, to: endOfDay }] : []
}

// ── Preferred rest

const rest = (facts: FamilyFacts, days: readonly IsoDate[]): CaseFamily['rest'] => {
  const roles = rolesOf(facts)
  return blocksOf(facts.agenda.rhythm, 'preferredRest').flatMap((block) => {
    const persons = parentRoles.filter((role) => { const parent = roles[role]; return parent !== undefined && block.persons.includes(parent) })
    return persons.length === 0 ? [] : occurrences(block, days).map(({ date, from, to }) => ({ id: `${block.id} ${date}`, date, persons, from, to }))
  })
}

/** Whether the parent who brings the child does so on this day: not when something stands in the way (FORMAT 4, drop-off and pick-up). */
export const doesRun = (family: Pick<CaseFamily, 'dayCentre' | 'unavailable'>, run: 'dropOff' | 'pickUp', date: IsoDate, homeMinutes: number): boolean => {
  const { dayCentre, unavailable: { parentA } } = family
  if (dayCentre === null || dayCentre.transport !== 'parentA' || !dayCentre.days.includes(date)) return false
  const [from, to] = dayCentre[run]
  const bare = { from: shifted(from, -homeMinutes), to: shifted(to, homeMinutes) }
  return !(parentA[date] ?? []).some(([start, end]) => overlap({ from: start, to: end }, bare))
}

/** Whether a time lies inside the hours of the day centre, on one of its days. */
export const isAtDayCentre = ({ dayCentre }: Pick<CaseFamily, 'dayCentre'>, date: IsoDate, interval: Interval): boolean =>
  dayCentre !== null && dayCentre.days.includes(date) && contains([dayCentre], interval)
