/** A storm over three processes on one database: killed, frozen, and the server crashing under them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { keepWriting, situations, type Asking } from './testing/contributions.ts'
import { postgresPlaces, type PostgresPlaces } from './testing/postgres-places.ts'
import { startProcess, type Process } from './testing/process.ts'
import { ask, signIn } from './testing/running-api.ts'
import { samenspel } from './testing/small-store.ts'

const rounds = 3
let postgres: PrivatePostgres
let places: PostgresPlaces
let folder: string
const processes: Process[] = []
const begin = () => startProcess(folder, places.environment)
beforeAll(async () => {
  postgres = await startPrivatePostgres({ max_connections: '150' })
  places = await postgresPlaces(postgres)
  folder = await mkdtemp(join(tmpdir(), 'samenspel-storm-'))
  for (let i = 0; i < 3; i += 1) {
    const process = await begin()
    expect(await process.isOpen).toBe(true)
    processes.push(process)
  }
}, 300_000)
afterAll(async () => {
  for (const { child, ended } of processes) {
    child.kill('SIGKILL')
    await ended
  }
  await postgres.dispose()
  await rm(folder, { recursive: true, force: true })
})

const until = async (condition: () => boolean | Promise<boolean>) => { while (!await condition()) await setTimeout(50) }
const isReady = async ({ url }: Process) => (await fetch(`${url}/readyz`).catch(() => undefined))?.status === 200

test('nothing that was answered is lost or doubled, whatever befalls whom; the logs stay proven whole', async () => {
  const { cookie } = await signIn(processes[0]!.url, 'pedagogical-worker')
  const at = (process: Process): Asking => (query, variables) => ask(process.url, query, variables, { cookie })
  const answered: string[] = []
  let enough = false
  let turn = 0
  // Each writer goes to whoever is next, so a command may be asked of one process and asked again of another.
  const writing = Array.from({ length: 6 }, (_, writer) => keepWriting(String(writer), () => at(processes[(turn += 1) % processes.length]!), () => enough, answered))
  for (let round = 0; round < rounds; round += 1) {
    const count = answered.length
    await until(() => answered.length > count + 30)
    if (round % 3 === 0) {
      await postgres.stop('immediate')
      await postgres.start()
    } else if (round % 3 === 1) {
      const [killed] = processes.splice(0, 1)
      killed!.child.kill('SIGKILL')
      await killed!.ended
      const next = await begin()
      expect(await next.isOpen).toBe(true)
      processes.push(next)
    } else {
      // Whoever stands still long enough has lost its turn when it goes on.
      const [frozen] = processes
      frozen!.child.kill('SIGSTOP')
      await setTimeout(18_000)
      frozen!.child.kill('SIGCONT')
    }
  }
  enough = true
  await Promise.all(writing)
  for (const process of processes) {
    await until(() => isReady(process))
    const kept = (await situations(at(process))).filter((situation) => situation.startsWith('Schrijver'))
    expect([...kept].sort()).toEqual([...answered].sort())
  }
  const settings = { SAMENSPEL_DATA: join(folder, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(folder, 'keys/master.key'), ...places.environment }
  expect(await samenspel({ folder, settings }, ['verify'])).toMatchObject({ exitCode: 0 })
  expect(await postgres.query(places.url, 'SELECT * FROM samenspel_tables.parked_event')).toEqual([])
}, 600_000)
