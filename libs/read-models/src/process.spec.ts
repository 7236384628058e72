import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { UnreadableEvent, type EventStore, type RecordedEvent } from '@samenspel/event-store'
import { openMemoryEventStore } from '@samenspel/event-store/testing'
import { aNote, textOf, type Tables } from './notebook.fixture.ts'
import { databaseKinds } from './databases.fixture.ts'
import { startProcess } from './process.ts'
import type { Trouble } from './trouble.ts'

describe.each(databaseKinds)('in $name', ({ begin, open, end }) => {
  beforeAll(begin)
  afterAll(end)

  let store: EventStore
  let database: Kysely<Tables>
  let reported: Trouble[]
  beforeEach(async () => {
    reported = []
    store = openMemoryEventStore()
    database = await open<Tables>()
  })
  afterEach(async () => {
    await store.close()
    await database.destroy()
  })

  const noteIn = (stream: string, ...texts: string[]) => store.append(stream, 'any', texts.map(aNote))
  const starting = async (handle: (event: RecordedEvent) => Promise<void>, { pause = () => setImmediate(), source = store }: { pause?: () => Promise<void>; source?: Pick<EventStore, 'readAll' | 'subscribe' | 'lastPosition'> } = {}) => {
    const stop = new AbortController()
    const running = await startProcess({ source, database, name: 'confirmation', types: ['Noted'], handle, signal: stop.signal, pause, report: trouble => reported.push(trouble) })
    return { ...running, stop: async () => { stop.abort(); await running.done } }
  }

  test('a process acts on the past and on what comes, in order, and passes the rest', async () => {
    const done: string[] = []
    await noteIn('book-1', 'a')
    const running = await starting(event => Promise.resolve(void done.push(textOf(event))))
    await store.append('book-1', 'any', [{ ...aNote('other'), type: 'Other' }])
    await noteIn('book-2', 'b')
    await running.waitFor(await store.lastPosition())
    expect(done).toEqual(['a', 'b'])
    await running.stop()
  })

  test('stopped anywhere, it goes on where it was; only the event it was busy with comes again', async () => {
    const done: string[] = []
    await noteIn('book-1', 'a', 'b', 'c')
    const busy = Promise.withResolvers<void>()
    const killed = Promise.withResolvers<void>()
    const first = await starting(event => {
      done.push(textOf(event))
      if (done.length < 2) return Promise.resolve()
      busy.resolve()
      return killed.promise
    })
    await busy.promise
    const again = await starting(event => Promise.resolve(void done.push(textOf(event))))
    await again.waitFor(await store.lastPosition())
    expect(done).toEqual(['a', 'b', 'b', 'c'])
    await again.stop()
    killed.reject(new Error('killed'))
    await first.stop()
  })

  test('what is none of its own it doesn’t look at again when it is started again, neither the past nor what came', async () => {
    const asked: (string | undefined)[] = []
    const source = { ...store, subscribe: (...[options, handle]: Parameters<EventStore['subscribe']>) => { asked.push(options.after); return store.subscribe(options, handle) } }
    const others = (count: number) => store.append('book-1', 'any', Array.from({ length: count }, () => ({ ...aNote('other'), type: 'Other' })))
    const goOn = async () => {
      const running = await starting(() => Promise.resolve(), { source })
      await running.waitFor(await store.lastPosition())
      return running
    }
    await others(3)
    const [past, killed] = [await store.lastPosition(), await goOn()]
    // Killed: it comes to nothing more.
    const again = await goOn()
    await others(2)
    await again.waitFor(await store.lastPosition())
    await again.stop()
    await (await goOn()).stop()
    expect(asked).toEqual(['', past, await store.lastPosition()])
    await killed.stop()
  })

  test('an event that fails is tried until it works, and nothing after it is done before', async () => {
    const done: string[] = []
    let left = 3
    const failures: (string | undefined)[] = []
    const running = await starting(event => {
      if (textOf(event) === 'b' && left-- > 0) return Promise.reject(Object.assign(new Error('a text about somebody'), { code: 'not-yet' }))
      return Promise.resolve(void done.push(textOf(event)))
    }, { pause: () => Promise.resolve(void failures.push(running.failing()?.code)) })
    await noteIn('book-1', 'a', 'b', 'c')
    await running.waitFor(await store.lastPosition())
    expect(done).toEqual(['a', 'b', 'c'])
    expect(failures).toEqual(['not-yet', 'not-yet', 'not-yet'])
    expect(running.failing()).toBeUndefined()
    // Told once, not at every try.
    expect(reported).toEqual([{ follower: 'confirmation', what: 'held-up', code: 'not-yet' }])
    await running.stop()
  })

  test('an event that can not be read holds it up, unless it is none of its own', async () => {
    const source = { ...store, subscribe: (...[options, handle]: Parameters<EventStore['subscribe']>) => store.subscribe(options, event => {
      if (textOf(event) === 'unreadable') throw new UnreadableEvent('unreadable-content', event)
      return handle(event)
    }) }
    const done: string[] = []
    const held = Promise.withResolvers<void>()
    await store.append('book-1', 'any', [{ ...aNote('unreadable'), type: 'Other' }])
    await noteIn('book-1', 'a')
    const running = await starting(event => Promise.resolve(void done.push(textOf(event))), { source, pause: () => { held.resolve(); return setImmediate() } })
    await running.waitFor(await store.lastPosition())
    await noteIn('book-1', 'unreadable', 'b')
    await held.promise
    expect(running.failing()).toMatchObject({ code: 'unreadable-content' })
    expect(done).toEqual(['a'])
    await running.stop()
  })

  test('when the log closes under it, it waits and does not spin', async () => {
    const waited = Promise.withResolvers<void>()
    const running = await starting(() => Promise.resolve(), { pause: () => { waited.resolve(); return setImmediate() } })
    await store.close()
    await waited.promise
    expect(running.failing()).toMatchObject({ code: 'event-store-unavailable' })
    await running.stop()
  })

  test('after a restore of an older log it begins again, since leaving out does harm and acting again does not', async () => {
    await noteIn('book-1', 'a', 'b')
    const first = await starting(() => Promise.resolve())
    await first.waitFor(await store.lastPosition())
    await first.stop()
    store = openMemoryEventStore()
    await noteIn('book-1', 'x')
    const done: string[] = []
    const again = await starting(event => Promise.resolve(void done.push(textOf(event))))
    await again.waitFor(await store.lastPosition())
    expect(done).toEqual(['x'])
    await again.stop()
  })
})
