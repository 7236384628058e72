import { randomBytes, type KeyObject } from 'node:crypto'
import { newId, type Id } from '@samenspel/kernel'
import type { Pool, PoolClient, QueryResultRow } from 'pg'
import { createLru } from '../lru.ts'
import { damagedIn, makeEpoch, openEpoch, unwrapKey, wrapKey, type Epoch, type WrappedEpoch } from './epoch.ts'
import { isSameOwner, KeyContradicted, KeyDamaged, type DataKey, type KeyManagement, type KeyOwner, type KeyStore, type WhichKeys } from './key-store.ts'

/** The database of the keys can't be reached, or can't do what was asked; whether a change was made is unknown. */
export class KeyStoreUnavailable extends Error {
  readonly code = 'key-store-unavailable'
  constructor(cause: unknown) {
    super(`the keys can't be reached: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'KeyStoreUnavailable'
  }
}

/** The schema of the keys was written by a newer program. */
export class KeyStoreTooNew extends Error {
  readonly code = 'key-store-too-new'
  constructor(schema: string, found: number) {
    super(`the keys in the schema ${schema} have form ${found}, and this program knows form ${currentForm}`)
    this.name = 'KeyStoreTooNew'
  }
}

export type PostgresKeyStoreParts = {
  /** `postgres://user:password@host:port/database`: a database of its own, since its backups must end sooner than those of the events. */
  readonly url: string
  readonly schema?: string
  readonly kms: KeyManagement
}

const currentForm = 1
/** Opened keys that are kept at hand: some hundred cases' worth. */
const mostOpened = 10_000
/** Milliseconds until a server that doesn't answer counts as gone. */
const connectWithin = 5_000
const answerWithin = 30_000

/**
 * The keys of persons in a PostgreSQL database, for any number of processes; wrapped as in SQLite: each by the key of the present
 * epoch, and that one by the master key, which all processes share. A destruction writes the keys that stay, wrapped anew, to new
 * files and drops the old ones; what the server's write-ahead log and its archive still hold ends when they do.
 * @throws WrongMasterKey, KeyStoreTooNew, KeyStoreUnavailable
 */
export const openPostgresKeyStore = async ({ url, schema = 'key_store', kms }: PostgresKeyStoreParts): Promise<KeyStore> => {
  // Loaded by whom it concerns: it takes as long to load as all the rest of this library.
  const pg = await import('pg')
  const pool = new pg.Pool({
    connectionString: url, application_name: 'samenspel', max: 4, connectionTimeoutMillis: connectWithin, query_timeout: answerWithin, keepAlive: true,
    options: '-c default_transaction_isolation=read\\ committed -c synchronous_commit=on',
  })
  // A connection that is lost while it rests is let go of; the next question makes a new one.
  pool.on('error', () => {})
  // One that is lost in the middle of a transaction says so too; the next statement hears of it.
  pool.on('connect', client => { client.on('error', () => {}) })
  const tables = { schema: pg.escapeIdentifier(schema), key: `${pg.escapeIdentifier(schema)}.data_key`, epoch: `${pg.escapeIdentifier(schema)}.key_epoch` }
  const lock = `SELECT pg_advisory_xact_lock(hashtextextended(${pg.escapeLiteral(schema)}, 0))`
  let epoch: Epoch | undefined
  let opened = createLru<KeyObject>(mostOpened)

  const ask = async <Row extends QueryResultRow>(on: Pool | PoolClient, text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    try {
      return (await on.query<Row>(text, [...values])).rows
    } catch (error) {
      throw new KeyStoreUnavailable(error)
    }
  }
  /** One at a time, in all processes: two at once would each make a key, or wrap with another epoch. */
  const inTurn = async <Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> => {
    const client = await pool.connect().catch((error: unknown) => { throw new KeyStoreUnavailable(error) })
    try {
      await ask(client, 'BEGIN')
      await ask(client, lock)
      const result = await work(client)
      await ask(client, 'COMMIT')
      client.release()
      return result
    } catch (error) {
      // Whatever state it is in, this connection isn't used again.
      client.release(true)
      throw error
    }
  }

  const epochOf = async (kept: WrappedEpoch): Promise<Epoch> => {
    const present = epoch?.id === kept.id ? epoch : await openEpoch(kms, kept, `the keys in the schema ${schema}`)
    epoch = present
    return present
  }
  const presentEpoch = async (client: PoolClient): Promise<Epoch> => {
    const [kept] = await ask<WrappedEpoch>(client, `SELECT id, wrapped FROM ${tables.epoch}`)
    return epochOf(kept!)
  }
  const open = async ({ id, wrapped, epoch_id, epoch_wrapped, ...row }: KeyRow): Promise<DataKey> => {
    const key = opened.get(id) ?? unwrapKey(await epochOf({ id: epoch_id, wrapped: epoch_wrapped }), wrapped, id, ownerOf(row))
    opened.set(id, key)
    return { id, key }
  }
  const columns = 'k.*, e.id AS epoch_id, e.wrapped AS epoch_wrapped'

  /** Asked each time, not remembered: a fact must never be sealed with a key that another process destroyed. */
  const kept = async (owners: readonly KeyOwner[]): Promise<ReadonlyMap<string, KeyRow>> => {
    const rows = await ask<KeyRow>(pool, `SELECT ${columns} FROM ${tables.epoch} e, ${tables.key} k
      JOIN unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS asked(scope, subject, controller, retention_class) USING (scope, subject, controller, retention_class)`, columnsOf(owners))
    return new Map(rows.map(row => [nameOf(ownerOf(row)), row]))
  }
  const insert = (client: PoolClient, keys: readonly NewKey[], onConflict = ''): Promise<unknown> =>
    ask(client, `INSERT INTO ${tables.key} (scope, subject, controller, retention_class, id, wrapped)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[]) ${onConflict}`,
    [...columnsOf(keys.map(({ owner }) => owner)), keys.map(({ id }) => id), keys.map(({ wrapped }) => wrapped)])
  const make = (owners: readonly KeyOwner[]): Promise<unknown> => inTurn(async client => {
    const present = await presentEpoch(client)
    const made = owners.map(owner => ({ owner, id: newId() }))
    await insert(client, made.map(({ owner, id }) => ({ owner, id, wrapped: wrapKey(present, randomBytes(32), id, owner) })), 'ON CONFLICT DO NOTHING')
  })

  const keysFor = async (owners: readonly KeyOwner[]): Promise<readonly DataKey[]> => {
    const asked = [...new Map(owners.map(owner => [nameOf(owner), owner])).values()]
    for (;;) {
      const there = await kept(asked)
      const missing = asked.filter(owner => !there.has(nameOf(owner)))
      if (missing.length === 0) return Promise.all(owners.map(owner => open(there.get(nameOf(owner))!)))
      await make(missing)
    }
  }

  const removal = (which: WhichKeys): readonly [text: string, values: readonly unknown[]] => 'ids' in which
    ? [`DELETE FROM ${tables.key} WHERE id = ANY($1) RETURNING id`, [which.ids]]
    : [`DELETE FROM ${tables.key} WHERE scope = $1 AND subject = coalesce($2, subject)
        AND controller = coalesce($3, controller) AND retention_class = coalesce($4, retention_class) RETURNING id`, [which.scope, which.subject ?? null, which.controller ?? null, which.retentionClass ?? null]]

  const destroy: KeyStore['destroy'] = async which => {
    const next = await makeEpoch(kms)
    const removed = await inTurn(async client => {
      const old = await presentEpoch(client)
      const gone = await ask<{ id: Id }>(client, ...removal(which))
      const known = 'ids' in which ? which.ids : gone.map(({ id }) => id)
      await ask(client, `INSERT INTO ${tables.schema}.destroyed_key SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`, [known])
      if (gone.length === 0) return []
      const stay = await ask<OwnerRow & WrappedEpoch>(client, `SELECT * FROM ${tables.key}`)
      // To new files: rows that were changed or deleted in place would stay in the old ones until they are overwritten. In the order in which readers take them.
      await ask(client, `TRUNCATE ${tables.epoch}, ${tables.key}`)
      await ask(client, `INSERT INTO ${tables.epoch} VALUES ($1, $2)`, [next.id, next.wrapped])
      await insert(client, stay.map(({ id, wrapped, ...row }) => ({ id, owner: ownerOf(row), wrapped: wrappedAnew(old, next, wrapped, id, ownerOf(row)) })))
      return gone.map(({ id }) => id)
    })
    opened = createLru(mostOpened)
    return removed
  }

  try {
    await inTurn(async client => {
      const [there] = await ask<{ schema: boolean; form: boolean }>(client, 'SELECT to_regnamespace($1) IS NOT NULL AS schema, to_regclass($2) IS NOT NULL AS form', [tables.schema, `${tables.schema}.form`])
      if (there!.form) {
        const [form] = await ask<{ number: number }>(client, `SELECT number FROM ${tables.schema}.form`)
        if (form!.number > currentForm) throw new KeyStoreTooNew(schema, form!.number)
        return
      }
      const firstEpoch = await makeEpoch(kms)
      if (!there!.schema) await ask(client, `CREATE SCHEMA ${tables.schema}`)
      await ask(client, `CREATE TABLE ${tables.key} (scope text NOT NULL, subject text NOT NULL, controller text NOT NULL, retention_class text NOT NULL,
        id text PRIMARY KEY, wrapped bytea NOT NULL, UNIQUE (scope, subject, controller, retention_class))`)
      await ask(client, `CREATE TABLE ${tables.schema}.destroyed_key (id text PRIMARY KEY)`)
      await ask(client, `CREATE TABLE ${tables.epoch} (id text PRIMARY KEY, wrapped bytea NOT NULL)`)
      await ask(client, `INSERT INTO ${tables.epoch} VALUES ($1, $2)`, [firstEpoch.id, firstEpoch.wrapped])
      await ask(client, `CREATE TABLE ${tables.schema}.form AS SELECT ${currentForm} AS number`)
    })
    await inTurn(presentEpoch)
  } catch (error) {
    await pool.end()
    throw error
  }

  let closed: Promise<void> | undefined
  return {
    keysFor, destroy,
    kept: async ids => (await ask<{ id: Id }>(pool, `SELECT id FROM ${tables.key} WHERE id = ANY($1)`, [ids])).map(({ id }) => id),
    epoch: async () => (await ask<WrappedEpoch>(pool, `SELECT id, wrapped FROM ${tables.epoch}`))[0]!.id,
    find: async id => {
      const known = opened.get(id)
      if (known !== undefined) return known
      const [row] = await ask<KeyRow>(pool, `SELECT ${columns} FROM ${tables.epoch} e, ${tables.key} k WHERE k.id = $1`, [id])
      return row === undefined ? undefined : (await open(row)).key
    },
    ofScope: async scope => {
      const rows = await ask<KeyRow>(pool, `SELECT ${columns} FROM ${tables.epoch} e, ${tables.key} k WHERE k.scope = $1 ORDER BY k.id`, [scope])
      return Promise.all(rows.map(async row => ({ ...await open(row), owner: ownerOf(row) })))
    },
    adopt: (keys, destroyedElsewhere = []) => inTurn(async client => {
      const present = await presentEpoch(client)
      await ask(client, `INSERT INTO ${tables.schema}.destroyed_key SELECT id FROM unnest($1::text[]) AS id WHERE id NOT IN (SELECT id FROM ${tables.key}) ON CONFLICT DO NOTHING`, [destroyedElsewhere])
      const destroyed = new Set((await ask<{ id: Id }>(client, `SELECT id FROM ${tables.schema}.destroyed_key WHERE id = ANY ($1)`, [keys.map(({ id }) => id)])).map(({ id }) => id))
      const adopted = keys.filter(({ id }) => !destroyed.has(id))
      for (const { id, key, owner } of adopted) {
        const [there, ...more] = await ask<OwnerRow & WrappedEpoch>(client, `SELECT * FROM ${tables.key} WHERE id = $1 OR (scope = $2 AND subject = $3 AND controller = $4 AND retention_class = $5)`, [id, ...valuesOf(owner)])
        if (there === undefined) await insert(client, [{ id, owner, wrapped: wrapKey(present, key.export(), id, owner) }])
        else if (more.length > 0 || there.id !== id || !isSameOwner(ownerOf(there), owner) || !unwrapKey(present, there.wrapped, id, owner).equals(key)) throw new KeyContradicted(id)
      }
      return adopted.map(({ id }) => id)
    }),
    damaged: async () => {
      const damaged: Id[] = []
      for (const { id, wrapped, epoch_id, epoch_wrapped, ...row } of await ask<KeyRow>(pool, `SELECT ${columns} FROM ${tables.epoch} e, ${tables.key} k`)) {
        const present = await epochOf({ id: epoch_id, wrapped: epoch_wrapped })
        damaged.push(...damagedIn(() => unwrapKey(present, wrapped, id, ownerOf(row))))
      }
      return damaged
    },
    forget: () => { opened = createLru(mostOpened) },
    close: () => closed ??= pool.end(),
  }
}

/** A key and the epoch it is wrapped with, seen in one look: the epoch may end between two. */
type KeyRow = OwnerRow & { readonly id: Id; readonly wrapped: Buffer; readonly epoch_id: Id; readonly epoch_wrapped: Buffer }
type OwnerRow = { readonly scope: string; readonly subject: string; readonly controller: string; readonly retention_class: string }

/** One that is damaged stays so: it must not keep others from being erased. */
const wrappedAnew = (old: Epoch, next: Epoch, wrapped: Uint8Array, id: Id, owner: KeyOwner): Uint8Array => {
  try {
    return wrapKey(next, unwrapKey(old, wrapped, id, owner).export(), id, owner)
  } catch (error) {
    if (error instanceof KeyDamaged) return wrapped
    throw error
  }
}

type NewKey = { readonly id: Id; readonly owner: KeyOwner; readonly wrapped: Uint8Array }

const ownerOf = ({ scope, subject, controller, retention_class }: OwnerRow): KeyOwner => ({ scope, subject, controller, retentionClass: retention_class })
const valuesOf = ({ scope, subject, controller, retentionClass }: KeyOwner) => [scope, subject, controller, retentionClass] as const
const nameOf = (owner: KeyOwner): string => JSON.stringify(valuesOf(owner))

const columnsOf = (owners: readonly KeyOwner[]): readonly (readonly string[])[] => [
  owners.map(({ scope }) => scope), owners.map(({ subject }) => subject), owners.map(({ controller }) => controller), owners.map(({ retentionClass }) => retentionClass),
]
