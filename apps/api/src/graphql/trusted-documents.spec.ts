import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { newId, systemClock } from '@samenspel/kernel'
import { buildSchema, getNamedType, isObjectType, parse } from 'graphql'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { startApplication, type Application } from '../application.ts'
import { openStores, type Stores } from '../composition/stores.ts'
import { openSessions } from '../sessions/sessions.ts'
import { documents } from '../testing/documents.ts'
import { settingsIn } from '../testing/running-api.ts'
import { limits, measureDocument } from './limits.ts'

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8'))

describe('in production', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-trusted-'))
  let application: Application
  let stores: Stores
  let cookie: string

  beforeAll(async () => {
    const list = {
      'id-of-me': { name: 'WhoAmI', document: 'query WhoAmI($named: Boolean = true) { me { name @include(if: $named) role } }' },
      'id-of-watching': { name: 'Watch', document: 'subscription Watch($id: ID!) { familyChanged(familyId: $id) { familyId } }' },
    }
    for (const app of ['desk', 'parent']) {
      mkdirSync(join(folder, app))
      writeFileSync(join(folder, app, 'trusted-documents.json'), JSON.stringify(app === 'desk' ? list : {}))
    }
    const settings = { ...settingsIn(folder), demo: false, production: true }
    application = await startApplication({ settings, webApps: { desk: join(folder, 'desk'), parent: join(folder, 'parent') }, open: async () => { stores = await openStores(settings); return stores } })
    const token = await openSessions(stores.state, systemClock).open('desk', { person: newId(), role: 'privacyOfficer', organisation: newId(), name: 'Paul' }, 'nl', { secondFactor: true, device: '' })
    cookie = `__Host-samenspel_desk=${token}`
  }, 600_000)
  afterAll(async () => {
    await application.close()
    await rm(folder, { recursive: true, force: true })
  })

  const post = async (body: unknown, headers: Readonly<Record<string, string>> = { cookie }) => {
    const response = await fetch(`${application.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
    return { status: response.status, answer: await response.json() as { readonly data?: unknown; readonly errors?: unknown } }
  }
  const unknown = { status: 400, answer: { errors: [{ message: expect.stringContaining('oudere versie'), extensions: { code: 'document-unknown' } }] } }

  test('what an app asks is answered by its id', async () => {
    expect(await post({ id: 'id-of-me', variables: {} })).toEqual({ status: 200, answer: { data: { me: { name: 'Paul', role: 'PRIVACY_OFFICER' } } } })
  })

  test.each<readonly [string, unknown]>([
    ['a document', { query: '{ me { name } }' }], ['a document that is in the list', { query: '{ me { name role } }' }], ['the schema', { query: '{ __schema { types { name } } }' }],
    ['an id of nothing', { id: 'id-of-nothing' }], ['an id beside a document', { id: 'id-of-me', query: '{ me { id } }' }], ['an id that is no text', { id: { $ne: '' } }], ['what every object has', { id: 'constructor' }],
    ['several at once', [{ id: 'id-of-me' }]], ['nothing', {}], ['a registered document (APQ)', { query: '{ me { name } }', extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }],
  ])('%s is not', async (_what, body) => { expect(await post(body)).toEqual(unknown) })

  test('nor is what stands in an address', async () => {
    expect((await fetch(`${application.url}/graphql?query=${encodeURIComponent('{ me { name } }')}`, { headers: { cookie, 'apollo-require-preflight': 'yes' } })).status).toBe(400)
  })

  test('variables that do not fit are refused without a word of the machine', async () => {
    const { answer } = await post({ id: 'id-of-me', variables: { named: 'yes' } })
    expect(answer).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'request-invalid' } }] })
  })

  test('a live connection subscribes by id alone', async () => {
    const ends = async (payload: { readonly query: string; readonly variables?: Record<string, unknown>; readonly extensions?: Record<string, unknown> }): Promise<string> => {
      const client = createClient({ url: `${application.url.replace('http', 'ws')}/graphql`, retryAttempts: 0, webSocketImpl: class extends WebSocket { constructor(address: string, protocols: string[]) { super(address, protocols, { headers: { cookie } }) } } })
      const end = await new Promise<string>((resolve) => {
        client.subscribe(payload, { next: ({ errors }) => { resolve(JSON.stringify(errors)) }, error: (error) => { resolve(JSON.stringify(error)) }, complete: () => { resolve('complete') } })
      })
      await client.dispose()
      return end
    }
    const variables = { id: newId() }
    expect(await ends({ query: 'subscription Watch($id: ID!) { familyChanged(familyId: $id) { familyId } }', variables })).toContain('document-unknown')
    expect(await ends({ query: '', extensions: { id: 'id-of-nothing' }, variables })).toContain('document-unknown')
    // It is understood, and of a family that isn't there nothing comes.
    expect(await ends({ query: '', extensions: { id: 'id-of-watching' }, variables })).not.toContain('document-unknown')
  })

  test('a cookie that a neighbour of this host could have set opens nothing', async () => {
    expect((await post({ id: 'id-of-me' }, { cookie: cookie.replace('__Host-', '') })).answer).toMatchObject({ errors: [{ extensions: { code: 'not-signed-in' } }] })
  })
})

describe('what the apps ask', () => {
  /** Nothing that is asked may come near what is refused: these are lower than the limits. */
  const most = { depth: 8, cost: 35_000, aliases: 5 }

  test('is never deeper or more than an answer may be', async () => {
    expect(most.cost).toBeLessThan(limits.cost)
    expect(most.depth).toBeLessThan(limits.depth)
    const over = (await documents()).map(({ name, text }) => ({ name, ...measureDocument(schema, parse(text)) })).filter(({ depth, cost, aliases }) => depth > most.depth || cost > most.cost || aliases > most.aliases)
    expect(over).toEqual([])
  })

  test('comes in pages wherever a list has no end of its own', () => {
    const fields = Object.values(schema.getTypeMap()).filter(isObjectType).flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
    const connections = fields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'))
    expect(connections.length).toBeGreaterThan(3)
    expect(connections.filter(({ field }) => !field.args.some(({ name, defaultValue }) => name === 'first' && typeof defaultValue === 'number' && defaultValue <= 100)).map(({ name }) => name)).toEqual([])
  })
})
