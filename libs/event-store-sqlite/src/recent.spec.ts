import { afterEach, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { positionOf, start, type EventFilter, type NewEvent } from '@samenspel/event-store'
import { openReader } from './reader.ts'
import { openRecent } from './recent.ts'
import { openSqliteEventStore } from './sqlite-event-store.ts'

const event = (type: string): NewEvent => ({ id: randomUUID(), type, version: 1, metadata: { keyId: randomUUID(), count: 1 }, data: Buffer.from(type) })
const some = (count: number): readonly NewEvent[] => Array.from({ length: count }, (_, i) => event(i % 3 === 0 ? 'SpoonTaken' : 'PorridgeRefused'))
const filters: readonly (EventFilter | undefined)[] = [undefined, { types: ['SpoonTaken'] }, { streamPrefix: 'family-' }, { streamPrefix: 'agenda-', types: ['PorridgeRefused'] }, { types: ['NeverWritten'] }]

describe('in a store', () => {
  const folders: string[] = []
  afterEach(() => { for (const folder of folders.splice(0)) rmSync(folder, { recursive: true }) })

  test('what was just written reads as it stands in the file, from every place and with every filter', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'samenspel-recent-'))
    folders.push(folder)
    const file = join(folder, 'events.sqlite')
    const first = openSqliteEventStore({ file })
    await first.append('family-before', 'none', some(3))
    await first.close()
    const store = openSqliteEventStore({ file })
    const again = some(2)
    await store.append('family-a', 'none', again)
    // Many at once share a commit; what was there already is not written, and what can't be isn't either.
    await Promise.allSettled([store.append('agenda-b', 'none', some(4)), store.append('family-a', 'none', again), store.append('family-a', 'none', some(1)), store.append('family-c', 'none', some(1)), store.append('family-a', 1, some(5))])
    const reader = openReader(file)
    for (let from = 0; from <= 15; from += 1) {
      for (const filter of filters) {
        for (const limit of [1, 4, 100]) {
          const found = []
          for await (const one of store.readAll({ after: from === 0 ? start : positionOf(from), limit, ...(filter !== undefined && { filter }) })) found.push({ ...one, data: Buffer.from(one.data).toString() })
          expect(found).toEqual(reader.readPage(from === 0 ? start : positionOf(from), filter, limit).events.map((one) => ({ ...one, data: Buffer.from(one.data).toString() })))
        }
      }
    }
    reader.close()
    await store.close()
  })
})

describe('what is kept', () => {
  const written = (sequence: number, count: number, at: number | undefined = 0) => ({ stream: 'family-a', events: some(count), outcome: { kind: 'written', revision: sequence - 1, sequence, ...(at !== undefined && { at }) } as const })
  const places = (recent: ReturnType<typeof openRecent>, after: number, limit = 100) => recent.readPage(positionOf(after), undefined, limit)?.events.map(({ position }) => Number(position))

  test('begins where it began to listen, and the file is asked for what came before', () => {
    const recent = openRecent()
    expect(recent.readPage(start, undefined, 10)).toBeUndefined()
    recent.learn([written(12, 2), { stream: 'family-a', events: some(1), outcome: { kind: 'conflict', actual: 3 } }, written(13, 1)])
    expect(places(recent, 9)).toBeUndefined()
    expect(places(recent, 10)).toEqual([11, 12, 13])
    expect(recent.readPage(positionOf(13), undefined, 10)).toEqual({ events: [], until: positionOf(13) })
  })

  test('leaves no gap unnoticed', () => {
    const recent = openRecent()
    recent.learn([written(5, 5)])
    recent.learn([written(8, 2)])
    expect(places(recent, 5)).toBeUndefined()
    expect(places(recent, 6)).toEqual([7, 8])
  })

  test('lets go of what is older than its room, and of no more', () => {
    const recent = openRecent(10)
    for (let sequence = 1; sequence <= 100; sequence += 1) {
      recent.learn([written(sequence, 1)])
      expect(places(recent, Math.max(0, sequence - 5))).toEqual(Array.from({ length: Math.min(5, sequence) }, (_, i) => Math.max(0, sequence - 5) + 1 + i))
    }
    expect(places(recent, 80)).toBeUndefined()
  })

  const holding = (sequence: number, data: Uint8Array) => ({ stream: 'family-a', events: [{ ...event('SpoonTaken'), data }], outcome: { kind: 'written', revision: sequence - 1, sequence, at: 0 } } as const)

  test('holds no more bytes than its room, however few hold them, and of one that is larger nothing', () => {
    const recent = openRecent(1_000, 1_000)
    for (let sequence = 1; sequence <= 100; sequence += 1) {
      recent.learn([holding(sequence, Buffer.alloc(100))])
      expect(places(recent, Math.max(0, sequence - 5))).toEqual(Array.from({ length: Math.min(5, sequence) }, (_, i) => Math.max(0, sequence - 5) + 1 + i))
    }
    expect(places(recent, 89)).toBeUndefined()
    recent.learn([holding(101, Buffer.alloc(1_001))])
    expect(places(recent, 100)).toBeUndefined()
    recent.learn([holding(102, Buffer.alloc(1))])
    expect(places(recent, 101)).toEqual([102])
  })

  test('keeps nothing beside its bytes: not the pool from which they were cut', () => {
    const recent = openRecent()
    const pieces = Array.from({ length: 20 }, (_, i) => Buffer.from(`spoon ${i}`))
    recent.learn(pieces.map((piece, i) => holding(i + 1, piece)))
    const kept = recent.readPage(positionOf(0), undefined, 100)!.events.map(({ data }) => data)
    expect(kept.map((data) => Buffer.from(data).toString())).toEqual(pieces.map(String))
    expect(kept.map(({ buffer }) => buffer.byteLength)).toEqual(pieces.map(({ length }) => length))
  })
})
