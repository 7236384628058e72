/**
 * A line of the access log as the standard names its parts (NEN 7513, L-02), for who keeps or checks it elsewhere. No part is ever empty:
 * what a line doesn't say because it goes without saying is said here. It holds ids and codes, no name and no content.
 */
import { writeInstant, zoneOf, type Id, type IsoInstant, type Jurisdiction } from '@samenspel/kernel'
import type { LogLine } from './access-log.ts'

export type LogRecord = {
  readonly eventId: Id
  /** What was asked of the API. */
  readonly eventCode: string
  /** Create, read, update, delete, execute (DICOM, NEN 7513). */
  readonly actionCode: 'C' | 'R' | 'U' | 'D' | 'E'
  /** With the offset of the zone in which the family lives. */
  readonly dateTime: string
  readonly zone: string
  readonly outcome: LogLine['outcome']
  readonly user: Id
  readonly userRole: string
  readonly responsible: Id
  readonly responsibleRole: string
  readonly organisation: string
  readonly accessPoint: string
  readonly subjects: readonly string[]
  readonly subjectType: string
  readonly category: string
  readonly rules: readonly string[]
  readonly consents: readonly Id[]
  readonly emergency: boolean
  readonly source: Id
}

/** @param installation the one that has the line; who belongs to no organisation came through it */
export const recordOf = (line: LogLine, jurisdiction: Jurisdiction, installation: Id): LogRecord => {
  const { id, at, by, operation, outcome, subject, category, emergency, accessPoint, consents, source = installation } = line
  const role = by.discipline === undefined ? by.role : `${by.role}/${by.discipline}`
  return {
    eventId: id, eventCode: operation, actionCode: actionCodeOf(line), dateTime: withOffset(at, jurisdiction), zone: zoneOf(jurisdiction), outcome,
    user: by.person, userRole: role, responsible: by.onBehalfOf ?? by.person, responsibleRole: by.onBehalfOf === undefined ? role : 'coordinator',
    organisation: by.organisation ?? source, accessPoint,
    subjects: subject.kind === 'case' ? ['case'] : subject.kind === 'relation' ? subject.persons : [subject.person], subjectType: subject.kind,
    category, rules: rulesOf(line), consents, emergency, source,
  }
}

const actionCodeOf = ({ action, operation }: LogLine): LogRecord['actionCode'] => {
  switch (action) {
    case 'write': return /^(remove|withdraw|cancel|grantErasure)/.test(operation) ? 'D' : /^(add|ask|request|send|start|signal|correct)/.test(operation) ? 'C' : 'U'
    case 'writeOwn': return operation === 'dropDraft' ? 'D' : 'U'
    case 'export': case 'exportOwn': case 'exportAccessLog': case 'reviewAccessLog': return 'E'
    default: return 'R'
  }
}

/** By which rules it was decided: the policies; what is written rests on who somebody is here, and what is kept for oneself on that. */
const rulesOf = ({ action, policies, by }: LogLine): readonly string[] =>
  policies.length > 0 ? policies : [action === 'readOwn' || action === 'writeOwn' || action === 'exportOwn' ? 'own' : `as-${by.role}`]

const withOffset = (at: IsoInstant, jurisdiction: Jurisdiction): string =>
  Temporal.Instant.from(writeInstant(Temporal.Instant.from(at))).toZonedDateTimeISO(zoneOf(jurisdiction)).toString({ timeZoneName: 'never', fractionalSecondDigits: 3 })
