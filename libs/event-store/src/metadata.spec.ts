import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { metadataRest, metadataText } from './metadata.ts'

test('metadata has one text, whatever order a store gives it back in and whatever was asked before', () => {
  const aName = fc.oneof(fc.constantFrom('link', 'a', 'actor', 'z'), fc.string())
  fc.assert(fc.property(fc.dictionary(aName, fc.oneof(fc.string({ unit: 'binary' }), fc.integer()), { maxKeys: 6 }), fc.nat(), aName, (metadata, turn, apart) => {
    const names = Object.keys(metadata)
    const pairs = names.toSorted().map(name => [name, metadata[name]!])
    const otherwise = Object.fromEntries([...names.slice(turn % (names.length + 1)), ...names.slice(0, turn % (names.length + 1))].map(name => [name, metadata[name]!]))
    const text = { whole: JSON.stringify(pairs), rest: JSON.stringify(pairs.filter(([name]) => name !== apart)) }
    expect(metadataText(metadata, apart)).toEqual(text)
    expect(metadataRest(metadata, apart)).toBe(text.rest)
    expect(metadataText(otherwise, apart)).toEqual(text)
  }))
})

test('names stand in the order of their characters', () => {
  expect(metadataText({ aB: 1, link: 'x', a: 2, B: 3 }, 'link')).toEqual({ whole: '[["B",3],["a",2],["aB",1],["link","x"]]', rest: '[["B",3],["a",2],["aB",1]]' })
  expect(metadataText({}, 'link')).toEqual({ whole: '[]', rest: '[]' })
})
