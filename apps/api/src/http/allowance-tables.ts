import type { SchemaModule } from 'kysely'
import type { IsoInstant } from '@samenspel/kernel'

export type AllowanceRow = { readonly key: string; readonly period: string; readonly taken: number; readonly ends_at: IsoInstant }

export type AllowanceTables = {
  readonly allowance: AllowanceRow
}

export const makeAllowanceTables = async (schema: SchemaModule): Promise<void> => {
  const table = (name: keyof AllowanceTables) => schema.createTable(name).ifNotExists()
  await table('allowance')
    .addColumn('key', 'text', (column) => column.primaryKey()).addColumn('period', 'text', (column) => column.notNull())
    .addColumn('taken', 'integer', (column) => column.notNull()).addColumn('ends_at', 'text', (column) => column.notNull()).execute()
}
