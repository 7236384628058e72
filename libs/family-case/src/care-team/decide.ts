import { categories, covers, disciplines, nothingToDo, record, type Decision, type IsoDate, type PersonId } from '@samenspel/kernel'
import { refuseChoice, refusePeriod, refuseSafety } from '../checks.ts'
import { pick, recorded } from '../fact.ts'
import { findMember } from '../family/state.ts'
import { refuseUnknownSubject, refuseUnlessCoordinator, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import { isKeptOut } from '../safeguards/state.ts'
import type { OpenCase } from '../state.ts'
import type { CareTeamCommand, CareTeamEvent, NewTeamMember } from './events.ts'
import { isInTeam, substituteOn, type TeamMember } from './state.ts'

const fields: Readonly<Record<keyof NewTeamMember, true>> = {
  membershipId: true, practitionerId: true, organisation: true, discipline: true, from: true, until: true, isCoach: true,
}

/** Only the coordinator changes the team. */
export const decideCareTeam = (command: CareTeamCommand, state: OpenCase): Decision<CareTeamEvent> =>
  refuseUnlessCoordinator(command, state) ?? decideAsCoordinator(command, state)

const decideAsCoordinator = (command: CareTeamCommand, state: OpenCase): Decision<CareTeamEvent> => {
  const { careTeam } = state
  switch (command.type) {
    case 'AddTeamMember':
      return refuseMember(command, state) ??
        record({ type: 'TeamMemberAdded', subject: command.subject, ...recorded(command), category: command.category, ...pick<NewTeamMember>(command, fields) })
    case 'EndTeamMembership':
      return decideEnd(command, state)
    case 'HandOverCoordination': {
      const { to } = command
      if (to === careTeam.coordinator) return refuse('already-coordinator')
      const objection = refuseAsCoordinator(to, command.successorRegistrationValid, state, todayOf(command, state))
      if (objection !== undefined) return objection
      // One pair in one decision: there is no moment with two coordinators, or with none (K-01).
      return record<CareTeamEvent>(
        ...(careTeam.coordinator === undefined ? [] : [{ type: 'CoordinationEnded', ...ofCase, ...recorded(command), practitionerId: careTeam.coordinator } as const]),
        { type: 'CoordinatorAppointed', ...ofCase, ...recorded(command), practitionerId: to },
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
  const { membershipId, until } = command
  const member = state.careTeam.members.find((candidate) => candidate.membershipId === membershipId)
  if (member === undefined) return refuse('membership-unknown')
  if (member.until === until) return nothingToDo
  if (member.until !== undefined && member.until < todayOf(command, state)) return refuse('already-ended', { until: member.until })
  // Somebody always coordinates: first hand over.
  if (member.practitionerId === state.careTeam.coordinator) return refuse('is-coordinator')
  return refusePeriod(member.from, until) ??
    record({ type: 'TeamMembershipEnded', subject: member.subject, ...recorded(command), category: member.category, membershipId, until })
}

/** A specialist of the team, today and without an end in sight. */
const refuseAsCoordinator = (person: PersonId, registrationValid: boolean, state: OpenCase, today: IsoDate): Objection =>
  refuseSpecialist(person, registrationValid, state, today) ??
  (specialistMemberships(person, state, today).some(({ until }) => until === undefined) ? undefined : refuse('membership-ends'))

const refuseSpecialist = (person: PersonId, registrationValid: boolean, state: OpenCase, today: IsoDate): Objection => {
  if (isKeptOut(state.safeguards, person)) return refuse('kept-out')
  if (!isInTeam(state.careTeam, person, today)) return refuse('not-in-team')
  if (specialistMemberships(person, state, today).length === 0) return refuse('not-an-imh-specialist')
  return registrationValid ? undefined : refuse('registration-not-valid')
}

/** Where somebody is in the team as IMH specialist today; who once was one, or is something else now, can't lead. */
const specialistMemberships = (person: PersonId, { careTeam }: OpenCase, today: IsoDate): readonly TeamMember[] =>
  careTeam.members.filter((member) => member.practitionerId === person && member.discipline === 'imhSpecialist' && covers(member, today))
