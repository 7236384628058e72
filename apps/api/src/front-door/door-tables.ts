import type { SchemaModule } from 'kysely'
import type { IsoInstant } from '@samenspel/kernel'
import { notNull, primaryKey } from '@samenspel/read-models'

export type DoorLinkRow = { readonly id: string; readonly secret_hash: string; readonly organisation: string; readonly made_by: string; readonly made_at: IsoInstant; readonly expires_at: IsoInstant; readonly used_by: string | null }
export type DoorReceiptRow = { readonly secret_hash: string; readonly entry: string; readonly kind: string }

export type DoorTables = {
  readonly door_link: DoorLinkRow
  readonly door_receipt: DoorReceiptRow
}

export const makeDoorTables = async (schema: SchemaModule): Promise<void> => {
  const table = (name: keyof DoorTables) => schema.createTable(name).ifNotExists()
  await table('door_link')
    .addColumn('id', 'text', primaryKey).addColumn('secret_hash', 'text', (column) => column.notNull().unique())
    .addColumn('organisation', 'text', notNull).addColumn('made_by', 'text', notNull)
    .addColumn('made_at', 'text', notNull).addColumn('expires_at', 'text', notNull).addColumn('used_by', 'text').execute()
  await table('door_receipt')
    .addColumn('secret_hash', 'text', primaryKey).addColumn('entry', 'text', notNull).addColumn('kind', 'text', notNull).execute()
}
