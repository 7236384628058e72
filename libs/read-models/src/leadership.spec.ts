import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import type { EventStore, RecordedEvent } from '@samenspel/event-store'
import { openMemoryEventStore } from '@samenspel/event-store/testing'
import { booksOf } from './bookkeeping.ts'
import { nextSchema, prepare } from './databases.fixture.ts'
import { leadInTurns, type Lead, type Leading, type Term } from './leadership.ts'
import { aNote, notebooks, rowsOf, type Tables } from './notebook.fixture.ts'
import { openPostgresDatabase } from './open-postgres.ts'
import { startProcess } from './process.ts'
import { startProjector, type Projector } from './projector.ts'
import type { Trouble } from './trouble.ts'
import { inTurn } from './turn.ts'
import { watchProjector } from './watching.ts'

let postgres: PrivatePostgres
beforeAll(async () => { postgres = await startPrivatePostgres() })
afterAll(() => postgres.dispose())

let store: EventStore
let schema: string
/** What each process of these tests has open. */
let open: { readonly stop: () => Promise<void> }[]
let troubles: Trouble[]
beforeEach(() => {
  store = openMemoryEventStore()
  schema = nextSchema()
  open = []
  troubles = []
})
afterEach(async () => {
  for (const one of open) await one.stop()
  await store.close()
})

const report = (trouble: Trouble) => { troubles.push(trouble) }
const until = async (condition: () => boolean | Promise<boolean>) => { while (!await condition()) await setTimeout(5) }
const noteIn = (stream: string, count = 1) => store.append(stream, 'any', Array.from({ length: count }, () => aNote()))

type AProcess = { readonly database: Kysely<Tables>; readonly leading: Leading; readonly term: () => Term | undefined; readonly stop: () => Promise<void> }
/** What one process of several does, with a database connection and a term of its own. */
const aProcess = async (work: (term: Term, database: Kysely<Tables>) => ReturnType<Lead>): Promise<AProcess> => {
  const database = await openPostgresDatabase<Tables>({ url: postgres.url, schema, prepare: transaction => prepare(booksOf<Tables>(transaction)) })
  const stopping = new AbortController()
  let term: Term | undefined
  const lead: Lead = async given => {
    const begun = await work(given, database)
    term = given
    return begun
  }
  const leading = leadInTurns(lead, { url: postgres.url, schema, signal: stopping.signal, report })
  let stopped: Promise<void> | undefined
  const stop = () => stopped ??= (async () => {
    stopping.abort()
    await leading.done
    await database.destroy()
  })()
  open.push({ stop })
  return { database, leading, term: () => term, stop }
}
const counting = (projector: Projector<Tables, RecordedEvent> = notebooks) => aProcess(({ signal, fence }, database) =>
  startProjector({ source: store, database, projector, signal, report, ...(fence !== undefined && { fence }) }))
