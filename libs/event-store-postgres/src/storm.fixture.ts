import { expect } from '@jest/globals'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { comparePositions, type RecordedEvent } from '@samenspel/event-store'
import { openPostgresEventStore } from './index.ts'

/** What a process of the storm says to the test. */
export type StormMessage = 'written' | { readonly acknowledged: string } | { readonly followed: readonly string[] }

type StormProcess = { readonly child: ChildProcess; readonly written: Promise<void>; readonly followed: Promise<readonly string[]> }

/**
 * Several processes append to one store and follow it, at once; one of them may be killed once it acknowledged so many.
 * Fails when anything acknowledged is missing, out of place or there twice, or when followers saw different logs.
 * @returns how many events were written
 */
export const storm = async (url: string, schema: string, { processes, writers, appends, killAfter }: {
  readonly processes: number
  readonly writers: number
  readonly appends: number
  readonly killAfter?: number
}): Promise<number> => {
  const acknowledged: string[] = []
  const start = (name: number): StormProcess => {
    const child = fork(fileURLToPath(new URL('./storm.child.ts', import.meta.url)), [url, schema, String(name), String(writers), String(appends)], {
      execArgv: ['--conditions=@samenspel/source'], env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, NODE_OPTIONS: undefined },
    })
    let own = 0
    // All that it said has arrived by the time its line is closed.
    const ended = new Promise<never>((_, reject) => { child.once('disconnect', () => { reject(new Error('a process ended')) }) })
    const written = new Promise<void>(resolve => child.on('message', (message: StormMessage) => { if (message === 'written') resolve() }))
    const followed = new Promise<readonly string[]>(resolve => child.on('message', (message: StormMessage) => { if (typeof message === 'object' && 'followed' in message) resolve(message.followed) }))
    child.on('message', (message: StormMessage) => {
      if (typeof message !== 'object' || !('acknowledged' in message)) return
      acknowledged.push(message.acknowledged)
      own += 1
      if (name === 0 && own === killAfter) child.kill('SIGKILL')
    })
    // The one that is killed says nothing more, and nobody waits for it.
    const unlessEnded = <Said>(said: Promise<Said>) => {
      const first = Promise.race([said, ended])
      first.catch(() => {})
      return first
    }
    return { child, written: unlessEnded(written), followed: unlessEnded(followed) }
  }
  const all = Array.from({ length: processes }, (_, name) => start(name))
  try {
    const living = killAfter === undefined ? all : all.slice(1)
    if (killAfter !== undefined) await once(all[0]!.child, 'exit')
    await Promise.all(living.map(({ written }) => written))
    for (const { child } of living) child.send('finish')
    const followed = await Promise.all(living.map(process => process.followed))

    const store = await openPostgresEventStore({ url, schema })
    const events = await Array.fromAsync(store.readAll())
    await store.close()
    const stored = events.map(({ id }) => id)
    for (const seen of followed) expect(seen).toEqual(stored)
    expectWhole(events)
    const there = new Set(stored)
    expect(acknowledged.filter(id => !there.has(id))).toEqual([])
    if (killAfter === undefined) expect(acknowledged).toHaveLength(stored.length)
    return stored.length
  } finally {
    for (const { child } of all) child.kill('SIGKILL')
  }
}

/** Positions rise, every id stands once, every stream has each revision once and in order, and nothing refused is there. */
const expectWhole = (events: readonly RecordedEvent[]) => {
  expect(events.every((event, i) => i === 0 || comparePositions(events[i - 1]!.position, event.position) < 0)).toBe(true)
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  expect(events.filter(({ type }) => type === 'Wrong')).toEqual([])
  const next = new Map<string, number>()
  const misplaced = events.filter(({ stream, revision }) => {
    const expected = next.get(stream) ?? 0
    next.set(stream, expected + 1)
    return revision !== expected
  })
  expect(misplaced).toEqual([])
}
