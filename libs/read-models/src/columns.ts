import type { ColumnDefinitionBuilder } from 'kysely'

/** A column that always holds something. */
export const notNull = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull()

/** The column by which a row is found. */
export const primaryKey = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey()
