import { describe, expect, test } from '@jest/globals'
import { fold, isRefused, system, type IsoDate } from '@samenspel/kernel'
import fc from 'fast-check'
import { organisation, type OrganisationEvent } from './organisation.ts'
import { practitioner, staffDetails, type Practitioner, type PractitionerEvent } from './practitioner.ts'
import { planStaffImport, type ListedPerson, type StaffPlan } from './staff-import.ts'
import type { StaffRow } from './staff-rows.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const at = '2027-01-11T09:00:00.000Z', today = '2027-01-11', house = id(1)
const recorded = { by: system, at } as const

type Known = { readonly email?: string; readonly registration?: readonly [number: string, from: IsoDate]; readonly until?: IsoDate }
const known = (number: number, name: string, { email, registration, until }: Known = {}): Practitioner => {
  const about = { kind: 'adult', person: id(number) } as const
  const events: PractitionerEvent[] = [
    { type: 'PractitionerRegistered', subject: about, ...recorded, practitionerId: id(number), name, title: 'IMH-specialist', discipline: 'imhSpecialist', organisation: house },
    ...email === undefined ? [] : [{ type: 'StaffDetailsSet' as const, subject: about, ...recorded, version: id(number + 500), name, title: 'IMH-specialist', discipline: 'imhSpecialist' as const, email, languages: [], places: [] }],
    ...registration === undefined ? [] : [{ type: 'ImhRegistrationRecorded' as const, subject: about, ...recorded, registrationId: id(number + 700), number: registration[0], from: registration[1], until: '2029-12-31' }],
    ...until === undefined ? [] : [{ type: 'EmploymentEnded' as const, subject: about, ...recorded, until }],
  ]
  return fold(practitioner, events)!
}

const hanne = known(10, 'Hanne de Wit', { email: 'hanne@example.org', registration: ['IMH 1', '2025-01-01'] })
const mirjam = known(11, 'Mirjam Postma')
const gone = known(12, 'Piet Weg', { email: 'piet@example.org', until: '2026-12-31' })
const people = [hanne, mirjam, gone]

const planned = (...listed: readonly ListedPerson['values'][]): StaffPlan => planOn(people, ...listed)
const planOn = (register: readonly Practitioner[], ...listed: readonly ListedPerson['values'][]): StaffPlan => planStaffImport(
  listed.map((values, index) => ({ line: index + 2, values, problems: [] })),
  { people: register, today, termMonths: 60, discipline: 'imhSpecialist', self: hanne.id, ids: (line) => ({ person: id(line + 100), version: id(line + 200), registration: id(line + 300) }) },
)
const kindsOf = ({ people: rows }: StaffPlan) => rows.map(({ kind }) => kind)
const problemsOf = ({ people: rows }: StaffPlan) => rows.map(({ problems }) => problems.map(({ column, code }) => `${column ?? 'row'}: ${code}`))

describe('who a row is about', () => {
  test('the address of mail says it first, whatever the capitals; then the number in the register; then the name', () => {
    const { people: rows } = planned({ name: 'H. de Wit', title: 'IMH-specialist', email: 'Hanne@Example.org' }, { name: ' mirjam  POSTMA ', title: 'IMH-specialist', email: 'mirjam@example.org' })
    expect(rows.map(({ person, kind }) => [person, kind])).toEqual([[hanne.id, 'changed'], [mirjam.id, 'changed']])
    expect(planned({ name: 'Iemand Anders', title: 'x', registrationNumber: 'IMH 1' }).people[0]).toMatchObject({ person: hanne.id, changes: [{ column: 'name', before: 'Hanne de Wit', after: 'Iemand Anders' }, { column: 'title' }] })
  })
  test('two addresses are two people, also of one name: the second is new, and the preview says that there is a namesake', () => {
    expect(planned({ name: 'Hanne de Wit', title: 'IMH-specialist', email: 'other@example.org' }).people[0]).toMatchObject({ kind: 'new', hasNamesake: true })
  })
  test('of two people with one name and no address nobody can say which is meant', () => {
    expect(problemsOf(planOn([mirjam, { ...mirjam, id: id(13) }], { name: 'Mirjam Postma', title: 'x' }))).toEqual([['email: name-twice']])
  })
  test('the same person twice in one list is said of the second row, with the line of the first', () => {
    const plan = planned({ name: 'Hanne de Wit', email: 'hanne@example.org' }, { name: 'H. de Wit', registrationNumber: 'IMH 1' }, { name: 'Nieuw', title: 'x' }, { name: 'nieuw', title: 'y' }, { name: 'A', title: 'x', email: 'a@example.org' }, { name: 'B', title: 'x', email: 'A@example.org' })
    expect(kindsOf(plan)).toEqual(['same', 'wrong', 'new', 'wrong', 'new', 'wrong'])
    expect(plan.people.flatMap(({ problems }) => problems.map(({ about }) => about?.['line']))).toEqual([2, 4, 6])
  })
})

