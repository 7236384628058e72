import { describe, expect, test } from '@jest/globals'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { privacyOfficer, sampleFamily } from '../../testing/sample-family.ts'
import { daysOf, type OwnCalendar } from './days.ts'

const places = [{ id: 'schakel', name: 'De Schakel', address: 'Rankstraat 8' }]
const offer = (id: string, more: object = {}) => ({ id, date: '2026-11-24', from: '09:00', to: '12:00', modalities: ['ONSITE', 'DIGITAL'], places, lapsesAt: null, isLapsed: false, series: null, source: null, ...more })
const taken = (more: object = {}) => ({ id: '2026-11-24 09:15', date: '2026-11-24', from: '09:15', to: '10:00', state: 'BOOKED', modality: 'ONSITE', label: null, familyId: null, familyName: null, ...more })
const calendar = (more: object = {}) => ({ from: '2026-11-23', until: '2026-11-29', today: '2026-11-24', zone: 'Europe/Amsterdam', offers: [] as unknown[], taken: [] as unknown[], places, meeting: null as unknown, ...more })
const open = (myCalendar: object, answers: object = {}) => openDesk('/mijn-tijd', sampleFamily(), { myCalendar, ...answers })
const changed = { id: 'x', offered: ['o1'], withdrawn: [] as string[] }

