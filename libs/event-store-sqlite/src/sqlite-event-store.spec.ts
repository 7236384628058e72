import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { eventStoreContract } from '@samenspel/event-store/testing'
import { positionOf, start, type NewEvent } from '@samenspel/event-store'
import { openSqliteEventStore, openSqliteLog, StoreInUse, StoreTooNew } from './index.ts'
import { openReader } from './reader.ts'

const aFolder = () => mkdtempSync(join(tmpdir(), 'event-store-'))
const anEvent = (): NewEvent => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data: new Uint8Array(10) })

eventStoreContract('sqlite', () => {
  const folder = aFolder()
  const file = join(folder, 'events.sqlite')
  const store = openSqliteEventStore({ file })
  return Promise.resolve({
    store,
    reopen: async () => {
      await store.close()
      return openSqliteEventStore({ file })
    },
    dispose: () => Promise.resolve(rmSync(folder, { recursive: true })),
  })
}, { outage: 'it has no server; a killed process is in crash.spec.ts', loseNextAnswer: 'no line lies between asking and writing' })

test('a rare event is looked for in turns, so that nobody else waits until the whole log was gone through', async () => {
  const folder = aFolder()
  const file = join(folder, 'events.sqlite')
  const store = openSqliteEventStore({ file })
  await store.append('test-1', 'none', Array.from({ length: 10_500 }, anEvent))
  await store.append('test-1', 10_499, [{ ...anEvent(), type: 'Rare' }])
  const reader = openReader(file)
  const first = reader.readPage(start, { types: ['Rare'] }, 10)
  expect(first).toEqual({ events: [], until: positionOf(10_000) })
  expect(reader.readPage(first.until, { types: ['Rare'] }, 10)).toMatchObject({ events: [{ revision: 10_500 }], until: positionOf(10_501) })
  expect((await Array.fromAsync(store.readAll({ filter: { types: ['Rare'] } }))).map(({ revision }) => revision)).toEqual([10_500])
  reader.close()
  await store.close()
  rmSync(folder, { recursive: true })
})

test('while a commit waits for the disk, everything else goes on', async () => {
  const folder = aFolder()
  const file = join(folder, 'events.sqlite')
  const store = openSqliteEventStore({ file })
  await store.append('test-1', 'none', [anEvent()])
  // Stands for a slow disk: until it lets go, no commit gets through.
  const other = new DatabaseSync(file)
  other.exec('BEGIN IMMEDIATE')
  let written = false
  const appending = store.append('test-1', 0, [anEvent()]).then(() => { written = true })
  for (let turn = 0; turn < 100; turn++) await setImmediate()
  expect(await Array.fromAsync(store.readStream('test-1'))).toHaveLength(1)
  expect(written).toBe(false)
  other.exec('ROLLBACK')
  other.close()
  await appending
  await store.close()
  rmSync(folder, { recursive: true })
})

test('what the database itself refuses does not harm the others of its group', async () => {
  const folder = aFolder()
  const store = openSqliteEventStore({ file: join(folder, 'events.sqlite') })
  const all = await Promise.allSettled([
    store.append('test-1', 'none', [anEvent()]),
    store.append('test-2', 'none', [anEvent(), { ...anEvent(), version: 1.5 }]),
    store.append('test-3', 'none', [anEvent()]),
  ])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((await Array.fromAsync(store.readAll())).map(({ stream }) => stream)).toEqual(['test-1', 'test-3'])
  await store.close()
  rmSync(folder, { recursive: true })
})

describe('the file', () => {
  let folder: string
  beforeAll(() => { folder = aFolder() })
  afterAll(() => { rmSync(folder, { recursive: true }) })

  test('is open in one place only, and free again after a close', async () => {
    const file = join(folder, 'one.sqlite')
    const store = openSqliteEventStore({ file })
    expect(() => openSqliteEventStore({ file })).toThrow(StoreInUse)
    await store.close()
    await openSqliteEventStore({ file }).close()
  })

  test('of a newer program is refused, and left as it is', () => {
    const file = join(folder, 'newer.sqlite')
    const newer = new DatabaseSync(file)
    newer.exec('PRAGMA user_version = 2; CREATE TABLE something (id TEXT)')
    newer.close()
    expect(() => openSqliteEventStore({ file })).toThrow(StoreTooNew)
    expect(() => openSqliteEventStore({ file })).toThrow(/form 2/)
  })

  test('after a close everything is in the one file, which can be copied', async () => {
    const file = join(folder, 'closed.sqlite')
    const store = openSqliteEventStore({ file })
    await store.append('test-1', 'none', [anEvent()])
    await store.close()
    expect(readdirSync(folder).filter(name => name.startsWith('closed'))).toEqual(['closed.sqlite', 'closed.sqlite.lock', 'closed.sqlite.mark'])
    const copy = join(folder, 'copy.sqlite')
    copyFileSync(file, copy)
    const opened = openSqliteEventStore({ file: copy })
    expect(await Array.fromAsync(opened.readStream('test-1'))).toHaveLength(1)
    await opened.close()
  })
})

test('who only looks reads beside the process that writes, without the lock and without writing', async () => {
  const folder = aFolder()
  const file = join(folder, 'events.sqlite')
  const store = openSqliteEventStore({ file })
  await store.append('test-1', 'none', [anEvent(), anEvent()])
  const log = openSqliteLog({ file })
  const revisions = async () => (await Array.fromAsync(log.readAll())).map(({ revision }) => revision)
  expect(await revisions()).toEqual([0, 1])
  const { position } = await store.append('test-1', 1, [anEvent()])
  expect(await revisions()).toEqual([0, 1, 2])
  expect(await log.lastPosition()).toBe(position)
  await store.close()
  log.close()
  const alone = openSqliteLog({ file })
  expect(await Array.fromAsync(alone.readAll({ after: position }))).toEqual([])
  alone.close()
  expect(() => openSqliteLog({ file: join(folder, 'none.sqlite') })).toThrow()
  expect(readdirSync(folder).filter(name => name.startsWith('none'))).toEqual([])
  rmSync(folder, { recursive: true })
})

test('moments read as they were written, around midnight and before 1970 too', async () => {
  const folder = aFolder()
  const file = join(folder, 'events.sqlite')
  const store = openSqliteEventStore({ file })
  const moments = ['2027-02-28T23:59:59.999Z', '2027-03-01T00:00:00.000Z', '2027-03-01T09:05:07.045Z', '2027-02-28T10:00:00.100Z', '1969-12-31T23:59:59.001Z']
  await store.append('test-1', 'none', moments.map(anEvent))
  await store.close()
  const database = new DatabaseSync(file)
  for (const [i, moment] of moments.entries()) database.prepare('update event set recorded_at = ? where revision = ?').run(Temporal.Instant.from(moment).epochMilliseconds, i)
  database.close()
  const log = openSqliteLog({ file })
  expect((await Array.fromAsync(log.readAll())).map(({ recordedAt }) => recordedAt)).toEqual(moments)
  log.close()
  rmSync(folder, { recursive: true })
})
