import { expect, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk } from '../../testing/open-desk.tsx'
import { proposal, sampleFamily } from '../../testing/sample-family.ts'

const path = '/gezin/verhoeven/planner'
const planner = { familyId: 'verhoeven', from: '2026-11-25', until: '2026-12-20', needs: [], freeTime: [], rhythm: [], closedDays: [] }
const running = { id: 'run', familyId: 'verhoeven', state: 'RUNNING', proposals: [] as unknown[], error: null }

test('asks, shows progress and proposals side by side, and sends the chosen one after a question', async () => {
  const run = { ...running }
  const family = sampleFamily()
  const desk = await openDesk(path, family, {
    planner,
    startProposals: () => run,
    proposalRun: () => run,
    sendProposals: () => {
      family.proposals = [{ ...proposal('p1'), status: 'SENT', sentAt: '2026-11-24T10:00:00.000Z', answers: [{ memberId: 'anouk', firstName: 'Anouk', answer: 'YES', at: '2026-11-24T11:00:00.000Z' }, { memberId: 'joost', firstName: 'Joost', answer: null }] }]
      return { id: 'run', familyId: 'verhoeven' }
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Maak voorstellen' }))
  expect(await screen.findByText('Wij zoeken een eerste antwoord.')).toBeTruthy()
  await waitFor(() => expect(desk.isListening('ProposalRunChanged')).toBe(true))
  run.proposals = [proposal('p1'), proposal('p2', 'NO_EVENINGS')]
  run.state = 'DONE'
  const typed = { __typename: 'ProposalRun', ...run, firstFree: null, proposals: [] }
  act(() => desk.tell('ProposalRunChanged', { proposalRun: { ...typed, state: 'FAILED', error: 'even niet' } }))
  expect(await screen.findByText(/Het zoeken lukte niet/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Maak voorstellen' }))

  const best = await screen.findByRole('article', { name: /Zo min mogelijk reisdagen/ })
  expect(screen.getByRole('article', { name: /Zonder avonden/ })).toBeTruthy()
  expect(within(best).getByText('bewezen beste')).toBeTruthy()
  expect(within(best).getByRole('row', { name: 'Reisdagen 4 1' })).toBeTruthy()
  expect(within(best).getByText('Jeugdhulp kan via beeld.')).toBeTruthy()
  expect(within(best).getByText(/Alleen op woensdagmiddag/)).toBeTruthy()

  await userEvent.click(within(best).getByLabelText('Kies dit voorstel'))
  await userEvent.click(screen.getByRole('button', { name: 'Stuur naar ouders' }))
  const question = screen.getByRole('dialog', { name: 'Dit voorstel sturen?' })
  expect(within(question).getByText('Anouk en Joost: ieder ziet het op de eigen telefoon en antwoordt zelf.')).toBeTruthy()
  expect(desk.sent('SendProposals')).toHaveLength(0)
  await userEvent.click(within(question).getByRole('button', { name: 'Stuur naar ouders' }))
  await waitFor(() => expect(desk.sent('SendProposals')[0]?.variables).toMatchObject({ runId: 'run', proposalIds: ['p1'] }))
  expect(await screen.findByText('Joost: nog geen antwoord')).toBeTruthy()
  expect(screen.getByText('Anouk: ja, dit past')).toBeTruthy()
})

test('a lighter week asks for one visit a week', async () => {
  const desk = await openDesk(`${path}?rustiger`, sampleFamily(), { planner, startProposals: running, proposalRun: running })
  await userEvent.click(await screen.findByRole('button', { name: 'Rustiger: één bezoek per week' }))
  await waitFor(() => expect(desk.sent('StartProposals')[0]?.variables).toMatchObject({ input: { lighter: true } }))
})

test('a sent proposal can be withdrawn, after a question', async () => {
  const family = sampleFamily()
  family.proposals = [{ ...proposal('p1'), status: 'SENT' }]
  const desk = await openDesk(path, family, { planner, withdrawProposal: { id: 'p1', familyId: 'verhoeven' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Trek terug' }))
  await userEvent.click(within(screen.getByRole('dialog', { name: 'Dit voorstel terugtrekken?' })).getByRole('button', { name: 'Trek terug' }))
  await waitFor(() => expect(desk.sent('WithdrawProposal')[0]?.variables).toMatchObject({ proposalId: 'p1' }))
})
