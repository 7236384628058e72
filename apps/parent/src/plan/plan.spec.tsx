import { expect, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family } from '../testing/family-of-test.ts'
import { openApp, sent, type Server } from '../testing/open-app.tsx'

const version = { id: 'v', number: 2, state: 'DRAWN', drawnAt: '2026-11-22T10:00:00.000Z', inForceSince: null, parts: [{ id: 'p', kind: 'LINE', title: 'Interventie nachten', forParents: 'Twee nachten slaapt één van u door.', change: 'NEW' }], mayAnswer: true, yourAnswer: null as string | null, answers: [] }
const plan = (more: object = {}) => ({
  parentsGoals: [], practiceCard: null, versions: [version],
  plain: {
    number: 2, question: 'Wat heeft Sem nodig?', reached: [], looked: null, lookedOn: null, lines: [{ id: 'l', words: 'Samen kijken wij naar een filmpje.', carriedBy: 'Hanne Smit doet dit met u.' }],
    goals: [{ id: 'g', words: 'Na schrik weer rustig worden.', stands: 'Sem wordt vaak binnen tien minuten rustig.', standsOn: '2026-11-20' }],
  }, ...more,
})
const withPlan = (more: object = {}) => ({ ...family(), agreementCards: [], actions: [], plan: plan(more) }) as unknown as ReturnType<typeof family>

test('parents read what was written for them, and neither a number nor a word for colleagues (K-09)', async () => {
  openApp('/plan', { family: withPlan() })
  expect(await screen.findByText('Na schrik weer rustig worden.')).toBeTruthy()
  expect(screen.getByText(/Sem wordt vaak binnen tien minuten rustig/)).toBeTruthy()
  expect(screen.getByText('Samen kijken wij naar een filmpje.')).toBeTruthy()
  const words = document.querySelector('main')?.textContent ?? ''
  for (const professional of ['Interventie', '−1', '-1']) expect(words).not.toContain(professional)
})

test('yes is one tap, and can be changed', async () => {
  const server: Server = openApp('/plan', { family: withPlan(), on: { answerPlanVersion: () => { server.family = withPlan({ versions: [{ ...version, yourAnswer: 'YES' }] }); return { id: 'a', familyId: 'family' } } } })
  await userEvent.click(await screen.findByRole('button', { name: 'Ja, zo is het goed' }))
  expect(await screen.findByText('U zei ja tegen dit plan')).toBeTruthy()
  expect(sent(server, 'AnswerPlan')).toMatchObject([{ planVersionId: 'v', answer: 'YES' }])
  await userEvent.click(screen.getByRole('button', { name: 'Antwoord veranderen' }))
  expect(screen.getByRole('button', { name: 'Nee, nog niet' })).toBeTruthy()
})

test('a no needs no reason and blames nobody', async () => {
  const server: Server = openApp('/plan', { family: withPlan(), on: { saveDraft: () => ({ form: 'plan-answer', content: '', savedAt: '2026-11-24T09:00:00.000Z' }), dropDraft: () => ({ id: 'plan-answer' }), answerPlanVersion: () => { server.family = withPlan({ versions: [{ ...version, yourAnswer: 'NO' }] }); return { id: 'a', familyId: 'family' } } } })
  await userEvent.click(await screen.findByRole('button', { name: 'Nee, nog niet' }))
  await userEvent.click(screen.getByRole('button', { name: 'Versturen' }))
  expect(await screen.findByText('Dat is goed. Uw hulpverlener praat er met u over.')).toBeTruthy()
  expect(sent(server, 'AnswerPlan')[0]).not.toHaveProperty('words')
})

test('a parent says in own words what they want', async () => {
  const server = openApp('/plan', { family: withPlan(), on: { saveDraft: () => ({ form: 'own-goal', content: '', savedAt: '2026-11-24T09:00:00.000Z' }), dropDraft: () => ({ id: 'own-goal' }), writeParentsGoal: () => ({ id: 'w', familyId: 'family' }) } })
  await userEvent.click(await screen.findByRole('button', { name: 'Vertel het in uw woorden' }))
  await userEvent.type(screen.getByLabelText('Wat wilt u?'), 'Samen eten')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(sent(server, 'WriteOwnGoal')).toMatchObject([{ text: 'Samen eten' }]) })
})

test('who changes own words begins from them', async () => {
  const server = openApp('/plan', { family: withPlan({ parentsGoals: [{ version: '1', text: 'Samen eten', isYours: true }] }), on: { saveDraft: () => ({ form: 'own-goal', content: '', savedAt: '2026-11-24T09:00:00.000Z' }), dropDraft: () => ({ id: 'own-goal' }), writeParentsGoal: () => ({ id: 'w', familyId: 'family' }) } })
  await userEvent.click(await screen.findByRole('button', { name: 'Andere woorden' }))
  await userEvent.type(screen.getByLabelText('Wat wilt u?'), ', met Tijn')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(sent(server, 'WriteOwnGoal')).toMatchObject([{ text: 'Samen eten, met Tijn', version: '1' }]) })
})

