import { setImmediate } from 'node:timers/promises'
import type { Bell } from './bell.ts'
import { EventStoreUnavailable } from './errors.ts'
import type { EventFilter, RecordedEvent, SubscribeOptions, Subscription } from './event-store.ts'
import { comparePositions, type Position } from './position.ts'

/** Some of the events after a position, and how far was looked: with a filter, that may lie beyond the last of them. */
export type Page = { readonly events: readonly RecordedEvent[]; readonly until: Position }

export type ReadPage = (after: Position, filter: EventFilter | undefined, limit: number) => Page | Promise<Page>

/** Where a follower reads: the past from `read`, and what comes from `readNewest`, where all who follow look with the same eyes. */
export type Followed = { readonly read: ReadPage; readonly readNewest: (after: Position, filter: EventFilter | undefined) => Page | Promise<Page>; readonly bell: Bell }

/** Large enough to be quick, small enough that other work isn't kept waiting. */
const pageSize = 250
/** The bell is only a wake-up; looking is the truth. */
const lookAgainAfter = 1_000

/**
 * All events after a position, page by page; other work gets its turn between two pages.
 * @param limit the largest number of events to give
 */
export async function* readPages(read: ReadPage, after: Position, filter: EventFilter | undefined, limit = Infinity): AsyncGenerator<RecordedEvent> {
  let at = after
  let left = limit
  while (left > 0) {
    const page = await read(at, filter, Math.min(pageSize, left))
    yield* page.events
    if (comparePositions(page.until, at) <= 0) return
    at = page.until
    left -= page.events.length
    await setImmediate()
  }
}

/**
 * The catch-up loop that all adapters share: a page, then the next; when there is nothing more, wait for the bell.
 * There is no switch from reading to listening, so nothing can fall between the two.
 */
export const tail = (
  { read, readNewest, bell, after, filter, passed, signal }: Followed & Pick<SubscribeOptions, 'filter' | 'passed' | 'signal'> & { readonly after: Position },
  handle: (event: RecordedEvent) => void | Promise<void>,
): Subscription => {
  const follow = async () => {
    let at = after
    /** The past is asked for by what is wanted of it; what comes is read once for everybody. */
    let isAtEnd = false
    while (!signal.aborted) {
      const rings = bell.rings()
      const page = await ifAvailable(() => isAtEnd ? readNewest(at, filter) : read(at, filter, pageSize))
      for (const event of page?.events ?? []) {
        if (signal.aborted) return
        await handle(event)
      }
      if (page !== undefined && comparePositions(page.until, at) > 0) {
        at = page.until
        await passed?.(at)
        await setImmediate()
      } else {
        isAtEnd ||= page !== undefined
        await bell.wait(rings, lookAgainAfter, signal)
      }
    }
  }
  return { done: follow() }
}

const ifAvailable = async (read: () => Page | Promise<Page>): Promise<Page | undefined> => {
  try {
    return await read()
  } catch (error) {
    if (error instanceof EventStoreUnavailable) return undefined
    throw error
  }
}

/**
 * Reads what comes for all followers: they wait for the same bell and stand at the same place, so one page serves them all, each by its own
 * filter. A page is good until the bell rings: what is written after it was read rings later.
 */
export const readTogether = (read: ReadPage, bell: Bell): Followed['readNewest'] => {
  let newest: { readonly after: Position; readonly rings: number; readonly page: Page | Promise<Page> } | undefined
  const whole = (after: Position): Page | Promise<Page> => {
    if (newest?.after === after && newest.rings === bell.rings()) return newest.page
    const own = { after, rings: bell.rings(), page: read(after, undefined, pageSize) }
    newest = own
    // One that failed is nobody else's.
    if (own.page instanceof Promise) own.page.catch(() => { if (newest === own) newest = undefined })
    return own.page
  }
  return (after, filter) => {
    const page = whole(after)
    return page instanceof Promise ? page.then(found => wantedOf(found, filter)) : wantedOf(page, filter)
  }
}

const wantedOf = (page: Page, filter: EventFilter | undefined): Page => filter === undefined ? page : { events: page.events.filter(event => isWanted(event, filter)), until: page.until }

/** Whether an event matches a filter. */
export const isWanted = ({ stream, type }: Pick<RecordedEvent, 'stream' | 'type'>, { streamPrefix, types }: EventFilter): boolean =>
  (streamPrefix === undefined || stream.startsWith(streamPrefix)) && (types?.includes(type) ?? true)
