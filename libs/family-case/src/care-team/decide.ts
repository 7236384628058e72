import { categories, covers, disciplines, nothingToDo, record, refuseText, type Decision, type IsoDate, type PersonId } from '@samenspel/kernel'
import { refuseChoice, refusePeriod, refuseSafety } from '../checks.ts'
import { pick, recorded } from '../fact.ts'
import { findMember } from '../family/family.ts'
import { refuseUnknownSubject, refuseUnlessCoordinator, refuseUnlessCoordinatorOrSubstitute, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import { isKeptOut } from '../safeguards/state.ts'
import type { OpenCase } from '../state.ts'
import type { CareTeamCommand, CareTeamEvent, NewTeamMember, SpecialistOnCall } from './events.ts'
import { isInTeam, substituteOn, type TeamMember } from './state.ts'

const fields: Readonly<Record<keyof NewTeamMember, true>> = {
  membershipId: true, practitionerId: true, organisation: true, discipline: true, from: true, until: true, isCoach: true,
}

/** Only the coordinator changes the team, or who stands in. Handing over is left to them also when their own registration has ended. */
export const decideCareTeam = (command: CareTeamCommand, state: OpenCase): Decision<CareTeamEvent> =>
  (command.type === 'HandOverCoordination' ? refuseUnlessCoordinatorOrSubstitute(command, state) : refuseUnlessCoordinator(command, state)) ?? decideAsCoordinator(command, state)

const decideAsCoordinator = (command: CareTeamCommand, state: OpenCase): Decision<CareTeamEvent> => {
  const { careTeam } = state
  switch (command.type) {
    case 'AddTeamMember':
      return refuseMember(command, state) ??
        record({ type: 'TeamMemberAdded', subject: command.subject, ...recorded(command), category: command.category, ...pick<NewTeamMember>(command, fields) })
    case 'EndTeamMembership':
      return decideEnd(command, state)
    case 'ChangeTeamMembership':
      return decideChange(command, state)
    case 'HandOverCoordination': {
      const { to, onCall } = command
      if (to === careTeam.coordinator) return refuse('already-coordinator')
      const today = todayOf(command, state)
      const objection = onCall === undefined ? refuseAsCoordinator(to, command.successorRegistrationValid, state, today) : refuseBehind(to, onCall, state, today)
      if (objection !== undefined) return objection
      // One pair in one decision: there is no moment with two coordinators, or with none (K-01).
      return record<CareTeamEvent>(
        ...(careTeam.coordinator === undefined ? [] : [{ type: 'CoordinationEnded', ...ofCase, ...recorded(command), practitionerId: careTeam.coordinator } as const]),
        { type: 'CoordinatorAppointed', ...ofCase, ...recorded(command), practitionerId: to, ...(onCall !== undefined && { specialistOnCall: onCall.practitionerId }) },
      )
    }
    case 'AppointSubstitute': {
      const { practitionerId } = command
      const today = todayOf(command, state)
      if (practitionerId === careTeam.coordinator) return refuse('is-coordinator')
      if (practitionerId === substituteOn(careTeam, today)) return nothingToDo
      return refuseSpecialist(practitionerId, command.substituteRegistrationValid, state, today) ??
        record({ type: 'SubstituteAppointed', ...ofCase, ...recorded(command), practitionerId })
    }
  }
}

const ofCase = { subject: { kind: 'case' } } as const

const refuseMember = (command: Extract<CareTeamCommand, { type: 'AddTeamMember' }>, state: OpenCase): Objection => {
  const { members } = state.careTeam
  if (members.some(({ membershipId }) => membershipId === command.membershipId)) return refuse('id-in-use')
  // Who helps a family can't be of that family: nobody reads along about relatives.
  if (findMember(state.family, command.practitionerId) !== undefined) return refuse('id-in-use')
  const objection = refusePeriod(command.from, command.until) ?? refuseChoice('discipline', command.discipline, disciplines) ??
    refuseChoice('category', command.category, categories) ?? refuseSafety(command.category) ?? refuseUnknownSubject(command.subject, state)
  if (objection !== undefined) return objection
  const overlaps = members.some((member) => member.practitionerId === command.practitionerId && member.organisation === command.organisation &&
    (member.until === undefined || command.from <= member.until) && (command.until === undefined || member.from <= command.until))
  return overlaps ? refuse('already-in-team') : undefined
}

const decideEnd = (command: Extract<CareTeamCommand, { type: 'EndTeamMembership' }>, state: OpenCase): Decision<CareTeamEvent> => {
  const { membershipId, until, reason } = command
  const member = state.careTeam.members.find((candidate) => candidate.membershipId === membershipId)
  if (member === undefined) return refuse('membership-unknown')
  if (member.until === until) return nothingToDo
  if (member.until !== undefined && member.until < todayOf(command, state)) return refuse('already-ended', { until: member.until })
  // Somebody always coordinates: first hand over.
  if (member.practitionerId === state.careTeam.coordinator) return refuse('is-coordinator')
  if (isOnCall(member, state)) return refuse('is-on-call')
  return refusePeriod(member.from, until) ?? (reason === undefined ? undefined : refuseText('reason', reason)) ??
    record({ type: 'TeamMembershipEnded', subject: member.subject, ...recorded(command), category: member.category, membershipId, until, ...(reason !== undefined && { reason }) })
}

/** Only a membership that hasn't ended: what once ended is begun anew, by an invitation. */
const decideChange = (command: Extract<CareTeamCommand, { type: 'ChangeTeamMembership' }>, state: OpenCase): Decision<CareTeamEvent> => {
  const { membershipId, until, isCoach, reason } = command
  const { members, coordinator } = state.careTeam
  const member = members.find((candidate) => candidate.membershipId === membershipId)
  if (member === undefined) return refuse('membership-unknown')
  if (member.until === until && member.isCoach === isCoach) return nothingToDo
  const today = todayOf(command, state)
  if (member.until !== undefined && member.until < today) return refuse('already-ended', { until: member.until })
  if (until !== undefined && member.practitionerId === coordinator) return refuse('is-coordinator')
  if (until !== undefined && isOnCall(member, state)) return refuse('is-on-call')
  if (until !== undefined && until < today) return refuse('date-in-past', { field: 'until' })
  const overlaps = members.some((other) => other !== member && other.practitionerId === member.practitionerId && other.organisation === member.organisation &&
    other.from >= member.from && (until === undefined || other.from <= until))
  if (overlaps) return refuse('already-in-team')
  return refusePeriod(member.from, until) ?? refuseText('reason', reason) ??
    record({ type: 'TeamMembershipChanged', subject: member.subject, ...recorded(command), category: member.category, membershipId, ...(until !== undefined && { until }), isCoach, reason })
}

/** Behind a coordinator of the first line somebody always stands: first another one does. */
const isOnCall = ({ practitionerId, discipline }: TeamMember, { careTeam }: OpenCase): boolean =>
  practitionerId === careTeam.specialistOnCall && discipline === 'imhSpecialist'

/** A specialist of the team, today and without an end in sight. */
const refuseAsCoordinator = (person: PersonId, registrationValid: boolean, state: OpenCase, today: IsoDate): Objection =>
  refuseSpecialist(person, registrationValid, state, today) ??
  (specialistMemberships(person, state, today).some(({ until }) => until === undefined) ? undefined : refuse('membership-ends'))

/** Somebody of the first line, where the country lets them, with a registered specialist of the team behind them who stays. */
const refuseBehind = (person: PersonId, { practitionerId, registrationValid, isAllowed }: SpecialistOnCall, state: OpenCase, today: IsoDate): Objection => {
  if (!isAllowed) return refuse('not-an-imh-specialist')
  if (isKeptOut(state.safeguards, person)) return refuse('kept-out')
  const own = state.careTeam.members.filter((member) => member.practitionerId === person && covers(member, today))
  if (own.length === 0) return refuse('not-in-team')
  if (own.every(({ until }) => until !== undefined)) return refuse('membership-ends')
  if (person === practitionerId) return refuse('same-person')
  return refuseAsCoordinator(practitionerId, registrationValid, state, today)
}

const refuseSpecialist = (person: PersonId, registrationValid: boolean, state: OpenCase, today: IsoDate): Objection => {
  if (isKeptOut(state.safeguards, person)) return refuse('kept-out')
  if (!isInTeam(state.careTeam, person, today)) return refuse('not-in-team')
  if (specialistMemberships(person, state, today).length === 0) return refuse('not-an-imh-specialist')
  return registrationValid ? undefined : refuse('registration-not-valid')
}

/** Where somebody is in the team as IMH specialist today; who once was one, or is something else now, can't lead. */
const specialistMemberships = (person: PersonId, { careTeam }: OpenCase, today: IsoDate): readonly TeamMember[] =>
  careTeam.members.filter((member) => member.practitionerId === person && member.discipline === 'imhSpecialist' && covers(member, today))
