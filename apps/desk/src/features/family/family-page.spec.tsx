import { expect, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { contribution, coordinator, hanne, overloadSignal, proposal, sampleFamily } from '../../testing/sample-family.ts'

const path = '/gezin/verhoeven'

test('what the viewer gets nothing of has no place on the page', async () => {
  const family = sampleFamily()
  family.can = { contribute: false, coordinate: false, plan: false, readAccessLog: false, signalTooMuch: false }
  family.changes = []
  family.goals = []
  await openDesk(path, { ...family, guidingQuestion: null as never })
  await screen.findByRole('heading', { level: 1, name: 'Gezin Verhoeven' })
  expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual(['Bijdragen', 'Wie is wie'])
  expect(screen.queryByRole('button', { name: /Bijdrage toevoegen/ })).toBeNull()
})

test('a contribution of somebody else appears without a reload, and is announced', async () => {
  const family = sampleFamily()
  const desk = await openDesk(path, family)
  await screen.findByText('Sem zocht de hand van Lotte.')
  await waitFor(() => expect(desk.isListening('FamilyChanged')).toBe(true))
  family.notes = [contribution('c2', 'Sem sliep een half uur.'), ...family.notes]
  act(() => desk.tell('FamilyChanged', { familyChanged: { __typename: 'FamilyChange', familyId: 'verhoeven' } }))
  expect(await screen.findByText('Sem sliep een half uur.')).toBeTruthy()
  expect(screen.getByText('Zojuist binnengekomen. Lotte Jansen: Sem').closest('[role=status]')).not.toBeNull()
})

test('the coordinator records that she called', async () => {
  const family = sampleFamily()
  family.overloadSignals = [overloadSignal()]
  const desk = await openDesk(path, family, {
    answerOverloadSignal: () => {
      family.overloadSignals = [{ ...overloadSignal(), answeredAt: '2026-11-24T10:00:00.000Z' }]
      return { id: 's', familyId: 'verhoeven' }
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Ik heb gebeld' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Ik heb gebeld' })).toBeNull())
  expect(desk.sent('AnswerOverloadSignal')[0]?.variables).toMatchObject({ familyId: 'verhoeven', signalId: 's' })
})

