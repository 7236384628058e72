import { EventStoreUnavailable } from '@samenspel/event-store'
import type { Client } from './client.ts'

export type Connection = {
  /** The client of now; after a while it may be another. */
  readonly client: () => Client
  /** Does something with a client that is let go only after this. */
  readonly use: <Result>(work: (client: Client) => Promise<Result>) => Promise<Result>
  /** Ends what still runs. */
  readonly dispose: () => Promise<void>
}

/** How long a client may do nothing but fail, in milliseconds. */
const patience = 1_000

/**
 * A client, and a new one when it does nothing but fail for a while. Some failures of the client never pass: its native part gives up
 * for ever when its very first connection fails, and its other part keeps the failure of its first look for a cluster's leader.
 */
export const createConnection = (connect: () => Client): Connection => {
  const fresh = () => ({ client: connect(), users: 0, workedAt: performance.now() })
  let current = fresh()
  return {
    client: () => current.client,
    use: async work => {
      const mine = current
      mine.users += 1
      try {
        const result = await work(mine.client)
        mine.workedAt = performance.now()
        return result
      } catch (error) {
        // Every other error is an answer: it works.
        if (!(error instanceof EventStoreUnavailable)) mine.workedAt = performance.now()
        else if (mine === current && performance.now() - mine.workedAt > patience) current = fresh()
        throw error
      } finally {
        mine.users -= 1
        if (mine !== current && mine.users === 0) void mine.client.dispose()
      }
    },
    dispose: () => current.client.dispose(),
  }
}
