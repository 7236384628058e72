import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { proposal, sampleFamily } from '../../testing/sample-family.ts'

const planner = { familyId: 'verhoeven', from: '2026-11-25', until: '2026-12-20', needs: [], freeTime: [], rhythm: [], closedDays: [], places: [], parentsApart: false, orders: [] }
const day = (days: number): string => Temporal.Now.plainDateISO('Europe/Amsterdam').add({ days }).toString()
/** A family with one visit of two appointments that stand. */
const family = () => {
  const [bundle] = proposal('p').bundles
  const parts = bundle?.parts.flatMap((part) => [{ ...part, id: 'doctor', status: 'CONFIRMED' }, { ...part, id: 'physio', label: 'Fysiotherapie', start: '10:30', end: '11:00', status: 'CONFIRMED' }])
  return { ...sampleFamily(), bundles: [{ ...bundle, parts }] as unknown[] }
}
const open = (answers: Record<string, unknown>, path = '/gezin/verhoeven/planner') => openDesk(path, family(), { planner, ...answers })

test('what falls away is chosen, and what comes back says what moves and what stays', async () => {
  const run = { id: 'run', familyId: 'verhoeven', state: 'DONE', stays: ['Fysiotherapie: dinsdag 1 december, 10.30.'], isStopped: false, notKnown: [], proposals: [{ ...proposal('p2', 'FEWEST_CHANGES'), moves: ['Kinderarts: nu dinsdag, dan woensdag.'] }], error: null }
  const desk = await open({ startReplanning: run, proposalRun: run })
  await userEvent.click(await screen.findByText('Er valt iets weg'))
  await userEvent.click(within(screen.getByRole('group', { name: 'Dit kan niet doorgaan' })).getByRole('checkbox', { name: /Kinderarts/ }))
  await userEvent.type(screen.getByLabelText('Het kind is ziek op'), day(1))
  await userEvent.type(screen.getByLabelText('tot en met'), day(3))
  await userEvent.click(screen.getByRole('button', { name: 'Plan opnieuw met zo min mogelijk verschuivingen' }))
  await waitFor(() => expect(desk.sent('StartReplanning')[0]?.variables).toMatchObject({ input: { lostAppointmentIds: ['doctor'], withoutChild: [day(1), day(2), day(3)], lighter: false } }))
  expect(await screen.findByText('Kinderarts: nu dinsdag, dan woensdag.')).toBeTruthy()
  expect(screen.getByText('1 afspraak blijft staan')).toBeTruthy()
})

test('who came here because it is too much finds it open and calmer chosen', async () => {
  await open({}, '/gezin/verhoeven/planner?rustiger')
  expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /Het is nu te veel/ })).checked).toBe(true)
})

test('says why it cannot be planned again', async () => {
  await open({ startReplanning: () => refused('replan-empty', 'Kies eerst wat wegvalt.') })
  await userEvent.click(await screen.findByText('Er valt iets weg'))
  await userEvent.click(screen.getByRole('button', { name: 'Plan opnieuw met zo min mogelijk verschuivingen' }))
  expect(await screen.findByText('Kies eerst wat wegvalt.')).toBeTruthy()
})
