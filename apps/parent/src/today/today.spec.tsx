import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Proposal } from '../family/model.ts'
import { family, fixed, proposal, visit } from '../testing/family-of-test.ts'
import { openApp, sent, type Server } from '../testing/open-app.tsx'

/** The server of a spec takes an answer as the API would. */
const takesAnswers = (server: () => Server) => ({
  answerProposal: ({ proposalId, answer }: { proposalId: string; answer: Proposal['answers'][number]['answer'] }) => {
    const { family: known } = server()
    if (known !== undefined) {
      server().family = { ...known, proposals: known.proposals.map((each) => each.id !== proposalId ? each : { ...each, answers: each.answers.map((given) => given.memberId === 'mother' ? { ...given, answer } : given) }) }
    }
    return { id: proposalId }
  },
})

test('a proposal is one visit with its stops, with what it saves and who is asked', async () => {
  openApp('/', { family: family({ proposals: [proposal('p')] }) })
  expect(await screen.findByRole('heading', { level: 1, name: 'Past dit bij u?' })).toBeTruthy()
  const card = screen.getByRole('article', { name: 'dinsdag 1 december' })
  expect(within(card).getByText('2 afspraken, 1 keer reizen')).toBeTruthy()
  expect(within(within(card).getByRole('list', { name: 'Wat er dan is' })).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^9\.30Controlemet Hanne/), expect.stringMatching(/^10\.15Fysiotherapiemet Karim/),
  ])
  expect(within(card).getByText('Tijn is dan op school.')).toBeTruthy()
  expect(within(screen.getByRole('article', { name: 'donderdag 3 december' })).getByText('Thuis, via beeld')).toBeTruthy()
  expect(screen.getByText('Vier ritten worden er één.')).toBeTruthy()
  expect(screen.getByText('Joost', { selector: 'b' }).parentElement?.textContent).toBe('Joost is gevraagd')
  expect(document.title).toBe('Past dit bij u? · Samenspel')
})

