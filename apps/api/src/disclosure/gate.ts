/**
 * The gate: the only way from what is kept of a family to what somebody is shown.
 *
 * A viewer and the facts of this moment decide every item. What doesn't open leaves no trace: it isn't in a list, a count, a
 * time of change or an order. Views and resolvers get what is `Disclosed`, and nothing else.
 */
import { decide, disclose, mergeExistence, type Action, type Disclosed, type Disclosure, type ExistenceLine, type Facts, type PolicyId, type Viewer } from '@samenspel/access'
import { askedFor, type GivenAnswer, type OrderRule, type Proposal } from '@samenspel/agenda'
import { isDraft, substituteOn, type CareTeam, type Member } from '@samenspel/family-case'
import { dayOf, momentOf, zoneOf, type FamilyId, type Id, type IsoDate, type IsoInstant, type Jurisdiction, type PersonId, type Zone } from '@samenspel/kernel'
import { candidates, candidatesAnew, inheritedIn, isOfAgenda, type Candidate, type Inherited, type Item, type ItemKind, type ItemOf, type Place } from './items.ts'
import { isOnTablet } from '../sessions/sessions.ts'
import { isForGroup } from './on-tablet.ts'
import { peaceOf, type Peace } from './peace.ts'
import type { CaseRecord } from './case-record.ts'
import type { Asking } from './viewer.ts'

export type Shown<Of extends Item = Item> = {
  readonly item: Disclosed<Of>
  /** The part that says where and when; absent when this viewer may not know it. */
  readonly place?: Disclosed<Place>
  readonly policies: readonly PolicyId[]
  /** What a line of the access log about it takes over. */
  readonly inherited?: Inherited
}

/** Somebody who is named in what opened: no more of that person than a name and a place in the family; of who was erased, no name either. */
export type Named = Pick<Member, 'memberId' | 'firstName' | 'role' | 'isIndexChild' | 'inHousehold' | 'isErased'>

/** What everybody knows who may see anything of a family: that it is this one, and who coordinates. */
export type Head = {
  readonly familyId: FamilyId
  readonly name: string
  readonly jurisdiction: Jurisdiction
  readonly coordinator: PersonId | undefined
  /** Who stands in today. */
  readonly substitute: PersonId | undefined
  readonly specialistOnCall?: PersonId | undefined
  readonly handedOver?: CareTeam['handedOver']
  /** Why the family is left in peace now. Who may know of it, the views say. */
  readonly peace?: Peace | undefined
}

/** What is the same for all parts of a proposal; answers only of those who are asked for a part that opened. */
export type OpenedProposal = Pick<Proposal, 'proposalId' | 'kind' | 'proven' | 'travelDaysPossiblyFewer' | 'progress' | 'by' | 'at'> & {
  readonly asked: readonly { readonly person: PersonId; readonly given?: GivenAnswer }[]
}

/** What of one family opens for one viewer now. */
export type Opened = {
  readonly head: Head
  readonly named: ReadonlyMap<PersonId, Named>
  /**
   * Professionals whom what opened tells of: in the team, asked for an appointment, or coordinating. Somebody else who wrote
   * something stays unnamed, since the name would tell of care that doesn't open.
   */
  readonly professionals: ReadonlySet<PersonId>
  readonly items: readonly Shown[]
  readonly proposals: readonly OpenedProposal[]
  /** Which appointment must come before which: only where both opened, so that none tells of the other. */
  readonly orders: readonly OrderRule[]
  /** Somebody is protected from this viewer: nothing tells for which organisation people work, or at what time of day they did something. */
  readonly isGuarded: boolean
  readonly existence: readonly (ExistenceLine & Pick<Item, 'subject' | 'category'> & Pick<Shown, 'policies' | 'inherited'>)[]
}

/**
 * @param action to look at it, or to take a copy along
 * @param stays for who looks back: what of that may still be seen. Of what doesn't open, no existence is told then.
 * @returns nothing when nothing at all opens: for this viewer there is no such family.
 */
