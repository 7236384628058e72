/** Family: who belongs to it, who is whose, who has authority over a child, and whom to ring. */
import type { Category, IsoDate, Jurisdiction, OrganisationId, PersonId } from '@samenspel/kernel'
import type { Coordinating, Fact, Request } from '../fact.ts'
import type { GoalContent } from '../plan/events.ts'

export const memberRoles = ['child', 'unbornChild', 'sibling', 'mother', 'father', 'parent', 'guardian', 'grandparent', 'stepParent', 'fosterParent', 'other', 'institution'] as const
export type MemberRole = (typeof memberRoles)[number]

/** How two people belong together. A dyad is a record of its own, not a text (axis II is kept per dyad, K-06). */
export const dyadKinds = ['parentAndChild', 'caregiverAndChild', 'siblings', 'partners', 'formerPartners', 'other'] as const
export type DyadKind = (typeof dyadKinds)[number]

/** What kind of bond it is, within its kind. */
export const dyadForms = [
  'birth', 'adoptive', 'foster', 'step', 'guardian', 'full', 'half', 'stepSibling', 'fosterSibling', 'twin', 'together', 'married', 'livingApart', 'separated', 'divorced',
  'relative', 'friend', 'neighbour', 'volunteer',
] as const
export type DyadForm = (typeof dyadForms)[number]
export const formsOf: Readonly<Record<DyadKind, readonly DyadForm[]>> = {
  parentAndChild: ['birth', 'adoptive', 'foster', 'step', 'guardian'], caregiverAndChild: ['foster', 'step', 'guardian', 'relative', 'friend', 'neighbour', 'volunteer'], siblings: ['full', 'half', 'stepSibling', 'fosterSibling', 'twin'],
  partners: ['together', 'married', 'livingApart'], formerPartners: ['separated', 'divorced'], other: ['relative', 'friend', 'neighbour', 'volunteer'],
}

/** How strong a tie is, as an ecomap draws it; absent when nobody said so. */
export const tieStrengths = ['strong', 'weak', 'stressful', 'broken'] as const
export type TieStrength = (typeof tieStrengths)[number]

/** What is known of a bond between two people, as it is now. */
export type DyadContent = {
  readonly kind: DyadKind
  readonly form?: DyadForm
  readonly tie?: TieStrength
  readonly since?: IsoDate
  readonly until?: IsoDate
  /** The days on which a child is with this adult, when it lives at two homes; 1 is Monday. */
  readonly careDays?: readonly number[]
  readonly note?: string
}

/** For a genogram, where somebody wants it drawn: a circle or a square. Absent, and with neither word of a parent, it is a diamond. */
export const drawnAs = ['female', 'male'] as const
export type DrawnAs = (typeof drawnAs)[number]

export const authorityStatuses = ['verified', 'unverified', 'none'] as const
/** `none` says that this adult has no authority in the period, for instance because it was lost (G-03, G-06). */
export type AuthorityStatus = (typeof authorityStatuses)[number]
export const authorityBases = ['byLaw', 'registerEntry', 'courtDecision', 'guardianship'] as const
export type AuthorityBasis = (typeof authorityBases)[number]
/**
 * Where it was read: population register, register of authority, court, somebody's own statement, or the authority service (G-06);
 * in Belgium, which has no register of authority, the national register or the birth certificate.
 */
export const authoritySources = ['populationRegister', 'authorityRegister', 'court', 'statement', 'authorityService', 'nationalRegister', 'birthCertificate'] as const
export type AuthoritySource = (typeof authoritySources)[number]

/** Whom a family can ring, besides the numbers that are the same for a whole country. */
export const helpLineKinds = ['ownGp', 'outOfHoursGp'] as const
export type HelpLineKind = (typeof helpLineKinds)[number]

/** A person of the family or its network, as given when added. */
export type NewMember = {
  readonly memberId: PersonId
  readonly role: MemberRole
  readonly firstName: string
  readonly name?: string
  readonly birthDate?: IsoDate
  /** Expected date of birth; only of an unborn child. */
  readonly dueDate?: IsoDate
  /** The pregnant person, whose record an unborn child belongs to (G-09); only of an unborn child. */
  readonly carriedBy?: PersonId
  /** The child for whom the case was opened. */
  readonly isIndexChild: boolean
  readonly inHousehold: boolean
  readonly drawnAs?: DrawnAs
  readonly phone?: string
  /** Language of messages, as a BCP 47 tag. */
  readonly language?: string
}

