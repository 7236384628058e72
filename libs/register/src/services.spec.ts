import { describe, expect, test } from '@jest/globals'
import { system } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { organisation, type OrganisationCommand, type OrganisationEvent } from './organisation.ts'
import { suitableServices, type OfferedService, type ServiceContent } from './services.ts'

type Of<Type extends OrganisationCommand['type']> = Extract<OrganisationCommand, { type: Type }>
const anOrganisation = specify(organisation)
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const at = '2027-01-11T09:00:00.000Z'
const worker = { person: id(5), role: 'professional', organisation: id(1) } as const
const registered: OrganisationEvent = { type: 'OrganisationRegistered', subject: { kind: 'case' }, by: system, at, organisationId: id(1), name: 'Dagcentrum Voorbeeld', discipline: 'dayCentre', jurisdiction: 'NL' }
const eating: ServiceContent = { name: 'Oefenen met eten', kind: 'eating', level: 'specialist', ages: { from: 6, until: 47 }, areas: ['Voorbeelddorp'], languages: ['nl'], from: '2027-01-01' }
const offer: Of<'OfferService'> = { type: 'OfferService', by: worker, at, serviceId: id(8), version: id(9), service: eating }
const offered: OrganisationEvent = { type: 'ServiceOffered', subject: { kind: 'case' }, by: worker, at, serviceId: id(8), version: id(9), service: eating }
const change: Of<'ChangeService'> = { type: 'ChangeService', by: worker, at, serviceId: id(8), version: id(10), from: id(9), service: { ...eating, until: '2027-06-30' } }

describe('what an organisation offers', () => {
  test('is told by its own people: what, for which age, how heavy, where, in which languages and from when', () => {
    anOrganisation.given(registered).when(offer).then(offered)
    anOrganisation.given(registered).when({ ...offer, service: { ...eating, areas: ['Voorbeelddorp', ' voorbeelddorp '], languages: ['nl', 'nl'] } }).then({ ...offered, service: { ...eating, areas: ['voorbeelddorp'] } })
    anOrganisation.given(registered).when({ ...offer, by: { ...worker, organisation: id(2) } }).thenRefused('works-elsewhere')
    anOrganisation.given().when(offer).thenRefused('organisation-unknown')
    anOrganisation.given(registered, offered).when(offer).thenRefused('id-in-use')
  })
  test.each<[string, string, Partial<ServiceContent>]>([
    ['without a name', 'text-empty', { name: ' ' }],
    ['of a kind that nobody knows', 'choice-unknown', { kind: 'hairdressing' as 'eating' }],
    ['of an unknown level', 'choice-unknown', { level: 'huge' as 'basic' }],
    ['for before a pregnancy', 'ages-impossible', { ages: { from: -10, until: 3 } }],
    ['for school children', 'ages-impossible', { ages: { from: 0, until: 72 } }],
    ['for an age that ends before it begins', 'ages-impossible', { ages: { from: 12, until: 6 } }],
    ['nowhere', 'areas-missing', { areas: [] }],
    ['in no language', 'languages-missing', { languages: [] }],
    ['in a language that is called otherwise now', 'choice-unknown', { languages: ['zgh' as 'nl'] }],
    ['in a language without a code', 'choice-unknown', { languages: ['Elvish' as 'nl'] }],
    ['from a day that isn’t there', 'date-impossible', { from: '2027-02-30' }],
    ['that ends before it begins', 'period-reversed', { until: '2026-12-31' }],
  ])('not %s', (_, code, part) => {
    anOrganisation.given(registered).when({ ...offer, service: { ...eating, ...part } }).thenRefused(code)
    anOrganisation.given(registered, offered).when({ ...change, service: { ...eating, ...part } }).thenRefused(code)
  })
  test('stays in the language in which it was once noted, as that is called now', () => {
    const noted = { ...offered, service: { ...eating, languages: ['nl', 'zgh' as 'nl', 'ber'] } } as const
    expect(organisation.evolve(organisation.evolve(organisation.initial, registered), noted)?.services[0]?.languages).toEqual(['nl', 'ber'])
  })
  test('changes and ends by what stands, so that two who change it lose nothing', () => {
    anOrganisation.given(registered, offered).when(change).then({ type: 'ServiceChanged', subject: { kind: 'case' }, by: worker, at, serviceId: id(8), version: id(10), service: { ...eating, until: '2027-06-30' } })
    anOrganisation.given(registered, offered).when({ ...change, from: id(7) }).thenRefused('set-meanwhile')
    anOrganisation.given(registered, offered).when({ ...change, from: id(7), service: eating }).then()
    anOrganisation.given(registered).when(change).thenRefused('service-unknown')
  })
  test('has a waiting time with the day on which it was told, which a change of the rest keeps', () => {
    const tell: Of<'TellWaitingTime'> = { type: 'TellWaitingTime', by: worker, at, serviceId: id(8), weeks: 6, toldOn: '2027-01-11' }
    const told: OrganisationEvent = { type: 'WaitingTimeTold', subject: { kind: 'case' }, by: worker, at, serviceId: id(8), weeks: 6, toldOn: '2027-01-11' }
    anOrganisation.given(registered, offered).when(tell).then(told)
    anOrganisation.given(registered, offered, told).when(tell).then()
    anOrganisation.given(registered, offered, told).when({ ...tell, toldOn: '2027-02-11' }).then({ ...told, toldOn: '2027-02-11' })
    anOrganisation.given(registered, offered).when({ ...tell, weeks: -1 }).thenRefused('wait-impossible')
    anOrganisation.given(registered, offered).when({ ...tell, weeks: 2.5 }).thenRefused('wait-impossible')
    anOrganisation.given(registered).when(tell).thenRefused('service-unknown')
    const changed: OrganisationEvent = { type: 'ServiceChanged', subject: { kind: 'case' }, by: worker, at, serviceId: id(8), version: id(10), service: { ...eating, level: 'basic' } }
    expect(anOrganisation.given(registered, offered, told, changed).state()?.services).toMatchObject([{ level: 'basic', wait: { weeks: 6, toldOn: '2027-01-11' } }])
  })
})

