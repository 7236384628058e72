import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { newId, type Id } from '@samenspel/kernel'
import { createLru } from '../lru.ts'
import { damagedIn, makeEpoch, openEpoch, unwrapKey, unwrapOlderKey, wrapKey, type Epoch, type WrappedEpoch } from './epoch.ts'
import { isSameOwner, KeyContradicted, KeyDamaged, type KeyManagement, type KeyOwner, type KeyStore } from './key-store.ts'

/**
 * The form of the file that this program writes. Form 0 had no epochs: its keys were wrapped by the master key itself. In form 1 a
 * key was wrapped without its owner, and nobody saw when that was another one.
 */
const currentForm = 2

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
  CREATE TABLE IF NOT EXISTS key_epoch (id TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS destroyed_key (id TEXT PRIMARY KEY) STRICT`

/** Opened keys that are kept at hand: some hundred cases' worth. */
const mostOpened = 10_000

/**
 * Keys in a SQLite database of their own, each wrapped by the key of the present epoch, and that one by the master key. A
 * destruction ends the epoch: the keys that stay are wrapped anew, so a wrapped key that survives on some disk opens no more than
 * the epoch's key that is gone with it. New keys are rare, so they are written right here, durably; what is deleted is
 * overwritten, in the file and in its write-ahead log.
 * @throws WrongMasterKey
 */
export const openSqliteKeyStore = async ({ file, kms }: { readonly file: string; readonly kms: KeyManagement }): Promise<KeyStore> => {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; ${schema}`)
  let epoch = await presentEpoch(database, unwrapping(database, file, kms), kms)
  const idOf = database.prepare('SELECT id FROM data_key WHERE scope = ? AND subject = ? AND controller = ? AND retention_class = ?')
  const keyOf = database.prepare('SELECT * FROM data_key WHERE id = ?')
  const insert = database.prepare('INSERT INTO data_key (id, scope, subject, controller, retention_class, wrapped) VALUES (?, ?, ?, ?, ?, ?)')
  const remove = database.prepare(`DELETE FROM data_key
    WHERE scope = :scope AND subject = ifnull(:subject, subject) AND controller = ifnull(:controller, controller)
      AND retention_class = ifnull(:retentionClass, retention_class) RETURNING id`)
  const columns = 'id, scope, subject, controller, retention_class'
  const ofScope = database.prepare(`SELECT ${columns} FROM data_key WHERE scope = ? ORDER BY id`)
  const sameIdOrOwner = database.prepare(`SELECT ${columns} FROM data_key WHERE id = ? OR (scope = ? AND subject = ? AND controller = ? AND retention_class = ?)`)
  const remember = database.prepare('INSERT INTO destroyed_key VALUES (?) ON CONFLICT DO NOTHING')
  const wasDestroyed = database.prepare('SELECT 1 FROM destroyed_key WHERE id = ?')
  const removeNamed = database.prepare('DELETE FROM data_key WHERE id IN (SELECT value FROM json_each(?)) RETURNING id')
  const isKept = database.prepare('SELECT 1 FROM data_key WHERE id = ?')
  let opened = createLru<KeyObject>(mostOpened)
  let ids = createLru<Id>(mostOpened)

  const find = (id: Id): KeyObject | undefined => {
    const known = opened.get(id)
    if (known !== undefined) return known
    const row = keyOf.get(id)
    if (row === undefined) return undefined
    const key = unwrapKey(epoch, row['wrapped'] as Uint8Array, id, ownerOf(row))
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
  const make = (owner: KeyOwner): void => {
    const id = newId()
    insert.run(id, ...valuesOf(owner), wrapKey(epoch, randomBytes(32), id, owner))
  }

  return {
    keysFor: async owners => {
      await Promise.resolve()
      const known = owners.map(idFor)
      // Most are there; only what is missing needs a commit.
      if (known.includes(undefined)) inOneCommit(database, () => { for (const owner of owners) if (idOf.get(...valuesOf(owner)) === undefined) make(owner) })
      return owners.map((owner, i) => {
        const id = known[i] ?? idFor(owner)!
        return { id, key: find(id)! }
      })
    },
    find,
    ofScope: async scope => {
      await Promise.resolve()
      return ofScope.all(scope).map(row => ({ id: String(row['id']), key: find(String(row['id']))!, owner: ownerOf(row) }))
    },
    adopt: async (keys, destroyed = []) => {
      await Promise.resolve()
      return inOneCommit(database, () => {
        for (const id of destroyed) if (keyOf.get(id) === undefined) remember.run(id)
        return keys.flatMap(({ id, key, owner }) => {
          if (wasDestroyed.get(id) !== undefined) return []
          const [there, ...more] = sameIdOrOwner.all(id, ...valuesOf(owner))
          if (there === undefined) insert.run(id, ...valuesOf(owner), wrapKey(epoch, key.export(), id, owner))
          else if (more.length > 0 || there['id'] !== id || !isSameOwner(ownerOf(there), owner) || !find(id)!.equals(key)) throw new KeyContradicted(id)
          return [id]
        })
      })
    },
    kept: async ids => {
      await Promise.resolve()
      return ids.filter(id => isKept.get(id) !== undefined)
    },
    epoch: async () => {
      await Promise.resolve()
      return epoch.id
    },
    destroy: async which => {
      const next = await makeEpoch(kms)
      const removed = inOneCommit(database, () => {
        const rows = 'ids' in which ? removeNamed.all(JSON.stringify(which.ids)) : remove.all({ subject: null, controller: null, retentionClass: null, ...which })
        const gone = rows.map(({ id }) => String(id))
        for (const id of 'ids' in which ? which.ids : gone) remember.run(id)
        if (gone.length > 0) beginEpoch(database, next, (wrapped, id, owner) => unwrapKey(epoch, wrapped, id, owner))
        return gone
      })
      if (removed.length > 0) epoch = next
      for (const id of removed) opened.delete(id)
      ids = createLru(mostOpened)
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      return removed
    },
    damaged: async () => {
      await Promise.resolve()
      return database.prepare('SELECT * FROM data_key').all().flatMap(row => damagedIn(() => unwrapKey(epoch, row['wrapped'] as Uint8Array, String(row['id']), ownerOf(row))))
    },
    forget: () => {
      opened = createLru(mostOpened)
      ids = createLru(mostOpened)
    },
    close: async () => {
      await Promise.resolve()
      database.close()
    },
  }
}

