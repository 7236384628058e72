import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { openDesk } from '../../testing/open-desk.tsx'
import { privacyOfficer, proposal, sampleFamily } from '../../testing/sample-family.ts'

test('shows what is new, and who waits for whom', async () => {
  const family = sampleFamily()
  family.proposals = [{ ...proposal('p'), status: 'SENT', answers: [{ memberId: 'joost', firstName: 'Joost', answer: null }] }]
  await openDesk('/gezinnen', family)
  const row = (await screen.findByRole('rowheader', { name: /Gezin Verhoeven/ })).closest('tr')
  if (row === null) throw new Error('no row')
  expect(within(row).getByText('schreef een bijdrage over Sem')).toBeTruthy()
  expect(within(row).getByText('Antwoord van Joost')).toBeTruthy()
})

test('says what happens next when nothing is shared yet', async () => {
  await openDesk('/gezinnen', sampleFamily(), { families: { nodes: [], pageInfo: { hasNextPage: false } } })
  expect(await screen.findByText('Er wordt nog geen gezin met u gedeeld.')).toBeTruthy()
})

test('a privacy officer sees case numbers, no family', async () => {
  await openDesk('/', sampleFamily(), { me: privacyOfficer, accessLogCases: { nodes: [{ id: 'x', number: 'DRV-0014', isWatched: false }], pageInfo: { hasNextPage: false } } })
  expect((await screen.findByRole('link', { name: 'DRV-0014' })).getAttribute('href')).toBe('/gezin/x/inzage')
  expect(screen.queryByText(/Verhoeven/)).toBeNull()
  expect(screen.queryByRole('button', { name: /Zoek of ga naar/ })).toBeNull()
})
