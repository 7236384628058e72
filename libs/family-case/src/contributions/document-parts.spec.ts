import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { documentEvents, documentsStreamOf, type DocumentPartKept } from './document-parts.ts'

test('every part that was ever kept still reads as one', () => {
  const part = JSON.parse(readFileSync(new URL('../../golden-documents/DocumentPartKept.v1.json', import.meta.url), 'utf8')) as DocumentPartKept
  expect([part.type, documentEvents[part.type].version, part.part, part.of, Buffer.from(part.base64, 'base64').toString()]).toEqual(['DocumentPartKept', 1, 0, 1, 'Hello'])
  expect(part.subject).toEqual({ kind: 'child', person: expect.any(String) })
})
test('the stream is of the family, so that it shares its keys', () => { expect(documentsStreamOf('f')).toBe('documents-f') })
