/**
 * A row of the access matrix as what happened: the events that would have been recorded until then, in the streams of the family
 * and of the register, so that the row is decided on what is folded from them.
 */
import type { RequestEvent } from '@samenspel/accountability'
import type { Entry, Facts, Scene } from '@samenspel/access'
import type { FamilyCaseEvent, Measure, MemberRole } from '@samenspel/family-case'
import { addDays, dayOf, momentOf, zoneOf, type Actor, type Category, type IsoDate, type IsoInstant, type PersonId, type Subject } from '@samenspel/kernel'
import type { PractitionerEvent } from '@samenspel/register'
import type { EmergencyEvent, TrackEvent } from '@samenspel/safety'

/** Long before anything that a row tells of. */
const beginning: IsoInstant = '1900-01-01T11:00:00.000Z'
const register: Actor = { person: 'register', role: 'system' }
const aboutTheCase = { kind: 'case' } as const
export const entryId = 'the entry of the row'

const roles: Readonly<Record<string, MemberRole>> = {
  child: 'child', sibling: 'sibling', unborn: 'unbornChild', mother: 'mother', father: 'father', guardian: 'guardian', grandmother: 'grandparent',
  stepfather: 'stepParent', fosterMother: 'fosterParent',
}

/** The stream of the family, in the order of time. */
export const familyEvents = (scene: Scene): readonly FamilyCaseEvent[] => {
  const { viewer, facts, entry, now } = scene
  const recorded = { by: register, at: beginning }
  const coordinator = facts.team.find(({ role }) => role === 'coordinator')?.person
  const events: readonly FamilyCaseEvent[] = [
    { type: 'FamilyOpened', subject: aboutTheCase, ...recorded, familyId: 'family', name: 'matrix', jurisdiction: facts.jurisdiction, caseNumber: '1' },
    ...[...new Set([...adultsIn(scene), ...facts.pregnancies.map(({ unborn }) => unborn), ...facts.children.map(({ person }) => person)])].map(memberAdded(facts)),
    ...facts.authority.map(({ child, adult, period, verified }, i): FamilyCaseEvent => ({
      type: 'AuthorityRecorded', subject: { kind: 'child', person: child }, category: 'contact', ...recorded, authorityId: `authority-${i}`, child, adult,
      status: verified ? 'verified' : 'unverified', basis: 'byLaw', source: 'authorityRegister', ...period,
    })),
    ...facts.team.map(({ person, organisation, discipline, period }, i): FamilyCaseEvent => ({
      type: 'TeamMemberAdded', subject: aboutTheCase, category: 'contact', ...recorded, membershipId: `membership-${i}`, practitionerId: person, organisation, discipline, ...period, isCoach: false,
    })),
    ...(coordinator === undefined ? [] : [{ type: 'CoordinatorAppointed', subject: aboutTheCase, ...recorded, practitionerId: coordinator } as const]),
    ...facts.consents.flatMap((consent, i) => consentEvents(consent, `consent-${i}`, viewer.person)),
    ...entryEvents(entry, momentOf(entry.recorded, '12:00', zoneOf(facts.jurisdiction))),
    ...measuresOf(scene).flatMap(({ measure, from = beginning, until }, i): readonly FamilyCaseEvent[] => [
      { type: 'SafeguardSet', subject: aboutTheCase, by: register, at: from, safeguardId: `safeguard-${i}`, measure, about: entry.subject },
      ...(until === undefined ? [] : [{ type: 'SafeguardLifted', subject: aboutTheCase, by: register, at: until, safeguardId: `safeguard-${i}` } as const]),
    ]),
    ...(facts.groupDuties.length > 0 && viewer.kind !== 'portal' ? inGroup(viewer.organisation) : []),
    ...(facts.state === 'closed' ? [{ type: 'CaseClosed', subject: entry.subject, ...recorded, category: 'plan', closingId: 'closing', words: 'closed' } as const] : []),
  ]
  // What hasn't come yet isn't recorded; a row may yet ask about what is recorded later, of which only the day counts.
  return events.filter(({ type, at }) => !(type === 'ConsentWithdrawn' || type === 'SafeguardSet' || type === 'SafeguardLifted') || hasCome(at, now))
}

const hasCome = (at: IsoInstant, now: IsoInstant): boolean => Temporal.Instant.compare(at, now) <= 0

