import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { demoId, personas } from '@samenspel/demo-region'
import { newId, systemClock, writeInstant, type IsoInstant } from '@samenspel/kernel'
import { openBrowser, type Browser } from '../testing/browser.ts'
import { codesOf, command, dataOf } from '../testing/family.ts'
import { freePort } from '../testing/process.ts'
import { ask, startApi, type RunningApi, type Somebody } from '../testing/running-api.ts'
import { clientId, startSignInServer, type SignInServer } from '../testing/sign-in-server.ts'
import { choosePin, cookieOf, enrolledTablet, tabletCode, tabletsOf, takeTablet } from '../testing/tablet-in-hand.ts'
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
  api = await startApi({ clock, settings: { port, publicUrl, issuers, registrationMonths: { NL: 48, BE: 60 } } })
})
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

  test('with one server for an app nobody has to choose', async () => {
    const { status, headers } = await browser.step(at('/sign-in?for=parent&language=en'))
    expect([status, headers.get('location')]).toEqual([303, '/sign-in/start?with=parents&language=en'])
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

  test('with one factor opens nothing, and says why; with an amr that tells of two it does (L-12)', async () => {
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

describe('proving anew who one is, before a record opens in an emergency (T15)', () => {
  const openEmergency = async () => codesOf(await ask(api.url, 'mutation ($id: ID!) { openEmergency(commandId: $id, input: { caseNumber: "X-1", birthDate: "2020-01-01", reason: OTHER, words: "Nood." }) { id } }', { id: newId() }, { cookie: [...browser.cookies(api.url)].map((pair) => pair.join('=')).join('; ') }))
  const again = () => browser.go(at('/sign-in/again?for=desk&language=en'))
  beforeEach(async () => {
    await enter('hospital', hospital, somebody(), hanne)
    hospital.next(somebody())
    await startAt('hospital')
  })

  test('is not asked shortly after signing in, and is after five minutes', async () => {
    expect(await openEmergency()).toEqual(['emergency-nobody-found'])
    passed = { minutes: 4 }
    expect(await openEmergency()).toEqual(['emergency-nobody-found'])
    passed = { minutes: 6 }
    expect(await openEmergency()).toEqual(['proof-too-old'])
  })

  test('asks the server for a new proof, keeps the session, and leads back to the form', async () => {
    await api.stores.state.updateTable('session_proof').set({ proven_at: '2026-01-01T00:00:00.000Z' }).execute()
    const session = browser.cookies(api.url).get('samenspel_desk')
    expect(await openEmergency()).toEqual(['proof-too-old'])
    const begun = await browser.step(new URL((await browser.step(at('/sign-in/again?for=desk'))).headers.get('location') ?? '', api.url).href)
    expect(Object.fromEntries(new URL(begun.headers.get('location') ?? '').searchParams)).toMatchObject({ prompt: 'login', max_age: '0', acr_values: 'mfa otp' })
    hospital.next(somebody())
    expect((await again()).url).toBe(at('/desk/noodtoegang'))
    expect(browser.cookies(api.url).get('samenspel_desk')).toBe(session)
    expect(await openEmergency()).toEqual(['emergency-nobody-found'])
  })

  test('is refused of somebody else, with one factor, and when it is old; nobody is signed in by it', async () => {
    await api.stores.state.updateTable('session_proof').set({ proven_at: '2026-01-01T00:00:00.000Z' }).execute()
    const session = browser.cookies(api.url).get('samenspel_desk')
    const colleague = `colleague ${turn}`
    await enter('hospital', hospital, colleague, { person: demoId('practitioner lotte'), role: 'professional' }, openBrowser())
    for (const [who, how] of [[colleague, {}], [somebody(), { acr: 'password' }], [somebody(), { secondsAgo: 400 }]] as const) {
      // Signed out at the server, so that it asks nothing about who was signed in there.
      ;(browser.cookies(hospital.url) as Map<string, string>).clear()
      hospital.next(who, how)
      const { url, status } = await again()
      expect([new URL(url).pathname, status]).toEqual(['/sign-in/callback', 'acr' in how ? 403 : 400])
      expect(browser.cookies(api.url).get('samenspel_desk')).toBe(session)
      expect(await openEmergency()).toEqual(['proof-too-old'])
    }
  })

  test('is for who is signed in', async () => {
    expect((await openBrowser().go(at('/sign-in/again?for=desk'))).url).toContain('/sign-in?for=desk')
    expect((await openBrowser().go(at('/sign-in/start?with=hospital&again=1'))).url).toBe(at('/sign-in'))
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

describe('a tablet that a group shares (049)', () => {
  const [lottesPin, ruudsPin] = ['486317', '915264'] as const
  let lotte: Somebody
  let ruud: Somebody
  let tablet: Awaited<ReturnType<typeof enrolledTablet>>
  beforeEach(async () => {
    ;[lotte, ruud] = await Promise.all([api.as('pedagogical-worker'), api.as('coach')])
    for (const { id } of await tabletsOf(ruud)) await command(ruud, 'mutation ($commandId: ID!, $tabletId: ID!) { revokeTablet(commandId: $commandId, tabletId: $tabletId) { id } }', { tabletId: id })
    tablet = await enrolledTablet(api.url, ruud)
    expect(codesOf(await choosePin(lotte, lottesPin, [tablet.id]))).toEqual([])
    expect(codesOf(await choosePin(ruud, ruudsPin, [tablet.id]))).toEqual([])
  })
  const who = async (held = tablet): Promise<unknown> => (await held.ask('{ me { name } }')).data?.['me'] ?? undefined
  const isOut = { errors: [{ extensions: { code: 'not-signed-in' } }] }

  test('is enrolled once by a code of who keeps the keys, however many try it at once', async () => {
    for (const other of [lotte, await api.as('mother'), await api.as('coordinator')]) expect(codesOf(await other.ask('{ groupTablets { tablets { id } } }'))).toEqual(['not-keeper'])
    const code = await tabletCode(ruud, 'Vlindergroep')
    const said = await Promise.all(Array.from({ length: 8 }, () => takeTablet(api.url).send('enrol', { code })))
    expect(said.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 7 }, () => 403)])
    const old = await tabletCode(ruud)
    passed = { minutes: 61 }
    expect(await takeTablet(api.url).send('enrol', { code: old })).toMatchObject({ code: 'tablet-code-wrong' })
    passed = { minutes: 0 }
    const guessed = await tabletCode(ruud)
    for (let guess = 0; guess < 5; guess += 1) await takeTablet(api.url).send('enrol', { code: `${guessed.slice(0, 6)}00000-0000${guess}` })
    expect(await takeTablet(api.url).send('enrol', { code: guessed })).toMatchObject({ code: 'tablet-code-wrong' })
    expect(await tablet.send('enrol', { code: await tabletCode(ruud) })).toMatchObject({ status: 409, code: 'tablet-enrolled' })
    expect(JSON.stringify([await api.stores.state.selectFrom('tablet').selectAll().execute(), await api.stores.state.selectFrom('tablet_code').selectAll().execute()]))
      .not.toMatch(new RegExp([...tablet.browser.cookies(api.url).values(), code.slice(6)].join('|')))
  })

  test('shows the names of who works at it, and of no family anything', async () => {
    const screen = await tablet.lockScreen()
    expect(screen).toContain('Lotte Jansen')
    expect(screen).not.toMatch(/Sem|Verhoeven|Noor/)
    expect(await takeTablet(api.url).lockScreen()).toBe('{"tablet":null}')
    expect(codesOf(await choosePin(await api.as('paediatrician'), lottesPin, [tablet.id]))).toEqual(['tablet-unknown'])
    expect(codesOf(await choosePin(lotte, '123456', [tablet.id]))).toEqual(['pin-weak'])
  })

  test('opens children, agreement cards and a note to who knows their PIN, and nothing else that they may see elsewhere', async () => {
    expect(await tablet.goIn('Lotte Jansen', lottesPin)).toEqual({ status: 200 })
    const { family: opened } = dataOf<{ family: Record<string, unknown> }>(await tablet.ask(`{ family(id: "${family}") {
      members { firstName } agreementCards { title } team { id } contributions(first: 50) { nodes { id } } lifeLine { id } goals { id } appointments { id } changes { id } existence { on } rhythms { memberId } consents { id } worksOnSafety
      can { contribute coordinate plan readAccessLog } } }`))
    expect(opened).toMatchObject({
      members: [{ firstName: 'Sem' }], team: [], contributions: { nodes: [] }, lifeLine: [], goals: [], appointments: [], existence: [], rhythms: [], consents: [], worksOnSafety: false,
      can: { contribute: true, coordinate: false, plan: false, readAccessLog: false },
    })
    expect(opened['agreementCards']).toEqual(expect.arrayContaining([{ title: 'Het bijenlied' }]))
    const refused = [`{ safetyTracks(familyId: "${family}") { id } }`, '{ ownEmergencies { mayOpen } }', '{ messageSettings { address } }', '{ myCalendar { weekStart } }', '{ invitations { id } }', '{ ownTablets { id } }', `{ workingNotes(familyId: "${family}") { id } }`, `{ accessLog(familyId: "${family}") { nodes { id } } }`]
    for (const query of refused) {
      const [code] = codesOf(await tablet.ask(query))
      if (code !== 'GRAPHQL_VALIDATION_FAILED' && code !== 'request-invalid') expect([query, code]).toEqual([query, 'not-on-tablet'])
    }
    for (const path of ['/copy', '/access-log']) expect((await tablet.browser.send(at(path), { family, familyId: family })).status).toBeGreaterThanOrEqual(400)
    const note = await tablet.ask('mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }', {
      commandId: newId(), familyId: family, input: { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [demoId('verhoeven sem')] }, category: 'DEVELOPMENT', setting: 'GROUP', occurredOn: clock().slice(0, 10), situation: 'Sem zong mee.' },
    })
    expect(codesOf(note)).toEqual([])
    expect(codesOf(await tablet.ask('mutation ($commandId: ID!, $familyId: ID!) { addAction(commandId: $commandId, familyId: $familyId, text: "x", ownerId: $familyId) { id } }', { commandId: newId(), familyId: family }))).toEqual(['not-on-tablet'])
  })

  test('writes each look under who stood at it, with where, and parents read that', async () => {
    await tablet.goIn('Lotte Jansen', lottesPin)
    await tablet.ask(`{ family(id: "${family}") { agreementCards { title } } }`)
    const mother = await api.as('mother')
    const { accessLog: { nodes } } = dataOf<{ accessLog: { nodes: readonly { who: string; channel: string | null }[] } }>(await mother.ask(`{ accessLog(familyId: "${family}", first: 50) { nodes { who channel } } }`))
    expect(nodes).toContainEqual({ who: 'Lotte Jansen', channel: 'op de groepstablet' })
    expect(nodes).not.toContainEqual({ who: 'Ruud Bakker', channel: 'op de groepstablet' })
  })

  test('is one person’s at a time, under a session of its own that nobody brought along', async () => {
    await tablet.goIn('Lotte Jansen', lottesPin)
    const first = tablet.browser.cookies(api.url).get('samenspel_tablet') ?? ''
    expect(await tablet.goIn('Ruud Bakker', ruudsPin)).toEqual({ status: 200 })
    expect(tablet.browser.cookies(api.url).get('samenspel_tablet')).not.toBe(first)
    expect(await who()).toEqual({ name: 'Ruud Bakker' })
    const before = `${cookieOf(tablet.browser, api.url, ['samenspel_tablet'])}; samenspel_tablet=${first}`
    expect(await ask(api.url, '{ me { name } }', {}, { 'x-samenspel-app': 'tablet', 'cookie': before })).toMatchObject(isOut)
    expect(await ask(api.url, '{ me { name } }', {}, { 'x-samenspel-app': 'desk', 'cookie': cookieOf(tablet.browser, api.url).replace('samenspel_tablet=', 'samenspel_desk=') })).toMatchObject(isOut)
    await tablet.send('lock')
    expect(await who()).toBeUndefined()
  })

  test('opens nothing on another device: neither its session, nor a PIN that was seen', async () => {
    const other = await enrolledTablet(api.url, ruud, 'Vlindergroep')
    await tablet.goIn('Lotte Jansen', lottesPin)
    const carried = (credential: string) => ask(api.url, '{ me { name } }', {}, { 'x-samenspel-app': 'tablet', 'cookie': `samenspel_tablet=${tablet.browser.cookies(api.url).get('samenspel_tablet') ?? ''}; ${credential}` })
    expect(await carried('')).toMatchObject(isOut)
    expect(await carried(`samenspel_tablet_device=${other.browser.cookies(api.url).get('samenspel_tablet_device') ?? ''}`)).toMatchObject(isOut)
    expect(await other.send('open', { worker: await tablet.worker('Lotte Jansen'), pin: lottesPin })).toMatchObject({ status: 404, code: 'tablet-worker-unknown' })
    expect(await takeTablet(api.url).send('open', { worker: await tablet.worker('Lotte Jansen'), pin: lottesPin })).toMatchObject({ status: 403, code: 'tablet-unknown' })
  })

  test('blocks a PIN after five wrong tries, also when they come at once, until its owner chooses a new one at the desk', async () => {
    const worker = await tablet.worker('Lotte Jansen')
    const first = await tablet.send('open', { worker, pin: '740628' })
    expect(first.code).toBe('pin-wrong')
    expect(first.message).toContain('4')
    const said = await Promise.all(Array.from({ length: 8 }, () => tablet.send('open', { worker, pin: '740628' })))
    expect(said.filter(({ code }) => code === 'pin-wrong')).toHaveLength(3)
    expect(await tablet.goIn('Lotte Jansen', lottesPin)).toMatchObject({ status: 403, code: 'pin-locked' })
    expect(await tablet.goIn('Ruud Bakker', ruudsPin)).toEqual({ status: 200 })
    await choosePin(lotte, '302958', [tablet.id])
    expect(await tablet.goIn('Lotte Jansen', lottesPin)).toMatchObject({ code: 'pin-wrong' })
    expect(await tablet.goIn('Lotte Jansen', '302958')).toEqual({ status: 200 })
  })

  test('is locked by the server too, soon after it should have locked itself', async () => {
    await tablet.goIn('Lotte Jansen', lottesPin)
    passed = { seconds: 80 }
    expect(await tablet.send('stay')).toEqual({ status: 204 })
    passed = { seconds: 160 }
    expect(await who()).toEqual({ name: 'Lotte Jansen' })
    passed = { seconds: 260 }
    expect(await tablet.send('stay')).toMatchObject({ status: 401 })
  })

  test('that is lost opens nothing any more, at once; so does one whose worker was shown out', async () => {
    await tablet.goIn('Lotte Jansen', lottesPin)
    await command(ruud, 'mutation ($commandId: ID!, $tabletId: ID!) { revokeTablet(commandId: $commandId, tabletId: $tabletId) { id } }', { tabletId: tablet.id })
    expect(await who()).toBeUndefined()
    expect(await tablet.lockScreen()).toBe('{"tablet":null}')
    expect(await tablet.send('open', { worker: 'any', pin: lottesPin })).toMatchObject({ code: 'tablet-unknown' })
    const second = await enrolledTablet(api.url, ruud)
    await choosePin(lotte, lottesPin, [second.id])
    await second.goIn('Lotte Jansen', lottesPin)
    const { workerSignIns } = dataOf<{ workerSignIns: readonly { id: string; name: string }[] }>(await ruud.ask('{ workerSignIns { id name } }'))
    await command(ruud, 'mutation ($commandId: ID!, $personId: ID!) { endWorkerSignIn(commandId: $commandId, personId: $personId) { id } }', { personId: workerSignIns.find(({ name }) => name === 'Lotte Jansen')?.id })
    expect(await who(second)).toBeUndefined()
    expect(await second.worker('Lotte Jansen')).toBe('')
    expect(codesOf(await lotte.ask('{ me { name } }'))).toEqual(['not-signed-in'])
  })
})

describe('codes that are given at the desk', () => {
  const makeWorkerCode = 'mutation ($commandId: ID!, $personId: ID!) { makeWorkerCode(commandId: $commandId, personId: $personId) { code until } }'
  const makeParentCode = 'mutation ($commandId: ID!, $familyId: ID!, $personId: ID!) { makeParentCode(commandId: $commandId, familyId: $familyId, personId: $personId) { code until } }'
  const karim = { person: demoId('practitioner karim') }

  test('let a colleague in, from who keeps the keys of the same organisation; who made one, is seen, what it says never again', async () => {
    const ruud = await api.as('coach')
    for (const [other, code] of [[await api.as('pedagogical-worker'), 'not-keeper'], [await api.as('privacy-officer'), 'not-found']] as const) expect(codesOf(await command(other, makeWorkerCode, { personId: karim.person }))).toEqual([code])
    expect(codesOf(await command(ruud, makeWorkerCode, { personId: hanne.person }))).toEqual(['not-found'])
    const { makeWorkerCode: made } = dataOf<{ makeWorkerCode: { code: string } }>(await command(ruud, makeWorkerCode, { personId: karim.person }))
    const list = JSON.stringify(await ruud.ask('{ workerSignIns { name hasSignIn code { madeBy until } } }'))
    expect(list).toContain('"name":"Karim Aydin","hasSignIn":false,"code":{"madeBy":"Ruud Bakker"')
    expect(list).not.toContain(made.code.slice(6))
    hospital.next(somebody())
    await startAt('hospital')
    expect((await browser.send(at('/sign-in/code'), { code: made.code })).url).toBe(at('/desk/'))
    expect(await meOf(browser)).toMatchObject({ data: { me: { name: 'Karim Aydin' } } })
  })

  test('go with the registrations of specialists, which who keeps the keys records for the term that is set for the country, and nobody for themselves (K-01)', async () => {
    const record = 'mutation ($commandId: ID!, $personId: ID!, $from: Date!) { recordRegistration(commandId: $commandId, personId: $personId, from: $from) { id } }'
    const [ruud, paul, worker] = [await api.as('coach'), await api.as('privacy-officer'), await api.as('pedagogical-worker')]
    const until = async () => dataOf<{ workerSignIns: readonly { id: string; registeredUntil: string | null }[] }>(await paul.ask('{ workerSignIns { id registeredUntil } }')).workerSignIns.find(({ id }) => id === hanne.person)?.registeredUntil ?? ''
    const before = await until()
    const next = Temporal.PlainDate.from(before).add({ days: 1 })
    expect(codesOf(await command(worker, record, { personId: karim.person, from: next.toString() }))).toEqual(['not-keeper'])
    expect(codesOf(await command(ruud, record, { personId: hanne.person, from: next.toString() }))).toEqual(['not-found'])
    expect(codesOf(await command(ruud, record, { personId: karim.person, from: next.toString() }))).toEqual(['not-an-imh-specialist'])
    expect(codesOf(await command(ruud, record, { personId: demoId('practitioner ruud'), from: next.toString() }))).toEqual(['not-yourself-here'])
    expect(codesOf(await command(paul, record, { personId: hanne.person, from: before }))).toEqual(['registration-overlaps'])
    dataOf(await command(paul, record, { personId: hanne.person, from: next.toString() }))
    expect(await until()).toBe(next.add({ months: 48 }).subtract({ days: 1 }).toString())
  })

  test('let nobody in who left, to whom nothing opens any more even where they are signed in; a new one of who keeps the keys does (F10)', async () => {
    const ruud = await api.as('coach')
    const lotte: Invited = { person: demoId('practitioner lotte'), role: 'professional' }
    const reads = async (): Promise<boolean> => {
      const { family: opened } = (await (await api.as('pedagogical-worker')).ask(`{ family(id: "${family}") { contributions(first: 1) { nodes { id } } } }`)).data as { family: { contributions: { nodes: readonly unknown[] } } | null }
      return (opened?.contributions.nodes.length ?? 0) > 0
    }
    const typed = async (code: string): Promise<string> => {
      hospital.next(somebody())
      await startAt('hospital')
      return (await browser.send(at('/sign-in/code'), { code })).url
    }
    const works = async () => dataOf<{ workerSignIns: readonly { id: string; worksHere: boolean }[] }>(await ruud.ask('{ workerSignIns { id worksHere } }')).workerSignIns.find(({ id }) => id === lotte.person)?.worksHere
    dataOf(await command(ruud, makeWorkerCode, { personId: lotte.person }))
    expect([await works(), await reads()]).toEqual([true, true])
    dataOf(await command(ruud, 'mutation ($commandId: ID!, $personId: ID!) { endWorkerSignIn(commandId: $commandId, personId: $personId) { id } }', { personId: lotte.person }))
    expect([await works(), await reads(), await typed(await codeFor(lotte))]).toEqual([false, false, at('/sign-in/code')])
    const { makeWorkerCode: { code } } = dataOf<{ makeWorkerCode: { code: string } }>(await command(ruud, makeWorkerCode, { personId: lotte.person }))
    expect([await works(), await reads(), await typed(code)]).toEqual([true, true, at('/desk/')])
  })

  test('let a parent in, from who coordinates, with a line about that parent; nobody else, and never a child', async () => {
    const coordinator = await api.as('coordinator')
    expect(codesOf(await command(await api.as('coach'), makeParentCode, { familyId: family, personId: joost.person }))).toEqual(['not-coordinator'])
    expect(codesOf(await command(await api.as('father'), makeParentCode, { familyId: family, personId: joost.person }))).toEqual(['not-coordinator'])
    for (const personId of [demoId('verhoeven sem'), demoId('verhoeven tijn'), hanne.person]) expect(codesOf(await command(coordinator, makeParentCode, { familyId: family, personId }))).toEqual(['not-found'])
    const { makeParentCode: made } = dataOf<{ makeParentCode: { code: string } }>(await command(coordinator, makeParentCode, { familyId: family, personId: joost.person }))
    await command(coordinator, 'mutation ($commandId: ID!, $familyId: ID!, $personId: ID!) { withdrawParentCode(commandId: $commandId, familyId: $familyId, personId: $personId) { id } }', { familyId: family, personId: joost.person })
    broker.next(somebody())
    await startAt('parents')
    expect((await browser.send(at('/sign-in/code'), { code: made.code })).url).toBe(at('/sign-in/code'))
    const { makeParentCode: again } = dataOf<{ makeParentCode: { code: string } }>(await command(coordinator, makeParentCode, { familyId: family, personId: joost.person }))
    expect((await browser.send(at('/sign-in/code'), { code: again.code })).url).toBe(at('/parent/'))
    const log = JSON.stringify(await (await api.as('father')).ask(`{ accessLog(familyId: "${family}", first: 50, kind: WROTE) { nodes { who what } } }`))
    expect(log).toContain('Hanne de Wit')
    const { accessLog: { nodes } } = dataOf<{ accessLog: { nodes: readonly { who: string; refused: boolean }[] } }>(await (await api.as('father')).ask(`{ accessLog(familyId: "${family}", first: 50, kind: REFUSED) { nodes { who refused } } }`))
    expect(nodes.filter(({ refused }) => refused).map(({ who }) => who)).toContain('Ruud Bakker')
  })
})
