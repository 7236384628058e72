import { expect, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family, fixed, proposal, visit } from '../testing/family-of-test.ts'
import { openApp, sent } from '../testing/open-app.tsx'

const usual = { address: null as string | null, unconfirmedAddress: null as string | null, lastRefused: false, channel: 'MAIL', language: 'NL', reminderHours: 24, quietFrom: '20:00', quietUntil: '08:00' }

test('a parent gives an address, types in its code, and then chooses when a reminder comes', async () => {
  let settings = usual
  const server = openApp('/instellingen', { family: family(), on: {
    messageSettings: () => settings,
    askMailAddress: ({ address }: { address: string }) => settings = { ...settings, unconfirmedAddress: address },
    confirmMailAddress: () => settings = { ...settings, address: settings.unconfirmedAddress, unconfirmedAddress: null },
    chooseMessages: ({ choice }: { choice: object }) => settings = { ...settings, ...choice },
  } })
  await userEvent.type(await screen.findByLabelText('Nieuw mailadres'), 'anouk@example.org')
  await userEvent.click(screen.getByRole('button', { name: 'Stuur mij een code' }))
  await userEvent.type(await screen.findByLabelText('Code'), '123456')
  await userEvent.click(screen.getByRole('button', { name: 'Dit is de code' }))
  expect(await screen.findByText('Uw mail gaat naar anouk@example.org.')).toBeTruthy()
  await userEvent.selectOptions(await screen.findByLabelText('Wanneer komt een herinnering aan een bezoek?'), '2 uur van tevoren')
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar' }))
  await waitFor(() => expect(sent(server, 'ChooseMessages')).toEqual([{ choice: { channel: 'MAIL', reminderHours: 2, quietFrom: '20:00', quietUntil: '08:00' } }]))
})

test('when nothing arrives, it says so and what was typed stays', async () => {
  const server = openApp('/instellingen', { family: family(), on: { messageSettings: () => usual } })
  const field = await screen.findByLabelText('Nieuw mailadres')
  server.isDown = true
  await userEvent.type(field, 'anouk@example.org{Enter}')
  expect(await screen.findByText('Dit lukt nu niet. Probeer het straks opnieuw.')).toBeTruthy()
  expect((field as HTMLInputElement).value).toBe('anouk@example.org')
})

test('a yes that was said to a professional says how, when and who noted it', async () => {
  const words = 'mondeling, thuis, op dinsdag 24 november, genoteerd door Hanne Smit'
  const own = proposal('p', { status: 'CONFIRMED', answers: [
    { memberId: 'mother', firstName: 'Anouk', answer: 'YES', at: '2026-11-24T10:00:00.000Z', spoken: { words } },
    { memberId: 'father', firstName: 'Joost', answer: 'YES', at: '2026-11-24T10:00:00.000Z', spoken: null },
  ] })
  openApp('/', { family: family({ proposals: [{ ...own, status: 'SENT' }], bundles: [fixed(visit('v'))] }), on: { messageSettings: () => null } })
  expect(await screen.findByText(new RegExp(words))).toBeTruthy()
})
