/** Care team: the professionals around a family, each for a period (C-14), with exactly one coordinator (K-01). */
import type { Category, Discipline, IsoDate, OrganisationId, PersonId, Subject } from '@samenspel/kernel'
import type { Coordinating, Fact, Request } from '../fact.ts'

export type NewTeamMember = {
  readonly membershipId: string
  readonly practitionerId: PersonId
  readonly organisation: OrganisationId
  readonly discipline: Discipline
  /** First and last day of the membership, both included; open without `until`. */
  readonly from: IsoDate
  readonly until?: IsoDate
  /** Coaches the team of a group, and so gets its reflection prompts. */
  readonly isCoach: boolean
}

export type CareTeamEvent =
  | Fact<'TeamMemberAdded', { category: Category } & NewTeamMember>
  | Fact<'TeamMembershipEnded', { category: Category; membershipId: string; until: IsoDate }>
  | Fact<'CoordinatorAppointed', { practitionerId: PersonId }>
  | Fact<'CoordinationEnded', { practitionerId: PersonId }>
  | Fact<'SubstituteAppointed', { practitionerId: PersonId }>

export type CareTeamCommand =
  /**
   * The subject is the person for whom this professional works: the child, or the parent whose own therapist it is. It decides,
   * with the category, who may know that this professional is there at all.
   */
  | Request<'AddTeamMember', Coordinating & NewTeamMember & { subject: Subject; category: Category }>
  | Request<'EndTeamMembership', Coordinating & { membershipId: string; until: IsoDate }>
  /** `successorRegistrationValid`: whether the registration of who takes over is valid today. */
  | Request<'HandOverCoordination', Coordinating & { to: PersonId; successorRegistrationValid: boolean }>
  | Request<'AppointSubstitute', Coordinating & { practitionerId: PersonId; substituteRegistrationValid: boolean }>
