import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { comparePositions, EventStoreUnavailable, UnreadableEvent, type EventStore, type RecordedEvent } from '@samenspel/event-store'
import { openMemoryEventStore } from '@samenspel/event-store/testing'
import { aNote, notebooks, rowsOf, textOf, type Tables } from './notebook.fixture.ts'
import type { Bookkeeping } from './bookkeeping.ts'
import { DatabaseUnavailable } from './database-unavailable.ts'
import { databaseKinds } from './databases.fixture.ts'
import { startProjector, type Projector, type RunningProjector } from './projector.ts'
import type { EventSource } from './event-source.ts'
import type { Trouble } from './trouble.ts'

type NotebookProjector = Projector<Tables, RecordedEvent>

describe.each(databaseKinds)('in $name', ({ begin, open, end, runs }) => {
  beforeAll(begin)
  afterAll(end)

  let store: EventStore
  let database: Kysely<Tables>
  let stops: AbortController[]
  let reported: Trouble[]
  beforeEach(async () => {
    reported = []
    store = openMemoryEventStore()
    database = await open<Tables>()
    stops = []
  })
  afterEach(async () => {
    for (const stop of stops) stop.abort()
    await store.close()
    await database.destroy()
  })

  const noPause = () => setImmediate()
  const report = (trouble: Trouble) => { reported.push(trouble) }
  const starting = async (given: Partial<NotebookProjector> = {}, source: EventSource<RecordedEvent> = store, stop = new AbortController()): Promise<RunningProjector & { readonly stop: () => Promise<void> }> => {
    stops.push(stop)
    const running = await startProjector({ source, database, projector: { ...notebooks, ...given }, signal: stop.signal, pause: noPause, report })
    return { ...running, stop: async () => { stop.abort(); await running.done } }
  }
  const stopLater = (): AbortSignal => {
    const stop = new AbortController()
    stops.push(stop)
    return stop.signal
  }
  const noteIn = (stream: string, ...texts: string[]) => store.append(stream, 'any', texts.map(aNote))
  const failingAt = (text: string): NotebookProjector['apply'] => async (event, transaction) => {
    await notebooks.apply(event, transaction)
    if (textOf(event) === text) throw Object.assign(new Error(`a text about somebody: ${text}`), { code: 'too-much' })
  }
  const counts = async () => Object.fromEntries((await rowsOf(database)).map(({ stream, notes }) => [stream, notes]))

  describe('a projector', () => {
    test('shows the past, then what comes, to whoever waits for it', async () => {
      await noteIn('book-1', 'a', 'b')
      const running = await starting()
      await running.caughtUp()
      expect(await counts()).toEqual({ 'book-1': 2 })
      const { position } = await noteIn('book-2', 'c')
      await running.waitFor(position)
      expect(await counts()).toEqual({ 'book-1': 2, 'book-2': 1 })
    })
    test('goes on where it was', async () => {
      await noteIn('book-1', 'a')
      const first = await starting()
      await first.caughtUp()
      await first.stop()
      await noteIn('book-1', 'b')
      const seen: string[] = []
      await (await starting({ apply: async (event, transaction) => { seen.push(textOf(event)); await notebooks.apply(event, transaction) } })).caughtUp()
      expect(seen).toEqual(['b'])
      expect(await counts()).toEqual({ 'book-1': 2 })
    })
    test('passes what it does not follow, so nobody waits for it in vain', async () => {
      const running = await starting()
      const { position } = await store.append('book-1', 'any', [{ ...aNote(), type: 'Other' }])
      await running.waitFor(position)
      expect(await counts()).toEqual({})
    })
    test('does not ask for what it does not follow when it catches up, and keeps how far it looked', async () => {
      const other = { ...aNote(), type: 'Other' }
      await store.append('book-1', 'any', [aNote('a'), ...Array.from({ length: 500 }, () => ({ ...other, id: aNote().id })), aNote('b'), other])
      const asked: string[] = []
      const source: EventSource<RecordedEvent> = { ...store, readAll: async function* (options) { for await (const event of store.readAll(options)) { asked.push(event.type); yield event } } }
      const first = await starting({}, source)
      await first.caughtUp()
      await first.stop()
      expect(asked).toEqual(['Noted', 'Noted'])
      expect(await counts()).toEqual({ 'book-1': 2 })
      expect(await database.withTables<Bookkeeping>().selectFrom('checkpoint').select('position').execute()).toEqual([{ position: await store.lastPosition() }])
    })
    test('who waits can stop waiting', async () => {
      const running = await starting()
      const waiting = new AbortController()
      const waited = running.waitFor('99999999999999999999', waiting.signal)
      waiting.abort(new Error('enough'))
      await expect(waited).rejects.toThrow('enough')
      await expect(running.waitFor('99999999999999999999', AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
    })
  })

  describe('each event counts once', () => {
    test('wherever the projector is killed, and however often', async () => {
      await fc.assert(fc.asyncProperty(fc.array(fc.nat(30), { maxLength: 6 }), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 12 }), async (kills, appends) => {
        store = openMemoryEventStore()
        database = await open<Tables>()
        for (const [i, count] of appends.entries()) await noteIn(`book-${i % 3}`, ...Array.from({ length: count }, () => 'note'))
        for (const kill of kills) {
          const stop = new AbortController()
          const killed = killedAtQuery(kill, stop)
          await startProjector({ source: store, database: killed, projector: notebooks, signal: stop.signal, pause: noPause, report })
            .then(async running => { await Promise.race([running.done, running.caughtUp()]); stop.abort(); await running.done })
            .catch(() => undefined)
          await noteIn('book-9', 'meanwhile')
        }
        const running = await starting()
        await running.caughtUp()
        expect(await rowsOf(database)).toEqual(await foldFromZero())
        await running.stop()
        await store.close()
        await database.destroy()
      }), { numRuns: runs })
    })
    test('also when it fails now and then, and is tried again', async () => {
      await noteIn('book-1', ...Array.from({ length: 30 }, (_, i) => String(i)))
      let turn = 0
      const running = await starting({
        apply: async (event, transaction) => {
          await notebooks.apply(event, transaction)
          if (++turn % 2 === 0) throw new Error('now and then')
        },
      })
      await running.caughtUp()
      expect(await running.parked()).toEqual([])
      expect(await counts()).toEqual({ 'book-1': 30 })
    })

    test('also when its commit stands though the answer was lost', async () => {
      let isLost = false
      const losing = new Proxy(database, { get: (target, name) => name !== 'transaction' ? ofTarget(target, name) : () => ({
        execute: async (work: Parameters<ReturnType<typeof target.transaction>['execute']>[0]) => {
          await target.transaction().execute(work)
          if (isLost) {
            isLost = false
            throw new DatabaseUnavailable(new Error('the line was cut'))
          }
        },
      }) })
      const running = await startProjector({ source: store, database: losing, projector: notebooks, signal: stopLater(), pause: noPause, report })
      for (const place of ['book-1', 'book-2']) {
        isLost = true
        const { position } = await noteIn(place, 'a')
        await running.waitFor(position)
      }
      expect(await counts()).toEqual({ 'book-1': 1, 'book-2': 1 })
    })
    const ofTarget = (target: Kysely<Tables>, name: string | symbol): unknown => {
      const value = Reflect.get(target, name, target) as unknown
      return typeof value === 'function' ? value.bind(target) as unknown : value
    }
    /** The same database, but the process ends just before its nth query. */
    const killedAtQuery = (count: number, stop: AbortController): Kysely<Tables> => {
      let left = count
      return database.withPlugin({
        transformQuery: ({ node }) => {
          if (left-- > 0) return node
          stop.abort()
          throw new Error('killed')
        },
        transformResult: ({ result }) => Promise.resolve(result),
      })
    }
    const foldFromZero = async () => {
      const rows = new Map<string, { stream: string; notes: number; last: string }>()
      for await (const { stream, id } of store.readAll()) rows.set(stream, { stream, notes: (rows.get(stream)?.notes ?? 0) + 1, last: id })
      return [...rows.values()].sort((a, b) => a.stream < b.stream ? -1 : 1)
    }
  })

  describe('an event that keeps failing', () => {
    test('is set aside without a word of what it says, and the others go on', async () => {
      await noteIn('book-1', 'a', 'poison', 'b')
      const running = await starting({ apply: failingAt('poison') })
      await running.caughtUp()
      expect(await counts()).toEqual({ 'book-1': 2 })
      const events = await Array.fromAsync(store.readStream('book-1'))
      expect(await running.parked()).toEqual([{ projector: 'notebooks', position: events[1]!.position, event_id: events[1]!.id, code: 'too-much' }])
      expect(reported).toEqual([{ follower: 'notebooks', what: 'set-aside', code: 'too-much', eventId: events[1]!.id }])
      const { position } = await noteIn('book-1', 'c', 'poison', 'd')
      await running.waitFor(position)
      expect(await counts()).toEqual({ 'book-1': 4 })
      expect(await running.parked()).toHaveLength(2)
    })
    test('after the mistake was mended, a rebuild counts it too', async () => {
      await noteIn('book-1', 'a', 'poison')
      let mended = false
      const running = await starting({ apply: (event, transaction) => (mended ? notebooks.apply : failingAt('poison'))(event, transaction) })
      await running.caughtUp()
      mended = true
      await running.rebuild()
      expect(await counts()).toEqual({ 'book-1': 2 })
      expect(await running.parked()).toEqual([])
      mended = false
      await running.rebuild()
      expect(await counts()).toEqual({ 'book-1': 1 })
      expect((await running.parked()).map(({ code }) => code)).toEqual(['too-much'])
    })
    test('stops a projector that can not do without it; what came before stays shown', async () => {
      await noteIn('book-1', 'a', 'poison', 'b')
      const running = await starting({ apply: failingAt('poison'), whenPoisoned: 'stop' })
      await expect(running.caughtUp()).rejects.toMatchObject({ code: 'projector-stopped', event: { code: 'too-much' } })
      await running.done
      expect(running.stopped()).toMatchObject({ code: 'too-much' })
      expect(reported).toMatchObject([{ follower: 'notebooks', what: 'stopped', code: 'too-much' }])
      expect(await counts()).toEqual({ 'book-1': 1 })
      await expect(running.rebuild()).rejects.toMatchObject({ code: 'projector-stopped' })
      const again = await starting({ whenPoisoned: 'stop' })
      await again.caughtUp()
      expect(await counts()).toEqual({ 'book-1': 3 })
    })
    test('a log that can not be reached holds it up, and it says so once', async () => {
      let closed = true
      const source: EventSource<RecordedEvent> = { ...store, readAll: options => closed ? unreachable() : store.readAll(options) }
      await noteIn('book-1', 'a')
      const running = await starting({}, source)
      while (reported.length === 0) await setImmediate()
      expect(running.failing()).toBe('event-store-unavailable')
      closed = false
      await running.caughtUp()
      expect(await counts()).toEqual({ 'book-1': 1 })
      while (running.failing() !== undefined) await setImmediate()
      expect(reported).toEqual([{ follower: 'notebooks', what: 'held-up', code: 'event-store-unavailable' }])
    })
    test('a database that is away holds it up, however often it is tried; no event is set aside for that', async () => {
      let left = 9
      const running = await starting({ apply: (event, transaction) => {
        if (textOf(event) === 'b' && left-- > 0) throw new DatabaseUnavailable(new Error('gone'))
        return notebooks.apply(event, transaction)
      } })
      await running.caughtUp()
      const { position } = await noteIn('book-1', 'a', 'b')
      await running.waitFor(position)
      expect(await counts()).toEqual({ 'book-1': 2 })
      expect(reported.map(({ what, code }) => [what, code])).toEqual([['held-up', 'database-unavailable']])
    })
    test('is met in the same way when it can not even be read, in the past and live', async () => {
      await noteIn('book-1', 'a', 'unreadable', 'b')
      const running = await starting({}, unreadable('unreadable'))
      await running.caughtUp()
      const { position } = await noteIn('book-1', 'c', 'unreadable', 'd')
      await running.waitFor(position)
      expect(await counts()).toEqual({ 'book-1': 4 })
      expect((await running.parked()).map(({ code }) => code)).toEqual(['unreadable-content', 'unreadable-content'])
    })
    test('is passed when it is of a type that nobody here follows', async () => {
      await store.append('book-1', 'any', [{ ...aNote('unreadable'), type: 'Other' }])
      const running = await starting({ whenPoisoned: 'stop' }, unreadable('unreadable'))
      await running.caughtUp()
      expect(await running.parked()).toEqual([])
    })

    const unreachable = (): never => { throw new EventStoreUnavailable('not now') }
    const unreadable = (text: string): EventSource<RecordedEvent> => {
      const check = (event: RecordedEvent) => {
        if (textOf(event) === text) throw new UnreadableEvent('unreadable-content', event)
        return event
      }
      return {
        ...store,
        readAll: async function* (options) { for await (const event of store.readAll(options)) yield check(event) },
        subscribe: (options, handle) => store.subscribe(options, event => handle(check(event))),
      }
    }
  })

  describe('a rebuild', () => {
    test('of another version drops the old tables and fills the new ones', async () => {
      await noteIn('book-1', ...Array.from({ length: 500 }, () => 'a'))
      const first = await starting()
      await first.caughtUp()
      await first.stop()
      const columns: NotebookProjector = { ...notebooks, version: 2, apply: async (event, transaction) => notebooks.apply({ ...event, stream: `new-${event.stream}` }, transaction) }
      const second = await starting(columns)
      await second.caughtUp()
      expect(await counts()).toEqual({ 'new-book-1': 500 })
    })
    test('removes tables that the new version no longer has', async () => {
      await (await starting()).stop()
      await (await starting({ version: 2, tables: [], create: () => Promise.resolve(), types: [] })).stop()
      await expect(rowsOf(database)).rejects.toThrow('notebook')
    })
    test('that is killed half-way is made again from the start', async () => {
      await noteIn('book-1', 'a', 'b')
      await (await starting()).caughtUp()
      stops[0]!.abort()
      await expect(starting({ version: 2, create: () => Promise.reject(new Error('killed')) })).rejects.toThrow('killed')
      expect(await counts()).toEqual({ 'book-1': 2 })
      await (await starting({ version: 2 })).caughtUp()
      expect(await counts()).toEqual({ 'book-1': 2 })
    })
    test('on request equals the tables as they grew', async () => {
      const running = await starting()
      for (let i = 0; i < 20; i++) await noteIn(`book-${i % 4}`, 'a')
      await running.waitFor(await store.lastPosition())
      const grown = await rowsOf(database)
      await Promise.all([running.rebuild(), running.rebuild()])
      expect(await rowsOf(database)).toEqual(grown)
      const { position } = await noteIn('book-1', 'b')
      await running.waitFor(position)
      expect((await counts())['book-1']).toBe(6)
    })
    test('is seen by nobody before it is whole, and what comes meanwhile is shown at once', async () => {
      await noteIn('book-1', ...Array.from({ length: 1_200 }, (_, i) => String(i)))
      const { half, letGo, held } = heldHalfway()
      const running = await starting(held)
      await running.caughtUp()
      const rebuilt = running.rebuild()
      await half
      expect(await counts()).toEqual({ 'book-1': 1_200 })
      const { position } = await noteIn('book-2', 'meanwhile')
      await running.waitFor(position)
      expect(await counts()).toEqual({ 'book-1': 1_200, 'book-2': 1 })
      expect(comparePositions(running.reached(), position)).toBeLessThan(0)
      letGo()
      await rebuilt
      expect(await counts()).toEqual({ 'book-1': 1_200, 'book-2': 1 })
      expect(running.reached()).toBe(position)
    })
    test('finds what was in the tables wrongly gone, and what was missing there', async () => {
      await noteIn('book-1', 'a')
      const running = await starting()
      await running.caughtUp()
      await database.insertInto('notebook').values(Array.from({ length: 1_100 }, (_, i) => ({ stream: `nobody-${i}`, notes: 1, last: '' }))).execute()
      await database.deleteFrom('notebook').where('stream', '=', 'book-1').execute()
      await running.rebuild()
      expect(await counts()).toEqual({ 'book-1': 1 })
    })
    test('has as many rows as there are, also when they are many', async () => {
      for (let i = 0; i < 1_001; i++) await noteIn(`book-${i}`, 'a')
      const running = await starting()
      await running.caughtUp()
      await running.rebuild()
      expect(await rowsOf(database)).toHaveLength(1_001)
    })
    test('that is asked for while another goes on reads the log anew after that: something may be erased since', async () => {
      await noteIn('book-1', ...Array.from({ length: 500 }, (_, i) => String(i)))
      const { half, letGo, held } = heldHalfway()
      let isErased = false
      const running = await starting({ apply: async (event, transaction) => { if (!isErased || textOf(event) !== '0') await held.apply(event, transaction) } })
      await running.caughtUp()
      const first = running.rebuild()
      await half
      isErased = true
      const second = running.rebuild()
      letGo()
      await first
      expect(await counts()).toEqual({ 'book-1': 500 })
      await second
      expect(await counts()).toEqual({ 'book-1': 499 })
    })
    test('that is killed half-way leaves the tables as they were', async () => {
      await noteIn('book-1', ...Array.from({ length: 500 }, (_, i) => String(i)))
      const { half, letGo, held } = heldHalfway()
      const running = await starting(held)
      await running.caughtUp()
      const killed = expect(running.rebuild()).rejects.toThrow('aborted')
      await half
      const stopped = running.stop()
      letGo()
      await Promise.all([stopped, killed])
      await expect(running.rebuild()).rejects.toThrow('aborted')
      expect(await counts()).toEqual({ 'book-1': 500 })
      await (await starting()).caughtUp()
      expect(await counts()).toEqual({ 'book-1': 500 })
    })
    test('waits for a database that is away', async () => {
      let isAway = false
      const fence = () => isAway ? Promise.reject(new DatabaseUnavailable(new Error('gone'))) : Promise.resolve()
      await noteIn('book-1', 'a')
      const running = await startProjector({ source: store, database, projector: notebooks, signal: stopLater(), pause: noPause, report, fence })
      await running.caughtUp()
      isAway = true
      const rebuilt = running.rebuild()
      while (running.failing() === undefined) await setImmediate()
      isAway = false
      await rebuilt
      const { position } = await noteIn('book-1', 'b')
      await running.waitFor(position)
      expect(await counts()).toEqual({ 'book-1': 2 })
    })
    /** The second time that it comes to the middle of 500 notes, it waits there. */
    const heldHalfway = () => {
      const [half, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      let times = 0
      const apply: NotebookProjector['apply'] = async (event, transaction) => {
        if (textOf(event) === '250' && ++times === 2) {
          half.resolve()
          await gate.promise
        }
        await notebooks.apply(event, transaction)
      }
      return { half: half.promise, letGo: gate.resolve, held: { apply } }
    }
    test('follows a log that was restored from an older backup', async () => {
      await noteIn('book-1', 'a', 'b', 'c')
      await (await starting()).caughtUp()
      stops[0]!.abort()
      store = openMemoryEventStore()
      await noteIn('book-2', 'x')
      await (await starting()).caughtUp()
      expect(await counts()).toEqual({ 'book-2': 1 })
    })
  })
})
