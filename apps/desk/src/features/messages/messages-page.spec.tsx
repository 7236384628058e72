import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { sampleFamily } from '../../testing/sample-family.ts'

const usual = { address: null as string | null, unconfirmedAddress: null as string | null, lastRefused: false, channel: 'MAIL', language: 'NL', reminderHours: 24, quietFrom: '20:00', quietUntil: '08:00' }

test('an address is used once its code was typed in; a wrong code says so and keeps what was typed', async () => {
  let settings = usual
  const desk = await openDesk('/berichten', sampleFamily(), {
    messageSettings: () => settings,
    askMailAddress: ({ address }: { address: string }) => settings = { ...settings, unconfirmedAddress: address },
    confirmMailAddress: ({ code }: { code: string }) => {
      if (code !== '123456') throw refused('mail-code-wrong', 'Deze code klopt niet.')
      return settings = { ...settings, address: settings.unconfirmedAddress, unconfirmedAddress: null }
    },
  })
  await userEvent.type(await screen.findByLabelText('Nieuw mailadres'), 'hanne@example.org')
  await userEvent.click(screen.getByRole('button', { name: 'Stuur mij een code' }))
  const code = await screen.findByLabelText('Code')
  await userEvent.type(code, '000000')
  await userEvent.click(screen.getByRole('button', { name: 'Dit is de code' }))
  expect(await screen.findByText('Deze code klopt niet.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Code').value).toBe('000000')
  await userEvent.clear(screen.getByLabelText('Code'))
  await userEvent.type(screen.getByLabelText('Code'), '123456{Enter}')
  expect(await screen.findByText('Uw mail gaat naar hanne@example.org.')).toBeTruthy()
  expect(desk.sent('ConfirmMailAddress').map(({ variables }) => variables['code'])).toEqual(['000000', '123456'])
})

test('quiet hours and no mail at all are chosen and kept; professionals choose no reminder', async () => {
  let settings = { ...usual, address: 'hanne@example.org' }
  const desk = await openDesk('/berichten', sampleFamily(), {
    messageSettings: () => settings,
    chooseMessages: ({ choice }: { choice: object }) => settings = { ...settings, ...choice },
  })
  const from = await screen.findByLabelText('Vanaf')
  expect(screen.queryByText(/herinnering/)).toBeNull()
  await userEvent.clear(from)
  await userEvent.type(from, '18:30')
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar' }))
  await waitFor(() => expect(desk.sent('ChooseMessages')[0]?.variables['choice']).toEqual({ channel: 'MAIL', reminderHours: 24, quietFrom: '18:30', quietUntil: '08:00' }))
  await userEvent.click(await screen.findByLabelText('Nee, geen mail'))
  expect(screen.queryByLabelText('Vanaf')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar' }))
  await waitFor(() => expect(desk.sent('ChooseMessages')[1]?.variables['choice']).toMatchObject({ channel: 'NONE' }))
})

test('an address that mail does not reach any more says so, and can be forgotten', async () => {
  let settings: typeof usual = { ...usual, address: 'hanne@example.org', lastRefused: true }
  await openDesk('/berichten', sampleFamily(), { messageSettings: () => settings, removeMailAddress: () => settings = usual })
  expect(await screen.findByText(/kwam niet aan bij dit adres/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Vergeet mijn mailadres' }))
  expect(await screen.findByText('Wij hebben nog geen mailadres van u.')).toBeTruthy()
})

test('where no mail is sent, nothing can be filled in', async () => {
  await openDesk('/berichten', sampleFamily(), { messageSettings: null })
  expect(await screen.findByText('Hier wordt geen mail verstuurd.')).toBeTruthy()
  expect(within(screen.getByRole('main')).queryByRole('textbox')).toBeNull()
})
