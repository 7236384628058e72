import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family } from '../testing/family-of-test.ts'
import { openApp, sent, type Server } from '../testing/open-app.tsx'

const professional = (id: string, name: string, title: string) => ({ id, name, title, organisation: { id: `o ${id}`, name: 'De Schakel' } })
const [hanne, mirjam, femke] = [professional('hanne', 'Hanne de Wit', 'IMH-specialist'), professional('mirjam', 'Mirjam Postma', 'IMH-specialist'), professional('femke', 'Femke Mulder', 'jeugdhulpverlener')]
const member = (person: typeof hanne, more: object = {}) => ({ id: `t ${person.id}`, professional: person, isCoordinator: false, isSubstitute: false, until: null, ...more })
const team = [member(hanne, { isCoordinator: true }), member(femke), member(mirjam, { isSubstitute: true })]
const ask = (more: object = {}) => ({ id: 'a', kind: 'OTHER_PROVIDER', askedOn: '2026-11-20', about: femke, words: null, notedBy: null, readers: [hanne, mirjam], status: 'OPEN', answer: null, isComing: false, isYours: true, mayWithdraw: true, ...more })
const withAsks = (...asks: object[]) => ({ ...family(), coordinator: hanne, team, asks }) as unknown as ReturnType<typeof family>
const open = (asks: object[], on: Server['on'] = {}) => openApp('/anders', { family: withAsks(...asks), on })

test('a parent asks for another professional, reads beforehand who reads it and who doesn’t, and then what becomes of it', async () => {
  const server: Server = open([], { makeAsk: () => { server.family = withAsks(ask({ words: 'Liever een ander.' })); return { id: 'a' } } })
  await userEvent.click(await screen.findByRole('radio', { name: /Een andere hulpverlener/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Verder' }))
  expect(screen.getByText('Kies eerst hierboven.')).toBeTruthy()
  const who = screen.getByLabelText('Wie past niet bij u?')
  expect(within(who).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Kies', 'Femke Mulder, jeugdhulpverlener', 'Mirjam Postma, IMH-specialist'])
  await userEvent.selectOptions(who, 'femke')
  await userEvent.type(screen.getByLabelText('Wilt u zeggen waarom?'), 'Liever een ander.')
  await userEvent.click(screen.getByRole('button', { name: 'Verder' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Iemand anders vragen dan Femke Mulder?' }))
  expect(dialog.getByText('Hanne de Wit en Mirjam Postma kunnen uw vraag lezen. Een van hen praat er met u over. Femke Mulder kan uw vraag niet lezen.')).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Ja, vraag dit' }))
  expect(await screen.findByText('Dat is gevraagd. U leest hier wat er is afgesproken.')).toBeTruthy()
  const card = within(await screen.findByRole('region', { name: 'U vroeg om iemand anders dan Femke Mulder' }))
  expect(card.getByText('“Liever een ander.”')).toBeTruthy()
  expect(card.getByText('Hanne de Wit en Mirjam Postma lezen dit.')).toBeTruthy()
  expect(sent(server, 'MakeAsk')).toMatchObject([{ input: { kind: 'OTHER_PROVIDER', aboutId: 'femke', words: 'Liever een ander.' } }])
})

test('about who coordinates they choose with whom to talk: first who stands in, last the coordinator', async () => {
  const server = open([], { makeAsk: () => ({ id: 'a' }) })
  await userEvent.click(await screen.findByRole('radio', { name: /Een andere coördinator/ }))
  const choice = screen.getByLabelText('Met wie wilt u hierover praten?')
  expect(within(choice).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Kies', 'Mirjam Postma, vervangt uw coördinator', 'Femke Mulder, jeugdhulpverlener', 'Hanne de Wit, uw coördinator zelf'])
  await userEvent.selectOptions(choice, 'mirjam')
  await userEvent.click(screen.getByRole('button', { name: 'Verder' }))
  expect(screen.getByText('Mirjam Postma leest uw vraag en praat er met u over. Pas daarna hoort Hanne de Wit het.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Ja, vraag dit' }))
  await waitFor(() => { expect(sent(server, 'MakeAsk')).toMatchObject([{ input: { kind: 'OTHER_COORDINATOR', throughId: 'mirjam' } }]) })
})

test('without a shared file help goes on: it says what stops and what stays, and a refusal is the server’s sentence', async () => {
  open([], { makeAsk: () => { throw new Error('Dit is al gevraagd.') } })
  await userEvent.click(await screen.findByRole('radio', { name: /Geen gedeeld dossier/ }))
  expect(screen.getByText(/Wat u deelt, stopt meteen/)).toBeTruthy()
  expect(screen.getByText(/Uw afspraken en uw hulp blijven/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Verder' }))
  await userEvent.click(screen.getByRole('button', { name: 'Nee, nog niet' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Verder' }))
  await userEvent.click(screen.getByRole('button', { name: 'Ja, stop met delen' }))
  expect(await screen.findByText('Dit is al gevraagd.')).toBeTruthy()
})

test('they read what was agreed, take back what stands, and aren’t offered it twice', async () => {
  const answered = ask({ id: 'b', status: 'ANSWERED', mayWithdraw: false, isComing: true, answer: { outcome: 'ANOTHER', words: 'Vanaf maart komt een ander.', by: 'Hanne de Wit', on: '2026-11-22' } })
  const file = ask({ id: 'c', kind: 'NO_SHARED_FILE', about: null })
  const server: Server = open([answered, file], { withdrawAsk: () => { server.family = withAsks(answered, { ...file, status: 'WITHDRAWN', mayWithdraw: false, readers: [] }); return { id: 'c' } } })
  expect(await screen.findByText('Vanaf maart komt een ander.')).toBeTruthy()
  expect(screen.getByText(/Dat is nog niet zover/)).toBeTruthy()
  expect(screen.queryByRole('radio', { name: /Geen gedeeld dossier/ })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Ik wil toch weer delen' }))
  expect(await screen.findByText('U kunt weer delen. Wat u deelde, komt niet vanzelf terug.')).toBeTruthy()
  expect(sent(server, 'WithdrawAsk')).toMatchObject([{ askId: 'c' }])
  expect(screen.getByRole('radio', { name: /Geen gedeeld dossier/ })).toBeTruthy()
})

test('there is a way to it where one sees who helps and what is shared', async () => {
  openApp('/hulp', { family: withAsks() })
  await userEvent.click(await screen.findByRole('link', { name: 'Liever iemand anders?' }))
  expect(await screen.findByRole('heading', { name: 'Liever iemand anders?' })).toBeTruthy()
})
