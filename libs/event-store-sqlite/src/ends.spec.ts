import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewEvent } from '@samenspel/event-store'
import { openEnds } from './ends.ts'
import { openSqliteEventStore, type SqliteEventStore } from './index.ts'

const anEvent = (): NewEvent => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data: new Uint8Array(10) })

let folder: string
let store: SqliteEventStore
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'event-store-'))
  store = openSqliteEventStore({ file: join(folder, 'events.sqlite') })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

test('an end that was seen is known until the next is written; a part of a stream says nothing of its end', async () => {
  expect(store.knownEnd?.('test-1')).toBeUndefined()
  await store.append('test-1', 'none', [anEvent(), anEvent(), anEvent()])
  expect(store.knownEnd?.('test-1')).toBe(2)
  await store.close()
  store = openSqliteEventStore({ file: join(folder, 'events.sqlite') })
  await Array.fromAsync(store.readStream('test-1', { limit: 2 }))
  await Array.fromAsync(store.readAll())
  expect(store.knownEnd?.('test-1')).toBeUndefined()
  await Array.fromAsync(store.readStream('test-1', { from: 3 }))
  expect(store.knownEnd?.('test-1')).toBe(2)
  await Array.fromAsync(store.readStream('test-2'))
  expect(store.knownEnd?.('test-2')).toBe(-1)
  await expect(store.append('test-2', 5, [anEvent()])).rejects.toMatchObject({ actual: 'none' })
  expect(store.knownEnd?.('test-2')).toBe(-1)
  await store.append('test-2', 'any', [anEvent()])
  expect(store.knownEnd?.('test-2')).toBe(0)
})
test('who is handed an event of which the writer still waits for its answer finds the end moved on', async () => {
  await Array.fromAsync(store.readStream('test-3'))
  const stop = new AbortController()
  const seen: unknown[] = []
  // Nothing rings for it: it is found by looking, perhaps before the answer.
  const { done } = store.subscribe({ filter: { streamPrefix: 'test-3' }, signal: stop.signal }, ({ stream, revision }) => {
    seen.push([revision, store.knownEnd?.(stream)])
    if (seen.length === 20) stop.abort()
  })
  for (let i = 0; i < 20; i++) void store.append('test-3', 'any', [anEvent()])
  await done
  expect(seen.map(one => (one as number[])[0])).toEqual(Array.from({ length: 20 }, (_, i) => i))
  expect(seen.every(one => (one as number[])[1]! >= (one as number[])[0]!)).toBe(true)
})
test('what is told late takes nothing back, and no more are known than there is room for', () => {
  const ends = openEnds(2)
  ends.pass('a', 7)
  expect(ends.of('a')).toBeUndefined()
  ends.learn('a', 3)
  ends.learn('a', 2)
  ends.pass('a', 1)
  expect(ends.of('a')).toBe(3)
  ends.pass('a', 4)
  expect(ends.of('a')).toBe(4)
  ends.learn('b', 0)
  ends.learn('c', 0)
  expect([ends.of('a'), ends.of('b'), ends.of('c')]).toEqual([undefined, 0, 0])
})
