import type { SchemaModule } from 'kysely'
import type { Position } from '@samenspel/event-store'
import type { IsoInstant, OrganisationId, PersonId } from '@samenspel/kernel'
import { notNull, primaryKey } from '@samenspel/read-models'
import type { App, Identity, Language } from './identity.ts'

export type SessionRow = {
  readonly token_hash: string
  readonly app: App
  readonly person: PersonId
  readonly role: Identity['role']
  readonly organisation: OrganisationId | null
  readonly name: string | null
  readonly language: Language
  readonly signed_in_at: IsoInstant
  readonly seen_at: IsoInstant
}

/** What came with later versions stands beside the session. One of before has none: it is of the demo region, whose sign-in counts as two factors. */
export type SessionDetailRow = { readonly token_hash: string; readonly id: string; readonly second_factor: number; readonly device: string }

/** When who has a session proved who they are, and where they can do so anew. One of before has none. */
export type SessionProofRow = { readonly token_hash: string; readonly proven_at: IsoInstant; readonly proven_where: string }

/** Of each session that wrote, how far. Positions compare as texts. */
export type SessionWrittenRow = { readonly token_hash: string; readonly position: Position }

/** A text half written. */
export type DraftRow = { readonly person: string; readonly family: string; readonly form: string; readonly sealed: Uint8Array; readonly saved_at: IsoInstant }

/** A note of its author alone. */
export type WorkingNoteRow = { readonly id: string; readonly person: string; readonly family: string; readonly version: string; readonly sealed: Uint8Array; readonly changed_at: IsoInstant }

/** When somebody looked at a family last, and the time before. */
export type VisitRow = { readonly person: string; readonly family: string; readonly last_visit: IsoInstant | null; readonly this_visit: IsoInstant }

export type SessionTables = {
  readonly session: SessionRow
  readonly session_written: SessionWrittenRow
  readonly session_detail: SessionDetailRow
  readonly session_proof: SessionProofRow
  readonly draft: DraftRow
  readonly working_note: WorkingNoteRow
  readonly visit: VisitRow
}

export const makeSessionTables = async (schema: SchemaModule): Promise<void> => {
  const table = (name: keyof SessionTables) => schema.createTable(name).ifNotExists()
  await table('session')
    .addColumn('token_hash', 'text', primaryKey).addColumn('app', 'text', notNull)
    .addColumn('person', 'text', notNull).addColumn('role', 'text', notNull)
    .addColumn('organisation', 'text').addColumn('name', 'text').addColumn('language', 'text', notNull)
    .addColumn('signed_in_at', 'text', notNull).addColumn('seen_at', 'text', notNull).execute()
  await table('session_written')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().references('session.token_hash').onDelete('cascade'))
    .addColumn('position', 'text', notNull).execute()
  await table('session_detail')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().references('session.token_hash').onDelete('cascade'))
    .addColumn('id', 'text', notNull).addColumn('second_factor', 'integer', notNull).addColumn('device', 'text', notNull).execute()
  await table('session_proof')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().references('session.token_hash').onDelete('cascade'))
    .addColumn('proven_at', 'text', notNull).addColumn('proven_where', 'text', notNull).execute()
  await table('draft')
    .addColumn('person', 'text', notNull).addColumn('family', 'text', notNull).addColumn('form', 'text', notNull)
    .addColumn('sealed', 'blob', notNull).addColumn('saved_at', 'text', notNull)
    .addPrimaryKeyConstraint('draft_key', ['person', 'family', 'form']).execute()
  await table('working_note')
    .addColumn('id', 'text', primaryKey).addColumn('person', 'text', notNull).addColumn('family', 'text', notNull)
    .addColumn('version', 'text', notNull).addColumn('sealed', 'blob', notNull).addColumn('changed_at', 'text', notNull).execute()
  await table('visit')
    .addColumn('person', 'text', notNull).addColumn('family', 'text', notNull)
    .addColumn('last_visit', 'text').addColumn('this_visit', 'text', notNull)
    .addPrimaryKeyConstraint('visit_key', ['person', 'family']).execute()
}
