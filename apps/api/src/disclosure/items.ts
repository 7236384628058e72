/**
 * What there is to show of a family, item by item: each with the entries that policies judge, its content, and apart from that
 * the part that says where and when.
 */
import { plainEntry, type Entry } from '@samenspel/access'
import { appointmentStatus, modalityAt, type Appointment, type AppointmentStatus, type ChangeRequest, type ElsewhereAppointment, type Need, type NeedStatus, type PersonRhythm, type UnplannedNeed } from '@samenspel/agenda'
import { entries, findMember, standing, type CaseEntry, type EntryKind, type EntryOf, type Family, type MeetingTime, type Safeguard } from '@samenspel/family-case'
import { dayOf, zoneOf, type Category, type Id, type IsoDate, type IsoInstant, type MeetingWay, type PersonId, type Recorded, type Subject, type Zone } from '@samenspel/kernel'
import { carersOf } from './household.ts'
import { namedInWords } from './named-in-words.ts'
import { keptOfRecord } from './of-record.ts'
import type { CaseRecord } from './case-record.ts'
import { wishStatusIn } from './wishes.ts'

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
  const known = made.get(record)
  if (known?.today === today) return known.all
  const all = candidatesAnew(record, today)
  made.set(record, { today, all })
  return all
}

/** They are the same for everybody who looks; those at home have them made anew, so that no answer tells by its time that something was recorded (`kept.ts`). */
const made = keptOfRecord<{ readonly today: IsoDate; readonly all: readonly Candidate[] }>((all) => all)

