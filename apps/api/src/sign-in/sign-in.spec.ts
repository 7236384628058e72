import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { demoId, personas } from '@samenspel/demo-region'
import { systemClock, writeInstant, type IsoInstant } from '@samenspel/kernel'
import { openBrowser, type Browser } from '../testing/browser.ts'
import { freePort } from '../testing/process.ts'
import { ask, startApi, type RunningApi } from '../testing/running-api.ts'
import { clientId, startSignInServer, type SignInServer } from '../testing/sign-in-server.ts'
import { invite, withdraw, type Invited } from './links.ts'
import type { Issuer } from './oidc-settings.ts'

let api: RunningApi
let hospital: SignInServer
let broker: SignInServer
const folder = mkdtempSync(join(tmpdir(), 'samenspel-sign-in-'))
const clientSecretFile = join(folder, 'client-secret')
writeFileSync(clientSecretFile, 'a secret of the tests, long enough for everybody\n', { mode: 0o600 })

let passed: Temporal.DurationLike = { minutes: 0 }
const clock = (): IsoInstant => writeInstant(Temporal.Instant.from(systemClock()).add(passed))

const hanne: Invited = { person: personas.find(({ id }) => id === 'coordinator')?.person ?? '', role: 'professional' }
const family = demoId('family verhoeven')
const anouk: Invited = { person: demoId('verhoeven anouk'), role: 'familyMember', family }
const joost: Invited = { person: demoId('verhoeven joost'), role: 'familyMember', family }

beforeAll(async () => {
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  ;[hospital, broker] = await Promise.all([startSignInServer(`${publicUrl}/sign-in/callback`), startSignInServer(`${publicUrl}/sign-in/callback`)])
  const shared = { clientId, clientSecretFile, secondFactor: ['mfa', 'otp'] }
  const issuers: readonly Issuer[] = [
    { name: 'hospital', app: 'desk', label: 'Streekziekenhuis <Druivendal>', url: hospital.url, ...shared },
    { name: 'parents', app: 'parent', label: 'DigiD', url: broker.url, ...shared },
    { name: 'gone', app: 'desk', label: 'Nergens', url: 'http://127.0.0.1:9', ...shared },
  ]
  api = await startApi({ clock, settings: { port, publicUrl, issuers } })
}, 60_000)
afterAll(async () => {
  await api.stop()
  await Promise.all([hospital.stop(), broker.stop(), rm(folder, { recursive: true })])
})

let browser: Browser
let turn = 0
beforeEach(() => {
  browser = openBrowser()
  turn += 1
  passed = { minutes: 0 }
  return api.stores.state.deleteFrom('allowance').execute()
})
const somebody = (): string => `subject ${turn}`
const at = (path: string): string => `${api.url}${path}`
const startAt = (name: string): Promise<{ readonly url: string; readonly status: number; readonly headers: Headers; readonly text: string }> => browser.go(at(`/sign-in/start?with=${name}&language=en`))
const codeFor = async (invited: Invited): Promise<string> => (await invite(api.stores.state, invited, clock())).code
const meOf = async (one: Browser) => (await ask(api.url, '{ me { id name app } }', {}, { cookie: [...one.cookies(api.url)].map((pair) => pair.join('=')).join('; ') }))
/** Signs in for the first time with a code. */
const enter = async (name: string, server: SignInServer, who: string, invited: Invited, one = browser) => {
  server.next(who)
  const asked = await one.go(at(`/sign-in/start?with=${name}`))
  expect(asked.url).toBe(at('/sign-in/code'))
  return one.send(at('/sign-in/code'), { code: await codeFor(invited) })
}

describe('signing in at the server of an organisation', () => {
  test('says who one is with a code once, and needs none after that', async () => {
    expect((await enter('hospital', hospital, somebody(), hanne)).url).toBe(at('/desk/'))
    expect(await meOf(browser)).toMatchObject({ data: { me: { id: hanne.person, name: 'Hanne de Wit', app: 'DESK' } } })
    const later = openBrowser()
    expect((await later.go(at('/sign-in/start?with=hospital'))).url).toBe(at('/desk/'))
    expect(await meOf(later)).toMatchObject({ data: { me: { name: 'Hanne de Wit' } } })
  })

  test('a parent signs in at another server, and comes to the app for parents', async () => {
    expect((await enter('parents', broker, somebody(), anouk)).url).toBe(at('/parent/'))
    expect(await meOf(browser)).toMatchObject({ data: { me: { name: 'Anouk', app: 'PARENT' } } })
  })

  test('each time is a new session, and the one before in this browser ends', async () => {
    await enter('hospital', hospital, somebody(), hanne)
    const before = browser.cookies(api.url).get('samenspel_desk') ?? ''
    await startAt('hospital')
    const after = browser.cookies(api.url).get('samenspel_desk')
    expect(after).toMatch(/^[\w-]{43}$/)
    expect(after).not.toBe(before)
    expect(await ask(api.url, '{ me { id } }', {}, { cookie: `samenspel_desk=${before}` })).toMatchObject({ errors: [{ extensions: { code: 'not-signed-in' } }] })
  })

  test('what the server calls somebody stands nowhere', async () => {
    await enter('hospital', hospital, somebody(), hanne)
    for (const table of ['sign_in', 'sign_in_link', 'session', 'session_detail', 'allowance'] as const) {
      expect(JSON.stringify(await api.stores.state.selectFrom(table).selectAll().execute())).not.toContain(somebody())
    }
  })

  test('the page to choose from names the servers of that app only', async () => {
    const { text } = await browser.go(at('/sign-in?for=desk&language=en'))
    expect(text).toContain('Sign in with Streekziekenhuis &#60;Druivendal&#62;')
    expect(text).not.toContain('DigiD')
    expect(text).not.toContain('<script')
  })
})

