import { freeOn, type Calendar, type Modality, type PlanningCase, type ProposalDraft } from '@samenspel/agenda'
import type { Appointment as FoundTime } from '@samenspel/bundling'
import { refusalText } from '@samenspel/intl/refusals'
import { addDays, hasCome, minutesOf, momentOf, system, timeOf, type IsoDate, type PersonId } from '@samenspel/kernel'
import type { FreeTime, Need } from '../../graphql/types/appointments.ts'
import type { NeedOrder, Proposal, ProposalRun } from '../../graphql/types/proposals.ts'
import type { OtherTime } from '../../graphql/types/week.ts'
import { shown } from '../gate.ts'
import type { Run } from '../planning-runs.ts'
import type { Part } from './part.ts'
import { isPlaced, knownBlocks, needsView, partsOf, placeView } from './appointments.ts'
import { differenceView, partsOfDifference } from './differences.ts'
import { contentView, staysOf } from './proposals.ts'
import { adults, list, professional, type Reader } from './reader.ts'
import type { Unplanned } from './unplanned.ts'

/** What is asked of the family and still to be planned, or planned and still to come: what was has no place in a plan. */
export const needsToCome = (reader: Reader): readonly Need[] => {
  const { now, zone } = reader
  const toCome = new Set(partsOf(reader).filter(isPlaced).flatMap(({ status, needId, date, when }) =>
    status === 'confirmed' && !hasCome(momentOf(date, when.end, zone), now) ? [needId] : []))
  return needsView(reader).filter(({ id, status }) => status === 'open' || status === 'proposed' || (status === 'planned' && toCome.has(id)))
}

/** Between two of these needs. */
export const ordersView = ({ opened }: Reader, needs: readonly Need[]): readonly NeedOrder[] => {
  const isAmong = (needId: string) => needs.some(({ id }) => id === needId)
  return opened.orders.filter(({ before, after }) => isAmong(before) && isAmong(after)).map(({ before, after, minDays, maxDays }) => ({ beforeId: before, afterId: after, minDays, ...(maxDays !== undefined && { maxDays }) }))
}

/** What the professionals whom open needs ask for can still be asked for, day by day. */
export const freeTimeView = (reader: Reader, calendars: ReadonlyMap<PersonId, Calendar>, from: IsoDate, until: IsoDate): readonly FreeTime[] => {
  const wanted = new Map<PersonId, Modality[]>()
  for (const { item: { value } } of shown(reader.opened, 'need')) {
    if (value.status !== 'open' && value.status !== 'proposed') continue
    for (const person of value.staffing.flat()) wanted.set(person, [...wanted.get(person) ?? [], ...value.modalities])
  }
  return daysIn(from, until).flatMap((date) => [...wanted].flatMap(([person, modalities]) => {
    const calendar = calendars.get(person)
    return calendar === undefined ? [] : freeOn(calendar, date, ...modalities).map((free) => ({ professional: professional(reader, person), date, from: free.from, to: free.to }))
  }))
}

/** Times as the engine found them, as a reader is offered them. */
export const offeredTimes = (reader: Reader, found: readonly FoundTime[], minutes: number): readonly OtherTime[] => found.map(({ date, start, modality, place }) => {
  const where = place === undefined ? undefined : placeView(reader, place)
  return { date, from: start, to: timeOf(minutesOf(start) + minutes), modality, ...(where !== undefined && { place: where }) }
})

export const daysIn = (from: IsoDate, until: IsoDate): readonly IsoDate[] => {
  const days: IsoDate[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  return days
}

export const runView = (reader: Reader, { id, familyId, state, drafts, planning, firstFree, stays = [], isStopped = false }: Run): ProposalRun => ({
  id, familyId, state, isStopped, notKnown: notKnownView(reader, planning), proposals: besideTheFirst(reader, drafts.map((draft) => draftView(reader, draft))),
  stays: staysOf(reader, stays), ...(firstFree !== undefined && { firstFree }), ...(state === 'failed' && { error: refusalText(reader.language)('internal') }),
})

/** What isn't known of the ways, each in a sentence: a plan counts no minutes there. It names only places that the reader knows of. */
const notKnownView = (reader: Reader, { notKnown }: Pick<PlanningCase, 'notKnown'>): readonly string[] => {
  if (notKnown === undefined) return []
  const wanted = shown(reader.opened, 'need').flatMap(({ item: { value } }) => value.modalities.flatMap((modality) => modality.kind === 'onsite' ? [modality.place] : []))
  const known = new Set([...wanted, ...knownBlocks(reader).flatMap((block) => block.kind === 'dayCentre' ? [block.place] : [])])
  const named = (spot: readonly string[]) => spot.flatMap((id) => known.has(id) ? placeView(reader, id)?.name ?? [] : [])
  return [
    ...notKnown.home ? [reader.text('way.home')] : [],
    ...notKnown.together.map(named).flatMap((names) => names.length > 1 ? [reader.text('way.together', { places: list(reader, names) })] : []),
  ]
}

/** The others with what they ask more and less than the first, as far as this reader sees their parts. */
const besideTheFirst = (reader: Reader, proposals: readonly Proposal[]): readonly Proposal[] => {
  const first = proposals[0]?.savings
  return proposals.map((proposal, index) => index === 0 || first === undefined || proposal.savings === undefined ? proposal
    : { ...proposal, besideFirst: differenceView(reader, partsOfDifference(proposal.savings.after, first.after)) })
}

export const draftView = (reader: Reader, draft: ProposalDraft): Proposal => {
  const { parts, unplanned } = draftParts(reader, draft)
  return { ...contentView(reader, draft, parts, unplanned), id: draft.proposalId, status: 'draft', answers: [], awaitsMe: false }
}

/** What a draft holds, as parts that the reader sees. */
export const draftParts = (reader: Reader, draft: ProposalDraft): { readonly parts: readonly Part[]; readonly unplanned: readonly Unplanned[] } => {
  const needs = new Map(shown(reader.opened, 'need').map(({ item: { value } }) => [value.needId, value]))
  const grownUp = new Set(adults(reader).map(({ memberId }) => memberId))
  const parts = draft.parts.flatMap((part): readonly Part[] => {
    const need = needs.get(part.needId)
    return need === undefined ? [] : [{
      ...part, need, subject: need.subject, by: system, at: reader.now, proposalId: draft.proposalId, asked: part.attendees.filter((person) => grownUp.has(person)),
      course: { kind: 'as-planned' }, holds: [part.appointmentId], modalityKind: part.modality.kind, status: 'proposed', when: part,
    }]
  })
  const unplanned = draft.unplanned.flatMap((one): readonly Unplanned[] => {
    const need = needs.get(one.needId)
    return need === undefined ? [] : [{ ...one, need, proposalId: draft.proposalId }]
  })
  return { parts, unplanned }
}