test('what was done is asked about once, all that stands on the screen; it stays, and can be taken back at once', async () => {
  const action = (done: boolean) => ({ id: 'a', text: 'Bel de huisarts', owner: 'Anouk', isYours: true, done, dueOn: null })
  const record = (done: boolean) => () => { server.family = { ...withPlan(), actions: [action(done)] } as unknown as typeof server.family; return { id: 'a', familyId: 'family' } }
  const server: Server = openApp('/plan', { family: { ...withPlan(), actions: [action(false)] } as unknown as ReturnType<typeof family>, on: { completeAction: record(true), reopenAction: record(false) } })
  const done = await screen.findByRole('button', { name: /^Dit is klaar/ })
  const asked = () => ['PlanForParents', 'FamilyForParents'].map((operation) => sent(server, operation).length)
  const before = asked()
  await userEvent.click(done)
  await userEvent.click(await screen.findByRole('button', { name: /^Toch nog niet/ }))
  await screen.findByRole('button', { name: /^Dit is klaar/ })
  expect(asked()).toEqual(before.map((times) => times + 2))
})

const card = {
  version: 'c', title: 'Handen', situation: 'Een kind schrok van elke hand.', talk: null, tried: 'Eerst laten zien.', whatHelped: 'Iedereen deed het zo.', whatDidNot: null, insight: null, ages: ['TODDLER'], routes: ['CHILD'], settings: ['GROUP'],
  release: null as object | null, mayAnswer: true, yourAnswer: null as boolean | null,
}
test('a parent reads the whole card that colleagues would read, and says yes or no with one tap', async () => {
  const server: Server = openApp('/plan', { family: withPlan({ practiceCard: card }), on: { answerPracticeCard: ({ isYes }) => { server.family = withPlan({ practiceCard: { ...card, yourAnswer: isYes } }); return { id: 'a', familyId: 'family' } } } })
  for (const words of ['Handen', 'Een kind schrok van elke hand.', 'Eerst laten zien.', 'Iedereen deed het zo.']) expect(await screen.findByText(new RegExp(words))).toBeTruthy()
  expect(screen.getByText(/een kind van 1 tot 4 jaar, werken met het kind, op de groep/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Liever niet' }))
  expect(await screen.findByText('U zei: liever niet. Dat is goed.')).toBeTruthy()
  expect(sent(server, 'AnswerPracticeCard')).toMatchObject([{ version: 'c', isYes: false }])
  expect(screen.getByRole('button', { name: 'Ja, dat mag' })).toBeTruthy()
})
test('a parent sees from when colleagues find the card, and that a no still counts', async () => {
  const release = { placeOn: '2026-12-01', isPlaced: false, isWithdrawn: false }
  openApp('/plan', { family: withPlan({ practiceCard: { ...card, yourAnswer: true, release } }) })
  expect(await screen.findByText(/1 december.* komt de kaart bij andere hulpverleners\. U kunt altijd nog nee zeggen\./)).toBeTruthy()
})
test.each([[true, /Dan halen wij de kaart meteen weg/], [false, /Zij is daar weer weg/]])('where colleagues find the card a no takes it away, and it is said where it went (%s)', async (isPlaced, words) => {
  openApp('/plan', { family: withPlan({ practiceCard: { ...card, yourAnswer: true, release: { placeOn: '2026-11-01', isPlaced, isWithdrawn: !isPlaced } } }) })
  expect(await screen.findByText(words)).toBeTruthy()
})

const afterLoss = (since: string): ReturnType<typeof family> => ({ ...withPlan(), silence: { since, isRest: false } })

test('after a loss nothing is asked of the plan of before', async () => {
  openApp('/plan', { family: afterLoss('2026-11-23T10:00:00.000Z') })
  expect(await screen.findByText(/^Dit is van eerder\. U hoeft er niets mee\./)).toBeTruthy()
  expect(screen.getByText('Na schrik weer rustig worden.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Ja, zo is het goed' })).toBeNull()
})

test('a plan that was made after a loss is asked about as ever', async () => {
  openApp('/plan', { family: afterLoss('2026-11-20T10:00:00.000Z') })
  expect(await screen.findByRole('button', { name: 'Ja, zo is het goed' })).toBeTruthy()
  expect(screen.queryByText(/^Dit is van eerder/)).toBeNull()
})
