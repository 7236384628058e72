import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { EventTooLarge, start, type EventStore, type NewEvent } from '@samenspel/event-store'
import { eventStoreContract } from '@samenspel/event-store/testing'
import { openKurrentdbEventStore } from './index.ts'
import { startKurrentdbDouble, type KurrentdbDouble } from './testing/kurrentdb-double.ts'

const anEvent = (given: Partial<NewEvent> = {}): NewEvent => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data: new Uint8Array(10), ...given })

eventStoreContract('kurrentdb, a double of the server', async () => {
  const server = await startKurrentdbDouble()
  const open = () => openKurrentdbEventStore({ url: server.url, name: 'events' })
  const store = await open()
  return {
    store,
    reopen: async () => {
      await store.close()
      return open()
    },
    outage: { begin: () => Promise.resolve(server.stop()), end: server.start },
    loseNextAnswer: server.loseNextAnswer,
    dispose: () => Promise.resolve(server.stop()),
  }
})

// The promises once more on the real thing, for whoever has one: its connection string in the environment.
const realServer = process.env['KURRENTDB_URL']
if (realServer !== undefined) eventStoreContract('kurrentdb, a real server', async () => {
  const name = `contract-${randomUUID()}`
  const open = () => openKurrentdbEventStore({ url: realServer, name })
  const store = await open()
  return {
    store,
    reopen: async () => {
      await store.close()
      return open()
    },
  }
}, { outage: 'it is not ours to stop', loseNextAnswer: 'its line is not ours' })

describe('one server', () => {
  let server: KurrentdbDouble
  let events: EventStore
  let accessLog: EventStore
  beforeAll(async () => {
    server = await startKurrentdbDouble()
    events = await openKurrentdbEventStore({ url: server.url, name: 'events' })
    accessLog = await openKurrentdbEventStore({ url: server.url, name: 'access-log' })
  })
  afterAll(async () => {
    await events.close()
    await accessLog.close()
    server.stop()
  })

  test('holds several stores, and none sees the others, nor what the server itself keeps', async () => {
    const heard: string[] = []
    const stop = new AbortController()
    const { done } = accessLog.subscribe({ signal: stop.signal }, ({ stream }) => { heard.push(stream) })
    await events.append('family-1', 'none', [anEvent()])
    expect(await accessLog.lastPosition()).toBe(start)
    await accessLog.append('family-1', 'none', [anEvent({ type: 'Seen' })])
    await events.append('family-1', 0, [anEvent()])
    await accessLog.append('events:family-1', 'none', [anEvent({ type: 'Seen' })])
    while (heard.length < 2) await setImmediate()
    stop.abort()
    await done
    expect(heard).toEqual(['family-1', 'events:family-1'])
    const types = async (store: EventStore, asked?: string[]) => (await Array.fromAsync(store.readAll({ filter: { types: asked } }))).map(({ type }) => type)
    expect(await types(events)).toEqual(['Noted', 'Noted'])
    expect(await types(accessLog)).toEqual(['Seen', 'Seen'])
    // The server keeps a record of this type, too, in a stream of its own.
    expect(await types(events, ['Noted'])).toEqual(['Noted', 'Noted'])
    expect(await types(accessLog, ['Noted'])).toEqual([])
  })

  test('filters itself: what nobody asked for does not travel', async () => {
    for (let i = 0; i < 20; i++) await events.append(`care-${i}`, 'none', [anEvent({ type: i === 7 ? 'Rare' : 'Usual' })])
    const before = server.sent()
    expect(await Array.fromAsync(events.readAll({ filter: { streamPrefix: 'care-1' } }))).toHaveLength(11)
    expect(await Array.fromAsync(events.readAll({ filter: { types: ['Rare'] } }))).toHaveLength(1)
    expect(await Array.fromAsync(events.readAll({ filter: { types: [] } }))).toEqual([])
    // Each read looks once more after its last event, and gets that one again.
    expect(server.sent() - before).toBe(11 + 1 + 1 + 1)
  })

  test('says when it wrote, the same to readers and to followers', async () => {
    const before = Temporal.Now.instant().epochMilliseconds
    await events.append('when-1', 'none', [anEvent()])
    const [read] = await Array.fromAsync(events.readStream('when-1'))
    const heard = await new Promise(resolve => {
      const stop = new AbortController()
      events.subscribe({ filter: { streamPrefix: 'when-' }, signal: stop.signal }, event => {
        resolve(event)
        stop.abort()
      })
    })
    expect(heard).toStrictEqual(read)
    const recordedAt = Temporal.Instant.from(read!.recordedAt).epochMilliseconds
    expect(recordedAt).toBeGreaterThanOrEqual(before)
    expect(recordedAt).toBeLessThanOrEqual(Temporal.Now.instant().epochMilliseconds)
  })

  test('takes the bytes as they are when it is asked, not as they are when they travel', async () => {
    const data = new Uint8Array([1, 2, 3])
    const appending = events.append('bytes-1', 'none', [anEvent({ data })])
    data.fill(9)
    await appending
    const [read] = await Array.fromAsync(events.readStream('bytes-1'))
    expect(read!.data).toEqual(new Uint8Array([1, 2, 3]))
  })

  test('a follower that takes its time is not sent everything at once', async () => {
    const all = 500
    for (let i = 0; i < all; i += 20) await events.append('large-1', i === 0 ? 'none' : i - 1, Array.from({ length: 20 }, () => anEvent({ data: new Uint8Array(50_000) })))
    const before = server.sent()
    let release = () => {}
    const held = new Promise<void>(resolve => { release = resolve })
    let count = 0
    const stop = new AbortController()
    const { done } = events.subscribe({ filter: { streamPrefix: 'large-' }, signal: stop.signal }, async () => {
      count += 1
      await held
    })
    while (count === 0) await setImmediate()
    // Plenty of turns for everything to arrive, were it sent.
    for (let turn = 0; turn < 2_000; turn++) await setImmediate()
    const sent = server.sent() - before
    release()
    while (count < all) await setImmediate()
    stop.abort()
    await done
    expect(count).toBe(all)
    expect(sent).toBeLessThan(all / 2)
  })
})

