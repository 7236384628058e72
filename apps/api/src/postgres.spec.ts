/** The whole application on a real PostgreSQL: alone, and as two processes on one database. */
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { dayOf, systemClock } from '@samenspel/kernel'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { buildSchema } from 'graphql'
import { openBreadth } from './disclosure/breadth.ts'
import { openAllowances } from './http/allowances.ts'
import { invite, openLinks, type Invited } from './sign-in/links.ts'
import { about, addContribution, keepWriting, situations, verhoeven, type Asking } from './testing/contributions.ts'
import { everyFieldOfFamily } from './testing/documents.ts'
import { dataOf } from './testing/family.ts'
import { connectLive } from './testing/live-client.ts'
import { postgresPlaces, type PostgresPlaces } from './testing/postgres-places.ts'
import { startProcess, type Process } from './testing/process.ts'
import { ask, signIn, startApi, type RunningApi, type Somebody } from './testing/running-api.ts'
import { samenspel } from './testing/small-store.ts'

const now = systemClock()
const clock = () => now

let postgres: PrivatePostgres
let places: PostgresPlaces
let api: RunningApi
beforeAll(async () => {
  postgres = await startPrivatePostgres()
  places = await postgresPlaces(postgres)
  api = await startApi({ clock, settings: places.settings })
})
afterAll(async () => {
  await rm(api.folder, { recursive: true, force: true })
  await postgres.dispose()
})

const until = async (condition: () => Promise<boolean>) => { while (!await condition()) await setTimeout(20) }

/** The same data folder and keys, for a command or another process. */
const folderOf = async (name: string): Promise<string> => {
  const folder = join(api.folder, name)
  await mkdir(join(folder, 'keys'), { recursive: true })
  await cp(join(api.folder, 'keys/master.key'), join(folder, 'keys/master.key'))
  return folder
}

