import { createBell } from '../bell.ts'
import { checkAppend, EventStoreUnavailable, WrongExpectedRevision } from '../errors.ts'
import type { EventStore, RecordedEvent } from '../event-store.ts'
import { positionOf, sequenceOf, start } from '../position.ts'
import { isWanted, readPages, readTogether, tail, type ReadPage } from '../tail.ts'

/** The whole port in memory, for tests of what stands above it. Keeps every promise but durability. */
export const openMemoryEventStore = (): EventStore => {
  const log: RecordedEvent[] = []
  const bell = createBell()
  const closing = new AbortController()
  const subscriptions = new Set<Promise<void>>()

  const ensureOpen = () => { if (closing.signal.aborted) throw new EventStoreUnavailable('the store is closed') }
  const of = (stream: string) => log.filter(event => event.stream === stream)
  const read: ReadPage = (after, filter, limit) => {
    ensureOpen()
    const events = log.slice(Number(sequenceOf(after))).filter(event => isWanted(event, filter ?? {})).slice(0, limit)
    return { events, until: (events.length === limit ? events : log).at(-1)?.position ?? start }
  }
  const readNewest = readTogether(read, bell)

  return {
    append: async (stream, expected, events) => {
      ensureOpen()
      await Promise.resolve()
      checkAppend(stream, events)
      const before = of(stream)
      const last = before.length - 1
      const wanted = expected === 'none' ? -1 : expected === 'any' ? last : expected
      if (wanted !== last) {
        const there = before.slice(wanted + 1, wanted + 1 + events.length)
        if (there.length === events.length && there.every((event, i) => event.id === events[i]!.id)) return { revision: wanted + events.length, position: there.at(-1)!.position }
        throw new WrongExpectedRevision(stream, expected, last === -1 ? 'none' : last)
      }
      for (const [i, event] of events.entries()) {
        log.push({ ...event, data: event.data.slice(), stream, revision: last + 1 + i, position: positionOf(log.length + 1), recordedAt: Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }) })
      }
      bell.ring()
      return { revision: last + events.length, position: positionOf(log.length) }
    },
    readStream: async function* (stream, { from, direction = 'forwards', limit = Infinity } = {}) {
      await Promise.resolve()
      ensureOpen()
      const events = direction === 'forwards' ? of(stream).slice(from ?? 0) : of(stream).slice(0, from === undefined ? undefined : from + 1).reverse()
      yield* events.slice(0, limit)
    },
    readAll: ({ after = start, filter, limit } = {}) => readPages(read, after, filter, limit),
    subscribe: ({ after = start, signal, ...asked }, handle) => {
      ensureOpen()
      const { done } = tail({ read, readNewest, bell, after, ...asked, signal: AbortSignal.any([signal, closing.signal]) }, handle)
      subscriptions.add(done)
      done.then(() => subscriptions.delete(done), () => subscriptions.delete(done))
      return { done }
    },
    lastPosition: async () => {
      await Promise.resolve()
      ensureOpen()
      return log.at(-1)?.position ?? start
    },
    knownEnd: stream => of(stream).length - 1,
    close: async () => {
      closing.abort()
      await Promise.allSettled(subscriptions)
    },
  }
}
