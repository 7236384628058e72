import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { jsonText } from './json-text.ts'

test('any text is written as JSON writes it: what was hashed before has the same hash', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.uuid(), fc.constantFrom('line\n', '\u2028', 'a"b', 'a\\b', '\ud800')), (text) => { expect(jsonText(text)).toBe(JSON.stringify(text)) }))
})