describe('what a row comes to', () => {
  test('an empty cell changes nothing, and a row that says what stands is the same', () => {
    expect(kindsOf(planned({ name: 'Hanne de Wit', email: 'hanne@example.org', registrationNumber: 'IMH 1', registeredFrom: '2025-01-01', registeredUntil: '2029-12-31' }, { name: 'Mirjam Postma' }))).toEqual(['same', 'same'])
  })
  test('only what differs is decided on', () => {
    expect(planned({ name: 'Hanne de Wit', title: 'IMH-specialist', email: 'hanne@example.org', languages: ['nl', 'tr'] }).rows).toEqual([{ person: hanne.id, version: id(202), details: { languages: ['nl', 'tr'] } }])
  })
  test('somebody new works in the discipline of the house unless the row says another, with a registration for the term of the country', () => {
    expect(planned({ name: 'Nieuw', title: 'IMH-specialist', registrationNumber: 'IMH 9', registeredFrom: '2027-01-01', from: '2027-02-01', until: '2027-12-31' }).rows).toEqual([{
      person: id(102), version: id(202), details: { name: 'Nieuw', title: 'IMH-specialist', discipline: 'imhSpecialist', languages: [], places: [], from: '2027-02-01' },
      registration: { registrationId: id(302), number: 'IMH 9', from: '2027-01-01', until: '2031-12-31' }, until: { day: '2027-12-31' },
    }])
  })
  test.each<[string, ListedPerson['values'], readonly string[]]>([
    ['a name and what somebody does, beside what else is wrong', { email: 'new' }, ['name: missing', 'title: missing', 'email: email-impossible']],
    ['an address that can be one', { name: 'N', title: 'x', email: 'nobody' }, ['email: email-impossible']],
    ['a day after which somebody leaves, no day before', { name: 'N', title: 'x', until: '2027-01-10' }, ['until: last-day-past']],
    ['a last day after the first', { name: 'N', title: 'x', from: '2027-03-01', until: '2027-02-01' }, ['until: period-reversed']],
    ['nobody who left: who comes back gets a code', { name: 'Piet Weg', email: 'piet@example.org', title: 'arts' }, ['name: has-left']],
    ['the first day of a registration', { name: 'N', title: 'x', registrationNumber: 'IMH 9' }, ['registeredFrom: missing']],
    ['a registration of a specialist alone', { name: 'N', title: 'arts', discipline: 'hospital', registeredFrom: '2027-01-01' }, ['discipline: not-an-imh-specialist']],
    ['no longer a registration than the country has', { name: 'N', title: 'x', registeredFrom: '2027-01-01', registeredUntil: '2033-01-01' }, ['registeredUntil: registration-too-long']],
    ['no other end of a registration that stands', { name: 'Hanne de Wit', email: 'hanne@example.org', registeredFrom: '2025-01-01', registeredUntil: '2028-12-31' }, ['registeredFrom: registration-known']],
    ['no registration of one’s own', { name: 'Hanne de Wit', email: 'hanne@example.org', registeredFrom: '2030-01-01' }, ['registeredFrom: not-yourself']],
    ['no discipline of one’s own', { name: 'Hanne de Wit', email: 'hanne@example.org', discipline: 'hospital' }, ['discipline: not-yourself']],
    ['no last day of one’s own', { name: 'Hanne de Wit', email: 'hanne@example.org', until: '2027-06-30' }, ['until: not-yourself']],
  ])('asks for %s', (_, values, problems) => { expect(problemsOf(planned(values))).toEqual([problems]) })
  test('who left is no mistake where the row says that very day', () => {
    expect(kindsOf(planned({ name: 'Piet Weg', email: 'piet@example.org', until: '2026-12-31' }))).toEqual(['same'])
  })
})

