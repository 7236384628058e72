import { join } from 'node:path'
import { EventStoreReadOnly, type EventStore } from '@samenspel/event-store'
import { KurrentdbClientMissing, openKurrentdbEventStore } from '@samenspel/event-store-kurrentdb'
import { openPostgresEventStore } from '@samenspel/event-store-postgres'
import { openSqliteEventStore, otherLogKnown, type Loss, type SqliteEventStore } from '@samenspel/event-store-sqlite'
import type { LogName } from '../integrity/logs.ts'
import type { Settings } from '../settings.ts'
import { onServer } from './server-problems.ts'
import { StartProblem } from '../start-problem.ts'

/** The events and the access log, each an event store of its own. */
export type EventStores = {
  readonly events: EventStore
  readonly accessLog: EventStore
  readonly losses: readonly Loss[]
  readonly isWritable: () => boolean
  readonly close: () => Promise<void>
}

/** Where the events and the access log are kept in a data folder. */
export const storeFiles = (dataFolder: string) => ({ events: join(dataFolder, 'events.sqlite'), accessLog: join(dataFolder, 'access-log.sqlite') })

/** What they are called in a PostgreSQL database, and in a KurrentDB server. */
export const schemaOfLog: Readonly<Record<LogName, string>> = { events: 'samenspel_events', 'access-log': 'samenspel_access_log' }
const nameOfLog: Readonly<Record<LogName, string>> = { events: 'samenspel-events', 'access-log': 'samenspel-access-log' }

/** @throws StartProblem, StoreInUse, StoreTooNew, StoreDamaged */
export const openEventStores = async ({ store, dataFolder }: Pick<Settings, 'store' | 'dataFolder'>): Promise<EventStores> => {
  switch (store.kind) {
    case 'sqlite': return inFiles(dataFolder)
    case 'postgres': return onServer('SAMENSPEL_STORE', () => both((log) => openPostgresEventStore({ url: store.url, schema: schemaOfLog[log] })))
    case 'kurrentdb': return onServer('SAMENSPEL_STORE', () => both(async (log) => {
      const opened = await openKurrentdbEventStore({ url: store.url, name: nameOfLog[log] }).catch(withoutUrl)
      // Opening asks nothing of the server yet.
      await opened.lastPosition().catch(async (error: unknown) => { await opened.close(); throw error })
      return opened
    }))
  }
}

/** The client's own words about an address hold that address. */
const withoutUrl = (error: unknown): never => {
  if (error instanceof KurrentdbClientMissing) throw error
  throw new StartProblem('SAMENSPEL_STORE is no connection string that the client of KurrentDB understands: docs/operate/kurrentdb.md.')
}

const both = async (open: (log: LogName) => Promise<EventStore>): Promise<EventStores> => {
  const events = await open('events')
  try {
    const accessLog = await open('access-log')
    return { events, accessLog, losses: [], isWritable: () => true, close: async () => { await accessLog.close(); await events.close() } }
  } catch (error) {
    await events.close()
    throw error
  }
}

const inFiles = async (dataFolder: string): Promise<EventStores> => {
  const files = storeFiles(dataFolder)
  const events = openSqliteEventStore({ file: files.events, knownUntil: otherLogKnown(files.accessLog) })
  try {
    const accessLog = openSqliteEventStore({ file: files.accessLog, otherLog: events.end })
    return {
      events: withAccessLog(events, accessLog), accessLog, losses: [events.loss, accessLog.loss].filter((loss) => loss !== undefined),
      isWritable: () => events.isWritable() && accessLog.isWritable(),
      close: async () => { await accessLog.close(); await events.close() },
    }
  } catch (error) {
    await events.close()
    throw error
  }
}

/** What can't be noted in the access log isn't done either. */
const withAccessLog = (events: SqliteEventStore, { loss }: SqliteEventStore): EventStore =>
  loss === undefined ? events : { ...events, append: () => Promise.reject(new EventStoreReadOnly(`${loss.file} misses ${loss.missing} lines`)) }
