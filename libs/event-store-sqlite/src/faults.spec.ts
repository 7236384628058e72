import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { EventStoreUnavailable, positionOf, start, WrongExpectedRevision, type Appended, type EventStore, type NewEvent } from '@samenspel/event-store'
import { openSqliteEventStore } from './index.ts'
import { readMark } from './mark.ts'
import { openReader } from './reader.ts'
import { prepareFile } from './schema.ts'
import { openWriter } from './writer.ts'

const anEvent = (bytes = 100): NewEvent => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data: new Uint8Array(bytes) })
const idsOf = async (store: EventStore) => (await Array.fromAsync(store.readAll())).map(({ id }) => id)

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'event-store-faults-')) })
afterAll(() => { rmSync(folder, { recursive: true }) })
afterEach(() => { jest.restoreAllMocks() })

/** Random, and the same each time. */
const shuffled = <One>(all: readonly One[], seed: number): readonly One[] => {
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
  return all.map(one => ({ one, place: random() })).sort((a, b) => a.place - b.place).map(({ one }) => one)
}

describe('before an append is answered', () => {
  test('its commit has waited for the disk: the connection that writes syncs the write-ahead log at each commit', () => {
    const file = join(folder, 'synced.sqlite')
    prepareFile(file)
    const exec = jest.spyOn(DatabaseSync.prototype, 'exec')
    const writer = openWriter({ file, keepsOtherLog: false })
    const connection = exec.mock.contexts[0] as DatabaseSync
    expect(connection.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    expect(connection.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    writer.close()
  })

  test('and a store that is closed under load has answered all that was asked', async () => {
    const file = join(folder, 'closing.sqlite')
    const store = openSqliteEventStore({ file })
    const asked = Array.from({ length: 300 }, anEvent.bind(undefined, 600))
    const answers = asked.map((event, i) => store.append(`test-${i}`, 'none', [event]))
    await store.close()
    expect(await Promise.all(answers)).toHaveLength(300)
    const reopened = openSqliteEventStore({ file })
    expect(new Set(await idsOf(reopened))).toEqual(new Set(asked.map(({ id }) => id)))
    await reopened.close()
  })
})

describe('clients that lose answers', () => {
  type Ask = { readonly stream: string; readonly expected: 'none' | number; readonly events: readonly NewEvent[] }
  const asks: readonly Ask[] = ['test-a', 'test-b', 'test-c'].flatMap(stream => Array.from({ length: 20 }, (_, i) => ({ stream, expected: i === 0 ? 'none' as const : 2 * i - 1, events: [anEvent(), anEvent()] })))

  test('and ask twice, late, at once and in another order get each thing done once, in order, with the same answer', async () => {
    const store = openSqliteEventStore({ file: join(folder, 'retries.sqlite') })
    /** As a client that was too early: asks until what comes before is there. */
    const persist = async ({ stream, expected, events }: Ask): Promise<Appended> => {
      for (;;) {
        try {
          return await store.append(stream, expected, events)
        } catch (error) {
          if (!(error instanceof WrongExpectedRevision)) throw error
        }
      }
    }
    const first = new Map<Ask, Appended>()
    await Promise.all(shuffled(asks, 3).map(async ask => { first.set(ask, await persist(ask)) }))
    for (const seed of [5, 7]) {
      await Promise.all(shuffled([...asks, ...asks], seed).map(async ask => {
        expect(await store.append(ask.stream, ask.expected, ask.events)).toEqual(first.get(ask))
      }))
    }
    for (const stream of ['test-a', 'test-b', 'test-c']) {
      const events = await Array.fromAsync(store.readStream(stream))
      expect(events.map(({ id }) => id)).toEqual(asks.filter(ask => ask.stream === stream).flatMap(ask => ask.events.map(({ id }) => id)))
    }
    await store.close()
  })
})

describe('a clock that jumps', () => {
  test('changes what is told of the time, and nothing of the order', () => {
    const file = join(folder, 'clock.sqlite')
    prepareFile(file)
    const writer = openWriter({ file, keepsOtherLog: false })
    const times = ['2026-10-25T00:30:00.000Z', '2026-10-24T23:30:00.000Z', '2026-10-26T00:30:00.000Z', '1970-01-01T00:00:00.000Z']
    for (const time of times) {
      jest.spyOn(Temporal.Now, 'instant').mockReturnValue(Temporal.Instant.from(time))
      writer.write({ requests: [{ stream: 'test-1', expected: 'any', events: [{ ...anEvent(), metadata: '{}' }] }] })
    }
    writer.close()
    const reader = openReader(file)
    const { events } = reader.readPage(start, undefined, 10) as { events: readonly { position: string; revision: number; recordedAt: string }[] }
    reader.close()
    expect(events.map(({ position, revision, recordedAt }) => [position, revision, recordedAt])).toEqual(times.map((time, i) => [positionOf(i + 1), i, time]))
  })
})

const startWriting = (file: string, ulimit = 'unlimited') => spawn('sh', ['-c', `ulimit -f ${ulimit}; exec "$0" "$@"`, process.execPath, '--conditions=@samenspel/source', fileURLToPath(new URL('./testing/writing.child.ts', import.meta.url)), file], {
  stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '', FORCE_COLOR: undefined, NO_COLOR: undefined },
})

describe('processes that start on one file at the same time', () => {
  test('are let in one at a time, and what each acknowledged is there', async () => {
    const file = join(folder, 'fought-for.sqlite')
    const acknowledged: string[] = []
    for (let round = 0; round < 2; round++) {
      const children = Array.from({ length: 3 }, () => startWriting(file))
      const inside: number[] = []
      const endings = children.map(async (child, i) => {
        let said = ''
        child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString() })
        createInterface({ input: child.stdout }).on('line', id => {
          if (!inside.includes(i)) inside.push(i)
          if (id.length === 36) acknowledged.push(id)
        })
        await once(child, 'close')
        return said
      })
      // Two are refused and end by themselves; only then is the third killed.
      let ended = 0
      await new Promise<void>(resolve => {
        const look = () => { if (ended === 2 && inside.length === 1) resolve() }
        for (const child of children) {
          child.once('close', () => { ended++; look() })
          child.stdout.on('data', look)
        }
      })
      children.forEach(child => child.kill('SIGKILL'))
      const said = await Promise.all(endings)
      expect(inside).toHaveLength(1)
      expect(said.filter(text => text.includes('StoreInUse'))).toHaveLength(2)
    }
    const store = openSqliteEventStore({ file })
    const ids = new Set(await idsOf(store))
    await store.close()
    expect(store.loss).toBeUndefined()
    expect(acknowledged.filter(id => !ids.has(id))).toEqual([])
  })
})