test('one tap says yes, for oneself; the page stays and says who else is asked', async () => {
  const server: Server = openApp('/', { family: family({ proposals: [proposal('p')] }), on: takesAnswers(() => server) })
  await userEvent.click(await screen.findByRole('button', { name: 'Ja, dit past' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Dank u. U zegt ja.' })).toBeTruthy()
  expect(screen.getByText(/Joost is ook gevraagd/)).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  expect(screen.queryByRole('button', { name: 'Ja, dit past' })).toBeNull()
  expect(sent(server, 'AnswerProposal')).toEqual([{ familyId: 'family', proposalId: 'p', answer: 'YES', commandId: expect.any(String) }])
})

test('a yes that did not arrive can be given again, and counts once', async () => {
  const server: Server = openApp('/', { family: family({ proposals: [proposal('p')] }), on: takesAnswers(() => server) })
  const yes = await screen.findByRole('button', { name: 'Ja, dit past' })
  server.isDown = true
  await userEvent.click(yes)
  expect(await screen.findByText('Dat lukte niet. Wij hebben nog niets veranderd.')).toBeTruthy()
  server.isDown = false
  await userEvent.click(yes)
  expect(await screen.findByRole('heading', { level: 1, name: 'Dank u. U zegt ja.' })).toBeTruthy()
  const [first, second] = sent(server, 'AnswerProposal')
  expect(second?.['commandId']).toBe(first?.['commandId'])
})

test('one can let the other parent answer, and still answer oneself', async () => {
  const server: Server = openApp('/', { family: family({ proposals: [proposal('p')] }), on: takesAnswers(() => server) })
  await userEvent.click(await screen.findByRole('button', { name: 'Laat Joost voor mij antwoorden' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Joost antwoordt voor u' })).toBeTruthy()
  expect(sent(server, 'AnswerProposal')[0]?.['answer']).toBe('LET_OTHER_ANSWER')
  expect(screen.getByRole('button', { name: 'Ja, dit past' })).toBeTruthy()
})

test('of two proposals the chosen one is shown and answered', async () => {
  const other = proposal('q', { bundles: [visit('q-visit', { date: '2026-12-08' })] })
  const server: Server = openApp('/', { family: family({ proposals: [proposal('p'), other] }), on: takesAnswers(() => server) })
  await userEvent.click(await screen.findByRole('radio', { name: /Voorstel 2/ }))
  expect(screen.getByRole('article', { name: 'dinsdag 8 december' })).toBeTruthy()
  expect(screen.queryByRole('article', { name: 'dinsdag 1 december' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Ja, dit past' }))
  await waitFor(() => { expect(sent(server, 'AnswerProposal')[0]?.['proposalId']).toBe('q') })
})

test('while appointments are being fixed nothing more is asked', async () => {
  openApp('/', { family: family({ proposals: [proposal('p', { status: 'CONFIRMING' })] }) })
  expect(await screen.findByRole('heading', { level: 1, name: 'Wij zetten alles vast' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Ja, dit past' })).toBeNull()
})

test('what is fixed is told, with its days, and stays', async () => {
  const confirmed = proposal('p', { status: 'CONFIRMED' })
  openApp('/', { family: family({ proposals: [confirmed], bundles: confirmed.bundles.map(fixed).map((bundle) => ({ ...bundle, date: '2099-12-01' })) }) })
  expect(await screen.findByRole('heading', { name: 'Alles staat vast' })).toBeTruthy()
  expect(screen.getByText('dinsdag 1 december en donderdag 3 december')).toBeTruthy()
})

test('a moment that was just taken is told calmly, with what happens next', async () => {
  openApp('/', { family: family({ proposals: [proposal('p', { status: 'RELEASED', releasedBecause: 'Een van de tijden was net vergeven.' })] }) })
  expect(await screen.findByText('Er staat niets vast. Dat ligt niet aan u.')).toBeTruthy()
  expect(screen.getByText('Hanne maakt een nieuw voorstel voor u.')).toBeTruthy()
})

test.each([
  ['a question', { consentRequests: [{ id: 'r', isForYou: true }] }],
  ['the plan', { isAskedAboutPlan: true }],
  ['a talk', { meetings: [{ id: 'm', status: 'FIXED' }] }],
])('nobody says that there is nothing to do while %s waits', async (_, more) => {
  openApp('/', { family: family(more as never) })
  expect(await screen.findByRole('heading', { level: 1, name: 'Er is nu geen bezoek' })).toBeTruthy()
  expect(screen.queryByText('U hoeft niets te doen.')).toBeNull()
})

test('where nothing waits, that is said', async () => {
  openApp('/', { family: family() })
  expect(await screen.findByText('U hoeft niets te doen.')).toBeTruthy()
})

test('who has no family file yet sees a calm page, and whom to ring', async () => {
  openApp('/', { me: { id: 'theresa', name: 'Theresa Claes', title: 'zwanger', jurisdiction: 'BE', language: 'NL' } })
  expect(await screen.findByRole('heading', { level: 1, name: 'Er is nu geen bezoek' })).toBeTruthy()
  expect(screen.getAllByRole('link', { name: /Zelfmoordlijn.*1813/ }).map((link) => link.getAttribute('href'))).toEqual(['tel:1813', 'tel:1813'])
})

test('after a loss nothing is asked and nobody is reminded of a proposal; what stands is a short list, and there is somebody to ring', async () => {
  openApp('/', { family: family({ silence: { since: '2026-11-23T10:00:00.000Z', isRest: false }, bundles: [fixed(visit('b', { date: '2099-12-01' }))], proposals: [proposal('p', { status: 'RELEASED', releasedBecause: 'Een tijd was net weg.' })], consentRequests: [{ id: 'r', isForYou: true }] }) })
  expect(await screen.findByRole('heading', { level: 1, name: 'Wij laten u met rust' })).toBeTruthy()
  expect(within(screen.getByRole('region', { name: 'Dit staat nog in uw agenda' })).getAllByRole('link')).toHaveLength(1)
  expect(screen.getByRole('link', { name: 'Bel Hanne: 088 555 01 20' })).toBeTruthy()
  for (const asks of ['Er is een vraag voor u', 'Een tijd was net weg.', 'Oefenen met zitten.']) expect(screen.queryByText(asks)).toBeNull()
})