test('at the server, too, a subscription ends with its signal, and all of them with the store', async () => {
  const server = await startKurrentdbDouble()
  const store = await openKurrentdbEventStore({ url: server.url, name: 'events' })
  const stop = new AbortController()
  const { done } = store.subscribe({ signal: stop.signal }, () => {})
  const other = store.subscribe({ signal: new AbortController().signal }, () => {})
  while (server.subscriptions() < 2) await setImmediate()
  stop.abort()
  await done
  while (server.subscriptions() > 1) await setImmediate()
  await store.close()
  await other.done
  while (server.subscriptions() > 0) await setImmediate()
  server.stop()
})

test('a store that closes right after it was asked is closed once all of it is done', async () => {
  const server = await startKurrentdbDouble()
  const store = await openKurrentdbEventStore({ url: server.url, name: 'events' })
  let written = 0
  for (let i = 0; i < 20; i++) void store.append(`test-${i}`, 'none', [anEvent()]).then(() => { written += 1 })
  await store.close()
  expect(written).toBe(20)
  server.stop()
})

test('a store is closed once its handlers are done', async () => {
  const server = await startKurrentdbDouble()
  const store = await openKurrentdbEventStore({ url: server.url, name: 'events' })
  let entered = false
  let left = false
  await store.append('test-1', 'none', [anEvent()])
  const { done } = store.subscribe({ signal: new AbortController().signal }, async () => {
    entered = true
    for (let turn = 0; turn < 100; turn++) await setImmediate()
    left = true
  })
  while (!entered) await setImmediate()
  await store.close()
  expect(left).toBe(true)
  await done
  server.stop()
})

test('an append of more than the server takes is too large', async () => {
  const server = await startKurrentdbDouble()
  const store = await openKurrentdbEventStore({ url: server.url, name: 'events' })
  const events = Array.from({ length: 3 }, () => anEvent({ data: new Uint8Array(450_000) }))
  await expect(store.append('test-1', 'none', events)).rejects.toEqual(new EventTooLarge('test-1', 1_350_000))
  expect(await Array.fromAsync(store.readStream('test-1'))).toEqual([])
  await store.close()
  server.stop()
})

test('refuses settings that cannot be right', async () => {
  const url = 'kurrentdb://127.0.0.1:2113?tls=false'
  await expect(openKurrentdbEventStore({ url, name: 'events:' })).rejects.toBeInstanceOf(RangeError)
  await expect(openKurrentdbEventStore({ url, name: '$events' })).rejects.toBeInstanceOf(RangeError)
  await expect(openKurrentdbEventStore({ url: `${url}&ThrowOnAppendFailure=false`, name: 'events' })).rejects.toBeInstanceOf(RangeError)
  await expect(openKurrentdbEventStore({ url: '127.0.0.1', name: 'events' })).rejects.toThrow()
})
