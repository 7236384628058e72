/**
 * What there is to show of a family, item by item: each with the entries that policies judge, its content, and apart from that
 * the part that says where and when.
 */
import { plainEntry, type Entry } from '@samenspel/access'
import { appointmentStatus, modalityAt, needStatus, type Appointment, type AppointmentStatus, type ChangeRequest, type ElsewhereAppointment, type Need, type NeedStatus, type PersonRhythm, type UnplannedNeed } from '@samenspel/agenda'
import { entries, findMember, standing, type CaseEntry, type EntryKind, type EntryOf, type MeetingTime, type Safeguard } from '@samenspel/family-case'
import { dayOf, zoneOf, type Category, type Id, type IsoDate, type IsoInstant, type MeetingWay, type PersonId, type Recorded, type Subject, type Zone } from '@samenspel/kernel'
import { carersOf } from './household.ts'
import type { CaseRecord } from './record.ts'

type Base = { readonly id: string; readonly subject: Subject; readonly category: Category | 'unlabelled'; readonly by: Recorded['by']; readonly at: IsoInstant }

/** Where and when an appointment is: shown to who comes along, and to professionals whom the family lets know. */
export type WhenAndWhere = Pick<Appointment, 'start' | 'end' | 'modality' | 'homeMinutes' | 'glued' | 'firstFree' | 'minding'>

/** The same of an appointment that was made elsewhere. */
export type ElsewhereWhen = Pick<ElsewhereAppointment, 'start' | 'end' | 'place' | 'homeMinutes'>

export type AgendaItem =
  | Base & { readonly kind: 'need'; readonly value: Need & { readonly status: NeedStatus } }
  | Base & {
    readonly kind: 'appointment'
    readonly value: Omit<Appointment, keyof WhenAndWhere | 'meeting'> & {
      readonly modalityKind: Appointment['modality']['kind']; readonly status: AppointmentStatus; readonly need: Need
      /** Its meeting was given for this one alone. */
      readonly isMeetingGiven?: boolean
    }
  }
  | Base & { readonly kind: 'unplanned'; readonly value: UnplannedNeed & { readonly proposalId: string; readonly need: Need } }
  | Base & { readonly kind: 'rhythm'; readonly value: Omit<PersonRhythm, 'blocks'> }
  | Base & { readonly kind: 'changeRequest'; readonly value: ChangeRequest }
  | Base & { readonly kind: 'elsewhere'; readonly value: Omit<ElsewhereAppointment, keyof ElsewhereWhen> & { readonly modalityKind: Appointment['modality']['kind'] } }

export type Item = CaseEntry | AgendaItem
export type ItemKind = Item['kind']
export type ItemOf<Kind extends ItemKind> = Kind extends EntryKind ? EntryOf<Kind> : Extract<AgendaItem, { kind: Kind }>

/** The part of an item that locates somebody: a number to ring, a time and place, the hours of somebody's week. */
export type Place = {
  readonly phone?: string
  readonly appointment?: WhenAndWhere
  readonly rhythm?: PersonRhythm['blocks']
  readonly elsewhere?: ElsewhereWhen
  /** When a meeting about the plan is, where somebody typed that in. */
  readonly gathering?: MeetingTime
  /** The way into a talk by picture: for nobody but who is in it. */
  readonly meeting?: MeetingWay
}

/** An item before the gate. It opens when every one of its entries does. `meets`: who is in it, and so gets its meeting. */
export type Candidate = { readonly entries: readonly Entry[]; readonly item: Item; readonly place?: Place; readonly meets?: readonly PersonId[] }

/** @param today on which day somebody looks: who holds authority over a child then knows its week. */
export const candidates = (record: CaseRecord, today: IsoDate): readonly Candidate[] => {
  const dayRecorded = (at: IsoInstant): IsoDate => dayOf(at, zoneOf(record.file.family.jurisdiction))
  const first = firstVersionIn(record)
  const shut = new Set([...record.restricted].map(first))
  const all = [
    ...entries(record.file).map((entry) => ofCase(entry, dayRecorded(entry.at), (id) => shut.has(first(id)))),
    ...ofAgenda(record, dayRecorded, today),
  ]
  const measures = measuresByEntry(standing(record.file.safeguards), first)
  return all.map((candidate) => {
    const { item } = candidate
    const wholes = wholesOf(item, first)
    const more = {
      shields: wholes.flatMap((whole) => measures.shields.get(whole) ?? []), releasedTo: measures.releases.get(keyOf(item.kind, item.id)) ?? [],
      inConfidence: wholes.some((whole) => measures.inConfidence.has(whole)), secret: wholes.some((whole) => measures.secret.has(whole)),
    }
    return { ...candidate, entries: candidate.entries.map((entry) => ({ ...entry, ...more, mentions: [...new Set([...entry.mentions, ...mentionedIn(item, record)])] })) }
  })
}

