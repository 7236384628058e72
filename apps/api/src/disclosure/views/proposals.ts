import { savingsFor, usualLimits, type ComparedNeed, type Spoken } from '@samenspel/agenda'
import { isAdult } from '@samenspel/family-case'
import { createDates } from '@samenspel/intl'
import type { ViewText } from '@samenspel/intl/views'
import { haveGoneBy, type PersonId } from '@samenspel/kernel'
import type { Proposal, Savings, SpokenAnswer } from '../../graphql/types/proposals.ts'
import { shown, type OpenedProposal } from '../gate.ts'
import type { Part } from './part.ts'
import { bundlesView, isPlaced, minutesBetween, partsOf, placed, preferredRest } from './appointments.ts'
import { firstName, nameOf, type Reader } from './reader.ts'
import { tellView, withReasons } from './reasons.ts'
import { unplannedView, type Unplanned } from './unplanned.ts'

/** How many days a settled proposal stays in view. */
const settledDays = 14

/** Proposals that wait for an answer, are being confirmed, or were settled lately; newest first. */
export const proposalsView = (reader: Reader): readonly Proposal[] => {
  const parts = partsOf(reader)
  const unplanned = shown(reader.opened, 'unplanned').map(({ item }) => item.value)
  return reader.opened.proposals
    .filter((proposal) => isCurrent(reader, proposal))
    .map((proposal) => proposalView(reader, proposal, parts.filter(({ proposalId }) => proposalId === proposal.proposalId), unplanned.filter(({ proposalId }) => proposalId === proposal.proposalId)))
    .sort((a, b) => (a.sentAt ?? '') < (b.sentAt ?? '') ? 1 : -1)
}

const isCurrent = ({ now }: Reader, { progress }: OpenedProposal): boolean => {
  if (progress.status === 'withdrawn') return false
  if (progress.status === 'sent' || progress.status === 'confirming') return true
  const since = progress.status === 'confirmed' ? progress.confirmedAt : progress.releasedAt
  return !haveGoneBy(settledDays * 24, since, now)
}

const proposalView = (reader: Reader, proposal: OpenedProposal, parts: readonly Part[], unplanned: readonly Unplanned[]): Proposal => {
  const { proposalId, progress, asked, at } = proposal
  const mine = asked.find(({ person }) => person === reader.person)
  return {
    ...contentView(reader, proposal, parts, unplanned), id: proposalId, status: progress.status, sentAt: at,
    answers: asked.map(({ person, given }) => ({
      memberId: person, firstName: firstName(reader, person),
      ...(given !== undefined && { answer: given.answer, at: given.at, ...(given.spoken !== undefined && { spoken: spokenView(reader, given.spoken, given.by.person) }) }),
    })),
    awaitsMe: progress.status === 'sent' && mine !== undefined && mine.given === undefined,
    // A parent reads one and the same calm sentence, whatever happened: why tells of others.
    ...(progress.status === 'released' && { releasedBecause: reader.text(reader.isPortal ? 'released.forParents' : `released.${progress.releasedBecause}`) }),
  }
}

export const spokenView = (reader: Reader, { how, on }: Spoken, notedBy: PersonId): SpokenAnswer =>
  ({ how, on, words: reader.text(`spoken.${how}`, { day: createDates(reader.language, reader.zone).day(on), name: nameOf(reader, notedBy) }) })

/** What a proposal holds, sent or not yet: computed from the parts that the reader sees, so it tells nothing of others. */
export const contentView = (
  reader: Reader, { kind, proven, travelDaysPossiblyFewer }: Pick<OpenedProposal, 'kind' | 'proven' | 'travelDaysPossiblyFewer'>,
  parts: readonly Part[], unplanned: readonly Unplanned[],
): Pick<Proposal, 'kind' | 'proven' | 'travelDaysPossiblyFewer' | 'bundles' | 'savings' | 'tell' | 'unplanned' | 'eveningReasons' | 'moves'> => {
  const savings = savingsView(reader, parts, unplanned)
  const bundles = withReasons(reader, bundlesView(reader, parts), parts)
  const tell = savings && tellView(reader, savings, bundles, parts)
  return {
    kind, proven, ...(travelDaysPossiblyFewer !== undefined && { travelDaysPossiblyFewer }), bundles, ...(tell !== undefined && { tell }), ...(savings !== undefined && { savings }),
    unplanned: unplanned.map((one) => unplannedView(reader, one)), moves: movesOf(reader, parts),
    eveningReasons: parts.filter(({ evening, modalityKind }) => evening && modalityKind === 'digital').map(({ need }) => reader.text('evening.reason', { label: need.label })),
  }
}