export const open = (record: CaseRecord, { viewer, session }: Asking, facts: Facts, now: IsoInstant, action: 'read' | 'export' = 'read', stays?: (one: Shown) => Shown | undefined): Opened | undefined => {
  const isGuarded = facts.protections.some((protection) => protection.viewer === viewer.person)
  const zone = zoneOf(record.file.family.jurisdiction)
  const today = dayOf(now, zone)
  const leading = leadingOn(record.file.careTeam, today)
  const all = (viewer.kind === 'care' ? candidates : candidatesAnew)(record, today).filter(({ item }) => !isDraftOfOthers(item, viewer.person) && (viewer.kind !== 'portal' || !isMistake(item) && !isStillWritten(item)))
  const judged = (action === 'read' ? all.map((candidate) => judgedFor(candidate, viewer.person)) : all).map((candidate) => withMeetingFor(candidate, viewer.person))
  const asked = isGuarded ? judged.filter(({ item }) => !isWhereOthersAre(item, viewer.person)).map((candidate) => withoutHours(candidate, viewer.person, zone)) : judged
  const verdicts = disclose(viewer, asked.flatMap(({ entries, item, place }) => entries.map((entry) => ({ entry, content: item, ...(place !== undefined && { place }) }))), facts, now, action)
  let at = 0
  const decided = asked.map((candidate) => ({ candidate, verdicts: verdicts.slice(at, at += candidate.entries.length) }))
  // A question without identity is read beside the family (`openInvitations`), and opens nothing of it.
  const answered = decided.flatMap(({ verdicts: some }) => shownOf(some)).flatMap((one) => (stays === undefined ? one : stays(one)) ?? []).filter(({ item, policies }) => item.kind !== 'invitation' || policies.some((policy) => policy !== 'P12'))
  const isKnownCare = viewer.kind === 'portal' ? careKnownTo(answered, record.file.careTeam, viewer) : () => true
  const known = answered.filter((one) => isTheirsToKnow(one, viewer, facts, leading) && isKnownCare(one))
  const isTablet = isOnTablet(session)
  const forHere = isTablet ? known.filter(({ item }) => isForGroup(item, new Set(record.file.family.members.flatMap(({ memberId, isIndexChild }) => isIndexChild ? [memberId] : [])))) : known
  const opening = forHere.filter(standsBesideWhatOpened(known, viewer))
  const proposals = proposalsIn(opening, record)
  // What fits nowhere belongs to a proposal: of one that has no part for this viewer, it would tell that there is one.
  const items = opening.filter(({ item }) => item.kind !== 'unplanned' || proposals.some(({ proposalId }) => proposalId === item.value.proposalId))
  if (items.length === 0) return undefined
  const { file: { family, careTeam } } = record
  const inherited = inheritedIn(record)
  const inheriting = (one: Shown): Shown => {
    const taken = inherited(one.item)
    return taken === undefined ? one : { ...one, inherited: taken }
  }
  const named = new Set(items.flatMap(({ item }) => personsIn(item)))
  return {
    head: { familyId: record.familyId, name: family.name, jurisdiction: family.jurisdiction, ...leading, specialistOnCall: careTeam.specialistOnCall, handedOver: careTeam.handedOver, peace: peaceOf(record, now) },
    named: new Map(family.members.filter(({ memberId }) => named.has(memberId)).map(({ memberId, firstName, role, isIndexChild, inHousehold, isErased }) =>
      [memberId, { memberId, firstName, role, isIndexChild, inHousehold, ...(isErased === true && { isErased }) }])),
    professionals: new Set([viewer.person, ...[leading.coordinator, leading.substitute].filter((person) => person !== undefined), ...items.flatMap(({ item }) => professionalsIn(item, viewer.person))]),
    items: items.map(inheriting), proposals, isGuarded, orders: ordersIn(items, record),
    existence: isTablet || stays !== undefined ? [] : decided.flatMap(({ candidate, verdicts: some }) => hasExistence(candidate) ? existenceOf(candidate.item, some, inherited(candidate.item)) : []),
  }
}

/** Which appointment must come before which, of those that opened and are still asked. */
export const ordersIn = (items: readonly Shown[], { agenda }: Pick<CaseRecord, 'agenda'>): readonly OrderRule[] => {
  const asked = new Set(items.flatMap(({ item }) => item.kind === 'need' && item.value.status !== 'withdrawn' ? [item.id] : []))
  return agenda.needs.order.filter(({ before, after }) => asked.has(before) && asked.has(after))
}

type Leading = Pick<Head, 'coordinator' | 'substitute'>

/** Who coordinates, and who stands in on a day: nobody does who left the team. */
const leadingOn = (team: CareTeam, day: IsoDate): Leading => ({ coordinator: team.coordinator, substitute: substituteOn(team, day) })

/**
 * With whom else something is shared tells which care there is: a consent to the therapist of a parent names that therapist. So among
 * professionals a consent, a question for one, an invitation and a choice of providers are known to who coordinates, to the organisation that recorded it,
 * and to whom the consent is for; that one may read what it is about is not enough.
 */
