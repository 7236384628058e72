import { dayOf, isSameSubject, nothingToDo, record, relation, zoneOf, type Decision, type IsoDate, type PersonId } from '@samenspel/kernel'
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
  authorityBases, authoritySources, authorityStatuses, drawnAs, dyadKinds, formsOf, helpLineKinds, memberRoles, tieStrengths,
  type DyadContent, type FamilyCommand, type FamilyEvent, type NewAuthority, type NewHelpLine, type NewHome, type NewMember,
} from './events.ts'
import { findMember, indexChild, indexSubject, isAdult, isChild, subjectOf, type Family } from './family.ts'
import { evolveFamily, openFamily } from './state.ts'

/** The label of facts that say who somebody is and how to reach them. */
const contact = { category: 'contact' } as const

const memberFields: Readonly<Record<keyof NewMember, true>> = {
  memberId: true, role: true, firstName: true, name: true, birthDate: true, dueDate: true, carriedBy: true, isIndexChild: true, inHousehold: true,
  drawnAs: true, phone: true, language: true,
}
const authorityFields: Readonly<Record<keyof NewAuthority, true>> = {
  authorityId: true, child: true, adult: true, status: true, basis: true, source: true, from: true, until: true,
}
const homeFields: Readonly<Record<keyof NewHome, true>> = { homeId: true, address: true, point: true, from: true }
export const dyadFields: Readonly<Record<keyof DyadContent, true>> = { kind: true, form: true, tie: true, since: true, until: true, careDays: true, note: true }
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
      const { dyadId, persons } = command
      if (family.dyads.some((dyad) => dyad.dyadId === dyadId)) return refuse('id-in-use')
      if (!areDyad(persons, state)) return refuse('person-unknown')
      const subject = relation(...persons)
      if (family.dyads.some((dyad) => isSameSubject(dyad.subject, subject))) return refuse('dyad-exists')
      return refuseDyad(command) ?? record(dyadAdded(command, dyadId, persons, command))
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
      return refuseHome(command, family, today) ?? record(homeRecorded(command, command, family))
  }
}

/** What is known of a bond must fit its kind. */
export const refuseDyad = ({ kind, form, tie, since, until, careDays, note }: DyadContent): Objection =>
  refuseChoice('kind', kind, dyadKinds) ?? refuseChoice('form', form, formsOf[kind]) ?? refuseChoice('tie', tie, tieStrengths) ??
  refusePeriod(since, until) ??
  (careDays === undefined || careDays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7) ? undefined : refuse('choice-unknown', { field: 'careDays' })) ?? refuseTexts({ note })

export const dyadAdded = (command: Pick<Open, 'by' | 'at'>, dyadId: string, persons: readonly [PersonId, PersonId], content: DyadContent): FamilyEvent =>
  ({ type: 'DyadAdded', subject: relation(...persons), ...recorded(command), category: 'relationship', dyadId, ...pick<DyadContent>(content, dyadFields) })

export const refuseHome = ({ homeId, address, point, from }: NewHome, family: Family, today: IsoDate): Objection => {
  if (family.home?.homeId === homeId) return refuse('id-in-use')
  if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) return refuse('coordinates-impossible')
  return refuseLine('address', address) ?? refuseFutureDay('from', from, today)
}

export const homeRecorded = (command: Pick<Open, 'by' | 'at'>, home: NewHome, family: Family): FamilyEvent =>
  ({ type: 'HomeRecorded', subject: indexSubject(family), ...recorded(command), ...contact, ...pick<NewHome>(home, homeFields) })

const authorityRecorded = (command: Pick<Open, 'by' | 'at'>, fact: NewAuthority, family: Family): FamilyEvent =>
  ({ type: 'AuthorityRecorded', subject: subjectOf(findMember(family, fact.child)!), ...recorded(command), ...contact, ...pick<NewAuthority>(fact, authorityFields) })

export const memberAdded = (command: Pick<Open, 'by' | 'at'>, member: NewMember): FamilyEvent =>
  ({ type: 'MemberAdded', subject: subjectOf(member), ...recorded(command), ...contact, ...pick<NewMember>(member, memberFields) })

export const refuseMember = (member: NewMember, family: Family, today: IsoDate): Objection => {
  const known = findMember(family, member.memberId)
  // Who was erased can be added again, and then has a record that begins now.
  if (known !== undefined && known.isErased !== true) return refuse('id-in-use')
  const isUnborn = member.role === 'unbornChild'
  if (member.isIndexChild && member.role !== 'child' && !isUnborn) return refuse('index-child-role')
  if (member.isIndexChild && indexChild(family) !== undefined && indexChild(family) !== known) return refuse('index-child-exists')
  return refuseWhoSomebodyIs(member, family, today)
}

/** Who somebody is, whether new or put right. */
export const refuseWhoSomebodyIs = (member: NewMember, family: Family, today: IsoDate): Objection =>
  refuseChoice('role', member.role, memberRoles) ?? refuseChoice('drawnAs', member.drawnAs, drawnAs) ??
    refuseLine('firstName', member.firstName) ?? refuseLine('name', member.name) ?? refuseLine('phone', member.phone) ?? refuseLine('language', member.language) ??
    (member.role === 'unbornChild' ? refuseUnborn(member, family, today) : refuseBorn(member, today))

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
  const { memberId, birthDate, goalVersion, others = [] } = command
  const { family } = state
  const unborn = findMember(family, memberId)
  if (unborn === undefined) return refuse('person-unknown')
  if (unborn.role !== 'unbornChild') return refuse('not-unborn')
  if (unborn.passed !== undefined) return refuse('loss-recorded')
  const children = [command, ...others]
  const isTaken = others.some((other) => findMember(family, other.memberId) !== undefined) || new Set(children.map((one) => one.memberId)).size < children.length
  if (isTaken) return refuse('id-in-use')
  const objection = refuseFutureDay('birthDate', birthDate, today) ??
    children.map((one) => refuseLine('firstName', one.firstName) ?? refuseLine('name', one.name) ?? refuseChoice('drawnAs', one.drawnAs, drawnAs)).find((one) => one !== undefined)
  if (objection !== undefined) return objection
  const subject = { kind: 'child', person: memberId } as const
  const goal = state.plan.goals.find((candidate) => candidate.isMentalising && isSameSubject(candidate.subject, unborn.subject))
  if (goal?.version === goalVersion) return refuse('id-in-use')
  const carrier = unborn.carriedBy
  return record<FamilyEvent | PlanEvent>(
    ...children.map(({ memberId: person, firstName, name, drawnAs: drawn }): FamilyEvent => ({
      type: 'ChildBorn', subject: { kind: 'child', person }, ...recorded(command), ...contact, memberId: person, birthDate, firstName, ...(name !== undefined && { name }), ...(drawn !== undefined && { drawnAs: drawn }),
    })),
    ...(goal === undefined || !unborn.isIndexChild ? [] : [{
      type: 'GoalChanged', subject, ...recorded(command), category: 'plan', goalId: goal.goalId, version: goalVersion, ...pick<GoalContent>(goal, goalFields),
    } as const]),
    ...children.flatMap(({ memberId: person, tieId }) => carrier === undefined || tieId === undefined ? [] : [dyadAdded(command, tieId, [carrier, person], { kind: 'parentAndChild', form: 'birth', since: birthDate })]),
    ...others.map(({ memberId: person, twinTieId }) => dyadAdded(command, twinTieId, [memberId, person], { kind: 'siblings', form: 'twin', since: birthDate })),
  )
}
