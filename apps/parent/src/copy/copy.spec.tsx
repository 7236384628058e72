import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family } from '../testing/family-of-test.ts'
import { openApp } from '../testing/open-app.tsx'

type Asked = { readonly url: string; readonly init: RequestInit | undefined }

/** Files that the browser was asked to save, by name. */
let saved: string[]
beforeEach(() => {
  saved = []
  URL.createObjectURL = () => 'blob:copy'
  URL.revokeObjectURL = () => undefined
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) { saved.push(`${this.download} ${this.href}`) })
})
afterEach(() => { jest.restoreAllMocks() })

/** Opens the page, with a server that answers a request for a copy. */
const openPage = (copy: () => Promise<Response>): readonly Asked[] => {
  openApp('/kopie', { family: family() })
  const asked: Asked[] = []
  const graphql = globalThis.fetch
  globalThis.fetch = (async (url: string, init?: RequestInit) => {
    if (!url.startsWith('/copy')) return graphql(url, init)
    asked.push({ url, init })
    return url === '/copy/key' ? new Response(JSON.stringify({ fingerprint: '0123abcd 4567ef01' })) : copy()
  }) as typeof fetch
  return asked
}
const aFile = () => Promise.resolve(new Response('<!doctype html>', { headers: { 'content-disposition': 'attachment; filename="samenspel-copy-2026-11-29.html"' } }))
const refused = (status: number, message: string) => () => Promise.resolve(new Response(JSON.stringify({ errors: [{ message, extensions: { code: 'x' } }] }), { status }))
const press = async () => { await userEvent.click(await screen.findByRole('button', { name: 'Download mijn kopie' })) }

test('one press saves the file, under the name that the server gave it', async () => {
  const asked = openPage(aFile)
  await press()
  expect(await screen.findByText('Uw kopie is klaar. Kijk bij uw downloads.')).toBeTruthy()
  expect(saved).toEqual(['samenspel-copy-2026-11-29.html blob:copy'])
  const [{ url, init } = { url: '', init: undefined }] = asked.filter(({ init: given }) => given?.method === 'POST')
  expect([url, init?.body]).toEqual(['/copy', '{"familyId":"family"}'])
})

test('while it is made, one is told so, and pressing again asks for no second one', async () => {
  let finish: (answer: Response) => void = () => undefined
  const asked = openPage(() => new Promise((resolve) => { finish = resolve }))
  await press()
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Wij maken uw kopie. Dat duurt even.')
  await press()
  finish(await aFile())
  await waitFor(() => { expect(saved.length).toBe(1) })
  expect(asked.filter(({ url }) => url === '/copy').length).toBe(1)
})

test('who took enough for today reads why and when it can again', async () => {
  openPage(refused(429, 'U heeft vandaag al 3 kopieën gemaakt. Morgen kan het weer.'))
  await press()
  expect(await screen.findByText('U heeft vandaag al 3 kopieën gemaakt. Morgen kan het weer.')).toBeTruthy()
  expect(saved).toEqual([])
})

test('without internet nothing is saved, and one may try again', async () => {
  openPage(() => Promise.reject(new TypeError('Failed to fetch')))
  await press()
  expect(await screen.findByText('Dat lukte niet. Wij hebben nog niets veranderd.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Download mijn kopie' }).getAttribute('aria-disabled')).toBeNull()
})

test('the fingerprint stands there to be compared', async () => {
  openPage(aFile)
  expect(await screen.findByText('0123abcd 4567ef01')).toBeTruthy()
})

test.each([['/instellingen'], ['/inzage']])('the page is reached from %s', async (path) => {
  openApp(path, { family: family(), on: { accessLog: () => ({ organisations: [], nodes: [], pageInfo: { hasNextPage: false } }) } })
  expect((await screen.findByRole('link', { name: 'Uw kopie' })).getAttribute('href')).toBe('/kopie')
})
