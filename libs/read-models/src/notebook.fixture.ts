/** A small read model for the tests here: how many notes each notebook has. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { NewEvent, RecordedEvent } from '@samenspel/event-store'
import type { Projector } from './projector.ts'
import { notNull, primaryKey } from './columns.ts'

export type Tables = { readonly notebook: { readonly stream: string; readonly notes: number; readonly last: string } }

export const aNote = (text = 'note'): NewEvent => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data: Buffer.from(text) })
export const textOf = ({ data }: RecordedEvent) => Buffer.from(data).toString()

export const notebooks: Projector<Tables, RecordedEvent> = {
  name: 'notebooks',
  version: 1,
  tables: ['notebook'],
  types: ['Noted'],
  whenPoisoned: 'park',
  create: async database => {
    await database.schema.createTable('notebook')
      .addColumn('stream', 'text', primaryKey).addColumn('notes', 'integer', notNull).addColumn('last', 'text', notNull).execute()
  },
  apply: async (event, database) => {
    await database.insertInto('notebook').values({ stream: event.stream, notes: 1, last: event.id })
      .onConflict(conflict => conflict.column('stream').doUpdateSet(row => ({ notes: row('notebook.notes', '+', 1), last: event.id }))).execute()
  },
}

export const rowsOf = (database: Kysely<Tables>) => database.selectFrom('notebook').selectAll().orderBy('stream').execute()
