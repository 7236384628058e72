/**
 * Lines of the access log as FHIR R4 `AuditEvent` (L-11), for who reads them with a system of their own: the same parts as in the other
 * file, in ids and codes. What FHIR has a code for is coded; the rest are words of this installation under `urn:samenspel:…`.
 */
import type { LogRecord } from './log-record.ts'

type Coding = { readonly system: string; readonly code: string; readonly display?: string }
type Reference = { readonly identifier: { readonly system: string; readonly value: string } }
type Agent = { readonly role?: readonly { readonly text: string }[]; readonly who: Reference; readonly requestor: boolean; readonly policy?: readonly string[]; readonly purposeOfUse?: readonly { readonly coding: readonly Coding[] }[] }
type Entity = { readonly what: Reference; readonly type: Coding; readonly role?: Coding; readonly detail?: readonly { readonly type: string; readonly valueString: string }[] }

export type AuditEvent = {
  readonly resourceType: 'AuditEvent'
  readonly id: string
  readonly type: Coding
  readonly subtype: readonly Coding[]
  readonly action: LogRecord['actionCode']
  readonly recorded: string
  readonly outcome: '0' | '4'
  readonly outcomeDesc: string
  readonly purposeOfEvent?: readonly { readonly coding: readonly Coding[] }[]
  readonly agent: readonly [Agent, ...Agent[]]
  readonly source: { readonly site: string; readonly observer: Reference; readonly type: readonly Coding[] }
  readonly entity: readonly Entity[]
}

/** @property type a collection: nothing is asked of who gets it */
export type AuditBundle = {
  readonly resourceType: 'Bundle'
  readonly type: 'collection'
  readonly timestamp: string
  readonly entry: readonly { readonly fullUrl: string; readonly resource: AuditEvent }[]
}

const terminology = 'http://terminology.hl7.org/CodeSystem'
const dicomObjectRole = `${terminology}/object-role`
const breakTheGlass = [{ coding: [{ system: `${terminology}/v3-ActReason`, code: 'BTG', display: 'break the glass' }] }]

/** An id of this installation, as FHIR writes one that is no address. What is no id, such as the case itself, is called by its name. */
const named = (id: string): Reference =>
  ({ identifier: /^[0-9a-f-]{36}$/.test(id) ? { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` } : { system: 'urn:samenspel:object', value: id } })

/** @param now the moment of the file */
export const auditBundle = (records: readonly LogRecord[], now: string): AuditBundle => ({
  resourceType: 'Bundle', type: 'collection', timestamp: now,
  entry: records.map((record) => ({ fullUrl: `urn:uuid:${record.eventId}`, resource: auditEvent(record) })),
})

const auditEvent = (record: LogRecord): AuditEvent => {
  const { eventId, eventCode, actionCode, dateTime, outcome, accessPoint, source, subjects, subjectType, category, consents, emergency } = record
  return {
    resourceType: 'AuditEvent', id: eventId,
    type: { system: `${terminology}/audit-event-type`, code: 'rest', display: 'RESTful Operation' }, subtype: [{ system: 'urn:samenspel:operation', code: eventCode }],
    action: actionCode, recorded: dateTime, outcome: outcome === 'done' ? '0' : '4', outcomeDesc: outcome,
    ...(emergency && { purposeOfEvent: breakTheGlass }),
    agent: agentsOf(record),
    source: { site: accessPoint, observer: named(source), type: [{ system: `${terminology}/security-source-type`, code: '4', display: 'Application Server' }] },
    entity: subjects.map((subject) => ({
      what: named(subject), type: { system: `${terminology}/audit-entity-type`, ...(subjectType === 'case' ? { code: '2', display: 'System Object' } : { code: '1', display: 'Person' }) },
      ...(subjectType !== 'case' && { role: { system: dicomObjectRole, code: '1', display: 'Patient' } }),
      detail: [{ type: 'subject', valueString: subjectType }, { type: 'category', valueString: category }, ...consents.map((consent) => ({ type: 'consent', valueString: consent }))],
    })),
  }
}

/** Who asked, and on what ground; the organisation; and in whose name, when that is somebody else. */
const agentsOf = ({ user, userRole, responsible, responsibleRole, organisation, rules, emergency }: LogRecord): AuditEvent['agent'] => [
  { role: [{ text: userRole }], who: named(user), requestor: true, policy: rules.map((rule) => `urn:samenspel:rule:${rule}`), ...(emergency && { purposeOfUse: breakTheGlass }) },
  ...(responsible === user ? [] : [{ role: [{ text: responsibleRole }], who: named(responsible), requestor: false }]),
  { role: [{ text: 'organisation' }], who: named(organisation), requestor: false },
]
