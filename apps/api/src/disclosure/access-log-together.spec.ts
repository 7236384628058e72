import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFileKeyManagement, openSqliteKeyStore, type KeyStore } from '@samenspel/event-codec'
import type { EventStore } from '@samenspel/event-store'
import { openMemoryEventStore } from '@samenspel/event-store/testing'
import { openAccessLog, type AccessLog, type LogLine } from './access-log.ts'

const family = randomUUID()
const aLine = (operation: string): LogLine => ({
  id: randomUUID(), at: '2026-11-24T09:00:00.000Z', by: { person: randomUUID(), role: 'professional' }, action: 'read', operation, subject: { kind: 'case' }, category: 'social',
  outcome: 'done', policies: [], consents: [], emergency: false, accessPoint: 'desk',
})

let folder: string
let keys: KeyStore
let store: EventStore
/** How many lines each append had, and what the next ones wait for. */
let appended: number[]
let before: () => Promise<void>
let log: AccessLog
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'access-log-'))
  mkdirSync(join(folder, 'data'))
  keys = await openSqliteKeyStore({ file: join(folder, 'data/keys.sqlite'), kms: openFileKeyManagement({ file: join(folder, 'master.key'), dataFolder: join(folder, 'data') }) })
  store = openMemoryEventStore()
  appended = []
  before = () => Promise.resolve()
  const counting: EventStore = { ...store, append: async (...asked) => { appended.push(asked[2].length); await before(); return store.append(...asked) } }
  log = openAccessLog(counting, keys)
})
afterEach(async () => {
  await store.close()
  await keys.close()
  rmSync(folder, { recursive: true })
})
const operations = async (of = family) => (await log.read(of)).map(({ operation }) => operation)

test('lines that come while others are written go together in one append, in the order in which they came', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  before = () => promise
  const first = log.write(family, [aLine('1')])
  while (appended.length === 0) await Promise.resolve()
  const others = ['2', '3', '4'].map((operation) => log.write(family, [aLine(operation), aLine(`${operation}b`)]))
  const another = log.write(randomUUID(), [aLine('elsewhere')])
  resolve()
  await Promise.all([first, ...others, another])
  expect(appended.toSorted()).toEqual([1, 1, 6])
  expect(await operations()).toEqual(['1', '2', '2b', '3', '3b', '4', '4b'])
})
test('each is answered once its own lines are there, and no sooner', async () => {
  const holds = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  before = () => holds[appended.length - 1]?.promise ?? Promise.resolve()
  const answered: string[] = []
  const writing = ['1', '2', '3'].map(async (operation, i) => {
    if (i > 0) while (appended.length === 0) await Promise.resolve()
    await log.write(family, [aLine(operation)])
    answered.push(operation)
    expect(await operations()).toContain(operation)
  })
  while (appended.length === 0) await Promise.resolve()
  holds[0]!.resolve()
  await writing[0]
  expect(answered).toEqual(['1'])
  holds[1]!.resolve()
  await Promise.all(writing)
  expect(appended).toEqual([1, 2])
})
test('what can not be written fails for all whose lines it held, and for nobody else', async () => {
  await log.write(family, [aLine('0')])
  const { promise, reject } = Promise.withResolvers<void>()
  before = () => appended.length === 2 ? promise : Promise.resolve()
  const first = log.write(family, [aLine('1')])
  while (appended.length === 1) await Promise.resolve()
  const next = log.write(family, [aLine('2')])
  reject(new Error('the disk is full'))
  await expect(first).rejects.toThrow('the disk is full')
  await next
  before = () => Promise.reject(new Error('the disk is full'))
  const both = [log.write(family, [aLine('3')]), log.write(family, [aLine('4')])]
  for (const one of both) await expect(one).rejects.toThrow('the disk is full')
  before = () => Promise.resolve()
  await log.write(family, [aLine('5')])
  expect(await operations()).toEqual(['0', '2', '5'])
})
test('where another process wrote in between, they come after its own', async () => {
  const elsewhere = openAccessLog(store, keys)
  await log.write(family, [aLine('1')])
  await elsewhere.write(family, [aLine('theirs')])
  await Promise.all([log.write(family, [aLine('2')]), log.write(family, [aLine('3')])])
  expect(await operations()).toEqual(['1', 'theirs', '2', '3'])
})

test('where logs end is remembered of those that were written last; of others the store is asked, also while they are being written', async () => {
  const asked: string[] = []
  const counting: EventStore = { ...store, readStream: (stream, how) => { if (how?.direction === 'backwards') asked.push(stream.slice('access-'.length)); return store.readStream(stream, how) } }
  const few = openAccessLog(counting, keys, undefined, 2)
  const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()]
  const asksFor = async (of: string) => {
    asked.length = 0
    await few.write(of, [aLine('one')])
    return asked.includes(of)
  }
  expect([await asksFor(a), await asksFor(b), await asksFor(a), await asksFor(c), await asksFor(a), await asksFor(b)]).toEqual([true, true, false, true, false, true])
  // More are written at once than are remembered.
  await Promise.all([a, b, c, a, b, c].map((of) => few.write(of, [aLine('at once')])))
  expect(await Promise.all([a, b, c].map(async (of) => (await few.read(of)).map(({ operation }) => operation)))).toEqual([
    ['one', 'one', 'one', 'at once', 'at once'], ['one', 'one', 'at once', 'at once'], ['one', 'at once', 'at once'],
  ])
})
