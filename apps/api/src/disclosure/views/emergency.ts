import { dayOf, zoneOf, type IsoInstant } from '@samenspel/kernel'
import { openUntil, type Opening } from '@samenspel/safety'
import type { EmergencyNotice } from '../../graphql/types/emergency.ts'
import type { CaseRecord } from '../case-record.ts'
import { subjectRef, type Reader } from './reader.ts'

/** Days that a notice of an emergency stands in the file, for who coordinates. */
const noticeDays = 30

/** The openings of which the coordinator is told in the family file, the newest first. */
export const noticesIn = ({ openings, file: { family } }: Pick<CaseRecord, 'openings' | 'file'>, now: IsoInstant): readonly Opening[] => {
  const zone = zoneOf(family.jurisdiction)
  const since = Temporal.PlainDate.from(dayOf(now, zone)).subtract({ days: noticeDays }).toString()
  return openings.filter(({ at }) => dayOf(at, zone) >= since).toReversed()
}

/** That a record was opened, as the coordinator reads it. Who did it may be of no team: the name comes from the register. */
export const noticeView = (reader: Reader, { directory }: CaseRecord, opening: Opening): EmergencyNotice => {
  const { openingId, at, about, reason, by, review } = opening
  const practitioner = directory.practitioner(by.person)
  return {
    id: openingId, at, until: openUntil(opening), about: subjectRef(reader, about).label, reason, isReviewed: review !== undefined,
    by: practitioner?.name ?? reader.text('somebody'), organisation: (practitioner === undefined ? undefined : directory.organisation(practitioner.organisation)?.name) ?? '',
  }
}
