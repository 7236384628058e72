import type { Kysely } from 'kysely'
import { start, type Position } from '@samenspel/event-store'
import { notNull, primaryKey } from './columns.ts'

/** The tables that followers keep for themselves, beside those of the read models. */
export type Bookkeeping = {
  /** How far each follower has come. */
  readonly checkpoint: { readonly follower: string; readonly position: Position }
  /** Which form of a read model stands in the database, and in which tables. */
  readonly read_model: { readonly name: string; readonly version: number; readonly tables: string }
  readonly parked_event: ParkedEvent
}

/** An event that was set aside: where it stands and what went wrong, and nothing of what it says. */
export type ParkedEvent = {
  readonly projector: string
  readonly position: Position
  readonly event_id: string
  readonly code: string
}

/** The same connection, seen as that of the bookkeeping. */
export const booksOf = <Tables>(database: Kysely<Tables>): Kysely<Bookkeeping> => database.withTables<Bookkeeping>() as unknown as Kysely<Bookkeeping>

export const prepareBookkeeping = async (database: Kysely<Bookkeeping>): Promise<void> => {
  await database.schema.createTable('checkpoint').ifNotExists()
    .addColumn('follower', 'text', primaryKey).addColumn('position', 'text', notNull).execute()
  await database.schema.createTable('read_model').ifNotExists()
    .addColumn('name', 'text', primaryKey).addColumn('version', 'integer', notNull).addColumn('tables', 'text', notNull).execute()
  await database.schema.createTable('parked_event').ifNotExists()
    .addColumn('projector', 'text', notNull).addColumn('position', 'text', notNull)
    .addColumn('event_id', 'text', notNull).addColumn('code', 'text', notNull)
    .addPrimaryKeyConstraint('parked_event_key', ['projector', 'position']).execute()
}

export const readCheckpoint = async (database: Kysely<Bookkeeping>, follower: string): Promise<Position> =>
  (await database.selectFrom('checkpoint').select('position').where('follower', '=', follower).executeTakeFirst())?.position ?? start

export const writeCheckpoint = async (database: Kysely<Bookkeeping>, follower: string, position: Position): Promise<void> => {
  await database.insertInto('checkpoint').values({ follower, position }).onConflict(conflict => conflict.column('follower').doUpdateSet({ position })).execute()
}