describe('which services suit a family (K-03)', () => {
  const service = (number: number, part: Partial<OfferedService> = {}): OfferedService => ({ ...eating, serviceId: id(number), version: id(90), organisation: id(100 + number), ...part })
  const all = [
    service(1, { wait: { weeks: 9, toldOn: '2027-01-01' } }), service(2, { wait: { weeks: 2, toldOn: '2027-01-01' } }), service(3), service(4, { ages: { from: 0, until: 5 } }),
    service(5, { areas: ['Elders'] }), service(6, { languages: ['tr'] }), service(7, { kind: 'atHome' }), service(8, { until: '2026-12-31' }), service(9, { organisation: id(101) }),
  ]
  const suit = (sought: Parameters<typeof suitableServices>[1]) => suitableServices(all, sought, '2027-01-11')

  test('by kind, age, place and language; the shortest wait first, and one that nobody told last', () => {
    const { services } = suit({ kind: 'eating', ageMonths: 14, area: 'VOORBEELDDORP ', language: 'nl' })
    expect(services.map(({ serviceId }) => serviceId)).toEqual([id(2), id(1), id(3), id(9)])
  })
  test('each age of a range counts, the first and the last too', () => {
    const ages = (ageMonths: number) => suit({ kind: 'eating', ageMonths }).services.some(({ serviceId }) => serviceId === id(3))
    expect([5, 6, 47, 48].map(ages)).toEqual([false, true, true, false])
  })
  test('it is told how many organisations were left after each question, two services of one counting once', () => {
    expect(suit({ kind: 'eating', ageMonths: 14, area: 'Voorbeelddorp', language: 'nl' }).narrowing).toEqual({ ofKind: 6, forAge: 5, inArea: 4, inLanguage: 3 })
    expect(suit({ kind: 'eating' }).narrowing).toEqual({ ofKind: 6, forAge: 6, inArea: 6, inLanguage: 6 })
  })
})
