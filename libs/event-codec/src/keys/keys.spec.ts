import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createSecretKey } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { seal } from '../sealing.ts'
import { openFileKeyManagement } from './file-key-management.ts'
import { bytesOf, keyStoreContract, owner } from './key-store.contract.ts'
import { openSqliteKeyReader, openSqliteKeyStore } from './sqlite-key-store.ts'

let folder: string
let dataFolder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'))
  dataFolder = join(folder, 'data')
  mkdirSync(dataFolder)
})
afterEach(() => { rmSync(folder, { recursive: true }) })

const aKms = (name = 'master.key') => openFileKeyManagement({ file: join(folder, name), dataFolder })

describe('the master key in a file', () => {
  test('is made once, for its owner only, and found again', async () => {
    const wrapped = await aKms().wrap(Buffer.from('key'), 'context')
    expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).sort()).toEqual(['data', 'master.key'])
    expect(Buffer.from(await aKms().unwrap(wrapped, 'context')).toString()).toBe('key')
  })
  test('unwraps only in the context it wrapped for', async () => {
    const kms = aKms()
    await expect(kms.unwrap(await kms.wrap(Buffer.from('key'), 'one'), 'other')).rejects.toThrow()
  })
  test('is refused when others can read it', () => {
    aKms()
    chmodSync(join(folder, 'master.key'), 0o640)
    expect(() => aKms()).toThrow('master-key-readable-by-others')
  })
  test('is refused inside the data folder, where a backup would take it along', () => {
    expect(() => openFileKeyManagement({ file: join(dataFolder, 'master.key'), dataFolder })).toThrow('master-key-in-data-folder')
    expect(readdirSync(dataFolder)).toEqual([])
  })
  test('is refused when it is no key', () => {
    writeFileSync(join(folder, 'master.key'), 'short', { mode: 0o600 })
    expect(() => aKms()).toThrow('master-key-damaged')
  })
})

