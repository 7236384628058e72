/** Which records are one person's, and who decides about them. */
import { subjectKey, type PersonId, type Subject } from '@samenspel/kernel'

/** Who decides for a child: both the child and who has authority from this age on, and alone from the next (WGBO 7:450, 7:465). */
const ageToDecideAlong = 12
const ageToDecideAlone = 16

/**
 * Who has to ask for an erasure (P-08).
 * @param age in whole years; nothing for an adult
 * @param holders everybody with authority over this child
 * @returns nobody when a child's authority is unknown
 */
export const whoMustAsk = ({ person, age, holders }: { readonly person: PersonId; readonly age: number | undefined; readonly holders: readonly PersonId[] }): readonly PersonId[] => {
  if (age === undefined || age >= ageToDecideAlone) return [person]
  if (holders.length === 0) return []
  return age >= ageToDecideAlong ? [person, ...holders] : holders
}

/** How the members of a family stand to each other when somebody is erased. */
export type Kin = { readonly children: readonly PersonId[]; readonly indexChild: PersonId | undefined }

/**
 * Whether a record goes when this person is erased. What tells of two people goes with one of them: a relation is part of the treatment of
 * the child for whom the case was opened, or else of another child; between two adults, or two other children, it goes with either.
 */
export const isRecordOf = (subject: Subject, person: PersonId, { children, indexChild }: Kin): boolean => {
  switch (subject.kind) {
    case 'case': return false
    case 'relation': {
      const { persons } = subject
      if (!persons.includes(person)) return false
      if (indexChild !== undefined && persons.includes(indexChild)) return person === indexChild
      const ofThem = persons.filter((one) => children.includes(one))
      return ofThem.length === 1 ? ofThem[0] === person : true
    }
    default: return subject.person === person
  }
}

/** The records of a person among these, by their `subjectKey`. */
export const recordsOf = (subjects: readonly Subject[], person: PersonId, kin: Kin): ReadonlySet<string> =>
  new Set(subjects.filter((subject) => isRecordOf(subject, person, kin)).map(subjectKey))
