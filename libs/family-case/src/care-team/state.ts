import { covers, type Actor, type IsoDate, type IsoInstant, type OrganisationId, type PersonId } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { CareTeamEvent, NewTeamMember } from './events.ts'

/** `reason`: why it ends, or was changed, where somebody said so. */
export type TeamMember = Labelled & NewTeamMember & { readonly reason?: string }

export type CareTeam = {
  /** Everybody who is or was in the team. */
  readonly members: readonly TeamMember[]
  /** Always there once a case is open (K-01). */
  readonly coordinator: PersonId | undefined
  readonly substitute: PersonId | undefined
  /** Behind whom somebody of the first line coordinates; absent for a coordinator who is a specialist. */
  readonly specialistOnCall?: PersonId
  /** Who handed the coordination over last, and when; absent as long as whoever began it coordinates. */
  readonly handedOver?: { readonly by: Actor; readonly at: IsoInstant }
}

export const noTeam: CareTeam = { members: [], coordinator: undefined, substitute: undefined }

export const evolveCareTeam = (team: CareTeam, event: CareTeamEvent): CareTeam => {
  switch (event.type) {
    case 'TeamMemberAdded':
      return { ...team, members: [...team.members, entryOf(event)] }
    case 'TeamMembershipEnded':
      return {
        ...team,
        members: team.members.map((member) => member.membershipId === event.membershipId
          ? { ...member, until: event.until, ...(event.reason !== undefined && { reason: event.reason }), by: event.by, at: event.at }
          : member),
      }
    case 'TeamMembershipChanged':
      return { ...team, members: team.members.map((member) => member.membershipId === event.membershipId ? changed(member, event) : member) }
    case 'CoordinatorAppointed':
      // Nobody stands in for themselves.
      return {
        members: team.members, coordinator: event.practitionerId, substitute: team.substitute === event.practitionerId ? undefined : team.substitute,
        ...(event.specialistOnCall !== undefined && { specialistOnCall: event.specialistOnCall }), ...(team.handedOver !== undefined && { handedOver: team.handedOver }),
      }
    case 'CoordinationEnded':
      return { ...team, coordinator: undefined, handedOver: { by: event.by, at: event.at } }
    case 'SubstituteAppointed':
      return { ...team, substitute: event.practitionerId }
  }
}

const changed = (member: TeamMember, { until, isCoach, reason, by, at }: Extract<CareTeamEvent, { type: 'TeamMembershipChanged' }>): TeamMember => {
  const { subject, category, membershipId, practitionerId, organisation, discipline, from } = member
  return { subject, category, membershipId, practitionerId, organisation, discipline, from, ...(until !== undefined && { until }), isCoach, reason, by, at }
}

/** Whether somebody is in the team on a day; for one organisation, when it is named. */
export const isInTeam = (team: CareTeam, person: PersonId, day: IsoDate, organisation?: OrganisationId): boolean =>
  team.members.some((member) => member.practitionerId === person && covers(member, day) && (organisation === undefined || member.organisation === organisation))

/** Whether anybody is in the team on a day for an organisation. */
export const isOrganisationInTeam = (team: CareTeam, organisation: OrganisationId, day: IsoDate): boolean =>
  team.members.some((member) => member.organisation === organisation && covers(member, day))

/** Whether somebody is, was or will be in the team. */
export const isKnownToTeam = (team: CareTeam, person: PersonId): boolean => team.members.some((member) => member.practitionerId === person)

/** Whether somebody's membership for an organisation has ended before a day. */
export const wasInTeam = (team: CareTeam, person: PersonId, day: IsoDate, organisation: OrganisationId): boolean =>
  team.members.some((member) => member.practitionerId === person && member.organisation === organisation && member.until !== undefined && member.until < day)

/** Who stands in for the coordinator on a day. */
export const substituteOn = (team: CareTeam, day: IsoDate): PersonId | undefined =>
  team.substitute !== undefined && isInTeam(team, team.substitute, day) ? team.substitute : undefined

/**
 * By whose registrations somebody coordinates: the own ones; and for a coordinator of the first line those of the specialist on call,
 * for as long as that one is in the team as such.
 */
export const registeredThrough = (team: CareTeam, person: PersonId, day: IsoDate): readonly PersonId[] => {
  const { coordinator, specialistOnCall } = team
  const isBehind = person === coordinator && specialistOnCall !== undefined && isSpecialistOn(team, specialistOnCall, day)
  return isBehind ? [person, specialistOnCall] : [person]
}

/** Whether somebody is in the team as IMH specialist on a day. */
export const isSpecialistOn = (team: CareTeam, person: PersonId, day: IsoDate): boolean =>
  team.members.some((member) => member.practitionerId === person && member.discipline === 'imhSpecialist' && covers(member, day))

/** Whether somebody coaches the team of a group in this case on a day. */
export const isCoachOn = (team: CareTeam, person: PersonId, day: IsoDate): boolean =>
  team.members.some((member) => member.practitionerId === person && member.isCoach && covers(member, day))