/** The day an item tells of, as people name it. */
export const dayOfItem = (item: Item, zone: Zone): IsoDate => {
  switch (item.kind) {
    case 'contribution':
    case 'lifeEvent': return item.value.occurredOn
    case 'goalScore':
    case 'evaluation': return item.value.on
    case 'appointment':
    case 'elsewhere': return item.value.date
    default: return dayOf(item.at, zone)
  }
}

// ── What holds for single parts

const keyOf = (kind: string, id: string): string => `${kind} ${id}`

/** The first version of what somebody wrote: whatever holds for one version holds for all of them. Of anything else its own id. */
type FirstVersion = (id: Id) => Id

const firstVersionIn = ({ file }: Pick<CaseRecord, 'file'>): FirstVersion => {
  const later = new Map(file.contributions.all.flatMap(({ id, corrects }) => corrects === undefined ? [] : [[id, corrects] as const]))
  return (id) => later.get(id) ?? id
}

const measuresByEntry = (measures: readonly Safeguard[], first: FirstVersion) => {
  const shields = new Map<string, readonly Entry['shields'][number][]>()
  const releases = new Map<string, readonly PersonId[]>()
  const inConfidence = new Set<string>()
  const secret = new Set<string>()
  for (const { measure, at } of measures) {
    if (!('entry' in measure)) continue
    const key = keyOf(measure.entry.kind, first(measure.entry.id))
    switch (measure.kind) {
      case 'shield': shields.set(key, [...shields.get(key) ?? [], { person: measure.from, from: at }]); break
      // What is given to somebody is that version, as they were told of it.
      case 'release': {
        const given = keyOf(measure.entry.kind, measure.entry.id)
        releases.set(given, [...releases.get(given) ?? [], measure.to])
        break
      }
      case 'confidence': inConfidence.add(key); break
      case 'secret': secret.add(key); break
    }
  }
  return { shields, releases, inConfidence, secret }
}

/**
 * What a line of the access log takes over of what was looked at, so that a look tells nobody of what is kept from them: by their ids the
 * safeguards that kept it from somebody then; of persons whose whereabouts are kept, those it tells of; and whether it is one of the
 * agenda, while that counts for anybody.
 */
export type Inherited = { readonly guards: readonly Id[]; readonly mentions: readonly PersonId[]; readonly isPlanned: boolean }

/** What lines about the items of a case take over; nothing of most. */
export const inheritedIn = (record: Pick<CaseRecord, 'file'>): ((item: Item) => Inherited | undefined) => {
  const measures = standing(record.file.safeguards)
  const first = firstVersionIn(record)
  const guards = Map.groupBy(measures.filter(({ measure: { kind } }) => kind === 'shield' || kind === 'confidence'), ({ measure }) => 'entry' in measure ? keyOf(measure.entry.kind, first(measure.entry.id)) : '')
  const kept = new Set(measures.flatMap(({ measure }) => measure.kind === 'protection' ? [measure.person] : measure.kind === 'highConflict' ? measure.persons : []))
  if (guards.size === 0 && kept.size === 0) return () => undefined
  return (item) => {
    const own = wholesOf(item, first).flatMap((whole) => guards.get(whole) ?? []).map(({ safeguardId }) => safeguardId)
    const mentions = kept.size === 0 ? [] : [...new Set([...'mentions' in item ? item.mentions : [], ...mentionedIn(item, record)])].filter((person) => kept.has(person))
    const isPlanned = kept.size > 0 && (isOfAgenda(item) || item.kind === 'meeting')
    return own.length === 0 && mentions.length === 0 && !isPlanned ? undefined : { guards: own, mentions, isPlanned }
  }
}

const agendaKinds = ['need', 'appointment', 'unplanned', 'rhythm', 'changeRequest', 'elsewhere'] as const satisfies readonly AgendaItem['kind'][]
const isOfAgenda = ({ kind }: Item): boolean => agendaKinds.some((one) => one === kind)

