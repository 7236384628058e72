import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { sampleFamily } from '../../testing/sample-family.ts'

const [nl, ar, tr] = [{ tag: 'nl', name: 'Nederlands' }, { tag: 'ar', name: 'Arabisch' }, { tag: 'tr', name: 'Turks' }]
const own = { id: 'practice', name: 'De Schakel' }
const service = (id: string, name: string, more: object = {}) => ({
  id, version: `v ${id}`, name, about: null, kind: 'EATING', level: 'BASIC', ageFrom: 6, ageUntil: 47, areas: ['Druivendal'], languages: [nl], from: '2026-01-01', until: null as string | null, waitWeeks: 3 as number | null, waitToldOn: '2026-11-01' as string | null, isWaitOld: false,
  organisation: { id: 'c', name: 'Ziekenhuis' }, isOwn: false, isOffered: true, ...more,
})
const catalogue = (...services: unknown[]) => ({ today: '2026-11-24', organisationId: own.id, organisationName: own.name, services, areas: ['Druivendal', 'Kadeveld'], languages: [nl, ar, tr] })
const open = (serviceCatalogue: unknown, answers: object = {}) => openDesk('/aanbod', sampleFamily(), { serviceCatalogue, ...answers })

test('is found by words, age, level, language and place, with the waiting time and when it was told', async () => {
  await open(catalogue(service('a', 'Eetteam'), service('b', 'Slapen thuis', { kind: 'CRYING_AND_SLEEPING', level: 'SPECIALIST', ageFrom: -9, ageUntil: 5, areas: ['Kadeveld'], languages: [ar], waitWeeks: null, waitToldOn: null }), service('c', 'Lang geleden', { isWaitOld: true })))
  expect(await screen.findByText('3 soorten aanbod passen.')).toBeTruthy()
  expect(within(screen.getByRole('article', { name: 'Eetteam' })).getByText('Wachttijd: 3 weken, verteld op 1 november 2026')).toBeTruthy()
  expect(within(screen.getByRole('article', { name: 'Slapen thuis' })).getByText('Wachttijd niet bekend')).toBeTruthy()
  expect(within(screen.getByRole('article', { name: 'Slapen thuis' })).getByText('zwangerschap tot 6 maanden, gespecialiseerd')).toBeTruthy()
  expect(within(screen.getByRole('article', { name: 'Lang geleden' })).getByText('lang geleden')).toBeTruthy()
  const names = () => screen.queryAllByRole('article').map((one) => within(one).getByRole('heading').textContent)
  await userEvent.type(screen.getByLabelText('Zoek'), 'kade slapen')
  expect(names()).toEqual(['Slapen thuis'])
  await userEvent.clear(screen.getByLabelText('Zoek'))
  await userEvent.selectOptions(screen.getByLabelText('Leeftijd van het kind'), '-4')
  expect(names()).toEqual(['Slapen thuis'])
  await userEvent.selectOptions(screen.getByLabelText('Taal van de hulp'), 'nl')
  expect(screen.getByText(/Niets past bij deze vragen/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Zonder filters' }))
  expect(names()).toHaveLength(3)
})

test('an empty catalogue asks to be begun, and one that can’t be had says so', async () => {
  const desk = await open(catalogue())
  expect(await screen.findByText('Er is nog geen aanbod beschreven.')).toBeTruthy()
  desk.unmount()
  await open(() => { throw refused('no-calendar', 'Dit kan hier niet.') })
  expect(await screen.findByText('Dit kan hier niet.')).toBeTruthy()
})

test('one’s own organisation offers, changes and ends, each on what stood; what others offer is theirs', async () => {
  const desk = await open(catalogue(service('a', 'Eetteam'), service('own', 'Ouderavond', { organisation: own, isOwn: true })), { offerService: { id: 'n' }, changeService: { id: 'own' }, tellWaitingTime: { id: 'own' } })
  const card = await screen.findByRole('article', { name: 'Ouderavond' })
  expect(within(screen.getByRole('article', { name: 'Eetteam' })).queryByRole('button')).toBeNull()
  await userEvent.click(within(card).getByRole('button', { name: /^Wachttijd vertellen/ }))
  await userEvent.clear(screen.getByLabelText('Hoeveel weken wacht een gezin nu?'))
  await userEvent.type(screen.getByLabelText('Hoeveel weken wacht een gezin nu?'), 'een paar')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  expect(screen.getByText('Vul een heel getal in.')).toBeTruthy()
  await userEvent.clear(screen.getByLabelText('Hoeveel weken wacht een gezin nu?'))
  await userEvent.type(screen.getByLabelText('Hoeveel weken wacht een gezin nu?'), '5')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  expect(await screen.findByText('De wachttijd staat erbij.')).toBeTruthy()
  expect(desk.sent('TellWaitingTime')[0]?.variables).toMatchObject({ serviceId: 'own', weeks: 5 })
  await userEvent.click(within(card).getByRole('button', { name: /^Stoppen/ }))
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Stoppen' }))
  expect(desk.sent('ChangeService')[0]?.variables).toMatchObject({ serviceId: 'own', version: 'v own', service: { name: 'Ouderavond', until: '2026-11-24' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Iets nieuws aanbieden' }))
  const form = screen.getByRole('dialog')
  await userEvent.click(within(form).getByRole('button', { name: 'Opslaan' }))
  expect(within(form).getAllByText('Vul dit in.')).toHaveLength(2)
  await userEvent.type(within(form).getByLabelText('Naam'), 'Spelen')
  await userEvent.type(within(form).getByLabelText('In welke plaatsen'), 'Druivendal, Kadeveld, Druivendal')
  await userEvent.click(within(form).getByRole('checkbox', { name: 'Turks' }))
  await userEvent.selectOptions(within(form).getByLabelText('Vanaf'), '12')
  await userEvent.click(within(form).getByRole('button', { name: 'Opslaan' }))
  expect(desk.sent('OfferService')[0]?.variables['service']).toMatchObject({ name: 'Spelen', areas: ['Druivendal', 'Kadeveld'], languages: ['nl', 'tr'], ageFrom: 12, ageUntil: 71 })
})
