/**
 * The words in which policies are written: one small question each about who looks, what at, and when.
 * A word throws when it misses a fact; `decide` then refuses.
 */
import { categories, covers, type Category, type PersonId } from '@samenspel/kernel'
import { consentOn, consentOnAll, type ConsentOutcome, type Reader } from './consent.ts'
import type { Action, Entry, Label } from './entries.ts'
import type { Child, Facts, Membership } from './facts.ts'
import { isDuring, isWithinHours, type Moment } from './moments.ts'
import { carrierOf, isSameRecord, mentionsOf, ownersOf } from './owners.ts'
import type { CareViewer, OfficeViewer, Viewer } from './viewers.ts'

/** One request to be judged. */
export type Question = { readonly viewer: Viewer; readonly action: Action; readonly entry: Entry; readonly facts: Facts; readonly now: Moment }

/** Who looks at which case, and when: all that a question about the viewer alone needs. */
export type Viewing = Pick<Question, 'viewer' | 'facts' | 'now'>

export const isOneOf = ({ action }: Question, ...some: readonly Action[]): boolean => some.includes(action)

// ── The viewer

export const isPortal = ({ viewer }: Pick<Question, 'viewer'>): boolean => viewer.kind === 'portal'
export const isCare = ({ viewer }: Pick<Question, 'viewer'>): boolean => viewer.kind === 'care'

export const isPrivacyOfficer = ({ viewer }: Pick<Question, 'viewer'>): boolean => viewer.kind === 'office' && viewer.office === 'privacyOfficer'

/** The viewer as somebody who works somewhere; nothing for the portal. */
export const staffOf = ({ viewer }: Pick<Question, 'viewer'>): CareViewer | OfficeViewer | undefined => viewer.kind === 'portal' ? undefined : viewer

export const comesFor = (viewing: Viewing, purpose: CareViewer['purpose']): boolean => staffOf(viewing)?.purpose === purpose

/** The viewer works today for the organisation in whose name they look. */
export const isEmployed = (viewing: Viewing): boolean => {
  const staff = staffOf(viewing)
  return staff !== undefined && viewing.facts.employments.some(({ person, organisation, period }) =>
    person === staff.person && organisation === staff.organisation && covers(period, viewing.now.today))
}

/** Whether some membership of the viewer, in the role in which they act now, is such. */
const hasMembership = ({ viewer, facts }: Viewing, isSuch: (membership: Membership) => boolean): boolean =>
  viewer.kind !== 'portal' && facts.team.some((membership) => membership.person === viewer.person && membership.organisation === viewer.organisation &&
    membership.discipline === viewer.discipline && isSuch(membership))

/** Some period in the care team began, ended or not. */
export const startedInTeam = (viewing: Viewing): boolean => hasMembership(viewing, ({ period }) => period.from <= viewing.now.today)
export const isInTeam = (viewing: Viewing): boolean => hasMembership(viewing, ({ period }) => covers(period, viewing.now.today))

/** The entry became part of the file after the viewer's last day in the team. */
export const isRecordedAfterTeam = (question: Question): boolean =>
  !hasMembership(question, ({ period }) => period.from <= question.now.today && (period.until === undefined || question.entry.recorded <= period.until))

/** Has one of these roles today, with a registration that covers today (K-01). */
const isRegisteredAs = (viewing: Viewing, roles: readonly Membership['role'][]): boolean =>
  hasMembership(viewing, ({ role, period }) => roles.includes(role) && covers(period, viewing.now.today)) &&
  viewing.facts.registrations.some(({ person, period }) => person === viewing.viewer.person && covers(period, viewing.now.today))

export const isCoordinatorInOffice = (viewing: Viewing): boolean => isRegisteredAs(viewing, ['coordinator'])
/** Coordinates, or stands in and acts in the coordinator's name. */
export const actsAsCoordinator = (viewing: Viewing): boolean => isRegisteredAs(viewing, ['coordinator', 'substitute'])

export const worksInGroup = ({ viewer, facts, now }: Viewing): boolean =>
  facts.groupDuties.some(({ person, period }) => person === viewer.person && covers(period, now.today))

export const isTrackMember = ({ viewer, facts }: Viewing): boolean => facts.safety.members.includes(viewer.person)

const emergencyHours = 4

/** A care role opened, for an emergency, the record of the person whom this entry is about, less than four hours ago (L-10). */
export const isOpenInEmergency = (question: Question): boolean => {
  const { viewer, entry, facts, now } = question
  return isCare(question) && comesFor(question, 'emergency') && !isLogLine(question) && facts.breakGlass.some(({ by, person, at }) =>
    by === viewer.person && person === soleSubject(entry, facts) && isWithinHours(at, emergencyHours, now))
}

const soleSubject = ({ subject }: Entry, facts: Facts): PersonId | undefined => {
  switch (subject.kind) {
    case 'child': case 'sibling': case 'adult': return subject.person
    case 'unborn': return carrierOf(subject.person, facts)
    case 'relation': case 'surroundings': case 'case': return undefined
  }
}

/** The case was closed; when nobody knows its state it counts as closed. */
export const isClosed = ({ facts: { state } }: Viewing): boolean => state !== 'active' && state !== 'paused'

// ── The entry

