/**
 * A family's whole life as a system lives it: whatever can be recorded that decides about access is folded by the case file, the register,
 * the agenda, the safety track and the emergencies, opened by the gate's own facts and entries, and shown to everybody at the end. Each
 * mistake of `mistakes` breaks one rule on the way; `life-oracle.ts` says what should be shown.
 */
import { requests, restrictedEntries, type RequestEvent, type Requests } from '@samenspel/accountability'
import { decide, disclose, mergeExistence, type Entry, type Facts, type Sealed, type Viewer } from '@samenspel/access'
import { agenda, emptyAgenda, type Agenda, type AgendaEvent } from '@samenspel/agenda'
import { familyCase, standing, type FamilyCase, type FamilyCaseEvent, type Measure } from '@samenspel/family-case'
import { addDays, momentOf, relation, zoneOf, type Actor, type Category, type Discipline, type IsoDate, type IsoInstant, type Jurisdiction, type Subject } from '@samenspel/kernel'
import { practitioner, usualUse, type Practitioner, type PractitionerEvent } from '@samenspel/register'
import { emergencies, isDiscussed, safetyTracks, type Emergencies, type EmergencyEvent, type TrackEvent, type Tracks } from '@samenspel/safety'
import { entryOfLine, factsOfSafetyLines } from '../disclosure/access-log-reading.ts'
import { factsOf } from '../disclosure/facts.ts'
import { candidates, inheritedIn, type Inherited } from '../disclosure/items.ts'
import type { CaseRecord } from '../disclosure/case-record.ts'
import { noteEntry, safetyOf } from '../disclosure/tracks.ts'
import { employmentOf, type Asking } from '../disclosure/viewer.ts'

// ── Who and what there is

export const carers = {
  worker: ['centre', 'dayCentre'], colleague: ['centre', 'dayCentre'], doctor: ['hospital', 'hospital'], youth: ['bureau', 'youthCare'], guide: ['practice', 'imhSpecialist'], guest: ['midwives', 'midwife'],
} as const satisfies Readonly<Record<string, readonly [string, Discipline]>>
export type Carer = keyof typeof carers
export const adults = ['mother', 'father', 'grandmother'] as const
export type Adult = (typeof adults)[number]
export const kids = ['child', 'sibling'] as const
export type Kid = (typeof kids)[number]

export const abouts = ['child', 'sibling', 'mother', 'father', 'unborn', 'surroundings', 'bond', 'couple'] as const
export type About = (typeof abouts)[number]
export const labels = ['medical', 'social', 'contact', 'plan'] as const satisfies readonly Category[]
export type Label = (typeof labels)[number]

/** To whom a yes or a no is. */
export type Towards = 'all' | 'org centre' | 'org hospital' | 'org bureau' | 'disc dayCentre' | 'disc hospital' | 'disc imhSpecialist'
export const purposes = ['treatment', 'emergency', 'legalClaim', 'research'] as const

/** Who looks: somebody of the family, of care with a purpose, or the privacy officer. */
export type Onlooker = { readonly who: Adult | Carer | 'officer'; readonly purpose: (typeof purposes)[number] | 'accountability' | 'own'; readonly secondFactor: boolean }

/** What somebody decided about one part, by its number, or about people. */
export type Decision =
  | { readonly kind: 'shield' | 'release'; readonly part: number; readonly whom: Adult }
  | { readonly kind: 'confidence' | 'secret'; readonly part: number }
  | { readonly kind: 'closing'; readonly whom: Adult }
  | { readonly kind: 'protection'; readonly whom: Adult; readonly from: Adult }
  | { readonly kind: 'highConflict' | 'disagreement' }
  | { readonly kind: 'openness'; readonly kid: Kid }
  | { readonly kind: 'capacity'; readonly kid: Kid; readonly isCapable: boolean }
  | { readonly kind: 'ownFamily' | 'exclusion'; readonly carer: Carer }
  | { readonly kind: 'exchange'; readonly about: About; readonly with: 'bureau' | 'hospital'; readonly agreement: 'obtained' | 'soughtNotObtained' }

