import { expect, test } from '@jest/globals'
import { linkOf } from './hash-chain.ts'

test('a link has the form in which streams were linked before', () => {
  const event = { stream: 'diary-1', revision: 2, id: '00000000-0000-4000-8000-000000000001', type: 'NoteAdded', version: 3, data: new Uint8Array([1, 2, 3]) }
  expect(linkOf('before', { ...event, metadata: { link: 'x', actor: 'é"\\\n', count: 1 } })).toBe('Uv2CMJB3dob72OQaTbPZ8ZOd6625gSFWjtXU6u3Pxpw')
})
