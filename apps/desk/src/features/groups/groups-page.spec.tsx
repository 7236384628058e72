import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { openDesk } from '../../testing/open-desk.tsx'
import { sampleFamily } from '../../testing/sample-family.ts'

const lotte = { id: 'lotte', name: 'Lotte Jansen', title: 'pedagogisch medewerker', discipline: 'DAY_CENTRE', organisation: { id: 'kdc', name: 'KDC' } }
const group = { id: 'g1', name: 'Vlinders', leader: 'Hanne de Wit', isLeader: true, isOnDuty: false, duties: [{ id: 'd1', professional: lotte, from: '2026-11-24', until: '2026-11-24', isToday: true }] }
const ownGroups = { today: '2026-11-24', groups: [group], colleagues: [lotte] }

test('who leads a group keeps who works there, for a day or from a day on (K-14)', async () => {
  const desk = await openDesk('/groepen', sampleFamily(), { ownGroups, recordGroupDuty: { id: 'd2' } })
  expect(await screen.findByRole('heading', { name: 'Vlinders' })).toBeTruthy()
  expect(screen.getByText('op 24 november 2026')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /^Iemand toevoegen.*Vlinders/ }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByLabelText('Wie?'), { target: { value: 'lotte' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Vastleggen' }))
  await waitFor(() => expect(desk.sent('RecordGroupDuty')[0]?.variables).toMatchObject({ groupId: 'g1', professionalId: 'lotte', from: '2026-11-24' }))
})

test('who does not lead it gets its name, and nobody who works there', async () => {
  await openDesk('/groepen', sampleFamily(), { ownGroups: { ...ownGroups, groups: [{ ...group, isLeader: false, duties: [] }], colleagues: [] } })
  expect(await screen.findByText('Leiding: Hanne de Wit')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Iemand toevoegen/ })).toBeNull()
})

test('a closed case says so, adds nothing, and can go on', async () => {
  const family = { ...sampleFamily(), closing: { words: 'De doelen zijn gehaald.', by: 'Hanne de Wit', at: '2026-11-20T10:00:00.000Z' }, can: { ...sampleFamily().can, contribute: false, coordinate: false, plan: false } }
  const desk = await openDesk('/gezin/verhoeven', family, { reopenCase: { id: 'verhoeven', familyId: 'verhoeven' } })
  expect(await screen.findByText('De doelen zijn gehaald.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Heropenen' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByLabelText('Waarom gaat het werk verder?'), { target: { value: 'De ouders vroegen het.' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Heropenen' }))
  await waitFor(() => expect(desk.sent('ReopenCase')[0]?.variables).toMatchObject({ words: 'De ouders vroegen het.' }))
})
