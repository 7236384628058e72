import { expect, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk } from '../../testing/open-desk.tsx'
import { coordinator, sampleFamily } from '../../testing/sample-family.ts'

const day = (days: number): string => Temporal.Now.plainDateISO('Europe/Amsterdam').add({ days }).toString()
const soon = Temporal.Now.instant().add({ hours: 2 }).toString()
const line = (id: string, group: string, more: object = {}) =>
  ({ id, group, familyId: 'verhoeven', familyName: 'Gezin Verhoeven', zone: 'Europe/Amsterdam', text: `regel ${id}`, isOverdue: false, place: 'FAMILY', more: 0, ...more })
const open = (items: readonly object[], more: object = {}, path = '/') => openDesk(path, sampleFamily(), { today: { count: items.length, items, ...more } })
const part = async (name: string) => within(await screen.findByRole('region', { name }))

test('says whom to call by when, what is asked, and where each is done', async () => {
  await open([
    line('c', 'CALL', { before: soon, phone: '06 5555 0112' }),
    line('a', 'ASKED', { place: 'PLANNER', since: day(-3) }),
    line('l', 'ASKED', { place: 'LOST_APPOINTMENTS', until: day(5), more: 2 }),
    line('i', 'ASKED', { place: 'INVITATIONS', familyId: null, familyName: null }),
    line('r', 'REVIEW', { place: 'ANALYSIS', until: day(-10), isOverdue: true }),
    line('e', 'ENDING', { place: 'NONE', familyId: null, familyName: null, until: day(20) }),
  ])
  const calls = await part('Om te bellen')
  expect(calls.getByText(/^(vandaag|morgen), vóór /)).toBeTruthy()
  expect(calls.getByRole('link', { name: '06 5555 0112' }).getAttribute('href')).toBe('tel:0655550112')
  const asked = await part('Aan u gevraagd')
  expect(asked.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/gezin/verhoeven/planner', '/gezin/verhoeven/planner?valt-weg', '/uitnodigingen'])
  expect(asked.getByText('en nog 2 dingen')).toBeTruthy()
  expect((await part('Opnieuw bekijken')).getByText(/^had tijd tot /)).toBeTruthy()
  expect((await part('Loopt af')).queryByRole('link')).toBeNull()
  expect(screen.queryByRole('region', { name: 'Wat er veranderde' })).toBeNull()
})

test('a long part shows its first lines, and all when asked', async () => {
  await open(Array.from({ length: 11 }, (_, index) => line(`n${index}`, 'CHANGED', { at: soon })))
  const news = await part('Wat er veranderde')
  expect(news.getAllByRole('listitem')).toHaveLength(8)
  expect(screen.getByText('Er wordt nu niets aan u gevraagd.')).toBeTruthy()
  await userEvent.click(news.getByRole('button', { name: 'Nog 3 tonen' }))
  expect(news.getAllByRole('listitem')).toHaveLength(11)
})

test('says what comes next when there is nothing', async () => {
  await open([])
  expect(await screen.findByText('Niets vraagt nu iets van u, en er is niets nieuws.')).toBeTruthy()
  expect(within(screen.getByRole('main')).getByRole('link', { name: 'Mijn gezinnen' }).getAttribute('href')).toBe('/gezinnen')
})

test('the menu says how much waits, is told of more, and keeps silent in quiet hours', async () => {
  let count = 1
  const desk = await openDesk('/gezinnen', sampleFamily(), { today: () => ({ count, items: [] }) })
  expect(await screen.findByRole('link', { name: 'Vandaag 1 ding wacht op u' })).toBeTruthy()
  count = 2
  act(() => desk.tell('TodayChanged', { todayChanged: { __typename: 'TodayChange', at: soon } }))
  expect(await screen.findByRole('link', { name: 'Vandaag 2 dingen wachten op u' })).toBeTruthy()
  expect(desk.sent('Today')).toEqual([])
  desk.unmount()
  await openDesk('/gezinnen', sampleFamily(), { today: { count: 3, quietUntil: soon, items: [] } })
  await screen.findByRole('table')
  expect(screen.getByRole('link', { name: 'Vandaag' })).toBeTruthy()
})

test('on the page itself the number comes with the lines', async () => {
  const desk = await open([line('a', 'ASKED')])
  expect(await screen.findByRole('link', { name: 'Vandaag 1 ding wacht op u' })).toBeTruthy()
  expect(desk.sent('TodayCount')).toEqual([])
})

test('the palette leads to a page of the family one is in, and to what one wants to do there', async () => {
  await open([], {}, '/gezin/verhoeven')
  await screen.findByRole('heading', { level: 1, name: 'Gezin Verhoeven' })
  await userEvent.keyboard('{Control>}k{/Control}')
  await screen.findByRole('searchbox')
  await waitFor(() => expect(screen.getAllByRole('menuitem').map((item) => item.textContent)[0]).toBe('Bijdrage toevoegen Doen, bij Gezin Verhoeven'))
  await userEvent.keyboard('bijdrage{Enter}')
  expect(await screen.findByRole('complementary', { name: 'Nieuwe bijdrage' })).toBeTruthy()
})

test('a name goes before a page with the same letters', async () => {
  const family = { ...sampleFamily(), name: 'Gezin Planting' }
  await openDesk('/', family, { me: coordinator })
  await screen.findByText('Niets vraagt nu iets van u, en er is niets nieuws.')
  await userEvent.keyboard('{Control>}k{/Control}')
  await screen.findByRole('searchbox')
  await userEvent.keyboard('plan{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: 'Gezin Planting' })).toBeTruthy()
})
