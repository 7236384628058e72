import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { openDesk } from '../../testing/open-desk.tsx'
import { coordinator, privacyOfficer, proposal, sampleFamily } from '../../testing/sample-family.ts'

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

/** Families that come two at a time, as the API gives them. */
const inParts = (names: readonly string[]) => ({ after }: { after?: string | null }) => {
  const from = after == null ? 0 : names.indexOf(after) + 1
  const shown = names.slice(from, from + 2)
  return { nodes: shown.map((name) => ({ ...sampleFamily(), id: name, name: `Gezin ${name}`, contributions: { nodes: [], pageInfo: { hasNextPage: false } } })), pageInfo: { hasNextPage: from + 2 < names.length, endCursor: shown.at(-1) } }
}

const named = (): readonly string[] => screen.queryAllByRole('rowheader').map((row) => within(row).getByRole('link').textContent)

test('more families come below those that are there, and who asked goes on reading at the first of them', async () => {
  await openDesk('/gezinnen', sampleFamily(), { families: inParts(['Aa', 'Bos', 'Cools', 'Dam', 'Eik']) })
  fireEvent.click(await screen.findByRole('button', { name: 'Meer gezinnen' }))
  await waitFor(() => expect(named()).toEqual(['Gezin Aa', 'Gezin Bos', 'Gezin Cools', 'Gezin Dam']))
  expect(screen.getAllByRole('table')).toHaveLength(1)
  expect(document.activeElement).toBe(screen.getByRole('rowheader', { name: /Cools/ }).closest('tr'))
  fireEvent.click(screen.getByRole('button', { name: 'Meer gezinnen' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('rowheader', { name: /Eik/ }).closest('tr')))
  expect(screen.queryByRole('button', { name: 'Meer gezinnen' })).toBeNull()
  expect(screen.getByText('U bent aan het eind van de lijst.').getAttribute('role')).toBe('status')
})

test('what changed is read again in every part that stands there; a family that opens no more leaves nothing', async () => {
  const names = ['Aa', 'Bos', 'Cools', 'Dam', 'Eik']
  await openDesk('/gezinnen', sampleFamily(), { families: (asked: { after?: string | null }) => inParts(names)(asked), chooseLanguage: coordinator })
  fireEvent.click(await screen.findByRole('button', { name: 'Meer gezinnen' }))
  await screen.findByRole('rowheader', { name: /Dam/ })
  names.splice(1, 1)
  fireEvent.click(screen.getByRole('button', { name: /English/ }))
  await waitFor(() => expect(named()).toEqual(['Gezin Aa', 'Gezin Cools', 'Gezin Dam', 'Gezin Eik']))
})

test('who goes back finds as many families as they had read; a new visit begins at the first', async () => {
  const browser = { currentEntry: { key: 'list' } }
  Object.assign(globalThis, { navigation: browser })
  try {
    await openDesk('/gezinnen', sampleFamily(), { families: inParts(['Aa', 'Bos', 'Cools', 'Dam', 'Eik']) })
    fireEvent.click(await screen.findByRole('button', { name: 'Meer gezinnen' }))
    await screen.findByRole('rowheader', { name: /Dam/ })
    const goTo = async (key: string, page: string): Promise<void> => {
      browser.currentEntry = { key }
      fireEvent.click(within(screen.getByRole('navigation', { name: 'Menu' })).getByRole('link', { name: page }))
      await screen.findByRole('heading', { level: 1, name: page })
    }
    await goTo('elsewhere', 'Vandaag')
    await goTo('list', 'Mijn gezinnen')
    await waitFor(() => expect(named()).toHaveLength(4))
    await goTo('elsewhere', 'Vandaag')
    await goTo('anew', 'Mijn gezinnen')
    await waitFor(() => expect(named()).toEqual(['Gezin Aa', 'Gezin Bos']))
  } finally {
    Object.assign(globalThis, { navigation: undefined })
  }
})
