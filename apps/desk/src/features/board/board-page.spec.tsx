import { expect, jest, test } from '@jest/globals'
import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { coordinator, proposal, sampleFamily } from '../../testing/sample-family.ts'
import { days, sampleBoard, sampleCheck, sampleWays, type SampleBoard } from '../../testing/sample-board.ts'

const path = `/planner?dag=${days.monday}`
type Asked = { readonly parts: readonly { readonly needId: string; readonly date: string; readonly start: string }[] }

const openBoard = (board: SampleBoard = sampleBoard(), answers: Record<string, unknown> = {}, at = path) => openDesk(at, sampleFamily(), {
  planningBoard: board, draftWays: sampleWays, checkDraft: ({ parts }: Asked) => sampleCheck(parts),
  planner: { familyId: 'verhoeven', from: days.monday, until: '2026-12-20', needs: [], freeTime: [], rhythm: [], closedDays: [], places: [], parentsApart: false, orders: [] }, ...answers,
})
const row = async (name: string): Promise<HTMLElement> => {
  const found = (await screen.findByRole('rowheader', { name: new RegExp(name) })).closest('tr')
  if (found === null) throw new Error('no row')
  return found
}
/** Monday is the first. */
const dayOf = async (family: string, day: number): Promise<HTMLElement> => within(await row(family)).getAllByRole('cell')[day] as HTMLElement
const tray = () => screen.getByRole('region', { name: 'Nog te plannen' })

/** jsdom knows no drag: only what the handlers look at. */
const drag = (kind: 'dragStart' | 'dragOver' | 'drop' | 'dragEnd', element: Element): boolean => {
  const event = createEvent[kind](element)
  Object.defineProperty(event, 'dataTransfer', { value: { setData: () => undefined, effectAllowed: '', dropEffect: '' } })
  return fireEvent(element, event)
}

test('shows families by day: a bundle on its thread, an evening that is only proposed, and who waits for whom', async () => {
  await openBoard()
  const bundle = await dayOf('Verhoeven', 3)
  expect(within(bundle).getByText('10.15 Bundel · 3')).toBeTruthy()
  expect(within(bundle).getByText('staat vast')).toBeTruthy()
  expect(within(await row('Verhoeven')).getByText('2 ritten bespaard')).toBeTruthy()
  const evening = await dayOf('Bosman', 2)
  expect(within(evening).getByText('20.00 Avond')).toBeTruthy()
  expect(within(evening).getByText('voorgesteld')).toBeTruthy()
  expect(within(await row('Bosman')).getByText('Antwoord van Lisa')).toBeTruthy()
  expect(within(await row('Bosman')).getByText('te veel nu: Anouk')).toBeTruthy()
  expect(screen.getByText('Week 49 · 30 nov – 6 dec')).toBeTruthy()
})

test('turns to professionals: what they do for these families, and what they offer to them, nothing else', async () => {
  await openBoard()
  await userEvent.click(await screen.findByRole('button', { name: 'Hulpverleners' }))
  expect(within(await dayOf('Eva Smit', 1)).getByText('9.00 – 11.00 vrij')).toBeTruthy()
  expect(within(await dayOf('Eva Smit', 3)).getByText('Gezin Verhoeven: Foto')).toBeTruthy()
  // Nobody here needs her.
  expect(screen.queryByRole('rowheader', { name: /Hanne de Wit/ })).toBeNull()
})

test('goes to other weeks and months, and keeps to one family or organisation', async () => {
  const desk = await openBoard()
  await userEvent.click(await screen.findByRole('button', { name: 'Volgende week' }))
  await waitFor(() => expect(desk.sent('PlanningBoard').at(-1)?.variables).toEqual({ from: '2026-12-07', until: '2026-12-13' }))
  await userEvent.click(screen.getByRole('button', { name: 'Maand' }))
  await waitFor(() => expect(desk.sent('PlanningBoard').at(-1)?.variables).toEqual({ from: '2026-11-30', until: '2027-01-03' }))
  fireEvent.change(screen.getByLabelText('Ga naar'), { target: { value: '2027-02-10' } })
  await waitFor(() => expect(desk.sent('PlanningBoard').at(-1)?.variables).toEqual({ from: '2027-02-01', until: '2027-02-28' }))
  await userEvent.selectOptions(await screen.findByLabelText('Organisatie'), 'KDC De Wilgenboom')
  await waitFor(() => expect(screen.queryByRole('rowheader', { name: /Bosman/ })).toBeNull())
  expect(within(tray()).queryByText('Kinderneuroloog')).toBeNull()
  expect(within(tray()).getByText('Kennismaken')).toBeTruthy()
  await userEvent.selectOptions(screen.getByLabelText('Gezin'), 'Gezin Bosman')
  await userEvent.click(await screen.findByRole('button', { name: 'Toon alles' }))
  expect(await row('Bosman')).toBeTruthy()
})

