import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { EventStoreUnavailable, type EventStore, type ExpectedRevision, type NewEvent } from '@samenspel/event-store'
import { Client } from 'pg'
import { namesOf } from './names.ts'
import { groupWriter, type WriteGroup } from './writer.ts'

export const anEvent = (given: Partial<NewEvent> = {}): NewEvent =>
  ({ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data: new Uint8Array([1]), ...given })

/** Looks again every few milliseconds, so that the server gets the processor; five minutes in vain end it, so that a test that fails also ends. */
export const until = async (reached: () => boolean | Promise<boolean>): Promise<void> => {
  const begun = performance.now()
  while (!(await reached())) {
    if (performance.now() - begun > 300_000) throw new Error('waited in vain')
    await setTimeout(3)
  }
}

/** A connection of the test's own that appends as a store does, in a transaction that the test begins and ends. */
export const aConnection = async (url: string, schema: string) => {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const write: WriteGroup = groupWriter({
    write: async query => (await client.query(query)).rows as never, read: () => Promise.reject(new Error('writes only')), close: () => Promise.resolve(),
  }, namesOf(schema))
  return {
    query: async (text: string) => (await client.query<Record<string, unknown>>(text)).rows,
    client,
    write,
    append: (stream: string, expected: ExpectedRevision) => write([{ stream, expected, events: [{ ...anEvent(), metadata: '{}' }] }]),
    close: () => client.end(),
  }
}

/** Appends as a careful program does: asks again with the same ids until there is an answer. */
export const insist = async (store: EventStore, stream: string, expected: ExpectedRevision, events: readonly NewEvent[]) => {
  for (;;) {
    try {
      return await store.append(stream, expected, events)
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error
    }
    await setTimeout(3)
  }
}
