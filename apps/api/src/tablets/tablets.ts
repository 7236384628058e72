/**
 * Tablets that a group shares (decision 049). A tablet is enrolled once, with a code from who keeps the keys of an organisation; after
 * that it holds a credential of its own, and workers who chose a PIN for it switch with that PIN. All of it is sign-in, and so it lies
 * beside the sessions, not in the log of facts.
 */
import { createHash, randomBytes, type KeyObject } from 'node:crypto'
import { newId, type Clock, type Id, type IsoInstant, type OrganisationId, type PersonId } from '@samenspel/kernel'
import type { StateDatabase } from '../sessions/state-database.ts'
import { hashSecret, isSameHash, newCode, readCode, writeCode } from '../sign-in/invitation-code.ts'
import { hashPin, isSamePin, mostPinTries } from './pin.ts'
import type { TabletRow, TabletWorkerRow } from './tablet-tables.ts'

/** Who made something: a person of the register, or an office that only its sign-in names. */
export type Maker = { readonly person: PersonId; readonly name?: string }

export type Tablet = {
  readonly id: Id
  readonly organisation: OrganisationId
  /** How people call it: the group where it stands. */
  readonly name: string
  /** Seconds without a touch after which it locks. */
  readonly lockSeconds: number
  readonly enrolledAt: IsoInstant
  readonly seenAt: IsoInstant
  readonly madeBy: Maker
}

/** A code that still enrols a tablet. */
export type TabletCode = Pick<Tablet, 'id' | 'name' | 'lockSeconds' | 'madeBy'> & { readonly madeAt: IsoInstant; readonly until: IsoInstant }

/** Somebody whose name stands on the lock screen of a tablet. */
export type TabletWorker = { readonly id: Id; readonly tablet: Id; readonly person: PersonId; readonly isLocked: boolean }

export type PinAnswer =
  | { readonly kind: 'in'; readonly person: PersonId }
  /** @property left so many tries are left */
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unknown' }

export type Tablets = {
  /** Makes a code with which one tablet is enrolled, once. @returns the code, which is nowhere else */
  readonly makeCode: (made: Pick<Tablet, 'organisation' | 'name' | 'lockSeconds' | 'madeBy'>) => Promise<{ readonly code: string; readonly until: IsoInstant }>
  readonly codes: (organisation: OrganisationId) => Promise<readonly TabletCode[]>
  readonly withdrawCode: (organisation: OrganisationId, id: Id) => Promise<void>
  /** @returns the credential for the cookie of this device; nothing for a code that doesn't work, for whatever reason */
  readonly enrol: (typed: string) => Promise<string | undefined>
  /** The tablet that shows this credential. */
  readonly find: (credential: string) => Promise<Tablet | undefined>
  readonly all: (organisation: OrganisationId) => Promise<readonly Tablet[]>
  /** Makes a tablet unknown at once: its credential, the PINs for it, and every session on it. */
  readonly revoke: (organisation: OrganisationId, id: Id) => Promise<void>
  readonly workers: (tablet: Id) => Promise<readonly TabletWorker[]>
  readonly of: (person: PersonId) => Promise<readonly TabletWorker[]>
  /** Somebody chose a PIN for a tablet; it also takes away what locked the one before. */
  readonly choosePin: (tablet: Id, person: PersonId, pin: string) => Promise<void>
  readonly leave: (tablet: Id, person: PersonId) => Promise<void>
  /** @param worker the id on the lock screen of this tablet; that of another tablet is unknown here */
  readonly tryPin: (tablet: Id, worker: Id, pin: string) => Promise<PinAnswer>
  /** Ends whoever is at work on a tablet. */
  readonly lock: (tablet: Id) => Promise<void>
}

export const tabletCodeMinutes = 60
const mostCodeTries = 5
/** Seconds between two notes of "still there". */
const noteEverySeconds = 60

