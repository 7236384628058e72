/** A family's rhythm and its confirmed appointments, as the planner reads them. */
import type { IsoDate, PersonId } from '@samenspel/kernel'
import { overlap } from '../checks.ts'
import { contains, merged, shifted } from '../intervals.ts'
import type { Caps, Transport } from '../rhythm/events.ts'
import { isLighter } from '../pace/state.ts'
import { blocksOf, eveningBegins, isOn, occurrences, ritualBegins } from '../rhythm/week.ts'
import type { Glue, Slot } from '../proposals/events.ts'
import type { Appointment } from '../proposals/state.ts'
import type { Interval } from '../terms.ts'
import { mondayOf } from './days.ts'
import { parentRoles, type Household, type PlanningFacts, type Roles } from './facts.ts'
import type { CaseDayCentre, CaseFamily, CaseOtherChild, CaseParent, UnavailableReason, UnavailableSpan } from './format.ts'
import { timesByDate } from './professionals.ts'

export type FamilyFacts = Pick<PlanningFacts, 'familyId' | 'agenda' | 'household' | 'closedDays' | 'travelMinutes'>
/** A confirmed appointment, as far as a case needs to know it. */
export type Booked = Slot & Pick<Appointment, 'bundleId'>
type FamilyPart = Omit<CaseFamily, 'needs' | 'order' | 'travelMinutes' | 'travel' | 'withoutCar'>

/** The caps of a lighter week (product, "a lighter offer"). */
export const lighterCaps = (caps: Caps): Caps => ({
  ...caps,
  appointmentsPerDay: Math.max(1, caps.appointmentsPerDay - 1),
  tripsPerWeek: Math.min(1, caps.tripsPerWeek),
  eveningsPerWeek: Math.min(1, caps.eveningsPerWeek),
})

export const rolesOf = ({ household: { child, parents, siblings }, agenda }: Pick<FamilyFacts, 'household' | 'agenda'>): Roles => {
  const transport = dayCentreBlocks(agenda, child?.person)[0]?.transport
  const driver = transport === undefined || transport === 'taxi' ? undefined : parents.find((parent) => parent === transport.by)
  const parentA = driver ?? parents[0]
  return { child: child?.person, parentA, parentB: parents.find((parent) => parent !== parentA), others: siblings }
}

/** @param confirmed appointments that stand: nothing is planned through them. */
export const familyPart = (facts: FamilyFacts, days: readonly IsoDate[], confirmed: readonly Booked[], lighter: boolean): FamilyPart => {
  const { familyId, agenda: { rhythm }, household } = facts
  const caps = lighter ? lighterCaps(rhythm.limits.caps) : rhythm.limits.caps
  const { child } = household
  const day: DayFacts = { ...facts, confirmed }
  return {
    id: familyId,
    child: child === null ? null : {
      ageYears: child.ageYears,
      naps: merged(blocksOf(rhythm, 'nap').filter(({ persons }) => persons.includes(child.person))).map(({ from, to }) => [from, to] as const),
    },
    ...(household.siblings.length > 0 && { children: household.siblings.map((sibling) => otherChild(facts, sibling, caps, days)) }),
    ...pregnancyOf(facts),
    ...(rhythm.limits.dayHours !== undefined && { dayHours: Object.fromEntries(rhythm.limits.dayHours.map(({ weekday, from, to }) => [weekday, [from, to] as const])) }),
    ...(confirmed.length > 0 && { used: weeksUsed(facts, confirmed) }),
    bedtime: eveningBegins(rhythm, childrenOf(household)),
    sitter: rhythm.limits.sitter,
    parentsApart: household.parentsApart,
    caps,
    ...weekCaps(facts, days),
    dayCentre: dayCentre(facts, days),
    unavailable: { parentA: unavailable(day, 'parentA', days), parentB: unavailable(day, 'parentB', days) },
    rest: rest(facts, days),
  }
}

/** Of the weeks that the family wants to be lighter. */
const weekCaps = ({ agenda: { rhythm, pace } }: FamilyFacts, days: readonly IsoDate[]): Pick<FamilyPart, 'weekCaps'> => {
  const { appointmentsPerDay, tripsPerWeek, eveningsPerWeek } = lighterCaps(rhythm.limits.caps)
  const weeks = [...new Set(days.map(mondayOf))].filter((week) => isLighter(pace, week))
  return weeks.length === 0 ? {} : { weekCaps: Object.fromEntries(weeks.map((week) => [week, { appointmentsPerDay, tripsPerWeek, eveningsPerWeek }])) }
}

