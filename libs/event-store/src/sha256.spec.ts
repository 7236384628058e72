import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sha256 } from './sha256.ts'

test('a hash is that of the text and the bytes together, however long both are', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 6_000 }), fc.uint8Array({ maxLength: 20_000 }), (text, bytes) => {
    expect(sha256(text, bytes, 'base64url')).toBe(createHash('sha256').update(text).update(bytes).digest('base64url'))
    expect(sha256(text, bytes, 'latin1')).toBe(createHash('sha256').update(text).update(bytes).digest('latin1'))
  }))
})
