import { describe, expect, test } from '@jest/globals'
import { layoutFamilyMap, type Around, type Relative, type Tie } from './layout.ts'

const person = (id: string, generation: 0 | 1 | 2, more: Partial<Relative> = {}): Relative =>
  ({ id, name: id, sign: 'circle', generation, isIndexChild: false, isUnborn: false, inHousehold: true, ...more })
const family = [person('elder', 2), person('mother', 1), person('father', 1, { sign: 'square' }), person('child', 2, { isIndexChild: true }), person('gran', 0, { inHousehold: false })]
const ties: readonly Tie[] = [
  { id: 't1', between: ['mother', 'father'], kind: 'partners', label: 'partners' },
  { id: 't2', between: ['mother', 'child'], kind: 'parent-child', label: '' },
  { id: 't3', between: ['father', 'child'], kind: 'parent-child', label: '' },
  { id: 't4', between: ['mother', 'elder'], kind: 'parent-child', label: '' },
]
const helpers: readonly Around[] = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id, people: '' }))
const at = (map: ReturnType<typeof layoutFamilyMap>, id: string) => {
  const found = map.relatives.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

describe('a family map', () => {
  test('has a row for each generation, oldest above', () => {
    const map = layoutFamilyMap(family, ties, [], 700)
    expect(at(map, 'gran').y).toBeLessThan(at(map, 'mother').y)
    expect(at(map, 'mother').y).toBe(at(map, 'father').y)
    expect(at(map, 'mother').y).toBeLessThan(at(map, 'child').y)
  })

  test('frames the household, and no one who lives elsewhere', () => {
    const map = layoutFamilyMap(family, ties, [], 700)
    if (map.home === undefined) throw new Error('expected a home')
    expect(at(map, 'gran').y).toBeLessThan(map.home.y)
    for (const id of ['mother', 'father', 'child', 'elder']) expect(at(map, id).y).toBeGreaterThan(map.home.y)
  })

  test('has a parent who lives elsewhere beside the frame, never on its edge', () => {
    for (const width of [320, 700]) {
      const map = layoutFamilyMap(family.map((one) => one.id === 'father' ? { ...one, inHousehold: false } : one), ties, [], width)
      const father = at(map, 'father')
      if (map.home === undefined) throw new Error('expected a home')
      expect(father.x - 20 > map.home.x + map.home.width || father.x + 20 < map.home.x).toBe(true)
      expect(father.x).toBeLessThan(width)
    }
  })

  test('brings a child down from both parents, or from the one that is recorded', () => {
    const lines = layoutFamilyMap(family, ties, [], 700).lines.filter((line) => line.kind === 'descent').map((line) => line.id)
    expect(lines).toEqual(expect.arrayContaining(['pair-child', 'mother-elder']))
  })

  test('puts helpers beside the family when there is room, and else below it', () => {
    expect(layoutFamilyMap(family, ties, helpers, 800).around.map((one) => one.side)).toEqual(['start', 'start', 'start', 'end', 'end'])
    const narrow = layoutFamilyMap(family, ties, helpers, 320)
    expect(new Set(narrow.around.map((one) => one.side))).toEqual(new Set(['under']))
    expect(new Set(narrow.around.map((one) => one.y)).size).toBe(helpers.length)
    expect(Math.max(...narrow.relatives.map((one) => one.x))).toBeLessThan(320)
  })

  test('stands without a family, without a household', () => {
    expect(layoutFamilyMap([], [], helpers, 800)).toMatchObject({ relatives: [], home: undefined })
  })
})
