import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { sampleFamily } from '../../testing/sample-family.ts'

const limits = { version: 'l1', childMinutesPerDay: 90, appointmentsPerDay: 3, tripsPerWeek: 3, eveningsPerWeek: 1, waitMinutes: 45, homeMinutes: 30, contactsPerWeek: null, motherMinutesPerDay: null, dayHours: [] as unknown[], sitter: false, withoutCar: [] as string[] }
const nap = { id: 'nap', kind: 'NAP', label: 'Middagslaap', weekdays: [1, 2, 3, 4, 5, 6, 7], from: '12:30', to: '14:00', memberIds: ['sem'] }
const familyWith = (version: string, to = '14:00') => ({
  ...sampleFamily(), limits, dayCentres: [{ id: 'centre', name: 'De Wilgenboom' }],
  rhythms: [{ memberId: 'sem', version, blocks: [{ ...nap, to }] }, { memberId: 'anouk', blocks: [] as unknown[] }],
}) as unknown as ReturnType<typeof sampleFamily>
const path = '/gezin/verhoeven/week'

test('a nap is moved and a day centre added after the word of a parent, and the week is saved as a whole', async () => {
  const desk = await openDesk(path, familyWith('v1'), { setRhythm: () => ({ id: 'sem', familyId: 'verhoeven' }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Wijzig: Middagslaap' }))
  const part = screen.getByRole('dialog', { name: 'Middagslaap' })
  fireEvent.change(within(part).getByLabelText('Tot'), { target: { value: '14:30' } })
  await userEvent.click(within(part).getByRole('button', { name: 'Klaar' }))
  await userEvent.click(screen.getByRole('button', { name: 'Dagcentrum' }))
  const centre = screen.getByRole('dialog', { name: 'Dagcentrum' })
  await userEvent.selectOptions(within(centre).getByLabelText('Wie brengt en haalt?'), 'Anouk')
  await userEvent.click(within(centre).getByRole('button', { name: 'Klaar' }))
  const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Bewaar deze week' })
  expect(save.disabled).toBe(true)
  await userEvent.click(screen.getByRole('radio', { name: 'Joost' }))
  await userEvent.click(save)
  await waitFor(() => expect(desk.sent('SetRhythm')).toHaveLength(1))
  expect(desk.sent('SetRhythm')[0]?.variables).toMatchObject({
    familyId: 'verhoeven', memberId: 'sem', version: 'v1', saidBy: 'joost',
    blocks: [{ id: 'nap', to: '14:30' }, { kind: 'DAY_CENTRE', placeId: 'centre', broughtBy: 'anouk', dropOff: { from: '08:50', to: '09:00' } }],
  })
})

test('the week of an adult is kept as that adult told it', async () => {
  const desk = await openDesk(path, familyWith('v1'), { setRhythm: () => ({ id: 'anouk', familyId: 'verhoeven' }) })
  await userEvent.click(await screen.findByRole('radio', { name: 'Anouk' }))
  await userEvent.click(screen.getByRole('button', { name: 'Werk' }))
  await userEvent.click(within(screen.getByRole('dialog', { name: 'Werk' })).getByRole('button', { name: 'Klaar' }))
  expect(screen.getByText('Dit wordt bewaard zoals Anouk het vertelde.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar deze week' }))
  await waitFor(() => expect(desk.sent('SetRhythm')[0]?.variables).toMatchObject({ memberId: 'anouk', version: null, saidBy: 'anouk' }))
})

test('who was overtaken sees what stands now beside what was typed, and saves from there', async () => {
  let stands = familyWith('v1')
  const sent: unknown[] = []
  const setRhythm = ({ version }: { version: string }) => {
    sent.push(version)
    if (version === 'v2') return { id: 'sem', familyId: 'verhoeven' }
    stands = familyWith('v2', '15:00')
    return refused('rhythm-changed', 'Iemand heeft deze week net veranderd.')
  }
  await openDesk(path, stands, { family: () => stands, setRhythm })
  await userEvent.click(await screen.findByRole('button', { name: 'Naar bed' }))
  await userEvent.click(within(screen.getByRole('dialog', { name: 'Naar bed' })).getByRole('button', { name: 'Klaar' }))
  await userEvent.click(within(screen.getByRole('group', { name: 'Wie heeft dit verteld?' })).getByRole('radio', { name: 'Joost' }))
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar deze week' }))
  const both = await screen.findByRole('alert')
  expect(within(both).getByText('12.30 tot 15.00 uur')).toBeTruthy()
  expect(screen.getByText('18.30 tot 19.00 uur')).toBeTruthy()
  await userEvent.click(within(both).getByRole('button', { name: 'Bewaar wat hier staat' }))
  await waitFor(() => expect(sent).toEqual(['v1', 'v2']))
})

test('a week half made is there again', async () => {
  const content = JSON.stringify({ version: 'v1', blocks: JSON.stringify([{ ...nap, to: '14:45' }]) })
  await openDesk(path, familyWith('v1'), { draft: ({ form }: { form: string }) => form === 'week-sem' ? { form, content, savedAt: '2026-11-24T08:00:00.000Z' } : null })
  expect(await screen.findByText('12.30 tot 14.45 uur')).toBeTruthy()
})

test('what the family wants to carry is saved whole, with the hours of a day', async () => {
  const desk = await openDesk(path, familyWith('v1'), { setLimits: () => ({ id: 'verhoeven', familyId: 'verhoeven' }) })
  await userEvent.click(await screen.findByRole('radio', { name: 'Het gezin samen' }))
  await userEvent.type(screen.getByLabelText(/Afspraken in een week, overal samen/), '4')
  await userEvent.click(screen.getByRole('checkbox', { name: 'woensdag' }))
  expect(screen.queryByLabelText('Minuten per dag voor de zwangere moeder')).toBeNull()
  await userEvent.click(within(screen.getByRole('group', { name: 'Wie heeft dit verteld?' })).getByRole('radio', { name: 'Anouk' }))
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar' }))
  const { version, ...rest } = limits
  await waitFor(() => expect(desk.sent('SetLimits')[0]?.variables).toMatchObject({ version, saidBy: 'anouk', limits: { ...rest, contactsPerWeek: 4, dayHours: [{ weekday: 3, from: '09:00', to: '17:00' }] } }))
  expect(await screen.findByText('Dit is bewaard.')).toBeTruthy()
})

test('who may not set it gets no page', async () => {
  await openDesk(path, { ...sampleFamily(), rhythms: [] })
  expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy()
  expect(screen.queryByText('De week van het gezin')).toBeNull()
})