describe('what comes back from a server', () => {
  /** Goes as far as the way back, which it doesn't take yet. */
  const wayBack = async (name = 'hospital', server = hospital): Promise<string> => {
    server.next(somebody())
    let { headers, url } = await browser.step(at(`/sign-in/start?with=${name}`))
    for (let left = 8; left > 0; left -= 1) {
      const next = new URL(headers.get('location') ?? '', url).href
      if (next.startsWith(at('/sign-in/callback'))) return next
      ;({ headers, url } = await browser.step(next))
    }
    throw new Error('never came back')
  }
  const refused = async (url: string) => {
    const { status, text } = await browser.go(url)
    expect(status).toBe(400)
    expect(text).toMatch(/Inloggen lukte niet/)
    expect(await api.stores.state.selectFrom('sign_in').selectAll().where('subject', 'is not', null).execute()).toEqual([])
    expect(browser.cookies(api.url).size).toBe(0)
  }
  beforeEach(() => api.stores.state.deleteFrom('sign_in').execute())

  test('opens when all of it is right', async () => { expect((await browser.go(await wayBack())).url).toBe(at('/sign-in/code')) })

  test('is refused with another state', async () => { await refused((await wayBack()).replace(/state=[^&]*/, 'state=another')) })
  test('is refused with the word of another server', async () => { await refused((await wayBack()).replace(/iss=[^&]*/, 'iss=https%3A%2F%2Felsewhere.example')) })

  test('is refused when the nonce is not the one that was sent', async () => {
    const back = await wayBack()
    await api.stores.state.updateTable('sign_in').set({ nonce: 'another' }).execute()
    await refused(back)
  })

  test('is refused without the secret of who began (PKCE)', async () => {
    const back = await wayBack()
    await api.stores.state.updateTable('sign_in').set({ verifier: 'a'.repeat(43) }).execute()
    await refused(back)
  })

  test('is refused in another browser than the one that began', async () => {
    const back = await wayBack()
    browser = openBrowser()
    await refused(back)
  })

  test('is refused a second time, with what the browser had the first time', async () => {
    const back = await wayBack()
    const cookie = [...browser.cookies(api.url)].map((pair) => pair.join('=')).join('; ')
    expect((await fetch(back, { redirect: 'manual', headers: { cookie } })).status).toBe(303)
    expect(await api.stores.state.selectFrom('sign_in').selectAll().where('state', 'is not', null).execute()).toEqual([])
    expect((await fetch(back, { redirect: 'manual', headers: { cookie } })).status).toBe(400)
  })

  test('is refused after a quarter of an hour', async () => {
    const back = await wayBack()
    passed = { minutes: 16 }
    await refused(back)
  })

  test('is refused when somebody proved who they are too long ago', async () => {
    hospital.next(somebody(), { secondsAgo: 3_000 })
    const { text } = await browser.go(at('/sign-in/start?with=hospital'))
    expect(text).not.toContain('Vul uw code in')
    expect(browser.cookies(api.url).get('samenspel_desk')).toBeUndefined()
  })

  test('with one factor opens nothing, and says why; with an amr that tells of two it does', async () => {
    hospital.next(somebody(), { acr: 'password' })
    const one = await browser.go(at('/sign-in/start?with=hospital&language=en'))
    expect(one.status).toBe(403)
    expect(one.text).toContain('tweede stap')
    hospital.next(somebody(), { acr: 'password', amr: ['pwd', 'otp'] })
    expect((await openBrowser().go(at('/sign-in/start?with=hospital'))).url).toBe(at('/sign-in/code'))
  })

  test('does not matter when the server is gone: a page says to come again', async () => {
    const { status, text } = await startAt('gone')
    expect(status).toBe(503)
    expect(text).toContain('Signing in is not possible just now')
  })
})

