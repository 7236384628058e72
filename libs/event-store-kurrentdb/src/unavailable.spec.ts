import { expect, test } from '@jest/globals'
import { EventStoreUnavailable } from '@samenspel/event-store'
import { loadClient } from './client.ts'
import { unavailable } from './unavailable.ts'

test('whatever word the client has for it, the port has one; the client\'s error is the cause', async () => {
  const { CancelledError, UnavailableError } = await loadClient()
  const plain = Object.assign(new Error('14 UNAVAILABLE: No connection established.'), { code: 14 })
  for (const error of [plain, new UnavailableError(), new CancelledError()]) {
    expect(unavailable(error)).toMatchObject({ name: 'EventStoreUnavailable', message: `KurrentDB: ${error.message}`, cause: error })
  }
})

test('an error of the port stays what it is', () => {
  const error = new EventStoreUnavailable('the store is closed')
  expect(unavailable(error)).toBe(error)
})
