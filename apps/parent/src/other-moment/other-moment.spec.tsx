import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family, fixed, proposal, visit } from '../testing/family-of-test.ts'
import { openApp, sent } from '../testing/open-app.tsx'
import { daysToChoose } from './wishes.ts'

const on = { otherTimes: () => [], draft: () => null, dropDraft: () => ({ id: 'd' }), askOtherMoment: () => ({ id: 'r' }) }

test('another moment can be asked without any reason', async () => {
  const server = openApp('/ander-moment/p', { family: family({ proposals: [proposal('p')] }), on })
  await userEvent.click(await screen.findByRole('button', { name: 'Versturen' }))
  expect(await screen.findByRole('heading', { name: 'Dank u. Wij zoeken een ander moment.' })).toBeTruthy()
  expect(sent(server, 'AskOtherMoment')).toEqual([{ familyId: 'family', proposalId: 'p', commandId: expect.any(String) }])
})

test('up to three moments that suit can be named', async () => {
  const server = openApp('/ander-moment/b-1', { family: family({ bundles: [fixed(visit('b'))] }), on })
  expect(await screen.findByText('Het gaat om: Controle, dinsdag 1 december.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Nog een moment erbij' }))
  await userEvent.click(screen.getByRole('button', { name: 'Nog een moment erbij' }))
  expect(screen.queryByRole('button', { name: 'Nog een moment erbij' })).toBeNull()
  const second = within(screen.getByRole('group', { name: 'Moment 2' }))
  const day = second.getByLabelText<HTMLSelectElement>('Dag').options[3]!
  await userEvent.selectOptions(second.getByLabelText('Dag'), day)
  await userEvent.selectOptions(second.getByLabelText('Deel van de dag'), 'avond')
  await userEvent.type(screen.getByLabelText('Wilt u iets zeggen?'), 'Dan is oma er.')
  await userEvent.click(screen.getByRole('button', { name: 'Versturen' }))
  await screen.findByRole('heading', { name: 'Dank u. Wij zoeken een ander moment.' })
  expect(sent(server, 'AskOtherMoment')).toMatchObject([{ appointmentId: 'b-1', words: 'Dan is oma er.', windows: [{ date: day.value, from: '19:00', to: '21:30' }] }])
})

test('the days one can choose are working days, from tomorrow', () => {
  const days = daysToChoose('2026-11-27')
  expect(days[0]).toBe('2026-11-30')
  expect(days).not.toContain('2026-12-05')
  expect(days).toHaveLength(30)
})

test('times that are possible are asked for with one tap; one by video says so', async () => {
  const times = [{ date: '2026-12-08', from: '09:30', to: '10:00', modality: 'ONSITE', place: { id: 'p', name: 'Polikliniek kinderen' } }, { date: '2026-12-09', from: '20:00', to: '20:30', modality: 'DIGITAL', place: null }]
  const server = openApp('/ander-moment/b-1', { family: family({ bundles: [fixed(visit('b'))] }), on: { ...on, otherTimes: () => times } })
  const offered = within(await screen.findByRole('region', { name: 'Deze tijden kunnen ook' }))
  expect(await offered.findByRole('button', { name: /dinsdag 8 december.*9\.30 tot 10\.00 uur.*Polikliniek kinderen/ })).toBeTruthy()
  await userEvent.click(offered.getByRole('button', { name: /via beeld/ }))
  await screen.findByRole('heading', { name: 'Dank u. Wij zoeken een ander moment.' })
  expect(sent(server, 'AskOtherMoment')).toEqual([{ familyId: 'family', appointmentId: 'b-1', chosen: { date: '2026-12-09', from: '20:00', to: '20:30', modality: 'DIGITAL' }, commandId: expect.any(String) }])
})

test('of a whole proposal one taps what does not suit, and asks for the days that are possible instead', async () => {
  const found = [{ appointmentId: 'p-visit-1', label: 'Controle', date: '2026-12-08', from: '09:30', to: '10:00', modality: 'ONSITE', place: { id: 'p', name: 'Polikliniek kinderen' } }]
  const server = openApp('/ander-moment/p', { family: family({ proposals: [proposal('p')] }), on: { ...on, otherDays: () => found } })
  const tuesday = within(await screen.findByRole('group', { name: 'dinsdag' }))
  const morning = tuesday.getByRole('button', { name: 'ochtend past niet' })
  await userEvent.click(morning)
  expect(morning.getAttribute('aria-pressed')).toBe('true')
  await userEvent.click(screen.getByRole('button', { name: 'Kijk wat er wel kan' }))
  const possible = within(await screen.findByRole('region', { name: 'Zo kan het ook' }))
  expect(possible.getByText('dinsdag 8 december')).toBeTruthy()
  await userEvent.click(possible.getByRole('button', { name: 'Vraag deze dagen aan' }))
  await screen.findByRole('heading', { name: 'Dank u. Wij zoeken een ander moment.' })
  const unsuitable = [{ weekday: 2, part: 'MORNING' }]
  expect(sent(server, 'OtherDays')[0]).toEqual({ familyId: 'family', proposalId: 'p', unsuitable })
  expect(sent(server, 'AskOtherMoment')).toEqual([{ familyId: 'family', proposalId: 'p', unsuitable, otherDays: [{ appointmentId: 'p-visit-1', date: '2026-12-08', from: '09:30', to: '10:00', modality: 'ONSITE' }], commandId: expect.any(String) }])
})

test('when nothing is found at once, what does not suit goes along with the answer', async () => {
  const server = openApp('/ander-moment/p', { family: family({ proposals: [proposal('p')] }), on: { ...on, otherDays: () => [] } })
  await userEvent.click(within(await screen.findByRole('group', { name: 'vrijdag' })).getByRole('button', { name: 'avond past niet' }))
  await userEvent.click(screen.getByRole('button', { name: 'Kijk wat er wel kan' }))
  expect(await screen.findByText(/Wij zien niet meteen andere dagen/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Versturen' }))
  await screen.findByRole('heading', { name: 'Dank u. Wij zoeken een ander moment.' })
  expect(sent(server, 'AskOtherMoment')).toMatchObject([{ proposalId: 'p', unsuitable: [{ weekday: 5, part: 'EVENING' }] }])
})
