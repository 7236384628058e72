import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { sampleFamily } from '../../testing/sample-family.ts'

const path = '/gezin/verhoeven/plan'
const line = { id: 'line', version: 'l1', route: 'BOND', text: 'Films van troosten terugkijken', forParents: 'Samen kijken wij naar wat lukt.', carriedBy: 'Hanne de Wit', carriedById: 'hanne', changedAt: '2026-11-20T10:00:00.000Z', changedBy: 'Hanne de Wit' }
const version = {
  id: 'v2', number: 2, variant: 'HEAVY', state: 'DRAWN', drawnAt: '2026-11-22T10:00:00.000Z', by: 'Hanne de Wit', note: 'De nachten zijn erbij.',
  parts: [{ id: 'p1', kind: 'LINE', title: 'Twee nachten doorslapen', forParents: 'Twee nachten slaapt één van u door.', route: 'PARENTS', change: 'NEW' }, { id: 'p2', kind: 'QUESTION', title: 'De vraag', text: 'Wat heeft Sem nodig?', change: 'SAME' }],
  went: [{ id: 'p3', kind: 'LINE', title: 'De kleine tafel', change: 'SAME' }],
  answers: [{ memberId: 'joost', firstName: 'Joost', answer: 'YES', at: '2026-11-23T20:00:00.000Z' }], awaited: [{ memberId: 'anouk', firstName: 'Anouk' }], mayAnswer: false,
}
const plan = {
  variant: 'HEAVY', needs: [{ requirement: 'GUIDING_QUESTION', isMet: true }, { requirement: 'HYPOTHESES', isMet: false }, { requirement: 'LINES', isMet: true }],
  texts: [], parents: [{ memberId: 'anouk', firstName: 'Anouk' }, { memberId: 'joost', firstName: 'Joost' }], parentsGoals: [], lines: [line], versions: [version], evaluations: [], practiceCard: null,
}
const withPlan = (more: Partial<typeof plan> = {}) => ({ ...sampleFamily(), plan: { ...plan, ...more } })

