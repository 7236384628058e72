import type { Treatment, TreatmentConsent } from '@samenspel/family-case'
import type { Treatment as TreatmentView } from '../../graphql/types/treatments.ts'
import { shown } from '../gate.ts'
import { actorName, dayIn, nameOf, subjectRef, type Reader } from './reader.ts'

/** How a question stands today; authority says so, of which not all opens to everybody who may read the question. */
export type Agreeing = (treatment: Treatment) => TreatmentConsent

/** Newest first. */
export const treatmentsView = (reader: Reader, agreeing: Agreeing, coordinates: boolean): readonly TreatmentView[] =>
  shown(reader.opened, 'treatment').map(({ item: { id, subject, by, at, value } }): TreatmentView => {
    const { what, treatedBy, isSubstantial, answers, exception } = value
    const { status, holders, missing } = agreeing(value)
    const isOpen = status !== 'withdrawn'
    const yourAnswer = answers.find(({ parent }) => parent === reader.person)?.agrees
    // When, where and to whom somebody said something is not told to whom they are protected from.
    const tellsHow = (parent: string): boolean => !reader.opened.isGuarded || parent === reader.person
    return {
      id, child: subjectRef(reader, subject).label, what, treatedBy, isSubstantial, askedBy: nameOf(reader, by.person), askedOn: dayIn(reader, at), status,
      answers: answers.map((answer) => ({
        parent: nameOf(reader, answer.parent), agrees: answer.agrees, on: dayIn(reader, answer.at), way: answer.way,
        ...(answer.how !== undefined && tellsHow(answer.parent) && { how: answer.how }), ...(answer.way !== 'inApp' && tellsHow(answer.parent) && { notedBy: actorName(reader, answer.by) }),
      })),
      holders: holders.filter((holder) => reader.opened.named.has(holder)).map((holder) => ({ id: holder, name: nameOf(reader, holder) })), missing: missing.map((holder) => nameOf(reader, holder)),
      ...(exception !== undefined && { exception: { reason: exception.reason, by: actorName(reader, exception.by), on: dayIn(reader, exception.at) } }),
      isForYou: reader.isPortal && waitsFor(reader.person, value, { status, holders, missing }), ...(yourAnswer !== undefined && { yourAnswer }),
      mayAnswer: reader.isPortal && isOpen && holders.includes(reader.person), mayEnd: !reader.isPortal && isOpen && (coordinates || by.person === reader.person),
    }
  }).reverse()

/** Whether a question waits for the answer of this person. */
export const waitsFor = (person: string, { answers }: Treatment, { status, holders }: TreatmentConsent): boolean =>
  (status === 'incomplete' || status === 'refused') && holders.includes(person) && !answers.some(({ parent }) => parent === person)
