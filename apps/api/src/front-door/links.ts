/**
 * The secrets of the front door, as hashes: links with which somebody refers once, without an account, and receipts with which who
 * referred or asked follows what became of it. Who has one knows nothing else; neither stands in an address that a server is asked for.
 */
import { createHash, createHmac, randomBytes, type KeyObject } from 'node:crypto'
import { newId, writeInstant, type Clock, type Id, type IsoInstant, type OrganisationId, type PersonId } from '@samenspel/kernel'
import type { StateDatabase } from '../sessions/state-database.ts'

export type DoorKind = 'referral' | 'consultation'
export type DoorLink = { readonly id: Id; readonly organisation: OrganisationId; readonly madeBy: PersonId; readonly madeAt: IsoInstant; readonly until: IsoInstant }
export type Followed = { readonly entry: Id; readonly kind: DoorKind }

export type DoorLinks = {
  /** @returns the secret, which is nowhere else */
  readonly make: (organisation: OrganisationId, madeBy: PersonId) => Promise<{ readonly secret: string; readonly until: IsoInstant }>
  /** Links that still work. */
  readonly all: (organisation: OrganisationId) => Promise<readonly DoorLink[]>
  readonly withdraw: (organisation: OrganisationId, id: Id) => Promise<void>
  /** For whom a link is. @returns nothing for one that doesn't work, for whatever reason; one that was used works for what it was used for */
  readonly find: (secret: string, entry?: Id) => Promise<OrganisationId | undefined>
  /** Uses a link for something; who repeats it uses it for the same. @returns whether it could be used */
  readonly use: (secret: string, entry: Id) => Promise<boolean>
  /** What it was used for didn't come about. */
  readonly giveBack: (secret: string, entry: Id) => Promise<void>
  /** The receipt for a command: the same command, the same receipt, so that an answer that got lost can be asked for again. */
  readonly receiptFor: (commandId: Id) => string
  readonly keepReceipt: (receipt: string, followed: Followed) => Promise<void>
  readonly follow: (receipt: string) => Promise<Followed | undefined>
}

/** Days that a link works. */
const linkDays = 14

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** @param key of this installation, from which receipts follow */
export const openDoorLinks = (database: StateDatabase, key: KeyObject, clock: Clock): DoorLinks => ({
  make: async (organisation, madeBy) => {
    const secret = randomBytes(32).toString('base64url')
    const now = clock()
    const until = writeInstant(Temporal.Instant.from(now).add({ hours: linkDays * 24 }))
    await database.deleteFrom('door_link').where('expires_at', '<', now).execute()
    await database.insertInto('door_link').values({ id: newId(), secret_hash: hashOf(secret), organisation, made_by: madeBy, made_at: now, expires_at: until, used_by: null }).execute()
    return { secret, until }
  },
  all: async (organisation) => {
    const rows = await database.selectFrom('door_link').selectAll().where('organisation', '=', organisation).where('used_by', 'is', null).where('expires_at', '>', clock()).orderBy('made_at', 'desc').execute()
    return rows.map(({ id, made_by, made_at, expires_at }) => ({ id, organisation, madeBy: made_by, madeAt: made_at, until: expires_at }))
  },
  withdraw: async (organisation, id) => { await database.deleteFrom('door_link').where('organisation', '=', organisation).where('id', '=', id).where('used_by', 'is', null).execute() },
  find: async (secret, entry) => {
    if (!isSecret(secret)) return undefined
    const row = await database.selectFrom('door_link').select(['organisation', 'used_by']).where('secret_hash', '=', hashOf(secret)).where('expires_at', '>', clock()).executeTakeFirst()
    return row === undefined || row.used_by !== null && row.used_by !== entry ? undefined : row.organisation
  },
  use: async (secret, entry) => {
    // Looking and taking are one statement: however many use it at once, one does.
    const used = await database.updateTable('door_link').set({ used_by: entry }).where('secret_hash', '=', hashOf(secret)).where('expires_at', '>', clock())
      .where((eb) => eb.or([eb('used_by', 'is', null), eb('used_by', '=', entry)])).executeTakeFirst()
    return used.numUpdatedRows === 1n
  },
  giveBack: async (secret, entry) => { await database.updateTable('door_link').set({ used_by: null }).where('secret_hash', '=', hashOf(secret)).where('used_by', '=', entry).execute() },
  receiptFor: (commandId) => createHmac('sha256', key).update(`receipt ${commandId}`).digest('base64url'),
  keepReceipt: async (receipt, { entry, kind }) => {
    await database.insertInto('door_receipt').values({ secret_hash: hashOf(receipt), entry, kind }).onConflict((conflict) => conflict.doNothing()).execute()
  },
  follow: async (receipt) => {
    if (!isSecret(receipt)) return undefined
    const row = await database.selectFrom('door_receipt').select(['entry', 'kind']).where('secret_hash', '=', hashOf(receipt)).executeTakeFirst()
    return row === undefined ? undefined : { entry: row.entry, kind: row.kind === 'referral' ? 'referral' : 'consultation' }
  },
})
