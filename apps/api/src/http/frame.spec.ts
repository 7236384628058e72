import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ask, startApi, type RunningApi } from '../testing/running-api.ts'

let api: RunningApi
beforeAll(async () => { api = await startApi() })
afterAll(() => api.stop())

const post = (path: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${api.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body, redirect: 'manual' })

describe('the frame', () => {
  test('says that it lives and that it can answer', async () => {
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200)
  })

  test('lets a page load from this server only, and be framed nowhere', async () => {
    const { headers } = await fetch(`${api.url}/`)
    expect(headers.get('content-security-policy')).toContain("default-src 'none';script-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test('says the same of every page: what it may load, what may hold it, and what it may do', async () => {
    const names = ['content-security-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'referrer-policy', 'x-content-type-options', 'x-frame-options', 'permissions-policy', 'origin-agent-cluster']
    const saidBy = async (path: string) => {
      const { headers } = await fetch(`${api.url}${path}`)
      return Object.fromEntries(names.map((name) => [name, headers.get(name)]))
    }
    expect(await saidBy('/')).toEqual({
      'content-security-policy': "default-src 'none';script-src 'self';style-src 'self';img-src 'self' blob: data:;connect-src 'self';font-src 'self';manifest-src 'self';worker-src 'self';base-uri 'none';object-src 'none';form-action 'self';frame-ancestors 'none';require-trusted-types-for 'script';trusted-types 'none'",
      'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()', 'origin-agent-cluster': '?1',
    })
    for (const path of ['/sign-in', '/graphql', '/nothing/here', '/start/start.css', '/readyz']) expect([path, await saidBy(path)]).toEqual([path, await saidBy('/')])
  })

  test('keeps data out of caches', async () => {
    const mother = await api.as('mother')
    const response = await post('/graphql', JSON.stringify({ query: '{ me { name } }' }), { cookie: mother.cookie })
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('etag')).toBeNull()
  })

  test('refuses a change that comes from another site', async () => {
    expect((await post('/demo/sign-in', '{"persona":"mother"}', { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await post('/graphql', '{"query":"{ me { name } }"}', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post('/demo/sign-in', '{"persona":"mother"}', { origin: api.url })).status).toBe(200)
  })

  test('refuses more than it takes in one request, with a code', async () => {
    const response = await post('/graphql', JSON.stringify({ query: '{ me { name } }', variables: { text: 'x'.repeat(110_000) } }))
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'request-too-large' } }] })
  })

  test('an address that is nothing has a code too', async () => {
    expect(await (await fetch(`${api.url}/nothing/here`)).json()).toMatchObject({ errors: [{ extensions: { code: 'not-found' } }] })
  })
})

describe('the start page', () => {
  test('shows everybody with one thing to try, in Dutch and in English, without a script', async () => {
    const page = await (await fetch(`${api.url}/`, { headers: { 'accept-language': 'nl' } })).text()
    expect(page).toContain('Anouk Verhoeven')
    expect(page).toContain('Wie wilt u zijn?')
    expect(page).not.toContain('<script')
    expect(await (await fetch(`${api.url}/?language=en`)).text()).toContain('Who would you like to be?')
  })

  test('one click signs in and goes to the app of that person', async () => {
    const response = await fetch(`${api.url}/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'persona=mother&language=nl', redirect: 'manual' })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/parent/')
    expect(response.headers.get('set-cookie')).toMatch(/^samenspel_parent=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('lists the personas for programs', async () => {
    const personas = await (await fetch(`${api.url}/demo/personas`)).json() as readonly Record<string, unknown>[]
    expect(personas).toContainEqual(expect.objectContaining({ id: 'coordinator', name: 'Hanne de Wit', role: 'IMH-specialist', organisation: 'IMH-praktijk De Schakel' }))
    expect(personas.length).toBeGreaterThanOrEqual(10)
  })

  test('nobody is anybody without being in the region', async () => {
    expect((await post('/demo/sign-in', '{"persona":"nobody"}')).status).toBe(404)
    expect((await post('/demo/sign-in', '[]')).status).toBe(404)
  })

  test('another site whose name points here cannot sign in', async () => {
    const { request } = await import('node:http')
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(api.url)
      request({ host: '127.0.0.1', port, path: '/demo/sign-in', method: 'POST', headers: { host: 'evil.example', 'content-type': 'application/json' } }, (response) => { response.resume(); resolve(response.statusCode) })
        .once('error', reject).end('{"persona":"mother"}')
    })
    expect(status).toBe(403)
  })

  test('signing out ends the session', async () => {
    const mother = await api.as('mother')
    expect((await mother.ask('{ me { name } }')).data).toMatchObject({ me: { name: 'Anouk' } })
    await post('/sign-out', '{}', { cookie: mother.cookie })
    expect((await mother.ask('{ me { name } }')).errors).toMatchObject([{ extensions: { code: 'not-signed-in' } }])
  })
})

describe('what a document may ask', () => {
  const refusal = async (query: string) => (await ask(api.url, query)).errors?.[0]?.extensions['code']

  test('without a session nothing opens', async () => { expect(await refusal('{ me { name } }')).toBe('not-signed-in') })
  test('what is no GraphQL is refused without a word of the machine', async () => {
    expect(await ask(api.url, '{ me { nam } }')).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'request-invalid' } }] })
    expect(JSON.stringify(await ask(api.url, '{ me { nam } }'))).not.toContain('Did you mean')
    expect(await refusal('{ me {')).toBe('request-invalid')
  })
  test('too many other names', async () => {
    expect(await refusal(`{ ${Array.from({ length: 16 }, (_, index) => `a${index}: me { name }`).join(' ')} }`)).toBe('query-too-costly')
  })
  test('too much in lists of lists', async () => {
    const all = 'proposals { bundles { parts { professionals { organisation { id name discipline } id name title phone discipline } id label purpose date start end } } }'
    expect(await refusal(`{ families(first: 100) { nodes { ${all} } } }`)).toBe('query-too-costly')
  })
  test('too deep, before anything is looked up: who is nobody hears of the depth, not of signing in', async () => {
    const deep = Array.from({ length: 40 }).reduce<string>((below) => `type { fields { name ${below} } }`, '')
    expect(await refusal(`{ me { name } __schema { types { fields { name ${deep} } } } }`)).toBe('query-too-deep')
    expect(await refusal('{ me { name } }')).toBe('not-signed-in')
  })
  test('fragments in fragments are counted where they stand, and quickly', async () => {
    const fragments = Array.from({ length: 30 }, (_, index) => `fragment f${index} on Family { ...f${index + 1} ...f${index + 1} }`).join(' ')
    expect(await refusal(`{ families(first: 1) { nodes { ...f0 } } } ${fragments} fragment f30 on Family { id name }`)).toBeDefined()
  })
  test('more words than a document has', async () => { expect(await refusal(`{ me { ${'name '.repeat(4_000)} } }`)).toBe('request-invalid') })
  test('a list longer than a page', async () => {
    const hanne = await api.as('coordinator')
    expect((await hanne.ask('{ families(first: 101) { nodes { id } } }')).errors).toMatchObject([{ extensions: { code: 'list-too-long' } }])
  })
  test('several documents in one request', async () => {
    const response = await post('/graphql', JSON.stringify([{ query: '{ me { name } }' }, { query: '{ me { name } }' }]))
    expect(response.status).toBe(400)
  })
})
