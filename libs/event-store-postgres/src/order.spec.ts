import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { positionOf, start, type EventStore, type RecordedEvent } from '@samenspel/event-store'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { openPostgresEventStore } from './index.ts'
import { aConnection, anEvent, until } from './writing.fixture.ts'

let postgres: PrivatePostgres
beforeAll(async () => { postgres = await startPrivatePostgres() })
afterAll(() => postgres.dispose())

let schema: string
let schemas = 0
let store: EventStore
/** What a follower from the start has seen. */
let got: RecordedEvent[]
beforeEach(async () => {
  schema = `test_${++schemas}`
  store = await openPostgresEventStore({ url: postgres.url, schema })
  got = []
  store.subscribe({ signal: new AbortController().signal }, event => { got.push(event) })
})
afterEach(() => store.close())

const streams = () => got.map(({ stream }) => stream)
const somebodyWaits = () => until(async () => (await postgres.query(postgres.url, `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).length > 0)

test('who wrote first and commits late is not overtaken: a follower never misses an event', async () => {
  const slow = await aConnection(postgres.url, schema)
  await slow.query('BEGIN')
  await slow.append('test-slow', 'none')
  const quick = store.append('test-quick', 'none', [anEvent()])
  await somebodyWaits()
  expect(await Array.fromAsync(store.readAll())).toEqual([])
  expect(await store.lastPosition()).toBe(start)
  await slow.query('COMMIT')
  await quick
  await until(() => got.length === 2)
  expect(streams()).toEqual(['test-slow', 'test-quick'])
  await slow.close()
})

test('the transaction that is older and writes later stands later in the log', async () => {
  const older = await aConnection(postgres.url, schema)
  await older.query('BEGIN')
  await older.query('SELECT pg_current_xact_id()')
  await store.append('test-younger', 'none', [anEvent()])
  await until(() => got.length === 1)
  await older.append('test-older', 'none')
  await older.query('COMMIT')
  await until(() => got.length === 2)
  expect(streams()).toEqual(['test-younger', 'test-older'])
  await older.close()
})

test('who waited for its turn sees what was written meanwhile, whatever transactions are by default', async () => {
  await store.close()
  await postgres.query(postgres.url, `ALTER ROLE postgres SET default_transaction_isolation = 'serializable'`)
  store = await openPostgresEventStore({ url: postgres.url, schema })
  const slow = await aConnection(postgres.url, schema)
  await slow.query('BEGIN ISOLATION LEVEL READ COMMITTED')
  await slow.append('test-1', 'none')
  const waiting = Promise.allSettled([store.append('test-1', 'none', [anEvent()]), store.append('test-1', 0, [anEvent()])])
  await somebodyWaits()
  await slow.query('COMMIT')
  const [wrong, right] = await waiting
  expect(wrong).toMatchObject({ reason: { name: 'WrongExpectedRevision', actual: 0 } })
  expect(right).toMatchObject({ value: { revision: 1, position: positionOf(2) } })
  await postgres.query(postgres.url, 'ALTER ROLE postgres RESET default_transaction_isolation')
  await slow.close()
})

test('work that stays open in another database of the server holds nobody up', async () => {
  const elsewhere = await aConnection(await postgres.createDatabase(), schema)
  await elsewhere.query('BEGIN')
  await elsewhere.query('CREATE TABLE something (id integer)')
  await store.append('test-1', 'none', [anEvent()])
  await until(() => got.length === 1)
  expect(await Array.fromAsync(store.readAll())).toHaveLength(1)
  await elsewhere.close()
})

test('what was rolled back, or is missing, holds nobody up', async () => {
  const other = await aConnection(postgres.url, schema)
  await other.query('BEGIN')
  await other.append('test-gone', 'none')
  await other.query('ROLLBACK')
  await store.append('test-1', 'none', [anEvent()])
  await until(() => got.length === 1)
  // Farther than one page looks.
  await other.query(`INSERT INTO ${schema}.event SELECT 200000, 'test-2', 0, id, type, version, metadata, data, recorded_at FROM ${schema}.event`)
  await until(() => got.length === 2)
  expect(await store.append('test-2', 0, [anEvent()])).toEqual({ revision: 1, position: positionOf(200_001) })
  await until(() => got.length === 3)
  expect(streams()).toEqual(['test-1', 'test-2', 'test-2'])
  expect(await Array.fromAsync(store.readAll({ filter: { streamPrefix: 'test-2' } }))).toHaveLength(2)
  await other.close()
})

test('written by another process that told nobody, it is found all the same', async () => {
  const other = await aConnection(postgres.url, schema)
  await other.append('test-untold', 'none')
  await until(() => got.length === 1)
  expect(streams()).toEqual(['test-untold'])
  await other.close()
})

test('moved by dump and restore to a younger server, all events are visible, in place, and the log goes on', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => store.append(`test-${i}`, 'none', [anEvent(), anEvent({ data: new Uint8Array([0, 255]) })])))
  // Makes this server older than the other: a thousand transactions.
  await postgres.query(postgres.url, `DO $$ BEGIN FOR n IN 1..1000 LOOP PERFORM pg_current_xact_id(); COMMIT AND CHAIN; END LOOP; END $$`)
  const dump = postgres.run('pg_dump', ['--schema', schema, 'postgres'])
  const younger = await startPrivatePostgres()
  try {
    younger.run('psql', ['--quiet', '--set', 'ON_ERROR_STOP=1', 'postgres'], dump)
    const restored = await openPostgresEventStore({ url: younger.url, schema })
    expect(await Array.fromAsync(restored.readAll())).toEqual(await Array.fromAsync(store.readAll()))
    expect(await restored.append('test-0', 1, [anEvent()])).toEqual({ revision: 2, position: positionOf(41) })
    await restored.close()
  } finally {
    await younger.dispose()
  }
})
