import { EventStoreUnavailable } from '@samenspel/event-store'

/**
 * Whatever the client throws, for the port it means one thing: KurrentDB can't be reached, or can't do it now.
 * (The client has many words for it: a plain error with gRPC's code 14, UnavailableError, CancelledError, DeadlineExceededError,
 * NotLeaderError, UnknownError for a server that isn't ready.) The original is the cause.
 */
export const unavailable = (error: unknown): EventStoreUnavailable =>
  error instanceof EventStoreUnavailable ? error : new EventStoreUnavailable(`KurrentDB: ${error instanceof Error ? error.message : String(error)}`, { cause: error })

/**
 * The client waits for ever for an append whose answer got lost when the connection closed in good order.
 * @throws EventStoreUnavailable when there is no answer in time
 */
export const answeredWithin = <Answer>(milliseconds: number, answer: Promise<Answer>): Promise<Answer> => new Promise((resolve, reject) => {
  const timer = setTimeout(() => { reject(new EventStoreUnavailable(`KurrentDB: no answer within ${milliseconds} ms`)) }, milliseconds)
  answer.then(resolve, reject).finally(() => { clearTimeout(timer) })
})
