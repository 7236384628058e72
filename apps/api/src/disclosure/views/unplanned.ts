/**
 * Why a wish fits nowhere, as a sentence that names what stands in the way. The rules come from the planner, which proved them; the
 * names come from what the reader sees: offered times, the family's week, appointments. What the reader may not see stays unnamed.
 */
import { isFor, occurrences, type RhythmKind, type DatedInterval } from '@samenspel/agenda'
import { localeOf } from '@samenspel/intl'
import type { ViewText } from '@samenspel/intl/views'
import type { IsoDate, PersonId } from '@samenspel/kernel'
import type { UnplannedNeed } from '../../graphql/types/proposals.ts'
import { shown } from '../gate.ts'
import type { ItemOf } from '../items.ts'
import { isPlaced, knownBlocks, partsOf } from './appointments.ts'
import { children, firstName, list, namesOf, type Reader } from './reader.ts'

export type Unplanned = ItemOf<'unplanned'>['value']
export type Need = Unplanned['need']

export const unplannedView = (reader: Reader, unplanned: Unplanned): UnplannedNeed =>
  ({ needId: unplanned.needId, label: unplanned.need.label, rules: unplanned.rules.filter((rule) => mayKnow(reader, rule, unplanned.need)), reason: reasonOf(reader, unplanned) })

/**
 * That parents may not meet is known to who plans; to the family it is a day that doesn't suit. That appointments come in an order is
 * known to who sees both: to others it would tell of the other one.
 */
const mayKnow = (reader: Reader, rule: string, need: Need): boolean => rule === 'order' ? ordersOf(reader, need).length > 0 : !reader.isPortal || rule !== 'apart'

/** Parts of the week that one sentence can still name. */
const mostParts = 4

const reasonOf = (reader: Reader, { need, rules, otherNeeds }: Unplanned): string => {
  const { text } = reader
  if (rules.length === 0) return text('reason.unknown')
  const others = shown(reader.opened, 'need').flatMap(({ item: { value } }) => otherNeeds.includes(value.needId) ? [value.label] : [])
  const offered = offeredFor(reader, need)
  const because = [
    ...[...new Set(rules)].filter((rule) => rule !== 'offer' && rule !== 'window').map((rule) => clauseOf(reader, rule, need, offered)),
    ...rules.includes('window') ? orderClauses(reader, need, ordersOf(reader, need).filter(isNarrowed(reader, need))) : [],
  ]
  const professionals = [...new Set(need.staffing.flat())]
  const said = { who: namesOf(reader, professionals), count: professionals.length, because: because.length === 0 ? text('rule.offer') : either(reader, because) }
  if (others.length > 0) return text('reason.together', { ...said, labels: list(reader, others) })
  if (offered.length === 0) return text('reason.noOffer', said)
  const parts = partsOfWeek(reader, offered)
  const when = list(reader, parts)
  if (because.length === 0) return text('reason.notSuited', { ...said, when })
  return parts.length > mostParts || !rules.includes('offer') ? text('reason.times', said) : text('reason.offers', { ...said, when })
}

/** What stands in the way, at times that are asked about: each time falls for one of these. */
export const obstacles = (reader: Reader, rules: readonly string[], need: Need, isAsked: (date: IsoDate) => boolean): string => {
  const offered = offeredFor(reader, need).filter(({ date }) => isAsked(date))
  const clauses = [...new Set(rules)].filter((rule) => rule !== 'offer' || rules.length === 1 || offered.length === 0)
    .map((rule) => rule === 'window' ? windowClause(reader, need) : clauseOf(reader, rule, need, offered))
  return either(reader, offered.length === 0 && rules.includes('offer') ? [reader.text('rule.offer')] : clauses)
}

/** One or another: of the times that are offered, each falls for one of these. */
const either = ({ text }: Reader, clauses: readonly string[]): string => clauses.reduce((a, b) => text('or', { a, b }))

/** Whether any of those who are asked offers time on the days that may be. */
export const isOffered = (reader: Reader, need: Need): boolean => offeredFor(reader, need).length > 0

/** The times that those who are asked for offer on the days that may be, in a form that may be. */
const offeredFor = ({ directory, today }: Reader, { staffing, from, deadline, modalities }: Need): readonly DatedInterval[] =>
  [...new Set(staffing.flat())].flatMap(directory.offers).filter((offer) =>
    offer.date > today && offer.date >= from && offer.date <= deadline && modalities.some((modality) => isFor(offer, modality)))

// ── What stands in the way

const hard: Readonly<Partial<Record<string, readonly RhythmKind[]>>> = { unavailable: ['work', 'siblingTime', 'protectedRest'] }

/** What a rule says of these times: with names, where the reader sees what it is. */
export const clauseOf = (reader: Reader, rule: string, need: Need, offered: readonly DatedInterval[]): string => {
  const { text } = reader
  const clauses = rule === 'doubleBooked' ? appointmentsAt(reader, need, offered)
    : rule === 'order' ? orderClauses(reader, need, ordersOf(reader, need)) : blocksAt(reader, hard[rule] ?? [], need, offered)
  return clauses.length > 0 ? either(reader, clauses) : text(mayKnow(reader, rule, need) ? ruleText(rule) : 'rule.other', { child: childOf(reader) })
}

// ── The order of appointments

type Order = Reader['opened']['orders'][number]

