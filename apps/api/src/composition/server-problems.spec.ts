import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import type { Settings } from '../settings.ts'
import { postgresPlaces, type PostgresPlaces } from '../testing/postgres-places.ts'
import { settingsIn } from '../testing/running-api.ts'
import { StartProblem } from '../start-problem.ts'
import { openStores } from './stores.ts'

let postgres: PrivatePostgres
let places: PostgresPlaces
let folder: string
beforeAll(async () => {
  postgres = await startPrivatePostgres()
  places = await postgresPlaces(postgres)
  folder = await mkdtemp(join(tmpdir(), 'samenspel-problems-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await postgres.dispose()
})

const at = (url: string) => ({ kind: 'postgres' as const, url })
const secret = 's3cret'
const withSecret = (url: string) => url.replace('postgres@', `postgres:${secret}@`)
let folders = 0
/** What the operator reads when it doesn't start with these settings. */
const problemWith = async (settings: Partial<Settings>, data = `data-${folders += 1}`): Promise<string> => {
  try {
    await (await openStores({ ...settingsIn(folder), ...places.settings, dataFolder: join(folder, data), ...settings })).close()
    return 'no problem'
  } catch (error) {
    return error instanceof StartProblem ? error.message : `not for an operator: ${String(error)}`
  }
}
const stores = (url: string) => ({ store: at(url), tables: at(url) })

describe('a server that can not be used is told in one sentence, without a word of its address', () => {
  test.each<readonly [string, () => Partial<Settings>, string]>([
    ['that nobody answers at', () => stores(`postgres://samenspel:${secret}@127.0.0.1:9/care`), "The server of SAMENSPEL_STORE can't be reached (event-store-unavailable, ECONNREFUSED)."],
    ['without that database', () => stores(withSecret(postgres.urlOf('missing'))), 'The server of SAMENSPEL_STORE has no database of that name'],
    ['with another user', () => stores(places.url.replace('postgres@', `nobody:${secret}@`)), 'The server of SAMENSPEL_STORE refuses the user.'],
    ['without the database of the keys', () => ({ keyStore: at(withSecret(postgres.urlOf('missing_keys'))) }), 'The server of SAMENSPEL_KEY_STORE has no database of that name'],
    ['with the keys in the database of the sessions, by another name', () => ({ keyStore: at(`${withSecret(places.url)}&application_name=keys`) }), 'SAMENSPEL_KEY_STORE names the database that holds the sessions and tables'],
  ])('one %s', async (_, settings, sentence) => {
    const problem = await problemWith(settings())
    expect(problem).toContain(sentence)
    expect(problem).not.toContain(secret)
  })

  test('one that refuses the password', async () => {
    await postgres.query(postgres.url, `CREATE ROLE guarded LOGIN PASSWORD 'right'`)
    const { socketFolder } = postgres
    // The server trusts its socket; a rule of its own for this role asks for the password.
    const rules = join(socketFolder, 'data/pg_hba.conf')
    const before = readFileSync(rules, 'utf8')
    writeFileSync(rules, `local all guarded scram-sha-256\n${before}`)
    await postgres.query(postgres.url, 'SELECT pg_reload_conf()')
    let problem = 'no problem'
    while (!problem.includes('refuses')) problem = await problemWith(stores(places.url.replace('postgres@', `guarded:${secret}@`)))
    expect(problem).toBe('The server of SAMENSPEL_STORE refuses the user or the password.')
  })

  test('one that is not in UTF-8, and one that a newer program wrote', async () => {
    await postgres.query(postgres.url, `CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0`)
    expect(await problemWith(stores(postgres.urlOf('latin')))).toContain('The database has the encoding LATIN1')
    expect(await problemWith({}, 'one')).toBe('no problem')
    await postgres.query(places.url, 'INSERT INTO samenspel_events.migration (number) VALUES (99)')
    expect(await problemWith({}, 'one')).toBe('What the server of SAMENSPEL_STORE holds was written by a newer version of this program.')
    await postgres.query(places.url, 'DELETE FROM samenspel_events.migration WHERE number = 99')
  })
})

test('a machine without the master key is told to bring it, and makes none', async () => {
  expect(await problemWith({}, 'one')).toBe('no problem')
  const masterKeyFile = join(folder, 'elsewhere/master.key')
  expect(await problemWith({ masterKeyFile })).toBe(`There is no master key in ${masterKeyFile}; bring the file that the other processes have.`)
  expect(existsSync(masterKeyFile)).toBe(false)
})

describe('a data folder', () => {
  test('belongs to one store: files, or one database', async () => {
    expect(await problemWith({}, 'one')).toBe('no problem')
    const inFiles = { kind: 'sqlite' as const }
    expect(await problemWith({ store: inFiles, tables: inFiles, keyStore: inFiles }, 'one')).toContain('belongs to a store in PostgreSQL, and SAMENSPEL_STORE names one in files (sqlite)')
    expect(await problemWith({ store: inFiles, tables: inFiles, keyStore: inFiles }, 'two')).toBe('no problem')
    expect(await problemWith({}, 'two')).toContain('belongs to a store in files (sqlite), and SAMENSPEL_STORE names one in PostgreSQL')
    const other = await postgresPlaces(postgres)
    expect(await problemWith(other.settings, 'one')).toContain('belongs to another database than the one that is set now')
  })
})
