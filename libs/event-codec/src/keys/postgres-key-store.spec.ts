import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { aKms, bytesOf, keyStoreContract, owner } from './key-store.contract.ts'
import { openPostgresKeyStore } from './postgres-key-store.ts'

let postgres: PrivatePostgres
beforeAll(async () => { postgres = await startPrivatePostgres() })
afterAll(() => postgres.dispose())

let schema: string
let schemas = 0
beforeEach(() => { schema = `keys "${++schemas}"` })
const quoted = () => `"${schema.replaceAll('"', '""')}"`
const open = (kms = aKms()) => openPostgresKeyStore({ url: postgres.url, schema, kms })

describe('keys in PostgreSQL', () => {
  keyStoreContract(() => ({
    open,
    change: async (id, field, value) => { await postgres.query(postgres.url, `UPDATE ${quoted()}.data_key SET ${field} = $1 WHERE id = $2`, [value, id]) },
  }))

  test('processes that ask at once for the same owners get the same keys', async () => {
    const kms = aKms()
    const stores = await Promise.all([open(kms), open(kms), open(kms)])
    const owners = Array.from({ length: 30 }, (_, i) => ({ ...owner, subject: `child:${i}` }))
    const made = await Promise.all(stores.map(keys => keys.keysFor(owners)))
    for (const other of made) expect(other.map(({ id, key }) => [id, bytesOf(key)])).toEqual(made[0]!.map(({ id, key }) => [id, bytesOf(key)]))
    await Promise.all(stores.map(keys => keys.close()))
  })
  test('a key destroyed by one process is used by no other for a new fact, without a word between them', async () => {
    const kms = aKms()
    const [one, other] = [await open(kms), await open(kms)]
    const [made] = await other.keysFor([owner])
    await one.destroy({ scope: 'family' })
    const [next] = await other.keysFor([owner])
    expect(next?.id).not.toBe(made?.id)
    expect(bytesOf(await one.find(next!.id))).toBe(bytesOf(next?.key))
    await Promise.all([one.close(), other.close()])
  })
  test('keys are found and made while others are destroyed by another process', async () => {
    const kms = aKms()
    const [one, other] = [await open(kms), await open(kms)]
    const owners = Array.from({ length: 8 }, (_, i) => ({ ...owner, subject: `stays:${i}` }))
    const before = (await one.keysFor(owners)).map(({ id }) => id)
    let over = false
    const destroying = (async () => {
      for (let i = 0; i < 30; i++) {
        await one.keysFor([{ ...owner, subject: `goes:${i}` }])
        await one.destroy({ scope: 'family', subject: `goes:${i}` })
      }
      over = true
    })()
    while (!over) {
      other.forget()
      const found = await Promise.all(Array.from({ length: 12 }, () => other.keysFor(owners)))
      for (const keys of found) expect(keys.map(({ id }) => id)).toEqual(before)
    }
    await destroying
    await Promise.all([one.close(), other.close()])
  })
  test('a wrapped key that was destroyed, or wrapped before, is in no file of a table', async () => {
    const keys = await open()
    const owners = Array.from({ length: 5 }, (_, i) => ({ ...owner, subject: `child:${i}` }))
    await keys.keysFor(owners)
    const wrapped = () => postgres.query(postgres.url, `SELECT wrapped FROM ${quoted()}.data_key`)
    // The files of the tables as the server has them, once it wrote down what is in memory.
    const inFiles = async (blobs: readonly Record<string, unknown>[]): Promise<number> => {
      await postgres.query(postgres.url, 'CHECKPOINT')
      const files = await postgres.query(postgres.url, `SELECT pg_read_binary_file(name) AS bytes FROM (SELECT pg_relation_filepath(oid) AS name FROM pg_class WHERE relnamespace = to_regnamespace($1) AND relkind = 'r'
        UNION SELECT 'base/' || (SELECT oid FROM pg_database WHERE datname = current_database()) || '/' || file FROM pg_ls_dir('base/' || (SELECT oid FROM pg_database WHERE datname = current_database())) AS file WHERE file ~ '^[0-9]+$') AS files`,
      [quoted()])
      return blobs.filter(blob => files.some(({ bytes }) => (bytes as Buffer).includes(blob['wrapped'] as Buffer))).length
    }
    const before = await wrapped()
    expect(await inFiles(before)).toBe(5)
    await keys.destroy({ scope: 'family', subject: 'child:3' })
    expect(await inFiles(before)).toBe(0)
    expect(await inFiles(await wrapped())).toBe(4)
    await keys.close()
  })
  test('after a lost connection the next question is answered; while the server is away the error says so, without an address', async () => {
    const keys = await open()
    const [made] = await keys.keysFor([owner])
    await postgres.query(postgres.url, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()')
    keys.forget()
    // Each connection that was lost may fail one question before its end is heard.
    let found: Awaited<ReturnType<typeof keys.find>>
    for (let tries = 0; tries < 10 && found === undefined; tries += 1) found = await Promise.resolve(keys.find(made!.id)).catch(() => undefined)
    expect(bytesOf(found)).toBe(bytesOf(made?.key))
    await postgres.stop('immediate')
    await expect(keys.keysFor([owner])).rejects.toMatchObject({ code: 'key-store-unavailable' })
    await postgres.start()
    expect((await keys.keysFor([owner]))[0]?.id).toBe(made!.id)
    await keys.close()
  })
  test('a connection that is lost between two steps of a transaction fails what was asked, and nothing else', async () => {
    const kms = aKms()
    const [reached, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let isHeldUp = false
    const slow = { ...kms, unwrap: async (wrapped: Uint8Array, context: string) => { if (isHeldUp) { reached.resolve(); await goOn.promise } return kms.unwrap(wrapped, context) } }
    const [one, other] = [await open(slow), await open(kms)]
    // One asks for the key of the new epoch in the middle of making a key.
    isHeldUp = true
    await other.keysFor([owner])
    await other.destroy({ scope: 'family' })
    const asked = expect(one.keysFor([owner])).rejects.toMatchObject({ code: 'key-store-unavailable' })
    await reached.promise
    await postgres.query(postgres.url, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()')
    const isThere = () => postgres.query(postgres.url, "SELECT 1 FROM pg_stat_activity WHERE application_name = 'samenspel'")
    while ((await isThere()).length > 0);
    // Its end is heard here before the transaction goes on.
    await isThere()
    goOn.resolve()
    await asked
    expect(await one.keysFor([owner])).toHaveLength(1)
    await Promise.all([one.close(), other.close()])
  })
  test('keys of a newer program are refused', async () => {
    await (await open()).close()
    await postgres.query(postgres.url, `UPDATE ${quoted()}.form SET number = 2`)
    await expect(open()).rejects.toMatchObject({ code: 'key-store-too-new' })
  })
})
