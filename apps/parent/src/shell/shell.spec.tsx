import { expect, jest, test } from '@jest/globals'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family } from '../testing/family-of-test.ts'
import { openApp, sent } from '../testing/open-app.tsx'
import { shortListOf } from './help-lines.ts'

test.each(['/', '/agenda', '/inzage', '/instellingen', '/te-veel', '/geen-pagina'])('whom to ring right now is in sight on %s', async (path) => {
  openApp(path, { family: family(), on: { accessLog: () => ({ nodes: [], pageInfo: { hasNextPage: false } }) } })
  await screen.findByRole('heading', { level: 1 })
  const links = within(screen.getByRole('group', { name: 'Nu hulp nodig?' })).getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['tel:0555123456', 'tel:112', 'tel:08000113'])
})

test('while nothing is known the emergency number is there', async () => {
  openApp('/', { isDown: true })
  const strip = await screen.findByRole('group', { name: 'Nu hulp nodig?' })
  expect(within(strip).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['tel:112'])
})

test('outside the hours of the practice the out-of-hours doctor is in sight', () => {
  const lines = [{ kind: 'OWN_GP', label: 'Uw huisarts', number: '1' }, { kind: 'OUT_OF_HOURS_GP', label: 'Huisartsenpost', number: '2' }] as const
  expect(shortListOf(lines, { date: '2026-11-24', time: '10:00' })[0]?.number).toBe('1')
  expect(shortListOf(lines, { date: '2026-11-24', time: '21:00' })[0]?.number).toBe('2')
  expect(shortListOf(lines, { date: '2026-11-28', time: '10:00' })[0]?.number).toBe('2')
})

test('a page that failed can be fetched again', async () => {
  const server = openApp('/', { family: family(), isDown: true })
  const again = await screen.findByRole('button', { name: 'Opnieuw proberen' })
  server.isDown = false
  await userEvent.click(again)
  expect(await screen.findByRole('heading', { name: 'Er is nu geen bezoek' })).toBeTruthy()
})

test('when the session is over nothing of the family stays on the screen', async () => {
  const server = openApp('/', { family: family() })
  await screen.findByRole('heading', { name: 'Er is nu geen bezoek' })
  server.isSignedOut = true
  act(() => { window.dispatchEvent(new Event('focus')) })
  expect(await screen.findByRole('heading', { name: 'U bent niet ingelogd.' })).toBeTruthy()
  expect(screen.queryByText(/Anouk/)).toBeNull()
})

test('who isn’t signed in reads that in the language of their browser, until they chose one', async () => {
  const browser = Object.getOwnPropertyDescriptor(navigator, 'languages')!
  Object.defineProperty(navigator, 'languages', { value: ['fr-BE', 'en-GB', 'nl'], configurable: true })
  openApp('/', { isSignedOut: true })
  expect(await screen.findByRole('heading', { name: 'You are not signed in.' })).toBeTruthy()
  cleanup()
  Object.defineProperty(navigator, 'languages', browser)
  openApp('/', { isSignedOut: true, chose: 'en' })
  expect(await screen.findByRole('heading', { name: 'You are not signed in.' })).toBeTruthy()
})

test('who follows a link without being signed in lands there after signing in; another parent who signs in then does not', async () => {
  const signIn = async () => {
    const link = await screen.findByRole('link', { name: 'Inloggen' })
    // The window stays here: jsdom goes nowhere.
    link.addEventListener('click', (event) => event.preventDefault())
    await userEvent.click(link)
    cleanup()
  }
  sessionStorage.clear()
  openApp('/instellingen', { isSignedOut: true })
  await signIn()
  openApp('/', { family: family() })
  expect(await screen.findByRole('heading', { level: 1, name: 'Instellingen' })).toBeTruthy()
  cleanup()
  openApp('/instellingen', { isSignedOut: true })
  await signIn()
  openApp('/', { family: family(), me: { id: 'father', name: 'Joost Verhoeven', title: 'vader', jurisdiction: 'NL', language: 'NL' } })
  expect(await screen.findByRole('heading', { name: 'Er is nu geen bezoek' })).toBeTruthy()
})

test('the app asks again when it comes back in front', async () => {
  const server = openApp('/', { family: family() })
  await screen.findByRole('heading', { name: 'Er is nu geen bezoek' })
  const before = sent(server, 'FamilyForParents').length
  act(() => { window.dispatchEvent(new Event('focus')) })
  await waitFor(() => { expect(sent(server, 'FamilyForParents').length).toBe(before + 1) })
})