/** The connection that holds the turn, and all others that rest: as when a cable is pulled. */
const cutConnections = () => postgres.query(postgres.url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'samenspel'`)
const countIn = async (database: Kysely<Tables>, stream: string) => (await rowsOf(database).catch(() => [])).find(row => row.stream === stream)?.notes

describe('of several processes on one database', () => {
  test('one follows the log; when it ends, another goes on where it was', async () => {
    const first = await counting()
    await until(first.leading.leads)
    const second = await counting()
    await noteIn('book-1', 3)
    await until(async () => await countIn(second.database, 'book-1') === 3)
    expect(second.leading.leads()).toBe(false)
    await first.stop()
    await noteIn('book-1', 2)
    await until(async () => await countIn(second.database, 'book-1') === 5)
    expect(second.leading.leads()).toBe(true)
  })

  test('whoever does not lead sees what the leader has shown, also when it only passed something by', async () => {
    const first = await counting()
    await until(first.leading.leads)
    const { database } = await counting()
    const watched = watchProjector(database, notebooks)
    const { position } = await noteIn('book-1')
    await watched.waitFor(position)
    expect(await countIn(database, 'book-1')).toBe(1)
    const passedBy = await store.append('book-1', 'any', [{ ...aNote(), type: 'Other' }])
    await watched.waitFor(passedBy.position)
    await expect(watched.waitFor('99999999999999999999', AbortSignal.timeout(50))).rejects.toThrow()
    await expect(watchProjector(database, { ...notebooks, version: 2 }).waitFor(position, AbortSignal.timeout(50))).rejects.toThrow()
  })

  test('a leader that loses its connection leads no more, and changes nothing more, even when it tries', async () => {
    const first = await counting()
    await until(() => first.term() !== undefined)
    const before = first.term()!
    const second = await counting()
    await cutConnections()
    await until(() => second.leading.leads() || (first.term() !== before && first.leading.leads()))
    expect(before.signal.aborted).toBe(true)
    const late = first.database.transaction().execute(async transaction => {
      await before.fence!(booksOf<Tables>(transaction))
      await transaction.insertInto('notebook').values({ stream: 'late', notes: 1, last: '' }).execute()
    })
    await expect(late).rejects.toMatchObject({ code: 'not-leading' })
    expect(await countIn(first.database, 'late')).toBeUndefined()
  })

  test('whoever can not lead says so once, tries again, and is heard again after it could', async () => {
    let [tries, isBroken] = [0, true]
    const { leading } = await aProcess(({ signal }) => {
      tries += 1
      return isBroken ? Promise.reject(Object.assign(new Error('it can not'), { code: 'broken' })) : Promise.resolve({ done: once(signal, 'abort').then(() => undefined) })
    })
    const told = () => troubles.filter(({ code }) => code === 'broken').length
    await until(() => tries > 4)
    await until(leading.isHeldUp)
    expect(told()).toBe(1)
    isBroken = false
    await until(leading.leads)
    await until(() => !leading.isHeldUp())
    isBroken = true
    await cutConnections()
    await until(() => told() === 2)
  })

  test('a leader that stands still and says nothing is cut off by the server', async () => {
    const asked = await inTurn({ url: postgres.url, name: 'whoever stands still', signal: new AbortController().signal }, ({ client }) => client.query<{ setting: string }>(`SELECT current_setting('idle_session_timeout') AS setting`))
    expect(asked?.rows).toEqual([{ setting: '15s' }])
  })

  test('a term begins after all that the one before it began', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    let isHeld = false
    const slow = await counting({ ...notebooks, apply: async (event, transaction) => {
      isHeld = true
      await held
      await notebooks.apply(event, transaction)
    } })
    await until(slow.leading.leads)
    const next = await counting()
    await noteIn('book-1')
    await until(() => isHeld)
    // Only the turn is lost: the transaction goes on.
    await postgres.query(postgres.url, `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted`)
    await until(async () => (await postgres.query(postgres.url, `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'insert into ${schema}.term%'`)).length === 1)
    letGo()
    await noteIn('book-1')
    await until(async () => await countIn(next.database, 'book-1') === 2)
  })

  test('a server that crashes again and again under the leader: every event counts once, and none is set aside', async () => {
    const both = [await counting(), await counting()]
    let crashes = 0
    let enough = false
    const noting = (async () => {
      let noted = 0
      for (; !enough; noted++) {
        await noteIn('book-1')
        await setTimeout(1)
      }
      return noted
    })()
    for (; crashes < 4; crashes++) {
      const before = await countIn(both[0]!.database, 'book-1') ?? 0
      await until(async () => (await countIn(both[0]!.database, 'book-1') ?? 0) > before + 50)
      await postgres.stop('immediate')
      await postgres.start()
    }
    enough = true
    const noted = await noting
    await until(async () => (await countIn(both[0]!.database, 'book-1') ?? 0) >= noted)
    expect(await countIn(both[0]!.database, 'book-1')).toBe(noted)
    expect(troubles.filter(({ what }) => what !== 'held-up')).toEqual([])
    await until(() => both.every(({ leading }) => !leading.isHeldUp()))
  })

  test('a process manager goes on in another process with the event that comes next', async () => {
    const acted: string[] = []
    const acting = () => aProcess(({ signal, fence }, database) => startProcess<Tables, RecordedEvent>({
      source: store, database, name: 'acting', types: ['Noted'], signal, report, ...(fence !== undefined && { fence }),
      handle: event => Promise.resolve(void acted.push(event.position)),
    }))
    const first = await acting()
    const one = await noteIn('book-1')
    await until(() => acted.includes(one.position))
    await first.stop()
    await acting()
    const other = await noteIn('book-1')
    await until(() => acted.includes(other.position))
    expect(acted).toEqual([one.position, other.position])
  })
})
