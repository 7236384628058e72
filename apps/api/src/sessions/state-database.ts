import { openDatabase } from '@samenspel/read-models'
import type { IsoInstant } from '@samenspel/kernel'
import type { Kysely } from 'kysely'
import type { OpenedFamilyRow } from '../disclosure/breadth.ts'
import type { MailOfficeRow, MailPersonRow } from '../messages/preferences.ts'
import type { MessageRow } from '../messages/outbox.ts'
import type { AllowanceRow } from '../http/allowances.ts'
import type { InvitationMakerRow, InvitationRow, SignInLinkRow } from '../sign-in/links.ts'
import type { DoorLinkRow, DoorReceiptRow } from '../front-door/links.ts'
import type { SignInAgainRow, SignInRow } from '../sign-in/under-way.ts'
import type { KeeperRow } from '../tablets/keepers.ts'
import type { SessionTabletRow, TabletCodeRow, TabletRow, TabletWorkerRow } from '../tablets/tablets.ts'
import type { SessionDetailRow, SessionProofRow, SessionRow, SessionWrittenRow } from './sessions.ts'

/**
 * What is neither a fact nor derived from facts: who is signed in, texts half written, when somebody last looked, where mail goes,
 * which mail is on its way, which sign-in belongs to whom, and which tablets a group shares. Losing this database signs everybody out, loses drafts,
 * working notes and mail addresses, everybody who signs in elsewhere needs a new code, every tablet too, and who referred a family can't follow it any more; it loses nothing of a family's file.
 */
export type StateDatabase = Kysely<StateTables>

export type StateTables = {
  readonly session: SessionRow
  readonly session_written: SessionWrittenRow
  readonly draft: { readonly person: string; readonly family: string; readonly form: string; readonly sealed: Uint8Array; readonly saved_at: IsoInstant }
  readonly working_note: { readonly id: string; readonly person: string; readonly family: string; readonly version: string; readonly sealed: Uint8Array; readonly changed_at: IsoInstant }
  readonly visit: { readonly person: string; readonly family: string; readonly last_visit: IsoInstant | null; readonly this_visit: IsoInstant }
  readonly mark: { readonly name: string; readonly value: string }
  readonly mail_person: MailPersonRow
  readonly mail_office: MailOfficeRow
  readonly message: MessageRow
  readonly session_detail: SessionDetailRow
  readonly session_proof: SessionProofRow
  readonly sign_in: SignInRow
  readonly sign_in_again: SignInAgainRow
  readonly sign_in_link: SignInLinkRow
  readonly invitation: InvitationRow
  readonly allowance: AllowanceRow
  readonly opened_family: OpenedFamilyRow
  readonly invitation_maker: InvitationMakerRow
  readonly keeper: KeeperRow
  readonly tablet: TabletRow
  readonly tablet_code: TabletCodeRow
  readonly tablet_worker: TabletWorkerRow
  readonly session_tablet: SessionTabletRow
  readonly door_link: DoorLinkRow
  readonly door_receipt: DoorReceiptRow
}

/** Opens the file, or `:memory:`, and makes its tables. */
export const openStateDatabase = async (file: string): Promise<StateDatabase> => {
  const database = openDatabase<StateTables>({ file })
  await prepareState(database)
  return database
}

