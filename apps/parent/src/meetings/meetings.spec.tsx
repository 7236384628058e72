import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { family } from '../testing/family-of-test.ts'
import { openApp } from '../testing/open-app.tsx'

const meeting = (status: string, date: string | null) => ({
  id: `${status}-${date ?? ''}`, purpose: 'Hoe gaan de nachten?', status, when: date === null ? null : { date, from: '10:00', to: '11:00', place: 'bij het gezin thuis' },
  attendees: [], without: null, points: [], report: null, absent: [], closedAt: null, isAsked: true, can: { addOwnPoint: status !== 'CANCELLED' },
})
const withMeetings = (...meetings: readonly object[]) => family({ meetings, members: [] } as never)

test('a talk that was called off is said so until its day is over: on Today, and on its page', async () => {
  openApp('/', { family: withMeetings(meeting('CANCELLED', '2099-12-01')) })
  expect(within(await screen.findByRole('region', { name: 'Gesprek over ons plan' })).getByText('Dit gesprek gaat niet door.')).toBeTruthy()
  openApp('/overleg', { family: withMeetings(meeting('CANCELLED', '2099-12-01')) })
  expect((await screen.findByRole('heading', { name: /^Gesprek van .* 1 december 2099$/ })).parentElement?.textContent).toContain('Dit gesprek gaat niet door.')
})

test('a talk that would have been before today says nothing any more', async () => {
  openApp('/', { family: withMeetings(meeting('CANCELLED', '2020-12-01')) })
  await screen.findByRole('link', { name: 'Ons plan' })
  expect(screen.queryByRole('region', { name: 'Gesprek over ons plan' })).toBeNull()
})

test('a talk to come asks what the parent wants to speak about, whatever was called off beside it', async () => {
  openApp('/', { family: withMeetings(meeting('CANCELLED', '2099-12-01'), meeting('TO_PLAN', null)) })
  expect(within(await screen.findByRole('region', { name: 'Gesprek over ons plan' })).getByText('Wat wilt u bespreken? Schrijf het hier vast op.')).toBeTruthy()
})
