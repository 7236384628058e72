import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { fold, isRefused, system } from '@samenspel/kernel'
import { registerEvents, type RegisterEvent } from './events.ts'
import { organisation } from './organisation.ts'
import { hasValidRegistration, practitioner } from './practitioner.ts'

const folder = new URL('../golden/', import.meta.url)
const read = <Type extends RegisterEvent['type']>(type: Type, version: number) =>
  JSON.parse(readFileSync(new URL(`${type}.v${version}.json`, folder), 'utf8')) as Extract<RegisterEvent, { type: Type }>

describe('every version of every event that was ever written', () => {
  test('has its example in the repository, and nothing else lies there', () => {
    const files = Object.entries(registerEvents).flatMap(([type, { version }]) => Array.from({ length: version }, (_, index) => `${type}.v${index + 1}.json`))
    expect(readdirSync(folder).sort()).toEqual(files.sort())
  })
  test('an organisation still loads', () => {
    expect(fold(organisation, [read('OrganisationRegistered', 1), read('LocationAdded', 1), read('LocationUseSet', 1), read('TravelTimesSet', 1), read('HolidaysChosen', 1), read('GroupOpened', 1), read('GroupLeaderAppointed', 1), read('ServiceOffered', 1), read('ServiceChanged', 1), read('WaitingTimeTold', 1)])).toEqual({
      id: '00000000-0000-4000-8000-000000000002', name: 'Dagcentrum Voorbeeld', discipline: 'dayCentre', jurisdiction: 'NL',
      locations: [{ locationId: '00000000-0000-4000-8000-000000000003', name: 'Groep Eik', address: 'Dorpsweg 1', phone: '000 11', point: { x: 1.5, y: -2 } }],
      groups: [{ groupId: '00000000-0000-4000-8000-000000000005', name: 'Groep Vlinder', leader: '00000000-0000-4000-8000-000000000006' }],
      uses: new Map([['00000000-0000-4000-8000-000000000003', {
        version: '00000000-0000-4000-8000-000000000005',
        use: {
          hours: [{ weekday: 1, from: '08:30', to: '17:00' }], closed: [{ from: '2027-07-19', until: '2027-07-30' }],
          rooms: [{ roomId: '00000000-0000-4000-8000-000000000006', name: 'Speelkamer', equipment: ['mat'] }],
        },
      }]]),
      holidays: { version: '00000000-0000-4000-8000-000000000014', names: ['goodFriday', 'liberationDay'] },
      travel: { version: '00000000-0000-4000-8000-000000000007', times: { rush: [{ from: '07:00', to: '09:00', percent: 130 }], publicTransport: { percent: 150, minutes: 15 } } },
      services: [{
        serviceId: '00000000-0000-4000-8000-000000000008', version: '00000000-0000-4000-8000-00000000000a', name: 'Oefenen met eten', about: 'Samen met u zoeken wij hoe eten rustig kan.', kind: 'eating',
        level: 'specialist', ages: { from: 6, until: 47 }, areas: ['Voorbeelddorp'], languages: ['nl', 'tr'], from: '2027-01-01', until: '2027-12-31', wait: { weeks: 6, toldOn: '2027-01-13' },
      }],
    })
  })
  test('a practitioner still loads', () => {
    const state = fold(practitioner, [read('PractitionerRegistered', 1), read('ImhRegistrationRecorded', 1), read('GroupDutyRecorded', 1), read('GroupDutyEnded', 1), read('MeetingWayChosen', 1)])
    expect(state).toEqual({
      id: '00000000-0000-4000-8000-000000000001', name: 'A. Voorbeeld', title: 'IMH-specialist', discipline: 'imhSpecialist',
      organisation: '00000000-0000-4000-8000-000000000002', phone: '000 22',
      registrations: [{ registrationId: '00000000-0000-4000-8000-000000000004', number: 'IMH 7', from: '2024-02-29', until: '2029-02-27' }],
      meeting: { kind: 'link', url: 'https://beeld.example.org/kamer/1' },
      duties: [{ dutyId: '00000000-0000-4000-8000-000000000007', groupId: '00000000-0000-4000-8000-000000000005', organisation: '00000000-0000-4000-8000-000000000002', from: '2027-01-12', until: '2027-02-28' }],
    })
    expect(hasValidRegistration(state, '2027-01-11')).toBe(true)
  })
  test('a location that was moved and closed still is, and one that was opened again is open', () => {
    const ended = [read('OrganisationRegistered', 1), read('LocationAdded', 1), read('LocationChanged', 1), read('LocationEnded', 1)]
    expect(fold(organisation, ended)?.locations).toEqual([{ locationId: '00000000-0000-4000-8000-000000000003', version: '00000000-0000-4000-8000-000000000011', name: 'Groep Es', address: 'Dorpsweg 2', phone: '000 12', point: { x: 1.5, y: -2 }, until: '2028-06-30' }])
    expect(fold(organisation, [...ended, read('LocationReopened', 1)])?.locations[0]).not.toHaveProperty('until')
  })
  test('what an organisation keeps of who works there still stands', () => {
    expect(fold(practitioner, [read('PractitionerRegistered', 1), read('MeetingWayChosen', 1), read('StaffDetailsSet', 1)])).toMatchObject({
      name: 'A. Voorbeeld-Anders', phone: '000 33', meeting: { kind: 'link' },
      details: { version: '00000000-0000-4000-8000-000000000010', email: 'a.voorbeeld@example.org', languages: ['nl', 'tr'], places: ['00000000-0000-4000-8000-000000000003'], from: '2024-01-01' },
    })
  })
  test('a list that was decided on is still to be carried out, with every row', () => {
    const decided = [read('OrganisationRegistered', 1), read('StaffImportDecided', 1), read('StaffRowDecided', 1)]
    const { row } = read('StaffRowDecided', 1)
    expect(fold(organisation, decided)?.importing).toMatchObject({ importId: '00000000-0000-4000-8000-000000000013', rows: [row] })
    expect(fold(organisation, [...decided, read('StaffImportCarriedOut', 1)])).toMatchObject({ imported: ['00000000-0000-4000-8000-000000000013'] })
    const done = practitioner.decide({ type: 'CarryOutStaffRow', by: system, at: '2027-01-12T09:00:00.000Z', row, organisation: '00000000-0000-4000-8000-000000000002' }, undefined)
    expect(isRefused(done) ? done : done.events.map(({ type }) => type)).toEqual(['PractitionerRegistered', 'StaffDetailsSet', 'ImhRegistrationRecorded', 'EmploymentEnded'])
  })
  test('organisations that were decided on with another one are still to be registered', () => {
    const decided = [read('OrganisationRegistered', 1), read('OrganisationsDecided', 1)]
    const { organisations } = read('OrganisationsDecided', 1)
    expect(fold(organisation, decided)?.registering).toMatchObject({ importId: '00000000-0000-4000-8000-000000000015', organisations })
    expect(fold(organisation, [...decided, read('OrganisationsCarriedOut', 1)])).not.toHaveProperty('registering')
  })
  test('who left is still gone, and who came back is here', () => {
    const left = [read('PractitionerRegistered', 1), read('EmploymentEnded', 1)]
    expect(fold(practitioner, left)).toMatchObject({ employedUntil: '2027-03-31' })
    expect(fold(practitioner, [...left, read('EmploymentResumed', 1)])).not.toHaveProperty('employedUntil')
  })
})