const isTheirsToKnow = ({ item, policies }: Shown, viewer: Viewer, { team }: Facts, { coordinator, substitute }: Leading): boolean => {
  // Where a household lives is asked by who plans from there, and by nobody else: not by the other parent, not by a colleague.
  if (item.kind === 'home') return viewer.kind === 'care' && (viewer.person === coordinator || viewer.person === substitute)
  // What a parent asks about who helps opens to nobody by consent: not to whom it is about, and not to their colleagues.
  if (item.kind === 'ask') return viewer.kind !== 'care' || item.by.person === viewer.person || item.addressees.includes(viewer.person)
  if (viewer.kind !== 'care' || (item.kind !== 'consent' && item.kind !== 'consentRequest' && item.kind !== 'invitation' && item.kind !== 'helpSearch')) return true
  if (viewer.person === coordinator || viewer.person === substitute || policies.some((policy) => policy === 'P01' || policy === 'P02')) return true
  if (item.kind !== 'consent') return false
  const { recipient } = item.value
  switch (recipient.kind) {
    case 'organisation': return recipient.organisation === viewer.organisation
    case 'discipline': return recipient.discipline === viewer.discipline
    case 'all': return team.some(({ person }) => person === viewer.person)
  }
}

/**
 * A consent to whoever treats one parent tells the other of that treatment. So at home a consent, or a question for one, is known to whom
 * the care that it is for is known, and to who signed or said it, who knows it and can stop it; what isn't in the team yet hides nothing.
 */
const careKnownTo = (answered: readonly Shown[], { members }: CareTeam, viewer: Viewer): (one: Shown) => boolean => {
  const known = new Set(answered.flatMap(({ item }) => item.kind === 'teamMember' ? [item.value.practitionerId] : []))
  return ({ item }) => {
    if ((item.kind !== 'consent' && item.kind !== 'consentRequest') || item.by.person === viewer.person) return true
    if (item.kind === 'consent' && item.value.signedBy.includes(viewer.person)) return true
    const { recipient } = item.value
    const there = members.filter(({ organisation, discipline }) => recipient.kind === 'organisation' ? organisation === recipient.organisation : recipient.kind === 'discipline' && discipline === recipient.discipline)
    return there.length === 0 || there.some(({ practitionerId }) => known.has(practitionerId))
  }
}

/**
 * A statement is read where that is read which it stands beside; a question where the contribution opens that it is about, and an
 * answer where its question does; what belongs to a meeting where that meeting is known; one's own is read in any case.
 */
const standsBesideWhatOpened = (known: readonly Shown[], viewer: Viewer): (one: Shown) => boolean => {
  const ids = new Map<ItemKind, ReadonlySet<string>>()
  /** Few kinds stand beside others: of the rest nobody asks. */
  const hasOpened = (kind: ItemKind, id: string): boolean => {
    const some = ids.get(kind) ?? new Set(known.flatMap(({ item }) => item.kind === kind ? [item.id] : []))
    ids.set(kind, some)
    return some.has(id)
  }
  const isAsked = ({ by, value: { contributionId } }: ItemOf<'question'>) => by.person === viewer.person || contributionId === undefined || hasOpened('contribution', contributionId)
  const questions = new Set(known.flatMap(({ item }) => item.kind === 'question' && isAsked(item) ? [item.id] : []))
  const isOfOpened = (item: Item): boolean => {
    switch (item.kind) {
      case 'correction': return hasOpened(item.value.entry.kind, item.value.entry.id)
      case 'question': return questions.has(item.id)
      case 'questionAnswer': return questions.has(item.value.questionId)
      case 'providerWords': return hasOpened('helpSearch', item.value.searchId)
      case 'meetingPoint':
      case 'meetingInput':
      case 'meetingMinutes':
      case 'meetingReport': return hasOpened('meeting', item.value.meetingId)
      default: return true
    }
  }
  return ({ item }) => item.by.person === viewer.person || isOfOpened(item)
}

/** How a bond is rated is its author's and who coordinates' alone, until it was talked about with that parent. */
const isDraftOfOthers = (item: Item, viewer: PersonId): boolean => item.kind === 'classificationPart' && isDraft(item.value) && !item.addressees.includes(viewer)

/** A fact about authority that turned out to be a mistake is kept for who put it right, and tells a family nothing true. */
const isMistake = (item: Item): boolean => item.kind === 'authority' && item.value.mistaken !== undefined

