import { describe, expect, test } from '@jest/globals'
import { viewText } from '@samenspel/intl/views'
import { analysisView } from './analysis.ts'
import { familyPlanView } from './family-plan.ts'
import { leftOutFor, planMeetingsView } from './plan-meetings.ts'
import type { Reader } from './reader.ts'

const child = { kind: 'child', person: 'sem' }
const item = (kind: string, id: string, value: object) => ({ item: { kind, id, subject: child, category: 'plan', at: '2027-01-11T10:00:00.000Z', by: { person: 'hanne', role: 'professional' }, value }, policies: [] })
const items = [
  item('planPart', 'v1', { content: { kind: 'line', route: 'parents', text: 'Slapen', carriedBy: 'nadia' }, of: 'line', isCurrent: true, version: 'v1' }),
  item('portOfEntry', 'port', { route: 'parents', entryPerson: 'riet', why: 'Eerst rust', parentsQuestion: 'Hoe?', reviewOn: '2027-02-01' }),
  item('meeting', 'm', { version: 'v', purpose: 'Samen kijken', attendees: [{ person: 'nadia', presence: 'may' }], present: [], informed: [], actions: [], order: [], without: { parents: ['joost'], reason: 'Om de rust', teller: 'nadia' } }),
]
/** A reader, with those of whom they know. */
const readerOf = (person: string, isPortal: boolean, ...known: readonly string[]): Reader => ({
  person, isPortal, language: 'nl', zone: 'Europe/Amsterdam', today: '2027-01-12', now: '2027-01-12T10:00:00.000Z', newSince: '2027-01-01T00:00:00.000Z', text: viewText('nl'),
  directory: { practitioner: (id: string) => known.includes(id) ? { id, name: 'Nadia Bos', title: 'therapeut', organisation: 'linde', discipline: 'adultMentalHealth' } : undefined, organisation: () => undefined },
  opened: { items, proposals: [], head: { familyId: 'f', jurisdiction: 'NL' }, professionals: new Set(known), named: new Map([['sem', { memberId: 'sem', firstName: 'Sem', role: 'child', isIndexChild: true, inHousehold: true }]]) },
} as unknown as Reader)
const bytesFor = (reader: Reader) => JSON.stringify([familyPlanView(reader, false, () => true), analysisView(reader), planMeetingsView(reader, { coordinates: false, contributes: true, isParent: false })])

describe('somebody of whom the reader does not know', () => {
  test('is told by no id: who carries a line, with whom the work begins, who tells a parent', () => {
    const bytes = bytesFor(readerOf('lotte', false))
    for (const id of ['nadia', 'riet']) expect([id, bytes.includes(`"${id}"`)]).toEqual([id, false])
    expect(bytesFor(readerOf('hanne', false, 'nadia'))).toContain('"nadia"')
  })
})

describe('why a parent is not asked to a meeting', () => {
  const without = { parents: ['joost', 'kees'], reason: 'Om de rust', teller: 'hanne' }
  test('is told at home to that parent alone, and of nobody else', () => {
    expect(leftOutFor(readerOf('joost', true), without)).toEqual({ ...without, parents: ['joost'] })
    expect(leftOutFor(readerOf('anouk', true), without)).toBeUndefined()
    expect(leftOutFor(readerOf('lotte', false), without)).toEqual(without)
    expect(JSON.stringify(planMeetingsView(readerOf('anouk', true), { coordinates: false, contributes: false, isParent: true }))).not.toContain('Om de rust')
  })
})
