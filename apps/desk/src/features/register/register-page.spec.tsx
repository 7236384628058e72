import { expect, test } from '@jest/globals'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { coordinator, privacyOfficer, sampleFamily } from '../../testing/sample-family.ts'

const person = (id: string, name: string, more: object = {}) => ({
  id, name, title: 'pedagogisch medewerker', discipline: 'DAY_CENTRE', email: null, phone: null, languages: [] as unknown[], places: [] as string[], from: null, until: null, version: null as string | null,
  isSelf: false, worksHere: true, hasLeft: false, isSpecialist: false, registeredUntil: null, registrationEndsSoon: false, registrationNumber: null, ...more,
})
const place = (more: object = {}) => ({ id: 'wilg', name: 'De Wilgenboom', address: 'Wilgenlaan 21', phone: null, until: null, addressVersion: null, version: null, isUsual: true, hours: [], closed: [], rooms: [], ...more })
const register = (more: object = {}) => ({
  id: 'centre', name: 'Kinderdagcentrum', discipline: 'DAY_CENTRE', zone: 'Europe/Amsterdam', today: '2026-11-24', people: [person('lotte', 'Lotte Jansen', { version: 'v1' })], locations: [place()],
  holidays: [], holidayChoices: [], holidaysVersion: null, languages: [{ tag: 'nl', name: 'Nederlands' }, { tag: 'tr', name: 'Turks' }], neighbours: [{ id: 'wilg', name: 'De Wilgenboom' }], ...more,
})
const keeper = { ...privacyOfficer, keepsKeys: true }
const open = (path: string, organisationRegister: unknown, answers: object = {}) => openDesk(path, sampleFamily(), { me: keeper, organisationRegister, ...answers })
const done = { id: 'x' }

test('is for who keeps the keys of an organisation, and for nobody else', async () => {
  const desk = await open('/register', register())
  expect(await screen.findByRole('heading', { name: 'Mensen en plekken' })).toBeTruthy()
  desk.unmount()
  await openDesk('/register', sampleFamily(), { me: coordinator })
  await screen.findByRole('link', { name: 'Onze organisatie' })
  expect(screen.queryByRole('link', { name: 'Mensen en plekken' })).toBeNull()
})

