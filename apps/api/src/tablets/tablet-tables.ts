import type { SchemaModule } from 'kysely'
import type { Id, IsoInstant, OrganisationId, PersonId } from '@samenspel/kernel'
import { notNull, primaryKey } from '@samenspel/read-models'

export type TabletRow = {
  readonly id: Id
  readonly secret_hash: string
  readonly organisation: OrganisationId
  readonly name: string
  readonly lock_seconds: number
  readonly made_by: PersonId
  readonly made_by_name: string | null
  readonly enrolled_at: IsoInstant
  readonly seen_at: IsoInstant
}
export type TabletCodeRow = Omit<TabletRow, 'enrolled_at' | 'seen_at'> & { readonly made_at: IsoInstant; readonly expires_at: IsoInstant; readonly tries: number }
export type TabletWorkerRow = { readonly id: Id; readonly tablet: Id; readonly person: PersonId; readonly pin_hash: string; readonly tries: number; readonly chosen_at: IsoInstant }
/** On which tablet a session stands. */
export type SessionTabletRow = { readonly token_hash: string; readonly tablet: Id }
/** Whom the operator named among the people of an organisation. */
export type KeeperRow = { readonly person: PersonId; readonly since: IsoInstant }

export type TabletTables = {
  readonly tablet: TabletRow
  readonly tablet_code: TabletCodeRow
  readonly tablet_worker: TabletWorkerRow
  readonly session_tablet: SessionTabletRow
  readonly keeper: KeeperRow
}

export const makeTabletTables = async (schema: SchemaModule): Promise<void> => {
  const table = (name: keyof TabletTables) => schema.createTable(name).ifNotExists()
  await table('tablet')
    .addColumn('id', 'text', primaryKey).addColumn('secret_hash', 'text', (column) => column.notNull().unique())
    .addColumn('organisation', 'text', notNull).addColumn('name', 'text', notNull).addColumn('lock_seconds', 'integer', notNull)
    .addColumn('made_by', 'text', notNull).addColumn('made_by_name', 'text')
    .addColumn('enrolled_at', 'text', notNull).addColumn('seen_at', 'text', notNull).execute()
  await table('tablet_code')
    .addColumn('id', 'text', primaryKey).addColumn('secret_hash', 'text', notNull)
    .addColumn('organisation', 'text', notNull).addColumn('name', 'text', notNull).addColumn('lock_seconds', 'integer', notNull)
    .addColumn('made_by', 'text', notNull).addColumn('made_by_name', 'text')
    .addColumn('made_at', 'text', notNull).addColumn('expires_at', 'text', notNull).addColumn('tries', 'integer', notNull).execute()
  await table('tablet_worker')
    .addColumn('id', 'text', (column) => column.notNull().unique()).addColumn('tablet', 'text', (column) => column.notNull().references('tablet.id').onDelete('cascade'))
    .addColumn('person', 'text', notNull).addColumn('pin_hash', 'text', notNull)
    .addColumn('tries', 'integer', notNull).addColumn('chosen_at', 'text', notNull)
    .addPrimaryKeyConstraint('tablet_worker_key', ['tablet', 'person']).execute()
  await table('session_tablet')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().references('session.token_hash').onDelete('cascade'))
    .addColumn('tablet', 'text', notNull).execute()
  await table('keeper').addColumn('person', 'text', primaryKey).addColumn('since', 'text', notNull).execute()
}
