import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { layoutEcology, type EcologyItem } from './layout.ts'

const layers = ['micro', 'meso', 'exo', 'macro', 'chrono']
const item = (id: string, layer: string): EcologyItem => ({ id, layer, title: id, direction: 'risk' })

describe('rings around a child', () => {
  test('stand in each other, the nearest inside, and everything is numbered from the inside out', () => {
    const { rings, items } = layoutEcology(layers, [item('war', 'chrono'), item('spoon', 'micro'), item('school', 'meso')], 960)
    expect(rings.map(({ radius }) => radius)).toEqual([...rings.map(({ radius }) => radius)].sort((a, b) => a - b))
    expect(items.map(({ id, number }) => [number, id])).toEqual([[1, 'spoon'], [2, 'school'], [3, 'war']])
  })
  test('every sign stands on its own ring, inside the picture, and over no other', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...layers), { maxLength: 40 }), fc.integer({ min: 280, max: 960 }), (chosen, width) => {
      const { size, rings, items } = layoutEcology(layers, chosen.map((layer, index) => item(String(index), layer)), width)
      expect(size).toBeLessThanOrEqual(width)
      for (const { x, y, layer } of items) {
        const away = Math.hypot(x - size / 2, y - size / 2)
        const index = layers.indexOf(layer)
        expect(away).toBeLessThan(rings[index]!.radius)
        expect(away).toBeGreaterThan(index === 0 ? 0 : rings[index - 1]!.radius)
      }
      const crowd = Math.max(...layers.map((layer) => items.filter((one) => one.layer === layer).length))
      if (crowd > 6) return
      items.forEach((one, index) => { for (const other of items.slice(index + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(14) })
    }))
  })
})
