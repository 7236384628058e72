import type { SchemaModule } from 'kysely'
import type { FamilyId, IsoInstant, OrganisationId, PersonId } from '@samenspel/kernel'
import { notNull, primaryKey } from '@samenspel/read-models'
import type { Identity, SignInApp as App } from '../sessions/identity.ts'

export type SignInRow = {
  readonly token_hash: string
  readonly issuer: string
  readonly state: string | null
  readonly nonce: string | null
  readonly verifier: string | null
  readonly subject: string | null
  readonly begun_at: IsoInstant
}

/** Of a sign-in that is no new one: the session whose owner proves anew who they are. */
export type SignInAgainRow = { readonly token_hash: string; readonly session: string }

export type Named = { readonly person: PersonId; readonly role: Identity['role']; readonly organisation: OrganisationId | null; readonly name: string | null }

export type SignInLinkRow = Named & { readonly subject: string; readonly app: App; readonly linked_at: IsoInstant }
/** Who made a code at the desk. */
export type InvitationMakerRow = { readonly invitation: string; readonly made_by: PersonId; readonly made_by_name: string | null }
export type InvitationRow = Named & {
  readonly id: string
  readonly secret_hash: string
  readonly app: App
  readonly family: FamilyId | null
  readonly made_at: IsoInstant
  readonly expires_at: IsoInstant
  readonly tries: number
  readonly used_at: IsoInstant | null
}

export type SignInTables = {
  readonly sign_in: SignInRow
  readonly sign_in_again: SignInAgainRow
  readonly sign_in_link: SignInLinkRow
  readonly invitation: InvitationRow
  readonly invitation_maker: InvitationMakerRow
}

export const makeSignInTables = async (schema: SchemaModule): Promise<void> => {
  const table = (name: keyof SignInTables) => schema.createTable(name).ifNotExists()
  await table('sign_in')
    .addColumn('token_hash', 'text', primaryKey).addColumn('issuer', 'text', notNull)
    .addColumn('state', 'text').addColumn('nonce', 'text').addColumn('verifier', 'text').addColumn('subject', 'text')
    .addColumn('begun_at', 'text', notNull).execute()
  await table('sign_in_again')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().references('sign_in.token_hash').onDelete('cascade'))
    .addColumn('session', 'text', notNull).execute()
  await table('sign_in_link')
    .addColumn('subject', 'text', notNull).addColumn('app', 'text', notNull)
    .addColumn('person', 'text', notNull).addColumn('role', 'text', notNull)
    .addColumn('organisation', 'text').addColumn('name', 'text').addColumn('linked_at', 'text', notNull)
    .addPrimaryKeyConstraint('sign_in_link_key', ['subject', 'app']).execute()
  await table('invitation')
    .addColumn('id', 'text', primaryKey).addColumn('secret_hash', 'text', notNull)
    .addColumn('app', 'text', notNull).addColumn('person', 'text', notNull).addColumn('role', 'text', notNull)
    .addColumn('organisation', 'text').addColumn('name', 'text').addColumn('family', 'text').addColumn('made_at', 'text', notNull)
    .addColumn('expires_at', 'text', notNull).addColumn('tries', 'integer', notNull).addColumn('used_at', 'text').execute()
  await table('invitation_maker')
    .addColumn('invitation', 'text', (column) => column.primaryKey().references('invitation.id').onDelete('cascade'))
    .addColumn('made_by', 'text', notNull).addColumn('made_by_name', 'text').execute()
}
