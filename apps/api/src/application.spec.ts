import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { positionOf } from '@samenspel/event-store'
import { setOtherLogKnown } from '@samenspel/event-store-sqlite'
import { dayOf, systemClock } from '@samenspel/kernel'
import { WebSocket } from 'ws'
import { openCheckpointStore } from './integrity/checkpoint-store.ts'
import { checkpointsFile } from './integrity/logs.ts'
import { command, dataOf } from './testing/family.ts'
import { connectLive } from './testing/live-client.ts'
import { openedRegion, type OpenedRegion } from './testing/opened-region.ts'
import { startProcess, type Process } from './testing/process.ts'
import { samenspel } from './testing/small-store.ts'
import { ask, startApi, type Answer, type RunningApi, type Somebody } from './testing/running-api.ts'

const verhoeven = demoId('family verhoeven')
const addContribution = 'mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }'
const about = (situation: string) => ({
  familyId: verhoeven,
  input: { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [demoId('verhoeven sem')] }, category: 'SOCIAL', setting: 'GROUP', occurredOn: dayOf(systemClock(), 'Europe/Amsterdam'), situation },
})
const situations = async (somebody: Pick<Somebody, 'ask'>): Promise<readonly string[]> =>
  dataOf<{ family: { contributions: { nodes: readonly { situation: string }[] } } }>(await somebody.ask('query ($id: ID!) { family(id: $id) { contributions(first: 100) { nodes { situation } } } }', { id: verhoeven }))
    .family.contributions.nodes.map(({ situation }) => situation)

describe('a restart', () => {
  let api: RunningApi
  beforeAll(async () => { api = await startApi() })
  afterAll(() => api.stop())

  test('leaves everybody signed in, with their drafts and what is new to them', async () => {
    const lotte = await api.as('pedagogical-worker')
    const draft = { familyId: verhoeven, form: 'contribution', content: 'Vandaag at hij 🥕 en' }
    dataOf(await lotte.ask('mutation ($familyId: ID!, $form: String!, $content: String!) { saveDraft(familyId: $familyId, form: $form, content: $content) { form } }', draft))
    dataOf(await lotte.ask('mutation ($familyId: ID!) { markVisited(familyId: $familyId) { id } }', { familyId: verhoeven }))
    const read = (url: string) => ask(url, 'query ($id: ID!) { me { name } draft(familyId: $id, form: "contribution") { content savedAt } family(id: $id) { lastVisit hasNews changes { at } } }', { id: verhoeven }, { cookie: lotte.cookie })
    const before = await read(api.url)
    await api.restart()
    expect(before).toMatchObject({ data: { me: { name: 'Lotte Jansen' }, draft: { content: draft.content } } })
    expect(await read(api.url)).toEqual(before)
  })

  test('in the midst of work loses nothing that was answered', async () => {
    const writers = [await api.as('pedagogical-worker'), await api.as('coordinator'), await api.as('paediatrician')]
    const { url } = api
    const answered: string[] = []
    const enough = Promise.withResolvers<void>()
    const write = async ({ cookie }: Somebody, situation: string): Promise<void> => {
      const answer = await ask(url, addContribution, { commandId: randomUUID(), ...about(situation) }, { cookie }).catch((): Answer => ({}))
      if (answer.errors === undefined && answer.data != null) answered.push(situation)
      if (answered.length === 10) enough.resolve()
    }
    const writing = Promise.all(writers.flatMap((writer, one) => Array.from({ length: 20 }, (_, two) => write(writer, `Kijkje ${one} ${two}.`))))
    await enough.promise
    await api.restart()
    await writing
    const kept = await situations({ ask: (query, variables) => ask(api.url, query, variables, { cookie: writers[1]?.cookie ?? '' }) })
    expect(answered.length).toBeGreaterThanOrEqual(10)
    expect(answered.filter((situation) => !kept.includes(situation))).toEqual([])
  })
})

describe('what a session wrote', () => {
  let api: RunningApi
  beforeAll(async () => { api = await startApi() })
  afterAll(() => api.stop())

  test('shows to it at once, and no answer says where it stands in the log', async () => {
    const mother = await api.as('mother')
    const opened = await mother.askBytes('mutation ($commandId: ID!) { openCalendarFeed(commandId: $commandId) { url } }', { commandId: randomUUID() })
    const { url } = (JSON.parse(opened) as { data: { openCalendarFeed: { url: string } } }).data.openCalendarFeed
    expect((await fetch(`${api.url}${url}`)).status).toBe(200)
    dataOf(await command(mother, 'mutation ($commandId: ID!) { closeCalendarFeed(commandId: $commandId) { id } }', {}))
    expect((await fetch(`${api.url}${url}`)).status).toBe(404)
    const lotte = await api.as('pedagogical-worker')
    const written = await lotte.askBytes(addContribution, { commandId: randomUUID(), ...about('Hij bouwde een brug.') })
    const families = await lotte.askBytes('{ families(first: 50) { nodes { id name } pageInfo { endCursor } } }')
    const end = await api.stores.events.lastPosition()
    expect(end).toMatch(/^0+\d{3,}$/)
    for (const answer of [opened, written, families]) expect(answer).not.toMatch(/\d{20}|\b0{6}/)
  })
})