/** An item and what it hangs below: what is shielded takes along whatever would tell that it is there. */
const wholesOf = (item: Item, first: FirstVersion): readonly string[] => {
  const below = (kind: ItemKind, id: string | undefined) => [keyOf(item.kind, item.id), ...id === undefined ? [] : [keyOf(kind, id)]]
  switch (item.kind) {
    case 'correction': return below(item.value.entry.kind, first(item.value.entry.id))
    case 'goalScore':
    case 'goalEnd': return below('goal', item.value.goalId)
    case 'planPart': return [keyOf(item.kind, item.id), ...partOf(item.value)]
    case 'planAnswer': return below('planVersion', item.value.planVersionId)
    // A later version of what somebody wrote is that same thing.
    case 'contribution': return [keyOf('contribution', first(item.id))]
    case 'question': return below('contribution', item.value.contributionId === undefined ? undefined : first(item.value.contributionId))
    case 'questionAnswer': return below('question', item.value.questionId)
    case 'appointment':
    case 'unplanned': return [...below('need', item.value.need.needId), ...item.value.need.occurrence === undefined ? [] : [keyOf('need', item.value.need.occurrence.of)]]
    case 'changeRequest': return below('appointment', item.value.appointmentId)
    case 'need': return below('need', item.value.occurrence?.of)
    case 'providerWords': return below('helpSearch', item.value.searchId)
    case 'meetingPoint':
    case 'meetingInput':
    case 'meetingReport': return below('meeting', item.value.meetingId)
    case 'meetingMinutes': return [...below('meetingPoint', item.value.pointId), keyOf('meeting', item.value.meetingId)]
    default: return [keyOf(item.kind, item.id)]
  }
}

/** A wording hangs below what it words: what is shielded there, is shielded in every version. */
const partOf = ({ content: { kind }, of }: ItemOf<'planPart'>['value']): readonly string[] => {
  switch (kind) {
    case 'goal': return [keyOf('goal', of)]
    case 'question': return [keyOf('guidingQuestion', of)]
    case 'card': return [keyOf('agreementCard', of)]
    default: return []
  }
}

/** The members of the family of whom an item tells besides its subject: who comes along, and who said or asked it. */
const mentionedIn = (item: Item, { file: { family } }: Pick<CaseRecord, 'file'>): readonly PersonId[] => {
  const { person, onBehalfOf } = item.by
  const spoke = [person, onBehalfOf].filter((one) => one !== undefined).filter((one) => findMember(family, one) !== undefined)
  switch (item.kind) {
    case 'need': return [...spoke, ...item.value.attendance.flat()]
    case 'unplanned': return [...spoke, ...item.value.need.attendance.flat()]
    case 'appointment':
    case 'elsewhere': return [...spoke, ...item.value.attendees]
    case 'changeRequest':
    case 'rhythm': return [...spoke, item.value.person]
    case 'meeting': return [...spoke, ...item.value.attendees.flatMap(({ person: asked }) => findMember(family, asked) === undefined ? [] : [asked])]
    case 'action': return [...spoke, ...findMember(family, item.value.owner) === undefined ? [] : [item.value.owner]]
    default: return spoke
  }
}

// ── The case file

const ofCase = (entry: CaseEntry, recorded: IsoDate, isShut: (id: Id) => boolean): Candidate => {
  const { subject, category, by, occurredOn, mentions, addressees } = entry
  const judged: Entry = {
    ...plainEntry, ...kindOf(entry), subject, category, author: authorOf(by), recorded, occurred: occurredOn, mentions, addressees,
    // What was said beside an entry, or scored on a goal, is about that.
    restricted: isShut(entry.id) || (entry.kind === 'meetingMinutes' && isShut(entry.value.pointId)) || (entry.kind === 'correction' && isShut(entry.value.entry.id)) || ((entry.kind === 'goalScore' || entry.kind === 'goalEnd') && isShut(entry.value.goalId)) || (entry.kind === 'planPart' && isShut(entry.value.of)) ||
      (entry.kind === 'question' && entry.value.contributionId !== undefined && isShut(entry.value.contributionId)) ||
      (entry.kind === 'questionAnswer' && isShut(entry.value.questionId)),
  }
  if (entry.kind === 'meeting') return ofMeeting(entry, judged)
  if (entry.kind !== 'member' || entry.value.phone === undefined) return { entries: [judged], item: entry }
  const { phone, ...value } = entry.value
  return { entries: [judged], item: { ...entry, value }, place: { phone } }
}

/**
 * Whoever is asked knows of a meeting, and when it is, as of any appointment (P09); others where both the plan and what is planned open.
 * What is spoken of there opens by itself, point by point.
 */
const ofMeeting = (entry: EntryOf<'meeting'>, judged: Entry): Candidate => {
  const { fixed, ...value } = entry.value
  const planned: Entry = { ...judged, category: 'planning', participants: value.attendees.map(({ person }) => person) }
  return { entries: [planned, judged], item: { ...entry, value }, ...(fixed !== undefined && { place: { gathering: fixed } }) }
}

