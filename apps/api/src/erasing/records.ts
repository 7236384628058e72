/** Which sealed events are a person's records, found by what stays readable of each: its stream, subject, organisation and type. */
import { subjectOf, type Envelope } from '@samenspel/event-codec'
import { isRecordOf, type Controller, type Kin } from '@samenspel/erasure'
import type { EventStore, RecordedEvent } from '@samenspel/event-store'
import { documentsStreamOf, indexChild, isChild, type OpenCase } from '@samenspel/family-case'
import type { FamilyId, Id, IsoInstant, PersonId, Subject } from '@samenspel/kernel'
import { retentionClassOf } from '../composition/open-files.ts'

/** A sealed event of somebody's record. */
export type RecordedFact = { readonly keyId: Id; readonly subject: Subject; readonly controller: Controller; readonly retentionClass: string; readonly at: IsoInstant; readonly type: string }

/** How the members of a family stand to each other. */
export const kinOf = ({ family }: OpenCase): Kin => ({
  children: family.members.filter((member) => isChild(member) || member.role === 'unbornChild').map(({ memberId }) => memberId), indexChild: indexChild(family)?.memberId,
})

/**
 * Everybody's records in the case file, the agenda and the documents of a family, in what came in at the front door before there was a case, and in these calendars.
 * @param practitioners whose calendars hold times for this family alone, as far as the person goes for whom this is asked
 */
export const recordsOfFamily = async (log: Pick<EventStore, 'readStream'>, family: FamilyId, practitioners: readonly PersonId[] = []): Promise<readonly RecordedFact[]> => {
  const found: RecordedFact[] = []
  for (const stream of [`family-${family}`, `agenda-${family}`, documentsStreamOf(family), `referral-${family}`, `consultation-${family}`, ...practitioners.map((id) => `calendar-${id}`)]) {
    for await (const event of log.readStream(stream)) found.push(...recordedFact(event))
  }
  return found
}

/** Those of one person. */
export const recordsOfPerson = (records: readonly RecordedFact[], person: PersonId, kin: Kin): readonly RecordedFact[] =>
  records.filter(({ subject }) => isRecordOf(subject, person, kin))

/** What is readable of an event; nothing for what isn't in anybody's record. */
const recordedFact = ({ type, metadata }: RecordedEvent): readonly RecordedFact[] => {
  const { keyId, subject, organisation, recordedAt } = metadata as Envelope
  return subject === 'case' ? [] : [{ keyId, subject: subjectOf(subject), controller: organisation ?? 'case', retentionClass: retentionClassOf(type), at: recordedAt, type }]
}
