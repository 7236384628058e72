import { expect, describe, test } from '@jest/globals'
import fc from 'fast-check'
import { openTurns } from './turns.ts'

describe('turns', () => {
  test('so many at a time, the others in the order in which they came', async () => {
    const turns = openTurns(2, 10)
    const order: string[] = []
    const asked = ['a', 'b', 'c', 'd'].map((name) => turns.enter('anouk').then(() => { order.push(name) }))
    await Promise.all(asked.slice(0, 2))
    expect(order).toEqual(['a', 'b'])
    turns.leave('anouk')
    await asked[2]
    expect(order).toEqual(['a', 'b', 'c'])
    turns.leave('anouk')
    await asked[3]
    expect(order).toEqual(['a', 'b', 'c', 'd'])
  })
  test('one session never waits for another', async () => {
    const turns = openTurns(1, 10)
    expect(await turns.enter('anouk')).toBe(true)
    expect(await turns.enter('joost')).toBe(true)
  })
  test('too many are turned away at once', async () => {
    const turns = openTurns(1, 1)
    expect(await turns.enter('anouk')).toBe(true)
    const waiting = turns.enter('anouk')
    expect(await turns.enter('anouk')).toBe(false)
    turns.leave('anouk')
    expect(await waiting).toBe(true)
  })
  test('whoever comes and goes, never more than so many at a time, and everybody gets a turn', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.constantFrom('anouk', 'joost'), { maxLength: 30 }), fc.scheduler(), async (atOnce, asked, scheduler) => {
      const turns = openTurns(atOnce, 100)
      const busy = new Map<string, number>()
      let done = 0
      const all = Promise.all(asked.map(async (key) => {
        await turns.enter(key)
        busy.set(key, (busy.get(key) ?? 0) + 1)
        expect(busy.get(key)).toBeLessThanOrEqual(atOnce)
        await scheduler.schedule(Promise.resolve())
        busy.set(key, (busy.get(key) ?? 0) - 1)
        turns.leave(key)
        done += 1
      }))
      await scheduler.waitFor(all)
      expect(done).toBe(asked.length)
    }))
  })
})
