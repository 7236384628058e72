import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk } from '../testing/open-desk.tsx'
import { privacyOfficer, sampleFamily } from '../testing/sample-family.ts'

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

test('who could not be signed out reads that they still are', async () => {
  await openDesk('/gezinnen', sampleFamily())
  const graphql = globalThis.fetch
  globalThis.fetch = (async (url: string, init: RequestInit) => {
    if (url === '/sign-out') throw new TypeError('no connection')
    return graphql(url, init)
  }) as typeof fetch
  await userEvent.click(await screen.findByRole('button', { name: 'Uitloggen' }))
  expect(await screen.findByText('U bent nog ingelogd: uitloggen lukte niet. Probeer het opnieuw.')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Uitloggen' }).getAttribute('aria-busy')).not.toBe('true')
})
