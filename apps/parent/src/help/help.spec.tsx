import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family } from '../testing/family-of-test.ts'
import { openApp, sent, type Server } from '../testing/open-app.tsx'

const option = (id: string, name: string, more: object = {}) => ({ id, name: 'Oefenen met eten', about: null, organisation: { name }, waitWeeks: 4, waitToldOn: '2026-11-02', state: 'OPEN', ...more })
const search = (more: object = {}) => ({
  id: 's', subject: { label: 'Sem' }, kind: 'EATING', why: 'Iemand die met u oefent.', area: null, askedBy: 'Hanne de Wit', askedOn: '2026-11-20', status: 'OPEN',
  proposals: [{ id: 'p', fewerWhy: null, options: [option('a', 'De Schakel'), option('b', 'Het ziekenhuis', { waitWeeks: null, waitToldOn: null })], answers: [] as unknown[] }], silent: ['Anouk', 'Joost'], chosenId: null, ended: null, isForYou: true, mayAnswer: true, ...more,
})
const withHelp = (...helpSearches: object[]) => ({ ...family(), helpSearches }) as unknown as ReturnType<typeof family>

test('a parent chooses one of them, or none, and says why only if they want to (K-03)', async () => {
  const answers = [{ parent: 'Anouk', optionId: 'a', on: '2026-11-24', words: 'Dichtbij.', isYours: true }]
  const server: Server = openApp('/hulp', {
    family: withHelp(search()),
    on: { answerProviders: () => { server.family = withHelp(search({ status: 'CHOSEN', chosenId: 'a', isForYou: false, silent: ['Joost'], proposals: [{ ...search().proposals[0], answers }] })); return { id: 's' } } },
  })
  const card = await screen.findByRole('region', { name: 'Hulp voor Sem' })
  expect(within(card).getByText(/U wacht ongeveer 4 weken\. Zo was het op/)).toBeTruthy()
  expect(within(card).getByText('Wij weten niet hoe lang u wacht.')).toBeTruthy()
  expect(within(card).getByRole<HTMLButtonElement>('button', { name: 'Dit kies ik' }).disabled).toBe(true)
  await userEvent.click(within(card).getByRole('radio', { name: /De Schakel/ }))
  await userEvent.type(within(card).getByLabelText('Waarom kiest u dit?'), 'Dichtbij.')
  await userEvent.click(within(card).getByRole('button', { name: 'Dit kies ik' }))
  expect(await screen.findByText('U koos: De Schakel.')).toBeTruthy()
  expect(screen.getByText('De Schakel is gekozen. Uw coördinator vraagt of er plek is.')).toBeTruthy()
  expect(sent(server, 'ChooseProvider')).toMatchObject([{ searchId: 's', proposalId: 'p', optionId: 'a', words: 'Dichtbij.' }])
})

test('none of these is an answer like any other, and everything else goes on (K-03)', async () => {
  const server: Server = openApp('/hulp', { family: withHelp(search()), on: { answerProviders: () => { server.family = withHelp(search({ status: 'AGAIN', isForYou: false, silent: [] })); return { id: 's' } } } })
  await userEvent.click(await screen.findByRole('radio', { name: /Geen van deze/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Dit kies ik' }))
  expect(await screen.findByText(/U krijgt een nieuw voorstel\. Alles gaat gewoon door\./)).toBeTruthy()
  await waitFor(() => { expect(sent(server, 'ChooseProvider')).toHaveLength(1) })
  expect(sent(server, 'ChooseProvider')[0]).not.toHaveProperty('optionId')
})

test('on Today there is a way to it while it waits, and a refusal is said in the server’s words', async () => {
  const server = openApp('/', { family: { ...withHelp(search()), consentRequests: [], treatments: [] } as unknown as ReturnType<typeof family>, on: { answerProviders: () => { throw new Error('Er is intussen een nieuw voorstel.') } } })
  await userEvent.click(await screen.findByRole('link', { name: 'Kies wie u helpt' }))
  await userEvent.click(await screen.findByRole('radio', { name: /De Schakel/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Dit kies ik' }))
  expect(await screen.findByText('Er is intussen een nieuw voorstel.')).toBeTruthy()
  expect(sent(server, 'ChooseProvider')).toHaveLength(1)
})
