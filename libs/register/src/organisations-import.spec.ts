import { describe, expect, test } from '@jest/globals'
import { fold, isRefused, system } from '@samenspel/kernel'
import { organisation, type NewOrganisation } from './organisation.ts'
import { planOrganisationsImport, type ListedOrganisation } from './organisations-import.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const recorded = { by: system, at: '2027-01-11T09:00:00.000Z' } as const
const usual = { country: 'NL', point: { x: 1, y: 2 } } as const
const planned = (...rows: readonly ListedOrganisation['values'][]) => planOrganisationsImport(rows.map((values, index) => ({ line: index + 2, values, problems: [] })), {
  known: [{ name: 'Huis', discipline: 'dayCentre', jurisdiction: 'NL' }], usual, ids: (knownBy) => ({ organisation: `organisation ${knownBy}`, location: `location ${knownBy}` }),
})
const problemsOf = (...rows: readonly ListedOrganisation['values'][]) => planned(...rows).rows.map(({ problems }) => problems.map(({ column, code }) => [column, code]))

describe('a list of organisations', () => {
  test('names what is new with its first place, and leaves alone what is there', () => {
    const { rows, organisations } = planned(
      { name: 'Ziekenhuis', discipline: 'hospital', address: 'Ringweg 1', phone: '000', near: { name: 'Huis', point: { x: 5, y: 6 } } }, { name: ' huis', discipline: 'dayCentre', address: 'Elders 1' }, { name: 'Huis', discipline: 'youthCare', country: 'BE' },
    )
    expect(rows.map(({ name, kind }) => [name, kind])).toEqual([['Ziekenhuis', 'new'], ['Huis', 'same'], ['Huis', 'new']])
    expect(organisations).toEqual([
      { organisationId: 'organisation NL ziekenhuis', name: 'Ziekenhuis', discipline: 'hospital', jurisdiction: 'NL', place: { locationId: 'location NL ziekenhuis', name: 'Ziekenhuis', address: 'Ringweg 1', phone: '000', point: { x: 5, y: 6 } } },
      { organisationId: 'organisation BE huis', name: 'Huis', discipline: 'youthCare', jurisdiction: 'BE' },
    ])
    expect(rows[0]?.changes.map(({ column, after }) => [column, after])).toEqual([['discipline', 'hospital'], ['country', 'NL'], ['place', 'Ziekenhuis'], ['address', 'Ringweg 1'], ['phone', '000'], ['near', 'Huis']])
  })
  test('says of each row what is wrong with it', () => {
    expect(problemsOf(
      {}, { name: 'Ziekenhuis' }, { name: 'Ziekenhuis', discipline: 'hospital' }, { name: 'Huis', discipline: 'hospital' }, { name: 'Elders', discipline: 'gp', phone: '000' }, { name: 'x'.repeat(201), discipline: 'gp' },
    )).toEqual([
      [['name', 'missing'], ['discipline', 'missing']], [['discipline', 'missing']], [[undefined, 'organisation-double']], [['discipline', 'organisation-otherwise']], [['address', 'missing']], [['name', 'text-too-long']],
    ])
  })
})

describe('organisations that are registered at once', () => {
  const house = (number: number): NewOrganisation => ({ organisationId: id(number), name: `Huis ${number}`, discipline: 'gp', jurisdiction: 'NL', place: { locationId: id(number + 10), name: 'Hier', address: 'Straat 1', point: { x: 0, y: 0 } } })
  const asked = (organisations: readonly NewOrganisation[], before = fold(organisation, [])) => organisation.decide({ type: 'RegisterOrganisations', ...recorded, importId: id(9), organisations }, before)
  test('are decided on with the first of them, and carried out until none is left', () => {
    const decision = asked([house(1), house(2)])
    if (isRefused(decision)) throw new Error(decision.refusal.code)
    expect(decision.events.map(({ type }) => type)).toEqual(['OrganisationRegistered', 'LocationAdded', 'OrganisationsDecided'])
    const state = fold(organisation, decision.events)
    expect(state).toMatchObject({ id: id(1), locations: [{ name: 'Hier' }], registering: { organisations: [house(2)] } })
    const done = organisation.decide({ type: 'CarryOutOrganisations', ...recorded, importId: id(9) }, state)
    expect(isRefused(done) ? done : fold({ ...organisation, initial: state }, done.events)).not.toHaveProperty('registering')
    expect(organisation.decide({ type: 'CarryOutOrganisations', ...recorded, importId: id(8) }, state)).toEqual({ events: [] })
  })
  test('are refused as a whole where one of them can’t be, or is there', () => {
    const codeOf = (decision: ReturnType<typeof asked>) => isRefused(decision) ? decision.refusal.code : 'done'
    expect([
      codeOf(asked([])), codeOf(asked([house(1), house(1)])), codeOf(asked([house(1), { ...house(2), name: ' ' }])), codeOf(asked([house(1), { ...house(2), discipline: 'florist' as never }])),
      codeOf(asked([house(1)], fold(organisation, [{ type: 'OrganisationRegistered', subject: { kind: 'case' }, ...recorded, organisationId: id(1), name: 'Huis', discipline: 'gp', jurisdiction: 'NL' }]))),
    ]).toEqual(['import-empty', 'id-in-use', 'text-empty', 'choice-unknown', 'already-registered'])
  })
})