test('without a family it says what comes, and what was refused says why', async () => {
  const empty = await openBoard({ ...sampleBoard(), families: [] })
  expect(await screen.findByText('U coördineert nu geen gezin.')).toBeTruthy()
  empty.unmount()
  await openBoard(sampleBoard(), { planningBoard: () => refused('board-period-impossible', 'Kies 1 tot 42 dagen.') })
  expect(within(await screen.findByRole('alert')).getByText('Kies 1 tot 42 dagen.')).toBeTruthy()
})

test('stands in the menu of whoever may coordinate, and of nobody else', async () => {
  const desk = await openBoard()
  expect(await screen.findByRole('link', { name: 'Planbord' })).toBeTruthy()
  desk.unmount()
  await openBoard(sampleBoard(), { me: { ...coordinator, discipline: 'DAY_CENTRE' } }, '/')
  expect(await screen.findByRole('link', { name: 'Vandaag' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Planbord' })).toBeNull()
})

test('a wish is dragged to a day that allows it, at its lightest time there; elsewhere the rule is named', async () => {
  const desk = await openBoard()
  await row('Verhoeven')
  const wish = within(tray()).getByText('Kinderneuroloog').closest('li')
  if (wish === null) throw new Error('no wish')
  drag('dragStart', wish)
  await waitFor(async () => expect((await dayOf('Verhoeven', 1)).dataset['may']).toBe('allowed'))
  expect((await dayOf('Verhoeven', 2)).dataset['may']).toBe('refused')
  expect((await dayOf('Bosman', 1)).dataset['may']).toBeUndefined()
  drag('dragOver', await dayOf('Verhoeven', 2))
  expect(await screen.findByText('Kinderneuroloog, wo 2 dec: Dan slaapt Sem.')).toBeTruthy()
  drag('drop', await dayOf('Verhoeven', 2))
  // Another family's day takes nothing of this one.
  expect(drag('dragOver', await dayOf('Bosman', 1))).toBe(true)
  drag('drop', await dayOf('Verhoeven', 1))
  drag('dragEnd', wish)
  expect(await screen.findByText('Kinderneuroloog staat in het ontwerp: di 1 dec, 9.30 uur.')).toBeTruthy()
  expect(within(await dayOf('Verhoeven', 1)).getByText('ontwerp')).toBeTruthy()
  await waitFor(() => expect(desk.sent('CheckDraft').at(-1)?.variables).toMatchObject({ familyId: 'verhoeven', parts: [{ needId: 'neurologist', date: days.tuesday, start: '09:30', placeId: 'clinic', professionals: ['eva'] }] }))
})

const placeByMenu = async (): Promise<void> => {
  await userEvent.click(await screen.findByRole('button', { name: 'Plaats Kinderneuroloog' }))
  const question = await screen.findByRole('dialog', { name: 'Plaats Kinderneuroloog' })
  await userEvent.selectOptions(await within(question).findByLabelText('Tijd'), '09:00')
  expect(within(question).getByRole('option', { name: '9.30 (lichtste)' })).toBeTruthy()
  expect(within(question).getByText('Dan slaapt Sem.', { exact: false })).toBeTruthy()
  await userEvent.click(within(question).getByRole('button', { name: 'Zet in het ontwerp' }))
}

const openMenu = async (chip: Pick<typeof screen, 'findByRole'>): Promise<void> => {
  const button = await chip.findByRole('button', { name: 'Wijzig Kinderneuroloog' })
  act(() => button.focus())
  await userEvent.keyboard('{Enter}')
}

test('a wish is placed, moved, taken out, and every step taken back, without dragging', async () => {
  const desk = await openBoard()
  await placeByMenu()
  const chip = async () => within(await dayOf('Verhoeven', 1))
  expect(await (await chip()).findByText('9.00')).toBeTruthy()
  expect(await screen.findByText('Dit kan: geen regel staat in de weg.')).toBeTruthy()
  await waitFor(() => expect(desk.sent('SaveDraft')[0]?.variables).toMatchObject({ familyId: 'verhoeven', form: 'board' }))
  await openMenu(await chip())
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Verplaats…' }))
  await userEvent.selectOptions(await screen.findByLabelText('Tijd'), '09:30')
  await userEvent.click(screen.getByRole('button', { name: 'Zet in het ontwerp' }))
  expect(await (await chip()).findByText('9.30')).toBeTruthy()
  await userEvent.keyboard('{Control>}z{/Control}')
  expect(await (await chip()).findByText('9.00')).toBeTruthy()
  await userEvent.keyboard('{Control>}z{/Control}')
  await waitFor(async () => expect((await chip()).queryByText('ontwerp')).toBeNull())
  await userEvent.click(screen.getByRole('button', { name: 'Toch wel' }))
  await openMenu(await chip())
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Haal uit het ontwerp' }))
  expect(await screen.findByText('Kinderneuroloog is uit het ontwerp.')).toBeTruthy()
  // It was empty twice: once taken back, once taken out.
  await waitFor(() => expect(desk.sent('DropDraft')).toHaveLength(2))
})

test('a draft that was kept is there again', async () => {
  const kept = [{ needId: 'neurologist', date: days.tuesday, start: '09:00', end: '09:30', modality: 'ONSITE', placeId: 'clinic', attendees: ['sem'], professionals: ['eva'], isEvening: false }]
  await openBoard(sampleBoard(), { draft: ({ familyId, form }: { familyId: string; form: string }) => familyId === 'verhoeven' && form === 'board' ? { form, content: JSON.stringify({ parts: JSON.stringify(kept) }), savedAt: '2026-11-24T10:00:00.000Z' } : null })
  expect(await within(await dayOf('Verhoeven', 1)).findByText('ontwerp')).toBeTruthy()
  expect(await screen.findByRole('region', { name: 'Ontwerp voor Gezin Verhoeven' })).toBeTruthy()
})

test('a broken rule is named and nothing can be proposed; a wish that is gone can be taken out', async () => {
  const breaking = (parts: Asked['parts']) => sampleCheck(parts, parts.length === 0 ? {} : { broken: [{ rule: 'nap', needIds: ['neurologist'], date: days.tuesday, sentence: 'Kinderneuroloog: Dan slaapt Sem.' }], goneNeedIds: ['neurologist'] })
  await openBoard(sampleBoard(), { checkDraft: ({ parts }: Asked) => breaking(parts) })
  await placeByMenu()
  expect(await screen.findByText('1 regel staat in de weg')).toBeTruthy()
  expect(screen.getByText('Kinderneuroloog: Dan slaapt Sem.')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Voorstel maken' }).disabled).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Haal eruit' }))
  expect(await screen.findByText('Nog niets geplaatst.')).toBeTruthy()
})

test('the weight of the draft stands beside what is, what comes apart and the planner’s best; two plans are compared in words; the draft becomes a proposal', async () => {
  const best = { ...proposal('best'), bundles: proposal('best').bundles.map((bundle) => ({ ...bundle, date: days.wednesday, parts: bundle.parts.map((part) => ({ ...part, needId: 'neurologist', date: days.wednesday })) })) }
  const runs: Record<string, unknown> = {
    search: { id: 'search', familyId: 'verhoeven', state: 'DONE', proposals: [best], stays: [], isStopped: false, notKnown: [], error: null }, made: { id: 'made', familyId: 'verhoeven', state: 'DONE', proposals: [proposal('by hand', 'BY_HAND')], stays: [], isStopped: false, notKnown: [], error: null },
  }
  const desk = await openBoard(sampleBoard(), { startProposals: runs['search'], proposeDraft: runs['made'], proposalRun: ({ id }: { id: string }) => runs[id], sendProposals: { id: 'made', familyId: 'verhoeven' } })
  await placeByMenu()
  expect(await screen.findByRole('row', { name: 'Ritten 0 3 1' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Zoek het beste van de planner' }))
  expect(await screen.findByRole('columnheader', { name: 'beste van de planner' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Vergelijk twee plannen' }))
  const compared = await screen.findByRole('region', { name: 'Vergelijk twee plannen' })
  expect(within(compared).getByText('andere dag: daar wo 2 dec')).toBeTruthy()
  expect(within(compared).getByText('1 wens staat anders.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Voorstel maken' }))
  await userEvent.click(await screen.findByLabelText('Kies dit voorstel'))
  expect(desk.sent('SendProposals')).toHaveLength(0)
  await userEvent.click(screen.getByRole('button', { name: 'Stuur naar ouders' }))
  await userEvent.click(within(screen.getByRole('dialog', { name: 'Dit voorstel sturen?' })).getByRole('button', { name: 'Stuur naar ouders' }))
  await waitFor(() => expect(desk.sent('SendProposals')[0]?.variables).toMatchObject({ runId: 'made', proposalIds: ['by hand'] }))
  expect(await screen.findByText('Nog niets geplaatst.')).toBeTruthy()
})

test('how full the weeks are reads as a list too', async () => {
  // Of a week that is over only what was is told: it is that very week, and all but the day goes on.
  jest.useFakeTimers({ now: Temporal.Instant.from(`${days.tuesday}T10:00:00Z`).epochMilliseconds, doNotFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'cancelIdleCallback', 'performance', 'hrtime'] })
  try {
    await openBoard()
    await placeByMenu()
    await userEvent.click(await screen.findByRole('button', { name: /^Toon als lijst.*Hoe vol de weken van Gezin Verhoeven zijn/ }))
    // The numbers of a draft that was just changed come a moment later.
    await waitFor(() => { expect(screen.getByRole('row', { name: /week van 30 nov/ }).textContent).toContain('los 3, met dit plan 1') })
  } finally {
    jest.useRealTimers()
  }
})

test('on a narrow window it is a list, day under day', async () => {
  const before = globalThis.matchMedia
  globalThis.matchMedia = jest.fn(() => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList)
  try {
    await openBoard()
    const thursday = within(await screen.findByRole('region', { name: 'donderdag 3 december' }))
    expect(thursday.getByText('10.15 Bundel · 3')).toBeTruthy()
    expect(screen.queryByRole('table', { name: 'Gezinnen en hun dagen' })).toBeNull()
  } finally {
    globalThis.matchMedia = before
  }
})
