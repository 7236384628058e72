/** When what keeps everything can't be reached or takes nothing more: a full disk, a failing one, a server that is away. */
import { GraphQLError } from 'graphql'

/** As the stores, the keys and the tables say it. */
const codes: readonly unknown[] = ['event-store-unavailable', 'key-store-unavailable', 'database-unavailable']
/** SQLite's numbers for a full disk and for one that fails, in their last byte. */
const diskNumbers: readonly number[] = [13, 10]

/** The error that says so, in what was thrown: GraphQL wraps errors. */
export const unavailableIn = (error: unknown): Error | undefined => {
  if (error instanceof GraphQLError) return unavailableIn(error.originalError)
  if (typeof error !== 'object' || error === null) return undefined
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown }
  return codes.includes(code) || (typeof errcode === 'number' && diskNumbers.includes(errcode & 0xff)) ? error as Error : undefined
}

/** Milliseconds between two lines to the operator: whoever has a full disk must not read of it thousands of times, perhaps on that disk. */
const quiet = 60_000
let toldAt = -Infinity

/** One line in the output of the server. */
export const tellOperator = ({ message, cause }: Error): void => {
  const now = performance.now()
  if (now - toldAt < quiet) return
  toldAt = now
  console.error(`store-unavailable: ${message}${cause instanceof Error && !message.includes(cause.message) ? ` (${cause.message})` : ''}`)
}

/** Tells the next one whatever was told before: for specs, which follow each other in one process. */
export const tellOperatorAnew = (): void => { toldAt = -Infinity }
