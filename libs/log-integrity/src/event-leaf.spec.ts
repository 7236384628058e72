import { expect, test } from '@jest/globals'
import { positionOf, type RecordedEvent } from '@samenspel/event-store'
import { leafOfEvent } from './event-leaf.ts'

const event: RecordedEvent = {
  position: positionOf(7), stream: 'diary-1', revision: 2, id: '00000000-0000-4000-8000-000000000001', type: 'NoteAdded', version: 3,
  metadata: { actor: 'a', count: 1 }, recordedAt: '2027-03-01T09:00:00.000Z', data: new Uint8Array([1, 2, 3]),
}
const leaf = (given: Partial<RecordedEvent> = {}) => leafOfEvent({ ...event, ...given }).toString('hex')

test.each<Partial<RecordedEvent>>([
  { position: positionOf(8) }, { stream: 'diary-2' }, { revision: 3 }, { id: '00000000-0000-4000-8000-000000000002' }, { type: 'NoteTaken' }, { version: 2 },
  { metadata: { actor: 'b', count: 1 } }, { metadata: { actor: 'a' } }, { metadata: { actor: 'a', count: '1' } }, { recordedAt: '2027-03-01T09:00:00.001Z' }, { data: new Uint8Array([1, 2, 4]) },
])('a leaf is another when %j is', given => { expect(leaf(given)).not.toBe(leaf()) })

test('a leaf stays the same when a store gives metadata back in another order', () => {
  expect(leaf({ metadata: { count: 1, actor: 'a' } })).toBe(leaf())
})

test('a leaf has the form that checkpoints were signed over', () => {
  expect(leaf()).toBe('8ea68cb69b908ec54220466514df1fbfaad539d4fd614c72889efd20392d667b')
})