test('the reflection prompt asks, keeps what is typed when it is refused, and leads to a lighter week', async () => {
  const family = sampleFamily()
  family.reflectionPrompts = [{ id: 'r', openedOn: '2026-11-23', answers: [], isOpen: true }]
  await openDesk(path, family, { answerReflectionPrompt: () => refused('prompt-closed', 'Deze vraag is al afgerond.') })
  await screen.findByRole('heading', { name: 'Wat kan er in dit gezin gebeurd zijn?' })
  expect(screen.getByRole('link', { name: 'Maak het lichter' }).getAttribute('href')).toBe('/gezin/verhoeven/planner?rustiger')
  await userEvent.type(screen.getByLabelText('Wat denkt u?'), 'Een volle week.')
  await userEvent.click(screen.getByRole('button', { name: 'Gedachte toevoegen' }))
  expect(await screen.findByText('Deze vraag is al afgerond.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>('Wat denkt u?').value).toBe('Een volle week.')
})

test('a family that is not shared says so, and nothing more', async () => {
  await openDesk('/gezin/elders', sampleFamily())
  expect(await screen.findByRole('heading', { name: 'Dit gezin is er niet' })).toBeTruthy()
})

test('who coordinates finds by which number an office calls each member of the family', async () => {
  const family = sampleFamily()
  await openDesk(path, family)
  await userEvent.click(await screen.findByText('Nummers voor de functionaris gegevensbescherming'))
  const told = screen.getAllByText(/nummer/, { selector: 'details li' }).map(({ textContent }) => textContent)
  expect(told).toEqual(family.members.map(({ id, firstName }) => `${firstName} nummer ${id.slice(0, 4)}`))
})

test('leaving the page marks the visit', async () => {
  const desk = await openDesk(path, sampleFamily())
  await screen.findByRole('heading', { level: 1 })
  desk.unmount()
  await waitFor(() => expect(desk.sent('MarkVisited')).toMatchObject([{ variables: { familyId: 'verhoeven' } }]))
})

test('another language is asked for again, not guessed', async () => {
  const family = sampleFamily()
  let openedIn = 'NL'
  const desk = await openDesk(path, family, { me: () => ({ ...coordinator, language: openedIn }), chooseLanguage: ({ language }: { language: 'NL' | 'EN' }) => { openedIn = language; return { ...coordinator, language } } })
  await screen.findByText('Sem, 1 jaar')
  for (const member of family.members.slice(0, 1)) member.age = '1 year'
  await userEvent.click(screen.getByRole('button', { name: /^EN/ }))
  expect(await screen.findByText('Sem, 1 year')).toBeTruthy()
  expect(await screen.findByRole('button', { name: /Add a contribution/ })).toBeTruthy()
  expect(desk.sent('Family')).toHaveLength(2)
})

test('a loss is recorded after reading once what follows, and what stands then is for a person to decide', async () => {
  const family = sampleFamily()
  const desk = await openDesk(path, family, {
    recordLoss: ({ memberId }: { memberId: string }) => {
      family.silence = { since: '2026-11-24T10:00:00.000Z', isRest: false, rest: null }
      Object.assign(family.members[0] ?? {}, { age: 'overleden', passed: { status: 'DIED', on: null } })
      return { id: memberId, familyId: 'verhoeven' }
    },
    takeBackLoss: ({ memberId }: { memberId: string }) => {
      family.silence = null
      Object.assign(family.members[0] ?? {}, { age: '1 jaar', passed: null })
      return { id: memberId, familyId: 'verhoeven' }
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Een verlies vastleggen' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Een verlies vastleggen' }))
  expect(dialog.getByText('Er gaat geen mail en geen herinnering meer naar het gezin.')).toBeTruthy()
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Leg vast en maak stil' }).disabled).toBe(true)
  await userEvent.click(dialog.getByRole('radio', { name: 'Sem is overleden' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Leg vast en maak stil' }))
  const panel = within(await screen.findByRole('region', { name: 'Stil na een verlies' }))
  expect(desk.sent('RecordLoss')[0]?.variables).toMatchObject({ familyId: 'verhoeven', memberId: 'sem' })
  await userEvent.click(panel.getByRole('button', { name: 'Het was een vergissing (Sem)' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Stil na een verlies' })).toBeNull())
})

test('a pause is begun with a parent, a reason and a day; it stands on the page until a person ends it or lets it go on (K-13)', async () => {
  const family = sampleFamily()
  const rest = { from: '2026-11-24', reviewOn: '2026-12-08', until: null, id: 'p', reason: 'TIME_TOGETHER', words: null, askedBy: 'Anouk' }
  family.proposals = [{ id: 'x', kind: 'FEWEST_TRAVEL_DAYS', status: 'SENT', sentAt: '2026-11-23T10:00:00.000Z', proven: false, tell: '', answers: [], bundles: [], savings: { sentences: [] }, unplanned: [], eveningReasons: [], moves: [] }]
  const desk = await openDesk(path, family, {
    pausePlanning: () => { family.silence = { since: '2026-11-24T10:00:00.000Z', isRest: true, rest }; return { id: 'p', familyId: 'verhoeven' } },
    movePauseReview: () => ({ id: 'p', familyId: 'verhoeven' }),
    resumePlanning: () => { family.silence = null; return { id: 'p', familyId: 'verhoeven' } },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Pauze beginnen' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Pauze beginnen' }))
  const begin = dialog.getByRole<HTMLButtonElement>('button', { name: 'Begin de pauze' })
  await userEvent.click(dialog.getByRole('radio', { name: 'Anouk' }))
  await userEvent.click(dialog.getByRole('radio', { name: 'Tijd voor elkaar' }))
  expect(begin.disabled).toBe(true)
  await userEvent.click(dialog.getByRole('radio', { name: 'Trek het in' }))
  await userEvent.click(begin)
  await waitFor(() => expect(desk.sent('PausePlanning')[0]?.variables).toMatchObject({ familyId: 'verhoeven', saidBy: 'anouk', reason: 'TIME_TOGETHER', takeBack: true, reviewOn: expect.stringMatching(/^\d{4}-/) }))
  const panel = within(await screen.findByRole('region', { name: 'Dit gezin heeft een pauze' }))
  expect(panel.getByText('Zij willen tijd voor elkaar. Anouk vroeg het.')).toBeTruthy()
  await userEvent.click(panel.getByRole('button', { name: 'De pauze gaat door' }))
  await userEvent.click(within(await screen.findByRole('dialog', { name: 'De pauze gaat door' })).getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => expect(desk.sent('MovePauseReview')[0]?.variables).toMatchObject({ pauseId: 'p' }))
  await userEvent.click(panel.getByRole('button', { name: 'Stop de pauze' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Ja, het gezin is er weer aan toe' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Dit gezin heeft een pauze' })).toBeNull())
})

test('who works with a family reads that it has a pause, and until when, and no more (K-13)', async () => {
  const family = sampleFamily()
  family.can = { contribute: true, coordinate: false, plan: false, readAccessLog: false, signalTooMuch: false }
  family.silence = { since: '2026-11-24T10:00:00.000Z', isRest: true, rest: { from: '2026-11-24', reviewOn: '2099-12-08', until: null, id: null, reason: null, words: null, askedBy: null } }
  await openDesk(path, family)
  const panel = within(await screen.findByRole('region', { name: 'Dit gezin heeft een pauze' }))
  expect(panel.getByText('Sinds dinsdag 24 november. Op dinsdag 8 december vraagt Hanne de Wit hoe het gaat; eerder begint er niets.')).toBeTruthy()
  expect(panel.queryByRole('button')).toBeNull()
})

test('a file is seen as it was known on a day, with nothing to do, a banner on each page and a way back', async () => {
  const asked: unknown[] = []
  const now = sampleFamily()
  const past = { ...now, can: { ...now.can, contribute: false, coordinate: false, plan: false, readAccessLog: false }, guidingQuestion: null, contributions: { nodes: [], pageInfo: { hasNextPage: false } } }
  const desk = await openDesk('/gezin/verhoeven', now, { family: ({ knownAt }: { knownAt?: string }) => { asked.push(knownAt); return knownAt === undefined ? { ...now, contributions: { nodes: now.notes, pageInfo: { hasNextPage: false } } } : past } })
  await userEvent.click(await screen.findByRole('button', { name: 'Terugkijken' }))
  const day = screen.getByLabelText<HTMLInputElement>('Op welke dag?')
  await userEvent.clear(day)
  await userEvent.type(day, '2026-10-01')
  await userEvent.click(screen.getByRole('button', { name: 'Toon deze dag' }))
  expect(await screen.findByText(/zo was het bekend op 1 oktober 2026/)).toBeTruthy()
  expect(asked).toContain('2026-10-01T21:59:59.999Z')
  expect(screen.queryByRole('button', { name: /^Bijdrage toevoegen/ })).toBeNull()
  expect(screen.getByRole('link', { name: 'Analyse' }).getAttribute('href')).toContain('toen=2026-10-01')
  expect(desk.sent('MarkVisited')).toHaveLength(1)
  await userEvent.click(screen.getByRole('link', { name: 'Terug naar nu' }))
  expect(await screen.findByRole('button', { name: /^Bijdrage toevoegen/ })).toBeTruthy()
})

test('who looks back is offered nothing to do, also with what is their own: a question, an appointment, a closed case', async () => {
  const now = sampleFamily()
  const question = { id: 'q', familyId: 'verhoeven', family: 'Gezin Verhoeven', subject: { kind: 'CHILD', memberIds: ['sem'], label: 'Sem' }, wish: 'ANSWER', text: 'Hoe slaapt hij?', contributionId: null, askedBy: hanne, askedOf: hanne, isMine: true, isOwn: false, isDone: false, recordedAt: '2026-09-01T10:00:00.000Z', answers: [], isNew: false }
  const [bundle] = proposal('p').bundles
  const part = { ...bundle?.parts[0], professionals: [hanne], meeting: { kind: 'NONE', isForThisOne: false }, elsewhere: { enteredBy: 'Hanne de Wit', category: 'MEDICAL', selfArranged: false, canChange: true } }
  const past = {
    ...now, can: { ...now.can, contribute: false, coordinate: false, plan: false, readAccessLog: false }, questions: [question], bundles: [{ ...bundle, parts: [part] }], closing: { words: 'Het gaat goed.', by: 'Hanne de Wit', at: '2026-09-02T10:00:00.000Z' },
    contributions: { nodes: now.notes, pageInfo: { hasNextPage: false } },
  }
  await openDesk('/gezin/verhoeven?toen=2026-10-01', now, { family: past })
  expect(await screen.findByText('Hoe slaapt hij?')).toBeTruthy()
  const main = within(screen.getByRole('main'))
  expect(main.getAllByRole('button').map(({ textContent }) => textContent).filter((name) => !/^Toon/.test(name ?? ''))).toEqual(['Terugkijken'])
  for (const [page, path] of [['Overleg', 'overleg'], ['Plan', 'plan'], ['Team', 'team'], ['Hulp kiezen', 'hulp']]) expect(main.getByRole('link', { name: page }).getAttribute('href')).toBe(`/gezin/verhoeven/${path}?toen=2026-10-01`)
})

test('of a closed case who coordinated it goes on reading the plan, the meetings and the analysis; nobody else is led there', async () => {
  const now = sampleFamily()
  const closed = {
    ...now, can: { ...now.can, contribute: false, coordinate: false, plan: false }, closing: { words: 'Het gaat goed.', by: 'Hanne de Wit', at: '2026-09-02T10:00:00.000Z' },
    contributions: { nodes: now.notes, pageInfo: { hasNextPage: false } },
  }
  const desk = await openDesk('/gezin/verhoeven', now, { family: closed })
  for (const name of ['Plan', 'Overleg', 'Analyse', 'Vijf assen']) expect(await screen.findByRole('link', { name })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Toestemmingen' })).toBeNull()
  desk.unmount()
  await openDesk('/gezin/verhoeven', now, { family: { ...closed, coordinator: { ...now.coordinator, id: 'somebody' } } })
  expect(await screen.findByRole('link', { name: 'Overzicht' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Plan' })).toBeNull()
})

test('a point is put on the life line, as exactly as it is known, and the line shows whom one chooses', async () => {
  const point = (id: string, title: string, subject: object) => ({ id, subject, category: 'SOCIAL', title, text: null, occurredOn: '2026-05-01', precision: 'MONTH', until: null, weight: 'NEUTRAL', setting: null, by: 'Hanne de Wit', whatHelped: null, contributionId: null, recordedAt: '2026-11-03T10:00:00.000Z', isNew: false })
  const family = { ...sampleFamily(), lifeLine: [point('a', 'Naar de opvang', { kind: 'CHILD', memberIds: ['sem'], label: 'Sem' }), point('b', 'Nieuw werk', { kind: 'ADULT', memberIds: ['joost'], label: 'Joost' })] }
  const desk = await openDesk(path, family, { addLifeEvent: ({ familyId }: { familyId: string }) => ({ id: 'made', familyId }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Punt toevoegen' }))
  const dialog = screen.getByRole('dialog')
  await userEvent.type(within(dialog).getByLabelText('Wat gebeurde er?'), 'Verhuisd')
  await userEvent.click(within(dialog).getByRole('radio', { name: 'het jaar' }))
  await userEvent.type(within(dialog).getByLabelText('Wanneer begon het?'), '2025')
  await userEvent.click(within(dialog).getByRole('radio', { name: 'het maakte het zwaar' }))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  expect(desk.sent('AddLifeEvent')[0]?.variables).toMatchObject({ input: { title: 'Verhuisd', occurredOn: '2025-01-01', precision: 'YEAR', weight: 'STRAIN', subject: { kind: 'CHILD' } } })
  const line = within(screen.getByRole('region', { name: 'Levenslijn' }))
  await userEvent.selectOptions(line.getByLabelText('Toon wat gaat over'), 'Joost')
  expect(line.getByText('Nieuw werk')).toBeTruthy()
  expect(line.queryByText('Naar de opvang')).toBeNull()
})

test('the life line is narrowed by what something did and where it was, and says of each point when it was written down', async () => {
  const point = (id: string, title: string, more: object) => ({ id, subject: { kind: 'CHILD', memberIds: ['sem'], label: 'Sem' }, category: 'MEDICAL', title, text: null, occurredOn: '2026-05-01', precision: 'DAY', until: null, weight: 'STRAIN', setting: null, whatHelped: null, contributionId: null, recordedAt: '2026-11-03T10:00:00.000Z', isNew: false, ...more })
  await openDesk(path, { ...sampleFamily(), lifeLine: [point('a', 'Neussonde', { setting: 'WARD' }), point('b', 'Weigert te eten', { setting: 'GROUP' }), point('c', 'Lacht weer', { weight: 'STRENGTH' })] })
  const line = within(await screen.findByRole('region', { name: 'Levenslijn' }))
  // All are about Sem: that is no choice.
  expect(line.queryByLabelText('Toon wat gaat over')).toBeNull()
  await userEvent.selectOptions(line.getByLabelText('Waar'), 'op de afdeling')
  expect([line.queryAllByText('Neussonde').length > 0, line.queryByText('Weigert te eten'), line.queryByText('Lacht weer'), line.queryByText('Sem wordt geboren')]).toEqual([true, null, null, null])
  await userEvent.selectOptions(line.getByLabelText('Wat het deed'), 'het gaf kracht')
  expect(line.getByText('Met deze keuze staat er niets op de levenslijn.')).toBeTruthy()
  await userEvent.selectOptions(line.getByLabelText('Waar'), 'overal')
  expect(line.getByText('Lacht weer')).toBeTruthy()
  await userEvent.click(line.getByRole('button', { name: /^Toon als lijst/ }))
  expect(line.getByText('Opgeschreven op 3 november 2026')).toBeTruthy()
})