/** A question to the team names nobody and is for whom it is addressed to: a consult in the words of the policies. */
const kindOf = ({ kind }: CaseEntry): Partial<Entry> => {
  switch (kind) {
    case 'agreementCard': return { kind: 'card', current: true }
    case 'reflectionPrompt':
    case 'reflectionAnswer': return { kind: 'consult', identified: false }
    case 'invitation': return { kind: 'invitation', identified: false }
    default: return {}
  }
}

const authorOf = ({ person, organisation, discipline }: Recorded['by']): Entry['author'] =>
  ({ person, ...(organisation !== undefined && { organisation }), ...(discipline !== undefined && { discipline }) })

// ── The agenda

const ofAgenda = ({ agenda, directory, file: { family } }: CaseRecord, dayRecorded: (at: IsoInstant) => IsoDate, today: IsoDate): readonly Candidate[] => {
  const needs = agenda.needs.byId
  const appointments = [...agenda.proposals.appointments.values()]

  /** Everything of an agenda has the label `planning`, and besides that the label of what it is for: both must open. */
  const candidate = (item: AgendaItem, occurred: IsoDate, more: { readonly participants?: readonly PersonId[]; readonly place?: Place; readonly meets?: readonly PersonId[] } = {}): Candidate => {
    const judged: Entry = { ...plainEntry, subject: item.subject, category: 'planning', author: authorOf(item.by), recorded: dayRecorded(item.at), occurred, participants: more.participants ?? [] }
    return {
      item, entries: item.category === 'planning' ? [judged] : [judged, { ...judged, category: item.category }],
      ...(more.place !== undefined && { place: more.place }), ...(more.meets !== undefined && { meets: more.meets }),
    }
  }
  /** What belongs to a need that was erased is erased with it. */
  const withNeed = (needId: string, make: (need: Need) => Candidate): readonly Candidate[] => {
    const need = needs.get(needId)
    return need === undefined ? [] : [make(need)]
  }

  return [
    ...[...needs.values()].map((need) =>
      candidate({ kind: 'need', id: need.needId, ...base(need, need.category), value: { ...need, status: needStatus(agenda, need) } }, dayRecorded(need.at))),
    ...appointments.flatMap((appointment) => withNeed(appointment.needId, (need) => {
      const { start, end, modality, homeMinutes, glued, firstFree, minding, meeting: given, ...value } = appointment
      const meeting = modality.kind === 'digital' ? given ?? value.practitioners.map(directory.meetingWay).find((way) => way !== undefined) : undefined
      return candidate(
        { kind: 'appointment', id: value.appointmentId, ...base(value, need.category), value: { ...value, modalityKind: modality.kind, status: appointmentStatus(agenda, appointment), need, ...(given !== undefined && { isMeetingGiven: true }) } },
        value.date,
        {
          participants: [...value.attendees, ...value.practitioners, ...companions(appointment, appointments)],
          place: { appointment: { start, end, modality, homeMinutes, glued, ...(firstFree !== undefined && { firstFree }), ...(minding !== undefined && { minding }) }, ...(meeting !== undefined && { meeting }) },
          meets: [...value.attendees, ...value.asked, ...value.practitioners],
        },
      )
    })),
    ...[...agenda.proposals.byId.values()].flatMap(({ proposalId, unplanned }) => unplanned.flatMap((value) => withNeed(value.needId, (need) =>
      candidate({ kind: 'unplanned', id: `${proposalId} ${value.needId}`, ...base(value, need.category), value: { ...value, proposalId, need } }, dayRecorded(value.at))))),
    ...[...agenda.rhythm.byPerson.values()].map(({ blocks, ...value }) =>
      candidate({ kind: 'rhythm', id: value.person, ...base(value, 'planning'), value }, dayRecorded(value.at), { participants: [value.person, ...carersOf(family, value.person, today)], place: { rhythm: blocks } })),
    ...[...agenda.changeRequests.values()].map((value) =>
      candidate({ kind: 'changeRequest', id: value.requestId, ...base(value, 'planning'), value }, dayRecorded(value.at), { participants: [value.person] })),
    ...[...agenda.elsewhere.values()].map(({ start, end, place, homeMinutes, ...value }) => candidate(
      { kind: 'elsewhere', id: value.appointmentId, ...base(value, value.category), value: { ...value, modalityKind: modalityAt(place).kind } },
      value.date, { participants: value.attendees, place: { elsewhere: { start, end, place, homeMinutes } } },
    )),
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
