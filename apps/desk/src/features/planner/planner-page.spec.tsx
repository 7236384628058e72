import { expect, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk } from '../../testing/open-desk.tsx'
import { hanne, proposal, sampleFamily } from '../../testing/sample-family.ts'

const path = '/gezin/verhoeven/planner'
const planner = { familyId: 'verhoeven', from: '2026-11-25', until: '2026-12-20', needs: [], freeTime: [], rhythm: [], closedDays: [], places: [{ id: 'room', name: 'De Schakel, spreekkamer', organisationId: 'schakel' }], parentsApart: false, orders: [] }
const running = { id: 'run', familyId: 'verhoeven', state: 'RUNNING', proposals: [] as unknown[], stays: [], isStopped: false, notKnown: [], error: null }

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

test('what is proven is so with what is known of the ways: what isn’t known is said, and nothing is called the best beyond that', async () => {
  const run = { ...running, state: 'DONE', proposals: [proposal('p1'), proposal('p2', 'NO_EVENINGS')], notKnown: ['Waar het gezin woont, staat nog niet in Samenspel.'] }
  await openDesk(path, sampleFamily(), { planner, startProposals: run, proposalRun: run })
  await userEvent.click(await screen.findByRole('button', { name: 'Maak voorstellen' }))
  expect(await screen.findByText('2 voorstellen gevonden. Met wat bekend is, kan niets lichter dan het eerste.')).toBeTruthy()
  expect(screen.getByText('Waar het gezin woont, staat nog niet in Samenspel.')).toBeTruthy()
  expect(within(screen.getByRole('article', { name: /Zo min mogelijk reisdagen/ })).getByText('beste met wat bekend is')).toBeTruthy()
  expect(within(screen.getByRole('article', { name: /Zonder avonden/ })).getByText('met wat bekend is kan het op deze manier niet lichter')).toBeTruthy()
  expect(screen.queryByText(/bewezen/)).toBeNull()
})

