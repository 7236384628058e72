import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk } from '../../testing/open-desk.tsx'
import { hanne, proposal, sampleFamily } from '../../testing/sample-family.ts'

const later = Temporal.Now.plainDateISO('Europe/Amsterdam').add({ days: 9 }).toString()
const part = (more: object) => ({
  id: 'scan', bundleId: 'scan', label: 'Scan', professionals: [] as unknown[], attendees: ['sem', 'anouk'], date: later, start: '10:40', end: '11:25', modality: 'ONSITE', isEvening: false, status: 'CONFIRMED',
  cancelledLate: false, canBecomeDigital: false, canCancel: false, ...more,
})
const bundle = (more: object) => ({ id: 'scan', kind: 'VISIT', date: later, start: '10:40', end: '11:25', parts: [part(more)] })
const elsewhere = { enteredBy: 'Anouk', selfArranged: false, category: 'MEDICAL', canChange: true, place: 'Ziekenhuis in de stad', travelMinutes: 45 }
const familyWith = (...bundles: readonly unknown[]) => ({ ...sampleFamily(), bundles: bundles as never[] })

test('an appointment from a letter is entered on one screen, on the page of the family', async () => {
  const desk = await openDesk('/gezin/verhoeven', sampleFamily(), { addElsewhereAppointment: { id: 'x', familyId: 'verhoeven' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Afspraak van elders' }))
  const form = screen.getByRole('dialog', { name: 'Afspraak van elders' })
  await userEvent.click(within(form).getByRole('button', { name: 'Zet in de agenda' }))
  expect(within(form).getAllByText('Vul dit in.')).toHaveLength(4)
  await userEvent.type(within(form).getByLabelText('Waarvoor?'), 'Scan')
  fireEvent.change(within(form).getByLabelText('Dag'), { target: { value: later } })
  fireEvent.change(within(form).getByLabelText('Begint'), { target: { value: '10:40' } })
  await userEvent.type(within(form).getByLabelText('Welke plek?'), 'Ziekenhuis')
  await userEvent.click(within(form).getByLabelText('Anouk'))
  await userEvent.click(within(form).getByRole('button', { name: 'Zet in de agenda' }))
  await waitFor(() => { expect(desk.sent('AddElsewhereAppointment')[0]?.variables).toMatchObject({
    familyId: 'verhoeven', input: { label: 'Scan', date: later, start: '10:40', minutes: 30, modality: 'ONSITE', place: 'Ziekenhuis', travelMinutes: 30, attendees: ['sem', 'anouk'], category: 'MEDICAL', selfArranged: false },
  }) })
})

test('it stands in the agenda with who entered it; it has no outcome to record, and is changed and removed', async () => {
  const desk = await openDesk('/gezin/verhoeven', familyWith(bundle({ elsewhere })), { removeElsewhereAppointment: { id: 'scan', familyId: 'verhoeven' }, changeElsewhereAppointment: { id: 'scan', familyId: 'verhoeven' } })
  expect(await screen.findByText('elders gemaakt, door Anouk')).toBeTruthy()
  expect(screen.getByText(/Ziekenhuis in de stad/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Wijzig: Scan' }))
  const form = screen.getByRole('dialog', { name: 'Afspraak van elders' })
  fireEvent.change(within(form).getByLabelText('Duurt (minuten)'), { target: { value: '60' } })
  await userEvent.click(within(form).getByRole('button', { name: 'Zet in de agenda' }))
  await waitFor(() => { expect(desk.sent('ChangeElsewhereAppointment')[0]?.variables).toMatchObject({ appointmentId: 'scan', input: { minutes: 60, place: 'Ziekenhuis in de stad', travelMinutes: 45 } }) })
  await userEvent.click(screen.getByRole('button', { name: 'Haal weg' }))
  await userEvent.click(within(screen.getByRole('dialog', { name: 'Deze afspraak weghalen?' })).getByRole('button', { name: 'Haal weg' }))
  await waitFor(() => { expect(desk.sent('RemoveElsewhereAppointment')[0]?.variables).toMatchObject({ appointmentId: 'scan' }) })
})

test('a talk by picture is one press away for who holds it, who can give another link for this one', async () => {
  const talk = { modality: 'DIGITAL', label: 'Gesprek', professionals: [hanne], meeting: { kind: 'LINK', url: 'https://beeld.example.org/kamer', isForThisOne: false } }
  const desk = await openDesk('/gezin/verhoeven', familyWith(bundle(talk)), { giveMeetingWay: { id: 'scan', familyId: 'verhoeven' } })
  expect((await screen.findByRole('link', { name: 'Deelnemen: Gesprek' })).getAttribute('href')).toBe('https://beeld.example.org/kamer')
  await userEvent.click(screen.getByRole('button', { name: 'Link of bellen: Gesprek' }))
  await userEvent.click(screen.getByLabelText('ik bel de ouder'))
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(desk.sent('GiveMeetingWay')[0]?.variables).toMatchObject({ appointmentId: 'scan', way: { kind: 'CALL' } }) })
})

test('who calls sees whom, and on which number', async () => {
  await openDesk('/gezin/verhoeven', familyWith(bundle({ modality: 'DIGITAL', professionals: [hanne], meeting: { kind: 'CALL', isForThisOne: true } })))
  expect(await screen.findByText(/U belt Sem, Anouk/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Anouk: 06 5555 0112' }).getAttribute('href')).toBe('tel:0655550112')
})

test('a proposal that could not go ahead is told, and one press looks for what changes least', async () => {
  const family = sampleFamily()
  family.proposals = [{ ...proposal('p1'), status: 'RELEASED', sentAt: '2026-11-24T10:00:00.000Z', releasedBecause: 'Een van de tijden was net vergeven.' }]
  const run = { id: 'run', familyId: 'verhoeven', state: 'DONE', proposals: [proposal('p2', 'FEWEST_CHANGES')], stays: [], isStopped: false, notKnown: [], error: null }
  const desk = await openDesk('/gezin/verhoeven', family, { planner: { familyId: 'verhoeven', from: later, until: later, needs: [], freeTime: [], rhythm: [], closedDays: [], places: [], parentsApart: false, orders: [] }, startProposals: run, proposalRun: run })
  expect((await screen.findByRole('note')).textContent).toContain('Een van de tijden was net vergeven.')
  await userEvent.click(screen.getByRole('link', { name: 'Maak een nieuw voorstel' }))
  expect(await screen.findByRole('article', { name: /Zo weinig mogelijk anders dan eerst/ })).toBeTruthy()
  expect(desk.sent('StartProposals').map(({ variables }) => variables)).toMatchObject([{ input: { lighter: false, after: 'p1' } }])
  await userEvent.click(screen.getByRole('button', { name: 'Zoek opnieuw, met zo weinig mogelijk wijzigingen' }))
  await waitFor(() => { expect(desk.sent('StartProposals')).toHaveLength(2) })
})
