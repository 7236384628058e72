import { describe, expect, test } from '@jest/globals'
import { setImmediate } from 'node:timers/promises'
import { createBell, type Bell } from './bell.ts'
import { EventStoreUnavailable } from './errors.ts'
import type { RecordedEvent } from './event-store.ts'
import { comparePositions, positionOf, sequenceOf, start } from './position.ts'
import { isWanted, readPages, readTogether, tail, type ReadPage } from './tail.ts'

const event = (sequence: number): RecordedEvent =>
  ({ id: '', type: 'Noted', version: 1, metadata: {}, data: new Uint8Array(), stream: 'test', revision: sequence - 1, position: positionOf(sequence), recordedAt: '' })
const until = async (reached: () => boolean) => { while (!reached()) await setImmediate() }

test('positions stand in the order of their numbers, after the start', () => {
  expect(comparePositions(positionOf(9), positionOf(10))).toBeLessThan(0)
  expect(comparePositions(positionOf(10n ** 18n), positionOf(2))).toBeGreaterThan(0)
  expect(comparePositions(positionOf(3), positionOf(3n))).toBe(0)
  expect(comparePositions(start, positionOf(1))).toBeLessThan(0)
  expect(sequenceOf(positionOf(42))).toBe(42n)
  expect(sequenceOf(start)).toBe(0n)
})

test('what is written between the look and the wait is not missed', async () => {
  const log: RecordedEvent[] = []
  const bell = createBell()
  // Only the bell wakes here: a ring that is missed would be missed for ever.
  const bellAlone: Bell = { ...bell, wait: (since, _, signal) => bell.wait(since, 2 ** 31 - 1, signal) }
  const stop = new AbortController()
  const read: ReadPage = after => {
    const events = log.slice(Number(sequenceOf(after)))
    // Written just after this look: the bell rings while nobody waits yet.
    if (log.length < 5) {
      log.push(event(log.length + 1))
      bell.ring()
    }
    return { events, until: events.at(-1)?.position ?? after }
  }
  const got: number[] = []
  const { done } = tail({ read, readNewest: readTogether(read, bellAlone), bell: bellAlone, after: start, signal: stop.signal }, ({ revision }) => {
    got.push(revision)
    if (got.length === 5) stop.abort()
  })
  await done
  expect(got).toEqual([0, 1, 2, 3, 4])
})

test('while the store is away the follower waits; then it goes on from where it was', async () => {
  let away = false
  const log = [event(1)]
  const bell = createBell()
  const stop = new AbortController()
  const read: ReadPage = after => {
    if (away) throw new EventStoreUnavailable('away')
    const events = log.slice(Number(sequenceOf(after)))
    return { events, until: events.at(-1)?.position ?? after }
  }
  const got: number[] = []
  const { done } = tail({ read, readNewest: readTogether(read, bell), bell, after: start, signal: stop.signal }, ({ revision }) => { got.push(revision) })
  await until(() => got.length === 1)
  away = true
  log.push(event(2))
  bell.ring()
  await setImmediate()
  expect(got).toEqual([0])
  away = false
  bell.ring()
  await until(() => got.length === 2)
  stop.abort()
  await done
  expect(got).toEqual([0, 1])
})

test('a page without events still moves on, so a rare filter does not look at the same events again', async () => {
  const looks: string[] = []
  const read: ReadPage = after => {
    looks.push(after)
    const at = Number(sequenceOf(after))
    return { events: at === 2 ? [event(3)] : [], until: positionOf(Math.min(at + 1, 3)) }
  }
  const got: number[] = []
  for await (const { revision } of readPages(read, start, undefined)) got.push(revision)
  expect(got).toEqual([2])
  expect(new Set(looks).size).toBe(looks.length)
})

describe('followers at the end of the log', () => {
  const open = () => {
    const log: RecordedEvent[] = []
    const bell = createBell()
    const looks: string[] = []
    const read: ReadPage = (after, filter, limit) => {
      looks.push(after)
      const events = log.slice(Number(sequenceOf(after)), Number(sequenceOf(after)) + limit).filter(one => filter === undefined || isWanted(one, filter))
      return { events, until: log.at(-1)?.position ?? after }
    }
    const readNewest = readTogether(read, bell)
    const write = (type = 'Noted') => { log.push({ ...event(log.length + 1), type }) }
    return { read, readNewest, bell, looks, write }
  }

  test('read what comes once for all of them, each by its own filter', async () => {
    const { bell, looks, write, ...reading } = open()
    const stop = new AbortController()
    const got = [...Array.from({ length: 5 }, () => ({ types: ['Noted'] })), { types: ['Other'] }].map(filter => {
      const revisions: number[] = []
      const passed: string[] = []
      const { done } = tail({ ...reading, bell, after: start, filter, signal: stop.signal, passed: position => { passed.push(position) } }, ({ revision }) => { revisions.push(revision) })
      return { revisions, passed, done }
    })
    await setImmediate()
    looks.length = 0
    write()
    write('Other')
    bell.ring()
    await until(() => got.every(({ passed }) => passed.length === 1))
    await setImmediate()
    expect(got.map(({ revisions }) => revisions)).toEqual([[0], [0], [0], [0], [0], [1]])
    expect(got.map(({ passed }) => passed)).toEqual(Array.from({ length: 6 }, () => [positionOf(2)]))
    // What came, and that there is nothing after it.
    expect(looks).toEqual([start, positionOf(2)])
    stop.abort()
    await Promise.all(got.map(({ done }) => done))
  })
  test('a page is good until the bell rings', () => {
    const { readNewest, bell, write } = open()
    write()
    expect(readNewest(start, undefined)).toMatchObject({ until: positionOf(1) })
    write()
    expect(readNewest(start, undefined)).toMatchObject({ until: positionOf(1) })
    bell.ring()
    expect(readNewest(start, undefined)).toMatchObject({ until: positionOf(2) })
  })
  test('who waited in vain looks anew, as a ring may have got lost', async () => {
    const { readNewest, bell, write } = open()
    await readNewest(start, undefined)
    write()
    await bell.wait(bell.rings(), 1, new AbortController().signal)
    expect(readNewest(start, undefined)).toMatchObject({ until: positionOf(1) })
  })
  test('a page that could not be read is asked for again', async () => {
    let isAway = true
    const readNewest = readTogether(after => isAway ? Promise.reject(new EventStoreUnavailable('away')) : Promise.resolve({ events: [], until: after }), createBell())
    await expect(readNewest(start, undefined)).rejects.toThrow('away')
    isAway = false
    await expect(readNewest(start, undefined)).resolves.toMatchObject({ events: [] })
  })
})
