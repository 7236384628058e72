import { dayOf, zoneOf, type IsoDate, type IsoInstant, type Jurisdiction, type PersonId, type Recorded, type Subject } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import { gapsBetween, type AuthorityGap } from './authority.ts'
import type { MemberStatus } from '../silence/events.ts'
import type { Silence } from '../silence/state.ts'
import type { NewSupport } from '../network/events.ts'
import type { AuthoritySource, DyadContent, FamilyEvent, NewAuthority, NewHelpLine, NewHome, NewMember, SeenProof } from './events.ts'

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

export const openFamily = (event: Extract<FamilyEvent, { type: 'FamilyOpened' }>): Family => ({
  familyId: event.familyId, name: event.name, jurisdiction: event.jurisdiction, caseNumber: event.caseNumber, openedAt: event.at,
  members: [], dyads: [], authorities: [], authorityGaps: [], helpLines: [], supports: [],
})

export const evolveFamily = (family: Family, event: FamilyEvent): Family => {
  switch (event.type) {
    case 'FamilyOpened':
      return openFamily(event)
    case 'MemberAdded':
      return { ...family, members: [...othersThan(event, family), entryOf(event)] }
    case 'DyadAdded':
      return { ...family, dyads: [...family.dyads, entryOf(event)] }
    case 'ChildBorn':
      return { ...family, members: [...family.members, ...carriedByNobodyKnown(event, family)].map((member) => member.memberId === event.memberId ? born(member, event) : member) }
    case 'AuthorityRecorded':
      return withGaps(family, [...family.authorities, entryOf(event)], event)
    case 'AuthorityVerified': {
      const { by, at, authorityId, source, seen, seenOn, checkOn } = event
      return { ...family, authorities: family.authorities.map((fact) => fact.authorityId === authorityId ? { ...fact, status: 'verified', verification: { by, at, source, seen, seenOn, ...(checkOn !== undefined && { checkOn }) } } : fact) }
    }
    case 'AuthorityCorrected': {
      const { by, at, authorityId, reason } = event
      return withGaps(family, family.authorities.map((fact) => fact.authorityId === authorityId ? { ...fact, mistaken: { by, at, reason } } : fact), event)
    }
    case 'AuthorityGapReviewed': {
      const { by, at, gapId, reads, note } = event
      return { ...family, authorityGaps: family.authorityGaps.map((gap) => gap.gapId === gapId ? { ...gap, reviewed: { by, at, reads, note } } : gap) }
    }
    case 'HelpLineRecorded':
      return { ...family, helpLines: [...family.helpLines.filter(({ kind }) => kind !== event.kind), entryOf(event)] }
    case 'HomeRecorded':
      return { ...family, home: entryOf(event), ...(family.home !== undefined && { earlierHomes: [...family.earlierHomes ?? [], family.home] }) }
    case 'ParentsApartSet':
      return { ...family, parentsApart: event.apart }
  }
}

/** What is known about authority changed: the days that were lost by it are kept, since somebody may have read on them. */
const withGaps = (family: Family, authorities: Family['authorities'], { type, authorityId, at }: Extract<FamilyEvent, { type: 'AuthorityRecorded' | 'AuthorityCorrected' }>): Family => {
  const gaps = gapsBetween(family, { ...family, authorities }, dayOf(at, zoneOf(family.jurisdiction)))
  const named = gaps.map((gap, index): AuthorityGap => ({ ...gap, gapId: `${type === 'AuthorityRecorded' ? 'loss' : 'mistake'}-${authorityId}-${index}`, knownAt: at }))
  return { ...family, authorities, authorityGaps: [...family.authorityGaps, ...named] }
}

/** Somebody who was erased and is added again is one person; and there is one index child. */
const othersThan = ({ memberId, isIndexChild }: NewMember, { members }: Family): readonly Member[] =>
  members.filter((member) => member.memberId !== memberId).map((member) => isIndexChild && member.isIndexChild ? { ...member, isIndexChild: false } : member)

/** The child of a pregnancy that was erased with the record of who carried it. */
const carriedByNobodyKnown = ({ by, at, subject, category, memberId }: Extract<FamilyEvent, { type: 'ChildBorn' }>, family: Family): readonly Member[] =>
  findMember(family, memberId) !== undefined ? [] : [{ memberId, role: 'unbornChild', firstName: '', isIndexChild: indexChild(family) === undefined, inHousehold: true, by, at, subject, category }]

/** A child's own record begins at birth; the pregnancy stays that of who carried it (G-09). */
const born = (member: Member, { by, at, subject, category, birthDate, firstName, name, drawnAs }: Extract<FamilyEvent, { type: 'ChildBorn' }>): Member => ({
  memberId: member.memberId, role: 'child', firstName, ...(name !== undefined && { name }), birthDate, ...(drawnAs !== undefined && { drawnAs }),
  ...(member.carriedBy !== undefined && { carriedBy: member.carriedBy }),
  isIndexChild: member.isIndexChild, inHousehold: member.inHousehold, by, at, subject, category,
})

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

const parentRoles: readonly Member['role'][] = ['mother', 'father', 'parent', 'guardian', 'stepParent', 'fosterParent']
/** Whether somebody brings up a child of this family. */
export const isParent = ({ role }: Pick<Member, 'role'>): boolean => parentRoles.includes(role)
