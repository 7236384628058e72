import { describe, expect, test } from '@jest/globals'
import { system } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { openOn, type LocationUse } from './locations.ts'
import { organisation, useOf, type OrganisationCommand, type OrganisationEvent } from './organisation.ts'
import { ordinaryRush, usualTravelTimes, type TravelTimes } from './travel-times.ts'

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
      id: id(1), name: 'Dagcentrum Voorbeeld', discipline: 'dayCentre', jurisdiction: 'NL', uses: new Map(),
      locations: [
        { locationId: id(2), name: 'Groep Eik', address: 'Dorpsweg 1', phone: '000', point: { x: 1, y: -2.5 } },
        { locationId: id(3), name: 'Groep Eik', address: 'Dorpsweg 1', point: { x: 1, y: -2.5 } },
      ],
      groups: [], services: [],
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

describe('what planning needs to know of a location', () => {
  const rooms: LocationUse['rooms'] = [{ roomId: id(6), name: 'Speelkamer', equipment: ['mat'] }]
  const use: LocationUse = { hours: [{ weekday: 1, from: '09:00', to: '17:00' }, { weekday: 3, from: '09:00', to: '12:30' }], closed: [{ from: '2027-07-19', until: '2027-07-30' }], rooms }
  const set: Of<'SetLocationUse'> = { type: 'SetLocationUse', ...recorded, locationId: id(2), version: id(10), use }
  const wasSet: OrganisationEvent = { type: 'LocationUseSet', subject: { kind: 'case' }, ...recorded, locationId: id(2), version: id(10), use }

  test('is set as a whole, and once more only by who saw what stands', () => {
    anOrganisation.given(registered, added).when(set).then(wasSet)
    anOrganisation.given(registered, added, wasSet).when({ ...set, version: id(11) }).then()
    const other = { ...use, rooms: [] }
    anOrganisation.given(registered, added, wasSet).when({ ...set, version: id(11), use: other }).thenRefused('set-meanwhile')
    anOrganisation.given(registered, added, wasSet).when({ ...set, version: id(11), from: id(10), use: other }).then({ ...wasSet, version: id(11), use: other })
    anOrganisation.given(registered).when(set).thenRefused('location-unknown')
    anOrganisation.given().when(set).thenRefused('organisation-unknown')
  })
  test('is open in its hours, and closed in a period in which it is', () => {
    expect(['2027-07-12', '2027-07-13', '2027-07-14', '2027-07-19', '2027-07-30', '2027-08-02'].map((date) => openOn(use, date).map(({ from, to }) => `${from} ${to}`))).toEqual([['09:00 17:00'], [], ['09:00 12:30'], [], [], ['09:00 17:00']])
  })
  test.each<[string, string, Partial<LocationUse>]>([
    ['hours that end before they begin', 'time-impossible', { hours: [{ weekday: 1, from: '12:00', to: '09:00' }] }],
    ['an eighth day', 'time-impossible', { hours: [{ weekday: 8, from: '09:00', to: '12:00' }] }],
    ['hours over one another', 'hours-overlap', { hours: [{ weekday: 1, from: '09:00', to: '12:00' }, { weekday: 1, from: '11:00', to: '13:00' }] }],
    ['a closing that ends before it begins', 'period-reversed', { closed: [{ from: '2027-07-30', until: '2027-07-19' }] }],
    ['a closing without an end', 'period-too-long', { closed: [{ from: '2027-07-30', until: '2029-07-19' }] }],
    ['a day that does not exist', 'date-impossible', { closed: [{ from: '2027-02-30', until: '2027-03-01' }] }],
    ['two rooms of one name', 'room-name-double', { rooms: [...rooms, { roomId: id(7), name: ' speelkamer', equipment: [] }] }],
    ['one room twice', 'id-in-use', { rooms: [...rooms, { roomId: id(6), name: 'Kamer 2', equipment: [] }] }],
    ['a room without a name', 'text-empty', { rooms: [{ roomId: id(7), name: ' ', equipment: [] }] }],
    ['more than anybody keeps', 'too-many-lines', { closed: Array.from({ length: 101 }, () => ({ from: '2027-07-19', until: '2027-07-19' })) }],
  ])('not with %s', (_, code, change) => { anOrganisation.given(registered, added).when({ ...set, use: { ...use, ...change } }).thenRefused(code) })
})

