import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { openPostgresEventStore } from './index.ts'
import { namesOf } from './names.ts'
import { startWakeUp } from './wake-up.ts'
import { aConnection, anEvent, until } from './writing.fixture.ts'

let postgres: PrivatePostgres
beforeAll(async () => { postgres = await startPrivatePostgres() })
afterAll(() => postgres.dispose())

/** A wake-up that listens, and how often it heard of something since. */
const listening = async (channel: string) => {
  let heard = 0
  const wakeUp = startWakeUp(postgres.url, namesOf(channel), () => { heard += 1 })
  // It may have missed something before it listened, so it rings once.
  await until(() => heard === 1)
  return { wakeUp, heard: () => heard - 1 }
}

test('the others hear of what was written, who wrote it does not; many at once are one message', async () => {
  const [one, other] = [await listening('tell'), await listening('tell')]
  for (let i = 0; i < 100; i++) one.wakeUp.tell()
  await until(() => other.heard() === 1)
  one.wakeUp.tell()
  await until(() => other.heard() > 1)
  expect(other.heard()).toBe(2)
  other.wakeUp.tell()
  await until(() => one.heard() > 0)
  expect(one.heard()).toBe(1)
  await Promise.all([one.wakeUp.close(), other.wakeUp.close()])
})

test('cut off, it listens again by itself, and looks once since it may have missed something', async () => {
  const [one, other] = [await listening('cut'), await listening('cut')]
  await postgres.query(postgres.url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'samenspel'`)
  await until(() => one.heard() === 1 && other.heard() === 1)
  one.wakeUp.tell()
  await until(() => other.heard() === 2)
  await Promise.all([one.wakeUp.close(), other.wakeUp.close()])
})

test('closes also while the server is away', async () => {
  const gone = startWakeUp('postgres://nobody@localhost/nothing?host=/nowhere', namesOf('test'), () => {})
  gone.tell()
  await gone.close()
})

test('a crowd of appends sends no more messages than commits', async () => {
  const store = await openPostgresEventStore({ url: postgres.url, schema: 'crowd' })
  const ear = await aConnection(postgres.url, 'crowd')
  let messages = 0
  ear.client.on('notification', () => { messages += 1 })
  await ear.query('LISTEN crowd')
  await Promise.all(Array.from({ length: 400 }, (_, i) => store.append(`test-${i}`, 'none', [anEvent()])))
  await until(() => messages > 0)
  await store.close()
  // What was still under way has arrived before the answer to this.
  await ear.query('SELECT 1')
  const [{ commits }] = await postgres.query(postgres.url, 'SELECT count(DISTINCT xmin::text)::integer AS commits FROM crowd.event') as [{ commits: number }]
  expect(commits).toBeLessThan(10)
  expect(messages).toBeLessThanOrEqual(commits)
  await ear.close()
})
