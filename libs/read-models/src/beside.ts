import type { Kysely, Transaction } from 'kysely'
import type { Position } from '@samenspel/event-store'
import { booksOf, writeCheckpoint } from './bookkeeping.ts'
import { openDatabase } from './open-database.ts'
import type { ReadModel } from './rebuild.ts'

/** So many rows are written at once. */
const rowsTogether = 500

/**
 * A place in memory where a read model can be filled while people read in the one of the database. Nothing is left of it when the program ends.
 * @returns the place, and what puts its rows where the read model stands, in one transaction: who reads meanwhile sees the old rows, or the new ones
 */
export const openBeside = <Tables>({ name, tables }: ReadModel<Tables>) => {
  const beside = openDatabase<Tables>({ file: ':memory:' })
  const copy = async (table: string, transaction: Transaction<Tables>): Promise<void> => {
    const [from, to] = [anyTable(beside), anyTable(transaction)]
    let rows: Row[] = []
    const write = async () => {
      if (rows.length > 0) await to.insertInto(table).values(rows).execute()
      rows = []
    }
    for await (const row of from.selectFrom(table).selectAll().stream()) if (rows.push(row) === rowsTogether) await write()
    await write()
  }
  return {
    database: beside,
    /** @param position how far the rows here tell of the log */
    putInPlace: async (transaction: Transaction<Tables>, position: Position): Promise<void> => {
      for (const table of tables) {
        await anyTable(transaction).deleteFrom(table).execute()
        await copy(table, transaction)
      }
      const books = booksOf(transaction)
      await books.deleteFrom('parked_event').where('projector', '=', name).execute()
      await copy('parked_event', transaction)
      await writeCheckpoint(books, name, position)
    },
    close: () => beside.destroy(),
  }
}

type Row = Record<string, unknown>
/** Tables of which only the name is known here. */
const anyTable = <Tables>(database: Kysely<Tables>): Kysely<Record<string, Row>> => database as unknown as Kysely<Record<string, Row>>