export type NewAuthority = {
  readonly authorityId: string
  readonly child: PersonId
  readonly adult: PersonId
  readonly status: AuthorityStatus
  readonly basis: AuthorityBasis
  readonly source: AuthoritySource
  readonly from: IsoDate
  readonly until?: IsoDate
}

/** What a professional saw that proves a fact, and when somebody has to look again. */
export type SeenProof = {
  /** Which document or register, and what it says. */
  readonly seen: string
  readonly seenOn: IsoDate
  readonly checkOn?: IsoDate
}

export type NewHelpLine = { readonly helpLineId: string; readonly kind: HelpLineKind; readonly label: string; readonly number: string }

/** Where the household lives. It is planned from here, and it is shown to nobody who may not know the address. */
export type NewHome = {
  readonly homeId: string
  readonly address: string
  /** On the plane of the region, in kilometres, as the places of organisations are. */
  readonly point: { readonly x: number; readonly y: number }
  /** Since when; absent when it was never said. */
  readonly from?: IsoDate
}

export type FamilyEvent =
  | Fact<'FamilyOpened', { familyId: string; name: string; jurisdiction: Jurisdiction; caseNumber: string }>
  | Fact<'MemberAdded', { category: Category } & NewMember>
  | Fact<'DyadAdded', { category: Category; dyadId: string } & DyadContent>
  | Fact<'ChildBorn', { category: Category; memberId: PersonId; birthDate: IsoDate; firstName: string; name?: string; drawnAs?: DrawnAs }>
  | Fact<'AuthorityRecorded', { category: Category } & NewAuthority>
  /** Somebody saw the proof of a fact that was recorded without it (G-08). */
  | Fact<'AuthorityVerified', { category: Category; authorityId: string; source: AuthoritySource } & SeenProof>
  /** A fact was a mistake. It stays to be read, and never counted (G-06). */
  | Fact<'AuthorityCorrected', { category: Category; authorityId: string; reason: string }>
  /** Somebody looked at what was read between a loss of authority and the day it became known here (G-06). */
  | Fact<'AuthorityGapReviewed', { category: Category; gapId: string; reads: number; note: string }>
  | Fact<'HelpLineRecorded', { category: Category } & NewHelpLine>
  | Fact<'HomeRecorded', { category: Category } & NewHome>
  /** Whether the parents may not meet. About the case, so that it is no part of either parent's record; it opens to nobody but who plans. */
  | Fact<'ParentsApartSet', { apart: boolean }>

export type NewBorn = { readonly memberId: PersonId; readonly firstName: string; readonly name?: string; readonly drawnAs?: DrawnAs; readonly tieId?: string }

export type FamilyCommand =
  /**
   * Opens the case with its index child, its coordinator and its mentalising goal, so that no case is ever without them
   * (K-01, K-05). A case before birth also names the pregnant person among the members.
   */
  | Request<'OpenFamily', Coordinating & {
      familyId: string
      name: string
      jurisdiction: Jurisdiction
      caseNumber: string
      members: readonly NewMember[]
      coordinator: { readonly membershipId: string; readonly practitionerId: PersonId; readonly organisation: OrganisationId }
      mentalisingGoal: { readonly goalId: string; readonly version: string } & GoalContent
    }>
  | Request<'AddMember', Coordinating & NewMember>
  | Request<'AddDyad', Coordinating & { dyadId: string; persons: readonly [PersonId, PersonId] } & DyadContent>
  /**
   * The child is a subject of its own from now on; what its file needs is recorded anew, the pregnancy stays the mother's.
   * `others` were born of the same pregnancy: each is a subject of its own as well. With a `tieId` the bond with who carried it is recorded too.
   */
  | Request<'RecordBirth', Coordinating & NewBorn & { birthDate: IsoDate; goalVersion: string; others?: readonly (NewBorn & { readonly twinTieId: string })[] }>
  | Request<'RecordAuthority', Coordinating & NewAuthority>
  | Request<'VerifyAuthority', Coordinating & { authorityId: string; source: AuthoritySource } & SeenProof>
  /** A mistake, put right with what holds instead or with nothing. */
  | Request<'CorrectAuthority', Coordinating & { authorityId: string; reason: string; instead?: NewAuthority }>
  /** `reads`: how many lines of the access log who asks was shown. */
  | Request<'ReviewAuthorityGap', Coordinating & { gapId: string; reads: number; note: string }>
  | Request<'RecordHelpLine', Coordinating & NewHelpLine>
  /** Where the household lives from now on. */
  | Request<'RecordHome', Coordinating & NewHome>
  /** The planner keeps the parents from meeting from now on, or no longer. */
  | Request<'SetParentsApart', Coordinating & { apart: boolean }>
