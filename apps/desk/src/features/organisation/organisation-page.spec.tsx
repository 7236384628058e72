import { expect, test } from '@jest/globals'
import { fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { coordinator, privacyOfficer, sampleFamily } from '../../testing/sample-family.ts'

const location = { id: 'schakel', name: 'De Schakel', address: 'Rankstraat 8', version: null as string | null, isUsual: true, hours: [1, 2].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })), closed: [] as unknown[], rooms: [] as unknown[] }
const away = (more: object = {}) => ({ id: 'a1', professionalId: 'bram', name: 'Bram Dekker', isOwn: false, from: '2026-11-25', until: '2026-11-27', fromTime: null, untilTime: null, touched: [] as unknown[], ...more })
const organisation = (more: object = {}) => ({
  id: 'practice', name: 'De Schakel', zone: 'Europe/Amsterdam', today: '2026-11-24', locations: [location], away: [] as unknown[],
  travel: { version: null as string | null, isUsual: true, rush: [] as unknown[], ordinaryRush: [{ from: '07:00', to: '09:00', percent: 130 }], publicTransport: { percent: 150, minutes: 15 } },
  holidays: [{ date: '2026-12-25', name: 'Kerstmis', isClosed: true, isChosen: false }, { date: '2027-03-26', name: 'Goede Vrijdag', isClosed: false, isChosen: false }], holidayChoices: [], holidaysVersion: null,
  colleagues: [{ id: coordinator.id, name: coordinator.name, title: coordinator.title }, { id: 'bram', name: 'Bram Dekker', title: 'fysiotherapeut' }], ...more,
})
const done = { id: 'x' }
const open = (myOrganisation: unknown, answers: object = {}) => openDesk('/organisatie', sampleFamily(), { myOrganisation, ...answers })

