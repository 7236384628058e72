import { expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { proposal, sampleFamily } from '../../testing/sample-family.ts'

const visit = {
  id: 'b1', parent: 'Anouk', kind: 'VISIT', date: '2026-12-02', start: '10:00', end: '11:15', leaveAt: '09:35', backAt: '11:40', minding: 'Tijn is op school.',
  parts: [
    { id: 'a1', modality: 'ONSITE', start: '10:00', end: '10:30', placeName: 'KDC De Linde', address: 'Wilgenlaan 21, Druivendal', professionals: ['Lotte Vis'], goes: 'Anouk en Sem', purpose: 'Samen oefenen met eten.', bring: 'het eigen lepeltje' },
    { id: 'a2', modality: 'ONSITE', start: '10:45', end: '11:15', placeName: null, address: 'Markt 3, Druivendal', professionals: [], goes: 'Anouk', purpose: null, bring: null },
  ],
  call: { name: 'Hanne Smit', phone: '06 1234 5678' },
}

test('a visit is shown for one parent after that was chosen, in the language of that parent, and printed', async () => {
  const desk = await openDesk('/gezin/verhoeven/bezoek/b1', sampleFamily(), { printedVisit: visit })
  const paper = jest.fn()
  globalThis.print = paper
  expect(await screen.findByText(/alleen wat deze ouder zelf mag zien/)).toBeTruthy()
  expect(desk.sent('PrintedVisit')).toEqual([])
  await userEvent.click(screen.getByLabelText('Anouk'))
  await userEvent.click(screen.getByRole('button', { name: 'Toon de pagina' }))
  const page = await screen.findByRole('article')
  expect(within(page).getByText('woensdag 2 december 2026')).toBeTruthy()
  expect(within(page).getByText('KDC De Linde, Wilgenlaan 21, Druivendal')).toBeTruthy()
  expect(within(page).getByText('het eigen lepeltje')).toBeTruthy()
  expect(within(page).getByText('Bel Hanne Smit: 06 1234 5678.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Print' }))
  expect(paper).toHaveBeenCalledTimes(1)

  await userEvent.click(screen.getByLabelText('English'))
  await userEvent.click(screen.getByRole('button', { name: 'Toon de pagina' }))
  expect(await screen.findByText('Call Hanne Smit: 06 1234 5678.')).toBeTruthy()
  expect(screen.getByRole('article').getAttribute('lang')).toBe('en')
  expect(desk.sent('PrintedVisit').map(({ variables }) => variables['language'])).toEqual(['NL', 'EN'])
})

test('a visit that this parent may not know of says so', async () => {
  await openDesk('/gezin/verhoeven/bezoek/b1', sampleFamily(), { printedVisit: () => { throw refused('visit-unknown', 'Dit bezoek is er niet, of deze ouder mag het niet zien.') } })
  await userEvent.click(await screen.findByLabelText('Joost'))
  await userEvent.click(screen.getByRole('button', { name: 'Toon de pagina' }))
  expect(await screen.findByText(/deze ouder mag het niet zien/)).toBeTruthy()
})

test('a yes that was said is noted with who, how and when, and shown beside the name', async () => {
  const family = sampleFamily()
  const waiting = { ...proposal('p1'), status: 'SENT', sentAt: '2026-11-24T10:00:00.000Z', answers: [{ memberId: 'joost', firstName: 'Joost', answer: null as string | null, at: null as string | null, spoken: null as { how: string; on: string; words: string } | null }] }
  family.proposals = [waiting]
  const desk = await openDesk('/gezin/verhoeven/planner', family, {
    planner: { familyId: 'verhoeven', from: '2026-11-25', until: '2026-12-20', needs: [], freeTime: [], rhythm: [], closedDays: [], places: [], parentsApart: false, orders: [] },
    recordSpokenYes: () => {
      family.proposals = [{ ...waiting, answers: [{ memberId: 'joost', firstName: 'Joost', answer: 'YES', at: '2026-11-24T11:00:00.000Z', spoken: { how: 'BY_PHONE', on: '2026-11-24', words: 'mondeling, aan de telefoon, op dinsdag 24 november, genoteerd door Hanne Smit' } }] }]
      return { id: 'p1', familyId: 'verhoeven' }
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Leg een mondeling ja van Joost vast' }))
  const question = screen.getByRole('dialog', { name: 'Mondeling ja van Joost' })
  const save = within(question).getByRole('button', { name: 'Leg vast' })
  expect((save as HTMLButtonElement).disabled).toBe(true)
  await userEvent.click(within(question).getByLabelText('aan de telefoon'))
  await userEvent.click(save)
  await waitFor(() => expect(desk.sent('RecordSpokenYes')[0]?.variables).toMatchObject({ proposalId: 'p1', memberId: 'joost', how: 'BY_PHONE' }))
  expect(await screen.findByText(/aan de telefoon, op dinsdag 24 november/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Leg een mondeling ja van Joost vast' })).toBeNull()
})