/** What somebody decided or said, by which the row differs from a plain file; with the moments of which it speaks. */
const measuresOf = ({ entry, facts }: Scene): readonly { readonly measure: Measure; readonly from?: IsoInstant; readonly until?: IsoInstant }[] => {
  const part = { kind: isCard(entry) ? 'agreementCard' : 'contribution', id: entryId } as const
  const always = (...measures: readonly Measure[]) => measures.map((measure) => ({ measure }))
  return [
    ...entry.shields.map(({ person, ...interval }) => ({ measure: { kind: 'shield', entry: part, from: person } as const, ...interval })),
    ...always(...entry.releasedTo.map((to) => ({ kind: 'release', entry: part, to } as const))),
    ...always(...entry.inConfidence ? [{ kind: 'confidence', entry: part } as const] : [], ...entry.secret ? [{ kind: 'secret', entry: part } as const] : []),
    ...facts.closings.map(({ person, ...interval }) => ({ measure: { kind: 'closing', from: person } as const, ...interval })),
    ...always(...facts.protections.map(({ viewer: from, person }) => ({ kind: 'protection', person, from } as const))),
    ...always(...facts.highConflict === undefined ? [] : [{ kind: 'highConflict', persons: [facts.highConflict[0] ?? '', facts.highConflict[1] ?? ''] } as const]),
    ...always(...facts.holdersDisagree ? [{ kind: 'disagreement', persons: ['mother', 'father'] } as const] : []),
    ...facts.children.flatMap(({ person, letsParentsRead, judgedCapable }) => always(
      ...letsParentsRead ? [{ kind: 'openness', child: person } as const] : [], ...judgedCapable === undefined ? [] : [{ kind: 'capacity', child: person, isCapable: judgedCapable } as const],
    )),
    ...always(...facts.ownFamily.map((professional) => ({ kind: 'ownFamily', professional } as const)), ...facts.excluded.map((professional) => ({ kind: 'exclusion', professional, saidBy: 'mother' } as const))),
    ...always(...facts.youthCareExchanges.map(({ subject, recipient, agreement }) => ({ kind: 'exchange', about: subject, recipient, agreement } as const))),
  ]
}

/** The child is in a group of an organisation of which somebody is in the team. */
const inGroup = (organisation: string): readonly FamilyCaseEvent[] => {
  const recorded = { by: register, at: beginning, category: 'contact', organisation, from: '1900-01-01' } as const
  return [
    { type: 'TeamMemberAdded', subject: aboutTheCase, ...recorded, membershipId: 'of the group', practitionerId: 'leader', discipline: 'dayCentre', isCoach: false },
    { type: 'GroupPlacementRecorded', subject: { kind: 'child', person: 'child' }, ...recorded, placementId: 'placement', groupId: 'group' },
  ]
}

/** The stream of safety tracks: one, if the row tells of any. */
export const trackEvents = ({ viewer, facts, entry }: Scene): readonly TrackEvent[] => {
  const { members, discussedWithParents, investigated } = facts.safety
  const by: Actor = { person: 'somebody of the circle', role: 'professional' }
  const recorded = { subject: aboutTheCase, by, at: beginning, trackId: 'track' } as const
  const { person = by.person, ...author } = entry.author
  const note: TrackEvent = {
    type: 'CircleNoteAdded', ...recorded, by: { person, role: 'professional', ...author }, at: momentOf(entry.recorded, '12:00', zoneOf(facts.jurisdiction)), noteId: entryId, content: { step: 'signals', words: 'words' },
  }
  if (entry.category !== 'safety' && members.length === 0 && !discussedWithParents && investigated.length === 0) return []
  return [
    { type: 'CircleOpened', ...recorded, about: entry.subject, jurisdiction: facts.jurisdiction, investigated },
    ...members.map((member): TrackEvent => ({ type: 'CircleMemberAdded', ...recorded, person: member })),
    ...(entry.category === 'safety' ? [note] : []),
    ...(discussedWithParents ? [{ type: 'CircleNoteAdded', ...recorded, noteId: 'talk', content: { step: 'talk', words: 'words', on: '1900-01-01', spokenWith: [] } } as const] : []),
    ...(entry.releasedTo.includes(viewer.person) ? [{ type: 'CircleNotesReleased', ...recorded, noteIds: [entryId], person: viewer.person } as const] : []),
  ]
}

/** Records that were opened in an emergency by then. */
export const emergencyEvents = ({ facts, now }: Scene): readonly EmergencyEvent[] => facts.breakGlass.filter(({ at }) => hasCome(at, now)).map(({ by, person, at }, i) => ({
  type: 'AccessOpened', subject: aboutTheCase, by: { person: by, role: 'professional' }, at, openingId: `opening-${i}`, familyId: 'family',
  about: { kind: facts.children.some((child) => child.person === person) ? 'child' : 'adult', person }, reason: 'lifeInDanger', words: 'words',
}))

/** What was asked about data: that the entry stays shut. */
export const requestEvents = ({ entry }: Scene): readonly RequestEvent[] => entry.restricted ? [
  { type: 'RestrictionAsked', subject: entry.subject, by: register, at: beginning, requestId: 'restriction', entryId, ground: 'contested', receivedOn: '1900-01-01', answerBy: '1900-02-01' },
  { type: 'RestrictionSet', subject: entry.subject, by: register, at: beginning, requestId: 'restriction' },
] : []

