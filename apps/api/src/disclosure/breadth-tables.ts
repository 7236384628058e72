import type { SchemaModule } from 'kysely'
import type { FamilyId, IsoInstant, PersonId } from '@samenspel/kernel'
import { notNull } from '@samenspel/read-models'

export type OpenedFamilyRow = { readonly person: PersonId; readonly family: FamilyId; readonly opened_at: IsoInstant }

export type BreadthTables = {
  readonly opened_family: OpenedFamilyRow
}

export const makeBreadthTables = async (schema: SchemaModule): Promise<void> => {
  const table = (name: keyof BreadthTables) => schema.createTable(name).ifNotExists()
  await table('opened_family')
    .addColumn('person', 'text', notNull).addColumn('family', 'text', notNull).addColumn('opened_at', 'text', notNull)
    .addPrimaryKeyConstraint('opened_family_key', ['person', 'family']).execute()
}
