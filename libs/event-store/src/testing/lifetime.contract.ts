import { beforeAll, describe, expect, test } from '@jest/globals'
import { setImmediate } from 'node:timers/promises'
import { EventStoreUnavailable } from '../errors.ts'
import type { EventStore, RecordedEvent } from '../event-store.ts'
import { start } from '../position.ts'
import type { Contract } from './contract-subject.ts'
import { anEvent, aStream, aStreamOf, eventually, following, list, testWith, until } from './contract-tools.ts'

export const lifetimeContract = (contract: Contract): void => {
  describe('from opening to closing', () => {
    let store: EventStore
    beforeAll(() => { ({ store } = contract) })

    testWith(contract, 'reopen', 'keeps everything acknowledged after it was closed and opened again', async reopen => {
      const stream = await aStreamOf(store, 2)
      contract.store = store = await reopen()
      expect(await list(store.readStream(stream))).toHaveLength(2)
      expect(await store.append(stream, 1, [anEvent()])).toMatchObject({ revision: 2 })
    })

    test('closing finishes what was asked, ends the subscriptions, and refuses what comes after', async () => {
      const own = await contract.open()
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
      const own = await contract.open()
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

    testWith(contract, 'outage', 'while the server is gone it says so; after that nothing is lost or repeated, and followers go on', async outage => {
      const prefix = `${aStream()}-`
      await aStreamOf(store, 3, `${prefix}a`)
      const got: string[] = []
      const subscription = await following(store, prefix, event => { got.push(`${event.stream.slice(prefix.length)}${event.revision}`) })
      await until(() => got.length === 3)
      await outage.begin()
      const events = [anEvent(), anEvent()]
      await expect(store.append(`${prefix}b`, 'none', events)).rejects.toBeInstanceOf(EventStoreUnavailable)
      await expect(list(store.readStream(`${prefix}a`))).rejects.toBeInstanceOf(EventStoreUnavailable)
      await expect(list(store.readAll())).rejects.toBeInstanceOf(EventStoreUnavailable)
      await expect(store.lastPosition()).rejects.toBeInstanceOf(EventStoreUnavailable)
      await outage.end()
      const again = await eventually(() => store.append(`${prefix}b`, 'none', events))
      expect(again).toMatchObject({ revision: 1 })
      const last = [anEvent()]
      await eventually(() => store.append(`${prefix}a`, 2, last))
      await until(() => got.length === 6)
      await subscription.stop()
      expect(got).toEqual(['a0', 'a1', 'a2', 'b0', 'b1', 'a3'])
      expect((await eventually(() => list(store.readAll({ filter: { streamPrefix: prefix } })))).map(({ stream, revision }) => `${stream.slice(prefix.length)}${revision}`)).toEqual(got)
    })

    test('an empty store ends at the start', async () => {
      const own = await contract.open()
      expect(await own.store.lastPosition()).toBe(start)
      expect(await list(own.store.readAll())).toEqual([])
      await own.store.close()
      await own.dispose?.()
    })
  })
}
