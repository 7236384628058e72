import type { MemberPartsFragment, MemberRole } from '@samenspel/graphql-documents/desk'

const childRoles: ReadonlySet<MemberRole> = new Set<MemberRole>(['CHILD', 'UNBORN_CHILD', 'SIBLING'])

export const isChild = (member: { readonly role: MemberRole }): boolean => childRoles.has(member.role)

/** The children of a family, the one it is about first. */
export const childrenOf = <M extends Pick<MemberPartsFragment, 'role' | 'isIndexChild'>>(members: readonly M[]): readonly M[] =>
  members.filter(isChild).toSorted((a, b) => Number(b.isIndexChild) - Number(a.isIndexChild))

/** The children with their ages: "Sem, 1 jaar · Tijn, 6 jaar". */
export const childrenInWords = (members: readonly Pick<MemberPartsFragment, 'role' | 'isIndexChild' | 'firstName' | 'age'>[]): string =>
  childrenOf(members).map((child) => [child.firstName, child.age].filter((part) => part !== null && part !== '').join(', ')).join(' · ')

/** By which number an office that sees no names calls a member of a family: the beginning of the id, as the server gives it there. */
export const numberOf = (memberId: string): string => memberId.slice(0, 4)

export const firstNameOf = (members: readonly Pick<MemberPartsFragment, 'id' | 'firstName'>[]) => (id: string): string =>
  members.find((member) => member.id === id)?.firstName ?? ''
