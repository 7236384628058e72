import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createLru } from './lru.ts'

test('the half that was used last is there, what is there is what was put, and never more than so much is kept', () => {
  const key = fc.constantFrom(...'abcdefghij')
  const step = fc.oneof(fc.record({ get: key }), fc.record({ set: key, weight: fc.integer({ min: 1, max: 5 }) }), fc.record({ drop: key }))
  fc.assert(fc.property(fc.integer({ min: 1, max: 16 }), fc.boolean(), fc.array(step, { maxLength: 60 }), (most, isCounted, steps) => {
    const weigh = ({ weight }: { readonly weight: number }) => isCounted ? 1 : weight
    const lru = createLru<{ readonly turn: number; readonly weight: number }>(most, isCounted ? undefined : weigh)
    const put = new Map<string, { readonly turn: number; readonly weight: number }>()
    const weightOf = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + weigh(put.get(name)!), 0)
    let used: readonly string[] = []
    for (const [turn, one] of steps.entries()) {
      if ('drop' in one) { lru.delete(one.drop); put.delete(one.drop); used = used.filter((name) => name !== one.drop); continue }
      const name = 'get' in one ? one.get : one.set
      const usedLast = used.filter((_, i) => weightOf(used.slice(0, i + 1)) <= most / 2)
      if ('set' in one) {
        const value = { turn, weight: one.weight }
        lru.set(name, value)
        put.set(name, value)
      }
      const found = lru.get(name)
      expect([undefined, put.get(name)]).toContain(found)
      if ('set' in one || usedLast.includes(name)) expect(found).toBe(put.get(name))
      if (found !== undefined) used = [name, ...used.filter((other) => other !== name)]
    }
    // One that is heavier than a half is kept as well, in the place of that half.
    const half = Math.max(most / 2, isCounted ? 1 : 5)
    expect(weightOf([...put.keys()].filter((name) => lru.get(name) !== undefined))).toBeLessThanOrEqual(2 * half)
  }))
})
