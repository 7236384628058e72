import { describe, expect, test } from '@jest/globals'
import { newId } from '@samenspel/kernel'
import { auditBundle } from './audit-event.ts'
import type { LogRecord } from './log-record.ts'

/** A part of the structure of R4: how often each element may stand there, and what it holds (hl7.org/fhir/R4/auditevent.html, bundle.html). */
type Shape = Readonly<Record<string, readonly [least: 0 | 1, most: 1 | '*', holds: RegExp | 'boolean' | Shape]>>
const text = /\S/
const uri = /^\S+$/
const instant = /^([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))$/
const id = /^[A-Za-z0-9.-]{1,64}$/
const coding: Shape = { system: [0, 1, uri], version: [0, 1, text], code: [0, 1, /^[^\s]+(\s[^\s]+)*$/], display: [0, 1, text], userSelected: [0, 1, 'boolean'] }
const concept: Shape = { coding: [0, '*', coding], text: [0, 1, text] }
const reference: Shape = { reference: [0, 1, text], type: [0, 1, uri], identifier: [0, 1, { system: [0, 1, uri], value: [0, 1, text] }], display: [0, 1, text] }
const auditEvent: Shape = {
  resourceType: [1, 1, /^AuditEvent$/], id: [0, 1, id], type: [1, 1, coding], subtype: [0, '*', coding], action: [0, 1, /^[CRUDE]$/], period: [0, 1, {}], recorded: [1, 1, instant], outcome: [0, 1, /^(0|4|8|12)$/], outcomeDesc: [0, 1, text],
  purposeOfEvent: [0, '*', concept],
  agent: [1, '*', { type: [0, 1, concept], role: [0, '*', concept], who: [0, 1, reference], altId: [0, 1, text], name: [0, 1, text], requestor: [1, 1, 'boolean'], location: [0, 1, reference], policy: [0, '*', uri], media: [0, 1, coding], purposeOfUse: [0, '*', concept] }],
  source: [1, 1, { site: [0, 1, text], observer: [1, 1, reference], type: [0, '*', coding] }],
  entity: [0, '*', { what: [0, 1, reference], type: [0, 1, coding], role: [0, 1, coding], lifecycle: [0, 1, coding], securityLabel: [0, '*', coding], name: [0, 1, text], description: [0, 1, text], detail: [0, '*', { type: [1, 1, text], valueString: [1, 1, text] }] }],
}
const bundle: Shape = { resourceType: [1, 1, /^Bundle$/], type: [1, 1, /^collection$/], timestamp: [0, 1, instant], entry: [0, '*', { fullUrl: [0, 1, /^urn:uuid:[0-9a-f-]{36}$/], resource: [1, 1, auditEvent] }] }

/** What is wrong with a value, by where it stands. */
const wrongs = (value: unknown, shape: Shape, at = ''): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [`${at}: no object`]
  const given = value as Readonly<Record<string, unknown>>
  return [
    ...Object.keys(given).filter((name) => !(name in shape)).map((name) => `${at}.${name}: unknown`),
    ...Object.entries(shape).flatMap(([name, [least, most, holds]]) => {
      const place = `${at}.${name}`
      const one = given[name]
      if (one === undefined) return least === 1 ? [`${place}: missing`] : []
      if (most === 1 && Array.isArray(one)) return [`${place}: more than one`]
      if (most === '*' && (!Array.isArray(one) || one.length === 0)) return [`${place}: no list, or an empty one`]
      return (most === '*' ? one as readonly unknown[] : [one]).flatMap((each) => holds === 'boolean' ? typeof each === 'boolean' ? [] : [`${place}: no boolean`]
        : holds instanceof RegExp ? typeof each === 'string' && holds.test(each) ? [] : [`${place}: ${String(each)}`] : wrongs(each, holds, place))
    }),
  ]
}

const [user, child, organisation, installation] = [newId(), newId(), newId(), newId()]
const record = (more: Partial<LogRecord> = {}): LogRecord => ({
  eventId: newId(), eventCode: 'family', actionCode: 'R', dateTime: '2026-11-28T10:00:00.000+01:00', zone: 'Europe/Amsterdam', outcome: 'done', user, userRole: 'professional/hospital', responsible: user, responsibleRole: 'professional/hospital',
  organisation, accessPoint: 'desk', subjects: [child], subjectType: 'child', category: 'medical', rules: ['P01', 'P02'], consents: [newId()], emergency: false, source: installation, ...more,
})
const now = '2026-11-28T12:00:00.000Z'
const one = (more: Partial<LogRecord> = {}) => auditBundle([record(more)], now).entry[0]!.resource

describe('L-11: a line as FHIR R4 AuditEvent', () => {
  test.each<[string, Partial<LogRecord>]>([
    ['of a look', {}], ['of a change', { actionCode: 'U', eventCode: 'changeGoal', rules: ['as-professional'], consents: [] }], ['that was refused', { outcome: 'refused', rules: ['default'], consents: [] }],
    ['in an emergency', { emergency: true, rules: ['P07'] }], ['in somebody’s name', { responsible: newId(), responsibleRole: 'coordinator' }], ['about the case itself', { subjects: ['case'], subjectType: 'case' }],
    ['about two', { subjects: [child, newId()], subjectType: 'relation' }], ['without a label', { category: 'unlabelled' }], ['of a parent', { userRole: 'familyMember', organisation: installation, accessPoint: 'parent' }],
  ])('has every part that R4 asks for, and no other: %s', (_, more) => {
    expect(wrongs(auditBundle([record(more), record(more)], now), bundle)).toEqual([])
  })
  test('says who asked, on what ground, about whom, and where', () => {
    expect(one()).toMatchObject({
      action: 'R', outcome: '0', recorded: '2026-11-28T10:00:00.000+01:00',
      agent: [{ who: { identifier: { value: `urn:uuid:${user}` } }, requestor: true, policy: ['urn:samenspel:rule:P01', 'urn:samenspel:rule:P02'] }, { who: { identifier: { value: `urn:uuid:${organisation}` } }, requestor: false }],
      source: { observer: { identifier: { value: `urn:uuid:${installation}` } } }, entity: [{ what: { identifier: { value: `urn:uuid:${child}` } } }],
    })
    expect(one({ outcome: 'refused' }).outcome).toBe('4')
    expect(one({ emergency: true }).purposeOfEvent).toMatchObject([{ coding: [{ code: 'BTG' }] }])
    expect(one({ responsible: newId() }).agent.map(({ requestor }) => requestor)).toEqual([true, false, false])
  })
  test('the structure notices what is missing, too much or empty', () => {
    const { recorded, ...without } = one()
    expect(wrongs(without, auditEvent)).toEqual(['.recorded: missing'])
    expect(wrongs({ ...without, recorded: recorded.slice(0, 10) }, auditEvent)).toHaveLength(1)
    expect(wrongs({ ...one(), agent: [] }, auditEvent)).toHaveLength(1)
    expect(wrongs({ ...one(), who: 'somebody' }, auditEvent)).toEqual(['.who: unknown'])
  })
})
