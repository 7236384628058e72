import { setImmediate } from 'node:timers/promises'
import type { Bell } from './bell.ts'
import { eachOf } from './each-of.ts'
import { EventStoreUnavailable } from './errors.ts'
import type { EventStore, RecordedEvent, Revision, StreamName } from './event-store.ts'
import { start, type Position } from './position.ts'
import { readPages, readTogether, tail, type ReadPage } from './tail.ts'

/** Where an adapter reads from: some events at a time. */
export type PagedReader = {
  readonly readPage: ReadPage
  /** Some events of one stream: from a revision on, upwards or downwards. */
  readonly readStreamPage: (stream: StreamName, from: Revision, direction: 'forwards' | 'backwards', limit: number) => readonly RecordedEvent[] | Promise<readonly RecordedEvent[]>
  readonly lastPosition: () => Position | Promise<Position>
}

/** The reading half of a store. */
export type PagedReading = Pick<EventStore, 'readStream' | 'readAll' | 'subscribe' | 'lastPosition'> & {
  /** @throws EventStoreUnavailable after `end` */
  readonly ensureOpen: () => void
  /** Lets nothing more be read; fulfilled once the handlers of all subscriptions are done. */
  readonly end: () => Promise<void>
}

/** How many events of a stream are read before other work gets its turn. */
const pageSize = 500

/** Reading and following, the same for every adapter that reads page by page. */
export const createPagedReading = (reader: PagedReader, bell: Bell): PagedReading => {
  const ending = new AbortController()
  const subscriptions = new Set<Promise<void>>()
  const ensureOpen = () => { if (ending.signal.aborted) throw new EventStoreUnavailable('the store is closed') }
  const read: ReadPage = (after, filter, limit) => {
    ensureOpen()
    return reader.readPage(after, filter, limit)
  }
  const readNewest = readTogether(read, bell)
  return {
    ensureOpen,
    readStream: (stream, { from, direction = 'forwards', limit = Infinity } = {}) => eachOf(async function* () {
      const step = direction === 'forwards' ? 1 : -1
      let at = from ?? (direction === 'forwards' ? 0 : Number.MAX_SAFE_INTEGER)
      let left = limit
      while (left > 0) {
        ensureOpen()
        const asked = Math.min(pageSize, left)
        const page = await reader.readStreamPage(stream, at, direction, asked)
        yield page
        if (page.length < asked) return
        at = page.at(-1)!.revision + step
        left -= page.length
        await setImmediate()
      }
    }),
    readAll: ({ after = start, filter, limit } = {}) => readPages(read, after, filter, limit),
    subscribe: ({ after = start, signal, ...asked }, handle) => {
      ensureOpen()
      const { done } = tail({ read, readNewest, bell, after, ...asked, signal: AbortSignal.any([signal, ending.signal]) }, handle)
      const ended = () => { subscriptions.delete(done) }
      subscriptions.add(done)
      done.then(ended, ended)
      return { done }
    },
    lastPosition: async () => {
      await Promise.resolve()
      ensureOpen()
      return reader.lastPosition()
    },
    end: async () => {
      ending.abort()
      await Promise.allSettled(subscriptions)
    },
  }
}
