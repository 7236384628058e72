import type { Member } from '@samenspel/family-case'

/** A child doesn't sign in as a parent, nor anybody as a child: what a child keeps from its parents would stand open to them. */
const neverMembers: readonly string[] = ['child', 'unbornChild', 'sibling']

/** Whether a member of a family can have no account: a child, or who was erased. */
export const isNoAccountHolder = ({ role, isErased }: Pick<Member, 'role' | 'isErased'>): boolean => isErased === true || neverMembers.includes(role)
