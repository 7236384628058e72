import { setImmediate } from 'node:timers/promises'
import { checkAppend, createBell, EventStoreUnavailable, positionOf, readPages, start, tail, WrongExpectedRevision, type EventStore, type ReadPage, type ReadStreamOptions } from '@samenspel/event-store'
import { createAppendBatcher } from './append-batcher.ts'
import { openConnections, type Connections } from './connections.ts'
import { migrate } from './migrations.ts'
import { namesOf, type Names } from './names.ts'
import { openReader } from './reader.ts'
import { checkServer } from './server.ts'
import { startWakeUp } from './wake-up.ts'
import { groupWriter } from './writer.ts'

/** How many events of a stream are read before other work gets its turn. */
const pageSize = 500

/**
 * The event store in a PostgreSQL database, for any number of processes on any number of machines.
 * An append is answered once the server's disk has it, also where `synchronous_commit` is off by default.
 * @param url of the database: `postgres://user:password@host:port/database`, with the parameters that the driver `pg` knows
 * @param schema where this store lies in the database; it is made when there is none. Another schema is another store.
 * @throws EventStoreUnavailable, StoreTooNew, UnsuitableServer; RangeError for a name of a schema that PostgreSQL can't hold
 */
export const openPostgresEventStore = async ({ url, schema = 'event_store' }: { readonly url: string; readonly schema?: string }): Promise<EventStore> => {
  const names = namesOf(schema)
  const connections = openConnections(url)
  try {
    await checkServer(connections)
    await migrate(connections, names)
  } catch (error) {
    await connections.close()
    throw error
  }
  return open(url, names, connections)
}

const open = (url: string, names: Names, connections: Connections): EventStore => {
  const bell = createBell()
  const closing = new AbortController()
  const subscriptions = new Set<Promise<void>>()
  const reader = openReader(connections, names)
  const wakeUp = startWakeUp(url, names, bell.ring)
  const batcher = createAppendBatcher(groupWriter(connections, names), () => {
    bell.ring()
    wakeUp.tell()
  })

  const ensureOpen = () => { if (closing.signal.aborted) throw new EventStoreUnavailable('the store is closed') }
  const read: ReadPage = (after, filter, limit) => {
    ensureOpen()
    return reader.readPage(after, filter, limit)
  }
  const close = async () => {
    closing.abort()
    await Promise.allSettled(subscriptions)
    await batcher.drained()
    await wakeUp.close()
    await connections.close()
  }
  let closed: Promise<void> | undefined

  return {
    append: async (stream, expected, events) => {
      ensureOpen()
      checkAppend(stream, events)
      // The owner of the bytes may change them while they wait.
      const stored = events.map(({ id, type, version, metadata, data }) => ({ id, type, version, metadata: JSON.stringify(metadata), data: new Uint8Array(data) }))
      const outcome = await batcher.append({ stream, expected, events: stored })
      switch (outcome.kind) {
        case 'written': return { revision: outcome.revision, position: positionOf(outcome.sequence) }
        case 'conflict': throw new WrongExpectedRevision(stream, expected, outcome.actual)
      }
    },
    readStream: async function* (stream, { from, direction = 'forwards', limit = Infinity }: ReadStreamOptions = {}) {
      const step = direction === 'forwards' ? 1 : -1
      let at = from ?? (direction === 'forwards' ? 0 : Number.MAX_SAFE_INTEGER)
      let left = limit
      while (left > 0) {
        ensureOpen()
        const asked = Math.min(pageSize, left)
        const page = await reader.readStreamPage(stream, at, direction, asked)
        yield* page
        if (page.length < asked) return
        at = page.at(-1)!.revision + step
        left -= page.length
        await setImmediate()
      }
    },
    readAll: ({ after = start, filter, limit } = {}) => readPages(read, after, filter, limit),
    subscribe: ({ after = start, filter, signal }, handle) => {
      ensureOpen()
      const { done } = tail({ read, bell, after, filter, signal: AbortSignal.any([signal, closing.signal]) }, handle)
      const ended = () => { subscriptions.delete(done) }
      subscriptions.add(done)
      done.then(ended, ended)
      return { done }
    },
    lastPosition: async () => {
      ensureOpen()
      return reader.lastPosition()
    },
    close: () => closed ??= close(),
  }
}
