import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { openDesk } from '../../testing/open-desk.tsx'
import { privacyOfficer, sampleFamily } from '../../testing/sample-family.ts'

const line = { id: 'l', at: '2026-11-24T09:15:00.000Z', times: 3, who: 'Lotte Jansen', role: 'pedagogisch medewerker', organisation: 'KDC De Wilgenboom', action: 'las', what: 'ontwikkeling van Sem', because: ['Lid van het team, met toestemming.'], refused: false, emergency: false }

test('each line says when, who, what and on what ground; a period narrows it', async () => {
  const desk = await openDesk('/gezin/verhoeven/inzage', sampleFamily(), { me: privacyOfficer, accessLog: { nodes: [line], pageInfo: { hasNextPage: false } } })
  expect((await screen.findByRole('row', { name: /Lotte Jansen/ })).textContent).toBe('di 24 nov 10.153 keer die dagLotte Jansenpedagogisch medewerker, KDC De Wilgenboomlas: ontwikkeling van SemLid van het team, met toestemming.')
  fireEvent.change(screen.getByLabelText('Vanaf'), { target: { value: '2026-11-01' } })
  await waitFor(() => expect(desk.sent('AccessLog').at(-1)?.variables).toMatchObject({ from: '2026-11-01', until: null }))
})
