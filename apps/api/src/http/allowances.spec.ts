import { createSecretKey, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { writeInstant, type IsoInstant } from '@samenspel/kernel'
import { openStateDatabase, type StateDatabase } from '../sessions/state-database.ts'
import { addressOf, openAllowances, type Allowances } from './allowances.ts'

let now: Temporal.Instant
let database: StateDatabase
let allowances: Allowances
const later = (minutes: number) => { now = now.add({ minutes }) }

beforeEach(async () => {
  now = Temporal.Instant.from('2026-11-24T09:00:00.000Z')
  database = await openStateDatabase(':memory:')
  allowances = openAllowances(database, createSecretKey(randomBytes(32)), (): IsoInstant => writeInstant(now))
})

describe('what is allowed so often', () => {
  const tries = async (who: string, times: number) => { for (let left = times; left > 0; left -= 1) await allowances.take('code', who) }

  test('is allowed again in the next quarter of an hour', async () => {
    await tries('anouk', 9)
    expect(await allowances.take('code', 'anouk')).toBe(true)
    expect(await allowances.take('code', 'anouk')).toBe(false)
    later(14)
    expect(await allowances.take('code', 'anouk')).toBe(false)
    later(1)
    expect(await allowances.take('code', 'anouk')).toBe(true)
  })

  test('is counted for each one by itself, and for each thing', async () => {
    await tries('anouk', 20)
    expect(await allowances.take('code', 'joost')).toBe(true)
    expect(await allowances.take('signedIn', 'anouk')).toBe(true)
  })

  test('may be a lot at once', async () => {
    expect(await allowances.take('operations', 'session', 2_999_999)).toBe(true)
    expect(await allowances.take('operations', 'session', 2)).toBe(false)
    expect(await allowances.take('operations', 'session', 1)).toBe(true)
    expect(await allowances.take('operations', 'session', 1)).toBe(false)
    later(1)
    expect(await allowances.take('operations', 'session', 2)).toBe(true)
  })

  test('is counted exactly, also where much is taken at a time, and however many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 400 }, () => allowances.take('operations', 'session', 9_000)))
    expect(answers.filter((isAllowed) => isAllowed)).toHaveLength(333)
    expect(await allowances.take('operations', 'another', 9_000)).toBe(true)
  })

  test('is never more in several processes that share their tables', async () => {
    const hiding = createSecretKey(randomBytes(32))
    const [one, other] = [1, 2].map(() => openAllowances(database, hiding, (): IsoInstant => writeInstant(now)))
    let taken = 0
    for (let i = 0; i < 400; i += 1) if (await (i % 3 === 0 ? one : other)!.take('operations', 'session', 9_000)) taken += 1
    expect(taken).toBeLessThanOrEqual(333)
    // But for what one of them holds.
    expect(taken).toBeGreaterThan(333 - 2 * 12)
  })

  test('that is taken much at a time is asked of the tables seldom', async () => {
    const asking = jest.spyOn(database, 'insertInto')
    for (let i = 0; i < 100; i += 1) await allowances.take('operations', 'session', 1_000)
    expect(asking).toHaveBeenCalledTimes(1)
  })

  test('tells nobody who it was, and is swept out when it is over', async () => {
    await tries('192.0.2.7', 3)
    expect(JSON.stringify(await database.selectFrom('allowance').selectAll().execute())).not.toContain('192.0.2.7')
    later(60)
    await tries('joost', 1)
    expect(await database.selectFrom('allowance').selectAll().execute()).toHaveLength(1)
  })
})

describe('where a request comes from', () => {
  const from = (remoteAddress: string, forwarded?: string): string =>
    addressOf({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage)

  test('a proxy near by says it, in its last word; anybody else is not believed', () => {
    expect(from('203.0.113.5')).toBe('203.0.113.5')
    expect(from('::ffff:10.0.0.2', '198.51.100.1, 203.0.113.9')).toBe('203.0.113.9')
    expect(from('203.0.113.5', '198.51.100.1')).toBe('203.0.113.5')
  })

  test('of many addresses of one household the network counts', () => {
    expect(from('2001:db8:1:2:aaaa::1')).toBe(from('2001:db8:1:2:bbbb::9'))
    expect(from('2001:db8:1:2::1')).not.toBe(from('2001:db8:1:3::1'))
  })
})
