import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { storm } from './storm.fixture.ts'

let postgres: PrivatePostgres
beforeAll(async () => { postgres = await startPrivatePostgres() })
afterAll(() => postgres.dispose())

test('four processes with thirty-two writers each, one killed half way, three times: nothing acknowledged is lost, nobody misses anything', async () => {
  for (let round = 1; round <= 3; round++) {
    const count = await storm(postgres.url, `storm_${round}`, { processes: 4, writers: 32, appends: 300, killAfter: 32 * 150 })
    // What the three that lived wrote, and at least what the killed one had said.
    expect(count).toBeGreaterThanOrEqual(3 * 32 * 308 + 32 * 150)
  }
}, 600_000)