/** What is written down at a meeting, and for the parents about it, is read at home once it was closed: until then it isn't what was said. */
const isStillWritten = (item: Item): boolean => (item.kind === 'meetingMinutes' || item.kind === 'meetingReport') && !item.value.isFinal

/** The week of a child says when somebody brings and fetches it, and where; its school, or where somebody works, says that too. */
const isWhereOthersAre = (item: Item, viewer: PersonId): boolean => (item.kind === 'rhythm' && item.value.person !== viewer) || item.kind === 'support'

/**
 * The days on which somebody recorded and did something, without the time of day: the hours of a place say which place it is (T2). Of an
 * agenda somebody who is protected from others sees nothing but that to which they come along.
 */
const withoutHours = (candidate: Candidate, viewer: PersonId, zone: Zone): Candidate => {
  const item = withoutDaysOfOthers(candidate.item, viewer)
  return { ...candidate, item: item.by.person === viewer || isOfAgenda(item) ? item : onDays(item, zone) }
}

/** On which days of the week a child is with somebody else says where it is. */
const withoutDaysOfOthers = (item: Item, viewer: PersonId): Item =>
  item.kind === 'dyad' && item.subject.kind === 'relation' && !item.subject.persons.includes(viewer) ? { ...item, value: Object.fromEntries(Object.entries(item.value).filter(([field]) => field !== 'careDays')) as typeof item.value } : item

/** The same, with the beginning of its day for each moment in it. */
const onDays = <Value>(value: Value, zone: Zone): Value => {
  if (typeof value === 'string') return (isMoment.test(value) ? momentOf(dayOf(value, zone), '00:00', zone) : value) as Value
  if (Array.isArray(value)) return value.map((one: unknown) => onDays(one, zone)) as Value
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([field, one]) => [field, onDays<unknown>(one, zone)])) as Value : value
}
const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/

/**
 * With which items somebody may do more than look at them: add an own statement, say. What doesn't open is as if it weren't there.
 * @returns whether they may, item by item
 */
export const mayWith = (record: CaseRecord, { viewer }: Asking, facts: Facts, now: IsoInstant, action: Action): (kind: ItemKind, id: Id) => boolean => {
  const judged = new Map(candidates(record, dayOf(now, zoneOf(record.file.family.jurisdiction))).map((candidate) => [`${candidate.item.kind} ${candidate.item.id}`, judgedFor(candidate, viewer.person).entries] as const))
  return (kind, id) => judged.get(`${kind} ${id}`)?.every((entry) => decide(viewer, action, entry, facts, now).outcome === 'content') ?? false
}

/** Who takes part knows what the appointment is for; for anybody else every label must open. */
const judgedFor = (candidate: Candidate, viewer: string): Candidate =>
  candidate.entries[0]?.participants.includes(viewer) === true ? { ...candidate, entries: candidate.entries.slice(0, 1) } : candidate

/** The way into a talk goes to nobody but who is in it, whatever else they may know of it. */
const withMeetingFor = (candidate: Candidate, viewer: string): Candidate => {
  if (candidate.place?.meeting === undefined || candidate.meets?.includes(viewer) === true) return candidate
  const place = Object.fromEntries(Object.entries(candidate.place).filter(([part]) => part !== 'meeting')) satisfies Place
  return { ...candidate, place }
}

const proposalsIn = (items: readonly Shown[], { agenda }: CaseRecord): readonly OpenedProposal[] => {
  const parts = items.flatMap(({ item }) => item.kind === 'appointment' ? [item.value] : [])
  return [...agenda.proposals.byId.values()].flatMap(({ proposalId, kind, proven, travelDaysPossiblyFewer, progress, by, at, answers }) => {
    const own = parts.filter((part) => part.proposalId === proposalId)
    return own.length === 0 ? [] : [{
      proposalId, kind, proven, travelDaysPossiblyFewer, progress, by, at,
      asked: askedFor(own).map((person) => {
        const given = answers.get(person)
        return given === undefined ? { person } : { person, given }
      }),
    }]
  })
}