/** Orders of which this need is one side, and of which the reader sees both. */
const ordersOf = ({ opened }: Reader, { needId }: Need): readonly Order[] => opened.orders.filter(({ before, after }) => before === needId || after === needId)

/** An order towards what stands already says on which days this can be. */
const isNarrowed = ({ opened }: Reader, { needId }: Need) => ({ before, after }: Order): boolean => {
  const other = shown(opened, 'need').find(({ item }) => item.id === (before === needId ? after : before))
  return other?.item.value.status === 'planned'
}

const orderClauses = (reader: Reader, { needId }: Need, orders: readonly Order[]): readonly string[] => orders.map(({ before, after, minDays, maxDays }) => {
  const { text } = reader
  const other = before === needId ? after : before
  const label = shown(reader.opened, 'need').find(({ item }) => item.id === other)?.item.value.label ?? ''
  const side = before === needId ? 'before' : 'after'
  const between = maxDays === undefined ? text('order.atLeast', { count: minDays, side }) : text('order.between', { least: minDays, count: maxDays, side })
  return text(`block.${side}`, { label, between })
})

/** The days are those that were asked, and those that an appointment that stands leaves. */
const windowClause = (reader: Reader, need: Need): string => {
  const narrowed = orderClauses(reader, need, ordersOf(reader, need).filter(isNarrowed(reader, need)))
  return narrowed.length === 0 ? reader.text('why.window') : either(reader, narrowed)
}

const blocksAt = (reader: Reader, kinds: readonly RhythmKind[], { attendance }: Need, offered: readonly DatedInterval[]): readonly string[] => {
  const { text } = reader
  const dates = [...new Set(offered.map(({ date }) => date))]
  const attendees = new Set(attendance.flat())
  const blocks = knownBlocks(reader).filter((block) => kinds.includes(block.kind) && block.persons.some((person) => attendees.has(person)) &&
    occurrences(block, dates).some((one) => offered.some((offer) => meets(one, offer))))
  const ofKind = (kind: RhythmKind) => blocks.filter((block) => block.kind === kind)
  const labels = (kind: 'siblingTime' | 'protectedRest'): readonly string[] => {
    const named = ofKind(kind).map(({ label }) => label)
    return named.length === 0 ? [] : [text(`block.${kind}`, { labels: list(reader, named) })]
  }
  const workers = [...new Set(ofKind('work').flatMap(({ persons }) => persons))]
  return [...labels('siblingTime'), ...labels('protectedRest'), ...workers.length === 0 ? [] : [text('block.work', { names: namesOf(reader, workers), count: workers.length })]]
}

/** Appointments of those who would come along or be there. */
const appointmentsAt = (reader: Reader, { attendance, staffing }: Need, offered: readonly DatedInterval[]): readonly string[] => {
  const involved = new Set<PersonId>([...attendance.flat(), ...staffing.flat()])
  const standing = partsOf(reader).filter(isPlaced).filter(({ status, date, when, attendees, practitioners }) => status === 'confirmed' &&
    [...attendees, ...practitioners].some((person) => involved.has(person)) && offered.some((offer) => meets({ date, from: when.start, to: when.end }, offer)))
  const labels = [...new Set(standing.map(({ need }) => need.label))]
  return labels.length === 0 ? [] : [reader.text('block.appointment', { labels: list(reader, labels) })]
}

const meets = (a: DatedInterval, b: DatedInterval): boolean => a.date === b.date && a.from < b.to && b.from < a.to

export const childOf = (reader: Reader): string => {
  const child = children(reader).find(({ isIndexChild }) => isIndexChild)
  return child === undefined ? reader.text('kind.child') : firstName(reader, child.memberId)
}

// ── Days in words

/** Parts of the week in which these times lie: "woensdagmiddag". */
const partsOfWeek = ({ text, language }: Reader, times: readonly DatedInterval[]): readonly string[] => {
  const ofWeek = times.flatMap(({ date, from, to }) => partsOfDay(from, to).map((part) => ({ date: Temporal.PlainDate.from(date), part })))
    .sort((a, b) => a.date.dayOfWeek - b.date.dayOfWeek || dayParts.indexOf(a.part) - dayParts.indexOf(b.part))
  return [...new Set(ofWeek.map(({ date, part }) => text(`part.${part}`, { day: date.toLocaleString(localeOf(language), { weekday: 'long' }) })))]
}

const dayParts = ['morning', 'afternoon', 'evening'] as const
const begins = { morning: '00:00', afternoon: '12:00', evening: '18:00' } as const
const ends = { morning: '12:00', afternoon: '18:00', evening: '24:00' } as const

/** An hour that runs over noon belongs to both. */
const partsOfDay = (from: string, to: string) => dayParts.filter((part) => from < ends[part] && begins[part] < to)

const ruleTexts: Readonly<Record<string, ViewText>> = Object.fromEntries(([
  'window', 'offer', 'room', 'evening', 'nap', 'dayCentre', 'childAlone', 'unavailable', 'minding', 'apart', 'doubleBooked', 'travel', 'homeMinutes', 'childMinutes',
  'appointmentsPerDay', 'tripsPerWeek', 'eveningsPerWeek', 'order', 'sameProfessional', 'interpreter', 'equipment', 'closed', 'dayHours', 'motherMinutes', 'contactsPerWeek', 'sameTime',
] as const).map((rule) => [rule, `rule.${rule}` satisfies ViewText]))

const ruleText = (rule: string): ViewText => ruleTexts[rule] ?? 'rule.other'
