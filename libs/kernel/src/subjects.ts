import type { PersonId } from './ids.ts'

/**
 * Whom a fact is about. Every fact has exactly one subject (C-06); what concerns several persons is several facts.
 * The subject decides with which key a fact is sealed and whose consent opens it.
 */
export type Subject =
  | { readonly kind: 'child'; readonly person: PersonId }
  | { readonly kind: 'sibling'; readonly person: PersonId }
  /** An adult's own record: a parent, or another adult of the family or its network. */
  | { readonly kind: 'adult'; readonly person: PersonId }
  /** An unborn child: owned by the pregnant person, also after birth. */
  | { readonly kind: 'unborn'; readonly person: PersonId }
  /** A dyad; the two ids stand in alphabetical order. */
  | { readonly kind: 'relation'; readonly persons: readonly [PersonId, PersonId] }
  /** Home, network and work around a child. */
  | { readonly kind: 'surroundings'; readonly person: PersonId }
  /** The case itself: that it was opened, who coordinates. Nothing about a person's health stands here. */
  | { readonly kind: 'case' }

export const relation = (a: PersonId, b: PersonId): Subject => ({ kind: 'relation', persons: a < b ? [a, b] : [b, a] })

/** A stable text for a subject, used to choose its key; only pseudonymous ids. */
export const subjectKey = (subject: Subject): string => {
  switch (subject.kind) {
    case 'case': return 'case'
    case 'relation': return `relation:${subject.persons[0]}+${subject.persons[1]}`
    default: return `${subject.kind}:${subject.person}`
  }
}

export const isSameSubject = (a: Subject, b: Subject): boolean => {
  if (a.kind !== b.kind) return false
  if (a.kind === 'relation' || b.kind === 'relation') return subjectKey(a) === subjectKey(b)
  return a.kind === 'case' || b.kind === 'case' || a.person === b.person
}

/** Labels of facts; consent is given per subject × category × recipient (C-01). */
export const categories = ['development', 'medical', 'mentalHealth', 'relationship', 'social', 'contact', 'planning', 'plan', 'safety'] as const
export type Category = (typeof categories)[number]
