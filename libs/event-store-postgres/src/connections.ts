import { EventStoreUnavailable } from '@samenspel/event-store'
import { DatabaseError, Pool, type ClientConfig, type QueryArrayConfig, type QueryArrayResult } from 'pg'

/**
 * Milliseconds until a server that doesn't answer counts as gone: long enough for a busy one,
 * short enough that nobody waits for a cable that was pulled.
 */
const connectWithin = 5_000
const answerWithin = 30_000

/** How many may read at once; who comes after them waits for a turn. */
const mostReaders = 8

/** How every connection of a store is made. */
export const connectionTo = (url: string): ClientConfig & { readonly options: string } => ({
  connectionString: url,
  application_name: 'samenspel',
  connectionTimeoutMillis: connectWithin,
  query_timeout: answerWithin,
  keepAlive: true,
  // Whoever waited for the lock must see what was committed meanwhile, whatever the default of the role or the database.
  options: '-c default_transaction_isolation=read\\ committed',
})

/** One writes, some read: a crowd of readers never keeps an append waiting. Lost connections are made again at the next question. */
export type Connections = {
  readonly write: <Row extends unknown[]>(query: QueryArrayConfig) => Promise<Row[]>
  readonly read: <Row extends unknown[]>(query: QueryArrayConfig) => Promise<Row[]>
  readonly close: () => Promise<void>
}

export const openConnections = (url: string): Connections => {
  const pool = (max: number, options = '') => {
    const given = connectionTo(url)
    const made = new Pool({ ...given, options: `${given.options} ${options}`, max, idleTimeoutMillis: 300_000 })
    // A connection that is lost while it rests is let go of; the next question makes a new one.
    made.on('error', () => {})
    return made
  }
  const writing = pool(1)
  // Every read follows an index in its order. On tables that were filled a moment ago the server can't know that this is quickest.
  const reading = pool(mostReaders, '-c enable_sort=off')
  const ask = (connection: Pool) => async <Row extends unknown[]>(query: QueryArrayConfig): Promise<Row[]> => {
    try {
      const { rows }: QueryArrayResult<Row> = await connection.query<Row>(query)
      return rows
    } catch (error) {
      throw asPortError(error)
    }
  }
  return { write: ask(writing), read: ask(reading), close: async () => { await Promise.all([writing.end(), reading.end()]) } }
}

/**
 * What a driver's error means to who uses the port. A value that PostgreSQL can't hold (class 22: a NUL in a text, a
 * version that is no whole number) is a mistake of a program; all else is a store that can't be reached or can't write.
 */
export const asPortError = (error: unknown): EventStoreUnavailable | RangeError => {
  const because = error instanceof Error ? error.message : String(error)
  return error instanceof DatabaseError && error.code?.startsWith('22') === true
    ? new RangeError(`PostgreSQL can't hold this: ${because}`, { cause: error })
    : new EventStoreUnavailable(`PostgreSQL: ${because}`, { cause: error })
}
