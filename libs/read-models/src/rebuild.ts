import type { Kysely, Transaction } from 'kysely'
import { start } from '@samenspel/event-store'
import { booksOf, writeCheckpoint, type Bookkeeping } from './bookkeeping.ts'

/** The form of a read model: its tables, and which version of them. */
export type ReadModel<Tables> = {
  readonly name: string
  /** Another number than the one in the database: the tables are dropped, made anew, and filled from the start of the log. */
  readonly version: number
  readonly tables: readonly (keyof Tables & string)[]
  readonly create: (database: Transaction<Tables>) => Promise<void>
}

/** Carries out work in one transaction, for as long as this process may change the tables. */
export type Transact<Tables> = (work: (transaction: Transaction<Tables>) => Promise<void>) => Promise<void>

/** Whether the tables of another version stand there, or none. */
export const isOutdated = async (database: Kysely<Bookkeeping>, { name, version }: { readonly name: string; readonly version: number }): Promise<boolean> => {
  const found = await database.selectFrom('read_model').select('version').where('name', '=', name).executeTakeFirst()
  return found?.version !== version
}

/** Empty tables at the start of the log, in one transaction: killed half-way, the old ones still stand. For where nobody reads them yet. */
export const makeAnew = async <Tables>(transact: Transact<Tables>, { name, version, tables, create }: ReadModel<Tables>): Promise<void> => {
  await transact(async transaction => {
    const books = booksOf(transaction)
    const old = await books.selectFrom('read_model').select('tables').where('name', '=', name).executeTakeFirst()
    for (const table of new Set([...JSON.parse(old?.tables ?? '[]') as string[], ...tables])) await transaction.schema.dropTable(table).ifExists().execute()
    await create(transaction)
    const row = { version, tables: JSON.stringify(tables) }
    await books.insertInto('read_model').values({ name, ...row }).onConflict(conflict => conflict.column('name').doUpdateSet(row)).execute()
    await books.deleteFrom('parked_event').where('projector', '=', name).execute()
    await writeCheckpoint(books, name, start)
  })
}