describe('keys in a SQLite file', () => {
  const file = () => join(dataFolder, 'keys.sqlite')
  keyStoreContract(() => ({
    open: kms => openSqliteKeyStore({ file: file(), kms }),
    change: async (id, field, value) => {
      await Promise.resolve()
      const database = new DatabaseSync(file(), { timeout: 5_000 })
      database.prepare(`UPDATE data_key SET ${field} = ? WHERE id = ?`).run(value, id)
      database.close()
    },
  }))

  test('a key is in the file before it is handed out, and only wrapped', async () => {
    const keys = await openSqliteKeyStore({ file: file(), kms: aKms() })
    const [made] = await keys.keysFor([owner])
    const other = new DatabaseSync(file(), { readOnly: true })
    const { wrapped } = other.prepare('SELECT wrapped FROM data_key WHERE id = ?').get(made!.id) as { wrapped: Uint8Array }
    expect(Buffer.from(wrapped).includes(made!.key.export())).toBe(false)
    other.close()
    await keys.close()
  })
  test('a destruction ends the epoch: what stays is wrapped anew, and no file holds the key that wrapped before', async () => {
    const keys = await openSqliteKeyStore({ file: file(), kms: aKms() })
    const owners = Array.from({ length: 50 }, (_, i) => ({ ...owner, subject: `child:${i}` }))
    await keys.keysFor(owners)
    const blobs = () => {
      const reader = new DatabaseSync(file(), { readOnly: true })
      const found = ['data_key', 'key_epoch'].flatMap(table => reader.prepare(`SELECT wrapped FROM ${table}`).all().map(({ wrapped }) => Buffer.from(wrapped as Uint8Array)))
      reader.close()
      return found
    }
    const before = blobs()
    expect(before).toHaveLength(51)
    expect(await keys.destroy({ scope: 'family', subject: 'child:7' })).toHaveLength(1)
    const files = readdirSync(dataFolder).map(name => readFileSync(join(dataFolder, name)))
    expect(before.filter(blob => files.some(bytes => bytes.includes(blob)))).toEqual([])
    expect(blobs()).toHaveLength(50)
    await keys.close()
  })
  test('a file from before there were epochs is brought into one, with all its keys', async () => {
    const kms = aKms()
    const old = new DatabaseSync(file())
    old.exec(`CREATE TABLE data_key (id TEXT PRIMARY KEY, scope TEXT NOT NULL, subject TEXT NOT NULL, controller TEXT NOT NULL, retention_class TEXT NOT NULL, wrapped BLOB NOT NULL,
      UNIQUE (scope, subject, controller, retention_class)) STRICT; CREATE TABLE master_key_check (wrapped BLOB NOT NULL) STRICT`)
    old.prepare('INSERT INTO master_key_check VALUES (?)').run(await kms.wrap(Buffer.from('master-key-check'), 'master-key-check'))
    const id = '11111111-1111-4111-8111-111111111111'
    const bytes = Buffer.alloc(32, 7)
    old.prepare('INSERT INTO data_key VALUES (?, ?, ?, ?, ?, ?)').run(id, owner.scope, owner.subject, owner.controller, owner.retentionClass, await kms.wrap(bytes, id))
    old.close()
    await expect(openSqliteKeyStore({ file: file(), kms: aKms('other.key') })).rejects.toMatchObject({ code: 'wrong-master-key' })
    const reader = await openSqliteKeyReader({ file: file(), kms })
    expect(bytesOf(await reader.find(id))).toBe(bytes.toString('hex'))
    expect(await reader.damaged()).toEqual([])
    await reader.close()
    for (let opened = 0; opened < 2; opened++) {
      const keys = await openSqliteKeyStore({ file: file(), kms })
      expect((await keys.keysFor([owner]))[0]?.id).toBe(id)
      expect(bytesOf(await keys.find(id))).toBe(bytes.toString('hex'))
      await keys.close()
    }
  })
  test('a file whose keys were wrapped without their owner is read as it is, and brought to the present form with all of them', async () => {
    const kms = aKms()
    const old = new DatabaseSync(file())
    old.exec(`CREATE TABLE data_key (id TEXT PRIMARY KEY, scope TEXT NOT NULL, subject TEXT NOT NULL, controller TEXT NOT NULL, retention_class TEXT NOT NULL, wrapped BLOB NOT NULL,
      UNIQUE (scope, subject, controller, retention_class)) STRICT; CREATE TABLE key_epoch (id TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT; PRAGMA user_version = 1`)
    const [id, epochId, bytes, epochKey] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222', Buffer.alloc(32, 7), Buffer.alloc(32, 8)]
    old.prepare('INSERT INTO key_epoch VALUES (?, ?)').run(epochId, await kms.wrap(epochKey, epochId))
    const wrapped = seal(createSecretKey(epochKey), bytes, id)
    old.prepare('INSERT INTO data_key VALUES (?, ?, ?, ?, ?, ?)').run(id, owner.scope, owner.subject, owner.controller, owner.retentionClass, wrapped)
    old.close()
    const reader = await openSqliteKeyReader({ file: file(), kms })
    expect(bytesOf(await reader.find(id))).toBe(bytes.toString('hex'))
    for (let opened = 0; opened < 2; opened++) {
      const keys = await openSqliteKeyStore({ file: file(), kms })
      expect((await keys.keysFor([owner]))[0]?.id).toBe(id)
      expect(await keys.epoch()).not.toBe(epochId)
      await keys.close()
    }
    expect(bytesOf(await reader.find(id))).toBe(bytes.toString('hex'))
    await reader.close()
    expect(readdirSync(dataFolder).some(name => readFileSync(join(dataFolder, name)).includes(wrapped))).toBe(false)
  })
  test('who only looks finds the keys, makes none, and is told of another master key', async () => {
    const keys = await openSqliteKeyStore({ file: file(), kms: aKms() })
    const [made] = await keys.keysFor([owner])
    const reader = await openSqliteKeyReader({ file: file(), kms: aKms() })
    expect(bytesOf(await reader.find(made!.id))).toBe(bytesOf(made?.key))
    const [other] = await keys.keysFor([{ ...owner, subject: 'child:d' }])
    await keys.destroy({ scope: 'family', subject: owner.subject })
    expect(await reader.damaged()).toEqual([])
    expect(await reader.find(made!.id)).toBeUndefined()
    expect(bytesOf(await reader.find(other!.id))).toBe(bytesOf(other?.key))
    await reader.close()
    await keys.close()
    await expect(openSqliteKeyReader({ file: file(), kms: aKms('other.key') })).rejects.toMatchObject({ code: 'wrong-master-key' })
  })
})