/** What can happen. Parts, consents and decisions are named by their number, from 0; one that isn't there changes nothing. Days count from today. */
export type Event =
  | { readonly type: 'later'; readonly days: number; readonly minutes: number }
  | { readonly type: 'joins' | 'leaves' | 'quits'; readonly who: Carer }
  | { readonly type: 'registered'; readonly days: number }
  | { readonly type: 'onDuty'; readonly who: Carer; readonly days?: number } | { readonly type: 'placed'; readonly days?: number }
  | { readonly type: 'authority'; readonly adult: Adult; readonly kid: Kid; readonly status: 'verified' | 'unverified' | 'none'; readonly from: number; readonly days?: number }
  | { readonly type: 'yes' | 'no'; readonly about: About; readonly label: Label | '*'; readonly towards: Towards; readonly signed: readonly Adult[]; readonly days?: number }
  | { readonly type: 'withdrawn'; readonly consent: number }
  | { readonly type: 'written'; readonly by: Carer | Adult; readonly about: About; readonly label: Label; readonly daysAgo: number }
  | { readonly type: 'card'; readonly by: Carer }
  | { readonly type: 'appointment'; readonly by: Adult; readonly about: About; readonly label: Label; readonly goes: readonly Adult[] }
  | { readonly type: 'invited' }
  | { readonly type: 'looked'; readonly who: Carer | Adult; readonly about: About; readonly label: Label | 'safety' | 'unlabelled' }
  /** At one part that is there: the line goes with it. */
  | { readonly type: 'lookedAt'; readonly who: Carer | Adult; readonly part: number }
  | { readonly type: 'decided'; readonly decision: Decision } | { readonly type: 'lifted'; readonly decision: number }
  | { readonly type: 'restricted' | 'unrestricted'; readonly part: number }
  | { readonly type: 'closed' | 'reopened' }
  | { readonly type: 'worry'; readonly by: Carer; readonly investigated: readonly Adult[] }
  | { readonly type: 'circleJoined' | 'circleLeft'; readonly who: Carer }
  | { readonly type: 'noted'; readonly by: Carer } | { readonly type: 'talked'; readonly by: Carer; readonly skipped: boolean }
  | { readonly type: 'noteReleased'; readonly part: number; readonly to: Adult }
  | { readonly type: 'opened'; readonly by: Carer; readonly person: Kid | Adult }

/** Where it begins. */
export type Beginning = { readonly country: Jurisdiction; readonly born: IsoDate }

export const firstDay: IsoDate = '2026-03-25'

/** Everything that is shown, a line for each part and onlooker: the letters of what they may do. */
export type Life = { readonly live: (event: Event) => void; readonly shown: (onlooker: Onlooker) => readonly string[] }

/** The system's own. */
export type SystemLife = Life & {
  /** With what the gate looks, for an onlooker, now. */
  readonly lookOf: (onlooker: Onlooker) => { readonly record: CaseRecord; readonly asking: Asking; readonly now: IsoInstant }
}

export const mistakes = [
  'authority is asked today only', 'authority needs no proof', 'authority stays', 'what was lifted still holds', 'nobody is protected', 'there is no high conflict', 'no file closes', 'a shield is for nobody', 'an emergency has no end',
  'an emergency opens everybody', 'whoever looks is in the circle', 'nobody is investigated', 'a talk that was left out counts', 'a case never closes', 'a closed case never opens', 'who works in any group', 'nothing is restricted',
  'who left still works', 'a registration has no end', 'nobody is excluded', 'nobody is family', 'the first judgment stays', 'one signature is enough', 'a no is nothing', 'a yes is never withdrawn', 'the holders always agree',
  'an exchange is agreed with all', 'a place goes with its text', 'each existence counts', 'nothing is secret', 'nothing is in confidence', 'what is given to one is given to all', 'who left is in the team', 'the last day doesn’t count',
  'consent lasts a day more', 'a birthday comes a day late', 'a second factor isn’t asked', 'a purpose isn’t asked', 'a pregnancy is the child’s', 'who looked stays unnamed',
  'a young person never decides', 'an invitation is for all', 'a card is for all', 'who writes at home names nobody', 'recorded is when it happened', 'a look takes nothing over',
] as const
export type Mistake = (typeof mistakes)[number]

// ── The system

const acting = (who: Carer | Adult | 'officer'): Actor => who in carers
  ? { person: who, role: 'professional', organisation: carers[who as Carer][0], discipline: carers[who as Carer][1] }
  : { person: who, role: who === 'officer' ? 'privacyOfficer' : 'familyMember' }
const doctor = acting('doctor')
const theCase = { kind: 'case' } as const

