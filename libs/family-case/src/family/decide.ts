import { dayOf, isSameSubject, nothingToDo, record, relation, zoneOf, type Decision, type IsoDate } from '@samenspel/kernel'
import type { CareTeamEvent } from '../care-team/events.ts'
import { refuseChoice, refuseDay, refuseDueDate, refuseFutureDay, refuseLine, refusePeriod, refuseTexts } from '../checks.ts'
import { pick, recorded } from '../fact.ts'
import { areDyad, refuseUnlessCoordinator, todayOf } from '../people.ts'
import type { GoalContent, PlanEvent } from '../plan/events.ts'
import { refuseGoalContent } from '../plan/goals.ts'
import { goalFields } from '../plan/fields.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import {
  authorityBases, authoritySources, authorityStatuses, dyadKinds, helpLineKinds, memberRoles,
  type FamilyCommand, type FamilyEvent, type NewAuthority, type NewHelpLine, type NewHome, type NewMember,
} from './events.ts'
import { evolveFamily, findMember, indexChild, indexSubject, isAdult, isChild, openFamily, subjectOf, type Family } from './state.ts'

/** The label of facts that say who somebody is and how to reach them. */
const contact = { category: 'contact' } as const

const memberFields: Readonly<Record<keyof NewMember, true>> = {
  memberId: true, role: true, firstName: true, name: true, birthDate: true, dueDate: true, carriedBy: true, isIndexChild: true, inHousehold: true,
  phone: true, language: true,
}
const authorityFields: Readonly<Record<keyof NewAuthority, true>> = {
  authorityId: true, child: true, adult: true, status: true, basis: true, source: true, from: true, until: true,
}
const homeFields: Readonly<Record<keyof NewHome, true>> = { homeId: true, address: true, point: true }
const helpLineFields: Readonly<Record<keyof NewHelpLine, true>> = { helpLineId: true, kind: true, label: true, number: true }

// ── Opening

type Open = Extract<FamilyCommand, { type: 'OpenFamily' }>

/** What opening records: the family, its first people, and from the first moment a coordinator (K-01) and a mentalising goal (K-05). */
export const decideOpening = (command: Open): Decision<FamilyEvent | CareTeamEvent | PlanEvent> => {
  const { by, familyId, name, jurisdiction, caseNumber, coordinator, members, mentalisingGoal } = command
  const objection =
    refuseLine('name', name) ?? refuseLine('caseNumber', caseNumber) ?? refuseChoice('jurisdiction', jurisdiction, ['NL', 'BE']) ??
    (by.role === 'professional' && by.person === coordinator.practitionerId && by.organisation === coordinator.organisation ? undefined : refuse('not-coordinator')) ??
    (command.registrationValid ? undefined : refuse('registration-not-valid')) ??
    refuseGoalContent(mentalisingGoal)
  if (objection !== undefined) return objection

  const opened = { type: 'FamilyOpened', subject: { kind: 'case' }, ...recorded(command), familyId, name, jurisdiction, caseNumber } as const
  const today = dayOf(command.at, zoneOf(jurisdiction))
  let family = openFamily(opened)
  const added: FamilyEvent[] = []
  for (const member of adultsFirst(members)) {
    const refused = refuseMember(member, family, today)
    if (refused !== undefined) return refused
    const event = memberAdded(command, member)
    family = evolveFamily(family, event)
    added.push(event)
  }
  if (indexChild(family) === undefined) return refuse('index-child-missing')

  const subject = indexSubject(family)
  return record<FamilyEvent | CareTeamEvent | PlanEvent>(
    opened,
    ...added,
    {
      type: 'TeamMemberAdded', subject, ...recorded(command), ...contact, membershipId: coordinator.membershipId, practitionerId: coordinator.practitionerId,
      organisation: coordinator.organisation, discipline: 'imhSpecialist', from: today, isCoach: false,
    },
    { type: 'CoordinatorAppointed', subject: { kind: 'case' }, ...recorded(command), practitionerId: coordinator.practitionerId },
    {
      type: 'GoalAdded', subject, ...recorded(command), category: 'plan', goalId: mentalisingGoal.goalId, version: mentalisingGoal.version,
      isMentalising: true, ...pick<GoalContent>(mentalisingGoal, goalFields),
    },
  )
}

/** So that an unborn child finds the person who carries it, in whatever order they were named. */
const adultsFirst = (members: readonly NewMember[]): readonly NewMember[] =>
  [...members].sort((a, b) => Number(a.role === 'unbornChild') - Number(b.role === 'unbornChild'))

// ── All other commands

export const decideFamily = (command: Exclude<FamilyCommand, Open>, state: OpenCase): Decision<FamilyEvent | PlanEvent> =>
  refuseUnlessCoordinator(command, state) ?? decideAsCoordinator(command, state)

