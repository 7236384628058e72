import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { EventStoreUnavailable, EventTooLarge, largestEventBytes, WrongExpectedRevision } from '../errors.ts'
import type { EventFilter, EventStore, NewEvent, RecordedEvent } from '../event-store.ts'
import { comparePositions, start } from '../position.ts'

/** An adapter, as the contract wants it. */
export type ContractSubject = {
  readonly store: EventStore
  /** Closes the store and opens it again on what it had written; left out by a store that keeps nothing. */
  readonly reopen?: () => Promise<EventStore>
  /** The server behind the store crashes, and comes back with what it had written; left out by a store without a server. */
  readonly outage?: { readonly begin: () => Promise<void>; readonly end: () => Promise<void> }
  /** The next append is written, and its answer never arrives; left out where nothing lies between asking and writing. */
  readonly loseNextAnswer?: () => void
  /** Removes what the test left behind; the store is closed by then. */
  readonly dispose?: () => Promise<void>
}

/**
 * The promises of the port, as tests. Each adapter runs them all: `eventStoreContract('sqlite', open)`.
 * @param open gives a new, empty store each time it is asked
 */
export const eventStoreContract = (name: string, open: () => Promise<ContractSubject>): void => {
  describe(`event store contract: ${name}`, () => {
    let subject: ContractSubject
    let store: EventStore
    beforeAll(async () => {
      subject = await open()
      store = subject.store
    })
    afterAll(async () => {
      await store.close()
      await subject.dispose?.()
    })

    const following = async (prefix: string, handle: (event: RecordedEvent) => void | Promise<void>, options: { after?: string; types?: string[] } = {}) => {
      const stop = new AbortController()
      const { done } = store.subscribe({ after: options.after, filter: { streamPrefix: prefix, types: options.types }, signal: stop.signal }, handle)
      await setImmediate()
      return { done, stop: async () => { stop.abort(); await done } }
    }

    describe('append', () => {
      test('starts a stream at revision 0 and says where its last event stands', async () => {
        const stream = aStream()
        const appended = await store.append(stream, 'none', [anEvent(), anEvent()])
        const events = await list(store.readStream(stream))
        expect(events.map(event => event.revision)).toEqual([0, 1])
        expect(appended).toEqual({ revision: 1, position: events[1]!.position })
      })
      test('refuses a wrong expected revision and tells the actual one', async () => {
        const stream = aStream()
        await expect(store.append(stream, 3, [anEvent()])).rejects.toMatchObject({ name: 'WrongExpectedRevision', stream, expected: 3, actual: 'none' })
        await store.append(stream, 'none', [anEvent()])
        await expect(store.append(stream, 'none', [anEvent()])).rejects.toMatchObject({ expected: 'none', actual: 0 })
        await expect(store.append(stream, 5, [anEvent()])).rejects.toBeInstanceOf(WrongExpectedRevision)
        expect(await list(store.readStream(stream))).toHaveLength(1)
      })
      test('takes `any` whatever the revision', async () => {
        const stream = aStream()
        await store.append(stream, 'any', [anEvent()])
        expect(await store.append(stream, 'any', [anEvent()])).toMatchObject({ revision: 1 })
      })
      test('of twenty at once at one revision, exactly one is written', async () => {
        const stream = aStream()
        const all = await Promise.allSettled(Array.from({ length: 20 }, () => store.append(stream, 'none', [anEvent()])))
        expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        expect(await list(store.readStream(stream))).toHaveLength(1)
      })
      test('the same ids at the same place succeed again and write nothing', async () => {
        const stream = aStream()
        const events = [anEvent(), anEvent()]
        const first = await store.append(stream, 'none', events)
        expect(await store.append(stream, 'none', events)).toEqual(first)
        expect(await list(store.readStream(stream))).toHaveLength(2)
      })
      test('a retry after a lost acknowledgement succeeds, also when others wrote since', async () => {
        const stream = aStream()
        await store.append(stream, 'none', [anEvent()])
        const events = [anEvent(), anEvent()]
        const unheard = await store.append(stream, 0, events)
        await store.append(stream, 2, [anEvent()])
        expect(await store.append(stream, 0, events)).toEqual(unheard)
        expect(await list(store.readStream(stream))).toHaveLength(4)
      })
      test('a retry that is only partly the same is refused', async () => {
        const stream = aStream()
        const events = [anEvent(), anEvent()]
        await store.append(stream, 'none', events)
        await expect(store.append(stream, 'none', [events[0]!, anEvent()])).rejects.toMatchObject({ actual: 1 })
        await expect(store.append(stream, 'none', [...events, anEvent()])).rejects.toMatchObject({ actual: 1 })
        await expect(store.append(stream, 0, [events[0]!])).rejects.toMatchObject({ actual: 1 })
      })
      test('of several events, all are written or none', async () => {
        const stream = aStream()
        await store.append(stream, 'none', [anEvent()])
        await expect(store.append(stream, 'none', [anEvent(), anEvent(), anEvent()])).rejects.toBeInstanceOf(WrongExpectedRevision)
        await expect(store.append(stream, 0, [anEvent(), anEvent({ data: new Uint8Array(largestEventBytes + 1) })])).rejects.toBeInstanceOf(EventTooLarge)
        expect(await list(store.readStream(stream))).toHaveLength(1)
      })
      test('one that fails does not harm its neighbours', async () => {
        const [one, other] = [aStream(), aStream()]
        const all = await Promise.allSettled([
          store.append(one, 'none', [anEvent()]),
          store.append(one, 'none', [anEvent()]),
          store.append(one, 'none', [anEvent({ data: new Uint8Array(largestEventBytes + 1) })]),
          store.append(other, 'none', [anEvent()]),
        ])
        expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
      })
      test('refuses an event that is too large, and takes the largest', async () => {
        const stream = aStream()
        const tooLarge = anEvent({ data: new Uint8Array(largestEventBytes) })
        await expect(store.append(stream, 'none', [tooLarge])).rejects.toMatchObject({ name: 'EventTooLarge', stream })
        const metadata = JSON.stringify(tooLarge.metadata).length
        await store.append(stream, 'none', [anEvent({ data: new Uint8Array(largestEventBytes - metadata) })])
        expect((await list(store.readStream(stream)))[0]?.data).toHaveLength(largestEventBytes - metadata)
      })
      test('counts bytes, not letters', async () => {
        const metadata = { actor: 'é'.repeat(1_000) }
        const bytes = Buffer.byteLength(JSON.stringify(metadata))
        await expect(store.append(aStream(), 'none', [anEvent({ metadata, data: new Uint8Array(largestEventBytes - bytes + 1) })])).rejects.toMatchObject({ bytes: largestEventBytes + 1 })
        await store.append(aStream(), 'none', [anEvent({ metadata, data: new Uint8Array(largestEventBytes - bytes) })])
      })
      test('takes many large events at once', async () => {
        const streams = Array.from({ length: 24 }, aStream)
        await Promise.all(streams.map((stream, i) => store.append(stream, 'none', [anEvent({ data: new Uint8Array(450_000).fill(i) })])))
        for (const [i, stream] of streams.entries()) {
          const [{ data }] = await list(store.readStream(stream)) as [RecordedEvent]
          expect(data).toHaveLength(450_000)
          expect([data[0], data.at(-1)]).toEqual([i, i])
        }
      })
      test('an append whose answer was lost is there, once, however often it is asked again', async () => {
        if (subject.loseNextAnswer === undefined) return
        const stream = await aStreamOf(1)
        const events = [anEvent(), anEvent()]
        subject.loseNextAnswer()
        await expect(store.append(stream, 0, events)).rejects.toBeInstanceOf(EventStoreUnavailable)
        const there = await list(store.readStream(stream))
        expect(there.slice(1).map(({ id }) => id)).toEqual(events.map(({ id }) => id))
        const known = { revision: 2, position: there[2]!.position }
        expect(await store.append(stream, 0, events)).toEqual(known)
        expect(await store.append(stream, 0, events)).toEqual(known)
        expect(await list(store.readStream(stream))).toEqual(there)
      })
      test('refuses what a program must never ask: no events, an id that is no UUID', async () => {
        await expect(store.append(aStream(), 'none', [])).rejects.toBeInstanceOf(RangeError)
        await expect(store.append(aStream(), 'none', [anEvent({ id: 'first' })])).rejects.toBeInstanceOf(RangeError)
      })
    })

    describe('read', () => {
      test('gives back what was written, byte for byte', async () => {
        const stream = aStream()
        const event = anEvent({ type: 'Ünïcode', version: 7, metadata: { actor: 'Zoë 👩‍👧', count: 3 }, data: crypto.getRandomValues(new Uint8Array(1_000)) })
        await store.append(stream, 'none', [event])
        const [recorded] = await list(store.readStream(stream))
        const { position, recordedAt, data, ...rest } = recorded!
        expect({ ...rest, data: [...data] }).toEqual({ ...event, data: [...event.data], stream, revision: 0 })
        expect(comparePositions(position, start)).toBeGreaterThan(0)
        expect(recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      })
      test('an event without a single byte of data', async () => {
        const stream = aStream()
        await store.append(stream, 'none', [anEvent({ data: new Uint8Array() }), anEvent({ data: new Uint8Array([7]) })])
        expect((await list(store.readStream(stream))).map(({ data }) => [...data])).toEqual([[], [7]])
      })
      test('names that only look the same are different streams', async () => {
        const name = `${aStream()}-`
        const streams = ['Zoë', 'Zoe\u0308', 'zoë', 'Zoë ', '👩‍👧', `'"\\%_;--`].map(end => name + end)
        for (const [i, stream] of streams.entries()) await aStreamOf(i + 1, stream)
        for (const [i, stream] of streams.entries()) {
          expect(await list(store.readStream(stream))).toHaveLength(i + 1)
          expect((await list(store.readAll({ filter: { streamPrefix: stream } })))[0]).toMatchObject({ stream, revision: 0 })
        }
      })
      test('an event is the same whichever way it is read', async () => {
        const prefix = `${aStream()}-`
        await store.append(`${prefix}a`, 'none', [anEvent({ metadata: { b: 1, a: 'x' } }), anEvent({ type: 'Other' })])
        const forwards = await list(store.readStream(`${prefix}a`))
        const followed: RecordedEvent[] = []
        const subscription = await following(prefix, event => { followed.push(event) })
        await until(() => followed.length === 2)
        await subscription.stop()
        expect((await list(store.readStream(`${prefix}a`, { direction: 'backwards' }))).reverse()).toEqual(forwards)
        expect(await list(store.readAll({ filter: { streamPrefix: prefix } }))).toEqual(forwards)
        expect(followed).toEqual(forwards)
      })
      test('a later change of the bytes by their owner does not reach the store', async () => {
        const stream = aStream()
        const event = anEvent({ data: new Uint8Array([1, 2, 3]) })
        await store.append(stream, 'none', [event])
        event.data.fill(9)
        const [recorded] = await list(store.readStream(stream))
        expect([...recorded!.data]).toEqual([1, 2, 3])
      })
      test('an unknown stream is empty', async () => {
        expect(await list(store.readStream(aStream()))).toEqual([])
      })
      test('forwards from a revision, with a limit', async () => {
        const stream = await aStreamOf(10)
        expect(revisions(await list(store.readStream(stream, { from: 7 })))).toEqual([7, 8, 9])
        expect(revisions(await list(store.readStream(stream, { from: 2, limit: 3 })))).toEqual([2, 3, 4])
        expect(await list(store.readStream(stream, { from: 10 }))).toEqual([])
        expect(await list(store.readStream(stream, { limit: 0 }))).toEqual([])
      })
      test('backwards from the end or from a revision, with a limit', async () => {
        const stream = await aStreamOf(10)
        expect(revisions(await list(store.readStream(stream, { direction: 'backwards', limit: 2 })))).toEqual([9, 8])
        expect(revisions(await list(store.readStream(stream, { direction: 'backwards', from: 2 })))).toEqual([2, 1, 0])
        expect(revisions(await list(store.readStream(stream, { direction: 'backwards', from: 5, limit: 2 })))).toEqual([5, 4])
        expect(revisions(await list(store.readStream(stream, { direction: 'backwards', from: 0 })))).toEqual([0])
        expect(await list(store.readStream(stream, { direction: 'backwards', limit: 0 }))).toEqual([])
      })
      test('2,000 events of one stream', async () => {
        const stream = aStream()
        for (let i = 0; i < 2_000; i += 500) await store.append(stream, i === 0 ? 'none' : i - 1, Array.from({ length: 500 }, () => anEvent({ data: new Uint8Array(500) })))
        expect(revisions(await list(store.readStream(stream)))).toEqual(Array.from({ length: 2_000 }, (_, i) => i))
        expect(revisions(await list(store.readStream(stream, { direction: 'backwards' })))).toEqual(Array.from({ length: 2_000 }, (_, i) => 1_999 - i))
      })
      test('of all streams: in the order written, and on from any position', async () => {
        const prefix = `${aStream()}-`
        await store.append(`${prefix}a`, 'none', [anEvent({ type: 'A' })])
        await store.append(`${prefix}b`, 'none', [anEvent({ type: 'B' })])
        await store.append(`${prefix}a`, 0, [anEvent({ type: 'C' })])
        const all = await list(store.readAll({ filter: { streamPrefix: prefix } }))
        expect(types(all)).toEqual(['A', 'B', 'C'])
        expect(inOrder(all)).toBe(true)
        expect(types(await list(store.readAll({ after: all[0]!.position, filter: { streamPrefix: prefix } })))).toEqual(['B', 'C'])
        expect(types(await list(store.readAll({ filter: { streamPrefix: prefix }, limit: 2 })))).toEqual(['A', 'B'])
        expect(await list(store.readAll({ after: all[2]!.position, filter: { streamPrefix: prefix } }))).toEqual([])
      })
      test('of all streams: filtered by stream and by type', async () => {
        const prefix = `${aStream()}_`
        await store.append(`${prefix}100%`, 'none', [anEvent({ type: 'A' }), anEvent({ type: 'B' })])
        await store.append(prefix.replace('_', 'x'), 'none', [anEvent({ type: 'A' })])
        await store.append(`${prefix}z`, 'none', [anEvent({ type: 'C' })])
        expect(types(await list(store.readAll({ filter: { streamPrefix: prefix } })))).toEqual(['A', 'B', 'C'])
        expect(types(await list(store.readAll({ filter: { streamPrefix: prefix, types: ['A', 'C'] } })))).toEqual(['A', 'C'])
        expect(await list(store.readAll({ filter: { streamPrefix: prefix, types: [] } }))).toEqual([])
        expect((await list(store.readAll({ filter: { types: ['C'] } }))).every(({ type }) => type === 'C')).toBe(true)
      })
      test('of all streams: a filter is data, also where a database would read something else in it', async () => {
        const prefix = `${aStream()}-'"\\%{`
        const types = ['A,B', `C'"\\`, '{D}', 'Ünïcode 👩‍👧']
        await store.append(`${prefix}1`, 'none', types.map(type => anEvent({ type })))
        await store.append(`${prefix}2`, 'none', ['A', 'B', 'C', 'D'].map(type => anEvent({ type })))
        const filter: unknown = JSON.parse(JSON.stringify({ streamPrefix: prefix, types }))
        expect((await list(store.readAll({ filter: Object.freeze(filter as EventFilter) }))).map(({ type }) => type)).toEqual(types)
        expect(await list(store.readAll({ filter: { streamPrefix: '', types: ['A,B', 'A'] }, limit: 1 }))).toHaveLength(1)
      })
      test('of all streams: what is rare is found, however much lies between', async () => {
        const prefix = `${aStream()}-`
        await store.append(`${prefix}a`, 'none', [anEvent({ type: 'Rare' })])
        await aStreamOf(700, `${prefix}b`)
        await store.append(`${prefix}a`, 0, [anEvent({ type: 'Rare' })])
        const rare = { streamPrefix: prefix, types: ['Rare'] }
        expect(revisions(await list(store.readAll({ filter: rare })))).toEqual([0, 1])
        expect(revisions(await list(store.readAll({ filter: rare, limit: 2 })))).toEqual([0, 1])
        const [first] = await list(store.readAll({ filter: rare, limit: 1 }))
        expect(revisions(await list(store.readAll({ after: first!.position, filter: rare })))).toEqual([1])
      })
      test('who stops reading half way keeps nothing from others', async () => {
        const stream = await aStreamOf(600)
        for (let i = 0; i < 20; i++) {
          for await (const { revision } of store.readStream(stream)) if (revision === i) break
          for await (const { revision } of store.readAll({ filter: { streamPrefix: stream } })) if (revision === i) break
        }
        expect(await store.append(stream, 599, [anEvent()])).toMatchObject({ revision: 600 })
        expect(await list(store.readStream(stream))).toHaveLength(601)
      })
      test('the last position is that of the last event, and only moves on', async () => {
        const positions = [await store.lastPosition()]
        for (let i = 0; i < 3; i++) {
          const { position } = await store.append(aStream(), 'none', [anEvent(), anEvent()])
          positions.push(await store.lastPosition())
          expect(positions.at(-1)).toBe(position)
        }
        expect(positions.every((position, i) => i === 0 || comparePositions(position, positions[i - 1]!) > 0)).toBe(true)
      })
    })

    describe('subscribe', () => {
      test('from the past to the present, nothing lost or repeated while four writers append', async () => {
        const prefix = `${aStream()}-`
        await aStreamOf(50, `${prefix}0`)
        const writing = Promise.all([1, 2, 3, 4].map(async writer => {
          for (let i = 0; i < 60; i++) await store.append(`${prefix}${writer}`, i === 0 ? 'none' : i - 1, [anEvent()])
        }))
        const got: RecordedEvent[] = []
        const subscription = await following(prefix, event => { got.push(event) })
        await writing
        await store.append(`${prefix}end`, 'none', [anEvent({ type: 'End' })])
        await until(() => got.at(-1)?.type === 'End')
        await subscription.stop()
        expect(got).toHaveLength(291)
        expect(new Set(got.map(({ id }) => id)).size).toBe(291)
        expect(inOrder(got)).toBe(true)
        for (let writer = 0; writer <= 4; writer++) {
          const own = got.filter(({ stream }) => stream === `${prefix}${writer}`)
          expect(revisions(own)).toEqual(own.map((_, i) => i))
        }
      })
      test('goes on after a position that was kept', async () => {
        const prefix = `${aStream()}-`
        await store.append(`${prefix}a`, 'none', [anEvent({ type: '1' }), anEvent({ type: '2' })])
        const [first] = await list(store.readStream(`${prefix}a`))
        const got: string[] = []
        const subscription = await following(prefix, event => { got.push(event.type) }, { after: first!.position })
        await until(() => got.length === 1)
        await store.append(`${prefix}a`, 1, [anEvent({ type: '3' })])
        await until(() => got.length === 2)
        await subscription.stop()
        expect(got).toEqual(['2', '3'])
      })
      test('from the last position on, it gives only what comes', async () => {
        const prefix = `${aStream()}-`
        await aStreamOf(3, `${prefix}a`)
        const got: number[] = []
        const subscription = await following(prefix, event => { got.push(event.revision) }, { after: await store.lastPosition() })
        await store.append(`${prefix}a`, 2, [anEvent()])
        await until(() => got.length === 1)
        await subscription.stop()
        expect(got).toEqual([3])
      })
      test('several follow at their own pace, each sees everything in the one order', async () => {
        const prefix = `${aStream()}-`
        let letGo = () => {}
        const held = new Promise<void>(resolve => { letGo = resolve })
        const [quick, slow]: [string[], string[]] = [[], []]
        const one = await following(prefix, event => { quick.push(event.id) })
        const other = await following(prefix, async event => {
          await held
          slow.push(event.id)
        })
        await Promise.all(Array.from({ length: 30 }, (_, i) => aStreamOf(2, `${prefix}${i}`)))
        // The quick one is done while the slow one still holds its first event.
        await until(() => quick.length === 60)
        expect(slow).toEqual([])
        letGo()
        await until(() => slow.length === 60)
        await Promise.all([one.stop(), other.stop()])
        expect(slow).toEqual(quick)
        expect(quick).toEqual((await list(store.readAll({ filter: { streamPrefix: prefix } }))).map(({ id }) => id))
      })
      test('a handler may append, and gets to see what it wrote', async () => {
        const prefix = `${aStream()}-`
        const got: string[] = []
        const subscription = await following(prefix, async ({ type, stream }) => {
          got.push(type)
          if (type === 'Asked') await store.append(stream, 0, [anEvent({ type: 'Answered' })])
        })
        await store.append(`${prefix}a`, 'none', [anEvent({ type: 'Asked' })])
        await until(() => got.length === 2)
        await subscription.stop()
        expect(got).toEqual(['Asked', 'Answered'])
      })
      test('gives only what its filter asks for', async () => {
        const prefix = `${aStream()}-`
        const got: string[] = []
        const subscription = await following(prefix, event => { got.push(event.type) }, { types: ['Wanted'] })
        await store.append(`${prefix}a`, 'none', [anEvent({ type: 'Other' }), anEvent({ type: 'Wanted' })])
        await store.append(aStream(), 'none', [anEvent({ type: 'Wanted' })])
        await store.append(`${prefix}b`, 'none', [anEvent({ type: 'Wanted' })])
        await until(() => got.length === 2)
        await subscription.stop()
        expect(got).toEqual(['Wanted', 'Wanted'])
      })
      test('waits for a slow handler and never enters it twice at once', async () => {
        const prefix = `${aStream()}-`
        let inside = 0
        let most = 0
        let count = 0
        const subscription = await following(prefix, async () => {
          most = Math.max(most, ++inside)
          await setImmediate()
          await setImmediate()
          inside--
          count++
        })
        for (let i = 0; i < 40; i++) await store.append(`${prefix}${i}`, 'none', [anEvent()])
        await until(() => count === 40)
        await subscription.stop()
        expect(most).toBe(1)
      })
      test('stopped during catch-up, it hands over nothing more', async () => {
        const prefix = `${aStream()}-`
        await aStreamOf(1_000, `${prefix}a`)
        const stop = new AbortController()
        const got: RecordedEvent[] = []
        await store.subscribe({ filter: { streamPrefix: prefix }, signal: stop.signal }, event => {
          got.push(event)
          if (got.length === 3) stop.abort()
        }).done
        expect(got).toHaveLength(3)
      })
      test('stopped before it began, it hands over nothing', async () => {
        const got: RecordedEvent[] = []
        await store.subscribe({ signal: AbortSignal.abort() }, event => { got.push(event) }).done
        expect(got).toEqual([])
      })
      test('stopped while it waits, it ends', async () => {
        const stop = new AbortController()
        const { done } = store.subscribe({ after: await store.lastPosition(), signal: stop.signal }, () => {})
        await setImmediate()
        stop.abort()
        await done
      })
      test('stopped while its handler runs, it has ended once the handler has', async () => {
        const prefix = `${aStream()}-`
        await aStreamOf(2, `${prefix}a`)
        const stop = new AbortController()
        const steps: string[] = []
        const { done } = store.subscribe({ filter: { streamPrefix: prefix }, signal: stop.signal }, async () => {
          steps.push('begun')
          stop.abort()
          await setImmediate()
          await setImmediate()
          steps.push('finished')
        })
        await done
        expect(steps).toEqual(['begun', 'finished'])
      })
      test('a handler that fails ends its own subscription and no other', async () => {
        const prefix = `${aStream()}-`
        const got: string[] = []
        const other = await following(prefix, event => { got.push(event.type) })
        const failing = await following(prefix, () => Promise.reject(new Error('handler failed')))
        const failed = expect(failing.done).rejects.toThrow('handler failed')
        await store.append(`${prefix}a`, 'none', [anEvent({ type: '1' })])
        await failed
        await store.append(`${prefix}a`, 0, [anEvent({ type: '2' })])
        await until(() => got.length === 2)
        await other.stop()
      })
      test('ends with the error of its handler', async () => {
        const prefix = `${aStream()}-`
        await store.append(`${prefix}a`, 'none', [anEvent(), anEvent()])
        const got: RecordedEvent[] = []
        const { done } = store.subscribe({ filter: { streamPrefix: prefix }, signal: new AbortController().signal }, event => {
          got.push(event)
          throw new Error('handler failed')
        })
        await expect(done).rejects.toThrow('handler failed')
        expect(got).toHaveLength(1)
      })
      test('other work gets its turn during a long catch-up', async () => {
        const prefix = `${aStream()}-`
        await aStreamOf(1_000, `${prefix}a`)
        let turns = 0
        let count = 0
        const subscription = await following(prefix, () => { count++ })
        while (count < 1_000) {
          await setImmediate()
          turns++
        }
        await subscription.stop()
        expect(turns).toBeGreaterThan(1)
      })
    })

    test('keeps everything acknowledged after it was closed and opened again', async () => {
      if (subject.reopen === undefined) return
      const stream = await aStreamOf(2)
      store = await subject.reopen()
      expect(await list(store.readStream(stream))).toHaveLength(2)
      expect(await store.append(stream, 1, [anEvent()])).toMatchObject({ revision: 2 })
    })

    test('closing finishes what was asked, ends the subscriptions, and refuses what comes after', async () => {
      const own = await open()
      const subscription = own.store.subscribe({ signal: new AbortController().signal }, () => setImmediate())
      // More than any adapter writes at once.
      const asked = Array.from({ length: 600 }, () => own.store.append(aStream(), 'none', [anEvent(), anEvent()]))
      await own.store.close()
      await subscription.done
      expect((await Promise.allSettled(asked)).every(({ status }) => status === 'fulfilled')).toBe(true)
      await expect(own.store.append(aStream(), 'none', [anEvent()])).rejects.toBeInstanceOf(EventStoreUnavailable)
      await expect(list(own.store.readAll())).rejects.toBeInstanceOf(EventStoreUnavailable)
      await expect(list(own.store.readStream(aStream()))).rejects.toBeInstanceOf(EventStoreUnavailable)
      await expect(own.store.lastPosition()).rejects.toBeInstanceOf(EventStoreUnavailable)
      expect(() => own.store.subscribe({ signal: new AbortController().signal }, () => {})).toThrow(EventStoreUnavailable)
      await own.store.close()
      await own.dispose?.()
    })

    test('closing during a catch-up ends it after the event at hand', async () => {
      const own = await open()
      await own.store.append(aStream(), 'none', Array.from({ length: 1_000 }, () => anEvent()))
      const got: RecordedEvent[] = []
      let closed: Promise<void> | undefined
      const { done } = own.store.subscribe({ signal: new AbortController().signal }, event => {
        got.push(event)
        if (got.length === 3) closed = own.store.close()
      })
      await done
      await closed
      expect(got).toHaveLength(3)
      await own.dispose?.()
    })

    test('while the server is gone it says so; after that nothing is lost or repeated, and followers go on', async () => {
      if (subject.outage === undefined) return
      const prefix = `${aStream()}-`
      await aStreamOf(3, `${prefix}a`)
      const got: string[] = []
      const subscription = await following(prefix, event => { got.push(`${event.stream.slice(prefix.length)}${event.revision}`) })
      await until(() => got.length === 3)
      await subject.outage.begin()
      const events = [anEvent(), anEvent()]
      await expect(store.append(`${prefix}b`, 'none', events)).rejects.toBeInstanceOf(EventStoreUnavailable)
      await expect(list(store.readStream(`${prefix}a`))).rejects.toBeInstanceOf(EventStoreUnavailable)
      await expect(list(store.readAll())).rejects.toBeInstanceOf(EventStoreUnavailable)
      await expect(store.lastPosition()).rejects.toBeInstanceOf(EventStoreUnavailable)
      await subject.outage.end()
      const again = await eventually(() => store.append(`${prefix}b`, 'none', events))
      expect(again).toMatchObject({ revision: 1 })
      await store.append(`${prefix}a`, 2, [anEvent()])
      await until(() => got.length === 6)
      await subscription.stop()
      expect(got).toEqual(['a0', 'a1', 'a2', 'b0', 'b1', 'a3'])
      expect((await list(store.readAll({ filter: { streamPrefix: prefix } }))).map(({ stream, revision }) => `${stream.slice(prefix.length)}${revision}`)).toEqual(got)
    })

    test('an empty store ends at the start', async () => {
      const own = await open()
      expect(await own.store.lastPosition()).toBe(start)
      expect(await list(own.store.readAll())).toEqual([])
      await own.store.close()
      await own.dispose?.()
    })

    const aStreamOf = async (count: number, stream = aStream()): Promise<string> => {
      await store.append(stream, 'none', Array.from({ length: count }, () => anEvent()))
      return stream
    }
  })
}

const aStream = () => `test-${randomUUID()}`
const anEvent = (given: Partial<NewEvent> = {}): NewEvent =>
  ({ id: randomUUID(), type: 'Noted', version: 1, metadata: { actor: 'a' }, data: new Uint8Array([1]), ...given })

const list = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}
/** Looks again every millisecond, so that a server on the same machine gets the processor; a minute in vain ends it, so that a test that fails also ends. */
const until = async (reached: () => boolean): Promise<void> => {
  const begun = performance.now()
  while (!reached()) {
    if (performance.now() - begun > 60_000) throw new Error('waited in vain')
    await setTimeout(1)
  }
}
/** Asks again until the store can be reached. */
const eventually = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error
    }
    await setTimeout(1)
  }
}
const types = (events: readonly RecordedEvent[]) => events.map(event => event.type)
const revisions = (events: readonly RecordedEvent[]) => events.map(event => event.revision)
const inOrder = (events: readonly RecordedEvent[]) => events.every((event, i) => i === 0 || comparePositions(events[i - 1]!.position, event.position) < 0)
