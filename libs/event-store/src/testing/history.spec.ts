import { describe, expect, test } from '@jest/globals'
import { setImmediate } from 'node:timers/promises'
import { EventStoreUnavailable } from '../errors.ts'
import type { EventStore } from '../event-store.ts'
import { isLinearizable, recordHistory, type Operation } from './history.ts'
import { openMemoryEventStore } from './memory-event-store.ts'

const append = (client: number, began: number, ended: number, expected: number | 'none' | 'any', ids: readonly string[], answer: Operation['answer']): Operation =>
  ({ client, began, ended, asked: { kind: 'append', expected, ids }, answer })
const read = (client: number, began: number, ended: number, ids: readonly string[]): Operation => ({ client, began, ended, asked: { kind: 'read' }, answer: { kind: 'read', ids } })
const written = (revision: number) => ({ kind: 'written', revision }) as const
const refused = (actual: number | 'none') => ({ kind: 'refused', actual }) as const
const unknown = { kind: 'unknown' } as const

describe('a history that one order explains', () => {
  test.each<[string, readonly Operation[], readonly string[]]>([
    ['a read beside an append sees it', [append(1, 1, 4, 'none', ['a'], written(0)), read(2, 2, 3, ['a'])], ['a']],
    ['or not', [append(1, 1, 4, 'none', ['a'], written(0)), read(2, 2, 3, [])], ['a']],
    ['two at once, the one that began later first', [append(1, 1, 4, 'none', ['a'], refused(0)), append(2, 2, 3, 'none', ['b'], written(0))], ['b']],
    ['the same again', [append(1, 1, 2, 'none', ['a'], written(0)), append(2, 3, 4, 'any', ['b'], written(1)), append(1, 5, 6, 'none', ['a'], written(0))], ['a', 'b']],
    ['no answer, and done long after', [append(1, 1, 2, 'none', ['a'], unknown), read(1, 3, 4, []), read(2, 5, 6, ['a'])], ['a']],
    ['no answer, and never done', [append(1, 1, 2, 'none', ['a'], unknown), read(1, 3, 4, [])], []],
  ])('%s', (_, operations, log) => { expect(isLinearizable({ operations, log })).toBe(true) })
})

describe('a history that no order explains', () => {
  test.each<[string, readonly Operation[], readonly string[]]>([
    ['an acknowledged event is lost', [append(1, 1, 2, 'none', ['a'], written(0))], []],
    ['two are written at one place', [append(1, 1, 4, 'none', ['a'], written(0)), append(2, 2, 3, 'none', ['b'], written(0))], ['a', 'b']],
    ['a read after the answer does not see it', [append(1, 1, 2, 'none', ['a'], written(0)), read(2, 3, 4, [])], ['a']],
    ['a read sees less than one that was over before it began', [append(1, 1, 8, 'none', ['a'], written(0)), read(2, 2, 3, ['a']), read(2, 4, 5, [])], ['a']],
    ['what was refused is there', [append(1, 1, 2, 'none', ['a'], written(0)), append(2, 3, 4, 'none', ['b'], refused(0))], ['a', 'b']],
    ['a refusal tells an end that never was', [append(1, 1, 2, 'none', ['a'], written(0)), append(2, 3, 4, 'none', ['b'], refused(3))], ['a']],
    ['the same again is written twice', [append(1, 1, 2, 'none', ['a'], written(0)), append(1, 3, 4, 'none', ['a'], written(0))], ['a', 'a']],
    ['the same again is refused', [append(1, 1, 2, 'none', ['a'], written(0)), append(1, 3, 4, 'none', ['a'], refused(0))], ['a']],
    ['half of an append is there', [append(1, 1, 2, 'none', ['a', 'b'], unknown)], ['a']],
  ])('%s', (_, operations, log) => { expect(isLinearizable({ operations, log })).toBe(false) })
})

describe('a broken store is found out by what its clients are told:', () => {
  const brokenBy = (how: (store: EventStore) => Partial<EventStore>): EventStore => {
    const store = openMemoryEventStore()
    return { ...store, ...how(store) }
  }
  const ids = (stream: AsyncIterable<{ readonly id: string }>) => Array.fromAsync(stream, ({ id }) => id)
  test.each<[string, (store: EventStore) => Partial<EventStore>]>([
    ['it looks where a stream ends, and writes later', store => ({
      append: async (stream, expected, events) => {
        const { length } = await ids(store.readStream(stream))
        if (expected !== 'any' && (expected === 'none' ? 0 : expected + 1) !== length) return store.append(stream, expected, events)
        await setImmediate()
        return store.append(stream, 'any', events)
      },
    })],
    ['it answers before it has written', store => ({
      append: async (stream, expected, events) => {
        const { length } = await ids(store.readStream(stream))
        if ((expected === 'none' ? 0 : expected === 'any' ? length : expected + 1) !== length) return store.append(stream, expected, events)
        void setImmediate().then(() => store.append(stream, expected, events)).catch(() => undefined)
        return { revision: length + events.length - 1, position: '' }
      },
    })],
    ['it reads from a copy that lags behind', store => {
      let reads = 0
      return {
        readStream: async function* (stream, options) {
          const events = await Array.fromAsync(store.readStream(stream, options))
          yield* ++reads % 5 === 0 ? events.slice(0, -3) : events
        },
      }
    }],
    ['it says that it could not be reached, and writes twice when asked again', store => {
      let appends = 0
      return {
        append: async (stream, expected, events) => {
          if (++appends % 6 !== 0) return store.append(stream, expected, events)
          await store.append(stream, 'any', events)
          await store.append(stream, 'any', events)
          throw new EventStoreUnavailable('gone')
        },
      }
    }],
  ])('%s', async (_, how) => {
    const histories = await Promise.all([1, 2, 3].map(seed => recordHistory(brokenBy(how), 'test-1', { clients: 6, each: 20, seed })))
    expect(histories.every(isLinearizable)).toBe(false)
  })
})
