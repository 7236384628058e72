import { beforeEach, expect, test } from '@jest/globals'
import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../testing/open-desk.tsx'
import { sampleFamily } from '../testing/sample-family.ts'

beforeEach(() => { sessionStorage.clear() })

test('who follows a link without being signed in lands there after signing in, and the start page is not asked for', async () => {
  history.replaceState(null, '', '/desk/gezin/verhoeven')
  await openDesk('/gezin/verhoeven', sampleFamily(), { me: () => refused('not-signed-in', 'U bent niet ingelogd.') })
  const link = await screen.findByRole('link', { name: 'Inloggen' })
  expect(link.getAttribute('href')).toBe('/?for=desk')
  // The window stays here: jsdom goes nowhere.
  link.addEventListener('click', (event) => event.preventDefault())
  await userEvent.click(link)
  cleanup()
  history.replaceState(null, '', '/desk/')
  const desk = await openDesk('/', sampleFamily())
  expect(await screen.findByRole('heading', { level: 1, name: 'Gezin Verhoeven' })).toBeTruthy()
  expect(desk.sent('Today')).toEqual([])
})