/** Makes the tables that aren't there. */
export const prepareState = async (database: StateDatabase): Promise<void> => {
  const table = (name: keyof StateTables) => database.schema.createTable(name).ifNotExists()
  await table('session')
    .addColumn('token_hash', 'text', (column) => column.primaryKey()).addColumn('app', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull()).addColumn('role', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text').addColumn('name', 'text').addColumn('language', 'text', (column) => column.notNull())
    .addColumn('signed_in_at', 'text', (column) => column.notNull()).addColumn('seen_at', 'text', (column) => column.notNull()).execute()
  await table('session_written')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().references('session.token_hash').onDelete('cascade'))
    .addColumn('position', 'text', (column) => column.notNull()).execute()
  await table('draft')
    .addColumn('person', 'text', (column) => column.notNull()).addColumn('family', 'text', (column) => column.notNull()).addColumn('form', 'text', (column) => column.notNull())
    .addColumn('sealed', 'blob', (column) => column.notNull()).addColumn('saved_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('draft_key', ['person', 'family', 'form']).execute()
  await table('working_note')
    .addColumn('id', 'text', (column) => column.primaryKey()).addColumn('person', 'text', (column) => column.notNull()).addColumn('family', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull()).addColumn('sealed', 'blob', (column) => column.notNull()).addColumn('changed_at', 'text', (column) => column.notNull()).execute()
  await table('visit')
    .addColumn('person', 'text', (column) => column.notNull()).addColumn('family', 'text', (column) => column.notNull())
    .addColumn('last_visit', 'text').addColumn('this_visit', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('visit_key', ['person', 'family']).execute()
  await table('mail_person')
    .addColumn('person', 'text', (column) => column.primaryKey()).addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('sealed', 'blob', (column) => column.notNull()).addColumn('seen_at', 'text').execute()
  await table('mail_office').addColumn('person', 'text', (column) => column.primaryKey()).addColumn('organisation', 'text', (column) => column.notNull()).execute()
  await table('message')
    .addColumn('id', 'text', (column) => column.primaryKey()).addColumn('person', 'text', (column) => column.notNull()).addColumn('role', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull()).addColumn('family', 'text').addColumn('about', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull()).addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('due', 'text', (column) => column.notNull()).addColumn('state', 'text', (column) => column.notNull())
    .addColumn('claim', 'text').addColumn('letter', 'text').addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('code', 'text').addColumn('changed_at', 'text', (column) => column.notNull()).execute()
  await database.schema.createIndex('message_due').ifNotExists().on('message').columns(['state', 'due']).execute()
  await table('session_detail')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().references('session.token_hash').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull()).addColumn('second_factor', 'integer', (column) => column.notNull()).addColumn('device', 'text', (column) => column.notNull()).execute()
  await table('session_proof')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().references('session.token_hash').onDelete('cascade'))
    .addColumn('proven_at', 'text', (column) => column.notNull()).addColumn('proven_where', 'text', (column) => column.notNull()).execute()
  await table('sign_in')
    .addColumn('token_hash', 'text', (column) => column.primaryKey()).addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('state', 'text').addColumn('nonce', 'text').addColumn('verifier', 'text').addColumn('subject', 'text')
    .addColumn('begun_at', 'text', (column) => column.notNull()).execute()
  await table('sign_in_again')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().references('sign_in.token_hash').onDelete('cascade'))
    .addColumn('session', 'text', (column) => column.notNull()).execute()
  await table('sign_in_link')
    .addColumn('subject', 'text', (column) => column.notNull()).addColumn('app', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull()).addColumn('role', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text').addColumn('name', 'text').addColumn('linked_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sign_in_link_key', ['subject', 'app']).execute()
  await table('invitation')
    .addColumn('id', 'text', (column) => column.primaryKey()).addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('app', 'text', (column) => column.notNull()).addColumn('person', 'text', (column) => column.notNull()).addColumn('role', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text').addColumn('name', 'text').addColumn('family', 'text').addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull()).addColumn('tries', 'integer', (column) => column.notNull()).addColumn('used_at', 'text').execute()
  await table('allowance')
    .addColumn('key', 'text', (column) => column.primaryKey()).addColumn('period', 'text', (column) => column.notNull())
    .addColumn('taken', 'integer', (column) => column.notNull()).addColumn('ends_at', 'text', (column) => column.notNull()).execute()
  await table('opened_family')
    .addColumn('person', 'text', (column) => column.notNull()).addColumn('family', 'text', (column) => column.notNull()).addColumn('opened_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('opened_family_key', ['person', 'family']).execute()
  await table('invitation_maker')
    .addColumn('invitation', 'text', (column) => column.primaryKey().references('invitation.id').onDelete('cascade'))
    .addColumn('made_by', 'text', (column) => column.notNull()).addColumn('made_by_name', 'text').execute()
  await table('keeper').addColumn('person', 'text', (column) => column.primaryKey()).addColumn('since', 'text', (column) => column.notNull()).execute()
  await table('tablet')
    .addColumn('id', 'text', (column) => column.primaryKey()).addColumn('secret_hash', 'text', (column) => column.notNull().unique())
    .addColumn('organisation', 'text', (column) => column.notNull()).addColumn('name', 'text', (column) => column.notNull()).addColumn('lock_seconds', 'integer', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull()).addColumn('made_by_name', 'text')
    .addColumn('enrolled_at', 'text', (column) => column.notNull()).addColumn('seen_at', 'text', (column) => column.notNull()).execute()
  await table('tablet_code')
    .addColumn('id', 'text', (column) => column.primaryKey()).addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text', (column) => column.notNull()).addColumn('name', 'text', (column) => column.notNull()).addColumn('lock_seconds', 'integer', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull()).addColumn('made_by_name', 'text')
    .addColumn('made_at', 'text', (column) => column.notNull()).addColumn('expires_at', 'text', (column) => column.notNull()).addColumn('tries', 'integer', (column) => column.notNull()).execute()
  await table('tablet_worker')
    .addColumn('id', 'text', (column) => column.notNull().unique()).addColumn('tablet', 'text', (column) => column.notNull().references('tablet.id').onDelete('cascade'))
    .addColumn('person', 'text', (column) => column.notNull()).addColumn('pin_hash', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull()).addColumn('chosen_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('tablet_worker_key', ['tablet', 'person']).execute()
  await table('session_tablet')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().references('session.token_hash').onDelete('cascade'))
    .addColumn('tablet', 'text', (column) => column.notNull()).execute()
  await table('door_link')
    .addColumn('id', 'text', (column) => column.primaryKey()).addColumn('secret_hash', 'text', (column) => column.notNull().unique())
    .addColumn('organisation', 'text', (column) => column.notNull()).addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull()).addColumn('expires_at', 'text', (column) => column.notNull()).addColumn('used_by', 'text').execute()
  await table('door_receipt')
    .addColumn('secret_hash', 'text', (column) => column.primaryKey()).addColumn('entry', 'text', (column) => column.notNull()).addColumn('kind', 'text', (column) => column.notNull()).execute()
  await table('mark').addColumn('name', 'text', (column) => column.primaryKey()).addColumn('value', 'text', (column) => column.notNull()).execute()
}

/** A remark of the installation about itself, such as that its demo region was opened. */
export const readMark = async (database: StateDatabase, name: string): Promise<string | undefined> =>
  (await database.selectFrom('mark').select('value').where('name', '=', name).executeTakeFirst())?.value

export const writeMark = async (database: StateDatabase, name: string, value: string): Promise<void> => {
  await database.insertInto('mark').values({ name, value }).onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute()
}

/** The first who comes makes the remark, and all others read it. */
export const writeMarkOnce = async (database: StateDatabase, name: string, make: () => Promise<string>): Promise<string> => {
  const known = await readMark(database, name)
  if (known !== undefined) return known
  await database.insertInto('mark').values({ name, value: await make() }).onConflict((conflict) => conflict.doNothing()).execute()
  return await readMark(database, name) ?? ''
}