export const isLogLine = ({ entry }: Question): boolean => entry.category === 'accessLog'
export const hasLocatingPart = ({ entry }: Pick<Question, 'entry'>): boolean => entry.locating || entry.category === 'contact' || entry.category === 'planning'

const labelsBehind = (label: Label): readonly Category[] => {
  switch (label) {
    case 'unlabelled': return categories
    case 'workingNote': return []
    default: return [label]
  }
}

/** The labels that count for this viewer; for the portal a log line has those of the entry looked at. */
const labels = (question: Question): readonly Category[] => {
  const { category, about } = question.entry
  if (category !== 'accessLog') return labelsBehind(category)
  return isPortal(question) ? labelsBehind(about ?? 'unlabelled') : []
}

/** The entry counts as having this label: by name, or because it has none at all. For what takes a right away. */
export const hasLabel = (question: Question, ...some: readonly Category[]): boolean => labels(question).some((label) => some.includes(label))

/** The entry is of this category by name. For what gives a right. */
export const isCategory = ({ entry }: Question, ...some: readonly Category[]): boolean => some.some((category) => category === entry.category)

export const isAuthor = ({ viewer, entry }: Question): boolean => entry.author.person === viewer.person

export const isOwnOrganisation = (question: Question): boolean => {
  const organisation = staffOf(question)?.organisation
  return organisation !== undefined && organisation === question.entry.author.organisation
}

export const isOwnDiscipline = (question: Question): boolean => {
  const discipline = staffOf(question)?.discipline
  return discipline !== undefined && discipline === question.entry.author.discipline
}

export const isAddressee = ({ viewer, entry }: Question): boolean => entry.addressees.includes(viewer.person)
export const isReleasedToViewer = ({ viewer, entry }: Question): boolean => entry.releasedTo.includes(viewer.person)

/** An appointment in which the viewer takes part. */
export const isOwnAppointment = (question: Question): boolean =>
  isCategory(question, 'planning') && question.entry.participants.includes(question.viewer.person)

export const isShieldedFromViewer = ({ viewer, entry, now }: Question): boolean =>
  entry.shields.some((shield) => shield.person === viewer.person && isDuring(shield, now))

// ── Whose record it is

/** The children whose record it is, with what is known of them. @throws RangeError when one isn't known. */
export const childOwners = ({ entry, facts }: Question): readonly Child[] => ownersOf(entry, facts).children.map((person) => {
  const known = facts.children.find((child) => child.person === person)
  if (known === undefined) throw new RangeError('child-unknown')
  return known
})

export const isOfAChild = ({ entry, facts }: Question): boolean => ownersOf(entry, facts).children.length > 0
export const isOwner = ({ viewer, entry, facts }: Question): boolean => ownersOf(entry, facts).adults.includes(viewer.person)
export const isOfAnotherAdult = ({ viewer, entry, facts }: Question): boolean => ownersOf(entry, facts).adults.some((adult) => adult !== viewer.person)
export const isSoleOwner = (question: Question): boolean => isOwner(question) && !isOfAChild(question) && !isOfAnotherAdult(question)

// ── Protection

/** The persons whom this viewer must not learn about or locate. */
export const protectedPersons = ({ viewer, facts }: Question): readonly PersonId[] =>
  facts.protections.filter((protection) => protection.viewer === viewer.person).map(({ person }) => person)

export const mentionsProtectedPerson = (question: Question): boolean => {
  const absent = protectedPersons(question)
  return mentionsOf(question.entry, question.facts).some((person) => absent.includes(person))
}

/** The entry mentions a parent of the high conflict, other than the viewer. */
export const mentionsOtherParent = ({ viewer, entry, facts }: Question): boolean =>
  mentionsOf(entry, facts).some((person) => person !== viewer.person && (facts.highConflict ?? []).includes(person))

export const isClosedForSafety = ({ viewer, facts, now }: Question): boolean =>
  facts.closings.some((closing) => closing.person === viewer.person && isDuring(closing, now))

// ── Consent

const readerOf = (question: Question): Reader => {
  const staff = staffOf(question)
  if (staff === undefined) throw new RangeError('no-organisation')
  return staff
}

/** What consent says about the whole entry; one without a label is opened by a yes to all but safety. */
export const consentOnEntry = (question: Question): ConsentOutcome => {
  const { entry, facts, now } = question
  const named = entry.category === 'unlabelled' ? categories.filter((category) => category !== 'safety') : labels(question)
  return consentOnAll(entry.subject, named, readerOf(question), facts, now)
}

export const consentOnContact = (question: Question): ConsentOutcome =>
  consentOn(question.entry.subject, 'contact', readerOf(question), question.facts, question.now)

/** BE: the entry would pass between youth care and another organisation (C-09). */
export const isYouthCareExchange = (question: Question): boolean =>
  question.facts.jurisdiction === 'BE' && !isOwnOrganisation(question) &&
  (staffOf(question)?.discipline === 'youthCare' || question.entry.author.discipline === 'youthCare')

/** What was recorded about agreement with this exchange: it is there only when necessary and in their interest. */
export const agreementsWithExchange = (question: Question): readonly ('obtained' | 'soughtNotObtained')[] => {
  const { organisation } = readerOf(question)
  return question.facts.youthCareExchanges
    .filter(({ subject, recipient }) => recipient === organisation && isSameRecord(subject, question.entry.subject, question.facts))
    .map(({ agreement }) => agreement)
}
