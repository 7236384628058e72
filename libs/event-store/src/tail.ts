import { setImmediate } from 'node:timers/promises'
import type { Bell } from './bell.ts'
import { EventStoreUnavailable } from './errors.ts'
import type { EventFilter, RecordedEvent, Subscription } from './event-store.ts'
import { comparePositions, type Position } from './position.ts'

/** Some of the events after a position, and how far was looked: with a filter, that may lie beyond the last of them. */
export type Page = { readonly events: readonly RecordedEvent[]; readonly until: Position }

export type ReadPage = (after: Position, filter: EventFilter | undefined, limit: number) => Page | Promise<Page>

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
  { read, bell, after, filter, signal }: { readonly read: ReadPage; readonly bell: Bell; readonly after: Position; readonly filter: EventFilter | undefined; readonly signal: AbortSignal },
  handle: (event: RecordedEvent) => void | Promise<void>,
): Subscription => {
  const follow = async () => {
    let at = after
    while (!signal.aborted) {
      const rings = bell.rings()
      const page = await readIfAvailable(read, at, filter)
      for (const event of page?.events ?? []) {
        if (signal.aborted) return
        await handle(event)
      }
      if (page !== undefined && comparePositions(page.until, at) > 0) {
        at = page.until
        await setImmediate()
      } else await bell.wait(rings, lookAgainAfter, signal)
    }
  }
  return { done: follow() }
}

const readIfAvailable = async (read: ReadPage, at: Position, filter: EventFilter | undefined): Promise<Page | undefined> => {
  try {
    return await read(at, filter, pageSize)
  } catch (error) {
    if (error instanceof EventStoreUnavailable) return undefined
    throw error
  }
}