const subjectOf = (about: About): Subject => {
  switch (about) {
    case 'child': case 'sibling': return { kind: about, person: about }
    case 'mother': case 'father': return { kind: 'adult', person: about }
    case 'unborn': return { kind: 'unborn', person: 'mother' }
    case 'surroundings': return { kind: 'surroundings', person: 'child' }
    case 'bond': return relation('mother', 'child')
    case 'couple': return relation('mother', 'father')
  }
}

const opening = ({ country, born }: Beginning, at: IsoInstant): readonly FamilyCaseEvent[] => {
  const member = (memberId: string, role: Extract<FamilyCaseEvent, { type: 'MemberAdded' }>['role'], more: { readonly birthDate?: IsoDate; readonly carriedBy?: string } = {}): FamilyCaseEvent => ({
    type: 'MemberAdded', subject: { kind: 'adult', person: memberId }, category: 'contact', by: doctor, at, memberId, role, firstName: memberId, isIndexChild: memberId === 'child', inHousehold: true, ...more,
  })
  return [
    { type: 'FamilyOpened', subject: theCase, by: doctor, at, familyId: 'family', name: 'name', jurisdiction: country, caseNumber: '1' },
    member('mother', 'mother'), member('father', 'father'), member('grandmother', 'grandparent'), member('child', 'child', { birthDate: born }), member('sibling', 'sibling', { birthDate: '2020-05-01' }),
    member('unborn-child', 'unbornChild', { carriedBy: 'mother' }),
    ...(['mother', 'father'] as const).map((adult): FamilyCaseEvent => ({
      type: 'AuthorityRecorded', subject: { kind: 'child', person: 'child' }, category: 'contact', by: doctor, at, authorityId: `first ${adult}`, child: 'child', adult, status: 'verified', basis: 'byLaw', source: 'authorityRegister', from: '2008-01-01',
    })),
    { type: 'CoordinatorAppointed', subject: theCase, by: doctor, at, practitionerId: 'guide' },
  ]
}

type Part = { readonly id: string; readonly kind: 'contribution' | 'agreementCard' | 'elsewhere' | 'invitation' | 'note' } | { readonly id: string; readonly kind: 'line'; readonly day: IsoDate; readonly by: Actor; readonly subject: Subject; readonly label: Category | 'unlabelled'; readonly inherited?: Inherited }

/** A clock that system and oracle each have of their own. */
export const clockFrom = (zone: ReturnType<typeof zoneOf>) => {
  let [day, minute] = [0, 8 * 60]
  return {
    today: (): IsoDate => addDays(firstDay, day), number: (): number => day,
    now: (): IsoInstant => momentOf(addDays(firstDay, day), `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`, zone),
    pass: (days: number, minutes: number): void => {
      minute = days > 0 ? minutes : Math.min(minute + minutes, 24 * 60 - 1)
      day += days
    },
  }
}

