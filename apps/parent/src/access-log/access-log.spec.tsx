import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family } from '../testing/family-of-test.ts'
import { openApp, sent } from '../testing/open-app.tsx'

const line = { id: 'l', at: '2026-11-30T23:30:00.000Z', times: 1, who: 'Karim Aydin', role: 'fysiotherapeut', organisation: 'KDC De Wilgenboom', action: 'las', what: 'het plan voor Sem', because: [], refused: false, emergency: false }
const log = (...nodes: object[]) => ({ accessLog: () => ({ nodes, pageInfo: { hasNextPage: false } }) })

test('who looked stands in plain sentences, on the day in the zone of the family', async () => {
  openApp('/inzage', { family: family(), on: log(line, { ...line, id: 'm', what: 'de afspraken van Sem' }, { ...line, id: 'n', who: 'Eva Smit', times: 3 }) })
  const day = await screen.findByRole('region', { name: 'dinsdag 1 december' })
  const [first, second] = within(day).getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(first).toBe('Karim Aydin (fysiotherapeut, KDC De Wilgenboom) las het plan voor Sem en de afspraken van Sem.0.30 uur')
  expect(second).toContain('3 keer')
})

test('what was stopped is not told as if it had been seen', async () => {
  openApp('/inzage', { family: family(), on: log({ ...line, refused: true }) })
  expect(await screen.findByText(/wilde zien: het plan voor Sem/)).toBeTruthy()
  expect(screen.queryByText(/las het plan/)).toBeNull()
  expect(screen.getByText('Wij hielden dit tegen')).toBeTruthy()
})

test('the period can be chosen', async () => {
  const server = openApp('/inzage', { family: family(), on: log() })
  await userEvent.selectOptions(await screen.findByLabelText('Welke tijd wilt u zien?'), 'Alles')
  await waitFor(() => { expect(sent(server, 'AccessLogForParents').at(-1)).toEqual({ familyId: 'family', first: 50 }) })
  expect(await screen.findByText('In deze tijd heeft niemand gekeken.')).toBeTruthy()
})

test('who doubts a line knows whom to call', async () => {
  openApp('/inzage', { family: family(), on: log(line) })
  expect(await screen.findByText('Bel Hanne de Wit. Dan kijken wij samen wat er is gebeurd.')).toBeTruthy()
})