/** @param pepper without which a kept PIN tells nothing */
export const openTablets = (database: StateDatabase, pepper: KeyObject, clock: Clock): Tablets => {
  const endSessionsOf = async (tablet: Id, person?: PersonId): Promise<void> => {
    await database.deleteFrom('session').where('token_hash', 'in', database.selectFrom('session_tablet').select('token_hash').where('tablet', '=', tablet))
      .$if(person !== undefined, (query) => query.where('person', '=', person ?? '')).execute()
  }
  return {
    makeCode: async ({ organisation, name, lockSeconds, madeBy }) => {
      const code = newCode()
      const now = clock()
      const until = later(now, { minutes: tabletCodeMinutes })
      await database.deleteFrom('tablet_code').where('expires_at', '<', now).execute()
      await database.insertInto('tablet_code').values({
        id: code.invitation, secret_hash: await hashSecret(code), organisation, name, lock_seconds: lockSeconds, made_by: madeBy.person, made_by_name: madeBy.name ?? null,
        made_at: now, expires_at: until, tries: 0,
      }).execute()
      return { code: writeCode(code), until }
    },
    codes: async (organisation) => {
      const rows = await database.selectFrom('tablet_code').selectAll().where('organisation', '=', organisation).where('expires_at', '>', clock()).where('tries', '<', mostCodeTries).orderBy('made_at', 'desc').execute()
      return rows.map((row) => ({ id: row.id, name: row.name, lockSeconds: row.lock_seconds, madeBy: makerOf(row), madeAt: row.made_at, until: row.expires_at }))
    },
    withdrawCode: async (organisation, id) => { await database.deleteFrom('tablet_code').where('organisation', '=', organisation).where('id', '=', id).execute() },
    enrol: async (typed) => {
      const code = readCode(typed)
      if (code === undefined) return undefined
      const now = clock()
      // The try is counted before it is looked at: so many guesses at once are still so many guesses.
      const tried = await database.updateTable('tablet_code').set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
        .where('id', '=', code.invitation).where('tries', '<', mostCodeTries).where('expires_at', '>', now).returningAll().executeTakeFirst()
      const hash = await hashSecret(code)
      if (tried === undefined || !isSameHash(tried.secret_hash, hash)) return undefined
      const credential = randomBytes(32).toString('base64url')
      return database.transaction().execute(async (transaction) => {
        // Whoever takes the code away enrols: however many try at once, one does.
        const won = await transaction.deleteFrom('tablet_code').where('id', '=', code.invitation).executeTakeFirst()
        if (won.numDeletedRows !== 1n) return undefined
        const { organisation, name, lock_seconds, made_by, made_by_name } = tried
        await transaction.insertInto('tablet').values({ id: newId(), secret_hash: hashCredential(credential), organisation, name, lock_seconds, made_by, made_by_name, enrolled_at: now, seen_at: now }).execute()
        return credential
      })
    },
    find: async (credential) => {
      if (credential === '') return undefined
      const row = await database.selectFrom('tablet').selectAll().where('secret_hash', '=', hashCredential(credential)).executeTakeFirst()
      if (row === undefined) return undefined
      const now = clock()
      if (row.seen_at < later(now, { seconds: -noteEverySeconds })) await database.updateTable('tablet').set({ seen_at: now }).where('id', '=', row.id).execute()
      return tabletOf(row)
    },
    all: async (organisation) => (await database.selectFrom('tablet').selectAll().where('organisation', '=', organisation).orderBy('name').orderBy('enrolled_at').execute()).map(tabletOf),
    revoke: async (organisation, id) => {
      const own = await database.selectFrom('tablet').select('id').where('organisation', '=', organisation).where('id', '=', id).executeTakeFirst()
      if (own === undefined) return
      await endSessionsOf(id)
      await database.deleteFrom('tablet').where('id', '=', id).execute()
    },
    workers: async (tablet) => (await database.selectFrom('tablet_worker').selectAll().where('tablet', '=', tablet).execute()).map(workerOf),
    of: async (person) => (await database.selectFrom('tablet_worker').selectAll().where('person', '=', person).execute()).map(workerOf),
    choosePin: async (tablet, person, pin) => {
      const kept = { pin_hash: await hashPin(pepper, { tablet, person }, pin), tries: 0, chosen_at: clock() }
      await database.insertInto('tablet_worker').values({ id: newId(), tablet, person, ...kept }).onConflict((conflict) => conflict.columns(['tablet', 'person']).doUpdateSet(kept)).execute()
      await endSessionsOf(tablet, person)
    },
    leave: async (tablet, person) => {
      await database.deleteFrom('tablet_worker').where('tablet', '=', tablet).where('person', '=', person).execute()
      await endSessionsOf(tablet, person)
    },
    tryPin: async (tablet, worker, pin) => {
      const tried = await database.updateTable('tablet_worker').set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
        .where('id', '=', worker).where('tablet', '=', tablet).where('tries', '<', mostPinTries).returningAll().executeTakeFirst()
      if (tried === undefined) {
        const known = await database.selectFrom('tablet_worker').select('id').where('id', '=', worker).where('tablet', '=', tablet).executeTakeFirst()
        return { kind: known === undefined ? 'unknown' : 'locked' }
      }
      if (!await isSamePin(pepper, { tablet, person: tried.person }, pin, tried.pin_hash)) return tried.tries >= mostPinTries ? { kind: 'locked' } : { kind: 'wrong', left: mostPinTries - tried.tries }
      // A PIN that was changed meanwhile is not the one that was tried.
      const won = await database.updateTable('tablet_worker').set({ tries: 0 }).where('id', '=', worker).where('pin_hash', '=', tried.pin_hash).executeTakeFirst()
      return won.numUpdatedRows === 1n ? { kind: 'in', person: tried.person } : { kind: 'wrong', left: mostPinTries - tried.tries }
    },
    lock: endSessionsOf,
  }
}

/** What is kept of a credential: it has 256 random bits, so that nobody has to make guessing slow. */
export const hashCredential = (credential: string): string => createHash('sha256').update(`tablet ${credential}`).digest('base64url')

const makerOf = ({ made_by, made_by_name }: Pick<TabletRow, 'made_by' | 'made_by_name'>): Maker => ({ person: made_by, ...(made_by_name !== null && { name: made_by_name }) })
const tabletOf = (row: TabletRow): Tablet =>
  ({ id: row.id, organisation: row.organisation, name: row.name, lockSeconds: row.lock_seconds, enrolledAt: row.enrolled_at, seenAt: row.seen_at, madeBy: makerOf(row) })
const workerOf = ({ id, tablet, person, tries }: TabletWorkerRow): TabletWorker => ({ id, tablet, person, isLocked: tries >= mostPinTries })

const later = (now: IsoInstant, duration: Temporal.DurationLike): IsoInstant => Temporal.Instant.from(now).add(duration).toString({ fractionalSecondDigits: 3 })
