import { expect, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { OverloadSignal } from '../family/model.ts'
import { family } from '../testing/family-of-test.ts'
import { openApp, sent, type Server } from '../testing/open-app.tsx'

const signal: OverloadSignal = {
  id: 's', memberId: 'mother', choice: 'CALL_ME', at: '2026-11-24T08:00:00.000Z', callBy: '2099-11-24T16:00:00.000Z',
  answeredAt: null, passedToSubstitute: false, remindersPaused: true, caller: family().coordinator!,
}
const takesSignal = (server: () => Server) => ({
  signalTooMuch: () => {
    server().family = family({ overloadSignals: [signal] })
    return { id: 's' }
  },
})

test('it is allowed, nothing is chosen beforehand, and after it one reads who calls and by when', async () => {
  const server: Server = openApp('/te-veel', { family: family(), on: { draft: () => null, dropDraft: () => ({ id: 'd' }), ...takesSignal(() => server) } })
  expect(await screen.findByText('Dat mag. U doet niets fout.')).toBeTruthy()
  expect(screen.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked)).toEqual([])
  await userEvent.click(screen.getByRole('radio', { name: 'Bel mij' }))
  await userEvent.click(screen.getByRole('button', { name: 'Versturen' }))
  expect(await screen.findByRole('heading', { name: 'Dank u. Hanne weet het nu.' })).toBeTruthy()
  expect(screen.getByText('Hanne belt u dinsdag 24 november vóór 17.00 uur.')).toBeTruthy()
  expect(screen.getByText('U krijgt nu geen herinneringen van ons.')).toBeTruthy()
  expect(sent(server, 'SignalTooMuch')).toEqual([{ familyId: 'family', choice: 'CALL_ME', commandId: expect.any(String) }])
})

test('without a choice it asks for one, and sends nothing', async () => {
  const server = openApp('/te-veel', { family: family(), on: { draft: () => null } })
  await userEvent.click(await screen.findByRole('button', { name: 'Versturen' }))
  expect(screen.getByText('Kies eerst wat u nu helpt.')).toBeTruthy()
  expect(sent(server, 'SignalTooMuch')).toEqual([])
})

test('words that were half written are there again', async () => {
  openApp('/te-veel', { family: family(), on: { draft: () => ({ form: 'too-much', content: 'Ik slaap slecht', savedAt: '2026-11-24T08:00:00.000Z' }) } })
  expect(await screen.findByDisplayValue('Ik slaap slecht')).toBeTruthy()
})

test('words are kept while they are written', async () => {
  const server = openApp('/te-veel', { family: family(), on: { draft: () => null, saveDraft: ({ content }: { content: string }) => ({ form: 'too-much', content, savedAt: '2026-11-24T08:00:00.000Z' }) } })
  await userEvent.type(await screen.findByLabelText('Wilt u iets zeggen?'), 'Moe')
  await waitFor(() => { expect(sent(server, 'SaveDraft').at(-1)).toMatchObject({ familyId: 'family', form: 'too-much', content: 'Moe' }) })
  expect(await screen.findByText('Uw tekst is bewaard.')).toBeTruthy()
})

test('when nobody could call in time the substitute is named', async () => {
  const substitute = { ...signal.caller, name: 'Mirjam Postma' }
  openApp('/', { family: family({ overloadSignals: [{ ...signal, passedToSubstitute: true, caller: substitute }] }) })
  expect(await screen.findByText('Uw vaste hulpverlener is er nu niet. Mirjam belt u.')).toBeTruthy()
})