/** The members of the family whom an item names by its nature: its subject, who comes along, who holds authority. */
const personsIn = (item: Item): readonly PersonId[] => {
  const { subject } = item
  const own = subject.kind === 'case' ? [] : subject.kind === 'relation' ? subject.persons : [subject.person]
  switch (item.kind) {
    case 'member': return [...own, item.value.memberId]
    case 'authority': return [...own, item.value.adult]
    case 'helpSearch': return [...own, ...item.value.answers.map(({ parent }) => parent)]
    case 'need': return [...own, ...item.value.attendance.flat()]
    case 'appointment':
    case 'elsewhere': return [...own, ...item.value.attendees]
    case 'correction':
    case 'meetingPoint': return [...own, ...item.by.role === 'familyMember' ? [item.by.person] : []]
    case 'meeting': return [...own, ...item.value.attendees.map(({ person }) => person), ...item.value.without?.parents ?? [], ...item.value.closed?.absent ?? []]
    default: return own
  }
}

/** The professionals whom an item names by its nature: who is in the team, whom an appointment or a wish for one asks for, who calls. */
const professionalsIn = (item: Item, viewer: PersonId): readonly PersonId[] => {
  switch (item.kind) {
    case 'teamMember': return [item.value.practitionerId]
    case 'need': return item.value.staffing.flat()
    case 'appointment': return item.value.practitioners
    case 'overloadSignal': return [item.value.caller]
    case 'ask': return [...item.addressees, ...[item.value.about, item.value.through, item.value.answer?.by.person, ...item.by.role === 'professional' ? [item.by.person] : []].filter((person) => person !== undefined)]
    // Who asks for something says who they are.
    case 'helpSearch':
    case 'consentRequest': return [item.by.person]
    case 'invitation': return [item.value.practitionerId, item.by.person]
    // Who asks and who is asked know each other; to others a question names nobody of whose care they don't know.
    case 'question': return [item.by.person, item.value.to].includes(viewer) ? [item.by.person, item.value.to] : []
    default: return []
  }
}

type Verdict = Disclosure<Item, Place>

const shownOf = (verdicts: readonly Verdict[]): readonly Shown[] => {
  const [first, ...others] = verdicts
  if (first?.outcome !== 'content' || others.some(({ outcome }) => outcome !== 'content')) return []
  const policies = others.length === 0 ? first.policies : [...new Set(verdicts.flatMap((verdict) => verdict.policies))]
  return [first.place === undefined ? { item: first.content, policies } : { item: first.content, policies, place: first.place }]
}

const existenceOf = ({ subject, category }: Item, verdicts: readonly Verdict[], inherited: Inherited | undefined): Opened['existence'] => {
  const [first] = verdicts
  return first?.outcome === 'existence' && verdicts.length === 1 ? [{ ...first.line, subject, category, policies: first.policies, ...(inherited !== undefined && { inherited }) }] : []
}

/** Of these, and of whatever is kept shut, it may be said that a discipline recorded something; of the rest not even that. */
const hasExistence = ({ item: { kind }, entries }: Candidate): boolean => kind === 'contribution' || kind === 'lifeEvent' || (kind !== 'correction' && entries.some(({ restricted }) => restricted))

/** Lines of existence as they may be shown: a discipline and a day, merged. */
export const existenceLines = ({ existence }: Opened): readonly ExistenceLine[] =>
  mergeExistence(existence.map(({ discipline, day }) => discipline === undefined ? { day } : { discipline, day }))

/** What opened of one kind, in the order of recording. */
export const shown = <Kind extends ItemKind>({ items }: Opened, kind: Kind): readonly Shown<ItemOf<Kind>>[] => {
  const kinds = byKind.get(items) ?? Map.groupBy(items, ({ item }) => item.kind)
  byKind.set(items, kinds)
  return (kinds.get(kind) ?? []) as readonly Shown<ItemOf<Kind>>[]
}

/** Views ask for one kind after the other. */
const byKind = new WeakMap<readonly Shown[], ReadonlyMap<ItemKind, readonly Shown[]>>()

/** The questions to join the team that were put to who asks, without identity (P12): nothing else of the family opens with them. */
export const openInvitations = (record: CaseRecord, { viewer }: Asking, facts: Facts, now: IsoInstant): readonly Shown<ItemOf<'invitation'>>[] => {
  const asked = candidates(record, dayOf(now, zoneOf(record.file.family.jurisdiction))).filter(({ item }) => item.kind === 'invitation' && item.addressees.includes(viewer.person))
  return disclose<Item, Place>(viewer, asked.flatMap(({ entries, item }) => entries.map((entry) => ({ entry, content: item }))), facts, now)
    .flatMap((verdict) => shownOf([verdict])).filter((one): one is Shown<ItemOf<'invitation'>> => one.item.kind === 'invitation')
}
