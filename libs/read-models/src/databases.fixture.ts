/** The two kinds of databases that tables may lie in: what the specs here promise holds in both. */
import type { Kysely } from 'kysely'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { prepareBookkeeping, type Bookkeeping } from './bookkeeping.ts'
import { prepareLeadership } from './leadership.ts'
import { openDatabase } from './open-database.ts'
import { openPostgresDatabase } from './open-postgres.ts'

export type DatabaseKind = {
  readonly name: string
  readonly begin: () => Promise<void>
  /** An empty database. */
  readonly open: <Tables>() => Promise<Kysely<Tables>>
  readonly end: () => Promise<void>
  /** How often random input is tried: where each query is a round trip, less often. */
  readonly runs: number
}

let postgres: PrivatePostgres | undefined
let schemas = 0

export const nextSchema = (): string => `tables_${'x'.repeat(++schemas % 40)}_${String.fromCharCode(97 + Math.floor(schemas / 40))}`

/** What every schema has from the start. */
export const prepare = async (database: Kysely<Bookkeeping>): Promise<void> => {
  await prepareBookkeeping(database)
  await prepareLeadership(database)
}

export const databaseKinds: readonly DatabaseKind[] = [
  { name: 'SQLite', begin: () => Promise.resolve(), open: () => Promise.resolve(openDatabase({ file: ':memory:' })), end: () => Promise.resolve(), runs: 60 },
  {
    name: 'PostgreSQL',
    begin: async () => { postgres = await startPrivatePostgres() },
    open: () => openPostgresDatabase({ url: postgres!.url, schema: nextSchema(), prepare: () => Promise.resolve() }),
    end: () => postgres!.dispose(),
    runs: 15,
  },
]
