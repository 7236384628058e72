import { describe, expect, test } from '@jest/globals'
import type { Relative } from '../family-map/layout.ts'
import { layoutEcomap, type EcomapNode } from './layout.ts'

const home: readonly Relative[] = ['mother', 'child'].map((id) => ({ id, name: id, sign: 'circle', generation: 1, isIndexChild: false, isUnborn: false, inHousehold: true }))
const nodes: readonly EcomapNode[] = [
  { id: 'gran', name: 'Gran', kind: 'person', ties: [{ id: 't', with: 'child', line: 'strong', label: '' }] }, { id: 'school', name: 'School', kind: 'place', ties: [{ id: 'u', line: 'stressful', label: '' }] },
  { id: 'aunt', name: 'Aunt', kind: 'person', ties: [{ id: 'v', with: 'mother', line: 'broken', label: '' }] },
]

describe('an ecomap', () => {
  test.each([320, 900])('of %i wide has everybody inside it, and nothing on top of something else', (width) => {
    const map = layoutEcomap(home, nodes, width)
    for (const { x, y } of [...map.nodes, ...map.people]) expect(x > 0 && x < map.width && y > 0 && y < map.height).toBe(true)
    for (const node of map.nodes) expect(Math.hypot(node.x - map.house.x, node.y - map.house.y)).toBeGreaterThan(map.house.radius)
  })
  test('what takes strength is a zigzag, and what is broken has a gap with two bars', () => {
    const map = layoutEcomap(home, nodes, 900)
    const path = (id: string) => map.ties.find((tie) => tie.id === id)?.path ?? ''
    expect([path('t').split('L').length, path('u').split('L').length > 4, path('v').split('M').length]).toEqual([2, true, 5])
  })
  test('a tie with one person begins with that person, and one with the household at its edge', () => {
    const map = layoutEcomap(home, nodes, 900)
    const begin = (id: string) => (map.ties.find((tie) => tie.id === id)?.path ?? '').slice(1).split('L')[0]!.split(' ').map(Number)
    const [x = 0, y = 0] = begin('t'), child = map.people.find(({ id }) => id === 'child')!
    expect(Math.hypot(x - child.x, y - child.y)).toBeCloseTo(18, 0)
    const [u = 0, v = 0] = begin('u')
    expect(Math.hypot(u - map.house.x, v - map.house.y)).toBeCloseTo(map.house.radius, 0)
  })
  test('who isn\'t given leaves no gap', () => { expect(layoutEcomap(home, nodes.slice(0, 2), 900).nodes.map(({ x }) => x)).toEqual(layoutEcomap(home, [nodes[0]!, nodes[1]!], 900).nodes.map(({ x }) => x)) })
  test('stands with nobody around it', () => { expect(layoutEcomap([], [], 900)).toMatchObject({ nodes: [], ties: [] }) })
})