/** What somebody needs who only looks. */
export type KeyReader = Pick<KeyStore, 'find' | 'damaged' | 'close'>

/**
 * The keys as they stand, for who only looks: it writes nothing, also while the application works with the file.
 * @throws WrongMasterKey
 */
export const openSqliteKeyReader = async ({ file, kms }: { readonly file: string; readonly kms: KeyManagement }): Promise<KeyReader> => {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
  const kept = hasEpochs(database) ? database.prepare('SELECT id, wrapped FROM key_epoch').get() : undefined
  if (kept === undefined) return readerWithoutEpochs(database, kms)
  const open = unwrapping(database, file, kms)
  let epoch = await open(wrappedOf(kept))
  // In one look, since the epoch may end between two.
  const select = 'SELECT data_key.*, key_epoch.id AS epoch, key_epoch.wrapped AS epoch_key, user_version FROM data_key, key_epoch, pragma_user_version'
  const keyOf = database.prepare(`${select} WHERE data_key.id = ?`)
  const unwrap = async (row: Record<string, unknown>): Promise<() => KeyObject> => {
    const present = epoch.id === row['epoch'] ? epoch : await open({ id: String(row['epoch']), wrapped: row['epoch_key'] as Uint8Array })
    epoch = present
    const { id, wrapped } = wrappedOf(row)
    return () => Number(row['user_version']) < currentForm ? unwrapOlderKey(present, wrapped, id) : unwrapKey(present, wrapped, id, ownerOf(row))
  }
  return {
    find: async id => {
      const row = keyOf.get(id)
      return row === undefined ? undefined : (await unwrap(row))()
    },
    damaged: async () => {
      const damaged: Id[] = []
      for (const row of database.prepare(select).all()) damaged.push(...damagedIn(await unwrap(row)))
      return damaged
    },
    close: async () => {
      await Promise.resolve()
      database.close()
    },
  }
}

const hasEpochs = (database: DatabaseSync): boolean => database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'key_epoch'").get() !== undefined

