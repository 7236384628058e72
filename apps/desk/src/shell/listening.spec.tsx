import { expect, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../testing/open-desk.tsx'
import { coordinator, sampleFamily } from '../testing/sample-family.ts'

const told = { familyChanged: { __typename: 'FamilyChange', familyId: 'verhoeven' } }

test('goes on from page to page of one family, and ends where another page begins', async () => {
  const desk = await openDesk('/gezin/verhoeven', sampleFamily())
  await userEvent.click(await screen.findByRole('link', { name: 'Zoek in dit dossier' }))
  await screen.findByRole('heading', { level: 1, name: 'Zoek bij Gezin Verhoeven' })
  await userEvent.click(screen.getByRole('link', { name: /Gezin Verhoeven/ }))
  await screen.findByRole('heading', { level: 1, name: 'Gezin Verhoeven' })
  expect(desk.timesBegun('FamilyChanged')).toBe(1)
  expect(desk.isListening('FamilyChanged')).toBe(true)
  await userEvent.click(within(screen.getByRole('navigation', { name: 'Menu' })).getByRole('link', { name: 'Mijn gezinnen' }))
  await waitFor(() => expect(desk.isListening('FamilyChanged')).toBe(false))
})

test('a page that shows something else than the family itself is read again too, and goes with the right to it', async () => {
  let mayRead = true
  const desk = await openDesk('/gezin/verhoeven/veiligheid', sampleFamily(), { safetyTracks: () => mayRead ? [] : refused('not-found', 'Dat is er niet.') })
  await screen.findByRole('heading', { level: 1, name: 'Veiligheid' })
  mayRead = false
  act(() => desk.tell('FamilyChanged', told))
  expect(await screen.findByRole('heading', { name: 'Dit gezin is er niet' })).toBeTruthy()
})

test('who looks back and an office listen to nothing', async () => {
  const back = await openDesk('/gezin/verhoeven?toen=2026-10-01', sampleFamily())
  await screen.findByText(/zo was het bekend/)
  expect(back.timesBegun('FamilyChanged')).toBe(0)
  back.unmount()
  const office = await openDesk('/gezin/verhoeven/inzage', sampleFamily(), { me: { ...coordinator, role: 'PRIVACY_OFFICER' } })
  await screen.findByRole('heading', { level: 1 })
  expect(office.timesBegun('FamilyChanged')).toBe(0)
})
