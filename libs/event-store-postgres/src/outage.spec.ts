import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { EventStore, NewEvent } from '@samenspel/event-store'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { openPostgresEventStore } from './index.ts'
import { anEvent, insist, until } from './writing.fixture.ts'

let postgres: PrivatePostgres
// A server that by default answers before its disk has it, and takes its time: an answer of the store must not rest on that.
beforeAll(async () => { postgres = await startPrivatePostgres({ synchronous_commit: 'off', wal_writer_delay: '10s' }) })
afterAll(() => postgres.dispose())

let schema: string
let schemas = 0
let store: EventStore
beforeEach(async () => {
  schema = `test_${++schemas}`
  store = await openPostgresEventStore({ url: postgres.url, schema })
})
afterEach(() => store.close())

const writers = 16

/**
 * Sixteen writers, each on its own stream, who ask again until they are answered; beside them a follower.
 * Gives what was acknowledged, and what the follower saw.
 */
const writeAndFollow = () => {
  const stop = new AbortController()
  const acknowledged: string[] = []
  const followed: string[] = []
  const { done } = store.subscribe({ signal: stop.signal }, ({ id }) => { followed.push(id) })
  let enough = false
  const write = async (writer: number) => {
    for (let revision = -1; !enough; revision += 2) {
      const events: NewEvent[] = [anEvent(), anEvent()]
      await insist(store, `test-${writer}`, revision === -1 ? 'none' : revision, events)
      acknowledged.push(...events.map(({ id }) => id))
    }
  }
  const writing = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  const finish = async () => {
    enough = true
    await writing
    const events = await Array.fromAsync(store.readAll())
    await until(() => followed.length >= events.length)
    stop.abort()
    await done
    return { stored: events.map(({ id }) => id), followed, acknowledged }
  }
  return { acknowledged, finish }
}

const expectNothingLostOrRepeated = ({ stored, followed, acknowledged }: { readonly stored: string[]; readonly followed: string[]; readonly acknowledged: string[] }) => {
  expect(followed).toEqual(stored)
  expect(new Set(stored).size).toBe(stored.length)
  // Writers insist, so at the end everything that is there was acknowledged, and the other way around.
  expect([...acknowledged].sort()).toEqual([...stored].sort())
}

test('an answered append outlives a crash of the server right after it', async () => {
  const event = anEvent()
  await store.append('test-1', 'none', [event])
  await postgres.stop('immediate')
  await postgres.start()
  const again = await openPostgresEventStore({ url: postgres.url, schema })
  expect((await Array.fromAsync(again.readStream('test-1'))).map(({ id }) => id)).toEqual([event.id])
  await again.close()
})

test('a server that crashes under sixteen writers, twice: nothing acknowledged is lost, followers go on', async () => {
  const work = writeAndFollow()
  for (let round = 1; round <= 2; round++) {
    const count = work.acknowledged.length
    await until(() => work.acknowledged.length > count + 200)
    const before = [...work.acknowledged]
    await postgres.stop('immediate')
    await postgres.start()
    const there = new Set((await postgres.query(postgres.url, `SELECT id FROM ${schema}.event`)).map(({ id }) => id))
    expect(before.filter(id => !there.has(id))).toEqual([])
  }
  expectNothingLostOrRepeated(await work.finish())
})

test('all connections cut off, five times under load: nothing lost, nothing repeated', async () => {
  const work = writeAndFollow()
  for (let round = 1; round <= 5; round++) {
    const count = work.acknowledged.length
    await until(() => work.acknowledged.length > count + 100)
    await postgres.query(postgres.url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'samenspel'`)
  }
  expectNothingLostOrRepeated(await work.finish())
})
