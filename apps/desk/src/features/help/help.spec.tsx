import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk } from '../../testing/open-desk.tsx'
import { sampleFamily } from '../../testing/sample-family.ts'

const path = '/gezin/verhoeven/hulp'
const nl = { tag: 'nl', name: 'Nederlands' }
const organisation = (id: string, name: string) => ({ id, name })
const service = (id: string, name: string, of: ReturnType<typeof organisation>) => ({
  id, version: 'v', name, about: null, kind: 'EATING', level: 'BASIC', ageFrom: 6, ageUntil: 47, areas: ['Druivendal'], languages: [nl], from: '2026-01-01', until: null, waitWeeks: 3, waitToldOn: '2026-11-01', isWaitOld: false, organisation: of, isOwn: false, isOffered: true,
})
const [clinic, centre] = [organisation('c', 'Ziekenhuis'), organisation('w', 'De Wilgenboom')]
const option = (id: string, of: ReturnType<typeof organisation>, state = 'OPEN') => ({ id, name: 'Oefenen met eten', about: null, organisation: of, waitWeeks: 3, waitToldOn: '2026-11-01', state, noRoomWords: null })
const search = (more: object = {}) => ({
  id: 's', subject: { kind: 'CHILD', memberIds: ['sem'], label: 'Sem' }, kind: 'EATING', why: 'Samen oefenen.', area: null, language: null, askedBy: 'Hanne de Wit', askedOn: '2026-11-20', status: 'OPEN',
  proposals: [{ id: 'p', proposedOn: '2026-11-20', fewerWhy: null, options: [option('o1', clinic), option('o2', centre)], answers: [] as unknown[] }], deciders: [{ id: 'anouk', name: 'Anouk' }, { id: 'joost', name: 'Joost' }], silent: ['Anouk', 'Joost'], chosenId: null as string | null, ended: null, mayLead: true, ...more,
})
const suggestions = (services: unknown[], left: readonly string[] = []) => ({ services, narrowing: { ofKind: 3, forAge: 2, inArea: 2, inLanguage: services.length }, ageMonths: 14, leftAside: left, areas: ['Druivendal'], languages: [nl] })
const done = ({ familyId }: { familyId: string }) => ({ id: 's', familyId })

test('two organisations at least are proposed where two suit (K-03)', async () => {
  const desk = await openDesk(path, sampleFamily(), { helpSuggestions: suggestions([service('a', 'Eetteam', clinic), service('b', 'Eten op de groep', centre)]), askHelp: done })
  await userEvent.click(await screen.findByRole('button', { name: 'Hulp zoeken' }))
  const form = screen.getByRole('dialog', { name: 'Hulp zoeken' })
  await userEvent.selectOptions(within(form).getByLabelText('Soort hulp'), 'EATING')
  await userEvent.type(within(form).getByLabelText('Welke hulp bedoelt u?'), 'Samen eten.')
  await userEvent.click(await within(form).findByRole('checkbox', { name: /Ziekenhuis/ }))
  await userEvent.click(within(form).getByRole('button', { name: 'Stel voor aan de ouders' }))
  expect(within(form).getByText('Kruis minstens twee organisaties aan. Zo kan het gezin kiezen.')).toBeTruthy()
  expect(desk.sent('AskHelp')).toEqual([])
  await userEvent.click(within(form).getByRole('checkbox', { name: /De Wilgenboom/ }))
  await userEvent.click(within(form).getByRole('button', { name: 'Stel voor aan de ouders' }))
  await waitFor(() => { expect(desk.sent('AskHelp')[0]?.variables['input']).toEqual({ subject: { kind: 'CHILD', memberIds: ['sem'] }, kind: 'EATING', why: 'Samen eten.', serviceIds: ['a', 'b'] }) })
  expect(await screen.findByText('Voorgesteld. De ouders kunnen nu kiezen.')).toBeTruthy()
})

test('where one suits, it says how it became so few, and asks why to tell the parents (K-03)', async () => {
  const desk = await openDesk(path, sampleFamily(), { helpSuggestions: suggestions([service('a', 'Eetteam', clinic)]), askHelp: done })
  await userEvent.click(await screen.findByRole('button', { name: 'Hulp zoeken' }))
  const form = screen.getByRole('dialog', { name: 'Hulp zoeken' })
  expect(await within(form).findByText(/Van deze soort zijn er 3, voor deze leeftijd 2, in deze plaats 2, in deze taal 1\./)).toBeTruthy()
  await userEvent.type(within(form).getByLabelText('Welke hulp bedoelt u?'), 'Samen eten.')
  await userEvent.click(within(form).getByRole('checkbox', { name: /Ziekenhuis/ }))
  await userEvent.click(within(form).getByRole('button', { name: 'Stel voor aan de ouders' }))
  expect(desk.sent('AskHelp')).toEqual([])
  await userEvent.type(within(form).getByLabelText('Waarom is er maar één?'), 'Er is er hier één.')
  await userEvent.click(within(form).getByRole('button', { name: 'Stel voor aan de ouders' }))
  await waitFor(() => { expect(desk.sent('AskHelp')[0]?.variables['input']).toMatchObject({ serviceIds: ['a'], fewerWhy: 'Er is er hier één.' }) })
})

