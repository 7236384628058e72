import { expect, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk } from '../../testing/open-desk.tsx'
import { hanne, proposal, sampleFamily } from '../../testing/sample-family.ts'

const path = '/gezin/verhoeven/planner'
const planner = { familyId: 'verhoeven', from: '2026-11-25', until: '2026-12-20', needs: [], freeTime: [], rhythm: [], closedDays: [], places: [{ id: 'room', name: 'De Schakel, spreekkamer', organisationId: 'schakel' }], parentsApart: false }
const running = { id: 'run', familyId: 'verhoeven', state: 'RUNNING', proposals: [] as unknown[], stays: [], error: null }

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

test('an appointment is asked of the family, with who may come along, how, and who interprets', async () => {
  const family = { ...sampleFamily() }
  family.team.push({ id: 't2', professional: { ...hanne, id: 'lina', name: 'Lina Tesfay', title: 'tolk' }, isCoordinator: false, isSubstitute: false, isCoach: false, from: '2026-01-01' })
  const desk = await openDesk(path, family, { planner, addNeed: { id: 'new', familyId: 'verhoeven' }, draft: null, saveDraft: { id: 'd', savedAt: '2026-11-25T10:00:00.000Z', content: '{}' }, dropDraft: true })
  await userEvent.click(await screen.findByRole('button', { name: 'Iets vragen van het gezin' }))
  const form = screen.getByRole('dialog', { name: 'Iets vragen van het gezin' })
  const type = (label: string, words: string) => userEvent.type(within(form).getByLabelText(label), words)
  await type('Naam', 'Samen spelen')
  await type('Waarvoor is het?', 'Kijken wat Sem fijn vindt.')
  await userEvent.click(within(within(form).getByRole('group', { name: /Wie doet het/ })).getByLabelText('Hanne de Wit, IMH-specialist'))
  await userEvent.click(within(within(form).getByRole('group', { name: 'Wie komt mee?' })).getByLabelText('Sem'))
  await userEvent.click(within(within(form).getByRole('group', { name: 'Wie komt mee?' })).getByLabelText('Anouk'))
  const [orElse] = within(form).getAllByRole('group', { name: /Of anders/ })
  await userEvent.click(within(orElse!).getByLabelText('Joost'))
  await userEvent.click(within(form).getByLabelText('De Schakel, spreekkamer'))
  await userEvent.clear(within(form).getByLabelText('Hoeveel weken, één per week'))
  await type('Hoeveel weken, één per week', '3')
  await userEvent.click(within(form).getByLabelText('Elke week op dezelfde dag en tijd'))
  await type('Tolk voor de taal', 'Tigrinya')
  await userEvent.click(within(within(form).getByRole('group', { name: 'Wie kan tolken?' })).getByLabelText('Lina Tesfay, tolk'))
  await type('Wat is er in de ruimte nodig?', 'mat, spiegel')
  await userEvent.click(within(form).getByRole('button', { name: 'Vraag dit' }))
  await waitFor(() => expect(desk.sent('AddNeed')[0]?.variables).toMatchObject({
    familyId: 'verhoeven',
    input: {
      label: 'Samen spelen', purpose: 'Kijken wat Sem fijn vindt.', organisationId: 'schakel', minutes: 30, urgency: 2, from: '2026-11-25', deadline: '2026-12-20', modalities: ['ONSITE'], placeIds: ['room'],
      attendance: [['sem', 'anouk'], ['joost']], professionalIds: ['hanne'], allTogether: false, weeks: 3, sameTime: true, language: 'Tigrinya', interpreterIds: ['lina'], equipment: ['mat', 'spiegel'],
    },
  }))
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Iets vragen van het gezin' })).toBeNull())
})

test('is asked again and again, until it is withdrawn', async () => {
  const desk = await openDesk(path, sampleFamily(), { planner, addNeed: { id: 'n', familyId: 'verhoeven' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Iets vragen van het gezin' }))
  const form = within(screen.getByRole('dialog', { name: 'Iets vragen van het gezin' }))
  await userEvent.type(form.getByLabelText('Naam'), 'Oefenen')
  await userEvent.click(form.getByLabelText('Steeds opnieuw, tot u het niet meer vraagt'))
  expect(form.queryByLabelText('Hoeveel weken, één per week')).toBeNull()
  await userEvent.clear(form.getByLabelText('Elke hoeveel weken'))
  await userEvent.type(form.getByLabelText('Elke hoeveel weken'), '4')
  await userEvent.click(form.getByRole('button', { name: 'Vraag dit' }))
  await waitFor(() => expect(desk.sent('AddNeed')[0]?.variables).toMatchObject({ input: { everyWeeks: 4, toleranceDays: 3 } }))
  expect(desk.sent('AddNeed')[0]?.variables).not.toHaveProperty('input.weeks')
})

test('what is asked can be withdrawn, after a question', async () => {
  const need = { id: 'n1', label: 'Fysiotherapie', discipline: 'DAY_CENTRE', organisation: { id: 'kdc', name: 'KDC De Wilgenboom' }, minutes: 30, urgency: 1, from: '2026-11-25', deadline: '2026-12-20', preferred: '2026-11-25', modalities: ['ONSITE'], attendance: [['sem', 'anouk']], professionals: [], status: 'OPEN', everyWeeks: null, toleranceDays: null }
  const desk = await openDesk(path, sampleFamily(), { planner: { ...planner, needs: [need] }, withdrawNeed: { id: 'n1', familyId: 'verhoeven' } })
  await userEvent.click(await screen.findByRole('button', { name: /^Niet meer vragen ?: Fysiotherapie/ }))
  const question = screen.getByRole('dialog', { name: '“Fysiotherapie” niet meer vragen?' })
  expect(desk.sent('WithdrawNeed')).toHaveLength(0)
  await userEvent.click(within(question).getByRole('button', { name: 'Niet meer vragen' }))
  await waitFor(() => expect(desk.sent('WithdrawNeed')[0]?.variables).toMatchObject({ needId: 'n1' }))
})

test('tells of what is asked again and again when the next time is due', async () => {
  const need = { id: 'n1.2', label: 'Oefenen', discipline: 'DAY_CENTRE', organisation: { id: 'kdc', name: 'KDC De Wilgenboom' }, minutes: 30, urgency: 1, from: '2026-12-05', deadline: '2026-12-11', preferred: '2026-12-08', modalities: ['ONSITE'], attendance: [['sem', 'anouk']], professionals: [], status: 'OPEN', everyWeeks: 2, toleranceDays: 3 }
  await openDesk(path, sampleFamily(), { planner: { ...planner, needs: [need] } })
  await screen.findByText(/^steeds opnieuw, elke 2 weken · volgende keer rond .*8 dec/)
  await userEvent.click(screen.getByRole('button', { name: /^Niet meer vragen ?: Oefenen/ }))
  within(screen.getByRole('dialog')).getByText(/^Er komt geen volgende keer meer. Wat al vaststaat, blijft staan\./)
})

test('who coordinates says that the parents may not meet', async () => {
  const desk = await openDesk(path, sampleFamily(), { planner, setParentsApart: { id: 'verhoeven', familyId: 'verhoeven' } })
  await userEvent.click(await screen.findByLabelText('De ouders mogen elkaar niet tegenkomen'))
  await waitFor(() => expect(desk.sent('SetParentsApart')[0]?.variables).toMatchObject({ apart: true }))
})
