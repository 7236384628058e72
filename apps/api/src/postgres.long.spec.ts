/** A storm over three processes on one database: killed, frozen, and the server crashing under them; and a restore from dumps after an erasure, as an operator practises it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { newId } from '@samenspel/kernel'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { ownKey } from './composition/own-key.ts'
import { openOutbox } from './messages/outbox.ts'
import { openPreferences } from './messages/preferences.ts'
import { openDrafts } from './sessions/drafts.ts'
import { keepWriting, situations, type Asking } from './testing/contributions.ts'
import { anouk, carriedOut, clock, decideErasure, joost, marked, today, tokensOfFather, verhoeven } from './testing/erased-father.ts'
import { dataOf } from './testing/family.ts'
import { play, tokens } from './testing/marked-region.ts'
import { postgresPlaces, type PostgresPlaces } from './testing/postgres-places.ts'
import { startProcess, type Process } from './testing/process.ts'
import { ask, signIn, startApi, type RunningApi } from './testing/running-api.ts'
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

/** The steps of `docs/operate/postgresql.md`, 6 and 7. */
test('dumps restored into empty databases hold all there was, and who was erased since stays erased', async () => {
  const region = marked(tokens())
  const his = tokensOfFather(region.marked)
  const others = [...new Set(region.marked.map(({ token }) => token))].filter((token) => !his.includes(token))
  const nameOf = (url: string) => new URL(url).pathname.slice(1)
  /** All that opens with the keys that are there. */
  const opened = async ({ stores }: RunningApi): Promise<string> => JSON.stringify(await Array.fromAsync(stores.events.readAll(), ({ content }) => content))
  const found = (where: string, wanted: readonly string[]) => wanted.filter((token) => where.includes(token))
  const besides = async ({ stores }: RunningApi) => ({
    draft: await openDrafts(stores.state, await ownKey(stores.keys, 'drafts'), clock).find(joost, verhoeven, 'too-much'),
    mail: (await stores.state.selectFrom('message').select('id').where('person', '=', joost).execute()).length,
    addresses: (await stores.state.selectFrom('mail_person').select('person').where('person', 'in', [joost, anouk]).execute()).map(({ person }) => person).sort(),
    sessions: (await stores.state.selectFrom('session').select('person').execute()).length,
  })

  const from = await postgresPlaces(postgres)
  const first = await startApi({ clock, settings: from.settings, prepare: (stores, files) => play(stores, files, today, region.steps) })
  const dumps = { events: join(postgres.socketFolder, 'samenspel.dump'), keys: join(postgres.socketFolder, 'samenspel-keys.dump') }
  let before: string
  try {
    const [father] = [await first.as('father'), await first.as('mother')]
    dataOf(await father.ask('mutation ($familyId: ID!) { saveDraft(familyId: $familyId, form: "too-much", content: "Het is te veel.") { form } }', { familyId: verhoeven }))
    for (const person of [joost, anouk]) await openPreferences(first.stores.state, first.stores.keys).change(person, 'nl', (known) => ({ ...known, address: `${person}@example.org` }))
    await openOutbox(first.stores.state).note({ id: newId(), kind: 'news', person: joost, role: 'familyMember', about: { kind: 'proposal', id: newId() }, zone: 'Europe/Amsterdam' }, clock(), '2099-01-01T00:00:00.000Z')
    before = await opened(first)
    expect(await besides(first)).toMatchObject({ draft: { content: 'Het is te veel.' }, mail: 1, addresses: [joost, anouk].sort(), sessions: 2 })
    // While it runs: first the events, then the keys.
    postgres.run('pg_dump', ['--format=custom', `--file=${dumps.events}`, nameOf(from.url)])
    postgres.run('pg_dump', ['--format=custom', `--file=${dumps.keys}`, nameOf(from.keysUrl)])
    await carriedOut(first, await decideErasure(first.files))
  } finally {
    await first.close()
  }
  expect(found(before, his).length).toBeGreaterThan(8)

  const to = await postgresPlaces(postgres)
  const restored = await mkdtemp(join(tmpdir(), 'samenspel-restored-'))
  const keysFolder = join(first.folder, 'keys')
  try {
    postgres.run('pg_restore', [`--dbname=${nameOf(to.url)}`, '--no-owner', dumps.events])
    postgres.run('pg_restore', [`--dbname=${nameOf(to.keysUrl)}`, '--no-owner', dumps.keys])
    await postgres.query(to.url, 'DELETE FROM samenspel_tables.session')
    const settings = { SAMENSPEL_DATA: join(restored, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(keysFolder, 'master.key'), ...to.environment }
    // What the ledger beside the master key says, and what the dump brought back, are two things until the first start.
    expect(await samenspel({ folder: restored, settings }, ['verify'])).toMatchObject({ exitCode: 1, out: expect.stringContaining('is here again') })

    const second = await startApi({ clock, settings: { ...to.settings, masterKeyFile: join(keysFolder, 'master.key') } })
    try {
      const after = await opened(second)
      expect(found(after, his)).toEqual([])
      expect(found(after, others)).toEqual(found(before, others))
      expect(await besides(second)).toEqual({ draft: undefined, mail: 0, addresses: [anouk], sessions: 0 })
      const mother = await second.as('mother')
      const family = await mother.askBytes('query ($id: ID!) { family(id: $id) { name members { id name } } }', { id: verhoeven })
      expect(JSON.parse(family)).not.toHaveProperty('errors')
      expect(found(family, his)).toEqual([])
    } finally {
      await second.stop()
    }
    expect(await samenspel({ folder: restored, settings }, ['verify'])).toMatchObject({ exitCode: 0, out: expect.stringContaining('All is well.') })
    expect(await samenspel({ folder: restored, settings }, ['erasures'])).toMatchObject({ exitCode: 0, out: expect.stringContaining('All keys of the ledger are gone.') })
  } finally {
    await rm(first.folder, { recursive: true, force: true })
    await rm(restored, { recursive: true, force: true })
  }
}, 300_000)
