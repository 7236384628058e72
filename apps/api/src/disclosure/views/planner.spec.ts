import { expect, test } from '@jest/globals'
import type { PlanningCase } from '@samenspel/agenda'
import { viewText } from '@samenspel/intl/views'
import type { Run } from '../planning-runs.ts'
import { runView } from './planner.ts'
import type { Reader } from './reader.ts'

const names: Readonly<Record<string, string>> = { hospital: 'Ziekenhuis Druivendal', linde: 'De Linde', centre: 'De Wilgenboom', own: 'De Schakel' }
const need = (place: string) => ({ item: { kind: 'need', id: place, value: { needId: place, modalities: [{ kind: 'onsite', place }, { kind: 'digital' }] } } })
const dayCentre = { item: { kind: 'rhythm', value: { person: 'sem' } }, place: { rhythm: [{ id: 'week', kind: 'dayCentre', place: 'centre', label: 'Opvang', weekdays: [1], from: '09:00', to: '15:00', transport: 'taxi' }] } }
const reader = {
  language: 'nl', today: '2026-11-24', text: viewText('nl'), opened: { items: [need('hospital'), need('linde'), dayCentre] }, directory: { place: (id: string) => ({ name: names[id], address: '' }) },
} as unknown as Reader
const said = (notKnown: PlanningCase['notKnown']) => runView(reader, { id: 'r', familyId: 'f', person: 'hanne', state: 'done', drafts: [], planning: { notKnown } } as unknown as Run).notKnown

test('a search says what isn’t known of the ways, of places that the reader knows of alone', () => {
  expect(said(undefined)).toEqual([])
  expect(said({ home: true, together: [] })).toEqual(['Waar het gezin woont, staat nog niet in Samenspel.'])
  expect(said({ home: false, together: [['hospital', 'own', 'linde', 'centre']] })).toEqual(['Ziekenhuis Druivendal, De Linde en De Wilgenboom liggen in Samenspel op dezelfde plek.'])
  expect(said({ home: false, together: [['own', 'linde']] })).toEqual([])
})