/** Begins a life. @param mistake one to make, or none */
export const beginLife = (beginning: Beginning, mistake?: Mistake): SystemLife => {
  const zone = zoneOf(beginning.country)
  const clock = clockFrom(zone)
  const on = (from: number): IsoDate => addDays(clock.today(), from)
  const until = (days: number | undefined) => days === undefined ? {} : { until: on(days) }
  let file = opening(beginning, clock.now()).reduce<FamilyCase>(familyCase.evolve, familyCase.initial)
  let planned: Agenda = emptyAgenda
  let tracks: Tracks = safetyTracks.initial
  let opened: Emergencies = emergencies.initial
  let asked: Requests = requests.initial
  const register = new Map<string, Practitioner | undefined>(Object.entries(carers).map(([id, [organisation, discipline]]) => [id, practitioner.evolve(undefined, {
    type: 'PractitionerRegistered', subject: { kind: 'adult', person: id }, by: doctor, at: clock.now(), practitionerId: id, name: id, title: id, discipline, organisation,
  })]))
  const parts: Part[] = []
  const decided: string[] = []
  let recorded = 0

  const record = (event: FamilyCaseEvent): void => { file = familyCase.evolve(file, event) }
  const stamp = (by: Actor, subject: Subject = theCase) => ({ subject, by, at: clock.now() })
  const learn = (who: Carer, event: PractitionerEvent): void => { register.set(who, practitioner.evolve(register.get(who), event)) }
  const track = (event: TrackEvent): void => { tracks = safetyTracks.evolve(tracks, event) }
  const part = (kind: Exclude<Part['kind'], 'line'>): string => {
    const id = `part-${parts.length}`
    parts.push({ id, kind })
    return id
  }
  const openFile = () => {
    if (!file.isOpen) throw new Error('no case')
    return file
  }
  const guarded = (number: number) => {
    const one = parts[number]
    return one === undefined || one.kind === 'note' || one.kind === 'line' || one.kind === 'invitation' ? undefined : { kind: one.kind, id: one.id }
  }
  const measureOf = (decision: Decision): Measure | undefined => {
    switch (decision.kind) {
      case 'shield': case 'release': case 'confidence': case 'secret': {
        const entry = guarded(decision.part)
        if (entry === undefined) return undefined
        return decision.kind === 'shield' ? { kind: 'shield', entry, from: decision.whom } : decision.kind === 'release' ? { kind: 'release', entry, to: decision.whom } : { kind: decision.kind, entry }
      }
      case 'closing': return { kind: 'closing', from: decision.whom }
      case 'protection': return { kind: 'protection', person: decision.whom, from: decision.from }
      case 'highConflict': case 'disagreement': return { kind: decision.kind, persons: ['mother', 'father'] }
      case 'openness': return { kind: 'openness', child: decision.kid }
      case 'capacity': return { kind: 'capacity', child: decision.kid, isCapable: decision.isCapable }
      case 'ownFamily': return { kind: 'ownFamily', professional: decision.carer }
      case 'exclusion': return { kind: 'exclusion', professional: decision.carer, saidBy: 'mother' }
      case 'exchange': return { kind: 'exchange', about: subjectOf(decision.about), recipient: decision.with, agreement: decision.agreement }
    }
  }

  const happen = (event: Event): void => {
    switch (event.type) {
      case 'later': clock.pass(event.days, event.minutes); break
      case 'joins': {
        const [organisation, discipline] = carers[event.who]
        record({ type: 'TeamMemberAdded', category: 'contact', ...stamp(doctor), membershipId: `membership-${recorded += 1}`, practitionerId: event.who, organisation, discipline, from: on(0), isCoach: false })
        break
      }
      case 'leaves':
        for (const { membershipId, practitionerId, until: last } of openFile().careTeam.members) if (practitionerId === event.who && last === undefined) record({ type: 'TeamMembershipEnded', category: 'contact', ...stamp(doctor), membershipId, until: on(0) })
        break
      case 'quits': learn(event.who, { type: 'EmploymentEnded', ...stamp(doctor), until: on(0) }); break
      case 'registered': learn('guide', { type: 'ImhRegistrationRecorded', ...stamp(doctor), registrationId: `registration-${recorded += 1}`, from: on(0), until: on(event.days) }); break
      case 'onDuty': learn(event.who, { type: 'GroupDutyRecorded', ...stamp(doctor), dutyId: `duty-${recorded += 1}`, groupId: 'group', organisation: 'centre', from: on(0), ...until(event.days) }); break
      case 'placed': record({ type: 'GroupPlacementRecorded', category: 'contact', ...stamp(doctor, { kind: 'child', person: 'child' }), placementId: `placement-${recorded += 1}`, organisation: 'centre', groupId: 'group', from: on(0), ...until(event.days) }); break
      case 'authority': {
        const { adult, kid, status, from, days } = event
        record({ type: 'AuthorityRecorded', category: 'contact', ...stamp(doctor, { kind: 'child', person: kid }), authorityId: `authority-${recorded += 1}`, child: kid, adult, status, basis: 'courtDecision', source: 'court', from: on(from), ...(days !== undefined && { until: on(from + days) }) })
        break
      }
      case 'yes': case 'no': {
        const { about, label, towards, signed: [first, ...others], days } = event
        const consentId = `consent-${openFile().consents.length}`
        const [kind, name = ''] = towards.split(' ')
        record({
          type: event.type === 'yes' ? 'ConsentGiven' : 'ObjectionMade', ...stamp(doctor, subjectOf(about)), consentId, category: label, from: on(0), ...until(days), signedBy: first === undefined ? [] : [first], basis: 'written', askedBy: 'doctor', howExplained: 'spoken',
          recipient: kind === 'all' ? { kind } : kind === 'org' ? { kind: 'organisation', organisation: name } : { kind: 'discipline', discipline: name as Discipline },
        })
        for (const signer of others) record({ type: 'ConsentSigned', ...stamp(doctor, subjectOf(about)), consentId, signer, basis: 'written' })
        break
      }
      case 'withdrawn': {
        const consent = openFile().consents[event.consent]
        if (consent !== undefined && consent.withdrawnAt === undefined) record({ type: 'ConsentWithdrawn', ...stamp(doctor, consent.subject), consentId: consent.consentId, withdrawnBy: 'mother' })
        break
      }
      case 'written':
        record({ type: 'ContributionAdded', ...stamp(acting(event.by), subjectOf(event.about)), id: part('contribution'), kind: 'note', category: event.label, setting: 'home', occurredOn: on(-event.daysAgo), situation: 'text' })
        break
      case 'card': record({ type: 'AgreementCardAdded', ...stamp(acting(event.by), { kind: 'child', person: 'child' }), category: 'plan', cardId: part('agreementCard'), version: 'v', title: 'card', text: 'card', settings: ['home'] }); break
      case 'appointment':
        planned = agenda.evolve(planned, {
          type: 'ElsewhereAppointmentAdded', ...stamp(acting(event.by), subjectOf(event.about)), appointmentId: part('elsewhere'), label: 'visit', date: on(0), start: '10:00', end: '11:00', place: { kind: 'written', text: 'there' }, attendees: event.goes,
          homeMinutes: 5, category: event.label, selfArranged: true,
        } satisfies AgendaEvent)
        break
      case 'invited':
        record({ type: 'PartnerInvited', ...stamp(acting('guide'), { kind: 'child', person: 'child' }), category: 'plan', invitationId: part('invitation'), practitionerId: 'guest', organisation: carers.guest[0], discipline: carers.guest[1], question: 'who can help', from: on(0), answerBy: on(9) })
        break
      case 'looked': parts.push({ id: `part-${parts.length}`, kind: 'line', day: on(0), by: acting(event.who), subject: subjectOf(event.about), label: event.label }); break
      case 'lookedAt': {
        const seen = guarded(event.part)
        const whole = recordOf()
        const item = seen && candidates(whole, clock.today()).find((one) => one.item.kind === seen.kind && one.item.id === seen.id)?.item
        if (item === undefined) break
        const inherited = inheritedIn(whole)(item)
        parts.push({ id: `part-${parts.length}`, kind: 'line', day: on(0), by: acting(event.who), subject: item.subject, label: item.category, ...(inherited !== undefined && { inherited }) })
        break
      }
      case 'decided': {
        const measure = measureOf(event.decision)
        const safeguardId = `decision-${decided.length}`
        decided.push(safeguardId)
        if (measure !== undefined) record({ type: 'SafeguardSet', ...stamp(doctor), safeguardId, measure, about: theCase })
        break
      }
      case 'lifted': {
        const stands = openFile().safeguards.find((one) => one.safeguardId === `decision-${event.decision}` && one.liftedAt === undefined)
        if (stands !== undefined) record({ type: 'SafeguardLifted', ...stamp(doctor), safeguardId: stands.safeguardId })
        break
      }
      case 'restricted': {
        const entry = guarded(event.part)
        const events: readonly RequestEvent[] = entry === undefined || entry.kind === 'elsewhere' ? [] : [
          { type: 'RestrictionAsked', ...stamp(doctor), requestId: `restriction ${entry.id}`, entryId: entry.id, ground: 'contested', receivedOn: on(0), answerBy: on(30) }, { type: 'RestrictionSet', ...stamp(doctor), requestId: `restriction ${entry.id}` },
        ]
        asked = events.reduce(requests.evolve, asked)
        break
      }
      case 'unrestricted': {
        const requestId = `restriction part-${event.part}`
        if (asked.restrictions.has(requestId)) asked = requests.evolve(asked, { type: 'RestrictionLifted', ...stamp(doctor), requestId })
        break
      }
      case 'closed': if (isGoingOn()) record({ type: 'CaseClosed', ...stamp(doctor), category: 'plan', closingId: `closing-${recorded += 1}`, words: 'closed' }); break
      case 'reopened': {
        const closing = openFile().course.findLast(({ reopened }) => reopened === undefined)
        if (closing !== undefined) record({ type: 'CaseReopened', ...stamp(doctor), category: 'plan', closingId: closing.closingId, words: 'again' })
        break
      }
      case 'worry':
        if (tracks.size === 0) for (const one of [
          { type: 'CircleOpened', ...stamp(acting(event.by)), trackId: 'track', about: subjectOf('child'), jurisdiction: beginning.country, investigated: event.investigated },
          { type: 'CircleMemberAdded', ...stamp(acting(event.by)), trackId: 'track', person: event.by },
        ] satisfies readonly TrackEvent[]) track(one)
        break
      case 'circleJoined': if (theTrack()?.members.includes(event.who) === false) track({ type: 'CircleMemberAdded', ...stamp(doctor), trackId: 'track', person: event.who }); break
      case 'circleLeft': if (theTrack() !== undefined) track({ type: 'CircleMemberLeft', ...stamp(doctor), trackId: 'track', person: event.who }); break
      case 'noted': if (theTrack() !== undefined) track({ type: 'CircleNoteAdded', ...stamp(acting(event.by)), trackId: 'track', noteId: part('note'), content: { step: 'signals', words: 'words' } }); break
      case 'talked': if (theTrack() !== undefined) {
        const content = event.skipped ? { step: 'talk', words: 'words', skipped: 'safetyOfChild' } as const : { step: 'talk', words: 'words', on: on(0), spokenWith: [] } as const
        track({ type: 'CircleNoteAdded', ...stamp(acting(event.by)), trackId: 'track', noteId: part('note'), content })
      } break
      case 'noteReleased': if (parts[event.part]?.kind === 'note') track({ type: 'CircleNotesReleased', ...stamp(doctor), trackId: 'track', noteIds: [`part-${event.part}`], person: event.to }); break
      case 'opened': {
        const about = { kind: event.person === 'child' || event.person === 'sibling' ? event.person : 'adult', person: event.person } as const
        opened = emergencies.evolve(opened, { type: 'AccessOpened', ...stamp(acting(event.by)), openingId: `opening-${recorded += 1}`, familyId: 'family', about, reason: 'lifeInDanger', words: 'words' } satisfies EmergencyEvent)
        break
      }
    }
  }
  const theTrack = () => tracks.get('track')
  const isGoingOn = (): boolean => openFile().course.every(({ reopened }) => reopened !== undefined)

  // ── What is shown

  const recordOf = (): CaseRecord => ({
    familyId: 'family', agenda: planned, tracks, openings: [...opened.openings.values()], restrictedUnseen: [], restricted: mistake === 'nothing is restricted' ? new Set() : restrictedEntries(asked),
    file: mistake === 'what was lifted still holds' ? { ...openFile(), safeguards: openFile().safeguards.map((one) => without(one, 'liftedAt')) } : openFile(),
    directory: { practitioner: (id) => register.get(id), organisation: () => undefined, place: () => undefined, offers: () => [], meetingWay: () => undefined, fallen: () => undefined, onShelf: () => false, use: () => usualUse },
  })
  const viewerOf = ({ who, purpose, secondFactor }: Onlooker): Viewer => {
    const factor = secondFactor || mistake === 'a second factor isn’t asked'
    if (who === 'officer') return { kind: 'office', office: 'privacyOfficer', person: who, organisation: 'centre', secondFactor: factor, purpose: 'accountability' }
    if (!(who in carers)) return { kind: 'portal', person: who, secondFactor: factor }
    const [organisation, discipline] = carers[who as Carer]
    const comes = purpose === 'own' || mistake === 'a purpose isn’t asked' && purpose === 'research' ? 'treatment' : purpose
    return { kind: 'care', person: who, organisation, discipline, secondFactor: factor, purpose: comes }
  }
  const askingOf = (onlooker: Onlooker, viewer: Viewer): Asking => {
    const known = register.get(onlooker.who)
    return {
      viewer, actor: acting(onlooker.who), duties: known?.duties ?? [], employment: known === undefined ? onlooker.who === 'officer' ? { person: 'officer', organisation: 'centre' } : undefined : employmentOf(known),
      session: { person: onlooker.who, role: acting(onlooker.who).role === 'professional' ? 'professional' : onlooker.who === 'officer' ? 'privacyOfficer' : 'familyMember', app: 'desk', language: 'nl', key: onlooker.who, secondFactor: true },
    }
  }

  return {
    live: (event) => {
      clock.pass(0, 1)
      happen(event)
    },
    lookOf: (onlooker) => ({ record: recordOf(), asking: askingOf(onlooker, viewerOf(onlooker)), now: clock.now() }),
    shown: (onlooker) => {
      const viewer = viewerOf(onlooker)
      const whole = recordOf()
      const folded = factsWith(mistake, factsOf(whole, askingOf(onlooker, viewer)), { viewer, now: clock.now() })
      const facts: Facts = mistake === 'a closed case never opens' && openFile().course.length > 0 ? { ...folded, state: 'closed' } : folded
      const found = new Map(candidates(whole, clock.today()).map(({ item, entries }) => [`${item.kind} ${item.id}`, entries]))
      const one = theTrack()
      const ofTrack = (): Facts => one === undefined ? facts : { ...facts, safety: safetyWith(mistake, safetyOf(one), viewer, one.notes.some(({ content }) => content.step === 'talk'), isDiscussed(one)) }
      const sealed = parts.flatMap((each): readonly { readonly name: string; readonly facts: Facts; readonly entry: Entry }[] => {
        if (each.kind === 'line') {
          const labelled = each.inherited?.isPlanned === true ? [[each.id, each.label], [`${each.id}+planning`, 'planning']] as const : [[each.id, each.label]] as const
          return labelled.map(([name, label]) => ({ name, entry: entryOfLine(each, label, each.day, standing(whole.file.safeguards)), facts: each.label === 'safety' ? { ...facts, safety: { ...factsOfSafetyLines(whole, facts).safety, ...(mistake === 'nobody is investigated' && { investigated: [] }) } } : facts }))
        }
        const note = each.kind === 'note' ? one?.notes.find(({ noteId }) => noteId === each.id) : undefined
        if (one !== undefined && note !== undefined) return [{ name: each.id, facts: ofTrack(), entry: noteEntry(whole, one, note) }]
        return (found.get(`${each.kind} ${each.id}`) ?? []).map((entry, i) => ({ name: `${each.id}/${i}`, facts, entry }))
      }).map(({ entry, ...rest }) => ({ ...rest, entry: entryWith(mistake, entry) }))
      const lines: string[] = []
      const existence = sealed.flatMap(({ name, entry, facts: own }) => {
        const opens = (action: 'read' | 'export') => disclose(viewer, [{ entry, content: name } satisfies Sealed<string>], own, clock.now(), action)[0]
        const read = opens('read')
        if (read === undefined || read.outcome === 'nothing') return []
        if (read.outcome === 'existence') return [read.line]
        const more = (['annotate', 'correctByStatement'] as const).filter((action) => decide(viewer, action, entry, own, clock.now()).outcome === 'content').map((action) => action === 'annotate' ? 'A' : 'S')
        const letters = entry.category === 'accessLog' ? ['G'] : ['R', ...read.locating || mistake === 'a place goes with its text' && entry.category === 'contact' ? ['L'] : [], ...more, ...opens('export')?.outcome === 'content' ? ['X'] : []]
        lines.push(`${name} ${letters.join('')}`)
        return []
      })
      return [...lines, ...(mistake === 'each existence counts' ? existence : mergeExistence(existence)).map(({ discipline, day }) => `${discipline ?? 'family'} on ${day}`)]
    },
  }
}

