import { expect, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { sampleFamily } from '../../testing/sample-family.ts'
import { sampleBoard } from '../../testing/sample-board.ts'

const burden = (change: object = {}) => ({ unplanned: 4, restTouched: 0, travelDays: 5, trips: 6, careDays: 7, minutes: 100, lateness: 0, ...change })
const family = (id: string, change: object = {}) => ({
  id, name: `Gezin ${id}`, runId: `run of ${id}`, proposalId: `proposal of ${id}`, isSent: false, planned: 3, unplanned: 1, before: { trips: 4, travelDays: 3, evenings: 0 }, after: { trips: 2, travelDays: 3, evenings: 1 },
  proof: 'Bewezen het beste.', fairness: 'Ruimte maken voor andere gezinnen kostte dit gezin niets.', isWorse: false, ...change,
})
const run = (change: object = {}) => ({
  id: 'region', state: 'RUNNING', search: 'MINUTE', endsBy: '2026-11-25T09:01:00Z', from: '2026-12-01', weeks: 4, familiesAsked: 2, familiesDone: 1, rounds: 0, before: null, burden: null, isStopping: false, ended: null, fairness: null, families: [] as object[], error: null, ...change,
})
const done = (change: object = {}) => run({ state: 'DONE', familiesDone: 2, rounds: 12, ended: 'Klaar.', fairness: 'Geen gezin komt daarboven.', families: [family('Bosman', { isWorse: true, fairness: 'Dit kostte 1 rit meer.' }), family('Verhoeven')], ...change })
const open = (answers: Record<string, unknown>, path = '/planner/samen?plan=region') => openDesk(path, sampleFamily(), { planningBoard: sampleBoard(), latestRegionRun: null, ...answers })
const row = async (name: string): Promise<HTMLElement> => {
  const found = (await screen.findByRole('rowheader', { name })).closest('tr')
  if (found === null) throw new Error('no row')
  return found
}

test('the board leads to it; families with something to plan are chosen, and what is begun stands in the address', async () => {
  const desk = await open({ startRegion: run(), regionRun: run() }, '/planner')
  await userEvent.click(await screen.findByRole('link', { name: 'Plan gezinnen samen' }))
  expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /Verhoeven/ })).checked).toBe(true)
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Bosman/ }).disabled).toBe(true)
  await userEvent.selectOptions(screen.getByLabelText('Hoeveel weken'), '2 weken')
  await userEvent.click(screen.getByRole('button', { name: 'Zoek een plan voor 1 gezin' }))
  await waitFor(() => expect(desk.sent('StartRegion')[0]?.variables).toMatchObject({ input: { familyIds: ['verhoeven'], weeks: 2, from: sampleBoard().plansFrom } }))
  expect(await screen.findByText('1 van 2 gezinnen hebben een plan')).toBeTruthy()
})

test('can look for a night; who comes back later finds the search again', async () => {
  const desk = await open({ startRegion: run({ id: 'night' }), regionRun: run({ search: 'NIGHT', endsBy: '2026-12-02T05:30:00Z' }), latestRegionRun: 'yesterday' }, '/planner/samen')
  expect((await screen.findByRole('link', { name: 'Naar uw laatste zoektocht' })).getAttribute('href')).toBe('/planner/samen?plan=yesterday')
  await userEvent.selectOptions(await screen.findByLabelText('Hoe lang zoeken'), 'vannacht (hooguit acht uur)')
  expect(screen.getByText(/Het plan begint daarom overmorgen of later/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Zoek een plan voor 1 gezin' }))
  await waitFor(() => expect(desk.sent('StartRegion')[0]?.variables).toMatchObject({ input: { search: 'NIGHT' } }))
  expect(await screen.findByText(/Dit duurt hoogstens tot .*6\.30 uur.*staat dit plan alleen in het geheugen van de server/)).toBeTruthy()
})

test('of many families some are found by their name, all are chosen together, and no more than the planner takes', async () => {
  const [, verhoeven] = sampleBoard().families
  const families = Array.from({ length: 160 }, (_, index) => ({ ...verhoeven, id: `family ${index}`, name: index === 7 ? 'Gezin Zevenster' : `Gezin ${index}`, moments: [], needs: verhoeven?.needs }))
  await open({ planningBoard: { ...sampleBoard(), families } }, '/planner/samen')
  expect(await screen.findByText('150 van 160 gekozen')).toBeTruthy()
  await userEvent.type(screen.getByRole('searchbox', { name: 'Zoek een gezin' }), 'zeven')
  expect(screen.getAllByRole('checkbox')).toHaveLength(1)
  expect(screen.getByText('1 gezin gevonden')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Kies geen' }))
  expect(screen.getByText('149 van 160 gekozen')).toBeTruthy()
  await userEvent.clear(screen.getByRole('searchbox', { name: 'Zoek een gezin' }))
  await userEvent.click(screen.getByRole('button', { name: 'Kies alle' }))
  expect(screen.getByText('Samen plannen kan met hoogstens 150 gezinnen. Kies er minder.')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /Zoek een plan/ }).disabled).toBe(true)
})

test('says why it could not begin, and keeps the choice', async () => {
  await open({ startRegion: () => refused('region-busy', 'U bent al gezinnen samen aan het plannen.') }, '/planner/samen')
  await userEvent.click(await screen.findByRole('button', { name: /Zoek een plan/ }))
  expect(await screen.findByText('U bent al gezinnen samen aan het plannen.')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Verhoeven/ }).checked).toBe(true)
})

