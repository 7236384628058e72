import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { sampleFamily } from '../../testing/sample-family.ts'

const words = { title: 'Handen die eerst laten zien', situation: 'Een kind schrok van elke hand.', talk: null, tried: 'Eerst laten zien.', whatHelped: 'Iedereen deed het zo.', whatDidNot: null, insight: null, ages: ['TODDLER'], routes: ['CHILD', 'BOND'], settings: ['GROUP'] }
const onShelf = (more: object = {}) => ({ id: 'c1', ...words, year: 2026, isOwn: false, withdrawn: null as object | null, ...more })
const names = { persons: ['Sem', 'Anouk'], organisations: ['De Wilgenboom'], places: ['Druivendal'] }
const card = (more: object = {}) => ({ version: 'v1', ...words, isWhole: true, release: null as object | null, changedAt: '2026-11-20T10:00:00.000Z', changedBy: 'Hanne de Wit', answers: [] as object[], awaited: [{ memberId: 'anouk', firstName: 'Anouk' }], mayAnswer: false, ...more })
const plan = (practiceCard: object | null) => ({ variant: 'HEAVY', needs: [], texts: [], parents: [{ memberId: 'anouk', firstName: 'Anouk' }], parentsGoals: [], lines: [], versions: [], evaluations: [], practiceCard })
const withCard = (practiceCard: object | null) => ({ ...sampleFamily(), closing: { words: 'Klaar', by: 'Hanne de Wit', at: '2026-11-20T10:00:00.000Z' }, plan: plan(practiceCard) })
const page = (...nodes: object[]) => ({ nodes, pageInfo: { hasNextPage: false } })
const shelf = (asked: Record<string, unknown>[], ...nodes: object[]) => ({ practiceCards: (sought: Record<string, unknown>) => { asked.push(sought); return sought['age'] === 'BABY' ? page() : page(...nodes) }, ownWithdrawnCards: page() })

test('cards are found by words, age, route and place', async () => {
  const asked: Record<string, unknown>[] = []
  await openDesk('/praktijkkaarten', sampleFamily(), shelf(asked, onShelf()))
  expect(await screen.findByText('1 kaart past.')).toBeTruthy()
  expect(within(screen.getByRole('article', { name: words.title })).getByText('van 1 tot 4 jaar')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Zoek in de kaarten'), 'hand')
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ words: 'hand' }))
  await userEvent.selectOptions(screen.getByLabelText('Leeftijd'), 'BABY')
  expect(await screen.findByText('Geen kaart past bij deze vragen.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Zonder filters' }))
  expect(await screen.findByText('1 kaart past.')).toBeTruthy()
})

test('an empty shelf says where a card begins', async () => {
  await openDesk('/praktijkkaarten', sampleFamily(), shelf([]))
  expect(await screen.findByText(/Een kaart begint in het plan van een gezin/)).toBeTruthy()
})

test('what somebody took away themselves they still find, with why', async () => {
  await openDesk('/praktijkkaarten', sampleFamily(), { ...shelf([]), ownWithdrawnCards: page(onShelf({ withdrawn: { at: '2026-11-20T10:00:00.000Z', reason: 'Te herkenbaar' } })) })
  expect(await screen.findByText('Te herkenbaar')).toBeTruthy()
})