/** Whoever a row names of the family: in their record, in a relation, by authority or by signature. */
const adultsIn = ({ viewer, entry, facts }: Scene): readonly PersonId[] => {
  const professionals = new Set(facts.team.map(({ person }) => person))
  const named = [
    ...(viewer.kind === 'portal' ? [viewer.person] : []), ...personsOf(entry.subject), ...facts.consents.flatMap(({ subject }) => personsOf(subject)),
    ...facts.authority.map(({ adult }) => adult), ...facts.pregnancies.map(({ carriedBy }) => carriedBy), ...entry.mentions,
  ]
  const others = new Set([...facts.children.map(({ person }) => person), ...facts.pregnancies.map(({ unborn }) => unborn)])
  return named.filter((person) => !professionals.has(person) && !others.has(person))
}

const personsOf = (subject: Subject): readonly PersonId[] => subject.kind === 'case' ? [] : subject.kind === 'relation' ? subject.persons : [subject.person]

const memberAdded = ({ children, pregnancies }: Facts) => (person: PersonId): FamilyCaseEvent => {
  const born = children.find((child) => child.person === person)?.born
  const carriedBy = pregnancies.find(({ unborn }) => unborn === person)?.carriedBy
  return {
    type: 'MemberAdded', subject: { kind: 'adult', person }, category: 'contact', by: register, at: beginning, memberId: person, role: roles[person] ?? 'other',
    firstName: person, ...(born !== undefined && { birthDate: born }), ...(carriedBy !== undefined && { carriedBy }), isIndexChild: person === 'child', inHousehold: true,
  }
}

/** One person gives it, and the others sign one after the other. */
const consentEvents = ({ effect, subject, category, recipient, period, signedBy, withdrawnAt }: Facts['consents'][number], consentId: string, askedBy: PersonId): readonly FamilyCaseEvent[] => {
  const recorded = { by: register, at: beginning, subject }
  const [first, ...others] = signedBy
  return [
    {
      type: effect === 'grant' ? 'ConsentGiven' : 'ObjectionMade', ...recorded, consentId, category, recipient, ...period, signedBy: first === undefined ? [] : [first],
      basis: 'written', askedBy, howExplained: 'spoken',
    },
    ...others.map((signer): FamilyCaseEvent => ({ type: 'ConsentSigned', ...recorded, consentId, signer, basis: 'written' })),
    ...(withdrawnAt === undefined ? [] : [{ type: 'ConsentWithdrawn', ...recorded, at: withdrawnAt, consentId, withdrawnBy: first ?? askedBy } as const]),
  ]
}

/** Labels under which something can be recorded in the case file itself. */
const isRecordedHere = (category: Entry['category']): category is Category => !['unlabelled', 'workingNote', 'accessLog'].includes(category)

const isCard = ({ kind, current }: Pick<Entry, 'kind' | 'current'>): boolean => kind === 'card' && current

/** A card is an agreement card, everything else what somebody contributed. */
const entryEvents = ({ kind, current, subject, category, author, occurred }: Entry, at: IsoInstant): readonly FamilyCaseEvent[] => {
  const { person = 'nobody', organisation, discipline } = author
  const by: Actor = {
    person, role: discipline === undefined ? 'familyMember' : 'professional', ...(organisation !== undefined && { organisation }), ...(discipline !== undefined && { discipline }),
  }
  if (isCard({ kind, current })) return [{ type: 'AgreementCardAdded', subject, by, at, category: isRecordedHere(category) ? category : 'plan', cardId: entryId, version: 'v', title: 'card', text: 'card', settings: ['home'] }]
  return [{
    type: 'ContributionAdded', subject, by, at, id: entryId, kind: 'note', category: isRecordedHere(category) ? category : 'development', setting: 'home',
    occurredOn: occurred, situation: 'note',
  }]
}

/** The stream of the professional who looks, whose employment ended when the row says so; empty for who is in no register. */
export const practitionerEvents = ({ viewer, facts, now }: Scene): readonly PractitionerEvent[] => {
  const isEmployed = facts.employments.some(({ person }) => person === viewer.person)
  if (viewer.kind === 'portal' || viewer.discipline === undefined) return []
  const { person, organisation, discipline } = viewer
  const recorded = { by: register, at: beginning, subject: { kind: 'adult', person } } as const
  return [
    { type: 'PractitionerRegistered', ...recorded, practitionerId: person, name: person, title: discipline, discipline, organisation },
    ...facts.registrations.map(({ period: { from, until } }, i): PractitionerEvent =>
      ({ type: 'ImhRegistrationRecorded', ...recorded, registrationId: `registration-${i}`, from, until: until ?? farAway })),
    ...facts.groupDuties.map(({ period }, i): PractitionerEvent => ({ type: 'GroupDutyRecorded', ...recorded, dutyId: `duty-${i}`, groupId: 'group', organisation, ...period })),
    ...isEmployed ? [] : [{ type: 'EmploymentEnded', ...recorded, until: addDays(dayOf(now, zoneOf(facts.jurisdiction)), -1) } as const],
  ]
}

/** The register has no registration without an end. */
const farAway: IsoDate = '9999-12-31'
