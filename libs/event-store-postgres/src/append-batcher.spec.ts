import { expect, test } from '@jest/globals'
import { EventStoreUnavailable } from '@samenspel/event-store'
import { createAppendBatcher } from './append-batcher.ts'
import type { AppendOutcome, AppendRequest, WriteGroup } from './writer.ts'
import { anEvent } from './writing.fixture.ts'

const request = (stream: string, bytes = 1): AppendRequest => ({ stream, expected: 'any', events: [{ ...anEvent({ data: new Uint8Array(bytes) }), metadata: '{}' }] })
const written: AppendOutcome = { kind: 'written', revision: 0, sequence: 1n }

/** A writer that notes its groups; a stream called `bad` can't be written. */
const aWriter = () => {
  const groups: string[] = []
  const write: WriteGroup = async requests => {
    await Promise.resolve()
    groups.push(requests.map(({ stream }) => stream).join(' '))
    if (requests.some(({ stream }) => stream === 'bad')) throw new RangeError('bad')
    return requests.map(({ stream }) => stream === 'taken' ? { kind: 'conflict', actual: 0 } : written)
  }
  return { groups, write }
}

test('whoever asks in one turn goes in one group; whoever asks meanwhile goes in the next, in the order of asking', async () => {
  const { groups, write } = aWriter()
  const batcher = createAppendBatcher(write, () => {})
  const first = ['a', 'b'].map(stream => batcher.append(request(stream)))
  await Promise.resolve()
  await Promise.resolve()
  const second = ['c', 'd', 'e'].map(stream => batcher.append(request(stream)))
  await Promise.all([...first, ...second])
  expect(groups).toEqual(['a b', 'c d e'])
  await batcher.append(request('f'))
  expect(groups).toEqual(['a b', 'c d e', 'f'])
})

test('a conflict is an outcome of its own; who follows is told only when something was written', async () => {
  let told = 0
  const { write } = aWriter()
  const batcher = createAppendBatcher(write, () => { told += 1 })
  expect(await Promise.all(['a', 'taken'].map(stream => batcher.append(request(stream))))).toEqual([written, { kind: 'conflict', actual: 0 }])
  expect(told).toBe(1)
  await batcher.append(request('taken'))
  expect(told).toBe(1)
})

test('what can not be written is found by halves, and fails alone', async () => {
  const { groups, write } = aWriter()
  const batcher = createAppendBatcher(write, () => {})
  const all = await Promise.allSettled(['a', 'b', 'c', 'bad', 'd', 'e'].map(stream => batcher.append(request(stream))))
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect(groups).toEqual(['a b c bad d e', 'a b c', 'bad d e', 'bad d', 'bad', 'd', 'e'])
})

test('while the server is gone nobody tries by halves: each is told, once', async () => {
  let asked = 0
  const batcher = createAppendBatcher(() => {
    asked += 1
    return Promise.reject(new EventStoreUnavailable('gone'))
  }, () => {})
  const all = await Promise.allSettled(['a', 'b'].map(stream => batcher.append(request(stream))))
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(asked).toBe(1)
})

test('a group has 512 appends and 8 MB at most; what is larger goes alone', async () => {
  const { groups, write } = aWriter()
  const batcher = createAppendBatcher(write, () => {})
  await Promise.all(Array.from({ length: 600 }, () => batcher.append(request('a'))))
  expect(groups.map(group => group.split(' ').length)).toEqual([512, 88])
  groups.length = 0
  await Promise.all([['a', 5e6], ['b', 3e6], ['c', 1], ['huge', 9e6], ['d', 1]].map(([stream, bytes]) => batcher.append(request(String(stream), Number(bytes)))))
  expect(groups).toEqual(['a b', 'c', 'huge', 'd'])
})

test('is drained once everything that was asked has its answer', async () => {
  const { groups, write } = aWriter()
  const batcher = createAppendBatcher(write, () => {})
  void batcher.append(request('a'))
  await Promise.resolve()
  void batcher.append(request('b'))
  await batcher.drained()
  expect(groups.join(' ')).toBe('a b')
  await batcher.drained()
})
