/** What a plan by hand is to a reader: in words why it cannot be, and what it would ask of the family. Made from what the reader sees. */
import { burdenOf, modalityAt, occurrences, placedByHand, usualLimits, weekLoads, type ComparisonFacts, type LoadFacts, type PlanAppointment, type PlannedNeed, type PlanningCase, type ProposalDraft, type RhythmKind, type Slot } from '@samenspel/agenda'
import type { Violation } from '@samenspel/bundling'
import { minutesOf, timeOf, type IsoDate } from '@samenspel/kernel'
import type { BrokenRule, DraftBurdens, DraftWay, FamilyLoad } from '../../graphql/types/board.ts'
import { shown } from '../gate.ts'
import { isPlaced, knownBlocks, minutesBetween, partsOf, placed, placeView, preferredRest, type PlacedPart } from './appointments.ts'
import { weeksBefore } from './board.ts'
import { elsewhereOf } from './elsewhere.ts'
import { draftParts } from './planner.ts'
import { adultsOf } from './proposals.ts'
import { known, list, namesOf, professional, type Reader } from './reader.ts'
import { clauseOf, type Need } from './unplanned.ts'

// ── In words

/** A rule that a plan breaks, as a sentence that names what stands in the way. */
export const brokenRuleView = (reader: Reader, { code, needs, date }: Violation, appointments: readonly PlanAppointment[]): BrokenRule => {
  const own = needsOf(reader).filter(({ needId }) => needs.includes(needId))
  const [first] = own
  const at = appointments.find(({ need }) => need === first?.needId)
  const sentence = first === undefined ? reader.text('rule.other') : reader.text('board.then', { because: becauseOf(reader, code, first, at === undefined ? [] : [intervalOf(at, first)]) })
  return {
    rule: code, needIds: own.map(({ needId }) => needId), ...(date !== undefined && { date }),
    sentence: reader.text('board.labels', { labels: list(reader, own.map(({ label }) => label)), sentence }),
  }
}

/** Why a wish can't be on a day. */
export const daySentence = (reader: Reader, needId: string, date: IsoDate, rules: readonly string[]): string => {
  const { text } = reader
  const need = needsOf(reader).find((one) => one.needId === needId)
  if (need === undefined || rules.includes('window')) return text('board.outside')
  if (rules.includes('closed')) return text('board.closed')
  const who = [...new Set(need.staffing.flat())]
  if (rules.includes('offer')) return text('board.noOffer', { who: namesOf(reader, who), count: who.length })
  const offered = who.flatMap(reader.directory.offers).filter((offer) => offer.date === date)
  return text('board.then', { because: list(reader, rules.slice(0, mostClauses).map((rule) => becauseOf(reader, rule, need, offered))) })
}

/** What one sentence can still name. */
const mostClauses = 2

const becauseOf = (reader: Reader, rule: string, need: Need, times: Parameters<typeof clauseOf>[3]): string => {
  switch (rule) {
    case 'modality': case 'attendance': case 'staffing': return reader.text(`board.${rule}`)
    default: return clauseOf(reader, rule, need, times)
  }
}

const needsOf = ({ opened }: Reader): readonly Need[] => shown(opened, 'need').map(({ item: { value } }) => value)

const intervalOf = ({ date, start }: PlanAppointment, { minutes }: Need) => ({ date, from: start, to: timeOf(minutesOf(start) + minutes) })

/** One way to place a wish. */
export const wayView = (reader: Reader, planning: PlanningCase, way: PlanAppointment): DraftWay => {
  const { start, modality, attendees, practitioners } = placedByHand(planning, way)
  const [family] = planning.case.families
  const minutes = family?.needs.find(({ id }) => id === way.need)?.minutes ?? 0
  const place = modality.kind === 'onsite' ? placeView(reader, modality.place) : undefined
  return {
    start, end: timeOf(minutesOf(start) + minutes), modality: modality.kind, attendees: known(reader, attendees), isEvening: family !== undefined && start >= family.bedtime,
    professionals: practitioners.map((id) => professional(reader, id)), ...(place !== undefined && { place }),
  }
}

// ── What it asks of the family

type Standing = PlannedNeed & { readonly slot: Slot }

const stands = ['confirmed', 'tookPlace', 'unknown']

