import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family } from '../testing/family-of-test.ts'
import { openApp, sent } from '../testing/open-app.tsx'

const written = {
  id: 'c1', kind: 'CONTRIBUTION', title: 'Bijdrage over Sem', day: '2026-11-23', by: 'Lotte Jansen, pedagogisch medewerker, KDC De Wilgenboom',
  lines: [{ label: 'Wat er was', text: 'Sem speelde een kwartier met water.' }, { label: 'Wat wij doen', text: 'Wij laten hem kiezen.' }],
  statements: [
    { id: 's1', answers: null, by: 'Joost', isOwn: false, recordedAt: '2026-11-24T09:00:00.000Z', text: 'Het was buiten.' },
    { id: 's2', answers: 's1', by: 'Lotte Jansen', isOwn: false, recordedAt: '2026-11-24T10:00:00.000Z', text: 'Dat klopt, ik zette het recht.' },
  ],
  mayState: true, mayRestrict: true,
}
const card = { ...written, id: 'k1', kind: 'AGREEMENT_CARD', title: 'Zo doen wij het: slapen', day: '2026-11-20', lines: [{ label: 'Tekst', text: 'Eerst een liedje.' }], statements: [] }
const member = { ...written, id: 'sem', kind: 'MEMBER', title: 'Sem Verhoeven', day: '2026-01-01', lines: [{ label: 'Geboren', text: '8 juli 2025' }], statements: [], mayRestrict: false }
const request = { id: 'r1', kind: 'ERASURE', about: 'Sem', receivedOn: '2026-11-24', answerBy: '2026-12-24', status: 'WAITING_FOR_OTHERS', decidedOn: null, reason: null, certificate: null }
const open = (requests: readonly object[] = [request], done: Record<string, (args: never) => unknown> = {}) => openApp('/mijn-gegevens', {
  family: family(),
  on: {
    ownData: () => ({ id: 'family', persons: [{ id: 'mother', name: 'Anouk', isSelf: true, mustAsk: 1, mayAskUnseen: false }, { id: 'child', name: 'Sem', isSelf: false, mustAsk: 2, mayAskUnseen: true }], requests }),
    sharedSafetyNotes: () => [],
    writtenAboutUs: ({ kind }: { kind?: string }) => ({ nodes: [written, card, member].filter((one) => kind === undefined || kind === null || one.kind === kind), kinds: ['CONTRIBUTION', 'AGREEMENT_CARD', 'MEMBER'], pageInfo: { hasNextPage: false } }), ...done,
  },
})
let saved: string[]
beforeEach(() => {
  saved = []
  URL.createObjectURL = () => 'blob:file'
  URL.revokeObjectURL = () => undefined
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) { saved.push(this.download) })
})
afterEach(() => { jest.restoreAllMocks() })

