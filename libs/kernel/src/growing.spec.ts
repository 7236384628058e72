import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { added, growing, put, withId } from './growing.ts'

const list = Object.freeze([1, 2])
const map: ReadonlyMap<string, number> = new Map([['a', 1]])

describe('a list and a map of a state', () => {
  test('are copied for each one that is added, at any usual time', () => {
    const longer = added(list, 3)
    expect([longer, added(longer, 4), longer, list]).toEqual([[1, 2, 3], [1, 2, 3, 4], [1, 2, 3], [1, 2]])
    const larger = put(map, 'b', 2)
    expect([put(larger, 'a', 3), larger, map]).toEqual([new Map([['a', 3], ['b', 2]]), new Map([['a', 1], ['b', 2]]), new Map([['a', 1]])])
  })
  test('are copied once while many events are folded, and what was there before stays as it was', () => {
    const [longer, larger] = growing(() => {
      const [first, second] = [added(list, 3), put(map, 'b', 2)]
      expect([added(first, 4), put(second, 'c', 3)].map((one, i) => one === [first, second][i])).toEqual([true, true])
      return [first, second]
    })
    expect([longer, larger, list, map]).toEqual([[1, 2, 3, 4], new Map([['a', 1], ['b', 2], ['c', 3]]), [1, 2], new Map([['a', 1]])])
    // From then on they belong to whoever has them.
    expect([added(longer, 5), put(larger, 'd', 4), growing(() => added(longer, 5))].map((one) => one === longer || one === larger)).toEqual([false, false, false])
    expect([longer.length, larger.size]).toEqual([4, 3])
  })
  test('of what is folded within something else belong to that alone, also where it fails', () => {
    growing(() => {
      const own = added(list, 3)
      growing(() => { expect(added(own, 4)).not.toBe(own) })
      expect(() => growing(() => { throw new Error('no fact') })).toThrow('no fact')
      expect(added(own, 5)).toBe(own)
      expect(own).toEqual([1, 2, 3, 5])
    })
  })
})

describe('what has an id in a list', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'constructor')
  test('is found as by going through it, in each of many lists that grew from one another, one by one or folded', () => {
    const step = fc.record({ from: fc.nat(30), id: ids, folded: fc.boolean(), asked: fc.boolean() })
    fc.assert(fc.property(fc.array(ids, { maxLength: 4 }), fc.array(step, { maxLength: 30 }), (begin, steps) => {
      const made: (readonly { readonly id: string }[])[] = [begin.map((id) => ({ id }))]
      const look = (list: readonly { readonly id: string }[]) => {
        for (const id of ['a', 'b', 'c', 'd', 'constructor', 'toString']) expect(list.filter((one) => one.id === id).slice(0, 1)).toEqual([withId(list, id) ?? []].flat())
        for (const one of list) if (list.filter(({ id }) => id === one.id).length === 1) expect(withId(list, one.id)).toBe(one)
      }
      for (const { from, id, folded, asked } of steps) {
        const list = made[from % made.length]!
        if (asked) look(list)
        made.push(folded ? growing(() => added(added(list, { id }), { id: `${id}${id}` })) : added(list, { id }))
      }
      made.forEach(look)
    }))
  })
})
