import { beforeAll, describe, expect, test } from '@jest/globals'
import type { EventFilter, EventStore, RecordedEvent } from '../event-store.ts'
import { comparePositions, start } from '../position.ts'
import type { Contract } from './contract-subject.ts'
import { anEvent, aStream, aStreamOf, following, inOrder, list, revisions, types, until } from './contract-tools.ts'

export const readContract = (contract: Contract): void => {
  describe('read', () => {
    let store: EventStore
    beforeAll(() => { ({ store } = contract) })

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
      for (const [i, stream] of streams.entries()) await aStreamOf(store, i + 1, stream)
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
      const subscription = await following(store, prefix, event => { followed.push(event) })
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
      const stream = await aStreamOf(store, 10)
      expect(revisions(await list(store.readStream(stream, { from: 7 })))).toEqual([7, 8, 9])
      expect(revisions(await list(store.readStream(stream, { from: 2, limit: 3 })))).toEqual([2, 3, 4])
      expect(await list(store.readStream(stream, { from: 10 }))).toEqual([])
      expect(await list(store.readStream(stream, { limit: 0 }))).toEqual([])
    })
    test('backwards from the end or from a revision, with a limit', async () => {
      const stream = await aStreamOf(store, 10)
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
      await aStreamOf(store, 700, `${prefix}b`)
      await store.append(`${prefix}a`, 0, [anEvent({ type: 'Rare' })])
      const rare = { streamPrefix: prefix, types: ['Rare'] }
      expect(revisions(await list(store.readAll({ filter: rare })))).toEqual([0, 1])
      expect(revisions(await list(store.readAll({ filter: rare, limit: 2 })))).toEqual([0, 1])
      const [first] = await list(store.readAll({ filter: rare, limit: 1 }))
      expect(revisions(await list(store.readAll({ after: first!.position, filter: rare })))).toEqual([1])
    })
    test('who stops reading half way keeps nothing from others', async () => {
      const stream = await aStreamOf(store, 600)
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
    test('where a stream ends is known as it is, or not at all', async () => {
      const stream = aStream()
      const isKnownAs = (end: number) => { expect([undefined, end]).toContain(store.knownEnd?.(stream)) }
      isKnownAs(-1)
      expect(await list(store.readStream(stream))).toEqual([])
      isKnownAs(-1)
      const seen: number[] = []
      const stop = new AbortController()
      // Whoever is told of an event finds it counted in.
      const { done } = store.subscribe({ after: await store.lastPosition(), filter: { streamPrefix: stream }, signal: stop.signal }, ({ revision }) => {
        const known = store.knownEnd?.(stream) ?? revision
        seen.push(known - revision)
      })
      await store.append(stream, 'none', [anEvent(), anEvent()])
      isKnownAs(1)
      await Promise.all([2, 3, 4].map(i => store.append(stream, 'any', [anEvent({ type: String(i) })])))
      isKnownAs(4)
      await expect(store.append(stream, 0, [anEvent()])).rejects.toMatchObject({ actual: 4 })
      expect(revisions(await list(store.readStream(stream, { limit: 2 })))).toEqual([0, 1])
      expect(revisions(await list(store.readStream(stream, { direction: 'backwards', limit: 1 })))).toEqual([4])
      isKnownAs(4)
      await until(() => seen.length === 5)
      stop.abort()
      await done
      expect(seen.every(ahead => ahead >= 0)).toBe(true)
    })
  })
}
