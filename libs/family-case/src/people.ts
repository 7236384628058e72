/** Who may do what by their place in the case, and whom a fact may be about. The topics ask here; what others may read is decided elsewhere. */
import { dayOf, zoneOf, type IsoDate, type PersonId, type Recorded, type Subject } from '@samenspel/kernel'
import { isInTeam, isKnownToTeam, substituteOn, wasInTeam } from './care-team/state.ts'
import type { Coordinating } from './fact.ts'
import { findMember, isAdult, isChild, isParent } from './family/family.ts'
import { refuse, type Objection } from './refusals.ts'
import type { OpenCase } from './state.ts'

/** The civil day of a command in the zone of the case. */
export const todayOf = ({ at }: Recorded, { family }: OpenCase): IsoDate => dayOf(at, zoneOf(family.jurisdiction))

// ── Who asks

/** A professional who is in the team today, for the organisation in whose name the command comes (C-14). */
export const refuseUnlessInTeam = (command: Recorded, state: OpenCase): Objection => {
  const { role, person, organisation } = command.by
  if (role !== 'professional' || organisation === undefined) return refuse('not-in-team')
  const today = todayOf(command, state)
  if (isInTeam(state.careTeam, person, today, organisation)) return undefined
  return refuse(wasInTeam(state.careTeam, person, today, organisation) ? 'team-membership-ended' : 'not-in-team')
}

/**
 * The coordinator, or the substitute on the coordinator's behalf, in the team today and with a registration that is valid now
 * (K-01, G-11).
 */
export const refuseUnlessCoordinator = (command: Recorded & Coordinating, state: OpenCase): Objection =>
  refuseUnlessCoordinatorOrSubstitute(command, state) ?? (command.registrationValid ? undefined : refuse('registration-not-valid'))

/** The same persons, for what needs no registration: to answer and to close. */
export const refuseUnlessCoordinatorOrSubstitute = (command: Recorded, state: OpenCase): Objection => {
  const { by } = command
  if (!isCoordinating(by.person, command, state)) return refuse('not-coordinator')
  if (by.person !== state.careTeam.coordinator && by.onBehalfOf !== state.careTeam.coordinator) return refuse('not-on-behalf')
  return refuseUnlessInTeam(command, state)
}

/** Whether somebody is the coordinator or today's substitute. */
export const isCoordinating = (person: PersonId, command: Recorded, state: OpenCase): boolean =>
  person === state.careTeam.coordinator || person === substituteOn(state.careTeam, todayOf(command, state))

/** An adult of the family, in person. */
export const refuseUnlessAdultOfFamily = ({ by }: Recorded, { family }: OpenCase): Objection => {
  const member = findMember(family, by.person)
  return by.role === 'familyMember' && member !== undefined && isAdult(member) ? undefined : refuse('not-of-the-family')
}

/** Somebody who brings up a child of this family, in person. */
export const refuseUnlessParent = (command: Recorded, state: OpenCase): Objection => {
  const member = findMember(state.family, command.by.person)
  return refuseUnlessAdultOfFamily(command, state) ?? (member !== undefined && isParent(member) ? undefined : refuse('not-a-parent'))
}

/** What a rule of the software records, never a person. */
export const refuseUnlessRule = ({ by }: Recorded): Objection => by.role === 'system' ? undefined : refuse('not-by-a-person')

// ── Whom it is about

/** Somebody who can do something or come somewhere: in the team today, or an adult of the family who lives and is known. */
export const refuseDoer = (field: string, person: PersonId, { careTeam, family }: OpenCase, today: IsoDate): Objection => {
  const member = findMember(family, person)
  const isOfFamily = member !== undefined && isAdult(member) && member.passed === undefined && member.isErased !== true
  return isOfFamily || isInTeam(careTeam, person, today) ? undefined : refuse('person-unknown', { field })
}

/** Somebody of the family, or a professional who is or was in the team. */
export const isKnown = (person: PersonId, { family, careTeam }: OpenCase): boolean =>
  findMember(family, person) !== undefined || isKnownToTeam(careTeam, person)

/**
 * A person or a relation of this case, in the kind that fits; never the case itself, of which nothing is told but its form.
 * A dyad holds at least one member of the family; before birth there is none, only the pregnancy.
 */
export const refuseUnknownSubject = (subject: Subject, state: OpenCase): Objection =>
  isSubjectOf(subject, state) ? undefined : refuse('subject-unknown', { kind: subject.kind })

const isSubjectOf = (subject: Subject, state: OpenCase): boolean => {
  const { members } = state.family
  switch (subject.kind) {
    case 'child':
    case 'sibling': return findMember(state.family, subject.person)?.role === subject.kind
    case 'adult': return members.some((member) => member.memberId === subject.person && isAdult(member))
    case 'unborn': return members.some(({ carriedBy }) => carriedBy === subject.person)
    case 'surroundings': return members.some((member) => member.memberId === subject.person && isChild(member))
    case 'relation': return areDyad(subject.persons, state) && subject.persons[0] < subject.persons[1]
    case 'case': return false
  }
}

/** Two different people who can have a relation on record. */
export const areDyad = ([a, b]: readonly [PersonId, PersonId], state: OpenCase): boolean => {
  const isBorn = (person: PersonId) => findMember(state.family, person)?.role !== 'unbornChild'
  const ofFamily = (person: PersonId) => findMember(state.family, person) !== undefined
  return a !== b && [a, b].every((person) => isKnown(person, state) && isBorn(person)) && (ofFamily(a) || ofFamily(b))
}
