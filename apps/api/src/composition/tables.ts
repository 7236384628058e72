import { join } from 'node:path'
import { lockStore } from '@samenspel/event-store-sqlite'
import { inTurn, leadAlone, leadInTurns, openDatabase, openPostgresDatabase, prepareBookkeeping, prepareLeadership, type Bookkeeping, type Lead, type Leading, type Report } from '@samenspel/read-models'
import type { Kysely } from 'kysely'
import { prepareSharedProof, type SignedTables } from '../integrity/shared-proof.ts'
import type { TableConnections } from '../read-models/following.ts'
import type { Tables } from '../read-models/tables.ts'
import { openStateDatabase, prepareState, type StateDatabase, type StateTables } from '../sessions/state-database.ts'
import type { Settings } from '../settings.ts'
import { onServer } from './server-problems.ts'

/** What is kept beside the events, and who may change what follows from them. */
export type OpenedTables = {
  readonly state: StateDatabase
  readonly tables: TableConnections
  /** Lets one process at a time follow the log into tables, and act by itself. */
  readonly leading: (lead: Lead, signal: AbortSignal, report: Report) => Promise<Leading>
  /** Does something while no other process does it. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  /** Where several processes share what they signed. */
  readonly shared?: Kysely<SignedTables>
  readonly close: () => Promise<void>
}

/** In PostgreSQL all of it lies in one schema. */
export const schemaOfTables = 'samenspel_tables'

type Everything = Tables & StateTables & SignedTables & Bookkeeping

/** @throws StartProblem; StoreInUse when another process works on the data folder */
export const openTables = async ({ tables, store, dataFolder }: Pick<Settings, 'tables' | 'store' | 'dataFolder'>): Promise<OpenedTables> => {
  if (tables.kind === 'postgres') return onServer(store.kind === 'kurrentdb' ? 'SAMENSPEL_READ_MODELS' : 'SAMENSPEL_STORE', () => inPostgres(tables.url))
  // Events in files have a lock of their own.
  const lock = store.kind === 'sqlite' ? undefined : lockStore(join(dataFolder, 'state.sqlite'))
  return inFiles(dataFolder, () => lock?.release()).catch((error: unknown) => { lock?.release(); throw error })
}

const inFiles = async (dataFolder: string, release: () => void): Promise<OpenedTables> => {
  const state = await openStateDatabase(join(dataFolder, 'state.sqlite'))
  // The file may be missing: then it is made again from the log.
  const file = join(dataFolder, 'read-models.sqlite')
  const tables: TableConnections = { writing: openDatabase({ file }), reading: openDatabase({ file, readOnly: true }) }
  return {
    state, tables, leading: leadAlone, alone: (work) => work(),
    close: async () => {
      await tables.reading.destroy()
      await tables.writing.destroy()
      await state.destroy()
      release()
    },
  }
}

const inPostgres = async (url: string): Promise<OpenedTables> => {
  const database = await openPostgresDatabase<Everything>({ url, schema: schemaOfTables, prepare: async (transaction) => {
    await prepareBookkeeping(seenAs(transaction))
    await prepareLeadership(seenAs(transaction))
    await prepareState(seenAs(transaction))
    await prepareSharedProof(seenAs(transaction))
  } })
  const tables = seenAs<Tables>(database)
  const state: StateDatabase = seenAs(database)
  const never = new AbortController().signal
  return {
    state, tables: { writing: tables, reading: tables }, shared: seenAs(database),
    leading: (lead, signal, report) => Promise.resolve(leadInTurns(lead, { url, schema: schemaOfTables, signal, report })),
    alone: async (work) => { await inTurn({ url, name: `alone in ${schemaOfTables}`, signal: never }, work) },
    close: () => database.destroy(),
  }
}

/** The same connection, for who knows some of its tables. */
const seenAs = <Some>(database: Kysely<Everything>): Kysely<Some> => database as unknown as Kysely<Some>
