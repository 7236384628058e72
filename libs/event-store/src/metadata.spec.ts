import { expect, test } from '@jest/globals'
import { metadataInOrder } from './metadata.ts'

test('metadata has one order, whatever was asked before', () => {
  expect(metadataInOrder({ b: 1, a: 'x' })).toEqual([['a', 'x'], ['b', 1]])
  expect(metadataInOrder({ b: 2, a: 'y' })).toEqual([['a', 'y'], ['b', 2]])
  expect(metadataInOrder({ a: 'z', b: 3 })).toEqual([['a', 'z'], ['b', 3]])
  expect(metadataInOrder({ b: 3 })).toEqual([['b', 3]])
  expect(metadataInOrder({})).toEqual([])
  expect(metadataInOrder({ aB: 1, a: 2, B: 3 })).toEqual([['B', 3], ['a', 2], ['aB', 1]])
})
