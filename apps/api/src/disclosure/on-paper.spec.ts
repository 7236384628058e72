import { describe, expect, test } from '@jest/globals'
import type { Opened } from './gate.ts'
import { forBoth } from './on-paper.ts'

const item = (id: string, place?: object) => ({ item: { kind: 'action', id }, policies: ['P05'], ...(place !== undefined && { place }) })
const opened = (items: readonly object[], professionals: readonly string[], named: readonly string[]): Opened =>
  ({ items, professionals: new Set(professionals), named: new Map(named.map((id) => [id, { memberId: id }])), proposals: ['p'], existence: ['e'], orders: ['o'] }) as unknown as Opened

describe('a page that one prints for another', () => {
  test('holds nothing, nobody and no place that whoever prints doesn\'t know', () => {
    const theirs = opened([item('both', { phone: '06' }), item('hers'), item('elsewhere', { phone: '07' }), item('other')], ['hanne', 'nadia'], ['anouk', 'riet'])
    const page = forBoth(theirs, opened([item('both', { phone: '06' }), item('elsewhere'), item('other')], ['hanne', 'lotte'], ['anouk', 'joost']), ({ item: { id } }) => id !== 'other')
    expect(page.items).toEqual([item('both', { phone: '06' }), item('elsewhere')])
    expect([[...page.professionals], [...page.named.keys()], page.proposals, page.existence, page.orders]).toEqual([['hanne'], ['anouk'], [], [], []])
  })
})
