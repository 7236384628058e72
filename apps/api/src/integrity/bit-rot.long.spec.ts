import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { samenspel, smallStore, type SmallStore } from '../testing/small-store.ts'

let store: SmallStore
beforeAll(async () => {
  store = await smallStore()
  // As an operator has them after a stop: everything in the one file, and all of it signed.
  expect(await samenspel(store, ['checkpoint'])).toMatchObject({ exitCode: 0 })
  for (const name of ['events.sqlite', 'access-log.sqlite', 'keys.sqlite']) store.tamper(name, (database) => { database.exec('pragma wal_checkpoint(truncate)') })
}, 60_000)
afterAll(() => store.remove())

/** The same places in each run, so that what is found can be found again. */
const random = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor(state / 2 ** 32 * below)
  }
}

/** All that a database says, in order; nothing when it can't be read to its end. */
const contentOf = (file: string, tables: readonly string[]): string | undefined => {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true })
    return JSON.stringify(tables.map((table) => database!.prepare(`select * from ${table} not indexed order by 1`).all().map((row) => Object.values(row).map((value) => value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value))))
  } catch {
    return undefined
  } finally {
    database?.close()
  }
}

test.each([['events.sqlite', ['event'], 600], ['access-log.sqlite', ['event'], 200], ['keys.sqlite', ['data_key', 'key_epoch'], 200]] as const)(
  'one bit of %s that rots, anywhere: whatever it changes is reported, and nothing ends in a crash', async (name, tables, flips) => {
    const file = join(store.dataFolder, name)
    const whole = readFileSync(file)
    const content = contentOf(file, tables)
    const next = random(flips)
    const passed: number[] = []
    let reported = 0
    for (let i = 0; i < flips; i++) {
      const [byte, bit] = [next(whole.length), next(8)]
      const rotten = Buffer.from(whole)
      rotten[byte]! ^= 1 << bit
      writeFileSync(file, rotten)
      const changes = contentOf(file, tables) !== content
      const { exitCode, told } = await samenspel(store, ['verify', '--json'])
      expect([exitCode === 70, exitCode === 70 ? told : '']).toEqual([false, ''])
      if (exitCode !== 0) reported += 1
      else if (changes) passed.push(byte * 8 + bit)
    }
    writeFileSync(file, whole)
    expect(passed).toEqual([])
    expect(reported).toBeGreaterThan(flips / 4)
    expect(await samenspel(store, ['verify', '--json'])).toMatchObject({ exitCode: 0 })
  }, 900_000,
)
