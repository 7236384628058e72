import { isSameSubject, type PersonId, type Subject } from '@samenspel/kernel'
import type { Entry } from './entries.ts'
import type { Facts } from './facts.ts'

/** Whose record an entry is. */
export type Owners = { readonly children: readonly PersonId[]; readonly adults: readonly PersonId[] }

/**
 * The owners of an entry. A relation belongs to the children in it, or to both adults; a pregnancy to the pregnant person, also
 * after the birth; a log line to the owners of what was looked at and to the portal person who looked. Nobody owns the case itself.
 */
export const ownersOf = (entry: Entry, facts: Facts): Owners => {
  const owners = ownersOfSubject(entry.subject, facts)
  return entry.lookedBy === undefined ? owners : { ...owners, adults: [...new Set([...owners.adults, entry.lookedBy])] }
}

const ownersOfSubject = (subject: Subject, facts: Facts): Owners => {
  switch (subject.kind) {
    case 'child': case 'sibling': case 'surroundings': return { children: [subject.person], adults: [] }
    case 'adult': return { children: [], adults: [subject.person] }
    case 'unborn': return { children: [], adults: [carrierOf(subject.person, facts)] }
    case 'relation': {
      const children = subject.persons.filter((person) => isChild(person, facts))
      return children.length > 0 ? { children, adults: [] } : { children: [], adults: adultsOfRelation(subject, facts) }
    }
    case 'case': return { children: [], adults: [] }
  }
}

export const isChild = (person: PersonId, facts: Facts): boolean => facts.children.some((child) => child.person === person)

/** Who carries, or carried, an unborn child; somebody who isn't known as one stands for themselves. */
export const carrierOf = (person: PersonId, facts: Facts): PersonId =>
  facts.pregnancies.find(({ unborn }) => unborn === person)?.carriedBy ?? person

/** Whether two subjects are the same record: that of one pregnancy may be named after the carrier or the unborn child. */
export const isSameRecord = (a: Subject, b: Subject, facts: Facts): boolean => a.kind === 'unborn' && b.kind === 'unborn'
  ? carrierOf(a.person, facts) === carrierOf(b.person, facts)
  : isSameSubject(a, b)

/** The adults of a dyad, an unborn child standing for who carries it; somebody who isn't known as a child counts as an adult. */
export const adultsOfRelation = (subject: Subject, facts: Facts): readonly PersonId[] => subject.kind === 'relation'
  ? [...new Set(subject.persons.filter((person) => !isChild(person, facts)).map((person) => carrierOf(person, facts)))]
  : []

/** Everybody whom an entry mentions; one about a relation mentions its adults. */
export const mentionsOf = (entry: Entry, facts: Facts): readonly PersonId[] => [...entry.mentions, ...adultsOfRelation(entry.subject, facts)]
