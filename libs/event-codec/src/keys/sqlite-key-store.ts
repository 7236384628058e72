import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { newId, type Id } from '@samenspel/kernel'
import { createLru } from '../lru.ts'
import type { KeyManagement, KeyOwner, KeyStore } from './key-store.ts'

/** These keys were wrapped with another master key than the one given. */
export class WrongMasterKey extends Error {
  readonly code = 'wrong-master-key'
  constructor(file: string, options: ErrorOptions) {
    super(`the master key does not fit ${file}`, options)
    this.name = 'WrongMasterKey'
  }
}

const schema = `
  CREATE TABLE IF NOT EXISTS data_key (
    id TEXT PRIMARY KEY,
    scope TEXT NOT NULL,
    subject TEXT NOT NULL,
    controller TEXT NOT NULL,
    retention_class TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    UNIQUE (scope, subject, controller, retention_class)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS master_key_check (wrapped BLOB NOT NULL) STRICT`

/** Opened keys that are kept at hand: some hundred cases' worth. */
const mostOpened = 10_000

/**
 * Keys in a SQLite database of their own, each wrapped by the master key. New keys are rare, so they are written
 * right here, durably; what is deleted is overwritten, in the file and in its write-ahead log.
 * @throws WrongMasterKey
 */
export const openSqliteKeyStore = async ({ file, kms }: { readonly file: string; readonly kms: KeyManagement }): Promise<KeyStore> => {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; ${schema}`)
  await checkMasterKey(database, file, kms)
  const idOf = database.prepare('SELECT id FROM data_key WHERE scope = ? AND subject = ? AND controller = ? AND retention_class = ?')
  const wrappedOf = database.prepare('SELECT wrapped FROM data_key WHERE id = ?')
  const insert = database.prepare('INSERT OR IGNORE INTO data_key (id, scope, subject, controller, retention_class, wrapped) VALUES (?, ?, ?, ?, ?, ?)')
  const remove = database.prepare(`DELETE FROM data_key
    WHERE scope = :scope AND subject = ifnull(:subject, subject) AND controller = ifnull(:controller, controller)
      AND retention_class = ifnull(:retentionClass, retention_class) RETURNING id`)
  const opened = createLru<KeyObject>(mostOpened)
  let ids = createLru<Id>(mostOpened)

  const find = async (id: Id): Promise<KeyObject | undefined> => {
    const known = opened.get(id)
    if (known !== undefined) return known
    const wrapped = wrappedOf.get(id)?.['wrapped']
    if (wrapped === undefined) return undefined
    const key = createSecretKey(await kms.unwrap(wrapped as Uint8Array, id))
    // It may have been destroyed while it was being unwrapped.
    if (wrappedOf.get(id) === undefined) return undefined
    opened.set(id, key)
    return key
  }

  const idFor = (owner: KeyOwner): Id | undefined => {
    const name = JSON.stringify(valuesOf(owner))
    const id = ids.get(name) ?? idOf.get(...valuesOf(owner))?.['id']
    if (id === undefined) return undefined
    ids.set(name, String(id))
    return String(id)
  }
  const make = async (owner: KeyOwner) => {
    const id = newId()
    return { id, owner, wrapped: await kms.wrap(randomBytes(32), id) }
  }

  return {
    keysFor: async owners => {
      const made = await Promise.all(owners.filter(owner => idFor(owner) === undefined).map(make))
      if (made.length > 0) {
        database.exec('BEGIN IMMEDIATE')
        // Whoever was first made the key of an owner; a second one made at the same time is dropped.
        for (const { id, owner, wrapped } of made) insert.run(id, ...valuesOf(owner), wrapped)
        database.exec('COMMIT')
      }
      return Promise.all(owners.map(async owner => {
        const id = idFor(owner)
        const key = id === undefined ? undefined : await find(id)
        if (id === undefined || key === undefined) throw new Error('the key was destroyed while it was asked for')
        return { id, key }
      }))
    },
    find,
    destroy: async owners => {
      await Promise.resolve()
      const removed = remove.all({ subject: null, controller: null, retentionClass: null, ...owners })
      for (const { id } of removed) opened.delete(String(id))
      ids = createLru(mostOpened)
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      return removed.length
    },
    close: () => { database.close() },
  }
}

const valuesOf = ({ scope, subject, controller, retentionClass }: KeyOwner) => [scope, subject, controller, retentionClass] as const

/** A master key that was replaced by accident must be found before anything is sealed with it. */
const checkMasterKey = async (database: DatabaseSync, file: string, kms: KeyManagement): Promise<void> => {
  const context = 'master-key-check'
  const wrapped = database.prepare('SELECT wrapped FROM master_key_check').get()?.['wrapped']
  if (wrapped === undefined) {
    database.prepare('INSERT INTO master_key_check (wrapped) VALUES (?)').run(await kms.wrap(Buffer.from(context), context))
    return
  }
  try {
    await kms.unwrap(wrapped as Uint8Array, context)
  } catch (error) {
    database.close()
    throw new WrongMasterKey(file, { cause: error })
  }
}