// ── Mistakes

const longAgo = '1900-01-01'

const without = <Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key): Omit<Whole, Key> => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key)) as Omit<Whole, Key>

const factsWith = (mistake: Mistake | undefined, facts: Facts, { viewer, now }: { readonly viewer: Viewer; readonly now: IsoInstant }): Facts => {
  switch (mistake) {
    case 'authority is asked today only': return { ...facts, authority: facts.authority.map((held) => ({ ...held, period: { ...held.period, from: held.period.from <= now ? longAgo : held.period.from } })) }
    case 'authority needs no proof': return { ...facts, authority: facts.authority.map((held) => ({ ...held, verified: true })) }
    case 'authority stays': return { ...facts, authority: facts.authority.map((held) => ({ ...held, period: { from: held.period.from } })) }
    case 'nobody is protected': return { ...facts, protections: [] }
    case 'there is no high conflict': return without(facts, 'highConflict')
    case 'no file closes': return { ...facts, closings: [] }
    case 'an emergency has no end': return { ...facts, breakGlass: facts.breakGlass.map((one) => ({ ...one, at: now })) }
    case 'an emergency opens everybody': return { ...facts, breakGlass: facts.breakGlass.flatMap((one) => ['child', 'sibling', 'mother', 'father', 'grandmother'].map((person) => ({ ...one, person }))) }
    case 'a case never closes': return { ...facts, state: 'active' }
    case 'who works in any group': return { ...facts, groupDuties: [{ person: viewer.person, period: { from: longAgo } }] }
    case 'who left still works': return { ...facts, employments: facts.employments.map(({ person, organisation, period: { from } }) => ({ person, organisation, period: { from } })) }
    case 'a registration has no end': return { ...facts, registrations: facts.registrations.map(({ person, period: { from } }) => ({ person, period: { from } })) }
    case 'nobody is excluded': return { ...facts, excluded: [] }
    case 'nobody is family': return { ...facts, ownFamily: [] }
    case 'one signature is enough': return { ...facts, consents: facts.consents.map((one) => ({ ...one, signedBy: one.signedBy.length > 0 ? adults : [] })) }
    case 'a no is nothing': return { ...facts, consents: facts.consents.filter(({ effect }) => effect === 'grant') }
    case 'a yes is never withdrawn': return { ...facts, consents: facts.consents.map((one) => without(one, 'withdrawnAt')) }
    case 'the holders always agree': return { ...facts, holdersDisagree: false }
    case 'an exchange is agreed with all': return { ...facts, youthCareExchanges: facts.youthCareExchanges.flatMap((one) => ['bureau', 'hospital', 'centre', 'practice'].map((recipient) => ({ ...one, recipient }))) }
    case 'who left is in the team': return { ...facts, team: facts.team.map((one) => ({ ...one, period: { from: one.period.from } })) }
    case 'the last day doesn’t count': return { ...facts, team: facts.team.map((one) => one.period.until === undefined ? one : { ...one, period: { ...one.period, until: addDays(one.period.until, -1) } }) }
    case 'consent lasts a day more': return { ...facts, consents: facts.consents.map((one) => one.period.until === undefined ? one : { ...one, period: { ...one.period, until: addDays(one.period.until, 1) } }) }
    case 'a birthday comes a day late': return { ...facts, children: facts.children.map((one) => one.born === undefined ? one : { ...one, born: addDays(one.born, 1) }) }
    case 'a young person never decides': return { ...facts, children: facts.children.map((one) => ({ ...one, letsParentsRead: true })) }
    case 'the first judgment stays': return { ...facts, children: facts.children.map((one) => one.judgedCapable === undefined ? one : { ...one, judgedCapable: true }) }
    default: return facts
  }
}