test('somebody is changed on what stood; a last day is recorded and taken back; who left is shown when asked', async () => {
  const desk = await open('/register', register({ people: [person('lotte', 'Lotte Jansen', { version: 'v1' }), person('piet', 'Piet Weg', { hasLeft: true, until: '2026-10-31' }), person('noor', 'Noor', { until: '2026-12-31' })] }), { changeStaff: done, setStaffLastDay: done })
  expect(await screen.findByRole('rowheader', { name: /^Lotte/ })).toBeTruthy()
  expect(screen.queryByRole('rowheader', { name: /^Piet/ })).toBeNull()
  await userEvent.click(screen.getByLabelText(/Toon ook wie hier niet meer werkt/))
  expect(within(screen.getByRole('rowheader', { name: /^Piet/ }).closest('tr')!).queryByRole('button', { name: /Laatste werkdag/ })).toBeNull()

  await userEvent.click(screen.getByRole('button', { name: /^Pas aan.*Lotte/ }))
  const form = screen.getByRole('dialog')
  await userEvent.selectOptions(within(form).getByLabelText('Taal toevoegen'), 'Turks')
  await userEvent.click(within(form).getByLabelText('De Wilgenboom'))
  await userEvent.clear(within(form).getByLabelText('Functie'))
  await userEvent.click(within(form).getByRole('button', { name: 'Opslaan' }))
  expect(within(form).getByText('Vul dit in.')).toBeTruthy()
  expect(desk.sent('ChangeStaff')).toEqual([])
  await userEvent.type(within(form).getByLabelText('Functie'), 'coach')
  await userEvent.click(within(form).getByRole('button', { name: 'Opslaan' }))
  expect(await screen.findByText('Opgeslagen.')).toBeTruthy()
  expect(desk.sent('ChangeStaff')[0]?.variables).toMatchObject({ personId: 'lotte', version: 'v1', input: { title: 'coach', languages: ['tr'], places: ['wilg'], email: null, from: null } })

  await userEvent.click(screen.getByRole('button', { name: /^Laatste werkdag.*Noor/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Toch geen laatste werkdag' }))
  expect(await screen.findByText('Noor blijft hier werken.')).toBeTruthy()
  expect(desk.sent('SetStaffLastDay')[0]?.variables).toMatchObject({ personId: 'noor', until: null })
})

test('a place is closed after a question, and opened again', async () => {
  const desk = await open('/register', register({ locations: [place(), place({ id: 'oud', name: 'Oud gebouw', until: '2026-10-31' })] }), { endLocation: done })
  const old = await screen.findByRole('article', { name: 'Oud gebouw' })
  expect(within(old).getByText(/Gesloten sinds .*1 november 2026/)).toBeTruthy()
  await userEvent.click(within(old).getByRole('button', { name: 'Toch open: Oud gebouw' }))
  expect(await screen.findByText('Oud gebouw is weer open.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Sluit deze plek: De Wilgenboom' }))
  fireEvent.change(screen.getByLabelText('Laatste dag'), { target: { value: '2026-12-31' } })
  await userEvent.click(screen.getByRole('button', { name: 'Ja, sluit deze plek' }))
  await waitFor(() => expect(desk.sent('EndLocation').map(({ variables }) => variables)).toMatchObject([{ locationId: 'oud', until: null }, { locationId: 'wilg', until: '2026-12-31' }]))
})

const row = (line: number, name: string, kind: string, more: object = {}) => ({ line, name, kind, note: null, changes: [] as unknown[], problems: [] as unknown[], ...more })
const preview = (rows: readonly ReturnType<typeof row>[], more: object = {}) => {
  const of = (kind: string) => rows.filter((one) => one.kind === kind).length
  return { seen: 'seen', rows, added: of('NEW'), changed: of('CHANGED'), same: of('SAME'), wrong: of('WRONG'), unread: [] as string[], zone: 'Europe/Amsterdam', closings: [] as unknown[], ...more }
}

test('a list with a row that can’t be is shown with the reason, and can’t be brought in', async () => {
  const desk = await open('/register/lijst', register(), { registerListPreview: preview([row(2, 'Ada', 'NEW', { changes: [{ column: 'naam', before: null, after: 'Ada' }] }), row(3, 'Bo', 'WRONG', { problems: [{ column: 'functie', text: 'Dit moet er staan.' }] })], { unread: ['schoenmaat'] }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Kijk wat er verandert' }))
  expect(screen.getByText('Kies een bestand, of plak een lijst.')).toBeTruthy()
  await userEvent.click(screen.getByLabelText('Of plak de lijst hier'))
  await userEvent.paste('naam;functie\nAda;arts\nBo;')
  await userEvent.click(screen.getByRole('button', { name: 'Kijk wat er verandert' }))
  expect(await screen.findByText('functie: Dit moet er staan.')).toBeTruthy()
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['BoRegel 3kan niet', 'AdaRegel 2nieuw'])
  expect(screen.getByText('Deze kolommen lezen wij niet: schoenmaat.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Zet in het register' })).toBeNull()
  expect(desk.sent('RegisterListPreview')[0]?.variables).toEqual({ list: 'STAFF', content: 'naam;functie\nAda;arts\nBo;' })
})

test('what would change with an earlier list never stands under a later one', async () => {
  const answers: ((answer: object) => void)[] = []
  await open('/register/lijst', register(), { registerListPreview: () => new Promise((resolve) => { answers.push(resolve) }) })
  await userEvent.click(await screen.findByLabelText('Of plak de lijst hier'))
  await userEvent.paste('naam;functie\nAda;arts')
  await userEvent.click(screen.getByRole('button', { name: 'Kijk wat er verandert' }))
  await waitFor(() => expect(answers).toHaveLength(1))
  await userEvent.click(screen.getByLabelText('Of plak de lijst hier'))
  await userEvent.paste('\nBo;arts')
  await userEvent.click(screen.getByRole('button', { name: 'Kijk wat er verandert' }))
  await waitFor(() => expect(answers).toHaveLength(2))
  await act(async () => { answers[0]?.(preview([row(2, 'Ada', 'NEW')])); await Promise.resolve() })
  expect(screen.queryByRole('rowheader')).toBeNull()
  answers[1]?.(preview([row(2, 'Ada', 'NEW'), row(3, 'Bo', 'NEW')]))
  await waitFor(() => expect(screen.getAllByRole('rowheader')).toHaveLength(2))
})

test('a list is brought in with what was seen of it; when the register changed meanwhile it is looked at again', async () => {
  let asked = 0
  const desk = await open('/register/lijst', register(), {
    registerListPreview: () => preview([row(2, 'Ada', asked === 0 ? 'NEW' : 'CHANGED')], { seen: `seen ${asked}` }),
    importRegisterList: () => { asked += 1; return asked === 1 ? refused('register-changed', 'Het register is intussen veranderd.') : done },
  })
  // An older program wrote it: an é of one byte.
  const file = new File([new Uint8Array([...'naam;functie\nAd'].map((sign) => sign.charCodeAt(0)).concat(0xE9))], 'lijst.csv', { type: 'text/csv' })
  await userEvent.upload(await screen.findByLabelText('Bestand'), file)
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Of plak de lijst hier').value).toBe('naam;functie\nAdé'))
  await userEvent.click(screen.getByRole('button', { name: 'Kijk wat er verandert' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Zet in het register' }))
  expect(await screen.findByText('Het register is intussen veranderd.')).toBeTruthy()
  expect(await screen.findByText('verandert')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Zet in het register' }))
  expect(await screen.findByText(/Klaar\. De hele lijst staat in het register/)).toBeTruthy()
  expect(desk.sent('ImportRegisterList').map(({ variables }) => variables['seen'])).toEqual(['seen 0', 'seen 1'])
})

test('places and closed days come from a list in the same way, each by its own rules', async () => {
  const desk = await open('/register', register(), {
    registerListPreview: preview([row(2, 'Groep Linde', 'NEW', { changes: [{ column: 'maandag', before: null, after: '8.30–12.00 uur' }] })]), importRegisterList: done,
  })
  await userEvent.click(await screen.findByRole('link', { name: 'Dagen dicht uit een lijst' }))
  expect(screen.getByLabelText<HTMLInputElement>('Dagen dicht').checked).toBe(true)
  await userEvent.click(screen.getByLabelText('Plekken en openingstijden'))
  expect(screen.getByText(/Wij herkennen een plek aan haar naam/)).toBeTruthy()
  await userEvent.click(screen.getByLabelText('Of plak de lijst hier'))
  await userEvent.paste('naam;adres;maandag\nGroep Linde;Dorpsweg 9;8.30-12')
  await userEvent.click(screen.getByRole('button', { name: 'Kijk wat er verandert' }))
  expect(await screen.findByText('maandag: 8.30–12.00 uur')).toBeTruthy()
  expect(screen.getByText('1 plek is nieuw')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Zet in het register' }))
  expect(await screen.findByText(/De hele lijst staat in het register/)).toBeTruthy()
  expect(desk.sent('ImportRegisterList')[0]?.variables).toMatchObject({ list: 'PLACES', seen: 'seen' })
})

test('a list of closed days says what was agreed on them, before it is brought in', async () => {
  const closings = [{ locationId: 'wilg', from: '2026-12-24', until: '2026-12-24' }, { locationId: null, from: '2026-12-31', until: '2027-01-02' }]
  const touched = { id: 'a', date: '2026-12-24', from: '09:00', to: '10:00', state: 'BOOKED', modality: 'ONSITE', label: 'Fysiotherapie', familyId: 'verhoeven', familyName: 'Gezin Verhoeven' }
  const desk = await open('/register/lijst?lijst=dagen-dicht', register(), { registerListPreview: preview([row(2, 'De Wilgenboom', 'NEW'), row(3, 'Alle plekken', 'NEW')], { closings }), closingTouches: [touched] })
  await userEvent.click(await screen.findByLabelText('Of plak de lijst hier'))
  await userEvent.paste('dicht van\n24-12-2026')
  await userEvent.click(screen.getByRole('button', { name: 'Kijk wat er verandert' }))
  expect(await screen.findByText('Op deze dagen staat al 1 afspraak. Wie het gezin coördineert, krijgt bericht:')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Gezin Verhoeven' }).closest('li')?.textContent).toContain('Fysiotherapie')
  expect(desk.sent('ClosingTouches').map(({ variables }) => variables)).toEqual([{ closings }])
})

test('other organisations come from a list too, and who is to make their first code is said', async () => {
  const desk = await open('/register', register(), { registerListPreview: preview([row(2, 'Ziekenhuis', 'NEW', { changes: [{ column: 'discipline', before: null, after: 'ziekenhuis' }] })]), importRegisterList: done })
  await userEvent.click(await screen.findByRole('link', { name: 'Organisaties uit een lijst' }))
  expect(screen.getByLabelText<HTMLInputElement>('Andere organisaties').checked).toBe(true)
  await userEvent.click(screen.getByLabelText('Of plak de lijst hier'))
  await userEvent.paste('naam;discipline\nZiekenhuis;ziekenhuis')
  await userEvent.click(screen.getByRole('button', { name: 'Kijk wat er verandert' }))
  expect(await screen.findByText('1 organisatie is nieuw')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Zet in het register' }))
  expect(await screen.findByText(/maakt voor elke nieuwe organisatie de eerste code/)).toBeTruthy()
  expect(desk.sent('ImportRegisterList')[0]?.variables).toMatchObject({ list: 'ORGANISATIONS', seen: 'seen' })
})

test('an organisation chooses its holidays once, and sees what the next one touches', async () => {
  const choices = [{ holiday: 'goodFriday', name: 'Goede Vrijdag', date: '2027-03-26', isChosen: false }, { holiday: 'liberationDay', name: 'Bevrijdingsdag', date: '2027-05-05', isChosen: true }]
  const touched = { id: 'a', date: '2027-03-26', from: '09:00', to: '10:00', state: 'BOOKED', modality: 'ONSITE', label: null, familyId: null, familyName: null }
  const desk = await open('/register', register({ holidayChoices: choices, holidaysVersion: 'h1' }), { closingTouches: [touched], chooseHolidays: done })
  await userEvent.click(await screen.findByLabelText(/^Goede Vrijdag/))
  expect(await screen.findByText(/Op de eerstvolgende is al afgesproken/)).toBeTruthy()
  expect(desk.sent('ClosingTouches')[0]?.variables).toEqual({ closings: [{ from: '2027-03-26', until: '2027-03-26' }] })
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  expect(await screen.findByText('Opgeslagen.')).toBeTruthy()
  expect(desk.sent('ChooseHolidays')[0]?.variables).toMatchObject({ version: 'h1', holidays: ['goodFriday', 'liberationDay'] })
})
