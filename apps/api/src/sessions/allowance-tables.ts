import type { SchemaModule } from 'kysely'
import type { IsoInstant } from '@samenspel/kernel'
import { notNull, primaryKey } from '@samenspel/read-models'

export type AllowanceRow = { readonly key: string; readonly period: string; readonly taken: number; readonly ends_at: IsoInstant }

export type AllowanceTables = {
  readonly allowance: AllowanceRow
}

export const makeAllowanceTables = async (schema: SchemaModule): Promise<void> => {
  const table = (name: keyof AllowanceTables) => schema.createTable(name).ifNotExists()
  await table('allowance')
    .addColumn('key', 'text', primaryKey).addColumn('period', 'text', notNull)
    .addColumn('taken', 'integer', notNull).addColumn('ends_at', 'text', notNull).execute()
}