describe('the holidays that are its own to choose', () => {
  const choose: Of<'ChooseHolidays'> = { type: 'ChooseHolidays', ...recorded, version: id(10), holidays: ['goodFriday'] }
  const chosen: OrganisationEvent = { type: 'HolidaysChosen', subject: { kind: 'case' }, ...recorded, version: id(10), holidays: ['goodFriday'] }
  test('are chosen once, from what stands, and taken back', () => {
    anOrganisation.given(registered).when(choose).then(chosen)
    anOrganisation.given(registered).when({ ...choose, holidays: [] }).then()
    anOrganisation.given(registered, chosen).when(choose).then()
    anOrganisation.given(registered, chosen).when({ ...choose, version: id(11), holidays: [] }).thenRefused('set-meanwhile')
    anOrganisation.given(registered, chosen).when({ ...choose, version: id(11), from: id(10), holidays: ['liberationDay', 'goodFriday', 'goodFriday'] }).then({ ...chosen, version: id(11), holidays: ['goodFriday', 'liberationDay'] })
    anOrganisation.given().when(choose).thenRefused('organisation-unknown')
  })
  test('are no days on which all are closed, and none of another country', () => {
    for (const holiday of ['christmas', 'flemishDay'] as const) anOrganisation.given(registered).when({ ...choose, holidays: [holiday] }).thenRefused('choice-unknown')
  })
  test('close every place on that day, each year, and open it again when they are taken back', () => {
    const openOnFriday = (...events: readonly OrganisationEvent[]) => {
      const use = useOf(anOrganisation.given(registered, added, ...events).state()!, id(2))
      return ['2027-03-26', '2028-04-14', '2028-04-21'].map((date) => openOn(use, date).length > 0)
    }
    expect([openOnFriday(), openOnFriday(chosen), openOnFriday(chosen, { ...chosen, version: id(11), holidays: [] })]).toEqual([[true, true, true], [false, false, true], [true, true, true]])
  })
})

describe('how long one is on the way', () => {
  const times: TravelTimes = { rush: ordinaryRush, publicTransport: { percent: 180, minutes: 10 } }
  const set: Of<'SetTravelTimes'> = { type: 'SetTravelTimes', ...recorded, version: id(10), times }
  const wasSet: OrganisationEvent = { type: 'TravelTimesSet', subject: { kind: 'case' }, ...recorded, version: id(10), times }
  test('is chosen by who knows the region, from what stands', () => {
    anOrganisation.given(registered).when(set).then(wasSet)
    anOrganisation.given(registered, wasSet).when(set).then()
    anOrganisation.given(registered, wasSet).when({ ...set, times: usualTravelTimes }).thenRefused('set-meanwhile')
    anOrganisation.given(registered, wasSet).when({ ...set, version: id(11), from: id(10), times: usualTravelTimes }).then({ ...wasSet, version: id(11), times: usualTravelTimes })
    anOrganisation.given().when(set).thenRefused('organisation-unknown')
  })
  test.each<[string, string, Partial<TravelTimes>]>([
    ['a rush hour that is quicker', 'percent-impossible', { rush: [{ from: '07:00', to: '09:00', percent: 90 }] }],
    ['a bus that is quicker than a car', 'percent-impossible', { publicTransport: { percent: 80, minutes: 0 } }],
    ['a wait of two hours', 'minutes-impossible', { publicTransport: { percent: 100, minutes: 120 } }],
    ['times between the fives', 'time-impossible', { rush: [{ from: '07:02', to: '09:00', percent: 120 }] }],
    ['a rush hour in the night', 'rush-too-late', { rush: [{ from: '21:00', to: '22:30', percent: 120 }] }],
    ['rush hours over one another', 'hours-overlap', { rush: [{ from: '07:00', to: '09:00', percent: 120 }, { from: '08:00', to: '10:00', percent: 150 }] }],
    ['more of them than a day has', 'too-many-lines', { rush: Array.from({ length: 7 }, () => ordinaryRush[0]!) }],
  ])('not with %s', (_, code, change) => { anOrganisation.given(registered).when({ ...set, times: { ...times, ...change } }).thenRefused(code) })
})