const line = { id: 'l', at: '2026-11-30T23:30:00.000Z', tellsHour: true, times: 1, who: 'Karim Aydin', role: 'fysiotherapeut', action: 'las', what: 'het plan voor Sem', because: [], refused: false, emergency: false }

test('an open page hears that something changed: what opens no more goes, from the page and from around it', async () => {
  const lines = [line, { ...line, id: 'm', what: 'de afspraken van Sem' }]
  const server = openApp('/inzage', { family: family(), on: { accessLog: () => ({ organisations: [], nodes: lines, pageInfo: { hasNextPage: false } }) } })
  await screen.findByText(/de afspraken van Sem/)
  lines.pop()
  act(() => { server.tell?.() })
  await waitFor(() => { expect(screen.queryByText(/de afspraken van Sem/)).toBeNull() })
  expect(screen.getByText(/las het plan voor Sem/)).toBeTruthy()
  server.family = undefined
  act(() => { server.tell?.() })
  await waitFor(() => { expect(screen.queryByText(/het plan voor Sem/)).toBeNull() })
  expect(screen.queryByText(/Hanne/)).toBeNull()
  expect(server.tell).toBeUndefined()
})

test.each(['/plan', '/delen', '/overleg', '/geen-pagina'])('whoever has no family any more finds nothing on %s, and not that it is still coming', async (path) => {
  openApp(path)
  expect(await screen.findByText('Uw gezin heeft hier nog geen plan. Uw hulpverlener kan dat met u maken.')).toBeTruthy()
})

test('the app listens while it is looked at, and asks again once when it comes back in front, in whatever ways the browser says so', async () => {
  const server = openApp('/', { family: family() })
  await waitFor(() => { expect(server.tell).toBeDefined() })
  const visibility = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  act(() => { document.dispatchEvent(new Event('visibilitychange')) })
  expect(server.tell).toBeUndefined()
  const before = sent(server, 'FamilyForParents').length
  visibility.mockReturnValue('visible')
  // Each in a turn of its own, as browsers do; the server says so as soon as it listens.
  for (const happens of [() => document.dispatchEvent(new Event('visibilitychange')), () => window.dispatchEvent(new Event('focus')), () => server.tell?.()]) {
    await act(async () => { await new Promise((resolve) => { setTimeout(resolve) }); happens() })
  }
  await waitFor(() => { expect(sent(server, 'FamilyForParents')).toHaveLength(before + 1) })
  act(() => { window.dispatchEvent(new Event('focus')) })
  await waitFor(() => { expect(sent(server, 'FamilyForParents').length).toBeGreaterThan(before + 1) })
  expect(sent(server, 'FamilyForParents')).toHaveLength(before + 2)
  visibility.mockRestore()
})

test('where nothing tells that it listens the app asks by itself when it is back', async () => {
  const server = openApp('/', { family: family() })
  await waitFor(() => { expect(server.tell).toBeDefined() })
  const before = sent(server, 'FamilyForParents').length
  act(() => { window.dispatchEvent(new Event('online')) })
  await waitFor(() => { expect(sent(server, 'FamilyForParents')).toHaveLength(before + 1) })
})

test('what changes while an answer is on its way is asked for again', async () => {
  const lines = [line, { ...line, id: 'm', what: 'de afspraken van Sem' }]
  const letGo: (() => void)[] = []
  let isSlow = false
  const server = openApp('/inzage', { family: family(), on: { accessLog: () => {
    const answer = { organisations: [], nodes: [...lines], pageInfo: { hasNextPage: false } }
    return isSlow ? new Promise((resolve) => { letGo.push(() => { resolve(answer) }) }) : answer
  } } })
  await screen.findByText(/de afspraken van Sem/)
  isSlow = true
  act(() => { server.tell?.() })
  await waitFor(() => { expect(letGo).toHaveLength(1) })
  lines.pop()
  act(() => { server.tell?.() })
  isSlow = false
  letGo[0]?.()
  await waitFor(() => { expect(screen.queryByText(/de afspraken van Sem/)).toBeNull() })
})

test('the language of the account is spoken, and another can be chosen', async () => {
  const server = openApp('/instellingen', { family: family(), on: { chooseLanguage: ({ language }: { language: string }) => ({ ...server.me, language }) } })
  await userEvent.click(await screen.findByRole('radio', { name: 'English' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy()
  expect(document.documentElement.lang).toBe('en')
  expect(sent(server, 'ChooseLanguage')).toEqual([{ language: 'EN' }])
})
