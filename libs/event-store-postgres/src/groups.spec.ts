import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { openPostgresEventStore } from './index.ts'
import { firstForm } from './migrations/001-events.ts'
import { namesOf } from './names.ts'
import { aConnection, anEvent } from './writing.fixture.ts'
import type { AppendRequest } from './writer.ts'

let postgres: PrivatePostgres
beforeAll(async () => { postgres = await startPrivatePostgres() })
afterAll(() => postgres.dispose())

const rowsOf = (schema: string) => postgres.query(postgres.url, `SELECT position, stream, revision, id, type, version, metadata, data FROM ${schema}.event ORDER BY position`)

/** The same place has the same id, unless another was meant: so a request may be one that was written before. */
const idAt = (stream: number, revision: number, isOther: boolean) => `00000000-0000-4000-8000-${isOther ? '1' : '0'}${String(stream * 1_000 + revision).padStart(11, '0')}`
const aRequest = fc.record({ stream: fc.nat(5), expected: fc.oneof(fc.constantFrom('none' as const, 'any' as const), fc.nat(6)), count: fc.constantFrom(1, 1, 1, 2), isOther: fc.boolean(), byte: fc.nat(255) })
  .map(({ stream, expected, count, isOther, byte }): AppendRequest => ({
    stream: `test-${stream}`, expected,
    events: Array.from({ length: count }, (_, i) => ({ id: idAt(stream, (typeof expected === 'number' ? expected : -1) + 1 + i, isOther), type: `Noted${byte}`, version: byte, metadata: `{"a":"${byte}, \\"é"}`, data: new Uint8Array(byte + i).fill(byte) })),
  }))

test('a group is written and answered as one append after the other would be', async () => {
  await Promise.all(['together', 'alone'].map(async schema => (await openPostgresEventStore({ url: postgres.url, schema })).close()))
  const [together, alone] = await Promise.all([aConnection(postgres.url, 'together'), aConnection(postgres.url, 'alone')])
  let conflicts = 0
  const bothWays = async (group: readonly AppendRequest[]) => {
    const outcomes = await together.write(group)
    const oneByOne = []
    for (const request of group) oneByOne.push(...await alone.write([request]))
    expect(outcomes).toEqual(oneByOne)
    conflicts += outcomes.filter(({ kind }) => kind === 'conflict').length
  }
  await fc.assert(fc.asyncProperty(fc.array(aRequest, { minLength: 1, maxLength: 6 }), bothWays), { numRuns: 60 })
  // To each stream one event, as most groups are.
  for (let i = 0; i < 4; i++) {
    await bothWays(Array.from({ length: 40 }, (_, stream) => ({ stream: `most-${stream}`, expected: i === 0 ? 'none' : i % 2 === 0 ? i - 1 : 'any', events: [{ ...anEvent({ data: new Uint8Array(stream).fill(i) }), metadata: '{}' }] })))
  }
  expect(conflicts).toBeGreaterThan(20)
  expect(await rowsOf('together')).toEqual(await rowsOf('alone'))
  await Promise.all([together.close(), alone.close()])
})

test('a store in its first form is brought to the present one, with what is in it', async () => {
  const names = namesOf('older')
  await postgres.query(postgres.url, `CREATE SCHEMA older; CREATE TABLE older.migration (number integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now()); INSERT INTO older.migration (number) VALUES (1); ${firstForm(names)}`)
  const older = await aConnection(postgres.url, 'older')
  await older.append('test-1', 'none')
  const store = await openPostgresEventStore({ url: postgres.url, schema: 'older' })
  // A program that was started before goes on meanwhile.
  await older.append('test-2', 'none')
  await Promise.all(['test-1', 'test-2', 'test-3'].map((stream, i) => store.append(stream, i === 2 ? 'none' : 0, [anEvent()])))
  expect((await Array.fromAsync(store.readAll())).map(({ stream, revision }) => `${stream} ${revision}`)).toEqual(['test-1 0', 'test-2 0', 'test-1 1', 'test-2 1', 'test-3 0'])
  await Promise.all([store.close(), older.close()])
})
