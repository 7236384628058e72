import type { SchemaModule } from 'kysely'
import type { FamilyId, Id, IsoInstant, PersonId, Zone } from '@samenspel/kernel'
import { notNull, primaryKey } from '@samenspel/read-models'
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
    .addColumn('person', 'text', primaryKey).addColumn('key_id', 'text', notNull)
    .addColumn('sealed', 'blob', notNull).addColumn('seen_at', 'text').execute()
  await table('mail_office').addColumn('person', 'text', primaryKey).addColumn('organisation', 'text', notNull).execute()
  await table('message')
    .addColumn('id', 'text', primaryKey).addColumn('person', 'text', notNull).addColumn('role', 'text', notNull)
    .addColumn('kind', 'text', notNull).addColumn('family', 'text').addColumn('about', 'text', notNull)
    .addColumn('zone', 'text', notNull).addColumn('created_at', 'text', notNull)
    .addColumn('due', 'text', notNull).addColumn('state', 'text', notNull)
    .addColumn('claim', 'text').addColumn('letter', 'text').addColumn('attempts', 'integer', notNull)
    .addColumn('code', 'text').addColumn('changed_at', 'text', notNull).execute()
  await schema.createIndex('message_due').ifNotExists().on('message').columns(['state', 'due']).execute()
}
