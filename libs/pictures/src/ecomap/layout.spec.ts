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
  test('whoever has ties of their own lives where these come from, so that no line crosses somebody else', () => {
    const four = ['child', 'brother', 'mother', 'father'].map((id) => ({ ...home[0]!, id }))
    const around: readonly EcomapNode[] = [{ id: 'gran', name: 'Gran', kind: 'person', ties: ['brother', 'father'].map((id) => ({ id, with: id, line: 'plain' as const, label: '' })) }, ...['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, kind: 'place' as const, ties: [{ id, line: 'plain' as const, label: '' }] }))]
    const { people, ties, nodes: [gran] } = layoutEcomap(four, around, 900)
    expect(people.map(({ id }) => id)).toEqual(['child', 'brother', 'mother', 'father'])
    for (const { with: person, path } of ties.filter((tie) => tie.with !== undefined)) {
      const [from, to] = path.slice(1).split('L').map((point) => point.split(' ').map(Number)) as [[number, number], [number, number]]
      expect(Math.hypot(to[0] - gran!.x, to[1] - gran!.y)).toBeCloseTo(16, 0)
      for (const other of people.filter(({ id }) => id !== person)) {
        const away = Math.abs((to[0] - from[0]) * (from[1] - other.y) - (from[0] - other.x) * (to[1] - from[1])) / Math.hypot(to[0] - from[0], to[1] - from[1])
        expect(away > 20 || other.y > from[1]).toBe(true)
      }
    }
  })
  test('who isn\'t given leaves no gap', () => { expect(layoutEcomap(home, nodes.slice(0, 2), 900).nodes.map(({ x }) => x)).toEqual(layoutEcomap(home, [nodes[0]!, nodes[1]!], 900).nodes.map(({ x }) => x)) })
  test('stands with nobody around it', () => { expect(layoutEcomap([], [], 900)).toMatchObject({ nodes: [], ties: [] }) })
})
