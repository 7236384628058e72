import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { privacyOfficer, sampleFamily } from '../../testing/sample-family.ts'

const line = { id: 'l', at: '2026-11-24T09:15:00.000Z', times: 3, who: 'Lotte Jansen', role: 'pedagogisch medewerker', organisation: 'KDC De Wilgenboom', action: 'las', what: 'ontwikkeling van Sem', because: ['Lid van het team, met toestemming.'], refused: false, emergency: false, channel: null }

test('each line says when, who, what and on what ground; a period narrows it', async () => {
  const desk = await openDesk('/gezin/verhoeven/inzage', sampleFamily(), { me: privacyOfficer, accessLog: { organisations: [{ id: 'kdc', name: 'KDC De Wilgenboom' }], nodes: [line], pageInfo: { hasNextPage: false } } })
  expect((await screen.findByRole('row', { name: /Lotte Jansen/ })).textContent).toBe('di 24 nov 10.153 keer die dagLotte Jansenpedagogisch medewerker, KDC De Wilgenboomlas ontwikkeling van SemLid van het team, met toestemming.')
  fireEvent.change(screen.getByLabelText('Vanaf'), { target: { value: '2026-11-01' } })
  await waitFor(() => expect(desk.sent('AccessLog').at(-1)?.variables).toEqual({ familyId: 'verhoeven', from: '2026-11-01' }))
  fireEvent.change(screen.getByLabelText('Organisatie'), { target: { value: 'kdc' } })
  fireEvent.change(screen.getByLabelText('Wat iemand deed'), { target: { value: 'WROTE' } })
  await waitFor(() => expect(desk.sent('AccessLog').at(-1)?.variables).toEqual({ familyId: 'verhoeven', from: '2026-11-01', organisationId: 'kdc', kind: 'WROTE' }))
})

test('a file that may not be read says so in the words of the server, and offers nothing to narrow or to take along', async () => {
  await openDesk('/gezin/elders/inzage', sampleFamily(), { me: privacyOfficer, accessLog: () => refused('not-found', 'Dit is er niet, of u mag het niet zien.') })
  expect((await screen.findByRole('alert')).textContent).toContain('Dit is er niet, of u mag het niet zien.')
  expect(screen.queryByLabelText('Vanaf')).toBeNull()
  expect(screen.queryByText('Opslaan als PDF')).toBeNull()
})

test('a session that ended says how to go on', async () => {
  await openDesk('/gezin/verhoeven/inzage', sampleFamily(), { me: privacyOfficer, accessLog: () => refused('not-signed-in', 'U bent niet ingelogd.') })
  expect((await screen.findByRole('link', { name: 'Inloggen' })).getAttribute('href')).toBe('/?for=desk')
})