test('what was ticked while the search goes on stays ticked with the same visit; what is no longer offered is said, and can be chosen again', async () => {
  const desk = await openDesk(path, sampleFamily(), { planner, startProposals: running, proposalRun: running, sendProposals: { id: 'run', familyId: 'verhoeven' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Maak voorstellen' }))
  await waitFor(() => expect(desk.isListening('ProposalRunChanged')).toBe(true))
  const answers = (...proposals: readonly unknown[]) => act(() => desk.tellAnswer('ProposalRunChanged', { proposalRun: { ...running, proposals } }))
  const box = async (name: RegExp) => within(await screen.findByRole('article', { name })).getByRole<HTMLInputElement>('checkbox', { name: 'Kies dit voorstel' })

  await answers(proposal('p1'), at('11:00', proposal('p2', 'NO_EVENINGS')))
  await userEvent.click(await box(/Zo min mogelijk reisdagen/))
  await answers(proposal('p3'), at('13:00', proposal('p4', 'NO_EVENINGS')))
  await screen.findByText(/13:00|13.00/)
  expect((await box(/Zo min mogelijk reisdagen/)).checked).toBe(true)
  expect(screen.queryByText(/is er niet meer bij/)).toBeNull()

  await userEvent.click(screen.getByRole('button', { name: 'Stuur naar ouders' }))
  await answers(at('14:00', proposal('p5')), at('13:00', proposal('p6', 'NO_EVENINGS')))
  expect((await screen.findByText(/Het voorstel dat u koos, is er niet meer bij/)).closest('[role="status"]')).not.toBeNull()
  expect(screen.queryByRole('dialog')).toBeNull()
  await userEvent.click(await box(/Zo min mogelijk reisdagen/))
  expect(screen.queryByText(/is er niet meer bij/)).toBeNull()
  expect(screen.queryByRole('dialog')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Stuur naar ouders' }))
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Stuur naar ouders' }))
  await waitFor(() => expect(desk.sent('SendProposals')[0]?.variables).toMatchObject({ proposalIds: ['p5'] }))
})

/** The same proposal, at another hour. */
const at = (start: string, { bundles, ...rest }: ReturnType<typeof proposal>) => ({ ...rest, bundles: bundles.map((bundle) => ({ ...bundle, start, parts: bundle.parts.map((part) => ({ ...part, start })) })) })

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

test('says which appointment comes first, with the days between, and lets go of it', async () => {
  const needOf = (id: string, label: string) => ({ id, label, discipline: 'HOSPITAL', organisation: { id: 'zh', name: 'Ziekenhuis' }, minutes: 30, urgency: 2, from: '2026-11-25', deadline: '2026-12-20', preferred: '2026-11-25', modalities: ['ONSITE'], attendance: [['sem', 'anouk']], professionals: [], status: 'OPEN', everyWeeks: null })
  const shown = { ...planner, needs: [needOf('eeg', 'EEG'), needOf('talk', 'Uitslag')], orders: [] as unknown[] }
  const desk = await openDesk(path, sampleFamily(), {
    planner: () => shown, withdrawNeedOrder: () => { shown.orders = []; return { id: 'talk', familyId: 'verhoeven' } },
    setNeedOrder: () => { shown.orders = [{ beforeId: 'eeg', afterId: 'talk', minDays: 3, maxDays: null }]; return { id: 'talk', familyId: 'verhoeven' } },
  })
  await userEvent.click(await screen.findByRole('button', { name: /^Volgorde afspreken ?: Uitslag/ }))
  const dialog = screen.getByRole('dialog', { name: 'Wat moet er vóór “Uitslag” komen?' })
  const least = within(dialog).getByLabelText('Ten minste zoveel dagen later')
  await userEvent.clear(least)
  await userEvent.type(least, '3')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Zet deze volgorde' }))
  await waitFor(() => expect(desk.sent('SetNeedOrder')[0]?.variables).toMatchObject({ familyId: 'verhoeven', input: { beforeId: 'eeg', afterId: 'talk', minDays: 3 } }))
  expect(await screen.findByText(/^Eerst EEG, dan Uitslag, ten minste 3 dagen later/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /^Volgorde loslaten/ }))
  await waitFor(() => expect(desk.sent('WithdrawNeedOrder')[0]?.variables).toMatchObject({ beforeId: 'eeg', afterId: 'talk' }))
  await waitFor(() => expect(screen.queryByText(/^Eerst EEG/)).toBeNull())
  await userEvent.click(screen.getByRole('button', { name: 'Iets vragen van het gezin' }))
  const form = screen.getByRole('dialog', { name: 'Iets vragen van het gezin' })
  expect(within(form).queryByLabelText('Ten minste zoveel dagen later')).toBeNull()
  await userEvent.selectOptions(within(form).getByLabelText('Pas na'), 'EEG')
  const between = within(form).getByLabelText('Ten minste zoveel dagen later')
  await userEvent.clear(between)
  await userEvent.type(between, '2')
  await userEvent.click(within(form).getByRole('button', { name: 'Vraag dit' }))
  await waitFor(() => expect(desk.sent('AddNeed')[0]?.variables).toMatchObject({ input: { comesAfter: { needId: 'eeg', minDays: 2 } } }))
})

test('a search can be stopped, and keeps the best so far', async () => {
  const run = { ...running, proposals: [proposal('p1')] as unknown[] }
  const desk = await openDesk(path, sampleFamily(), { planner, startProposals: run, proposalRun: run, stopProposals: { ...run, state: 'DONE', isStopped: true } })
  await userEvent.click(await screen.findByRole('button', { name: 'Maak voorstellen' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Stop, en houd het beste tot nu toe' }))
  expect(desk.sent('StopProposals')[0]?.variables).toMatchObject({ id: 'run' })
  expect(await screen.findByText('Gestopt. Dit is het beste tot nu toe.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Stop, en houd het beste tot nu toe' })).toBeNull()
  expect(screen.getByLabelText('Kies dit voorstel')).toBeTruthy()
})

test('under a question stands its own answer, not that of an earlier one that took longer', async () => {
  const drawn = proposal('p1')
  const run = { ...running, state: 'DONE', proposals: [{ ...drawn, bundles: drawn.bundles.map((bundle) => ({ ...bundle, parts: bundle.parts.map((one) => ({ ...one, needId: 'n1' })) })) }] }
  const answers = new Map<string, (answer: object) => void>()
  await openDesk(path, sampleFamily(), { planner, startProposals: run, proposalRun: run, askWhy: ({ input }: { input: { kind: string } }) => new Promise((resolve) => { answers.set(input.kind, resolve) }) })
  const answer = (kind: string, sentence: string) => act(async () => {
    answers.get(kind)?.({ id: kind, familyId: 'verhoeven', proposalId: 'p1', needId: 'n1', kind, state: 'DONE', sentences: [sentence], changes: [], price: null })
    await Promise.resolve()
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Maak voorstellen' }))
  await userEvent.click(await screen.findByText('Waarom?'))
  await userEvent.click(screen.getByRole('button', { name: 'Waarom niet eerder?' }))
  await userEvent.click(screen.getAllByRole('button', { name: /^Niet op/ })[0]!)
  await waitFor(() => expect(answers.size).toBe(2))
  await answer('ON_WEEKDAY', 'Op die dag is er geen plaats.')
  await answer('EARLIER', 'Eerder is niemand vrij.')
  expect(await screen.findByText('Op die dag is er geen plaats.')).toBeTruthy()
  expect(screen.queryByText('Eerder is niemand vrij.')).toBeNull()
})
