import type { Direction, ReadAllOptions } from '@kurrent/kurrentdb-client'
import { checkAppend, comparePositions, EventStoreUnavailable, EventTooLarge, readPages, start, WrongExpectedRevision, type Appended, type EventStore, type ExpectedRevision, type NewEvent, type ReadPage, type ReadStreamOptions } from '@samenspel/event-store'
import { connect, loadClient } from './client.ts'
import { isWanted, toServerFilter } from './filter.ts'
import { follow } from './follow.ts'
import { logPositionOf, tokenOf } from './kurrentdb-position.ts'
import { createReading } from './reading.ts'
import { toRecorded, toStored } from './stored-event.ts'
import { unavailable } from './unavailable.ts'

/** How many events are asked for at a time: of a stream, and where what is wanted must be looked for. */
const pageSize = 500
/** In a cluster, followers may lag behind: what was written must be there when it is read. */
const requiresLeader = true

export type KurrentdbSettings = {
  /** The connection string, as KurrentDB's documentation describes it: `kurrentdb://user:password@host:2113?tls=true`. */
  readonly url: string
  /** The store within the server: small letters, digits and hyphens. Its streams stand there as `<name>:<stream>`. */
  readonly name: string
}

/**
 * An event store on a KurrentDB server, version 22.6 or later. Several stores may share one server. It connects when it is first used,
 * so a server that is away shows as EventStoreUnavailable then, with the client's error as its cause.
 *
 * An append whose events together are more than the server takes (`MaxAppendSize`, 1 MiB if not set) is refused with EventTooLarge.
 * @throws KurrentdbClientMissing; RangeError for settings that can't be right
 */
export const openKurrentdbEventStore = async ({ url, name }: KurrentdbSettings): Promise<EventStore> => {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new RangeError(`the name of a store is small letters, digits and hyphens, not ${name}`)
  // With it, the client answers a refused append with a wrong revision.
  if (/throw-?_?on-?_?append-?_?failure=false/i.test(url)) throw new RangeError('throwOnAppendFailure must not be false')
  const kurrentdb = await loadClient()
  const { BACKWARDS, END, MaxAppendSizeExceededError, StreamNotFoundError, WrongExpectedVersionError } = kurrentdb
  const client = connect(kurrentdb, url)
  const reading = createReading(() => connect(kurrentdb, url))
  const prefix = `${name}:`

  const closing = new AbortController()
  const running = new Set<Promise<unknown>>()
  const ensureOpen = () => { if (closing.signal.aborted) throw new EventStoreUnavailable('the store is closed') }
  /** What a close waits for. */
  const keep = <Result>(work: Promise<Result>): Promise<Result> => {
    const ended = () => { running.delete(work) }
    running.add(work)
    work.then(ended, ended)
    return work
  }

  const append = async (stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> => {
    const streamState = expected === 'none' ? 'no_stream' : expected === 'any' ? 'any' : BigInt(expected)
    try {
      const { nextExpectedRevision, position } = await client.appendToStream(`${prefix}${stream}`, events.map(toStored), { streamState, requiresLeader })
      // A cluster may not know the place of a repeated append yet.
      if (position === undefined) throw new EventStoreUnavailable('KurrentDB: the place of what was written is not known yet')
      return { revision: Number(nextExpectedRevision), position: tokenOf(position) }
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) throw new WrongExpectedRevision(stream, expected, typeof error.actualState === 'bigint' ? Number(error.actualState) : 'none')
      if (error instanceof MaxAppendSizeExceededError) throw new EventTooLarge(stream, events.reduce((sum, { data }) => sum + data.byteLength, 0))
      throw unavailable(error)
    }
  }

  const readStreamPage = (stream: string, fromRevision: bigint | typeof END, direction: Direction, maxCount: number) => reading(async reader => {
    try {
      const page = await Array.fromAsync(reader.readStream(`${prefix}${stream}`, { direction, fromRevision, maxCount, requiresLeader }))
      return page.map(event => toRecorded(event, prefix))
    } catch (error) {
      if (error instanceof StreamNotFoundError) return []
      throw unavailable(error)
    }
  })

  const readAllPage = (options: ReadAllOptions) => reading(async reader => {
    try {
      const page = await Array.fromAsync(reader.readAll({ ...options, requiresLeader }))
      return page.flatMap(({ event }) => event === undefined ? [] : [event])
    } catch (error) {
      throw unavailable(error)
    }
  })

  const read: ReadPage = async (after, filter = {}, limit) => {
    ensureOpen()
    if (filter.types?.length === 0) return { events: [], until: after }
    // KurrentDB reads from a position on, inclusive: one more than is wanted. Where it can't filter for us what is rare may lie far, so more is looked through at a time.
    const looked = filter.types === undefined ? limit : Math.max(limit, pageSize)
    const page = await readAllPage({ fromPosition: logPositionOf(after), filter: toServerFilter(prefix, filter), maxCount: looked + 1 })
    const found = page.filter(({ position }) => comparePositions(tokenOf(position), after) > 0).slice(0, looked)
    const wanted = found.filter(event => isWanted(event, prefix, filter)).slice(0, limit)
    const last = wanted.length === limit ? wanted.at(-1) : found.at(-1)
    return { events: wanted.map(event => toRecorded({ event }, prefix)), until: last === undefined ? after : tokenOf(last.position) }
  }

  const close = async () => {
    closing.abort()
    await Promise.allSettled(running)
    await client.dispose()
  }
  let closed: Promise<void> | undefined

  return {
    append: async (stream, expected, events) => {
      ensureOpen()
      checkAppend(stream, events)
      return keep(append(stream, expected, events))
    },
    readStream: async function* (stream, { from, direction = 'forwards', limit = Infinity }: ReadStreamOptions = {}) {
      const step = direction === 'forwards' ? 1 : -1
      let at = from ?? (direction === 'forwards' ? 0 : undefined)
      let left = limit
      while (left > 0 && (at === undefined || at >= 0)) {
        ensureOpen()
        const asked = Math.min(pageSize, left)
        const page = await readStreamPage(stream, at === undefined ? END : BigInt(at), direction, asked)
        yield* page
        if (page.length < asked) return
        at = page.at(-1)!.revision + step
        left -= page.length
      }
    },
    readAll: ({ after = start, filter, limit } = {}) => readPages(read, after, filter, limit),
    subscribe: ({ after = start, filter = {}, passed, signal }, handle) => {
      ensureOpen()
      return { done: keep(follow({ client, prefix, after, filter, ...(passed !== undefined && { passed }), signal: AbortSignal.any([signal, closing.signal]) }, handle)) }
    },
    lastPosition: async () => {
      ensureOpen()
      const [last] = await readAllPage({ direction: BACKWARDS, fromPosition: END, filter: toServerFilter(prefix, {}), maxCount: 1 })
      return last === undefined ? start : tokenOf(last.position)
    },
    close: () => closed ??= close(),
  }
}