test('a card is read without who wrote it; a card that isn’t there looks like one that was taken away', async () => {
  const desk = await openDesk('/praktijkkaarten/c1', sampleFamily(), { practiceCard: onShelf() })
  expect(await screen.findByRole('heading', { name: words.title })).toBeTruthy()
  expect(screen.getByRole('region', { name: 'Wat hielp' }).textContent).toContain('Iedereen deed het zo.')
  expect(screen.queryByRole('region', { name: 'Wat hielp niet' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Haal de kaart weg' })).toBeNull()
  desk.unmount()
  await openDesk('/praktijkkaarten/c2', sampleFamily(), { practiceCard: null })
  expect(await screen.findByRole('heading', { name: 'Deze kaart is er niet' })).toBeTruthy()
})

test('who published it takes it away with a reason', async () => {
  const desk = await openDesk('/praktijkkaarten/c1', sampleFamily(), { practiceCard: onShelf({ isOwn: true }), withdrawPracticeCard: { id: 'c1' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Haal de kaart weg' }))
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('Waarom?'), 'Te herkenbaar')
  await userEvent.click(dialog.getByRole('button', { name: 'Haal de kaart weg' }))
  await waitFor(() => expect(desk.sent('WithdrawPracticeCard')[0]?.variables).toMatchObject({ id: 'c1', reason: 'Te herkenbaar' }))
})

const fill = async (field: string, text: string) => { await userEvent.type(screen.getByLabelText(field), text) }

test('while a card is written, names are pointed at beside it, and it isn’t sent before they are gone', async () => {
  const desk = await openDesk('/gezin/verhoeven/plan/praktijkkaart', withCard(null), { namesToLeaveOut: names, writePracticeCard: { id: 'v1', familyId: 'verhoeven' } })
  expect(await screen.findByText('Wij vonden geen namen, getallen of dagen.')).toBeTruthy()
  await fill('In één regel', 'Handen')
  await fill('De situatie', 'Wij zagen dat Sem schrok op 12 maart, in Gent.')
  await fill('Wat is geprobeerd', 'Eerst laten zien.')
  await fill('Wat hielp', 'Tijd.')
  expect(screen.getByText('2 woorden moeten weg. Kijk nog één keer naar # woord.'.replace('#', '1'))).toBeTruthy()
  for (const choice of ['van 1 tot 4 jaar', 'het kind', 'op de groep']) await userEvent.click(screen.getByLabelText(choice))
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  expect(screen.getByText('Hier staat nog iets waaraan iemand te herkennen is.')).toBeTruthy()
  expect(desk.sent('WritePracticeCard')).toEqual([])
  const situation = screen.getByLabelText<HTMLTextAreaElement>('De situatie')
  // Enter on what was found leads to it.
  await userEvent.click(screen.getByRole('button', { name: '12 maart' }))
  expect(situation.value.slice(situation.selectionStart, situation.selectionEnd)).toBe('12 maart')
  await userEvent.clear(situation)
  await fill('De situatie', 'Een kind schrok van elke hand.')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(desk.sent('WritePracticeCard')[0]?.variables).toMatchObject({ familyId: 'verhoeven', input: { title: 'Handen', situation: 'Een kind schrok van elke hand.', ages: ['TODDLER'], routes: ['CHILD'], settings: ['GROUP'] } }))
  expect(desk.sent('WritePracticeCard')[0]?.variables['input']).not.toHaveProperty('talk')
})

test('what is still missing is said at its field, and what the server still finds is said in words', async () => {
  const desk = await openDesk('/gezin/verhoeven/plan/praktijkkaart', withCard(card()), { namesToLeaveOut: names, writePracticeCard: () => refused('practice-card-traces', 'Hier staat nog een naam.') })
  const tried = await screen.findByLabelText('Wat is geprobeerd')
  await userEvent.clear(tried)
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  expect(tried.getAttribute('aria-invalid')).toBe('true')
  await userEvent.type(tried, 'Tijd')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  expect(await screen.findByText('Hier staat nog een naam.')).toBeTruthy()
  expect(desk.sent('WritePracticeCard')[0]?.variables).toMatchObject({ version: 'v1' })
})

test('a card is released when each parent said yes, and it is said from when colleagues find it', async () => {
  const family = withCard(card({ answers: [{ memberId: 'anouk', firstName: 'Anouk', isYes: true, at: '2026-11-21T10:00:00.000Z' }], awaited: [] }))
  const desk = await openDesk('/gezin/verhoeven/plan', family, { releasePracticeCard: () => { family.plan = plan(card({ awaited: [], release: { placeOn: '2026-12-01', isPlaced: false, isWithdrawn: false, cardId: 'c1' } })); return { id: 'v1', familyId: 'verhoeven' } }, recallPracticeCard: { id: 'c1', familyId: 'verhoeven' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Geef de kaart vrij' }))
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Geef de kaart vrij' }))
  expect(await screen.findByText(/Vanaf 1 december 2026 vinden collega’s deze kaart/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Toch niet plaatsen' }))
  await waitFor(() => expect(desk.sent('RecallPracticeCard')[0]?.variables).toMatchObject({ cardId: 'c1' }))
})

test('a no keeps the card in the file, and a card that colleagues find isn’t changed', async () => {
  const desk = await openDesk('/gezin/verhoeven/plan', withCard(card({ answers: [{ memberId: 'anouk', firstName: 'Anouk', isYes: false, at: '2026-11-21T10:00:00.000Z' }], awaited: [] })))
  expect(await screen.findByText('Deze kaart blijft in het dossier. Dat is goed.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Geef de kaart vrij' })).toBeNull()
  desk.unmount()
  await openDesk('/gezin/verhoeven/plan', withCard(card({ awaited: [], release: { placeOn: '2026-11-01', isPlaced: true, isWithdrawn: false, cardId: 'c1' } })))
  expect((await screen.findByRole('link', { name: 'Bekijk haar daar' })).getAttribute('href')).toBe('/praktijkkaarten/c1')
  expect(screen.queryByRole('link', { name: 'Wijzigen' })).toBeNull()
})