describe('a disk that takes no more', () => {
  // A limit of the system on the size of a file stands for a failing disk: everybody can set it.
  test('because a write failed: nothing more is acknowledged, reading goes on, a new start finds all that was', async () => {
    const file = join(folder, 'limited.sqlite')
    const child = startWriting(file, '1000')
    const lines = await Array.fromAsync(createInterface({ input: child.stdout }))
    const acknowledged = lines.slice(0, -1)
    expect(lines.at(-1)).toMatch(/^refused EventStoreUnavailable writable false read \d+$/)
    const store = openSqliteEventStore({ file })
    const ids = new Set(await idsOf(store))
    expect(acknowledged.length).toBeGreaterThan(16)
    expect(acknowledged.filter(id => !ids.has(id))).toEqual([])
    await store.append('test-1', 'none', [anEvent()])
    await store.close()
    expect(store.loss).toBeUndefined()
  })

  const mount = join(tmpdir(), `event-store-full-${process.pid}`)
  const mounted = (() => {
    mkdirSync(mount)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mount], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })()
  afterAll(() => {
    if (mounted) execFileSync('umount', ['-l', mount])
    rmSync(mount, { recursive: true })
  })

  const full = 'because it is full: appends are refused, reading goes on, and writing resumes by itself once there is room'
  if (!mounted) test.skip(`${full} (not here: only who may mount can have a small disk)`, () => undefined)
  else test(full, async () => {
    const file = join(mount, 'events.sqlite')
    const ballast = join(mount, 'ballast')
    writeFileSync(ballast, new Uint8Array(800_000))
    const store = openSqliteEventStore({ file })
    const written: string[] = []
    const fill = async () => {
      for (;;) {
        const event = anEvent(20_000)
        await store.append(`test-${written.length}`, 'none', [event])
        written.push(event.id)
      }
    }
    await expect(fill()).rejects.toBeInstanceOf(EventStoreUnavailable)
    expect(written.length).toBeGreaterThan(3)
    expect(await idsOf(store)).toEqual(written)
    expect(readMark(file)).toBe(written.length)
    await expect(store.append('test-large', 'none', [anEvent(400_000)])).rejects.toBeInstanceOf(EventStoreUnavailable)
    expect(store.isWritable()).toBe(true)
    rmSync(ballast)
    const event = anEvent(20_000)
    await store.append('test-after', 'none', [event])
    await store.close()
    const reopened = openSqliteEventStore({ file })
    expect(reopened.loss).toBeUndefined()
    expect(await idsOf(reopened)).toEqual([...written, event.id])
    await reopened.close()
  })
})
