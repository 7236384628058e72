/**
 * Wishes after a death, or after a pregnancy that ended. What needs somebody who is no more can't be, and what was asked about them before is
 * asked no more: it rests, as if it had been withdrawn, in every list and every plan. What somebody asks about them afterwards knows of it,
 * and stays. It follows from the loss, so a loss that was a mistake takes all of it back.
 */
import { needStatus, type Agenda, type Need, type NeedStatus } from '@samenspel/agenda'
import type { Family } from '@samenspel/family-case'
import type { IsoInstant, PersonId, Subject } from '@samenspel/kernel'

/** How a wish stands in a family as it is now. */
export const wishStatusIn = (agenda: Agenda, { members }: Pick<Family, 'members'>): ((need: Need) => NeedStatus) => {
  const gone = new Map(members.flatMap(({ memberId, passed }): readonly (readonly [PersonId, IsoInstant])[] => passed === undefined ? [] : [[memberId, passed.at]]))
  return (need) => {
    const status = needStatus(agenda, need)
    return (status === 'open' || status === 'proposed') && gone.size > 0 && rests(need, gone, members) ? 'withdrawn' : status
  }
}

const rests = ({ attendance, subject, at }: Need, gone: ReadonlyMap<PersonId, IsoInstant>, members: Family['members']): boolean => {
  const cantBe = attendance.length > 0 && attendance.every((together) => together.some((person) => gone.has(person)))
  const wasAskedBefore = personsOf(subject, members).some((person) => (gone.get(person) ?? '') > at)
  return cantBe || wasAskedBefore
}

/** About whom; of a pregnancy who would be born of it, as long as she carries nobody else. */
const personsOf = (subject: Subject, members: Family['members']): readonly PersonId[] => {
  switch (subject.kind) {
    case 'case': return []
    case 'relation': return subject.persons
    case 'unborn': {
      const carried = members.filter(({ role, carriedBy }) => role === 'unbornChild' && carriedBy === subject.person)
      return carried.every(({ passed }) => passed !== undefined) ? carried.map(({ memberId }) => memberId) : []
    }
    default: return [subject.person]
  }
}