const safetyWith = (mistake: Mistake | undefined, safety: Facts['safety'], { person, kind }: Viewer, hasTalk: boolean, isTalkedThrough: boolean): Facts['safety'] => {
  switch (mistake) {
    case 'whoever looks is in the circle': return kind === 'care' ? { ...safety, members: [...safety.members, person] } : safety
    case 'nobody is investigated': return { ...safety, investigated: [] }
    case 'a talk that was left out counts': return { ...safety, discussedWithParents: hasTalk || isTalkedThrough }
    default: return safety
  }
}

const entryWith = (mistake: Mistake | undefined, entry: Entry): Entry => {
  switch (mistake) {
    case 'a shield is for nobody': return { ...entry, shields: [] }
    case 'nothing is secret': return { ...entry, secret: false }
    case 'nothing is in confidence': return { ...entry, inConfidence: false }
    case 'what is given to one is given to all': return entry.releasedTo.length > 0 ? { ...entry, releasedTo: adults } : entry
    case 'a pregnancy is the child’s': return entry.subject.kind === 'unborn' ? { ...entry, subject: { kind: 'child', person: 'child' } } : entry
    case 'who looked stays unnamed': return without(entry, 'lookedBy')
    case 'an invitation is for all': return entry.kind === 'invitation' ? { ...entry, addressees: Object.keys(carers) } : entry
    case 'a card is for all': return entry.kind === 'card' ? { ...entry, releasedTo: adults } : entry
    case 'who writes at home names nobody': return { ...entry, mentions: [] }
    case 'recorded is when it happened': return { ...entry, recorded: entry.occurred }
    case 'a look takes nothing over': return entry.category === 'accessLog' ? { ...entry, shields: [], inConfidence: false, mentions: [] } : entry
    default: return entry
  }
}