describe('a code', () => {
  const tryCode = async (code: string) => browser.send(at('/sign-in/code?language=en'), { code })
  const fresh = async (name = 'parents', server = broker) => { server.next(somebody()); expect((await startAt(name)).url).toBe(at('/sign-in/code')) }

  test('works however it is typed', async () => {
    await fresh()
    const code = await codeFor(anouk)
    expect((await tryCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).url).toBe(at('/parent/'))
  })

  test('works once: twenty who try it at once are one who gets in', async () => {
    const racers: Browser[] = []
    for (let left = 20; left > 0; left -= 1) {
      const one = openBrowser()
      broker.next(`${somebody()} ${left}`)
      await one.go(at('/sign-in/start?with=parents'))
      racers.push(one)
    }
    const code = await codeFor(joost)
    const ends = await Promise.all(racers.map((one) => one.send(at('/sign-in/code'), { code })))
    expect(ends.filter(({ url }) => url === at('/parent/'))).toHaveLength(1)
    expect(await api.stores.state.selectFrom('sign_in_link').selectAll().where('person', '=', joost.person).execute()).toHaveLength(1)
    await fresh()
    expect((await tryCode(code)).text).toContain('does not work')
  })

  test('is dead after five wrong tries, also for who has it', async () => {
    await fresh()
    const code = await codeFor(anouk)
    for (let left = 5; left > 0; left -= 1) expect((await tryCode(`${code.slice(0, 6)}00000-00000`)).text).toContain('does not work')
    expect((await tryCode(code)).text).toContain('does not work')
  })

  test('works for three days', async () => {
    await fresh()
    const code = await codeFor(anouk)
    await api.stores.state.updateTable('invitation').set({ expires_at: clock() }).where('person', '=', anouk.person).execute()
    expect((await tryCode(code)).text).toContain('does not work')
  })

  test('of a professional opens nothing for who signed in as a parent', async () => {
    await fresh()
    expect((await tryCode(await codeFor(hanne))).text).toContain('does not work')
  })

  test('makes nobody a child: what a child keeps from its parents stays closed', async () => {
    await fresh()
    expect((await tryCode(await codeFor({ ...anouk, person: demoId('verhoeven sem') }))).text).toContain('does not work')
    expect((await tryCode(await codeFor({ ...anouk, person: demoId('nobody') }))).text).toContain('does not work')
  })

  test('stops working when a new one is made', async () => {
    await fresh()
    const old = await codeFor(anouk)
    await codeFor(anouk)
    expect((await tryCode(old)).text).toContain('does not work')
  })

  test('is asked of nobody who did not just sign in', async () => {
    expect((await browser.go(at('/sign-in/code'))).url).toBe(at('/sign-in'))
    expect((await tryCode(await codeFor(anouk))).url).toBe(at('/sign-in'))
  })

  test('can be tried ten times in a quarter of an hour', async () => {
    await fresh()
    const statuses: number[] = []
    for (let left = 11; left > 0; left -= 1) statuses.push((await tryCode('00000-00000-00000')).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429])
  })

  test('is only shown to who makes it', async () => {
    const code = await codeFor(anouk)
    expect(JSON.stringify(await api.stores.state.selectFrom('invitation').selectAll().execute())).not.toContain(code.slice(6))
  })
})

describe("one's own sessions", () => {
  test('stand in a list, and end one by one; those of others can not be named', async () => {
    await enter('hospital', hospital, somebody(), hanne)
    const [mine] = await api.stores.state.selectFrom('session_detail').innerJoin('session', 'session.token_hash', 'session_detail.token_hash').select('id').where('person', '=', hanne.person).orderBy('signed_in_at', 'desc').limit(1).execute()
    const other = openBrowser()
    await enter('parents', broker, somebody(), anouk, other)
    await other.send(at('/sign-in/sessions/end'), { app: 'parent', id: mine?.id ?? '' })
    const list = await browser.go(at('/sign-in/sessions?for=desk&language=en'))
    expect(list.text).toContain('this device')
    await browser.send(at('/sign-in/sessions/end'), { app: 'desk', id: mine?.id ?? '' })
    expect(await meOf(browser)).toMatchObject({ errors: [{ extensions: { code: 'not-signed-in' } }] })
    expect(await meOf(other)).toMatchObject({ data: { me: { name: 'Anouk' } } })
  })

  test('end all at once when somebody may not sign in any more', async () => {
    await enter('hospital', hospital, somebody(), hanne)
    expect(await withdraw(api.stores.state, hanne.person)).toBeGreaterThan(0)
    expect(await meOf(browser)).toMatchObject({ errors: [{ extensions: { code: 'not-signed-in' } }] })
    hospital.next(somebody())
    expect((await openBrowser().go(at('/sign-in/start?with=hospital'))).url).toBe(at('/sign-in/code'))
  })
})
