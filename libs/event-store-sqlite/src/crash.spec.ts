import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { openSqliteEventStore, StoreInUse } from './index.ts'

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'event-store-crash-')) })
afterAll(() => { rmSync(folder, { recursive: true }) })

const startWriting = (file: string) => spawn(process.execPath, ['--conditions=@samenspel/source', fileURLToPath(new URL('./testing/writing.child.ts', import.meta.url)), file], { stdio: ['ignore', 'pipe', 'inherit'] })

/** Kills the process once it acknowledged so many events; gives the ids of all that it acknowledged. */
const acknowledgedUntilKilled = async (file: string, count: number): Promise<string[]> => {
  const child = startWriting(file)
  const acknowledged: string[] = []
  for await (const id of createInterface({ input: child.stdout })) {
    acknowledged.push(id)
    if (acknowledged.length === count) child.kill('SIGKILL')
  }
  return acknowledged.filter(id => id.length === 36)
}

test('killed under load five times: nothing acknowledged is lost, and every stream is whole', async () => {
  const file = join(folder, 'killed.sqlite')
  const acknowledged: string[] = []
  for (let round = 1; round <= 5; round++) {
    acknowledged.push(...await acknowledgedUntilKilled(file, 300 * round))
    const store = openSqliteEventStore({ file })
    const events = await Array.fromAsync(store.readAll())
    await store.close()
    expect(store.loss).toBeUndefined()
    const ids = new Set(events.map(({ id }) => id))
    expect(acknowledged.filter(id => !ids.has(id))).toEqual([])
    const next = new Map<string, number>()
    for (const { stream, revision } of events) {
      expect(revision).toBe(next.get(stream) ?? 0)
      next.set(stream, revision + 1)
    }
    // Two events were asked for at a time: none stands half.
    expect([...next.values()].every(count => count % 2 === 0)).toBe(true)
    const database = new DatabaseSync(file)
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    database.close()
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(4_500)
}, 60_000)

test('a second process is refused while the first runs, and let in once that was killed', async () => {
  const file = join(folder, 'shared.sqlite')
  const child = startWriting(file)
  await once(child.stdout, 'data')
  expect(() => openSqliteEventStore({ file })).toThrow(StoreInUse)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await openSqliteEventStore({ file }).close()
}, 60_000)
