import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { EventStoreUnavailable, type EventStore, type NewEvent, type RecordedEvent } from '@samenspel/event-store'
import { openKurrentdbEventStore } from './index.ts'
import { startKurrentdbDouble, type KurrentdbDouble } from './testing/kurrentdb-double.ts'

let server: KurrentdbDouble
let store: EventStore
beforeEach(async () => {
  server = await startKurrentdbDouble()
  store = await openKurrentdbEventStore({ url: server.url, name: 'events' })
})
afterEach(async () => {
  await store.close()
  server.stop()
})

const anEvent = (): NewEvent => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data: new Uint8Array(10) })
const until = async (reached: () => boolean) => { while (!reached()) await setImmediate() }
const following = (handle: (event: RecordedEvent) => void | Promise<void>) => {
  const stop = new AbortController()
  const { done } = store.subscribe({ signal: stop.signal }, handle)
  return { done, stop: async () => { stop.abort(); await done } }
}
/** Asks again as long as the store can't be reached. */
const untilReached = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      expect(error).toBeInstanceOf(EventStoreUnavailable)
      await setImmediate()
    }
  }
}
const appendUntilDone = (stream: string, expected: number, events: readonly NewEvent[]) => untilReached(() => store.append(stream, expected, events))

test('while the server is away everything fails with EventStoreUnavailable; once it is back, all of it works again', async () => {
  await store.append('test-1', 'none', [anEvent()])
  server.stop()
  const events = [anEvent()]
  await expect(store.append('test-1', 0, events)).rejects.toBeInstanceOf(EventStoreUnavailable)
  await expect(Array.fromAsync(store.readStream('test-1'))).rejects.toBeInstanceOf(EventStoreUnavailable)
  await expect(Array.fromAsync(store.readAll())).rejects.toBeInstanceOf(EventStoreUnavailable)
  await expect(store.lastPosition()).rejects.toBeInstanceOf(EventStoreUnavailable)
  await server.start()
  const { position } = await appendUntilDone('test-1', 0, events)
  expect(await untilReached(() => Array.fromAsync(store.readStream('test-1')))).toHaveLength(2)
  expect(await Array.fromAsync(store.readAll())).toHaveLength(2)
  expect(await store.lastPosition()).toBe(position)
})

test('a store that was opened while the server was away works once it is there', async () => {
  server.stop()
  const early = await openKurrentdbEventStore({ url: server.url, name: 'early' })
  await expect(early.append('test-1', 'none', [anEvent()])).rejects.toBeInstanceOf(EventStoreUnavailable)
  await expect(early.lastPosition()).rejects.toBeInstanceOf(EventStoreUnavailable)
  await server.start()
  const events = [anEvent()]
  const appended = await untilReached(() => early.append('test-1', 'none', events))
  expect(await untilReached(early.lastPosition)).toBe(appended.position)
  await early.close()
})

test('an append of which the answer got lost is asked again with the same ids, and stands once', async () => {
  await store.append('test-1', 'none', [anEvent()])
  const events = [anEvent(), anEvent()]
  // Gone in the moment in which it is written, before the answer is on its way.
  const gone = server.log.nextAppend(new AbortController().signal).then(server.stop)
  await expect(store.append('test-1', 0, events)).rejects.toBeInstanceOf(EventStoreUnavailable)
  await gone
  expect(server.log.stream('events:test-1')).toHaveLength(3)
  await server.start()
  expect(await appendUntilDone('test-1', 0, events)).toMatchObject({ revision: 2 })
  expect((await untilReached(() => Array.fromAsync(store.readStream('test-1')))).map(({ id }) => id).slice(1)).toEqual(events.map(({ id }) => id))
})

test('when the server goes while very many appends are under way, each of them is answered', async () => {
  await store.append('test-1', 'none', [anEvent()])
  const asked = Array.from({ length: 300 }, (_, i) => store.append(`busy-${i}`, 'none', [{ ...anEvent(), data: new Uint8Array(50_000) }]))
  await Promise.race(asked)
  server.stop()
  const outcomes = await Promise.allSettled(asked)
  const refused = outcomes.flatMap(outcome => outcome.status === 'rejected' ? [outcome.reason as unknown] : [])
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.every(reason => reason instanceof EventStoreUnavailable)).toBe(true)
})

test('a subscription goes on after the server came back, and loses and repeats nothing', async () => {
  await store.append('test-1', 'none', [anEvent(), anEvent()])
  const got: RecordedEvent[] = []
  const subscription = following(event => { got.push(event) })
  await until(() => got.length === 2)
  let revision = 1
  for (let outage = 0; outage < 3; outage++) {
    server.stop()
    await until(() => server.subscriptions() === 0)
    // Written by another program while this one couldn't listen.
    server.log.append('events:test-1', revision, [kept()])
    await server.start()
    revision = (await appendUntilDone('test-1', revision + 1, [anEvent(), anEvent()])).revision
    await until(() => got.length === revision + 1)
  }
  await subscription.stop()
  expect(got.map(event => event.revision)).toEqual(Array.from({ length: 11 }, (_, i) => i))
})

test('when the server goes while a handler works, the handler is not entered again before it is done', async () => {
  await store.append('test-1', 'none', Array.from({ length: 40 }, anEvent))
  const got: number[] = []
  let inside = 0
  let release = () => {}
  const held = new Promise<void>(resolve => { release = resolve })
  const subscription = following(async ({ revision }) => {
    expect(++inside).toBe(1)
    if (revision === 5) await held
    got.push(revision)
    inside--
  })
  await until(() => got.length === 5)
  server.stop()
  await until(() => server.subscriptions() === 0)
  await server.start()
  await appendUntilDone('test-1', 39, [anEvent()])
  expect(got).toHaveLength(5)
  release()
  await until(() => got.length === 41)
  await subscription.stop()
  expect(got).toEqual(Array.from({ length: 41 }, (_, i) => i))
})

test('a subscription can be stopped, and a store closed, while the server is away', async () => {
  const subscription = following(() => {})
  const other = following(() => {})
  await until(() => server.subscriptions() === 2)
  server.stop()
  await until(() => server.subscriptions() === 0)
  await subscription.stop()
  await store.close()
  await other.done
})

const kept = () => ({ id: randomUUID(), type: 'Noted', contentType: 'application/octet-stream', data: new Uint8Array(10), metadata: Buffer.from(JSON.stringify({ version: 1, recordedAt: '2026-11-29T07:00:00.000Z', metadata: {} })) })
