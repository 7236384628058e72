import { covers, type IsoDate, type OrganisationId, type PersonId } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { CareTeamEvent, NewTeamMember } from './events.ts'

export type TeamMember = Labelled & NewTeamMember

export type CareTeam = {
  /** Everybody who is or was in the team. */
  readonly members: readonly TeamMember[]
  /** Always there once a case is open (K-01). */
  readonly coordinator?: PersonId
  readonly substitute?: PersonId
}

export const noTeam: CareTeam = { members: [] }

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
      return { ...team, coordinator: event.practitionerId }
    case 'CoordinationEnded':
      return { members: team.members, ...(team.substitute !== undefined && { substitute: team.substitute }) }
    case 'SubstituteAppointed':
      return { ...team, substitute: event.practitionerId }
  }
}

/** Whether somebody is in the team on a day; for one organisation, when it is named. */
export const isInTeam = (team: CareTeam, person: PersonId, day: IsoDate, organisation?: OrganisationId): boolean =>
  team.members.some((member) => member.practitionerId === person && covers(member, day) && (organisation === undefined || member.organisation === organisation))

/** Whether somebody is or was in the team. */
export const wasInTeam = (team: CareTeam, person: PersonId): boolean => team.members.some((member) => member.practitionerId === person)

/** Who stands in for the coordinator on a day. */
export const substituteOn = (team: CareTeam, day: IsoDate): PersonId | undefined =>
  team.substitute !== undefined && isInTeam(team, team.substitute, day) ? team.substitute : undefined

/** Whether somebody coaches the team of a group in this case on a day. */
export const isCoachOn = (team: CareTeam, person: PersonId, day: IsoDate): boolean =>
  team.members.some((member) => member.practitionerId === person && member.isCoach && covers(member, day))