const decideAsCoordinator = (command: Exclude<FamilyCommand, Open>, state: OpenCase): Decision<FamilyEvent | PlanEvent> => {
  const { family } = state
  const today = todayOf(command, state)
  switch (command.type) {
    case 'AddMember':
      return refuseMember(command, family, today) ?? record(memberAdded(command, command))
    case 'AddDyad': {
      const { dyadId, persons, kind, note } = command
      if (family.dyads.some((dyad) => dyad.dyadId === dyadId)) return refuse('id-in-use')
      if (!areDyad(persons, state)) return refuse('person-unknown')
      const subject = relation(...persons)
      if (family.dyads.some((dyad) => isSameSubject(dyad.subject, subject))) return refuse('dyad-exists')
      return refuseChoice('kind', kind, dyadKinds) ?? refuseTexts({ note }) ??
        record({ type: 'DyadAdded', subject, ...recorded(command), category: 'relationship', dyadId, kind, ...(note !== undefined && { note }) })
    }
    case 'RecordBirth':
      return decideBirth(command, state, today)
    case 'RecordAuthority':
      return refuseAuthority(command, family) ?? record(authorityRecorded(command, command, family))
    case 'VerifyAuthority': {
      const { authorityId, source, seen, seenOn, checkOn } = command
      const fact = family.authorities.find((one) => one.authorityId === authorityId)
      if (fact === undefined) return refuse('authority-fact-unknown')
      if (fact.mistaken !== undefined) return refuse('authority-corrected')
      if (fact.status !== 'unverified') return refuse('authority-already-verified')
      if (source === 'statement') return refuse('authority-unproven')
      return refuseChoice('source', source, authoritySources) ?? refuseLine('seen', seen) ?? refuseFutureDay('seenOn', seenOn, today) ??
        (checkOn === undefined ? undefined : refuseDay('checkOn', checkOn) ?? (checkOn <= today ? refuse('date-in-past', { field: 'checkOn' }) : undefined)) ??
        record({ type: 'AuthorityVerified', subject: fact.subject, ...recorded(command), ...contact, authorityId, source, seen, seenOn, ...(checkOn !== undefined && { checkOn }) })
    }
    case 'CorrectAuthority': {
      const { authorityId, reason, instead } = command
      const fact = family.authorities.find((one) => one.authorityId === authorityId)
      if (fact === undefined) return refuse('authority-fact-unknown')
      if (fact.mistaken !== undefined) return refuse('authority-corrected')
      const corrected = { type: 'AuthorityCorrected', subject: fact.subject, ...recorded(command), ...contact, authorityId, reason } as const
      const objection = refuseTexts({ reason }) ?? (instead === undefined ? undefined : refuseAuthority(instead, family))
      // What holds instead comes first, so that days which it keeps were never without authority.
      return objection ?? record<FamilyEvent>(...instead === undefined ? [] : [authorityRecorded(command, instead, family)], corrected)
    }
    case 'ReviewAuthorityGap': {
      const { gapId, reads, note } = command
      const gap = family.authorityGaps.find((one) => one.gapId === gapId)
      if (gap === undefined) return refuse('gap-unknown')
      if (gap.reviewed !== undefined) return nothingToDo
      return refuseTexts({ note }) ?? record({ type: 'AuthorityGapReviewed', subject: subjectOf(findMember(family, gap.child)!), ...recorded(command), ...contact, gapId, reads, note })
    }
    case 'SetParentsApart':
      return (family.parentsApart ?? false) === command.apart ? nothingToDo : record({ type: 'ParentsApartSet', subject: { kind: 'case' }, ...recorded(command), apart: command.apart })
    case 'RecordHelpLine':
      if (family.helpLines.some(({ helpLineId }) => helpLineId === command.helpLineId)) return refuse('id-in-use')
      return refuseChoice('kind', command.kind, helpLineKinds) ?? refuseLine('label', command.label) ?? refuseLine('number', command.number) ??
        record({ type: 'HelpLineRecorded', subject: indexSubject(family), ...recorded(command), ...contact, ...pick<NewHelpLine>(command, helpLineFields) })
    case 'RecordHome':
      if (family.home?.homeId === command.homeId) return refuse('id-in-use')
      if (!Number.isFinite(command.point.x) || !Number.isFinite(command.point.y)) return refuse('coordinates-impossible')
      return refuseLine('address', command.address) ??
        record({ type: 'HomeRecorded', subject: indexSubject(family), ...recorded(command), ...contact, ...pick<NewHome>(command, homeFields) })
  }
}

const authorityRecorded = (command: Pick<Open, 'by' | 'at'>, fact: NewAuthority, family: Family): FamilyEvent =>
  ({ type: 'AuthorityRecorded', subject: subjectOf(findMember(family, fact.child)!), ...recorded(command), ...contact, ...pick<NewAuthority>(fact, authorityFields) })

