import { EventStoreUnavailable } from '@samenspel/event-store'
import type { Client } from './client.ts'

/** Reads with a client. The work throws EventStoreUnavailable when the client can't reach the server. */
export type Reading = <Result>(work: (client: Client) => Promise<Result>) => Promise<Result>

/** How long a client may do nothing but fail, in milliseconds. */
const patience = 1_000

/**
 * A client for reading, and a new one when it did nothing but fail for a while: the client reads by its native part,
 * and that gives up for ever when its very first connection fails.
 */
export const createReading = (connect: () => Client): Reading => {
  const fresh = () => ({ client: connect(), workedAt: performance.now() })
  let current = fresh()
  return async work => {
    const mine = current
    try {
      const result = await work(mine.client)
      mine.workedAt = performance.now()
      return result
    } catch (error) {
      if (error instanceof EventStoreUnavailable && mine === current && performance.now() - mine.workedAt > patience) current = fresh()
      throw error
    }
  }
}
