import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family } from '../testing/family-of-test.ts'
import { openApp, sent } from '../testing/open-app.tsx'

/** A way out that leads nowhere, so that the page stays; everything else is answered as before. */
const closeTheWayOut = () => {
  const asked: string[] = []
  const graphql = globalThis.fetch
  globalThis.fetch = (async (url: string, init?: RequestInit) => {
    if (url !== '/sign-out') return graphql(url, init)
    asked.push(url)
    throw new TypeError('no connection')
  }) as typeof fetch
  return asked
}

test('a parent who could not be signed out reads that they still are', async () => {
  openApp('/instellingen', { family: family() })
  const asked = closeTheWayOut()
  await userEvent.click(await screen.findByRole('button', { name: 'Uitloggen' }))
  expect(await screen.findByText('U bent nog ingelogd. Uitloggen lukte niet. Probeer het nog een keer.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Uitloggen' }))
  await waitFor(() => expect(asked).toHaveLength(2))
})

test('what was written a moment ago is kept before the session ends', async () => {
  const arrived = Promise.withResolvers<object>()
  const server = openApp('/te-veel', { family: family(), on: { saveDraft: () => arrived.promise } })
  const asked = closeTheWayOut()
  fireEvent.change(await screen.findByLabelText(/Wilt u iets zeggen/), { target: { value: 'Het is mij te veel.' } })
  fireEvent.click(screen.getByRole('link', { name: 'Instellingen' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Uitloggen' }))
  await waitFor(() => expect(sent(server, 'SaveDraft')).toHaveLength(1))
  expect(asked).toHaveLength(0)
  arrived.resolve({ form: 'too-much', content: 'Het is mij te veel.', savedAt: '2026-11-24T10:00:00.000Z' })
  await waitFor(() => expect(asked).toHaveLength(1))
})
