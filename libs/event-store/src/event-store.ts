import type { Position } from './position.ts'

/**
 * The port to where facts are kept. Every adapter keeps the promises written here;
 * `testing/event-store.contract.ts` proves them, so nothing else needs to know which adapter runs.
 */
export type EventStore = {
  /**
   * Writes events at the end of one stream: all of them or none, and durably before the answer.
   * The same event ids at the same place again: success, nothing written (not promised for `any`).
   * @param expected where the stream ends now: `none` (it has no events), the revision of its last event, or `any`
   * @param events at least one; nobody changes them afterwards
   * @throws WrongExpectedRevision, EventTooLarge, EventStoreUnavailable, EventStoreReadOnly
   */
  readonly append: (stream: StreamName, expected: ExpectedRevision, events: readonly NewEvent[]) => Promise<Appended>
  /** The events of one stream in order; an unknown stream is empty. */
  readonly readStream: (stream: StreamName, options?: ReadStreamOptions) => AsyncIterable<RecordedEvent>
  /** All events in the order in which they were committed, up to the end of the log as it is found on the way. */
  readonly readAll: (options?: ReadAllOptions) => AsyncIterable<RecordedEvent>
  /**
   * Hands over every event after a position, first the past, then what comes: in order, each once,
   * never two at a time. While the store can't be reached it waits and goes on from where it was.
   */
  readonly subscribe: (options: SubscribeOptions, handle: (event: RecordedEvent) => void | Promise<void>) => Subscription
  /** The position of the last event; `start` while there is none. */
  readonly lastPosition: () => Promise<Position>
  /**
   * Where a stream ends, -1 where it has no events, when that is certain without asking; otherwise nothing. Left out by a store to which others
   * write too. It counts in all that was acknowledged, and every event that anybody was given.
   */
  readonly knownEnd?: (stream: StreamName) => Revision | undefined
  /** Finishes what was asked, ends the subscriptions once their handlers are done, and lets go of everything held. After it, all else fails with EventStoreUnavailable. */
  readonly close: () => Promise<void>
}

/** `<kind>-<id>`: the kind of stream and a random id. Readable forever, so never a name or a number of a person. */
export type StreamName = string

/** The place of an event in its stream: 0, 1, 2, … */
export type Revision = number
export type ExpectedRevision = 'none' | 'any' | Revision

export type NewEvent = {
  /** A UUID. */
  readonly id: string
  /** Past tense and neutral: it stays readable forever, so it tells nothing about a person. */
  readonly type: string
  /** The version of the form of `data`: 1, 2, … */
  readonly version: number
  /** Readable forever: pseudonymous ids only. */
  readonly metadata: Metadata
  readonly data: Uint8Array
}

export type Metadata = Readonly<Record<string, string | number>>

export type RecordedEvent = NewEvent & {
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
  /** When the store wrote it, in UTC, ISO 8601 with milliseconds. */
  readonly recordedAt: string
}

/** Where the last of the appended events stands. */
export type Appended = { readonly revision: Revision; readonly position: Position }

export type ReadStreamOptions = {
  /** The first event to give; without it, the first (forwards) or the last (backwards) of the stream. */
  readonly from?: Revision
  readonly direction?: 'forwards' | 'backwards'
  readonly limit?: number
}

export type ReadAllOptions = {
  /** Exclusive. Without it, from the start. */
  readonly after?: Position
  readonly filter?: EventFilter
  readonly limit?: number
}

/** Events that match all that is given. It is data, so that an adapter can filter at the source. */
export type EventFilter = { readonly streamPrefix?: string; readonly types?: readonly string[] }

export type SubscribeOptions = {
  /** Exclusive. Without it, from the start. */
  readonly after?: Position
  readonly filter?: EventFilter
  /**
   * Told, now and then, how far was looked: what matches up to there was handed over. With a filter that lies beyond the last of it, and who
   * waits for a position learns that nothing more comes before it.
   */
  readonly passed?: (position: Position) => void | Promise<void>
  /** Ends the subscription; no event is handed over after it. */
  readonly signal: AbortSignal
}

export type Subscription = {
  /**
   * Settles once the subscription has ended and its handler is no longer running:
   * fulfilled after the signal or the store's close, rejected with what the handler threw.
   */
  readonly done: Promise<void>
}