test('stands in the menu of who works in an organisation, and of no privacy officer', async () => {
  const desk = await open(organisation())
  expect(await screen.findByRole('heading', { name: 'Onze organisatie' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Onze organisatie' })).toBeTruthy()
  expect(screen.getByText('Iedereen is er zoals gepland.')).toBeTruthy()
  desk.unmount()
  await openDesk('/', sampleFamily(), { me: privacyOfficer, accessLogCases: { nodes: [], pageInfo: { hasNextPage: false } } })
  expect(await screen.findByRole('link', { name: 'Wissen' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Onze organisatie' })).toBeNull()
})

test('a colleague is said to be away in one go, for part of the day too, and it is taken back', async () => {
  const desk = await open(organisation({ away: [away({ touched: [{ id: '1', date: '2026-11-25', from: '09:00', to: '09:45', state: 'BOOKED', modality: 'ONSITE', label: 'Fysiotherapie', familyId: 'verhoeven', familyName: 'Gezin Verhoeven' }] })] }), { withdrawTime: done, giveTimeBack: done })
  const known = await screen.findByRole('article', { name: /^Bram Dekker: 25 november tot en met/ })
  expect(within(known).getByRole('link', { name: 'Gezin Verhoeven' }).getAttribute('href')).toBe('/gezin/verhoeven')
  await userEvent.selectOptions(screen.getByLabelText('Wie'), 'bram')
  fireEvent.change(screen.getByLabelText('Van'), { target: { value: '2026-12-01' } })
  fireEvent.change(screen.getByLabelText('Tot en met'), { target: { value: '2026-11-30' } })
  await userEvent.click(screen.getByRole('button', { name: 'Haal deze tijd weg' }))
  expect(screen.getByText(/Het einde ligt niet voor het begin/)).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Tot en met'), { target: { value: '2026-12-03' } })
  await userEvent.click(screen.getByLabelText('Alleen een deel van de dag'))
  await userEvent.click(screen.getByRole('button', { name: 'Haal deze tijd weg' }))
  expect(await screen.findByText(/De coördinatoren krijgen bericht/, { selector: '[role=status] *, [role=status]' })).toBeTruthy()
  expect(desk.sent('WithdrawTime')[0]?.variables).toMatchObject({ input: { professionalId: 'bram', from: '2026-12-01', until: '2026-12-03', fromTime: '09:00', untilTime: '12:00' } })
  await userEvent.click(within(known).getByRole('button', { name: /^Toch weer beschikbaar: Bram Dekker/ }))
  expect(await screen.findByText(/Deze tijd is weer vrij/)).toBeTruthy()
  expect(desk.sent('GiveTimeBack')[0]?.variables).toMatchObject({ professionalId: 'bram', awayId: 'a1' })
})

test('a place has hours, days on which it is closed and rooms, saved as a whole on what stood', async () => {
  const desk = await open(organisation({ locations: [{ ...location, version: 'v1', isUsual: false, rooms: [{ id: 'r1', name: 'Speelkamer', equipment: ['mat'] }] }] }), { setLocationUse: done })
  await userEvent.click(await screen.findByRole('button', { name: 'Pas aan: De Schakel' }))
  const form = screen.getByRole('dialog', { name: 'Pas aan: De Schakel' })
  const monday = within(form).getByRole('group', { name: /maandag/i })
  fireEvent.change(within(monday).getByLabelText('Open tot'), { target: { value: '12:30' } })
  await userEvent.click(within(monday).getByRole('button', { name: /^Tweede tijd op maandag/i }))
  expect(within(monday).queryByRole('button', { name: /^Tweede tijd/ })).toBeNull()
  await userEvent.click(within(within(form).getByRole('group', { name: /dinsdag/i })).getByRole('checkbox'))
  await userEvent.click(within(within(form).getByRole('group', { name: /zaterdag/i })).getByRole('checkbox'))
  await userEvent.click(within(form).getByRole('button', { name: 'Dagen toevoegen' }))
  await userEvent.click(within(form).getByRole('button', { name: 'Kamer toevoegen' }))
  await userEvent.click(within(form).getByRole('button', { name: 'Opslaan' }))
  expect(desk.sent('SetLocationUse')).toEqual([])
  fireEvent.change(within(form).getByLabelText('Dicht van'), { target: { value: '2026-12-24' } })
  const names = within(form).getAllByLabelText('Naam van de kamer')
  await userEvent.type(names[1]!, 'Kamer 2')
  await userEvent.type(within(form).getAllByLabelText('Wat erin staat')[1]!, 'spiegel, mat , spiegel')
  await userEvent.click(within(form).getByRole('button', { name: 'Opslaan' }))
  expect(desk.sent('SetLocationUse')[0]?.variables).toMatchObject({
    locationId: 'schakel', version: 'v1', use: { hours: [{ weekday: 1, from: '08:00', to: '12:30' }, { weekday: 1, from: '13:00', to: '17:00' }, { weekday: 6, from: '08:00', to: '18:00' }], closed: [{ from: '2026-12-24', until: '2026-12-24' }], rooms: [{ id: 'r1', name: 'Speelkamer', equipment: ['mat'] }, { name: 'Kamer 2', equipment: ['spiegel', 'mat'] }] },
  })
})

test('holidays stand there by their names; on those that are one’s own to choose a place is closed with one press', async () => {
  const desk = await open(organisation(), { closingTouches: [], setLocationUse: done })
  expect(await screen.findByText('Kerstmis, 25 december 2026')).toBeTruthy()
  expect(screen.queryByText(/Goede Vrijdag/)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Pas aan: De Schakel' }))
  const form = screen.getByRole('dialog', { name: 'Pas aan: De Schakel' })
  await userEvent.click(within(within(form).getByRole('group', { name: 'Ook dicht op een feestdag:' })).getByRole('button', { name: 'Goede Vrijdag, 26 maart' }))
  expect(within(form).queryByRole('group', { name: 'Ook dicht op een feestdag:' })).toBeNull()
  await userEvent.click(within(form).getByRole('button', { name: 'Opslaan' }))
  expect(desk.sent('SetLocationUse')[0]?.variables).toMatchObject({ use: { closed: [{ from: '2027-03-26', until: '2027-03-26' }] } })
})

test('before a place is closed on a day, the form tells what was agreed there', async () => {
  const desk = await open(organisation(), { closingTouches: [{ id: '1', date: '2026-12-24', from: '09:00', to: '09:45', state: 'BOOKED', modality: 'ONSITE', label: 'Fysiotherapie', familyId: 'verhoeven', familyName: 'Gezin Verhoeven' }] })
  await userEvent.click(await screen.findByRole('button', { name: 'Pas aan: De Schakel' }))
  const form = screen.getByRole('dialog', { name: 'Pas aan: De Schakel' })
  await userEvent.click(within(form).getByRole('button', { name: 'Dagen toevoegen' }))
  expect(desk.sent('ClosingTouches')).toEqual([])
  fireEvent.change(within(form).getByLabelText('Dicht van'), { target: { value: '2026-12-24' } })
  expect((await within(form).findByRole('link', { name: 'Gezin Verhoeven' })).closest('[role="status"]')?.textContent).toMatch(/krijgt bericht:.*9.00.*Fysiotherapie/)
  expect(desk.sent('ClosingTouches')[0]?.variables).toEqual({ closings: [{ locationId: 'schakel', from: '2026-12-24', until: '2026-12-24' }] })
})

test('rush hours start from ordinary ones, and what somebody else changed meanwhile is said', async () => {
  let isOthers = true
  const desk = await open(organisation(), { setTravelTimes: () => { if (isOthers) throw refused('set-meanwhile', 'Iemand anders heeft dit ondertussen veranderd.'); return done } })
  await userEvent.click(await screen.findByRole('button', { name: 'Vul gewone spitsuren in' }))
  fireEvent.change(screen.getByLabelText('Hoe lang een rit dan duurt, in procenten'), { target: { value: '150' } })
  const save = () => userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await save()
  expect(await screen.findByText('Iemand anders heeft dit ondertussen veranderd.')).toBeTruthy()
  isOthers = false
  await save()
  expect(await screen.findByText('Opgeslagen.')).toBeTruthy()
  expect(desk.sent('SetTravelTimes').at(-1)?.variables).toMatchObject({ times: { rush: [{ from: '07:00', to: '09:00', percent: 150 }], publicTransportPercent: 150, publicTransportMinutes: 15 } })
})

test('who plans is told in the list of families, and one press plans anew what fell away', async () => {
  const fellAway = [{ id: 'physio', label: 'Fysiotherapie', date: '2026-11-26', start: '09:00', isConfirmed: true, because: 'Bram Dekker is er dan niet' }, { id: 'scan', label: 'Scan', date: '2026-11-27', start: '10:00', isConfirmed: false, because: 'De Linde is dan gesloten' }]
  const family = { ...sampleFamily(), fellAway }
  const planner = { familyId: 'verhoeven', from: '2026-11-25', until: '2026-12-20', needs: [], freeTime: [], rhythm: [], closedDays: [], places: [], parentsApart: false, orders: [] }
  const run = { id: 'run', familyId: 'verhoeven', state: 'DONE', stays: [], isStopped: false, notKnown: [], proposals: [], error: null }
  const desk = await openDesk('/gezinnen', family, { planner, startReplanning: run, proposalRun: run })
  await userEvent.click(await screen.findByRole('link', { name: '2 afspraken kunnen niet doorgaan' }))
  expect(await screen.findByRole('region', { name: 'Kan niet doorgaan zoals het staat' })).toBeTruthy()
  expect(screen.getByText(/Fysiotherapie, .*: Bram Dekker is er dan niet/)).toBeTruthy()
  expect(screen.getByText(/trek het in en zoek opnieuw/)).toBeTruthy()
  expect(desk.sent('StartReplanning').map(({ variables }) => variables)).toMatchObject([{ familyId: 'verhoeven', input: { lostAppointmentIds: ['physio'], withoutChild: [], lighter: false } }])
})