describe('my own time', () => {
  test('stands in the menu of who has a calendar, and of nobody else', async () => {
    const desk = await open(calendar())
    expect(await screen.findByRole('link', { name: 'Mijn vrije tijd' })).toBeTruthy()
    expect(await screen.findByText(/In deze week staat nog niets/)).toBeTruthy()
    desk.unmount()
    await openDesk('/', sampleFamily(), { me: privacyOfficer, accessLogCases: { nodes: [], pageInfo: { hasNextPage: false } } })
    expect(await screen.findByRole('link', { name: 'Wissen' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Mijn vrije tijd' })).toBeNull()
  })

  test('shows what is offered, lapsed, held and booked; whose only where that may be known', async () => {
    await open(calendar({
      offers: [offer('o1', { lapsesAt: '2026-11-23T08:00:00.000Z', isLapsed: true, source: 'ICS' }), offer('o2', { from: '13:00', to: '15:00' })],
      taken: [taken({ familyId: 'verhoeven', familyName: 'Gezin Verhoeven', label: 'Gesprek' }), taken({ id: 'b', from: '13:00', to: '13:45', state: 'HELD' }), taken({ id: 'c', from: '17:00', to: '17:30' })],
    }))
    const first = await screen.findByRole('article', { name: /9\.00 tot 12\.00/ })
    expect(within(first).getByText('vervallen')).toBeTruthy()
    expect(within(first).getByText('uit uw agenda')).toBeTruthy()
    expect(within(first).getByRole('link', { name: 'Gezin Verhoeven' }).getAttribute('href')).toBe('/gezin/verhoeven')
    const second = screen.getByRole('article', { name: /13\.00 tot 15\.00/ })
    expect(within(second).getByText('wordt nu vastgelegd')).toBeTruthy()
    expect(second.textContent).toContain('een gezin')
    expect(screen.getByText('17.00 tot 17.30 uur')).toBeTruthy()
  })

  test('leaves an empty weekend out, and no weekend in which something stands', () => {
    const week = (date: string) => daysOf(calendar({ offers: [offer('o', { date })] }) as unknown as OwnCalendar).map((day) => day.date.slice(8))
    expect(week('2026-11-24')).toEqual(['23', '24', '25', '26', '27'])
    expect(week('2026-11-29')).toEqual(['23', '24', '25', '26', '27', '29'])
  })

  test('is added every week until a day, and the addition is undone', async () => {
    const desk = await open(calendar(), { offerFreeTime: changed, undoFreeTime: { ...changed, offered: [], withdrawn: ['o1'] } })
    await userEvent.click(await screen.findByRole('button', { name: 'Tijd toevoegen' }))
    const form = screen.getByRole('dialog', { name: 'Tijd toevoegen' })
    fireEvent.change(within(form).getByLabelText('Tot'), { target: { value: '08:00' } })
    await userEvent.click(within(form).getByRole('button', { name: 'Toevoegen' }))
    expect(within(form).getByText('Het einde ligt voor het begin.')).toBeTruthy()
    fireEvent.change(within(form).getByLabelText('Tot'), { target: { value: '11:30' } })
    await userEvent.click(within(form).getByLabelText('via beeld'))
    fireEvent.change(within(form).getByLabelText('Elke week herhalen tot en met'), { target: { value: '2026-12-22' } })
    await userEvent.selectOptions(within(form).getByLabelText('Vervalt vanzelf'), '7')
    await userEvent.click(within(form).getByRole('button', { name: 'Toevoegen' }))
    expect(await screen.findByText(/1 moment toegevoegd/)).toBeTruthy()
    expect(desk.sent('OfferFreeTime')[0]?.variables).toMatchObject({ input: { date: '2026-11-24', from: '09:00', to: '11:30', modalities: ['ONSITE', 'DIGITAL'], places: ['schakel'], repeatUntil: '2026-12-22', lapsesDaysBefore: 7 } })
    await userEvent.click(screen.getByRole('button', { name: 'Ongedaan maken' }))
    expect(await screen.findByText('Ongedaan gemaakt.')).toBeTruthy()
    expect(desk.sent('UndoFreeTime')[0]?.variables).toMatchObject({ offered: ['o1'], withdrawn: [] })
  })

  test('is withdrawn, also of later weeks; where something stands in it the reason is said', async () => {
    let isUsed = true
    const desk = await open(calendar({ offers: [offer('o1', { series: 's' })] }), {
      withdrawFreeTime: () => { if (isUsed) throw refused('time-in-use', 'In deze tijd staat al een afspraak.'); return { id: 'x', offered: [], withdrawn: ['o1', 'o2'] } },
    })
    await userEvent.click(await screen.findByRole('button', { name: /^Trek in: / }))
    expect(await screen.findByText('In deze tijd staat al een afspraak.')).toBeTruthy()
    isUsed = false
    await userEvent.click(screen.getByRole('button', { name: /^Trek in, ook volgende weken: / }))
    expect(await screen.findByText(/2 momenten ingetrokken/)).toBeTruthy()
    expect(desk.sent('WithdrawFreeTime').map(({ variables }) => variables)).toMatchObject([{ freeTimeIds: ['o1'], alsoLater: false }, { freeTimeIds: ['o1'], alsoLater: true }])
  })

  test('begins its talks by a link, or by a call', async () => {
    const desk = await open(calendar({ meeting: { kind: 'CALL', url: null, isForThisOne: false, phone: null } }), { chooseMeetingWay: { id: 'x' } })
    expect((await screen.findByLabelText<HTMLInputElement>('ik bel de ouder')).checked).toBe(true)
    await userEvent.click(screen.getByLabelText('met mijn eigen link'))
    await userEvent.type(screen.getByLabelText('Link'), 'https://beeld.example.org/kamer')
    await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
    expect(await screen.findByText('Opgeslagen.')).toBeTruthy()
    expect(desk.sent('ChooseMeetingWay')[0]?.variables).toMatchObject({ way: { kind: 'LINK', url: 'https://beeld.example.org/kamer' } })
  })
})

describe('a file with free time', () => {
  const preview = (more: object = {}) => ({ lines: [{ line: 2, text: '20-10-2026', problem: null, offers: ['di 20 okt, 9.00 tot 12.00 uur'] }], wrong: 0, added: 1, same: 0, gone: 0, inUse: [], leftOut: 0, ...more })
  const choose = async (content: string, name: string) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Uit een bestand' }))
    const form = screen.getByRole('dialog', { name: 'Vrije tijd uit een bestand' })
    const file = new File([content], name)
    await userEvent.upload(within(form).getByLabelText('Bestand'), file)
    return form
  }

  test('is shown before anything is saved, each wrong line first with its reason, and is brought in only when asked', async () => {
    const desk = await open(calendar(), {
      freeTimePreview: preview({ wrong: 1, inUse: ['wo 21 okt'], lines: [...preview().lines, { line: 3, text: '30-2', problem: 'Deze datum lezen wij niet.', offers: [] }] }), importFreeTime: changed,
    })
    const form = await choose('datum;van;tot\n20-10-2026;9:00;12:00', 'tijd.csv')
    await userEvent.click(within(form).getByRole('button', { name: 'Bekijk wat er verandert' }))
    expect(await within(form).findByText('1 regel lezen wij niet')).toBeTruthy()
    expect(within(form).getAllByText(/^Regel/).map(({ textContent }) => textContent)).toEqual(['Regel 3', 'Regel 2'])
    expect(within(form).getByText('wo 21 okt')).toBeTruthy()
    expect(desk.sent('ImportFreeTime')).toEqual([])
    const bringIn = within(form).getByRole<HTMLButtonElement>('button', { name: 'Zet in mijn vrije tijd' })
    expect(bringIn.disabled).toBe(true)
    await userEvent.click(within(form).getByLabelText('Sla deze regels over'))
    await userEvent.click(bringIn)
    expect(await screen.findByText(/Het bestand staat in uw vrije tijd/)).toBeTruthy()
    expect(desk.sent('ImportFreeTime')[0]?.variables).toMatchObject({ input: { source: 'CSV', content: 'datum;van;tot\n20-10-2026;9:00;12:00', modalities: ['ONSITE'], places: ['schakel'], skipWrong: true } })
  })

  test('never shows what another file would change', async () => {
    const answers: ((answer: object) => void)[] = []
    await open(calendar(), { freeTimePreview: () => new Promise((resolve) => { answers.push(resolve) }) })
    const form = await choose('datum;van;tot\n20-10-2026;9:00;12:00', 'tijd.csv')
    await userEvent.click(within(form).getByRole('button', { name: 'Bekijk wat er verandert' }))
    await waitFor(() => expect(answers).toHaveLength(1))
    await userEvent.upload(within(form).getByLabelText('Bestand'), new File(['datum;van;tot\n21-10-2026;9:00;12:00'], 'andere.csv'))
    await act(async () => { answers[0]?.(preview()); await Promise.resolve() })
    expect(within(form).queryByRole('button', { name: 'Zet in mijn vrije tijd' })).toBeNull()
    await userEvent.click(within(form).getByRole('button', { name: 'Bekijk wat er verandert' }))
    await waitFor(() => expect(answers).toHaveLength(2))
    answers[1]?.(preview())
    expect(await within(form).findByRole('button', { name: 'Zet in mijn vrije tijd' })).toBeTruthy()
  })

  test('of a calendar asks for a word; another word asks for another look', async () => {
    const desk = await open(calendar(), { freeTimePreview: preview({ added: 0, same: 1 }) })
    const form = await choose('BEGIN:VCALENDAR\nEND:VCALENDAR', 'agenda.ics')
    await userEvent.type(await within(form).findByLabelText('Welk woord staat bij uw vrije tijd?'), 'vrij')
    await userEvent.click(within(form).getByRole('button', { name: 'Bekijk wat er verandert' }))
    expect(await within(form).findByText('Er verandert niets.')).toBeTruthy()
    expect(within(form).queryByRole('button', { name: 'Zet in mijn vrije tijd' })).toBeNull()
    expect(desk.sent('FreeTimePreview')[0]?.variables).toMatchObject({ input: { source: 'ICS', word: 'vrij' } })
    await userEvent.type(within(form).getByLabelText('Welk woord staat bij uw vrije tijd?'), 'e')
    expect(within(form).getByRole('button', { name: 'Bekijk wat er verandert' })).toBeTruthy()
  })

  test('that can not be read says why', async () => {
    await open(calendar(), { freeTimePreview: () => { throw refused('file-not-csv', 'Dit is geen lijst die wij kunnen lezen.') } })
    const form = await choose('zomaar iets', 'iets.csv')
    await userEvent.click(within(form).getByRole('button', { name: 'Bekijk wat er verandert' }))
    await waitFor(() => { expect(within(form).getByText('Dit is geen lijst die wij kunnen lezen.')).toBeTruthy() })
  })
})
