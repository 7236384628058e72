import { Client } from 'pg'
import { DatabaseUnavailable } from './database-unavailable.ts'
import { pause } from './back-off.ts'
import { connectionTo } from './open-postgres.ts'

/** Milliseconds between two looks whether it is our turn, and between two signs of life while it is. */
const askAgainAfter = 500
/** Milliseconds without an answer after which the connection, and the turn with it, counts as lost. */
const answerWithin = 10_000
/** A process that says nothing for so long, since it or its machine stands still, loses its turn: the server cuts it off. */
const longestSilence = '15s'

export type Turn = {
  /** Aborts when the turn is over: who asked for it stops, or the connection that holds it is lost. */
  readonly signal: AbortSignal
  /** The connection that holds it. */
  readonly client: Client
}

export type TurnParts = {
  readonly url: string
  /** Of all who ask under one name in one database, one works at a time. */
  readonly name: string
  /** Ends the waiting. */
  readonly signal: AbortSignal
  /** Told once the server is reached, and the turn is ours or waited for. */
  readonly onReached?: () => void
  /** Told when another process has the turn. */
  readonly onWaiting?: () => void
}

/**
 * Waits until no other process holds the turn of that name, and works. PostgreSQL keeps it as an advisory lock of a connection that
 * does nothing else, so it ends with the process, however that ends.
 * @returns what the work gave; nothing when the signal came first
 * @throws DatabaseUnavailable, or what the work throws
 */
export const inTurn = async <Result>({ url, name, signal, onReached, onWaiting }: TurnParts, work: (turn: Turn) => Promise<Result>): Promise<Result | undefined> => {
  const client = new Client({ ...connectionTo(url, { idle_session_timeout: longestSilence }), query_timeout: answerWithin })
  const lost = new AbortController()
  client.on('error', () => { lost.abort() })
  client.on('end', () => { lost.abort() })
  const ask = async (text: string): Promise<unknown> => {
    const { rows } = await client.query<[unknown]>({ rowMode: 'array', text, values: [name] }).catch((error: unknown) => { throw new DatabaseUnavailable(error) })
    return rows[0]?.[0]
  }
  try {
    await client.connect().catch((error: unknown) => { throw new DatabaseUnavailable(error) })
    onReached?.()
    while (!signal.aborted && await ask('select pg_try_advisory_lock(hashtextextended($1, 0))') !== true) {
      onWaiting?.()
      await pause(askAgainAfter, signal)
    }
    if (signal.aborted) return undefined
    const over = new AbortController()
    const alive = (async () => {
      for (; ;) {
        await pause(askAgainAfter, AbortSignal.any([over.signal, lost.signal]))
        if (over.signal.aborted || lost.signal.aborted) return
        await ask('select $1').catch(() => { lost.abort() })
      }
    })()
    try {
      return await work({ signal: AbortSignal.any([signal, lost.signal]), client })
    } finally {
      over.abort()
      await alive
    }
  } finally {
    // A farewell that the other side doesn't hear is not waited for.
    await Promise.race([client.end().catch(() => undefined), pause(1_000, lost.signal)])
  }
}
