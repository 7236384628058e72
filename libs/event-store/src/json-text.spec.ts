import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { jsonText, repeatedJsonText } from './json-text.ts'

test('any text is written as JSON writes it: what was hashed before has the same hash', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.uuid(), fc.constantFrom('line\n', '\u2028', 'a"b', 'a\\b', '\ud800')), (text) => { expect(jsonText(text)).toBe(JSON.stringify(text)) }))
})

test('texts in a row are written as each of them by itself', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('', 'family-1', 'family-2', 'a"b')), (texts) => { expect(texts.map(repeatedJsonText())).toEqual(texts.map(jsonText)) }))
})
