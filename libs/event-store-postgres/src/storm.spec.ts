import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { storm } from './storm.fixture.ts'

let postgres: PrivatePostgres
beforeAll(async () => { postgres = await startPrivatePostgres() })
afterAll(() => postgres.dispose())

test('two processes write and follow at once, and collide on purpose: one log, the same for both', async () => {
  // Two processes, eight writers each: forty events on a stream of their own, one on the shared one.
  expect(await storm(postgres.url, 'storm', { processes: 2, writers: 8, appends: 40 })).toBe(2 * 8 * 41)
})
