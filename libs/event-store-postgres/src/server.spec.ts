import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { EventStoreUnavailable } from '@samenspel/event-store'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { openPostgresEventStore, StoreTooNew, UnsuitableServer } from './index.ts'
import { anEvent } from './writing.fixture.ts'

let postgres: PrivatePostgres
let url: string
beforeAll(async () => {
  postgres = await startPrivatePostgres()
  url = postgres.url
})
afterAll(() => postgres.dispose())

describe('a database', () => {
  test('holds several stores, each with its own log, whatever their names', async () => {
    const names = ['events', 'access_log', 'Événements', `it's "quoted" $$; DROP SCHEMA events; -- \\`]
    const stores = await Promise.all(names.map(schema => openPostgresEventStore({ url, schema })))
    for (const [i, store] of stores.entries()) await store.append('test-1', 'none', Array.from({ length: i + 1 }, () => anEvent()))
    for (const [i, store] of stores.entries()) {
      expect(await Array.fromAsync(store.readAll())).toHaveLength(i + 1)
      await store.close()
    }
    const again = await openPostgresEventStore({ url, schema: names[3] })
    expect(await again.append('test-1', 3, [anEvent()])).toMatchObject({ revision: 4 })
    await again.close()
    const schemas = await postgres.query(url, `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema|public)'`)
    expect(schemas.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
  })
  test('is refused under a name that PostgreSQL would cut off', async () => {
    await expect(openPostgresEventStore({ url, schema: 'é'.repeat(32) })).rejects.toBeInstanceOf(RangeError)
    await expect(openPostgresEventStore({ url, schema: '' })).rejects.toBeInstanceOf(RangeError)
  })
  test('gets its form once, when five open it at the same moment', async () => {
    const schema = 'at_once'
    const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgresEventStore({ url, schema })))
    await Promise.all(stores.map((store, i) => store.append(`test-${i}`, 'none', [anEvent()])))
    expect(await Array.fromAsync(stores[0]!.readAll())).toHaveLength(5)
    expect(await postgres.query(url, 'SELECT number FROM at_once.migration')).toEqual([{ number: 1 }, { number: 2 }])
    await Promise.all(stores.map(store => store.close()))
  })
  test('of a newer program is refused, and left as it is', async () => {
    const schema = 'newer'
    await (await openPostgresEventStore({ url, schema })).close()
    await postgres.query(url, 'INSERT INTO newer.migration (number) VALUES (3)')
    await expect(openPostgresEventStore({ url, schema })).rejects.toBeInstanceOf(StoreTooNew)
    await expect(openPostgresEventStore({ url, schema })).rejects.toThrow('form 3')
    expect(await postgres.query(url, 'SELECT number FROM newer.migration')).toHaveLength(3)
  })
  test('that somebody else prepared is used by a role that may only read and add', async () => {
    const schema = 'prepared'
    await (await openPostgresEventStore({ url, schema })).close()
    await postgres.query(url, `CREATE ROLE clerk LOGIN; GRANT USAGE ON SCHEMA prepared TO clerk; GRANT SELECT ON prepared.migration TO clerk; GRANT SELECT, INSERT ON prepared.event TO clerk`)
    const clerk = url.replace('postgres@', 'clerk@')
    const store = await openPostgresEventStore({ url: clerk, schema })
    await store.append('test-1', 'none', [anEvent()])
    expect(await Array.fromAsync(store.readAll())).toHaveLength(1)
    await store.close()
    await expect(postgres.query(clerk, 'DELETE FROM prepared.event')).rejects.toThrow('permission denied')
  })
  test('in another encoding than UTF-8 is refused', async () => {
    await postgres.query(url, `CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0`)
    await expect(openPostgresEventStore({ url: postgres.urlOf('latin') })).rejects.toBeInstanceOf(UnsuitableServer)
  })
  test('that is not there is said so, without a secret of the URL', async () => {
    const missing = openPostgresEventStore({ url: postgres.urlOf('missing').replace('postgres@', 'postgres:s3cret@') })
    await expect(missing).rejects.toBeInstanceOf(EventStoreUnavailable)
    await expect(missing).rejects.toThrow('database "missing" does not exist')
    await expect(missing).rejects.not.toThrow('s3cret')
  })
})

describe('a value that PostgreSQL can not hold', () => {
  test('fails as a mistake of the program, and does not harm the others of its group', async () => {
    const store = await openPostgresEventStore({ url })
    const all = await Promise.allSettled([
      store.append('test-1', 'none', [anEvent()]),
      store.append('test-2', 'none', [anEvent(), anEvent({ version: 1.5 })]),
      store.append('test-3', 'none', [anEvent()]),
      store.append('test-4', 'none', [anEvent({ type: 'with\0nul' })]),
      store.append('test-5', 'none', [anEvent({ metadata: { text: 'with\0nul' } })]),
    ])
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect(all.flatMap(outcome => outcome.status === 'rejected' ? [outcome.reason as unknown] : []).every(reason => reason instanceof RangeError)).toBe(true)
    const events = await Array.fromAsync(store.readAll())
    expect(events.map(({ stream }) => stream)).toEqual(['test-1', 'test-3', 'test-5'])
    expect(events[2]?.metadata).toEqual({ text: 'with\0nul' })
    await store.close()
  })
})

test('a server that would lose events in a power cut is refused', async () => {
  const careless = await startPrivatePostgres({ fsync: 'off' })
  try {
    await expect(openPostgresEventStore({ url: careless.url })).rejects.toMatchObject({ code: 'unsuitable-server' })
  } finally {
    await careless.dispose()
  }
})