test('tells how far it is while it goes on, and stops when asked', async () => {
  const desk = await open({ regionRun: run(), stopRegion: run({ isStopping: true }) })
  await screen.findByText('1 van 2 gezinnen hebben een plan')
  await waitFor(() => expect(desk.isListening('RegionRunChanged')).toBe(true))
  act(() => desk.tell('RegionRunChanged', { regionRun: { ...run({ familiesDone: 2, rounds: 8, before: { ...burden(), __typename: 'Burden' }, burden: { ...burden({ travelDays: 3 }), __typename: 'Burden' } }), __typename: 'RegionRun' } }))
  expect(await screen.findByText('8 rondes waarin gezinnen ruimte maken voor elkaar')).toBeTruthy()
  expect(screen.getByText('Beter tot nu toe: 2 reisdagen minder')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Stop, en houd het beste tot nu toe' }))
  expect(await screen.findByText('De planner rondt af.')).toBeTruthy()
})

test('shows each family with what it carries before and after, how sure that is, and who is worse off', async () => {
  await open({ regionRun: done() })
  const bosman = await row('Gezin Bosman')
  expect(within(bosman).getByText('4 → 2')).toBeTruthy()
  expect(within(bosman).getByText('3 van 4')).toBeTruthy()
  expect(within(bosman).getByText('Dit kostte 1 rit meer.')).toBeTruthy()
  expect(within(bosman).getByText('Bewezen het beste.')).toBeTruthy()
  expect(within(bosman).getByRole('link', { name: 'Bekijk het voorstel voor Gezin Bosman' }).getAttribute('href')).toBe('/gezin/Bosman/planner?plan=run of Bosman')
})

test('puts first what changes most, whichever way, and finds one of many by its name', async () => {
  const weight = (travelDays: number) => ({ trips: 4, travelDays, evenings: 0 })
  const others = Array.from({ length: 12 }, (_, index) => family(`Same${String(index).padStart(2, '0')}`, { before: weight(3), after: weight(3) }))
  await open({ regionRun: done({ families: [...others, family('Heavier', { isWorse: true, before: weight(1), after: weight(2) }), family('Lighter', { before: weight(5), after: weight(2) })] }) })
  const names = async () => (await screen.findAllByRole('rowheader')).map(({ textContent }) => textContent)
  expect((await names()).slice(0, 3)).toEqual(['Gezin Lighter', 'Gezin Heavier', 'Gezin Same00'])
  await userEvent.selectOptions(screen.getByLabelText('Volgorde'), 'zwaarder geworden eerst')
  expect((await names()).slice(0, 2)).toEqual(['Gezin Heavier', 'Gezin Lighter'])
  await userEvent.type(screen.getByRole('searchbox', { name: 'Zoek een gezin' }), 'same0')
  expect(await names()).toHaveLength(10)
})

test('sends one or all only after asking, one after the other, and says beside a family why its own could not go', async () => {
  let sent: readonly string[] = []
  const desk = await open({
    regionRun: () => done({ families: [family('Bosman'), family('Verhoeven', { isSent: sent.includes('Verhoeven') })] }),
    sendProposals: ({ familyId }: { familyId: string }) => {
      if (familyId === 'Bosman') return refused('need-planned', 'Deze afspraak staat al.')
      sent = [...sent, familyId]
      return { id: 'done', familyId }
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Verstuur alle 2' }))
  expect(desk.sent('SendProposals')).toEqual([])
  const dialog = within(await screen.findByRole('dialog', { name: '2 voorstellen versturen?' }))
  expect(dialog.getByText('Gezin Verhoeven')).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Stuur naar ouders' }))
  await waitFor(() => expect(desk.sent('SendProposals').map(({ variables }) => [variables['familyId'], variables['runId'], variables['proposalIds']])).toEqual([
    ['Bosman', 'run of Bosman', ['proposal of Bosman']], ['Verhoeven', 'run of Verhoeven', ['proposal of Verhoeven']],
  ]))
  expect(within(await row('Gezin Bosman')).getByText('Deze afspraak staat al.')).toBeTruthy()
  await waitFor(async () => expect(within(await row('Gezin Verhoeven')).getByText('verstuurd')).toBeTruthy())
})

test('leads back to the choice when a search is not known any more', async () => {
  await open({ regionRun: () => refused('run-unknown', 'Dit voorstel bestaat niet meer.') })
  await userEvent.click(await screen.findByRole('button', { name: 'Opnieuw proberen' }))
  expect(await screen.findByRole('group', { name: 'Welke gezinnen' })).toBeTruthy()
})