/** What stands and is still to come, as far as the reader knows its times. */
const toCome = (reader: Reader): readonly Standing[] =>
  partsOf(reader).filter(isPlaced).map(placed).filter(({ status, date }) => status === 'confirmed' && date >= reader.today).map((slot) => ({ urgency: slot.need.urgency, preferred: slot.need.preferred, slot }))

/** A wish of a plan: where the plan puts it, and its own first free time; either may be missing. */
type Wish = { readonly need: Need; readonly slot: PlacedPart | undefined; readonly firstFree: Slot | undefined }

const wishesOf = (reader: Reader, draft: ProposalDraft): readonly Wish[] => {
  const { parts, unplanned } = draftParts(reader, draft)
  return [
    ...parts.filter(isPlaced).map(placed).map((part) => ({ need: part.need, slot: part, firstFree: part.firstFree })),
    ...unplanned.map(({ need, firstFree }) => ({ need, slot: undefined, firstFree })),
  ]
}

/** The planner's seven numbers, each time for what stands and what would come besides. */
export const burdensView = (reader: Reader, draft: ProposalDraft): DraftBurdens => {
  const standing = toCome(reader)
  const wishes = wishesOf(reader, draft)
  const weigh = (slotOf: (wish: Wish) => Slot | undefined) => {
    const needs: readonly PlannedNeed[] = [...standing, ...wishes.map((wish) => ({ urgency: wish.need.urgency, preferred: wish.need.preferred, slot: slotOf(wish) }))]
    return burdenOf(needs, comparing(reader, needs))
  }
  return { now: weigh(() => undefined), apart: weigh(({ firstFree }) => firstFree), plan: weigh(({ slot }) => slot) }
}

const comparing = (reader: Reader, needs: readonly PlannedNeed[]): ComparisonFacts => ({
  adults: adultsOf(reader), minutesBetween: minutesBetween(reader), waitMinutes: usualLimits.caps.waitMinutes,
  rest: preferredRest(reader, [...new Set(needs.flatMap(({ slot }) => slot?.date ?? []))]),
})

/** Weeks that have passed and are still shown. */
const pastWeeks = 4
/** Days of a week that can be planned. */
const daysPlanned = 5
/** The times that a family keeps for itself. */
const ownTimes: readonly RhythmKind[] = ['protectedRest', 'siblingTime', 'preferredRest']

/** The weeks of a family, those that passed lately and those that can be planned: as they are, with every wish at its own first free time, and with the plan. */
export const loadView = (reader: Reader, draft: ProposalDraft, { case: { families: [family], planningDays } }: PlanningCase): FamilyLoad => {
  const from = weeksBefore(reader.today, pastWeeks)
  const adults = adultsOf(reader)
  const planned = partsOf(reader).filter(isPlaced).map(placed).filter(({ status, date }) => stands.includes(status) && (status === 'confirmed' || date <= reader.today))
  // What was made elsewhere is carried as well, whoever asked for it.
  const elsewhere = elsewhereOf(reader).flatMap(({ isRemoved, when, appointmentId, date, attendees }) => isRemoved || when === undefined ? [] : [{
    bundleId: appointmentId, date, start: when.start, end: when.end, modality: modalityAt(when.place), attendees, homeMinutes: when.homeMinutes, glued: false as const,
    evening: family !== undefined && when.start >= family.bedtime, asked: attendees.filter((person) => adults.includes(person)),
  }])
  const standing = [...planned, ...elsewhere]
  const wishes = wishesOf(reader, draft)
  const apart = wishes.flatMap(({ need: { needId }, firstFree }) => firstFree === undefined ? [] : [{
    ...firstFree, bundleId: needId, evening: family !== undefined && firstFree.start >= family.bedtime, asked: firstFree.attendees.filter((person) => adults.includes(person)),
  }])
  const facts: LoadFacts = {
    minutesBetween: minutesBetween(reader),
    windowsOn: (dates) => knownBlocks(reader).filter(({ kind }) => ownTimes.includes(kind)).flatMap((block) => occurrences(block, dates).map((interval) => ({ ...interval, persons: block.persons }))),
  }
  const load = (...some: readonly Parameters<typeof weekLoads>[0][]) => weekLoads(some.flat(), from, pastWeeks + planningDays.length / daysPlanned, facts)
  return { now: load(standing), apart: load(standing, apart), plan: load(standing, wishes.flatMap(({ slot }) => slot ?? [])) }
}
