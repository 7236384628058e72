import { expect, jest, test } from '@jest/globals'
import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { privacyOfficer, sampleFamily } from '../testing/sample-family.ts'

const pageCode = Promise.withResolvers<void>()
jest.unstable_mockModule('../features/family/family-page.tsx', async () => {
  await pageCode.promise
  return { FamilyPage: () => <h1>Het gezin</h1> }
})
const { openDesk } = await import('../testing/open-desk.tsx')

// jsdom has no CSS.escape; the ids here need none.
Object.assign(globalThis, { CSS: { escape: (text: string) => text } })

test('who presses Enter before the families are there is still led to the one that was meant, and sees at once that it is coming', async () => {
  const names = Promise.withResolvers<unknown>()
  let asked = 0
  const family = sampleFamily()
  const families = { nodes: [family], pageInfo: { hasNextPage: false } }
  await openDesk('/gezinnen', family, { families: () => { asked += 1; return asked === 1 ? families : names.promise } })
  await screen.findByRole('link', { name: 'Gezin Verhoeven' })
  await userEvent.keyboard('{Control>}k{/Control}')
  await screen.findByRole('searchbox')
  await userEvent.keyboard('verhoe{Enter}')
  expect(screen.getByRole('searchbox')).toBeTruthy()
  await act(async () => { names.resolve(families); await names.promise })
  await waitFor(() => expect(screen.queryByRole('searchbox')).toBeNull())
  expect(screen.queryByRole('link', { name: 'Gezin Verhoeven' })).toBeNull()
  expect(screen.getByText('Even geduld. Wij halen het op.')).toBeTruthy()
  await act(async () => { pageCode.resolve(); await pageCode.promise })
  expect(await screen.findByRole('heading', { name: 'Het gezin' })).toBeTruthy()
})

test('on a phone the menu is opened by a button, and shut again by going somewhere', async () => {
  await openDesk('/gezinnen', sampleFamily())
  await screen.findByRole('link', { name: 'Gezin Verhoeven' })
  const menu = screen.getByRole('button', { name: 'Menu' })
  expect(menu.getAttribute('aria-expanded')).toBe('false')
  expect(screen.getByRole('navigation', { name: 'Menu' }).id).toBe(menu.getAttribute('aria-controls'))
  await userEvent.click(menu)
  expect(menu.getAttribute('aria-expanded')).toBe('true')
  await userEvent.click(screen.getByRole('link', { name: 'Mijn berichten' }))
  expect(menu.getAttribute('aria-expanded')).toBe('false')
})

test('a privacy officer says where mail goes, as everybody does', async () => {
  await openDesk('/', sampleFamily(), { me: privacyOfficer, accessLogCases: { nodes: [], pageInfo: { hasNextPage: false } } })
  await userEvent.click(await screen.findByRole('link', { name: 'Mijn berichten' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Mijn berichten' })).toBeTruthy()
})
