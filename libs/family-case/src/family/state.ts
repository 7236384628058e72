import { dayOf, zoneOf } from '@samenspel/kernel'
import { entryOf } from '../fact.ts'
import { type AuthorityGap, type Family, findMember, indexChild, type Member } from './family.ts'
import { gapsBetween } from './authority.ts'
import type { FamilyEvent, NewMember } from './events.ts'

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
