import { beforeAll, describe, expect, test } from '@jest/globals'
import { EventStoreUnavailable, EventTooLarge, largestEventBytes, WrongExpectedRevision } from '../errors.ts'
import type { EventStore, RecordedEvent } from '../event-store.ts'
import type { Contract } from './contract-subject.ts'
import { anEvent, aStream, aStreamOf, eventually, list, testWith } from './contract-tools.ts'

export const appendContract = (contract: Contract): void => {
  describe('append', () => {
    let store: EventStore
    beforeAll(() => { ({ store } = contract) })

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
    testWith(contract, 'loseNextAnswer', 'an append whose answer was lost is there, once, however often it is asked again', async loseNextAnswer => {
      const stream = await aStreamOf(store, 1)
      const events = [anEvent(), anEvent()]
      loseNextAnswer()
      await expect(store.append(stream, 0, events)).rejects.toBeInstanceOf(EventStoreUnavailable)
      const there = await eventually(() => list(store.readStream(stream)))
      expect(there.slice(1).map(({ id }) => id)).toEqual(events.map(({ id }) => id))
      const known = { revision: 2, position: there[2]!.position }
      expect(await eventually(() => store.append(stream, 0, events))).toEqual(known)
      expect(await store.append(stream, 0, events)).toEqual(known)
      expect(await list(store.readStream(stream))).toEqual(there)
    })
    test('refuses what a program must never ask: no events, an id that is no UUID', async () => {
      await expect(store.append(aStream(), 'none', [])).rejects.toBeInstanceOf(RangeError)
      await expect(store.append(aStream(), 'none', [anEvent({ id: 'first' })])).rejects.toBeInstanceOf(RangeError)
    })
  })
}
