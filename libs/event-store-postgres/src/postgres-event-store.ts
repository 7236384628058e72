import { checkAppend, createBell, createPagedReading, positionOf, WrongExpectedRevision, type EventStore } from '@samenspel/event-store'
import { createAppendBatcher } from './append-batcher.ts'
import { openConnections, type Connections } from './connections.ts'
import { migrate } from './migrations.ts'
import { namesOf, type Names } from './names.ts'
import { openReader } from './reader.ts'
import { checkServer } from './server.ts'
import { startWakeUp } from './wake-up.ts'
import { groupWriter } from './writer.ts'

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
  const { ensureOpen, end: endReading, ...reading } = createPagedReading(openReader(connections, names), bell)
  const wakeUp = startWakeUp(url, names, bell.ring)
  const batcher = createAppendBatcher(groupWriter(connections, names), () => {
    bell.ring()
    wakeUp.tell()
  })

  const close = async () => {
    await endReading()
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
    ...reading,
    close: () => closed ??= close(),
  }
}
