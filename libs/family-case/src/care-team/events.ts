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
  /** `reason`: why somebody leaves, in words that the family may read too. */
  | Fact<'TeamMembershipEnded', { category: Category; membershipId: string; until: IsoDate; reason?: string }>
  /** Another last day, or none any more, and whether this one coaches the team of a group. */
  | Fact<'TeamMembershipChanged', { category: Category; membershipId: string; until?: IsoDate; isCoach: boolean; reason: string }>
  /** `specialistOnCall`: behind whom somebody of the first line coordinates, where the country lets them. */
  | Fact<'CoordinatorAppointed', { practitionerId: PersonId; specialistOnCall?: PersonId }>
  | Fact<'CoordinationEnded', { practitionerId: PersonId }>
  | Fact<'SubstituteAppointed', { practitionerId: PersonId }>

/**
 * For a successor of the first line: the IMH specialist of the team behind them. `isAllowed`: whether that discipline may coordinate so
 * in the country of the case, as the register has it (`coordinationRules`).
 */
export type SpecialistOnCall = { readonly practitionerId: PersonId; readonly registrationValid: boolean; readonly isAllowed: boolean }

export type CareTeamCommand =
  /**
   * The subject is the person for whom this professional works: the child, or the parent whose own therapist it is. It decides,
   * with the category, who may know that this professional is there at all.
   */
  | Request<'AddTeamMember', Coordinating & NewTeamMember & { subject: Subject; category: Category }>
  | Request<'EndTeamMembership', Coordinating & { membershipId: string; until: IsoDate; reason?: string }>
  /** Without `until` it has no last day any more. */
  | Request<'ChangeTeamMembership', Coordinating & { membershipId: string; until?: IsoDate; isCoach: boolean; reason: string }>
  /**
   * `successorRegistrationValid`: whether the registration of who takes over is valid today. The own one isn't asked: with a registration
   * that has ended nothing is left to do but to hand over, and a family must never be stuck there.
   */
  | Request<'HandOverCoordination', Coordinating & { to: PersonId; successorRegistrationValid: boolean; onCall?: SpecialistOnCall }>
  | Request<'AppointSubstitute', Coordinating & { practitionerId: PersonId; substituteRegistrationValid: boolean }>