/** A file in form 0, which nobody has opened to work with since there are epochs. */
const readerWithoutEpochs = (database: DatabaseSync, kms: KeyManagement): KeyReader => {
  const keyOf = database.prepare('SELECT wrapped FROM data_key WHERE id = ?')
  return {
    find: async id => {
      const wrapped = keyOf.get(id)?.['wrapped']
      return wrapped === undefined ? undefined : createSecretKey(await kms.unwrap(wrapped as Uint8Array, id))
    },
    damaged: async () => {
      const damaged: Id[] = []
      for (const { id, wrapped } of database.prepare('SELECT id, wrapped FROM data_key').all().map(wrappedOf)) await kms.unwrap(wrapped, id).catch(() => { damaged.push(id) })
      return damaged
    },
    close: async () => {
      await Promise.resolve()
      database.close()
    },
  }
}

const ownerOf = (row: Record<string, unknown>): KeyOwner =>
  ({ scope: String(row['scope']), subject: String(row['subject']), controller: String(row['controller']), retentionClass: String(row['retention_class']) })

const valuesOf = ({ scope, subject, controller, retentionClass }: KeyOwner) => [scope, subject, controller, retentionClass] as const

const inOneCommit = <Result>(database: DatabaseSync, work: () => Result): Result => {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** Wraps every key anew and lets go of the epoch before. Within a commit: all keys or none. One that is damaged stays so: it must not keep others from being erased. */
const beginEpoch = (database: DatabaseSync, next: Epoch & WrappedEpoch, unwrap: (wrapped: Uint8Array, id: Id, owner: KeyOwner) => KeyObject): void => {
  const change = database.prepare('UPDATE data_key SET wrapped = ? WHERE id = ?')
  for (const row of database.prepare('SELECT * FROM data_key').all()) {
    const [id, owner] = [String(row['id']), ownerOf(row)]
    try {
      change.run(wrapKey(next, unwrap(row['wrapped'] as Uint8Array, id, owner).export(), id, owner), id)
    } catch (error) {
      if (!(error instanceof KeyDamaged)) throw error
    }
  }
  database.exec('DELETE FROM key_epoch')
  database.prepare('INSERT INTO key_epoch VALUES (?, ?)').run(next.id, next.wrapped)
}

/** A master key that was replaced by accident must be found before anything is sealed with it. A file of an older form is brought to the present one. */
const presentEpoch = async (database: DatabaseSync, open: (kept: WrappedEpoch) => Promise<Epoch>, kms: KeyManagement): Promise<Epoch> => {
  const kept = database.prepare('SELECT id, wrapped FROM key_epoch').get()
  const epoch = kept === undefined ? undefined : await open(wrappedOf(kept))
  if (epoch !== undefined && Number(database.prepare('PRAGMA user_version').get()?.['user_version']) >= currentForm) return epoch
  const next = await makeEpoch(kms)
  const unwrap = epoch === undefined ? await unwrappedByMaster(database, open) : (wrapped: Uint8Array, id: Id) => unwrapOlderKey(epoch, wrapped, id)
  inOneCommit(database, () => {
    beginEpoch(database, next, unwrap)
    database.exec(`DROP TABLE IF EXISTS master_key_check; PRAGMA user_version = ${currentForm}`)
  })
  return next
}

const unwrappedByMaster = async (database: DatabaseSync, open: (kept: WrappedEpoch) => Promise<Epoch>): Promise<(wrapped: Uint8Array, id: Id) => KeyObject> => {
  const unwrapped = new Map<Id, KeyObject>()
  for (const row of database.prepare('SELECT id, wrapped FROM data_key').all()) {
    const { id, key } = await open(wrappedOf(row))
    unwrapped.set(id, key)
  }
  return (_, id) => unwrapped.get(id)!
}

const wrappedOf = ({ id, wrapped }: Record<string, unknown>): WrappedEpoch => ({ id: String(id), wrapped: wrapped as Uint8Array })

/** Opens what the master key wrapped. @throws WrongMasterKey, and then lets go of the file */
const unwrapping = (database: DatabaseSync, file: string, kms: KeyManagement) => async (kept: WrappedEpoch): Promise<Epoch> => {
  try {
    return await openEpoch(kms, kept, file)
  } catch (error) {
    database.close()
    throw error
  }
}
