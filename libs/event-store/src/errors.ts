import type { ExpectedRevision, NewEvent, RecordedEvent, Revision, StreamName } from './event-store.ts'
import type { Position } from './position.ts'

/** Somebody else wrote first, or nobody wrote what was counted on. `actual` is `none` for a stream without events. */
export class WrongExpectedRevision extends Error {
  readonly code = 'wrong-expected-revision'
  readonly stream: StreamName
  readonly expected: ExpectedRevision
  readonly actual: Revision | 'none'
  constructor(stream: StreamName, expected: ExpectedRevision, actual: Revision | 'none') {
    super(`${stream}: expected ${expected}, is at ${actual}`)
    this.name = 'WrongExpectedRevision'
    this.stream = stream
    this.expected = expected
    this.actual = actual
  }
}

/** The store can't be reached, can't write, or is closed. What was asked may or may not have been done: ask again with the same event ids. */
export class EventStoreUnavailable extends Error {
  readonly code = 'event-store-unavailable'
  constructor(because: string, options?: ErrorOptions) {
    super(because, options)
    this.name = 'EventStoreUnavailable'
  }
}

/**
 * The store gives what it has and takes nothing more, until an operator has looked at it: events that were recorded are missing, say.
 * Nothing of what was asked was done; asking again doesn't help before the operator acted.
 */
export class EventStoreReadOnly extends Error {
  readonly code = 'event-store-read-only'
  constructor(because: string) {
    super(because)
    this.name = 'EventStoreReadOnly'
  }
}

/** The largest event of every adapter, data and metadata together, in bytes. A file is cut into parts. */
export const largestEventBytes = 500_000

export class EventTooLarge extends Error {
  readonly code = 'event-too-large'
  readonly stream: StreamName
  readonly bytes: number
  constructor(stream: StreamName, bytes: number) {
    super(`${stream}: an event of ${bytes} bytes; the largest is ${largestEventBytes}`)
    this.name = 'EventTooLarge'
    this.stream = stream
    this.bytes = bytes
  }
}

/** An event is there, but its content can't be made out (unknown type, newer version, changed bytes). Says where, so that a follower can set it aside. */
export class UnreadableEvent extends Error {
  readonly code: string
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
  readonly eventId: string
  readonly eventType: string
  constructor(code: string, event: Pick<RecordedEvent, 'stream' | 'revision' | 'position' | 'id' | 'type'>, options?: ErrorOptions) {
    super(`${code}: ${event.stream}@${event.revision}`, options)
    this.name = 'UnreadableEvent'
    this.code = code
    this.stream = event.stream
    this.revision = event.revision
    this.position = event.position
    this.eventId = event.id
    this.eventType = event.type
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * What every adapter refuses before it writes.
 * @throws EventTooLarge; RangeError for what a program must never ask: no events, an id that is no UUID
 */
export const checkAppend = (stream: StreamName, events: readonly NewEvent[]): void => {
  if (events.length === 0) throw new RangeError(`${stream}: an append has at least one event`)
  for (const event of events) {
    if (!uuid.test(event.id)) throw new RangeError(`${stream}: the id of an event is a UUID`)
    const bytes = event.data.byteLength + Buffer.byteLength(JSON.stringify(event.metadata))
    if (bytes > largestEventBytes) throw new EventTooLarge(stream, bytes)
  }
}