// ── What it moves

/** From when and to when, of what the reader sees of both. */
const movesOf = (reader: Reader, parts: readonly Part[]): readonly string[] => {
  const standing = partsOf(reader).filter(isPlaced)
  return parts.filter(isPlaced).flatMap(({ insteadOf, need: { label }, ...to }) => {
    const from = insteadOf === undefined ? undefined : standing.find(({ appointmentId }) => appointmentId === insteadOf)
    return from === undefined ? [] : [reader.text('move.fromTo', { label, from: momentWords(reader, from.date, from.when.start), to: momentWords(reader, to.date, to.when.start) })]
  })
}

/** What of several appointments stays, each in a sentence. */
export const staysOf = (reader: Reader, ids: readonly string[]): readonly string[] =>
  partsOf(reader).filter(isPlaced).filter(({ appointmentId }) => ids.includes(appointmentId)).sort((a, b) => a.date + a.when.start < b.date + b.when.start ? -1 : 1)
    .map(({ need: { label }, date, when }) => reader.text('move.stays', { label, at: momentWords(reader, date, when.start) }))

const momentWords = ({ language, zone, text }: Reader, date: string, time: string): string => {
  const dates = createDates(language, zone)
  return text('move.at', { day: dates.day(date), time: dates.clock(time) })
}

// ── What it saves

const savingsView = (reader: Reader, parts: readonly Part[], unplanned: readonly Unplanned[]): Savings | undefined => {
  const known = parts.filter(isPlaced).map(placed)
  if (known.length === 0) return undefined
  const needs: readonly ComparedNeed[] = [
    ...known.map((part) => ({ urgency: part.need.urgency, preferred: part.need.preferred, slot: part, ...(part.firstFree !== undefined && { firstFree: part.firstFree }) })),
    ...unplanned.map(({ need, firstFree }) => ({ urgency: need.urgency, preferred: need.preferred, ...(firstFree !== undefined && { firstFree }) })),
  ]
  // Nothing to compare with: the first free times aren't known (yet).
  if (needs.every(({ firstFree }) => firstFree === undefined)) return undefined
  const dates = [...new Set(needs.flatMap(({ slot, firstFree }) => [slot?.date, firstFree?.date]).filter((date) => date !== undefined))]
  const compared = savingsFor(needs, { adults: adultsOf(reader), minutesBetween: minutesBetween(reader), waitMinutes: usualLimits.caps.waitMinutes, rest: preferredRest(reader, dates) })
  // The planner weighs what stays unplanned by its urgency; people count it.
  const counted = {
    before: { ...compared.before, unplanned: needs.filter(({ firstFree }) => firstFree === undefined).length },
    after: { ...compared.after, unplanned: unplanned.length },
  }
  return { ...counted, sentences: sentences(reader, compared, known.filter(({ evening }) => evening).length) }
}

export const adultsOf = ({ opened }: Reader): readonly PersonId[] => [...opened.named.values()].filter(isAdult).map(({ memberId }) => memberId)

const sentences = ({ text }: Reader, { before, after }: Omit<Savings, 'sentences'>, evenings: number): readonly string[] => {
  const less = (part: keyof typeof before, key: ViewText): readonly string[] =>
    before[part] > after[part] ? [text(key, { count: before[part] - after[part] })] : []
  return [
    ...(before.trips > after.trips ? [text('saving.trips', { before: before.trips, after: after.trips })] : []),
    ...less('travelDays', 'saving.travelDays'), ...less('careDays', 'saving.careDays'), ...less('minutes', 'saving.minutes'), ...less('restTouched', 'saving.rest'),
    ...(evenings > 0 ? [text('saving.evening', { count: evenings })] : []),
  ]
}
