import type { SubjectInput, SubjectKind } from '@samenspel/graphql-documents/desk'
import { childrenOf, firstNameOf, isChild } from '../../parts/members.ts'
import type { Family } from './family.ts'

export type SubjectChoice = { readonly key: string; readonly kind: SubjectKind; readonly names: readonly string[] }

/** A subject as one text, for a select and a draft. */
export const subjectKey = ({ kind, memberIds }: SubjectInput): string => [kind, ...memberIds].join(':')

export const subjectOf = (key: string): SubjectInput => {
  const [kind, ...memberIds] = key.split(':')
  return { kind: (kind ?? 'CASE') as SubjectKind, memberIds }
}

/**
 * Whom a new entry can be about, the child it is all about first: each child, each bond, each adult of the household,
 * and what surrounds the child. Every entry is about exactly one of them (C-06).
 */
export const subjectChoices = (family: Pick<Family, 'members'> & { readonly dyads: readonly Pick<Family['dyads'][number], 'memberIds'>[] }): readonly SubjectChoice[] => {
  const nameOf = firstNameOf(family.members)
  const choice = (kind: SubjectKind, memberIds: readonly string[]): SubjectChoice => ({ key: subjectKey({ kind, memberIds: [...memberIds] }), kind, names: memberIds.map(nameOf) })
  const children = childrenOf(family.members)
  const index = children[0]
  return [
    ...children.map((child) => choice(child.role === 'UNBORN_CHILD' ? 'UNBORN' : child.role === 'SIBLING' ? 'SIBLING' : 'CHILD', [child.id])),
    ...family.dyads.map((dyad) => choice('RELATION', dyad.memberIds)),
    ...family.members.filter((member) => !isChild(member) && member.inHousehold).map((adult) => choice('ADULT', [adult.id])),
    ...(index === undefined ? [] : [choice('SURROUNDINGS', [index.id])]),
  ]
}
