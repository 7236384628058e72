import { describe, expect, test } from '@jest/globals'
import { fold, isRefused, system } from '@samenspel/kernel'
import { planClosedDaysImport, type ListedClosing } from './closed-days-import.ts'
import { openOn } from './locations.ts'
import { organisation, useOf, type Organisation, type OrganisationEvent, type PlaceStep } from './organisation.ts'
import { planPlacesImport, type ListedPlace } from './places-import.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const recorded = { by: system, at: '2027-01-11T09:00:00.000Z' } as const
const today = '2027-01-11'
const about = { subject: { kind: 'case' }, ...recorded } as const
const place = (number: number, name: string): OrganisationEvent => ({ type: 'LocationAdded', ...about, locationId: id(number), name, address: `Straat ${number}`, point: { x: 1, y: 2 } })
const house = (...events: readonly OrganisationEvent[]): Organisation =>
  fold(organisation, [{ type: 'OrganisationRegistered', ...about, organisationId: id(1), name: 'Huis', discipline: 'dayCentre', jurisdiction: 'NL' }, place(2, 'Groep Eik'), place(3, 'Groep Es'), ...events])!

const ids = (line: number) => ({ location: id(100 + line), version: id(200 + line), use: id(300 + line), room: (index: number) => id(400 + 10 * line + index) })
type Values = Omit<ListedPlace['values'], 'days'> & { readonly days?: ListedPlace['values']['days'] }
const planned = (before: Organisation, ...rows: readonly Values[]) =>
  planPlacesImport(rows.map((values, index): ListedPlace => ({ line: index + 2, values: { days: {}, ...values }, problems: [] })), { organisation: before, today, ids })
const bring = (before: Organisation, steps: readonly PlaceStep[]) => {
  const decision = organisation.decide({ type: 'BringInPlaces', ...recorded, steps }, before)
  return isRefused(decision) ? decision.refusal.code : fold({ ...organisation, initial: before }, decision.events)!
}
const after = (before: Organisation, steps: readonly PlaceStep[]): Organisation => {
  const brought = bring(before, steps)
  if (typeof brought === 'string') throw new Error(brought)
  return brought
}

const morning = [{ from: '08:30', to: '12:00' }]
const linde: Values = { name: 'Groep Linde', address: 'Dorpsweg 9', days: { monday: morning, saturday: [] }, rooms: [{ name: 'Speelkamer', equipment: ['mat'] }] }

describe('a list of places', () => {
  test('adds, changes and leaves alone, all in one decision; brought in again, all of it is the same', () => {
    const rows: readonly Values[] = [linde, { name: ' groep  EIK ', phone: '000', days: { tuesday: [] } }, { name: 'Groep Es', address: 'Straat 3' }]
    const plan = planned(house(), ...rows)
    expect(plan.rows.map(({ name, kind }) => [name, kind])).toEqual([['Groep Linde', 'new'], ['Groep Eik', 'changed'], ['Groep Es', 'same']])
    expect(plan.rows[1]?.changes).toEqual([{ column: 'phone', after: '000' }, { column: 'tuesday', before: ['08:00-18:00'], after: [] }])
    const brought = after(house(), plan.steps)
    expect(brought.locations.map(({ name }) => name)).toEqual(['Groep Eik', 'Groep Es', 'Groep Linde'])
    // 12 January is a Tuesday.
    expect(['2027-01-11', '2027-01-12'].map((day) => openOn(useOf(brought, id(2)), day).length)).toEqual([1, 0])
    const again = planned(brought, ...rows)
    expect([again.rows.map(({ kind }) => kind), again.steps]).toEqual([['same', 'same', 'same'], []])
  })
  test('a new place that says on one day when it is open is closed on the others; one that says nothing is open as usual', () => {
    const { steps, rows } = planned(house(), linde, { name: 'Groep Den', address: 'Dorpsweg 10' })
    const brought = after(house(), steps)
    expect(useOf(brought, id(102)).hours).toEqual([{ weekday: 1, from: '08:30', to: '12:00' }])
    expect(brought.uses.has(id(103))).toBe(false)
    expect(rows[0]?.changes.map(({ column, after: cell }) => `${column} ${String(cell)}`)).toEqual(['name Groep Linde', 'address Dorpsweg 9', 'monday 08:30-12:00', 'tuesday ', 'wednesday ', 'thursday ', 'friday ', 'saturday ', 'rooms Speelkamer: mat'])
  })
  test('rooms keep who they are by their names, and closed days stay', () => {
    const used = house({ type: 'LocationUseSet', ...about, locationId: id(2), version: id(50), use: { hours: [], closed: [{ from: '2027-07-19', until: '2027-07-30' }], rooms: [{ roomId: id(60), name: 'Speelkamer', equipment: [] }] } })
    const { steps } = planned(used, { name: 'Groep Eik', rooms: [{ name: 'speelkamer', equipment: ['mat'] }, { name: 'Kamer 2', equipment: [] }] })
    expect(after(used, steps).uses.get(id(2))?.use).toMatchObject({ closed: [{ from: '2027-07-19' }], rooms: [{ roomId: id(60), equipment: ['mat'] }, { roomId: id(421) }] })
  })
  test.each<[string, Organisation, Values, string]>([
    ['a name', house(), { address: 'Straat 1' }, 'name: missing'],
    ['an address for a new place', house(), { name: 'Groep Linde' }, 'address: missing'],
    ['rooms of different names', house(), { ...linde, rooms: [{ name: 'A', equipment: [] }, { name: ' a', equipment: [] }] }, 'rooms: room-name-double'],
    ['a place that is still open', house({ type: 'LocationEnded', ...about, locationId: id(2), until: '2027-01-10' }), { name: 'Groep Eik' }, 'name: place-ended'],
    ['one place of a name', house(place(4, 'groep eik')), { name: 'Groep Eik' }, 'name: place-twice'],
  ])('asks for %s', (_, before, values, problem) => {
    const { rows, steps } = planned(before, values)
    expect([rows.map(({ kind, problems }) => [kind, ...problems.map(({ column, code }) => `${column ?? 'row'}: ${code}`)]), steps]).toEqual([[['wrong', problem]], []])
  })
  test('says of a second row about a place on which line the first stands', () => {
    expect(planned(house(), { name: 'Groep Eik' }, { name: 'groep eik', phone: '1' }).rows[1]?.problems).toEqual([{ code: 'place-double', about: { line: 2 } }])
  })
  test('is brought in on what it was planned on, or not at all', () => {
    const { steps } = planned(house(), linde, { name: 'Groep Eik', days: { monday: [] } })
    expect(bring(house(place(9, 'Groep Linde')), steps)).toBe('register-changed')
    expect(bring(house({ type: 'LocationUseSet', ...about, locationId: id(2), version: id(50), use: { hours: [], closed: [], rooms: [] } }), steps)).toBe('register-changed')
    expect(bring(house(), [])).toBe('import-empty')
  })
})

