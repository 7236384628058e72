/**
 * A row of the access matrix as what happened: the events that would have been recorded until then, in the streams of the family
 * and of the register, so that the row is decided on what is folded from them.
 */
import type { Entry, Facts, Scene } from '@samenspel/access'
import type { FamilyCaseEvent, MemberRole } from '@samenspel/family-case'
import { momentOf, zoneOf, type Actor, type Category, type IsoDate, type IsoInstant, type PersonId, type Subject } from '@samenspel/kernel'
import type { PractitionerEvent } from '@samenspel/register'

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
  ]
  // What hasn't come yet isn't recorded; a row may yet ask about what is recorded later, of which only the day counts.
  return events.filter(({ type, at }) => type !== 'ConsentWithdrawn' || Temporal.Instant.compare(at, now) <= 0)
}

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

/** A card is an agreement card, everything else what somebody contributed. */
const entryEvents = ({ kind, current, subject, category, author, occurred }: Entry, at: IsoInstant): readonly FamilyCaseEvent[] => {
  const { person = 'nobody', organisation, discipline } = author
  const by: Actor = {
    person, role: discipline === undefined ? 'familyMember' : 'professional', ...(organisation !== undefined && { organisation }), ...(discipline !== undefined && { discipline }),
  }
  if (kind === 'card' && current) return [{ type: 'AgreementCardAdded', subject, by, at, category: isRecordedHere(category) ? category : 'plan', cardId: entryId, version: 'v', title: 'card', text: 'card', settings: ['home'] }]
  return [{
    type: 'ContributionAdded', subject, by, at, id: entryId, kind: 'note', category: isRecordedHere(category) ? category : 'development', setting: 'home',
    occurredOn: occurred, situation: 'note',
  }]
}

/** The stream of the professional who looks; empty for who isn't employed, and for who doesn't work at all. */
export const practitionerEvents = ({ viewer, facts }: Scene): readonly PractitionerEvent[] => {
  const isEmployed = facts.employments.some(({ person }) => person === viewer.person)
  if (viewer.kind === 'portal' || viewer.discipline === undefined || !isEmployed) return []
  const { person, organisation, discipline } = viewer
  const recorded = { by: register, at: beginning, subject: { kind: 'adult', person } } as const
  return [
    { type: 'PractitionerRegistered', ...recorded, practitionerId: person, name: person, title: discipline, discipline, organisation },
    ...facts.registrations.map(({ period: { from, until } }, i): PractitionerEvent =>
      ({ type: 'ImhRegistrationRecorded', ...recorded, registrationId: `registration-${i}`, from, until: until ?? farAway })),
  ]
}

/** The register has no registration without an end. */
const farAway: IsoDate = '9999-12-31'
