import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { proposal, sampleFamily } from '../../testing/sample-family.ts'

const chosen = { date: '2026-12-03', from: '09:15', to: '09:45', modality: 'ONSITE' }
const request = { id: 'request', memberId: 'anouk', firstName: 'Anouk', at: '2026-11-24T10:00:00.000Z', proposalId: null, appointmentId: 'doctor', words: null, isOpen: true, windows: [], unsuitable: [], otherDays: [], chosen }
const standing = () => {
  const [bundle] = proposal('p').bundles
  return [{ ...bundle, parts: bundle?.parts.map((part) => ({ ...part, id: 'doctor', status: 'CONFIRMED' })) }] as unknown[]
}
const done = { id: 'doctor', familyId: 'verhoeven' }

test('the time that a parent picked is proposed in one go, and the request is answered', async () => {
  const desk = await openDesk('/gezin/verhoeven', { ...sampleFamily(), changeRequests: [request] as unknown[] }, { proposeTime: done, closeChangeRequest: done })
  await userEvent.click(await screen.findByRole('button', { name: 'Stel deze tijd voor' }))
  await waitFor(() => expect(desk.sent('CloseChangeRequest')[0]?.variables).toMatchObject({ requestId: 'request' }))
  expect(desk.sent('ProposeTime')[0]?.variables).toMatchObject({ appointmentId: 'doctor', time: chosen })
})

test('a time that is gone meanwhile says so, and the request stays open', async () => {
  const desk = await openDesk('/gezin/verhoeven', { ...sampleFamily(), changeRequests: [request] as unknown[] }, { proposeTime: () => refused('time-not-possible', 'Deze tijd kan niet meer.') })
  await userEvent.click(await screen.findByRole('button', { name: 'Stel deze tijd voor' }))
  expect(await screen.findByText('Deze tijd kan niet meer.')).toBeTruthy()
  expect(desk.sent('CloseChangeRequest')).toEqual([])
})

test('other times for what stands are a press away, and one more proposes one', async () => {
  const desk = await openDesk('/gezin/verhoeven', { ...sampleFamily(), bundles: standing() }, { otherTimes: [{ ...chosen, place: { id: 'clinic', name: 'Polikliniek' } }], proposeTime: done })
  await userEvent.click(await screen.findByRole('button', { name: 'Andere tijd voor Kinderarts' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Andere tijden voor Kinderarts' }))
  await userEvent.click(await dialog.findByRole('button', { name: /donderdag 3 december.*Polikliniek/ }))
  expect(await dialog.findByText('Het voorstel ligt bij de ouders.')).toBeTruthy()
  expect(desk.sent('ProposeTime')[0]?.variables).toMatchObject({ appointmentId: 'doctor', time: chosen })
})