describe('a list is decided on at once, and then only carried out', () => {
  const registered: OrganisationEvent = { type: 'OrganisationRegistered', subject: { kind: 'case' }, ...recorded, organisationId: house, name: 'Huis', discipline: 'imhSpecialist', jurisdiction: 'NL' }
  const events = (...rows: readonly StaffRow[]) => {
    const decision = organisation.decide({ type: 'DecideStaffImport', ...recorded, importId: id(900), rows }, fold(organisation, [registered]))
    return isRefused(decision) ? [] : decision.events
  }
  const carry = (row: StaffRow, state: Practitioner | undefined) => {
    const decision = practitioner.decide({ type: 'CarryOutStaffRow', ...recorded, row, organisation: house }, state)
    return isRefused(decision) ? [] : decision.events
  }
  const { rows } = planned({ name: 'Nieuw', title: 'IMH-specialist', email: 'new@example.org' }, { name: 'Mirjam Postma', title: 'IMH-specialist', phone: '000' })

  test('in one append, a row to each person', () => {
    expect(events(...rows).map(({ type, subject }) => [type, subject.kind])).toEqual([['StaffImportDecided', 'case'], ['StaffRowDecided', 'adult'], ['StaffRowDecided', 'adult']])
  })
  test('one at a time; the same again is nothing, another while it is under way is refused, and an empty one too', () => {
    const decided = fold(organisation, [registered, ...events(...rows)])
    expect(organisation.decide({ type: 'DecideStaffImport', ...recorded, importId: id(900), rows }, decided)).toEqual({ events: [] })
    expect(organisation.decide({ type: 'DecideStaffImport', ...recorded, importId: id(901), rows }, decided)).toMatchObject({ refusal: { code: 'import-under-way' } })
    expect(organisation.decide({ type: 'DecideStaffImport', ...recorded, importId: id(901), rows: [] }, fold(organisation, [registered]))).toMatchObject({ refusal: { code: 'import-empty' } })
    const done = organisation.decide({ type: 'CarryOutStaffImport', ...recorded, importId: id(900) }, decided)
    const after = fold(organisation, [registered, ...events(...rows), ...isRefused(done) ? [] : done.events])
    expect(after).not.toHaveProperty('importing')
    expect(organisation.decide({ type: 'DecideStaffImport', ...recorded, importId: id(900), rows }, after)).toEqual({ events: [] })
    // A list that was looked at before that one was brought in is looked at again.
    expect(organisation.decide({ type: 'DecideStaffImport', ...recorded, importId: id(901), rows }, after)).toMatchObject({ refusal: { code: 'register-changed' } })
    expect(organisation.decide({ type: 'DecideStaffImport', ...recorded, importId: id(901), after: id(900), rows }, after)).toMatchObject({ events: [{ type: 'StaffImportDecided' }, {}, {}] })
  })
  test('what somebody set by hand in the same moment stays, unless the row speaks of that field', () => {
    const [, row] = rows
    const byHand: PractitionerEvent = { type: 'StaffDetailsSet', subject: { kind: 'adult', person: mirjam.id }, ...recorded, version: id(950), name: 'Mirjam Postma-Vos', title: 'IMH-specialist', discipline: 'imhSpecialist', phone: '111', languages: ['fr'], places: [] }
    const between = practitioner.evolve(mirjam, byHand)
    expect(staffDetails(fold({ ...practitioner, initial: between }, carry(row!, between))!)).toMatchObject({ name: 'Mirjam Postma-Vos', phone: '000', languages: ['fr'] })
  })
  test('who was sent away by hand in the same moment stays gone', () => {
    const { rows: [row] } = planned({ name: 'Mirjam Postma', title: 'IMH-specialist', until: '2027-06-30' })
    const sentAway = practitioner.evolve(mirjam, { type: 'EmploymentEnded', subject: { kind: 'adult', person: mirjam.id }, ...recorded, until: '2027-01-10' })
    expect(carry(row!, sentAway)).toEqual([])
  })
  test('a row that was carried out, carried out again, changes nothing; and the list brought in again is all the same', () => {
    const text = fc.constantFrom('Ada', 'Bo', 'Cé', 'Hanne de Wit', 'Mirjam Postma'), email = fc.constantFrom('a@example.org', 'b@example.org', 'hanne@example.org', undefined)
    const listed = fc.array(fc.record({ name: text, title: fc.constantFrom('arts', 'IMH-specialist'), email, phone: fc.constantFrom('0', '1', undefined), languages: fc.constantFrom(['nl'] as const, ['nl', 'ar'] as const, undefined), registeredFrom: fc.constantFrom('2026-01-01', undefined) }), { maxLength: 6 })
    fc.assert(fc.property(listed, (values) => {
      const clean = values.map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as ListedPerson['values'])
      const plan = planned(...clean)
      const right = clean.filter((_, index) => plan.people[index]?.kind !== 'wrong')
      const register = new Map(people.map((one) => [one.id, one]))
      for (const row of plan.rows) for (const twice of [1, 2]) {
        const state = register.get(row.person)
        const happened = carry(row, state)
        if (twice === 2) expect(happened).toEqual([])
        register.set(row.person, fold({ ...practitioner, initial: state }, happened)!)
      }
      expect(kindsOf(planOn([...register.values()], ...right)).filter((kind) => kind === 'new' || kind === 'changed')).toEqual([])
    }))
  })
})
