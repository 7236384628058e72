/**
 * What there is to show of a family, item by item: each with the entries that policies judge, its content, and apart from that
 * the part that says where and when.
 */
import { plainEntry, type Entry } from '@samenspel/access'
import type { Appointment, ChangeRequest, Need, PersonRhythm, UnplannedNeed } from '@samenspel/agenda'
import { entries, type CaseEntry, type EntryKind, type EntryOf } from '@samenspel/family-case'
import { dayOf, zoneOf, type Category, type IsoDate, type IsoInstant, type PersonId, type Recorded, type Subject } from '@samenspel/kernel'
import type { CaseRecord } from './record.ts'

type Base = { readonly id: string; readonly subject: Subject; readonly category: Category | 'unlabelled'; readonly by: Recorded['by']; readonly at: IsoInstant }

/** Where and when an appointment is: shown to who comes along, and to professionals whom the family lets know. */
export type WhenAndWhere = Pick<Appointment, 'start' | 'end' | 'modality' | 'homeMinutes' | 'glued' | 'firstFree' | 'minding'>

export type AgendaItem =
  | Base & { readonly kind: 'need'; readonly value: Need }
  | Base & { readonly kind: 'appointment'; readonly value: Omit<Appointment, keyof WhenAndWhere> & { readonly modalityKind: Appointment['modality']['kind'] } }
  | Base & { readonly kind: 'unplanned'; readonly value: UnplannedNeed & { readonly proposalId: string } }
  | Base & { readonly kind: 'rhythm'; readonly value: PersonRhythm }
  | Base & { readonly kind: 'changeRequest'; readonly value: ChangeRequest }

export type Item = CaseEntry | AgendaItem
export type ItemKind = Item['kind']
export type ItemOf<Kind extends ItemKind> = Kind extends EntryKind ? EntryOf<Kind> : Extract<AgendaItem, { kind: Kind }>

/** The part of an item that locates somebody. */
export type Place = { readonly phone?: string; readonly appointment?: WhenAndWhere }

/** An item before the gate. It opens when every one of its entries does. */
export type Candidate = { readonly entries: readonly Entry[]; readonly item: Item; readonly place?: Place }

export const candidates = (record: CaseRecord): readonly Candidate[] => {
  const dayRecorded = (at: IsoInstant): IsoDate => dayOf(at, zoneOf(record.file.family.jurisdiction))
  return [
    ...entries(record.file).map((entry) => ofCase(entry, dayRecorded(entry.at))),
    ...ofAgenda(record, dayRecorded),
  ]
}

// ── The case file

const ofCase = (entry: CaseEntry, recorded: IsoDate): Candidate => {
  const { subject, category, by, occurredOn, mentions, addressees } = entry
  const judged: Entry = {
    ...plainEntry, ...kindOf(entry), subject, category, author: authorOf(by), recorded, occurred: occurredOn, mentions, addressees,
  }
  if (entry.kind !== 'member' || entry.value.phone === undefined) return { entries: [judged], item: entry }
  const { phone, ...value } = entry.value
  return { entries: [judged], item: { ...entry, value }, place: { phone } }
}

/** A question to the team names nobody and is for whom it is addressed to: a consult in the words of the policies. */
const kindOf = ({ kind }: CaseEntry): Partial<Entry> => {
  switch (kind) {
    case 'agreementCard': return { kind: 'card', current: true }
    case 'reflectionPrompt':
    case 'reflectionAnswer': return { kind: 'consult', identified: false }
    default: return {}
  }
}

const authorOf = ({ person, organisation, discipline }: Recorded['by']): Entry['author'] =>
  ({ person, ...(organisation !== undefined && { organisation }), ...(discipline !== undefined && { discipline }) })

// ── The agenda

const ofAgenda = ({ agenda }: CaseRecord, dayRecorded: (at: IsoInstant) => IsoDate): readonly Candidate[] => {
  const needs = agenda.needs.byId
  const categoryOf = (needId: string): Category | 'unlabelled' => needs.get(needId)?.category ?? 'unlabelled'
  const appointments = [...agenda.proposals.appointments.values()]

  /** Everything of an agenda has the label `planning`, and besides that the label of what it is for: both must open. */
  const candidate = (item: AgendaItem, occurred: IsoDate, more: { readonly participants?: readonly PersonId[]; readonly place?: Place } = {}): Candidate => {
    const judged: Entry = { ...plainEntry, subject: item.subject, category: 'planning', author: authorOf(item.by), recorded: dayRecorded(item.at), occurred, participants: more.participants ?? [] }
    return {
      item, entries: item.category === 'planning' ? [judged] : [judged, { ...judged, category: item.category }],
      ...(more.place !== undefined && { place: more.place }),
    }
  }

  return [
    ...[...needs.values()].map((value) => candidate({ kind: 'need', id: value.needId, ...base(value, value.category), value }, dayRecorded(value.at))),
    ...appointments.map((appointment) => {
      const { start, end, modality, homeMinutes, glued, firstFree, minding, ...value } = appointment
      return candidate(
        { kind: 'appointment', id: value.appointmentId, ...base(value, categoryOf(value.needId)), value: { ...value, modalityKind: modality.kind } }, value.date,
        {
          participants: [...value.attendees, ...value.practitioners, ...companions(appointment, appointments)],
          place: { appointment: { start, end, modality, homeMinutes, glued, ...(firstFree !== undefined && { firstFree }), ...(minding !== undefined && { minding }) } },
        },
      )
    }),
    ...[...agenda.proposals.byId.values()].flatMap(({ proposalId, unplanned }) => unplanned.map((value) =>
      candidate({ kind: 'unplanned', id: `${proposalId} ${value.needId}`, ...base(value, categoryOf(value.needId)), value: { ...value, proposalId } }, dayRecorded(value.at)))),
    ...[...agenda.rhythm.byPerson.values()].map((value) => candidate({ kind: 'rhythm', id: value.person, ...base(value, 'planning'), value }, dayRecorded(value.at))),
    ...[...agenda.changeRequests.values()].map((value) => candidate({ kind: 'changeRequest', id: value.requestId, ...base(value, 'planning'), value }, dayRecorded(value.at))),
  ]
}

const base = <Label extends Item['category']>({ subject, by, at }: Recorded & { readonly subject: Subject }, category: Label) => ({ subject, by, at, category })

/**
 * Who comes along on the same visit for another part of it: to the family it is one visit, so they know its times. Never for an
 * adult's own appointment, which is nobody else's, whatever lies before and after it.
 */
const companions = (appointment: Appointment, all: readonly Appointment[]): readonly PersonId[] =>
  appointment.subject.kind === 'adult' ? [] : all
    .filter((other) => other.bundleId === appointment.bundleId && other.subject.kind !== 'adult')
    .flatMap(({ attendees }) => attendees)
