import { describe, expect, test } from '@jest/globals'
import type { Relative } from '../family-map/layout.ts'
import { layoutGenogram, type GenogramTie } from './layout.ts'

const person = (id: string, generation: 0 | 1 | 2, more: Partial<Relative> = {}): Relative => ({ id, name: id, sign: 'circle', generation, isIndexChild: false, isUnborn: false, inHousehold: true, ...more })
const tie = (kind: GenogramTie['kind'], a: string, b: string, more: Partial<GenogramTie> = {}): GenogramTie => ({ id: `${a}-${b}`, between: [a, b], kind, label: '', ...more })
const people = [person('child', 2, { isIndexChild: true }), person('twin', 2), person('mother', 1), person('father', 1, { sign: 'square' }), person('partner', 1), person('gran', 0)]
const ties = [
  tie('partners', 'mother', 'father', { cuts: 2 }), tie('partners', 'mother', 'partner'), tie('parent-child', 'mother', 'child'), tie('parent-child', 'father', 'child'), tie('parent-child', 'mother', 'twin'), tie('parent-child', 'father', 'twin'),
  tie('parent-child', 'gran', 'mother'), tie('siblings', 'child', 'twin', { isTwin: true }), tie('parent-child', 'gran', 'child'),
]
const at = (of: ReturnType<typeof layoutGenogram>, id: string) => of.people.find((one) => one.id === id)!

describe('a genogram', () => {
  const drawn = layoutGenogram(people, ties, 700)
  test('has a row for each generation, and partners beside each other: the other parent at one side, a new partner at the other', () => {
    expect(['gran', 'mother', 'child'].map((id) => at(drawn, id).y)).toEqual([...['gran', 'mother', 'child'].map((id) => at(drawn, id).y)].toSorted((a, b) => a - b))
    expect(['father', 'mother', 'partner'].map((id) => at(drawn, id).x)).toEqual(['father', 'mother', 'partner'].map((id) => at(drawn, id).x).toSorted((a, b) => a - b))
  })
  test('stands children below their parents, and a grandmother above her daughter', () => {
    const middle = (at(drawn, 'father').x + at(drawn, 'mother').x) / 2
    expect((at(drawn, 'child').x + at(drawn, 'twin').x) / 2).toBeCloseTo(middle)
    expect(at(drawn, 'gran').x).toBeCloseTo(at(drawn, 'mother').x)
  })
  test('crosses the line of who are divorced twice, and lets twins come from one point', () => {
    expect(drawn.cuts).toHaveLength(2)
    const apex = (id: string) => /H([\d.]+)V[\d.]+L/.exec(drawn.lines.find((line) => line.id === `mother-father-${id}`)?.path ?? '')?.[1]
    expect(apex('child')).toBeDefined()
    expect(apex('child')).toBe(apex('twin'))
  })
  test('a grandmother who minds a child is no parent of that child', () => { expect(drawn.lines.map(({ id }) => id)).not.toContain('gran-child-child') })
  test('who isn\'t given leaves no gap: it is the same picture as of a family without them', () => {
    const without = (some: readonly Relative[]) => some.filter(({ id }) => id !== 'partner')
    expect(layoutGenogram(without(people), ties, 700)).toEqual(layoutGenogram(without(people), ties.filter(({ between }) => !between.includes('partner')), 700))
  })
  test('nobody stands outside it, in a narrow one either, and nobody stands on somebody else', () => {
    for (const width of [240, 320, 390, 900]) {
      const some = layoutGenogram(people, ties, width)
      for (const one of some.people) expect(one.x > 20 && one.x < some.width - 20).toBe(true)
      expect(new Set(some.people.map(({ x, y }) => `${Math.round(x / 40)} ${y}`)).size).toBe(people.length)
    }
  })
})