export const candidatesAnew = (record: CaseRecord, today: IsoDate): readonly Candidate[] => {
  const zone = zoneOf(record.file.family.jurisdiction)
  const dayRecorded = (at: IsoInstant): IsoDate => dayOf(at, zone)
  const all = [
    ...entries(record.file).map((entry) => ofCase(entry, dayRecorded(entry.at))),
    ...ofAgenda(record, dayRecorded, today),
  ]
  const guards = guardsIn(record)
  const mentioned = mentionedIn(record)
  return all.map((candidate) => {
    const { item } = candidate
    const guarded = guards(item)
    const told = mentioned(item)
    if (guarded === undefined && told.length === 0) return candidate
    return { ...candidate, entries: candidate.entries.map((entry) => ({ ...entry, ...guarded, mentions: [...new Set([...entry.mentions, ...told])] })) }
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

type Guarding = Pick<CaseRecord, 'familyId' | 'file'>
type Guarded = Pick<Entry, 'shields' | 'releasedTo' | 'inConfidence' | 'secret' | 'restricted'>

/** What keeps an item from somebody, or gives it to them; nothing where nothing of the kind stands. */
const guardsIn = (record: CaseRecord): (item: Item) => Guarded | undefined => {
  const standingNow = standing(record.file.safeguards).filter(({ measure }) => 'entry' in measure)
  if (standingNow.length === 0 && record.restricted.size === 0) return () => undefined
  const wholes = wholesIn(record)
  const shut = new Set([...record.restricted].map(wholes.first))
  const measures = measuresByEntry(standingNow, wholes.first)
  return (item) => {
    const own = wholes.of(item)
    const keys = own.map(keyOf)
    return {
      shields: keys.flatMap((key) => measures.shields.get(key) ?? []), releasedTo: measures.releases.get(keyOf(item)) ?? [],
      inConfidence: keys.some((key) => measures.inConfidence.has(key)), secret: keys.some((key) => measures.secret.has(key)), restricted: own.some(({ id }) => shut.has(id)),
    }
  }
}
export type Part = { readonly kind: ItemKind; readonly id: Id }

const keyOf = ({ kind, id }: Part): string => `${kind} ${id}`

/** What the items of a case hang below. */
type Wholes = {
  /** The first version of what somebody wrote: whatever holds for one version holds for all of them. Of anything else its own id. */
  readonly first: (id: Id) => Id
  /** An item and what it hangs below: what is shielded, or kept shut, takes along whatever would tell that it is there. */
  readonly of: (item: Item) => readonly Part[]
}

const wholesIn = (record: Guarding): Wholes => {
  const { contributions } = record.file
  const later = new Map(contributions.all.flatMap(({ id, corrects }) => corrects === undefined ? [] : [[id, corrects] as const]))
  const first = (id: Id): Id => later.get(id) ?? id
  const written = (id: Id | undefined): readonly Part[] => id === undefined ? [] : [{ kind: 'contribution', id: first(id) }]
  const asked = new Map(contributions.questions.map(({ questionId, contributionId }) => [questionId, written(contributionId)]))
  return { first, of: (item) => item.kind === 'contribution' ? written(item.id) : [...namesOf(item, record), ...above(item, first, asked, record.familyId)] }
}

const namesOf = (item: Item, record: Guarding): readonly Part[] => {
  const guarded = guardedAs(item, record)
  return guarded.id === item.id ? [guarded] : [{ kind: item.kind, id: item.id }, guarded]
}

/**
 * By which name a part is guarded: wordings of a line, a text or a parent's goal of the plan by what they word, the practice card by its
 * family, since each is worded anew under another id and stays guarded.
 */
export const guardedAs = (item: Item, { familyId }: Pick<CaseRecord, 'familyId'>): Part => {
  switch (item.kind) {
    // Wordings of a goal, a card or the question are guarded with it.
    case 'planPart': return isWordsAlone(item.value) ? { kind: item.kind, id: item.value.of } : { kind: item.kind, id: item.id }
    case 'practiceCard': return { kind: item.kind, id: familyId }
    default: return { kind: item.kind, id: item.id }
  }
}

/** The same of what is no item of the file, by its id: a note of a safety track. */
export const guardsOfNote = ({ file, restricted }: Pick<CaseRecord, 'file' | 'restricted'>, id: Id): Guarded => {
  const measures = standing(file.safeguards).flatMap(({ measure, at }) => 'entry' in measure && measure.entry.id === id ? [{ measure, at }] : [])
  const holds = (kind: 'confidence' | 'secret'): boolean => measures.some(({ measure }) => measure.kind === kind)
  return {
    shields: measures.flatMap(({ measure, at }) => measure.kind === 'shield' ? [{ person: measure.from, from: at }] : []), releasedTo: measures.flatMap(({ measure }) => measure.kind === 'release' ? [measure.to] : []),
    inConfidence: holds('confidence'), secret: holds('secret'), restricted: restricted.has(id),
  }
}

const measuresByEntry = (measures: readonly Safeguard[], first: Wholes['first']) => {
  const shields = new Map<string, readonly Entry['shields'][number][]>()
  const releases = new Map<string, readonly PersonId[]>()
  const inConfidence = new Set<string>()
  const secret = new Set<string>()
  for (const { measure, at } of measures) {
    if (!('entry' in measure)) continue
    const key = keyOf({ kind: measure.entry.kind, id: first(measure.entry.id) })
    switch (measure.kind) {
      case 'shield': shields.set(key, [...shields.get(key) ?? [], { person: measure.from, from: at }]); break
      // What is given to somebody is that version, as they were told of it.
      case 'release': {
        const given = keyOf(measure.entry)
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
export const inheritedIn = (record: Guarding & Pick<CaseRecord, 'agenda' | 'directory'>): ((item: Item) => Inherited | undefined) => {
  const measures = standing(record.file.safeguards)
  const guarding = measures.filter(({ measure: { kind } }) => kind === 'shield' || kind === 'confidence')
  const kept = new Set(measures.flatMap(({ measure }) => measure.kind === 'protection' ? [measure.person] : measure.kind === 'highConflict' ? measure.persons : []))
  if (guarding.length === 0 && kept.size === 0) return () => undefined
  const wholes = wholesIn(record)
  const mentioned = mentionedIn(record)
  const guards = Map.groupBy(guarding, ({ measure }) => 'entry' in measure ? keyOf({ kind: measure.entry.kind, id: wholes.first(measure.entry.id) }) : '')
  return (item) => {
    const own = wholes.of(item).flatMap((whole) => guards.get(keyOf(whole)) ?? []).map(({ safeguardId }) => safeguardId)
    const mentions = kept.size === 0 ? [] : [...new Set([...'mentions' in item ? item.mentions : [], ...mentioned(item)])].filter((person) => kept.has(person))
    const isPlanned = kept.size > 0 && (isOfAgenda(item) || item.kind === 'meeting')
    return own.length === 0 && mentions.length === 0 && !isPlanned ? undefined : { guards: own, mentions, isPlanned }
  }
}

/**
 * Of what is in a family's record since, whatever is kept from somebody: a line about its making takes that over as one about a look
 * at it does.
 */
export const madeAndKept = (before: CaseRecord, after: CaseRecord, today: IsoDate): readonly { readonly item: Item; readonly inherited: Inherited }[] => {
  const inherited = inheritedIn(after)
  const known = new Set(candidates(before, today).map(({ item }) => keyOf(item)))
  return candidates(after, today).flatMap(({ item }) => {
    const taken = known.has(keyOf(item)) ? undefined : inherited(item)
    return taken === undefined ? [] : [{ item, inherited: taken }]
  })
}

/** Whether anything of a family's record may be kept from somebody of it. */
export const keepsFromSomebody = ({ file }: Guarding): boolean => standing(file.safeguards).some(({ measure: { kind } }) => kind === 'shield' || kind === 'confidence' || kind === 'protection' || kind === 'highConflict')

const agendaKinds = ['need', 'appointment', 'unplanned', 'rhythm', 'changeRequest', 'elsewhere'] as const satisfies readonly AgendaItem['kind'][]
export const isOfAgenda = ({ kind }: Item): boolean => agendaKinds.some((one) => one === kind)

/** What an item hangs below; a wording below what it words, so that what is shielded there is shielded in every version. */
const above = (item: Item, first: Wholes['first'], asked: ReadonlyMap<Id, readonly Part[]>, familyId: Id): readonly Part[] => {
  const about = (questionId: Id): readonly Part[] => asked.get(questionId) ?? []
  switch (item.kind) {
    case 'correction': return [{ kind: item.value.entry.kind, id: first(item.value.entry.id) }]
    case 'goalScore':
    case 'goalEnd': return [{ kind: 'goal', id: item.value.goalId }]
    case 'planPart': return worded(item.value)
    case 'planLineEnd': return [{ kind: 'planPart', id: item.value.lineId }]
    case 'practiceCardAnswer': return [{ kind: 'practiceCard', id: familyId }]
    case 'planAnswer': return [{ kind: 'planVersion', id: item.value.planVersionId }]
    case 'judgement': return [{ kind: 'factor', id: item.value.of }, { kind: 'hypothesis', id: item.value.of }]
    case 'classificationPart': return [{ kind: 'classification', id: item.value.classificationId }]
    case 'question': return about(item.id)
    case 'questionAnswer': return [{ kind: 'question', id: item.value.questionId }, ...about(item.value.questionId)]
    case 'appointment':
    case 'unplanned': return [{ kind: 'need', id: item.value.need.needId }, ...ofSeries(item.value.need)]
    case 'changeRequest': return item.value.appointmentId === undefined ? [] : [{ kind: 'appointment', id: item.value.appointmentId }]
    case 'need': return ofSeries(item.value)
    case 'providerWords': return [{ kind: 'helpSearch', id: item.value.searchId }]
    case 'meetingPoint':
    case 'meetingInput':
    case 'meetingReport': return [{ kind: 'meeting', id: item.value.meetingId }]
    case 'meetingMinutes': return [{ kind: 'meetingPoint', id: item.value.pointId }, { kind: 'meeting', id: item.value.meetingId }]
    default: return []
  }
}

const isWordsAlone = ({ content: { kind } }: ItemOf<'planPart'>['value']): boolean => kind === 'line' || kind === 'text' || kind === 'parentsGoal'

/** What is asked again and again is one thing. */
const ofSeries = ({ occurrence }: Need): readonly Part[] => occurrence === undefined ? [] : [{ kind: 'need', id: occurrence.of }]

const worded = ({ content: { kind }, of }: ItemOf<'planPart'>['value']): readonly Part[] => {
  switch (kind) {
    case 'goal': return [{ kind, id: of }]
    case 'question': return [{ kind: 'guidingQuestion', id: of }]
    case 'card': return [{ kind: 'agreementCard', id: of }]
    default: return []
  }
}

/** The members of the family of whom an item tells besides its subject: who comes along, who said or asked it, and who is protected and named in it. */
const mentionedIn = (record: Pick<CaseRecord, 'file' | 'agenda' | 'directory'>): ((item: Item) => readonly PersonId[]) => {
  const named = namedInWords(record)
  return (item) => [...toldOf(item, record.file.family), ...named(item)]
}

const toldOf = (item: Item, family: Family): readonly PersonId[] => {
  const spoke = speakersOf(item, family)
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

const speakersOf = ({ by: { person, onBehalfOf } }: Item, family: Family): readonly PersonId[] =>
  onBehalfOf === undefined && findMember(family, person) === undefined ? nobody : [person, ...onBehalfOf === undefined ? [] : [onBehalfOf]].filter((one) => findMember(family, one) !== undefined)
const nobody: readonly PersonId[] = []

// ── The case file

const ofCase = (entry: CaseEntry, recorded: IsoDate): Candidate => {
  const { subject, category, by, occurredOn, mentions, addressees } = entry
  const plain: Entry = { ...plainEntry, subject, category, author: authorOf(by), recorded, occurred: occurredOn, mentions, addressees }
  const kind = kindOf(entry)
  const judged = kind === undefined ? plain : { ...plain, ...kind }
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

/** A question to some of the team is for whom it is addressed to: a consult in the words of the policies. */
const kindOf = ({ kind }: CaseEntry): Partial<Entry> | undefined => {
  switch (kind) {
    case 'agreementCard': return { kind: 'card', current: true }
    case 'reflectionPrompt':
    case 'reflectionAnswer': return { kind: 'consult', identified: false }
    case 'invitation': return { kind: 'invitation', identified: false }
    // What a parent asks is put to some by that parent, who so needs no consent to reach them.
    case 'ask': return { kind: 'consult', identified: false }
    default: return undefined
  }
}

const authorOf = ({ person, organisation, discipline }: Recorded['by']): Entry['author'] =>
  ({ person, ...(organisation !== undefined && { organisation }), ...(discipline !== undefined && { discipline }) })

// ── The agenda

const ofAgenda = ({ agenda, directory, file: { family } }: CaseRecord, dayRecorded: (at: IsoInstant) => IsoDate, today: IsoDate): readonly Candidate[] => {
  const needs = agenda.needs.byId
  const wishStatus = wishStatusIn(agenda, family)
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
      candidate({ kind: 'need', id: need.needId, ...base(need, need.category), value: { ...need, status: wishStatus(need) } }, dayRecorded(need.at))),
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