test('what the plan still asks leads to where it is done (K-04)', async () => {
  await openDesk(path, withPlan())
  expect(await screen.findByText('Nog één ding, dan kan dit plan gaan gelden.', { selector: 'p' })).toBeTruthy()
  // On a narrow screen the plan comes first, with a way to what it asks.
  const wayDown = screen.getByRole('link', { name: 'Nog één ding, dan kan dit plan gaan gelden.' })
  const needs = document.querySelector(wayDown.getAttribute('href') ?? '')
  expect(within(needs as HTMLElement).getByRole('heading', { name: 'Wat het plan nog vraagt' })).toBeTruthy()
  expect(document.querySelector('#doelen')?.compareDocumentPosition(needs as Node)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(screen.getByRole('link', { name: 'twee hypothesen, of een reden waarom niet' }).getAttribute('href')).toBe('/gezin/verhoeven/analyse')
  expect(screen.queryByRole('button', { name: 'Laat dit plan gelden' })).toBeNull()
})

test('a version shows what came and what went, and whose yes is there', async () => {
  await openDesk(path, withPlan())
  expect(await screen.findByText('2 veranderingen')).toBeTruthy()
  expect(screen.getByText('nieuw · wat wij doen · met de ouders')).toBeTruthy()
  expect(screen.getByText('De kleine tafel')).toBeTruthy()
  expect(screen.getByText('nog geen ja')).toBeTruthy()
})

test('a spoken answer is noted with who, how and when (G-01)', async () => {
  const desk = await openDesk(path, withPlan(), { answerPlanVersion: { id: 'a', familyId: 'verhoeven' } })
  await userEvent.click(await screen.findByRole('button', { name: /^Mondeling antwoord noteren\W+Anouk$/ }))
  const dialog = screen.getByRole('dialog')
  const save = within(dialog).getByRole('button', { name: 'Leg vast' })
  await userEvent.click(within(dialog).getByLabelText('ja'))
  expect((save as HTMLButtonElement).disabled).toBe(true)
  await userEvent.click(within(dialog).getByLabelText('aan de telefoon'))
  await userEvent.click(save)
  await waitFor(() => expect(desk.sent('NotePlanAnswer')[0]?.variables).toMatchObject({ planVersionId: 'v2', parentId: 'anouk', answer: 'YES', spoken: { how: 'BY_PHONE' } }))
})

test('without everybody’s yes a plan holds only with the reason', async () => {
  const desk = await openDesk(path, withPlan({ needs: plan.needs.map((need) => ({ ...need, isMet: true })) }), { activatePlanVersion: { id: 'v2', familyId: 'verhoeven' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Laat dit plan gelden' }))
  const dialog = screen.getByRole('dialog')
  expect(within(dialog).getByText(/Nog geen ja van: Anouk/)).toBeTruthy()
  await userEvent.type(within(dialog).getByLabelText('Waarom toch?'), 'Anouk vroeg zelf om te beginnen.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Laat dit plan gelden' }))
  await waitFor(() => expect(desk.sent('ActivatePlanVersion')[0]?.variables).toMatchObject({ planVersionId: 'v2', without: 'Anouk vroeg zelf om te beginnen.' }))
})

test('a line, a text, an evaluation and the practice card are each kept from one parent where they stand (G-04)', async () => {
  const said = { id: 'q1', topic: 'QUESTION_FOR_PARENTS', version: 't1', text: 'Wat helpt Sem slapen?', changedAt: '2026-11-20T10:00:00.000Z', changedBy: 'Hanne de Wit' }
  const evaluation = { id: 'e1', on: '2026-11-20', by: 'Hanne de Wit', helped: 'Samen kijken', next: 'Verder zo', nextStep: 'GO_ON', forParents: null, goals: [] }
  const practiceCard = { version: 'p1', title: null, situation: 'Een kind slaapt niet.', talk: null, tried: null, whatHelped: 'Een liedje.', whatDidNot: null, insight: null, ages: [], routes: [], settings: [], isWhole: false, release: null, changedAt: '2026-11-20T10:00:00.000Z', changedBy: 'Hanne de Wit', answers: [], awaited: [] }
  const desk = await openDesk(path, withPlan({ texts: [said], evaluations: [evaluation], practiceCard } as never), { setSafeguard: { id: 's', familyId: 'verhoeven' } })
  const parts = [[/Films van troosten/, 'PLAN_PART', 'l1'], [/^De vraag in gewone woorden$/, 'PLAN_PART', 't1'], [/20 november 2026/, 'EVALUATION', 'e1'], [/^Praktijkkaart$/, 'PRACTICE_CARD', 'p1']] as const
  await screen.findByText('Films van troosten terugkijken')
  for (const [name, entryKind, entryId] of parts) {
    const buttons = screen.getAllByRole('button', { name: /^Wie ziet dit\?/ }).filter((button) => name.test(button.textContent.replace(/^Wie ziet dit\? *: /, '')))
    expect([entryKind, entryId, buttons.length > 0]).toEqual([entryKind, entryId, true])
    fireEvent.click(buttons.at(-1)!)
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Wie?'), { target: { value: 'joost' } })
    fireEvent.change(dialog.getByLabelText('Waarom?'), { target: { value: 'Om de rust.' } })
    fireEvent.change(dialog.getByLabelText('Opnieuw bekijken op'), { target: { value: '2099-02-01' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Vastleggen' }))
    await waitFor(() => expect(desk.sent('SetSafeguard').at(-1)?.variables).toMatchObject({ input: { kind: 'SHIELD', personIds: ['joost'], entryKind, entryId } }))
  }
})

test('who comes second at a line sees both texts and loses neither', async () => {
  const family = withPlan()
  await openDesk(path, family, { writePlanLine: () => refused('changed-meanwhile', 'Iemand was u voor.') })
  await userEvent.click(await screen.findByRole('button', { name: /^Wijzigen\W+Films van troosten/ }))
  const words = screen.getByLabelText<HTMLTextAreaElement>('Wat doen wij?')
  await userEvent.clear(words)
  await userEvent.type(words, 'Films, elke week')
  family.plan = { ...family.plan, lines: [{ ...line, version: 'l2', text: 'Films, elke maand' }] }
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  expect(within(await screen.findByRole('alert')).getByText(/Films, elke maand/)).toBeTruthy()
  expect(words.value).toBe('Films, elke week')
})
