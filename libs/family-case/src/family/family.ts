/** A family as it is known now: who belongs to it, how they are related, where they live. */
import type { IsoDate, IsoInstant, Jurisdiction, PersonId, Recorded, Subject } from '@samenspel/kernel'
import type { Labelled } from '../fact.ts'
import type { MemberStatus } from '../silence/events.ts'
import type { NewSupport } from '../network/events.ts'
import type { AuthoritySource, DyadContent, NewAuthority, NewHelpLine, NewHome, NewMember, SeenProof } from './events.ts'

/** `isErased`: what was recorded of who this is was erased; the name is empty, and what is left is that there is somebody. */
export type Member = Labelled & NewMember & {
  readonly isErased?: true
  /** Of its newest correction; the first is named after the member. */
  readonly version?: string
  /** Since when somebody lives in the household, or elsewhere. */
  readonly since?: IsoDate
  /** The last day on which somebody belonged to the network of this family. */
  readonly until?: IsoDate
  /** A child that died, or a pregnancy that ended in loss; `on` where the family named a day. */
  readonly passed?: Recorded & { readonly status: MemberStatus; readonly on?: IsoDate }
}
/** What a bond was before it changed: they were partners, and from then on they were not. */
export type DyadPhase = Pick<DyadContent, 'kind' | 'form' | 'since' | 'until'>
export type Dyad = Labelled & DyadContent & {
  readonly dyadId: string
  /** Of its newest form; the first is named after the dyad. */
  readonly version?: string
  /** Oldest first; absent while it is as it began. */
  readonly before?: readonly DyadPhase[]
}
/** Somebody or something around the family that is no person of it: a school, a neighbourhood house, work. */
export type Support = Labelled & NewSupport & { readonly version: string }
/** One recorded fact; which of them hold is decided in `authority.ts`. */
export type AuthorityFact = Labelled & NewAuthority & {
  /** Who saw its proof; absent where it was recorded with it. */
  readonly verification?: Recorded & SeenProof & { readonly source: AuthoritySource }
  /** It was a mistake, and counts for nothing. */
  readonly mistaken?: Recorded & { readonly reason: string }
}
export type HelpLine = Labelled & NewHelpLine
export type Home = Labelled & NewHome

export type Family = {
  readonly familyId: string
  readonly name: string
  readonly jurisdiction: Jurisdiction
  readonly caseNumber: string
  readonly openedAt: IsoInstant
  readonly members: readonly Member[]
  readonly dyads: readonly Dyad[]
  readonly authorities: readonly AuthorityFact[]
  /** Days on which authority was taken to hold that did not, as it turned out. */
  readonly authorityGaps: readonly AuthorityGap[]
  /** The newest number of each kind. */
  readonly helpLines: readonly HelpLine[]
  /** The newest home of the household. */
  readonly home?: Home
  /** Where it lived before, oldest first. */
  readonly earlierHomes?: readonly Home[]
  readonly supports: readonly Support[]
  /** The parents may not meet; absent when nobody ever said so. */
  readonly parentsApart?: boolean
  /** Nothing that the software does by itself reaches this family. */
  readonly silence?: Silence
}

/** Whose record a member's own facts belong to. */
export const subjectOf = (member: Pick<Member, 'memberId' | 'role' | 'carriedBy'>): Subject => {
  switch (member.role) {
    case 'child': return { kind: 'child', person: member.memberId }
    case 'sibling': return { kind: 'sibling', person: member.memberId }
    case 'unbornChild': return { kind: 'unborn', person: member.carriedBy ?? member.memberId }
    default: return { kind: 'adult', person: member.memberId }
  }
}

export const findMember = (family: Family, person: PersonId): Member | undefined => family.members.find(({ memberId }) => memberId === person)

/** The child for whom the case was opened. */
export const indexChild = (family: Family): Member | undefined => family.members.find(({ isIndexChild }) => isIndexChild)

/** Whose record the plan belongs to: the index child's; before birth, that of the pregnant person. */
export const indexSubject = (family: Family): Subject => {
  const child = indexChild(family)
  return child === undefined ? { kind: 'case' } : subjectOf(child)
}

export const isChild = ({ role }: Pick<Member, 'role'>): boolean => role === 'child' || role === 'sibling'
export const isAdult = ({ role }: Pick<Member, 'role'>): boolean => !isChild({ role }) && role !== 'unbornChild'

/** Whether somebody brings up a child of this family. */
export const isParent = ({ role }: Pick<Member, 'role'>): boolean => parentRoles.includes(role)

const parentRoles: readonly Member['role'][] = ['mother', 'father', 'parent', 'guardian', 'stepParent', 'fosterParent']

/**
 * Days on which somebody was taken to have authority and, as became known later, had none. Whoever reads in those days reads without
 * a right that anybody could know of: it is looked at afterwards (G-06). Both days included.
 */
export type AuthorityGap = {
  readonly gapId: string
  readonly child: PersonId
  readonly adult: PersonId
  readonly from: IsoDate
  readonly until: IsoDate
  readonly knownAt: IsoInstant
  readonly reviewed?: Recorded & { readonly reads: number; readonly note: string }
}

/** Since when nothing reaches the family by itself. */
export type Silence = { readonly silenceId: string; readonly since: IsoInstant }
