import { expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family } from '../testing/family-of-test.ts'
import { openApp, sent } from '../testing/open-app.tsx'

const line = { id: 'l', at: '2026-11-30T23:30:00.000Z', tellsHour: true, times: 1, who: 'Karim Aydin', role: 'fysiotherapeut', organisation: 'KDC De Wilgenboom', action: 'las', what: 'het plan voor Sem', because: [], refused: false, emergency: false }
const log = (...nodes: object[]) => ({ accessLog: () => ({ organisations: [{ id: 'o2', name: 'KDC De Wilgenboom' }], nodes, pageInfo: { hasNextPage: false } }) })

test('who looked stands in plain sentences, on the day in the zone of the family', async () => {
  openApp('/inzage', { family: family(), on: log(line, { ...line, id: 'm', what: 'de afspraken van Sem' }, { ...line, id: 'n', who: 'Eva Smit', times: 3 }) })
  const day = await screen.findByRole('region', { name: 'dinsdag 1 december' })
  const [first, second] = within(day).getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(first).toBe('Karim Aydin (fysiotherapeut, KDC De Wilgenboom) las het plan voor Sem en de afspraken van Sem.0.30 uur')
  expect(second).toContain('3 keer')
})

test('why each look was allowed stands folded beneath it, every ground once, and in whose name it was (L-05)', async () => {
  const [team, yes] = ['Wie met hetzelfde beroep in één team werkt, leest het eigen dossier samen.', 'U of een ander gaf toestemming om dit te delen.']
  openApp('/inzage', { family: family(), on: log({ ...line, because: [team] }, { ...line, id: 'm', what: 'de afspraken van Sem', because: [team, yes] }, { ...line, id: 'n', insteadOf: 'namens Mirjam Bos', because: [yes] }, { ...line, id: 'o', who: 'Eva Smit', refused: true }) })
  const [first, second, third] = within(await screen.findByRole('region', { name: 'dinsdag 1 december' })).getAllByRole('listitem').filter((item) => item.closest('details') === null)
  if (first === undefined || second === undefined || third === undefined) throw new Error('no look')
  const why = within(first).getByText(/Waarom mocht dit/).closest('details')
  expect(why?.open).toBe(false)
  expect(within(first).getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent)).toEqual([team, yes])
  expect(second.textContent).toContain('(fysiotherapeut, KDC De Wilgenboom, namens Mirjam Bos)')
  expect(within(third).queryByText(/Waarom mocht dit/)).toBeNull()
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

test('the lines can be narrowed to an organisation and to what somebody did (L-05)', async () => {
  const lines = [line]
  const server = openApp('/inzage', { family: family(), on: { accessLog: () => ({ ...log().accessLog(), nodes: lines }) } })
  await screen.findByText(/las het plan/)
  lines.pop()
  await userEvent.selectOptions(screen.getByLabelText('Van welke organisatie?'), 'KDC De Wilgenboom')
  await userEvent.selectOptions(screen.getByLabelText('Wat deed iemand?'), 'Schreef')
  await waitFor(() => { expect(sent(server, 'AccessLogForParents').at(-1)).toMatchObject({ organisationId: 'o2', kind: 'WROTE' }) })
  expect(await screen.findByText('Bij deze keuze staat er niets. Kies een langere tijd, of kijk bij iedereen.')).toBeTruthy()
})

test('the list is kept as a file with one press (L-06)', async () => {
  openApp('/inzage', { family: family(), on: log(line) })
  const saved: string[] = [], asked: string[] = []
  URL.createObjectURL = () => 'blob:file'
  URL.revokeObjectURL = () => undefined
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(this: HTMLAnchorElement) { saved.push(this.download) })
  const graphql = globalThis.fetch
  globalThis.fetch = (async (url: string, init?: RequestInit) => {
    if (url !== '/access-log') return graphql(url, init)
    asked.push(init?.body as string)
    return new Response('%PDF', { headers: { 'content-disposition': 'attachment; filename="samenspel-access-log-2026-11-24.pdf"' } })
  }) as typeof fetch
  try {
    await userEvent.click(await screen.findByRole('button', { name: 'Download als PDF' }))
    expect(await screen.findByText('Uw bestand is klaar. Kijk bij uw downloads.')).toBeTruthy()
    expect(saved).toEqual(['samenspel-access-log-2026-11-24.pdf'])
    expect(JSON.parse(asked[0] ?? '')).toMatchObject({ familyId: 'family', form: 'pdf' })
  } finally {
    click.mockRestore()
  }
})

test('to who may not know where somebody is, no hour stands and nothing is narrowed to one organisation', async () => {
  openApp('/inzage', { family: family(), on: { accessLog: () => ({ organisations: [], nodes: [{ ...line, who: 'iemand van het team', role: '', organisation: null, tellsHour: false, times: 2 }], pageInfo: { hasNextPage: false } }) } })
  expect(await screen.findByText('2 keer')).toBeTruthy()
  expect(screen.queryByText(/uur/)).toBeNull()
  expect(screen.queryByLabelText('Van welke organisatie?')).toBeNull()
})