const withoutPromptIds = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer).replaceAll(/("reflectionPrompts":\[.*?"id":)"[^"]+"/g, '$1""'))

describe('on PostgreSQL', () => {
  test('everybody gets the answers that they get on SQLite', async () => {
    const other = await startApi({ clock })
    try {
      const fields = everyFieldOfFamily(buildSchema(readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8')))
      for (const persona of ['coordinator', 'mother', 'therapist', 'privacy-officer']) {
        const [here, there] = [await api.as(persona), await other.as(persona)]
        const both = async (query: string) => [await here.ask(query, { id: verhoeven }), await there.ask(query, { id: verhoeven })]
        for (const { text } of [...fields, { text: '{ me { name } families(first: 50) { nodes { id name } } }' }]) {
          const [one, same] = await both(text)
          // What the software opens by itself has a random id.
          expect(withoutPromptIds(one)).toEqual(withoutPromptIds(same))
        }
      }
    } finally {
      await other.stop()
    }
  })

  test('a restart leaves everybody signed in, with their drafts', async () => {
    const lotte = await api.as('pedagogical-worker')
    const draft = { familyId: verhoeven, form: 'contribution', content: 'Vandaag at hij 🥕 en' }
    dataOf(await lotte.ask('mutation ($familyId: ID!, $form: String!, $content: String!) { saveDraft(familyId: $familyId, form: $form, content: $content) { form } }', draft))
    await api.restart()
    expect(await ask(api.url, 'query ($familyId: ID!, $form: String!) { draft(familyId: $familyId, form: $form) { content } }', draft, { cookie: lotte.cookie })).toEqual({ data: { draft: { content: draft.content } } })
  })
})

describe('what counts at once counts once, whichever process it comes to', () => {
  const key = createSecretKey(randomBytes(32))

  test('a code lets in one of twenty', async () => {
    const joost: Invited = { person: randomUUID(), role: 'familyMember', family: verhoeven }
    const { code } = await invite(api.stores.state, joost, now)
    const links = openLinks(api.stores.state, key, clock)
    const all = await Promise.all(Array.from({ length: 20 }, (_, racer) => links.redeem(`racer ${racer}`, 'parent', code, () => Promise.resolve(true))))
    expect(all.filter((identity) => identity !== undefined)).toEqual([{ person: joost.person, role: 'familyMember' }])
  })

  test('of thirty who ask, ten are allowed', async () => {
    const allowances = openAllowances(api.stores.state, key, clock)
    const all = await Promise.all(Array.from({ length: 30 }, () => allowances.take('code', 'somebody')))
    expect(all.filter(Boolean)).toHaveLength(10)
  })

  test('file after file is not opened', async () => {
    const breadth = openBreadth(api.stores.state, clock, () => undefined, 10)
    const person = randomUUID()
    const all = await Promise.all(Array.from({ length: 30 }, () => breadth.opens(person, randomUUID())))
    expect(all.filter(Boolean).length).toBeLessThanOrEqual(10)
  })
})

describe('two processes on one database', () => {
  let leader: Process
  let other: Process
  let lotte: Somebody
  /** Asks one of the processes in the session of somebody who signed in at any of them. */
  const at = (process: Process): Asking => (query, variables) => ask(process.url, query, variables, { cookie: lotte.cookie })
  const isReady = async ({ url }: Process) => (await fetch(`${url}/readyz`).catch(() => undefined))?.status === 200
  /** A calendar is found by a table that the leader fills. */
  const calendarBy = async (process: Process, reading: Process): Promise<number> => {
    const mother = await signIn(process.url, 'mother')
    const { openCalendarFeed: { url } } = dataOf<{ openCalendarFeed: { url: string } }>(await mother.ask('mutation ($commandId: ID!) { openCalendarFeed(commandId: $commandId) { url } }', { commandId: randomUUID() }))
    const look = async () => (await fetch(`${reading.url}${url}`)).status
    let status = await look()
    // Where the table is late on a busy machine, that is said.
    while (status === 503) {
      await setTimeout(20)
      status = await look()
    }
    return status
  }

  beforeAll(async () => {
    await api.close()
    leader = await startProcess(await folderOf('one'), places.environment)
    expect(await leader.isOpen).toBe(true)
    other = await startProcess(await folderOf('two'), places.environment)
    expect(await other.isOpen).toBe(true)
    lotte = await signIn(leader.url, 'pedagogical-worker')
  })
  afterAll(async () => {
    for (const one of [leader, other]) {
      one.child.kill('SIGKILL')
      await one.ended
    }
  })

  test('know each other\'s sessions, and what the other wrote, at once', async () => {
    dataOf(await at(leader)(addContribution, about('Hij bouwde een brug.')))
    expect(await situations(at(other))).toContain('Hij bouwde een brug.')
    dataOf(await at(other)(addContribution, about('De brug hield.')))
    expect(await situations(at(leader))).toContain('De brug hield.')
    expect(await calendarBy(other, other)).toBe(200)
    expect(await calendarBy(leader, other)).toBe(200)
  })

  test('a page that is open at the one hears of what was written at the other', async () => {
    const live = connectLive(other.url, { cookie: lotte.cookie })
    const heard = live.listen('subscription ($id: ID!) { familyChanged(familyId: $id) { familyId } }', { id: verhoeven })
    const next = heard.next()
    let isHeard = false
    void next.then(() => { isHeard = true })
    // The page may begin to listen only after the first of these.
    for (let i = 0; !isHeard; i += 1) {
      dataOf(await at(leader)(addContribution, about(`Nog iets ${i}.`)))
      await Promise.race([next, setTimeout(200)])
    }
    expect(await next).toEqual({ familyChanged: { familyId: verhoeven } })
    live.close()
  })

  test('the same command to both at once has one effect', async () => {
    const variables = about('Eén keer.')
    const answers = await Promise.all([leader, other, leader, other].map((process) => at(process)(addContribution, variables)))
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined, undefined])
    expect((await situations(at(other))).filter((situation) => situation === 'Eén keer.')).toHaveLength(1)
  })

  test('who was erased is let go of by both, whichever carries it out', async () => {
    const coordinator = await signIn(leader.url, 'coordinator')
    const named = async (process: Process) => {
      const family = await ask(process.url, 'query ($id: ID!) { family(id: $id) { members { name } } }', { id: verhoeven }, { cookie: coordinator.cookie })
      return dataOf<{ family: { members: readonly { readonly name: string }[] } }>(family).family.members.map(({ name }) => name)
    }
    const grandmother = demoId('verhoeven grandmother')
    for (const process of [leader, other]) expect((await named(process)).some((name) => name?.startsWith('Riet') === true)).toBe(true)
    const officer = await signIn(leader.url, 'privacy-officer')
    const { requestErasure: { id } } = dataOf<{ requestErasure: { id: string } }>(await officer.ask('mutation ($commandId: ID!, $familyId: ID!, $input: ErasureRequestInput!) { requestErasure(commandId: $commandId, familyId: $familyId, input: $input) { id } }',
      { commandId: randomUUID(), familyId: verhoeven, input: { personId: grandmother, askedBy: [grandmother], receivedOn: dayOf(systemClock(), 'Europe/Amsterdam'), controllers: ['case', demoId('organisation schakel')] } }))
    dataOf(await officer.ask('mutation ($commandId: ID!, $familyId: ID!, $erasureId: ID!, $records: [GrantedRecordInput!]!) { grantErasure(commandId: $commandId, familyId: $familyId, erasureId: $erasureId, ground: REQUEST, records: $records) { id } }',
      { commandId: randomUUID(), familyId: verhoeven, erasureId: id, records: [{ controller: 'case' }, { controller: demoId('organisation schakel') }] }))
    for (const process of [leader, other]) await until(async () => !(await named(process)).some((name) => name?.startsWith('Riet') === true))
  })

  test('when the server crashes under load, both go on by themselves, and nothing that was answered is lost or doubled', async () => {
    const answered: string[] = []
    let enough = false
    const writing = [leader, other, leader, other].map((process, writer) => keepWriting(String(writer), () => at(process), () => enough, answered))
    await until(() => Promise.resolve(answered.length > 8))
    await postgres.stop('immediate')
    await postgres.start()
    const count = answered.length
    await until(() => Promise.resolve(answered.length > count + 8))
    enough = true
    await Promise.all(writing)
    for (const process of [leader, other]) {
      const kept = (await situations(at(process))).filter((situation) => situation.startsWith('Schrijver'))
      expect([...kept].sort()).toEqual([...answered].sort())
    }
    await until(() => isReady(leader))
    await until(() => isReady(other))
  })

  test('when the one that leads is killed, the other takes over, and all of it is still proven whole', async () => {
    leader.child.kill('SIGKILL')
    await leader.ended
    await until(async () => await calendarBy(other, other) === 200)
    dataOf(await at(other)(addContribution, about('Alleen verder.')))
    expect(await situations(at(other))).toContain('Alleen verder.')
    await until(() => isReady(other))
    const folder = join(api.folder, 'two')
    const settings = { SAMENSPEL_DATA: join(folder, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(folder, 'keys/master.key'), ...places.environment }
    const { exitCode, out } = await samenspel({ folder, settings }, ['verify'])
    expect([exitCode, out]).toEqual([0, expect.stringContaining('All is well.')])
    expect((await samenspel({ folder, settings }, ['rebuild'])).exitCode).toBe(75)
    other.child.kill('SIGTERM')
    const { code, said } = await other.ended
    expect(code).toBe(0)
    expect(said).not.toContain(places.url)
    expect((await samenspel({ folder, settings }, ['rebuild'])).exitCode).toBe(0)
    expect((await samenspel({ folder, settings }, ['checkpoint'])).exitCode).toBe(0)
  })

  test('a log that is not what was signed is not opened by who would lead, who says why', async () => {
    // Whoever still leads, since something failed before, would let the third wait for its turn.
    for (const one of [leader, other]) {
      one.child.kill('SIGKILL')
      await one.ended
    }
    await postgres.query(places.url, 'UPDATE samenspel_events.event SET id = gen_random_uuid() WHERE position = 1')
    const refused = await startProcess(await folderOf('three'), places.environment)
    expect(await refused.ended).toEqual({ code: 78, said: expect.stringMatching(/^The events are not what was signed: the first \d+ events differ from their checkpoint\. .*\n$/) })
  })
})
