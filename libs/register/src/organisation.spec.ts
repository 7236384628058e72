import { describe, expect, test } from '@jest/globals'
import { system } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { organisation, type OrganisationCommand, type OrganisationEvent } from './organisation.ts'

type Of<Type extends OrganisationCommand['type']> = Extract<OrganisationCommand, { type: Type }>
const anOrganisation = specify(organisation)
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const recorded = { by: system, at: '2027-01-11T09:00:00.000Z' } as const

const register: Of<'RegisterOrganisation'> = {
  type: 'RegisterOrganisation', ...recorded, organisationId: id(1), name: 'Dagcentrum Voorbeeld', discipline: 'dayCentre', jurisdiction: 'NL',
}
const registered: OrganisationEvent = {
  type: 'OrganisationRegistered', subject: { kind: 'case' }, ...recorded, organisationId: id(1), name: 'Dagcentrum Voorbeeld', discipline: 'dayCentre', jurisdiction: 'NL',
}
const add: Of<'AddLocation'> = { type: 'AddLocation', ...recorded, locationId: id(2), name: 'Groep Eik', address: 'Dorpsweg 1', phone: '000', point: { x: 1, y: -2.5 } }
const added: OrganisationEvent = {
  type: 'LocationAdded', subject: { kind: 'case' }, ...recorded, locationId: id(2), name: 'Groep Eik', address: 'Dorpsweg 1', phone: '000', point: { x: 1, y: -2.5 },
}

describe('organisations and their locations', () => {
  test('an organisation works in one discipline, and may have several locations', () => {
    anOrganisation.given().when(register).then(registered)
    anOrganisation.given(registered).when(add).then(added)
    expect(anOrganisation.given(registered, added, { ...added, locationId: id(3), phone: undefined }).state()).toEqual({
      id: id(1), name: 'Dagcentrum Voorbeeld', discipline: 'dayCentre', jurisdiction: 'NL',
      locations: [
        { locationId: id(2), name: 'Groep Eik', address: 'Dorpsweg 1', phone: '000', point: { x: 1, y: -2.5 } },
        { locationId: id(3), name: 'Groep Eik', address: 'Dorpsweg 1', point: { x: 1, y: -2.5 } },
      ],
      groups: [],
    })
  })
  test('not twice, not without a name, not in an unknown discipline or country', () => {
    anOrganisation.given(registered).when(register).thenRefused('already-registered')
    anOrganisation.given().when({ ...register, name: '' }).thenRefused('text-empty')
    anOrganisation.given().when({ ...register, discipline: 'florist' as 'gp' }).thenRefused('choice-unknown')
    anOrganisation.given().when({ ...register, jurisdiction: 'FR' as 'BE' }).thenRefused('choice-unknown')
  })
  test('a location has an address on the map of a known organisation, once', () => {
    anOrganisation.given().when(add).thenRefused('organisation-unknown')
    anOrganisation.given(registered, added).when(add).thenRefused('id-in-use')
    anOrganisation.given(registered).when({ ...add, address: ' ' }).thenRefused('text-empty')
    anOrganisation.given(registered).when({ ...add, phone: '' }).thenRefused('text-empty')
    anOrganisation.given(registered).when({ ...add, name: 'x'.repeat(201) }).thenRefused('text-too-long')
    anOrganisation.given(registered).when({ ...add, point: { x: NaN, y: 0 } }).thenRefused('coordinates-impossible')
    anOrganisation.given(registered).when({ ...add, point: { x: 0, y: Infinity } }).thenRefused('coordinates-impossible')
  })
})

describe('groups of children', () => {
  const worker = { person: id(5), role: 'professional', organisation: id(1) } as const
  const open: Of<'OpenGroup'> = { type: 'OpenGroup', by: worker, at: recorded.at, groupId: id(6), name: 'Groep Vlinder' }
  const opened: OrganisationEvent = { type: 'GroupOpened', subject: { kind: 'case' }, by: worker, at: recorded.at, groupId: id(6), name: 'Groep Vlinder', leader: id(5) }
  const appoint: Of<'AppointGroupLeader'> = { type: 'AppointGroupLeader', by: worker, at: recorded.at, groupId: id(6), leader: id(7), worksHere: true }

  test('one is led by whoever of the organisation opened it, until that one appoints somebody else (K-14)', () => {
    anOrganisation.given(registered).when(open).then(opened)
    anOrganisation.given(registered, opened).when(appoint).then({ type: 'GroupLeaderAppointed', subject: { kind: 'case' }, by: worker, at: recorded.at, groupId: id(6), leader: id(7) })
    anOrganisation.given(registered, opened).when({ ...appoint, leader: id(5) }).thenNothing()
  })
  test('not opened from outside, not led by who works elsewhere, not given away by anybody else', () => {
    anOrganisation.given(registered).when({ ...open, by: { ...worker, organisation: id(2) } }).thenRefused('works-elsewhere')
    anOrganisation.given(registered).when({ ...open, name: ' ' }).thenRefused('text-empty')
    anOrganisation.given(registered, opened).when(open).thenRefused('id-in-use')
    anOrganisation.given(registered, opened).when({ ...appoint, worksHere: false }).thenRefused('works-elsewhere')
    anOrganisation.given(registered, opened).when({ ...appoint, by: { ...worker, person: id(7) } }).thenRefused('not-group-leader')
    anOrganisation.given(registered).when(appoint).thenRefused('group-unknown')
  })
})
