import { EventStoreUnavailable } from '@samenspel/event-store'

/**
 * Whatever the client throws, for the port it means one thing: KurrentDB can't be reached, or can't do it now.
 * (The client has many words for it: a plain error with gRPC's code 14, UnavailableError, CancelledError, DeadlineExceededError,
 * NotLeaderError, UnknownError for a server that isn't ready.) The original is the cause.
 */
export const unavailable = (error: unknown): EventStoreUnavailable =>
  error instanceof EventStoreUnavailable ? error : new EventStoreUnavailable(`KurrentDB: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