test('who chose what, and why, stands with each; a choice that was said aloud is noted, and the chosen one is asked without a name (K-03, C-02)', async () => {
  const answers = [{ parent: 'Anouk', optionId: 'o1', on: '2026-11-21', notedBy: null, words: 'Dat is dichtbij.' }]
  const family = { ...sampleFamily(), helpSearches: [search({ status: 'CHOSEN', chosenId: 'o1', silent: ['Joost'], proposals: [{ ...search().proposals[0], answers }] })] }
  const desk = await openDesk(path, family, { partnersToInvite: [{ id: 'eva', name: 'Eva Smit', title: 'kinderarts', organisation: { id: 'c', name: 'Ziekenhuis', discipline: 'HOSPITAL' }, discipline: 'HOSPITAL' }], answerProviders: done, inviteChosenProvider: done })
  const part = await screen.findByRole('region', { name: 'Eten en drinken voor Sem' })
  expect(within(part).getByText('Dat is dichtbij.')).toBeTruthy()
  expect(within(part).getByText('Vraag Ziekenhuis nu, zonder de naam van het gezin.')).toBeTruthy()
  await userEvent.click(within(part).getByRole('button', { name: /^Keuze vastleggen/ }))
  await userEvent.click(screen.getByRole('radio', { name: 'Joost' }))
  await userEvent.click(screen.getByRole('radio', { name: 'Geen van deze' }))
  await userEvent.click(screen.getByRole('radio', { name: /telefoon/i }))
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(desk.sent('NoteProviderAnswer')[0]?.variables).toMatchObject({ searchId: 's', proposalId: 'p', parentId: 'joost', spoken: { how: 'BY_PHONE' } }) })
  expect(desk.sent('NoteProviderAnswer')[0]?.variables).not.toHaveProperty('optionId')
  await userEvent.click(within(part).getByRole('button', { name: 'Vraag Ziekenhuis' }))
  await userEvent.type(await screen.findByLabelText('Wat vraagt u?'), 'Is er plek?')
  await userEvent.click(screen.getByRole('button', { name: 'Vraag versturen' }))
  await waitFor(() => { expect(desk.sent('InviteChosenProvider')[0]?.variables).toMatchObject({ optionId: 'o1', input: { professionalId: 'eva', question: 'Is er plek?' } }) })
})

test('a no of a provider and the end of a search say that the rest goes on (K-03)', async () => {
  const desk = await openDesk(path, { ...sampleFamily(), helpSearches: [search({ status: 'AGAIN', silent: [] }), search({ id: 'old', status: 'ENDED', mayLead: false, ended: { because: 'NOT_NEEDED', words: null, on: '2026-11-01' } })] }, { noteNoRoom: done, endHelpSearch: done })
  expect(await screen.findByText(/De vraag van het gezin staat nog: stel iets anders voor/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /^Noteren: geen plek.*De Wilgenboom/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(desk.sent('NoteNoRoom')[0]?.variables).toMatchObject({ optionId: 'o2' }) })
  await userEvent.click(screen.getByRole('button', { name: /^Afronden/ }))
  expect(screen.getByText('Het zoeken stopt. Het werk met het gezin gaat gewoon door.')).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'Het gezin besloot het zo' }))
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Afronden' }))
  await waitFor(() => { expect(desk.sent('EndHelpSearch')[0]?.variables).toMatchObject({ because: 'FAMILY_DECIDED' }) })
})

test('who looks back reads what was proposed and chosen then, and is told nothing to do', async () => {
  const asked: unknown[] = []
  const then = { ...sampleFamily(), can: { ...sampleFamily().can, contribute: false, coordinate: false, plan: false }, helpSearches: [search({ status: 'CHOSEN', chosenId: 'o1', silent: [], mayLead: false })] }
  await openDesk(`${path}?toen=2026-10-01`, then, { family: ({ knownAt }: { knownAt?: string }) => { asked.push(knownAt); return then } })
  const part = await screen.findByRole('region', { name: 'Eten en drinken voor Sem' })
  expect(asked).toEqual(['2026-10-01T21:59:59.999Z'])
  expect(within(part).getByText('Ziekenhuis')).toBeTruthy()
  expect(within(part).queryByText(/^Vraag Ziekenhuis nu/)).toBeNull()
  expect(within(screen.getByRole('main')).getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Terugkijken'])
})