describe('the process', () => {
  let region: OpenedRegion
  let first: Process
  beforeAll(async () => {
    region = await openedRegion()
    await region.stores.close()
    first = await startProcess(region.folder)
    expect(await first.isOpen).toBe(true)
  })
  afterAll(async () => {
    first.child.kill('SIGKILL')
    await first.ended
    await rm(region.folder, { recursive: true, force: true })
  })

  test('is the only one on its data', async () => {
    const second = await startProcess(region.folder)
    expect(await second.isOpen).toBe(false)
    const { code, said } = await second.ended
    expect(code).toBe(78)
    expect(said).toMatch(/^Another process works on the data folder [^\n]+\.\n$/)
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  })

  test('ends in order when it is asked to, with pages open, with one that does not answer, and while people write: what was answered is there, and who is too late is told when to come back', async () => {
    const response = await fetch(`${first.url}/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"persona":"coordinator"}' })
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const live = connectLive(first.url, { cookie })
    const heard = live.listen('subscription ($id: ID!) { familyChanged(familyId: $id) { familyId } }', { id: verhoeven })
    heard.next().catch(() => undefined)
    const silent = new WebSocket(`${first.url.replace('http', 'ws')}/graphql`, ['graphql-transport-ws'], { headers: { cookie } })
    silent.on('error', () => undefined)
    await once(silent, 'open')
    silent.pause()
    // Four writers, each asking again at once, before, while and after it is asked to end.
    const done: string[] = []
    const refused: { readonly status: number; readonly retryAfter: string | null }[] = []
    let over = false
    const write = async (writer: number): Promise<void> => {
      for (let i = 0; !over; i += 1) {
        const situation = `Tot het einde ${writer} ${i}.`
        const answer = await fetch(`${first.url}/graphql`, {
          method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query: addContribution, variables: { commandId: randomUUID(), ...about(situation) } }),
        }).catch(() => undefined)
        // Cut off or not let in: nothing was answered.
        const text = await answer?.text().catch(() => undefined)
        if (answer?.status !== 200) await new Promise((resolve) => { setTimeout(resolve, 10) })
        if (answer === undefined || text === undefined) continue
        const { data, errors } = JSON.parse(text) as Answer
        if (answer.status !== 200) refused.push({ status: answer.status, retryAfter: answer.headers.get('retry-after') })
        else if (errors === undefined && data != null) done.push(situation)
        else refused.push({ status: 200, retryAfter: JSON.stringify(errors) })
      }
    }
    const writing = Promise.all([0, 1, 2, 3].map(write))
    while (done.length < 8) await new Promise((resolve) => { setTimeout(resolve, 5) })
    first.child.kill('SIGTERM')
    first.child.kill('SIGTERM')
    const { code, said } = await first.ended
    over = true
    await writing
    silent.terminate()
    live.close()
    expect(code).toBe(0)
    expect(said).toBe(`Samenspel is open on ${first.url}\n`)
    expect(refused.filter(({ status, retryAfter }) => status !== 503 || retryAfter !== '2')).toEqual([])
    await region.reopen()
    const kept = new Set<string>()
    for await (const { content } of region.stores.events.read(`family-${verhoeven}`)) if ('situation' in content) kept.add(String(content.situation))
    await region.stores.close()
    expect(done.filter((situation) => !kept.has(situation))).toEqual([])
  })

  test('leaves a signed checkpoint of all that it wrote', async () => {
    const store = { folder: region.folder, settings: { SAMENSPEL_DATA: join(region.folder, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(region.folder, 'keys/master.key') } }
    const { exitCode, result } = await samenspel(store, ['verify', '--json'])
    const { events } = result['logs'] as { events: { events: number; checkpoints: number } }
    expect(exitCode).toBe(0)
    expect(events.checkpoints).toBeGreaterThan(0)
    const checkpoints = openCheckpointStore(join(region.folder, 'data', checkpointsFile), { readOnly: true })
    expect(checkpoints.newest('events')?.size).toBe(events.events)
    checkpoints.close()
  })

  test('does not open where events are missing that it signed, though somebody set back the marks of how far it was', async () => {
    const cut = await mkdtemp(join(tmpdir(), 'samenspel-cut-'))
    try {
      await cp(region.folder, cut, { recursive: true })
      const database = new DatabaseSync(join(cut, 'data/events.sqlite'))
      database.exec('delete from event where position > (select max(position) - 3 from event)')
      const left = Number(database.prepare('select max(position) as position from event').get()?.['position'])
      database.close()
      await rm(join(cut, 'data/events.sqlite.mark'))
      setOtherLogKnown(join(cut, 'data/access-log.sqlite'), positionOf(left))
      const { ended } = await startProcess(cut)
      const { code, said } = await ended
      expect(code).toBe(78)
      expect(said).toMatch(/^The events are not all there: [^\n]+\.\n$/)
    } finally {
      await rm(cut, { recursive: true, force: true })
    }
  })

  test('in production refuses the demo region', async () => {
    const refused = await startProcess(region.folder, { SAMENSPEL_ENV: 'production' })
    const { code, said } = await refused.ended
    expect(code).toBe(78)
    expect(said).toMatch(/^The data in [^\n]+ hold the demo region, which SAMENSPEL_ENV=production refuses\.\n$/)
  })

  test('in production has nobody to become', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samenspel-production-'))
    const production = await startProcess(folder, { SAMENSPEL_ENV: 'production' })
    try {
      expect(await production.isOpen).toBe(true)
      expect((await fetch(`${production.url}/demo/personas`)).status).toBe(404)
      expect((await fetch(`${production.url}/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"persona":"coordinator"}' })).status).toBe(404)
      expect((await fetch(`${production.url}/`)).status).toBe(200)
      expect(await ask(production.url, '{ __schema { types { name } } }')).toMatchObject({ errors: [{ extensions: { code: 'document-unknown' } }] })
    } finally {
      production.child.kill('SIGTERM')
      expect((await production.ended).code).toBe(0)
      await rm(folder, { recursive: true, force: true })
    }
  })
})
