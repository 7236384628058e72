import { covers, type IsoDate, type OrganisationId, type PersonId } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { CareTeamEvent, NewTeamMember } from './events.ts'

export type TeamMember = Labelled & NewTeamMember

export type CareTeam = {
  /** Everybody who is or was in the team. */
  readonly members: readonly TeamMember[]
  /** Always there once a case is open (K-01). */
  readonly coordinator: PersonId | undefined
  readonly substitute: PersonId | undefined
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
          ? { ...member, until: event.until, by: event.by, at: event.at }
          : member),
      }
    case 'CoordinatorAppointed':
      // Nobody stands in for themselves.
      return { ...team, coordinator: event.practitionerId, substitute: team.substitute === event.practitionerId ? undefined : team.substitute }
    case 'CoordinationEnded':
      return { ...team, coordinator: undefined }
    case 'SubstituteAppointed':
      return { ...team, substitute: event.practitionerId }
  }
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

/** Whether somebody coaches the team of a group in this case on a day. */
export const isCoachOn = (team: CareTeam, person: PersonId, day: IsoDate): boolean =>
  team.members.some((member) => member.practitionerId === person && member.isCoach && covers(member, day))
