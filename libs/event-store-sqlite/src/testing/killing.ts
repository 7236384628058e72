/** Kills a process that writes, again and again, and looks each time at what is there. */
import { expect } from '@jest/globals'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { openSqliteEventStore } from '../index.ts'

/** What Node compiled of sources is kept for the next process. */
const compiled = fileURLToPath(new URL('../../../../node_modules/.cache/samenspel-compiled', import.meta.url))

/** A process that appends from many writers until it is killed. */
export const startWriting = (file: string) => spawn(process.execPath, ['--conditions=@samenspel/source', fileURLToPath(new URL('./writing.child.ts', import.meta.url)), file], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: compiled } })

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

/**
 * @param rounds how often it is killed
 * @param each how many events a round acknowledges at least before it is
 */
export const killUnderLoad = async (file: string, rounds: number, each: number): Promise<void> => {
  const acknowledged: string[] = []
  for (let round = 1; round <= rounds; round++) {
    acknowledged.push(...await acknowledgedUntilKilled(file, each))
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
  expect(acknowledged.length).toBeGreaterThanOrEqual(rounds * each)
}
