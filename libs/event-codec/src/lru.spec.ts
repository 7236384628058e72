import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createLru } from './lru.ts'

test('the half that was used last is there, what is there is what was put, and never more than so many are kept', () => {
  const key = fc.constantFrom(...'abcdefghij')
  const step = fc.oneof(fc.record({ get: key }), fc.record({ set: key }), fc.record({ drop: key }))
  fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), fc.array(step, { maxLength: 60 }), (most, steps) => {
    const lru = createLru<number>(most)
    const put = new Map<string, number>()
    let used: readonly string[] = []
    for (const [turn, one] of steps.entries()) {
      if ('drop' in one) { lru.delete(one.drop); put.delete(one.drop); used = used.filter((name) => name !== one.drop); continue }
      const name = 'get' in one ? one.get : one.set
      if ('set' in one) { lru.set(name, turn); put.set(name, turn) }
      const found = lru.get(name)
      expect([undefined, put.get(name)]).toContain(found)
      if (used.slice(0, Math.max(1, Math.floor(most / 2))).includes(name)) expect(found).toBe(put.get(name))
      if (found !== undefined) used = [name, ...used.filter((other) => other !== name)]
    }
    expect([...put.keys()].filter((name) => lru.get(name) !== undefined).length).toBeLessThanOrEqual(Math.max(2, most))
  }))
})