const memberAdded = (command: Pick<Open, 'by' | 'at'>, member: NewMember): FamilyEvent =>
  ({ type: 'MemberAdded', subject: subjectOf(member), ...recorded(command), ...contact, ...pick<NewMember>(member, memberFields) })

const refuseMember = (member: NewMember, family: Family, today: IsoDate): Objection => {
  const known = findMember(family, member.memberId)
  // Who was erased can be added again, and then has a record that begins now.
  if (known !== undefined && known.isErased !== true) return refuse('id-in-use')
  const isUnborn = member.role === 'unbornChild'
  if (member.isIndexChild && member.role !== 'child' && !isUnborn) return refuse('index-child-role')
  if (member.isIndexChild && indexChild(family) !== undefined && indexChild(family) !== known) return refuse('index-child-exists')
  return refuseChoice('role', member.role, memberRoles) ??
    refuseLine('firstName', member.firstName) ?? refuseLine('name', member.name) ?? refuseLine('phone', member.phone) ?? refuseLine('language', member.language) ??
    (isUnborn ? refuseUnborn(member, family, today) : refuseBorn(member, today))
}

const refuseUnborn = (member: NewMember, family: Family, today: IsoDate): Objection => {
  if (member.birthDate !== undefined) return refuse('only-of-unborn-child', { field: 'role' })
  if (member.dueDate === undefined) return refuse('due-date-missing')
  const pregnant = member.carriedBy === undefined ? undefined : findMember(family, member.carriedBy)
  if (pregnant === undefined || !isAdult(pregnant)) return refuse('pregnant-person-unknown')
  return refuseDueDate(member.dueDate, today)
}

const refuseBorn = (member: NewMember, today: IsoDate): Objection => {
  if (member.dueDate !== undefined) return refuse('only-of-unborn-child', { field: 'dueDate' })
  if (member.carriedBy !== undefined) return refuse('only-of-unborn-child', { field: 'carriedBy' })
  if (member.birthDate !== undefined) return refuseFutureDay('birthDate', member.birthDate, today)
  // Rules of age protect children, so a child's age must be known.
  return isChild(member) ? refuse('birth-date-missing') : undefined
}

/** Authority is that of an adult of the family over a child who is born, not before the birth, and not on somebody's word alone (G-07, G-08). */
const refuseAuthority = (command: NewAuthority, family: Family): Objection => {
  if (family.authorities.some(({ authorityId }) => authorityId === command.authorityId)) return refuse('id-in-use')
  const child = findMember(family, command.child)
  const adult = findMember(family, command.adult)
  if (child === undefined || adult === undefined) return refuse('person-unknown')
  if (!isChild(child) || !isAdult(adult)) return refuse('authority-does-not-fit')
  if (command.basis === 'guardianship' && command.status !== 'none' && adult.role !== 'guardian' && adult.role !== 'institution') return refuse('authority-does-not-fit')
  if (command.source === 'statement' && command.status === 'verified') return refuse('authority-unproven')
  const objection = refuseChoice('status', command.status, authorityStatuses) ?? refuseChoice('basis', command.basis, authorityBases) ??
    refuseChoice('source', command.source, authoritySources) ?? refusePeriod(command.from, command.until)
  if (objection !== undefined) return objection
  return child.birthDate !== undefined && command.from < child.birthDate ? refuse('date-too-early', { field: 'from', earliest: child.birthDate }) : undefined
}

/**
 * The child gets a record of its own. The mentalising goal goes with the child: it is recorded anew under it, with the same
 * words, while what was written during the pregnancy stays where it is.
 */
const decideBirth = (command: Extract<FamilyCommand, { type: 'RecordBirth' }>, state: OpenCase, today: IsoDate): Decision<FamilyEvent | PlanEvent> => {
  const { memberId, birthDate, firstName, name, goalVersion } = command
  const unborn = findMember(state.family, memberId)
  if (unborn === undefined) return refuse('person-unknown')
  if (unborn.role !== 'unbornChild') return refuse('not-unborn')
  if (unborn.passed !== undefined) return refuse('loss-recorded')
  const objection = refuseFutureDay('birthDate', birthDate, today) ?? refuseLine('firstName', firstName) ?? refuseLine('name', name)
  if (objection !== undefined) return objection
  const subject = { kind: 'child', person: memberId } as const
  const goal = state.plan.goals.find((candidate) => candidate.isMentalising && isSameSubject(candidate.subject, unborn.subject))
  if (goal?.version === goalVersion) return refuse('id-in-use')
  return record<FamilyEvent | PlanEvent>(
    { type: 'ChildBorn', subject, ...recorded(command), ...contact, memberId, birthDate, firstName, ...(name !== undefined && { name }) },
    ...(goal === undefined || !unborn.isIndexChild ? [] : [{
      type: 'GoalChanged', subject, ...recorded(command), category: 'plan', goalId: goal.goalId, version: goalVersion, ...pick<GoalContent>(goal, goalFields),
    } as const]),
  )
}