const closing = (before: Organisation, ...rows: readonly ListedClosing['values'][]) =>
  planClosedDaysImport(rows.map((values, index) => ({ line: index + 2, values, problems: [] })), { organisation: before, today, everywhere: 'alle', version: (location) => location.replace('0000-4', '0001-4') })

describe('a list of closed days', () => {
  const christmas = { from: '2027-12-24', until: '2028-01-02' }
  test('closes one place or all of them, a day or a period; brought in again, it is all the same', () => {
    const rows = [christmas, { from: '2027-05-06', places: [id(2)] }] as const
    const plan = closing(house(), ...rows)
    expect(plan.rows.map(({ name, kind }) => [name, kind])).toEqual([['alle', 'new'], ['Groep Eik', 'new']])
    expect(plan.closings).toEqual([christmas, { place: id(2), from: '2027-05-06', until: '2027-05-06' }])
    const brought = after(house(), plan.steps)
    expect([id(2), id(3)].map((one) => ['2027-12-28', '2027-05-06', '2027-05-07'].map((day) => openOn(useOf(brought, one), day).length))).toEqual([[0, 0, 1], [0, 1, 1]])
    expect(closing(brought, ...rows)).toMatchObject({ rows: [{ kind: 'same' }, { kind: 'same' }], steps: [], closings: [] })
  })
  test('leaves alone what has been, what is closed already, and a place that was ended', () => {
    const ended = house({ type: 'LocationEnded', ...about, locationId: id(3), until: '2026-12-31' }, { type: 'LocationUseSet', ...about, locationId: id(2), version: id(50), use: { hours: [], closed: [christmas], rooms: [] } })
    expect(closing(ended, { from: '2026-12-24' }, { from: '2027-12-25', until: '2027-12-26' })).toMatchObject({ rows: [{ kind: 'same' }, { kind: 'same' }], steps: [] })
  })
  test.each<[string, Organisation, ListedClosing['values'], string]>([
    ['a first day', house(), { until: '2027-12-24' }, 'from: missing'],
    ['an end after the beginning', house(), { from: '2027-12-24', until: '2027-12-23' }, 'until: period-reversed'],
    ['a period that ends', house(), { from: '2027-12-24', until: '2029-12-23' }, 'until: period-too-long'],
    ['an open place', fold(organisation, [{ type: 'OrganisationRegistered', ...about, organisationId: id(1), name: 'Huis', discipline: 'gp', jurisdiction: 'BE' }])!, { from: '2027-12-24' }, 'row: no-places'],
  ])('asks for %s', (_, before, values, problem) => {
    const { rows, steps } = closing(before, values)
    expect([rows.map(({ kind, problems }) => [kind, ...problems.map(({ column, code }) => `${column ?? 'row'}: ${code}`)]), steps]).toEqual([[['wrong', problem]], []])
  })
})