test('own words go beside what somebody wrote, which stays; words of the other parent stand there too (P-03)', async () => {
  const server = open([], { addStatement: () => ({ id: 's2', familyId: 'family' }) })
  const shown = await screen.findByRole('article', { name: 'Bijdrage over Sem, 23 november 2026' })
  expect(within(shown).getByText('Het was buiten.')).toBeTruthy()
  expect(within(shown).getByText('Dat klopt, ik zette het recht.')).toBeTruthy()
  await userEvent.click(within(shown).getByRole('button', { name: 'Zet er iets bij' }))
  await userEvent.click(screen.getByRole('button', { name: 'Zet dit erbij' }))
  expect(screen.getByText('Schrijf eerst iets op.')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Uw eigen woorden'), 'Het was een half uur.')
  await userEvent.click(screen.getByRole('button', { name: 'Zet dit erbij' }))
  await waitFor(() => { expect(sent(server, 'AddOwnWords').at(-1)).toMatchObject({ familyId: 'family', entryKind: 'CONTRIBUTION', entryId: 'c1', text: 'Het was een half uur.' }) })
  expect(screen.getByText('Sem speelde een kwartier met water.')).toBeTruthy()
})

test('every kind of part is there, to be found by its kind; beside each go own words, and not each can be shut (P-03)', async () => {
  open([])
  const shown = await screen.findByRole('article', { name: 'Zo doen wij het: slapen, 20 november 2026' })
  expect(within(shown).getByRole('button', { name: 'Zet er iets bij' })).toBeTruthy()
  await userEvent.selectOptions(screen.getByLabelText('Wat wilt u lezen?'), 'Wie er in het gezin zijn')
  await waitFor(() => { expect(screen.queryByRole('article', { name: /slapen/ })).toBeNull() })
  const sem = screen.getByRole('article', { name: 'Sem Verhoeven, 1 januari 2026' })
  expect(within(sem).getByRole('button', { name: 'Zet er iets bij' })).toBeTruthy()
  expect(within(sem).queryByRole('button', { name: 'Vraag: gebruik dit niet' })).toBeNull()
})

test('that something stays shut is asked with a reason (GDPR 18)', async () => {
  const server = open([], { askRestriction: () => ({ id: 'r2', familyId: 'family' }) })
  await userEvent.click((await screen.findAllByRole('button', { name: 'Vraag: gebruik dit niet' }))[0]!)
  await userEvent.click(screen.getByRole('button', { name: 'Vraag dit' }))
  expect(sent(server, 'AskRestriction')).toEqual([])
  expect(screen.getByText('Kies eerst bij elke vraag een antwoord.')).toBeTruthy()
  await userEvent.click(screen.getByLabelText('Het klopt niet'))
  await userEvent.click(screen.getByRole('button', { name: 'Vraag dit' }))
  await waitFor(() => { expect(sent(server, 'AskRestriction').at(-1)).toMatchObject({ entryId: 'c1', ground: 'CONTESTED' }) })
})

test('what one does not see can be asked not to be used too; it is said that this tells of nothing (S-04)', async () => {
  const server = open([], { askUnseenRestriction: () => ({ id: 'r2', familyId: 'family' }) })
  expect(await screen.findByText('Dit staat hier bij iedereen. Het zegt niet dat er iets is.')).toBeTruthy()
  await userEvent.click(screen.getAllByRole('button', { name: 'Vraag: gebruik dit niet' }).at(-1)!)
  await userEvent.click(screen.getByLabelText('Het klopt niet'))
  await userEvent.click(screen.getByRole('button', { name: 'Vraag dit' }))
  await waitFor(() => { expect(sent(server, 'AskUnseenRestriction').at(-1)).toMatchObject({ personId: 'child', ground: 'CONTESTED' }) })
  expect(await screen.findByText('Uw vraag is verstuurd.')).toBeTruthy()
})

test('the answer to it is one and the same, whatever was decided', async () => {
  open([{ ...request, kind: 'UNSEEN', status: 'ANSWERED', decidedOn: '2026-12-01' }])
  expect(await screen.findByText('Niet gebruiken wat u niet ziet: Sem')).toBeTruthy()
  expect(screen.getByText(/gedaan wat de wet zegt\. Hier staat bij iedereen hetzelfde\. Het zegt niet of er iets is\. Niet mee eens\?/)).toBeTruthy()
})

test('what was shared about safety can be asked not to be used, where it is read', async () => {
  const server = open([], { sharedSafetyNotes: () => [{ id: 'n1', at: '2026-11-24T09:00:00.000Z', by: 'Hanne de Wit', step: 'SIGNALS', words: 'Sem schrok.', examinations: null, results: null, statements: [], mayState: true, mayRestrict: true }], askRestriction: () => ({ id: 'r2', familyId: 'family' }) })
  const note = (await screen.findByText('Sem schrok.')).closest('section')!
  await userEvent.click(within(note).getByRole('button', { name: 'Vraag: gebruik dit niet' }))
  await userEvent.click(screen.getByLabelText('Het klopt niet'))
  await userEvent.click(screen.getByRole('button', { name: 'Vraag dit' }))
  await waitFor(() => { expect(sent(server, 'AskRestriction').at(-1)).toMatchObject({ entryId: 'n1', ground: 'CONTESTED' }) })
})

test('own words go beside what was shared about safety, which stays, with what was answered (P-03)', async () => {
  const said = { id: 'w1', answers: null, by: 'Anouk', isOwn: true, recordedAt: '2026-11-25T09:00:00.000Z', text: 'Er was visite.' }
  const note = { id: 'n1', at: '2026-11-24T09:00:00.000Z', by: 'Hanne de Wit', step: 'SIGNALS', words: 'Sem schrok.', examinations: null, results: null, mayState: true, mayRestrict: false }
  const server = open([], { sharedSafetyNotes: () => [{ ...note, statements: [said, { ...said, id: 'w2', answers: 'w1', by: 'Hanne de Wit', isOwn: false, text: 'Dat nemen wij mee.' }] }], addSafetyStatement: () => ({ id: 'w3', familyId: 'family' }) })
  const shown = (await screen.findByText('Sem schrok.')).closest('section')!
  expect(within(shown).getByText('U, 25 november 2026')).toBeTruthy()
  expect(within(shown).getByText('Dat nemen wij mee.').closest('blockquote blockquote')).not.toBeNull()
  await userEvent.click(within(shown).getByRole('button', { name: 'Zet er iets bij' }))
  expect(screen.getByText(/De andere ouder leest ze niet/)).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Uw eigen woorden'), 'En de radio stond aan.')
  await userEvent.click(screen.getByRole('button', { name: 'Zet dit erbij' }))
  await waitFor(() => { expect(sent(server, 'AddSafetyStatement').at(-1)).toMatchObject({ familyId: 'family', noteId: 'n1', text: 'En de radio stond aan.' }) })
  expect(screen.getByText('Sem schrok.')).toBeTruthy()
})

test('to erase a child says first that all parents have to ask, and that nothing happens yet (P-08)', async () => {
  const server = open([], { askErasure: () => ({ id: 'r1', familyId: 'family' }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Wis alles over Sem' }))
  expect(screen.getByText('Alle ouders met gezag moeten dit vragen, ieder in de eigen app.')).toBeTruthy()
  expect(sent(server, 'AskErasure')).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Ja, vraag dit' }))
  await waitFor(() => { expect(sent(server, 'AskErasure').at(-1)).toMatchObject({ personId: 'child' }) })
  expect(await screen.findByText('Uw vraag is verstuurd.')).toBeTruthy()
})

test('what was asked stands there with how it is and by when there is an answer', async () => {
  open([request, { ...request, id: 'r2', status: 'REFUSED', decidedOn: '2026-12-01', reason: 'De wet zegt dat wij dit moeten bewaren.' }])
  expect(await screen.findByText('Nog niet iedereen vroeg dit')).toBeTruthy()
  expect(screen.getByText('Gevraagd op 24 november 2026. U hoort het uiterlijk op 24 december 2026.')).toBeTruthy()
  expect(screen.getByText(/De wet zegt dat wij dit moeten bewaren\. Niet mee eens\?/)).toBeTruthy()
})

test('the certificate of an erasure can be kept (P-14)', async () => {
  open([{ ...request, status: 'DONE', decidedOn: '2026-12-01', certificate: { json: '{}', fingerprint: '0123456789abcdef', destroyedAt: '2026-12-01T10:00:00.000Z', keyBackupsEndOn: '2026-12-31' } }])
  await userEvent.click(await screen.findByRole('button', { name: 'Bewaar het bewijs' }))
  expect(saved).toEqual(['samenspel-0123456789abcdef.json'])
})

test('a refusal is read in the words of the server', async () => {
  open([], { askErasure: () => { throw new Error('Over deze persoon loopt al een verzoek.') } })
  await userEvent.click(await screen.findByRole('button', { name: 'Wis alles over mij' }))
  await userEvent.click(screen.getByRole('button', { name: 'Ja, vraag dit' }))
  expect(await screen.findByText('Over deze persoon loopt al een verzoek.')).toBeTruthy()
})