export const childrenOf = ({ child, siblings }: Household): readonly PersonId[] => [...child === null ? [] : [child.person], ...siblings]

/** The place of a brother or sister in a case. */
export const otherChildId = (person: PersonId): CaseOtherChild => `child:${person}`

/** A brother or sister: minded by school or a day centre of their own, else at home, and a visitor where the child is seen. */
const otherChild = ({ agenda: { rhythm }, closedDays }: FamilyFacts, person: PersonId, { childMinutesPerDay }: Caps, days: readonly IsoDate[]): NonNullable<CaseFamily['children']>[number] => {
  const own = (kind: 'nap' | 'school' | 'dayCentre') => blocksOf(rhythm, kind).filter(({ persons }) => persons.includes(person))
  const away = (date: IsoDate) => closedDays.includes(date) ? [] : merged([...own('school'), ...own('dayCentre')].filter((block) => isOn(block, date)))
  return {
    id: otherChildId(person), childMinutesPerDay, comesAlong: true,
    naps: merged(own('nap')).map(({ from, to }) => [from, to] as const),
    away: timesByDate(new Map(days.map((date) => [date, away(date)]))),
  }
}

/** What a mother who expects a child can bear on one day, until the family says otherwise. */
const usualMotherMinutes = 120

const pregnancyOf = (facts: FamilyFacts): Pick<CaseFamily, 'pregnancy'> => {
  const { household: { child, expecting }, agenda: { rhythm } } = facts
  const { parentA, parentB } = rolesOf(facts)
  const mother = expecting === undefined ? undefined : expecting === parentA ? 'parentA' : expecting === parentB ? 'parentB' : undefined
  return child !== null || mother === undefined ? {} : { pregnancy: { mother, minutesPerDay: rhythm.limits.caps.motherMinutesPerDay ?? usualMotherMinutes } }
}

/** What confirmed appointments take of the caps of their weeks, by Monday. A visit is one trip, unless it is a stop while bringing or fetching the child. */
const weeksUsed = (facts: FamilyFacts, confirmed: readonly Booked[]): NonNullable<CaseFamily['used']> => {
  const evening = eveningBegins(facts.agenda.rhythm, childrenOf(facts.household))
  const isTrip = ({ modality, glued, attendees }: Booked) =>
    modality.kind === 'onsite' && attendees.some((person) => facts.household.parents.includes(person)) && !(glued !== false && glued.onMinutes === 0)
  return Object.fromEntries([...Map.groupBy(confirmed, ({ date }) => mondayOf(date))].map(([monday, week]) => [monday, {
    trips: new Set(week.filter(isTrip).map(({ date, bundleId }) => `${date} ${bundleId}`)).size,
    evenings: week.filter(({ start }) => start >= evening).length,
    contacts: week.length,
  }]))
}

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

type DayFacts = FamilyFacts & { readonly confirmed: readonly Slot[] }

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
    ...facts.confirmed.flatMap((slot) => slot.date === date ? takenBy(slot, parent, facts) : []),
  ].sort((a, b) => a[0] < b[0] ? -1 : 1)
}

const as = (reason: UnavailableReason, intervals: readonly Interval[]): readonly UnavailableSpan[] => intervals.map(({ from, to }) => [from, to, reason])

const schoolRuns = ({ agenda: { rhythm }, closedDays }: FamilyFacts, parent: PersonId, date: IsoDate): readonly Interval[] =>
  closedDays.includes(date) ? [] : blocksOf(rhythm, 'school').filter((block) => isOn(block, date)).flatMap(({ runs }) => runs.filter(({ by }) => by === parent))

/** From the first ritual until the last child is in bed, no parent is asked for anything. */
const bedtimeRitual = ({ agenda: { rhythm }, household }: FamilyFacts): readonly Interval[] => {
  const from = ritualBegins(rhythm, childrenOf(household)), to = eveningBegins(rhythm, childrenOf(household))
  return from === undefined || from >= to ? [] : [{ from, to }]
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
