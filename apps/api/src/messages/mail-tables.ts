import type { SchemaModule } from 'kysely'
import type { FamilyId, Id, IsoInstant, PersonId, Zone } from '@samenspel/kernel'
import type { MailOffice, MessageKind, Reason } from './reasons.ts'

export type MailPersonRow = {
  readonly person: PersonId
  /** The key that it is sealed with: once destroyed, it never opens again, and no new one is made to read it. */
  readonly key_id: string
  readonly sealed: Uint8Array
  /** When this person was last signed in, to a minute. */
  readonly seen_at: IsoInstant | null
}

/** `dropped`: no longer worth a mail. `settled`: the operator knows what became of it. */
export type MessageState = 'waiting' | 'claimed' | 'sending' | 'sent' | 'refused' | 'uncertain' | 'dropped' | 'settled'

export type MessageRow = {
  readonly id: Id
  readonly person: PersonId
  readonly role: Reason['role']
  readonly kind: MessageKind
  /** Absent for what is about the person alone: their address, their registration. */
  readonly family: FamilyId | null
  /** `About`, as JSON. */
  readonly about: string
  /** Whose clock the quiet hours are on. */
  readonly zone: Zone
  readonly created_at: IsoInstant
  /** Not before. */
  readonly due: IsoInstant
  readonly state: MessageState
  /** Which attempt of which sender has it. */
  readonly claim: string | null
  /** The mail that it went with: the name in its `Message-ID`. */
  readonly letter: Id | null
  readonly attempts: number
  /** A word for what went wrong last. */
  readonly code: string | null
  readonly changed_at: IsoInstant
}

export type MailTables = {
  readonly mail_person: MailPersonRow
  readonly mail_office: MailOffice
  readonly message: MessageRow
}

export const makeMailTables = async (schema: SchemaModule): Promise<void> => {
  const table = (name: keyof MailTables) => schema.createTable(name).ifNotExists()
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
  await schema.createIndex('message_due').ifNotExists().on('message').columns(['state', 'due']).execute()
}
