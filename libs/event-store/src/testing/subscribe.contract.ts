import { beforeAll, describe, expect, test } from '@jest/globals'
import { setImmediate } from 'node:timers/promises'
import type { EventStore, RecordedEvent } from '../event-store.ts'
import { comparePositions } from '../position.ts'
import type { Contract } from './contract-subject.ts'
import { anEvent, aStream, aStreamOf, following, inOrder, list, revisions, until } from './contract-tools.ts'

export const subscribeContract = (contract: Contract): void => {
  describe('subscribe', () => {
    let store: EventStore
    beforeAll(() => { ({ store } = contract) })

    test('from the past to the present, nothing lost or repeated while four writers append', async () => {
      const prefix = `${aStream()}-`
      await aStreamOf(store, 50, `${prefix}0`)
      const writing = Promise.all([1, 2, 3, 4].map(async writer => {
        for (let i = 0; i < 60; i++) await store.append(`${prefix}${writer}`, i === 0 ? 'none' : i - 1, [anEvent()])
      }))
      const got: RecordedEvent[] = []
      const subscription = await following(store, prefix, event => { got.push(event) })
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
      const subscription = await following(store, prefix, event => { got.push(event.type) }, { after: first!.position })
      await until(() => got.length === 1)
      await store.append(`${prefix}a`, 1, [anEvent({ type: '3' })])
      await until(() => got.length === 2)
      await subscription.stop()
      expect(got).toEqual(['2', '3'])
    })
    test('from the last position on, it gives only what comes', async () => {
      const prefix = `${aStream()}-`
      await aStreamOf(store, 3, `${prefix}a`)
      const got: number[] = []
      const subscription = await following(store, prefix, event => { got.push(event.revision) }, { after: await store.lastPosition() })
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
      const one = await following(store, prefix, event => { quick.push(event.id) })
      const other = await following(store, prefix, async event => {
        await held
        slow.push(event.id)
      })
      await Promise.all(Array.from({ length: 30 }, (_, i) => aStreamOf(store, 2, `${prefix}${i}`)))
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
      const subscription = await following(store, prefix, async ({ type, stream }) => {
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
      const subscription = await following(store, prefix, event => { got.push(event.type) }, { types: ['Wanted'] })
      await store.append(`${prefix}a`, 'none', [anEvent({ type: 'Other' }), anEvent({ type: 'Wanted' })])
      await store.append(aStream(), 'none', [anEvent({ type: 'Wanted' })])
      await store.append(`${prefix}b`, 'none', [anEvent({ type: 'Wanted' })])
      await until(() => got.length === 2)
      await subscription.stop()
      expect(got).toEqual(['Wanted', 'Wanted'])
    })
    test('tells how far it has looked, also beyond what its filter leaves out, and never before what it leaves in was handed over', async () => {
      const prefix = `${aStream()}-`
      const steps: string[] = []
      const subscription = await following(store, prefix, async ({ position }) => {
        await setImmediate()
        steps.push(`event ${position}`)
      }, { types: ['Wanted'], passed: position => { steps.push(`passed ${position}`) } })
      const wanted = await store.append(`${prefix}a`, 'none', [anEvent({ type: 'Wanted' })])
      const other = await store.append(`${prefix}b`, 'none', [anEvent({ type: 'Other' })])
      const hasPassed = (position: string) => steps.some(step => step.startsWith('passed ') && comparePositions(step.slice('passed '.length), position) >= 0)
      await until(() => hasPassed(other.position))
      await subscription.stop()
      const handed = steps.indexOf(`event ${wanted.position}`)
      expect(handed).toBeGreaterThanOrEqual(0)
      expect(steps.slice(0, handed).filter(step => step.startsWith('passed ') && comparePositions(step.slice('passed '.length), wanted.position) >= 0)).toEqual([])
      expect(steps.filter(step => step.startsWith('event '))).toHaveLength(1)
    })
    test('waits for a slow handler and never enters it twice at once', async () => {
      const prefix = `${aStream()}-`
      let inside = 0
      let most = 0
      let count = 0
      const subscription = await following(store, prefix, async () => {
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
      await aStreamOf(store, 1_000, `${prefix}a`)
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
      await aStreamOf(store, 2, `${prefix}a`)
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
      const other = await following(store, prefix, event => { got.push(event.type) })
      const failing = await following(store, prefix, () => Promise.reject(new Error('handler failed')))
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
      await aStreamOf(store, 1_000, `${prefix}a`)
      let turns = 0
      let count = 0
      const subscription = await following(store, prefix, () => { count++ })
      while (count < 1_000) {
        await setImmediate()
        turns++
      }
      await subscription.stop()
      expect(turns).toBeGreaterThan(1)
    })
  })
}
