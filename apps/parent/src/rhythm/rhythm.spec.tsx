import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family } from '../testing/family-of-test.ts'
import { openApp, sent, type Server } from '../testing/open-app.tsx'

const nap = { id: 'nap', kind: 'NAP', label: 'Middagslaap', weekdays: [1, 2, 3, 4, 5, 6, 7], from: '12:30', to: '14:00', place: null, broughtBy: null, dropOff: null, pickUp: null, runs: null }
const asked = { childMinutesPerDay: 90, appointmentsPerDay: 3, tripsPerWeek: 3, eveningsPerWeek: 1, waitMinutes: 45, homeMinutes: 30, contactsPerWeek: null, motherMinutesPerDay: null, dayHours: [], sitter: false, ownCar: true }
const limits = { version: 'l1', childMinutesPerDay: 90, appointmentsPerDay: 3, tripsPerWeek: 3, eveningsPerWeek: 1, waitMinutes: 45, homeMinutes: 30, contactsPerWeek: null, motherMinutesPerDay: null, dayHours: [], sitter: false, withoutCar: [] as readonly string[] }
const week = (version: string, to = '14:00') => ({
  rhythms: [{ memberId: 'child', version, blocks: [{ ...nap, to }] }, { memberId: 'mother', version: null, blocks: [] }],
  limits, pace: { lighterWeeks: [], pause: null }, dayCentres: [],
})
const withWeek = (version: string, to?: string) => ({ ...family(), ...week(version, to) })
const quiet = { draft: () => null, saveDraft: () => ({ form: 'f', content: '', savedAt: '2026-11-24T08:00:00.000Z' }), dropDraft: () => ({ id: 'd' }) }

/** A quarter of an hour longer. */
const lengthen = async () => {
  await userEvent.click(await screen.findByRole('button', { name: /Middagslaap/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Tot: een kwartier later' }))
  await userEvent.click(screen.getByRole('button', { name: 'Klaar' }))
}

test('a part is changed, undone, changed again and saved from what stood', async () => {
  const server: Server = openApp('/ons-ritme', { family: withWeek('v1'), on: { ...quiet, setRhythm: () => { server.family = withWeek('v2', '14:15'); return { id: 'child' } } } })
  await lengthen()
  expect(screen.getByRole('button', { name: /Middagslaap/ }).textContent).toContain('12.30 tot 14.15 uur')
  await userEvent.click(screen.getByRole('button', { name: 'Maak ongedaan' }))
  expect(screen.getByRole('button', { name: /Middagslaap/ }).textContent).toContain('12.30 tot 14.00 uur')
  await lengthen()
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar deze week' }))
  expect(await screen.findByText(/Deze week is bewaard\./)).toBeTruthy()
  expect(sent(server, 'SetRhythm')).toMatchObject([{ memberId: 'child', version: 'v1', blocks: [{ id: 'nap', kind: 'NAP', from: '12:30', to: '14:15' }] }])
  await waitFor(() => { expect(screen.queryByRole('button', { name: 'Bewaar deze week' })).toBeNull() })
})

test('who was overtaken sees both weeks, and saves from what stands now', async () => {
  const server: Server = openApp('/ons-ritme', {
    family: withWeek('v1'),
    on: { ...quiet, setRhythm: ({ version }: { version: string }) => { if (version === 'v1') { server.family = withWeek('v2', '13:30'); throw new Error('Iemand heeft deze week net veranderd.') } server.family = withWeek('v3', '14:15'); return { id: 'child' } } },
  })
  await lengthen()
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar deze week' }))
  const conflict = await screen.findByRole('alert')
  expect(within(conflict).getByText('12.30 tot 13.30 uur')).toBeTruthy()
  await userEvent.click(within(conflict).getByRole('button', { name: 'Bewaar mijn week' }))
  expect(await screen.findByText(/Deze week is bewaard\./)).toBeTruthy()
  expect(sent(server, 'SetRhythm').map(({ version }) => version)).toEqual(['v1', 'v2'])
})

test('a week half made is there again', async () => {
  const content = JSON.stringify({ version: 'v1', blocks: [{ id: 'nap', kind: 'NAP', label: 'Middagslaap', weekdays: [1], from: '12:30', to: '14:45' }] })
  openApp('/ons-ritme', { family: withWeek('v1'), on: { ...quiet, draft: ({ form }: { form: string }) => form === 'rhythm-child' ? { form, content, savedAt: '2026-11-24T08:00:00.000Z' } : null } })
  expect(await screen.findByText('12.30 tot 14.45 uur')).toBeTruthy()
})

test('what the family wants to carry is saved as it was chosen, and nothing else', async () => {
  const server: Server = openApp('/ons-ritme', { family: withWeek('v1'), on: { ...quiet, setLimits: () => ({ id: 'family' }) } })
  await userEvent.click(await screen.findByRole('radio', { name: 'Samen' }))
  await userEvent.selectOptions(screen.getByLabelText('Hoeveel bezoeken in een week?'), 'hooguit 1')
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar' }))
  const { version } = limits
  await waitFor(() => { expect(sent(server, 'SetLimits')).toEqual([{ familyId: 'family', version, limits: { ...asked, tripsPerWeek: 1 }, commandId: expect.any(String) }]) })
})

test('a parent without a car says it of themselves', async () => {
  const server: Server = openApp('/ons-ritme', { family: withWeek('v1'), on: { ...quiet, setLimits: () => ({ id: 'family' }) } })
  await userEvent.click(await screen.findByRole('radio', { name: 'Samen' }))
  await userEvent.click(screen.getByRole('radio', { name: 'Nee, met bus of trein' }))
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar' }))
  await waitFor(() => { expect(sent(server, 'SetLimits')[0]?.['limits']).toMatchObject({ ownCar: false }) })
  expect(sent(server, 'SetLimits')[0]?.['limits']).not.toHaveProperty('withoutCar')
})

test('appointments of a week with everybody together, and the hours of a day', async () => {
  const server: Server = openApp('/ons-ritme', { family: withWeek('v1'), on: { ...quiet, setLimits: () => ({ id: 'family' }) } })
  await userEvent.click(await screen.findByRole('radio', { name: 'Samen' }))
  await userEvent.selectOptions(screen.getByLabelText(/Hoeveel afspraken in een week/), 'hooguit 3')
  await userEvent.click(screen.getByRole('radio', { name: 'Elke dag dezelfde tijden' }))
  await userEvent.click(screen.getByRole('button', { name: 'Niet vroeger dan: een kwartier later' }))
  await userEvent.click(screen.getByRole('radio', { name: 'Per dag anders' }))
  await userEvent.click(within(screen.getByRole('group', { name: 'woensdag' })).getByRole('button', { name: 'Klaar om: een kwartier eerder' }))
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar' }))
  const usual = { from: '09:15', to: '17:00' }
  await waitFor(() => { expect(sent(server, 'SetLimits')[0]?.['limits']).toMatchObject({ contactsPerWeek: 3, dayHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...usual, ...(weekday === 3 && { to: '16:45' }) })) }) })
})

test('what somebody may not set is not asked', async () => {
  openApp('/ons-ritme', { family: { ...family(), rhythms: [], limits: null, pace: null, dayCentres: [] } as never })
  expect(await screen.findByText('Uw hulpverlener kan dit met u invullen.')).toBeTruthy()
})
