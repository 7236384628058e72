import type { Kysely } from 'kysely'
import { comparePositions, start, type Position } from '@samenspel/event-store'
import { backOff, errorCode, pause as realPause, type Pause } from './back-off.ts'
import { booksOf, prepareBookkeeping, readCheckpoint, writeCheckpoint } from './bookkeeping.ts'
import type { EventSource, FollowedEvent } from './event-source.ts'
import type { Fence } from './leadership.ts'
import { createProgress } from './progress.ts'
import type { Report } from './trouble.ts'

/** What a process waits for while it can't go on. */
export type Failing = { readonly since: Position; readonly code: string }

export type ProcessParts<Tables, Event extends FollowedEvent> = {
  readonly source: EventSource<Event>
  readonly database: Kysely<Tables>
  /** Under this name its place in the log is kept. */
  readonly name: string
  /** The types of events that it acts on; all others are passed by. */
  readonly types: readonly string[]
  /**
   * Does what follows from the event. It may be given the same event again, after a kill for instance,
   * so doing it twice must be the same as once: give commands an id derived from the event's.
   */
  readonly handle: (event: Event) => Promise<void>
  readonly signal: AbortSignal
  readonly report: Report
  /** Where other processes could follow too: the place in the log moves only while this one may move it. */
  readonly fence?: Fence
  /** Time between two tries; a test needs none. */
  readonly pause?: Pause
}

export type RunningProcess = {
  /** Fulfilled once all events up to this position were acted on. @throws the signal's reason */
  readonly waitFor: (position: Position, signal?: AbortSignal) => Promise<void>
  /** While the same event keeps failing. A process never goes on without an event: what spans streams would stay half. */
  readonly failing: () => Failing | undefined
  /** Fulfilled after the signal, when nothing runs any more. */
  readonly done: Promise<void>
}

/**
 * So often, what comes is none of its own before its place is kept all the same: it acts on few events, and whoever starts again looks at
 * all that came since.
 */
const passesKept = 200

/** Starts following the log for a process manager, from where it was: each event at least once, in order. */
export const startProcess = async <Tables, Event extends FollowedEvent>({ source, database, name, types, handle, signal, report, fence, pause = realPause }: ProcessParts<Tables, Event>): Promise<RunningProcess> => {
  const books = booksOf(database)
  await prepareBookkeeping(books)
  const [kept, end] = [await readCheckpoint(books, name), await source.lastPosition()]
  // Further than the log: that was restored from a backup. Acting again does no harm, leaving out would.
  const progress = createProgress(comparePositions(kept, end) > 0 ? start : kept)
  let written = progress.passed()
  let passes = 0
  let failing: Failing | undefined
  let failures = 0

  const keep = async (position: Position) => {
    await books.transaction().execute(async transaction => {
      await fence?.(transaction)
      await writeCheckpoint(transaction, name, position)
    })
    written = position
    passes = 0
  }
  const moveTo = (position: Position) => {
    failing = undefined
    failures = 0
    progress.moveTo(position)
  }

  const act = async (event: Event) => {
    await handle(event)
    await keep(event.position)
    moveTo(event.position)
  }

  const passBy = async (position: Position) => {
    const isThere = comparePositions(written, end) < 0 && comparePositions(position, end) >= 0
    if (++passes >= passesKept || isThere) await keep(position)
    moveTo(position)
  }

  const run = async () => {
    while (!signal.aborted) {
      try {
        await source.subscribe({ after: progress.passed(), filter: { types }, passed: passBy, signal }, act).done
      } catch (error) {
        if (signal.aborted) return
        const code = errorCode(error)
        if (failing?.code !== code) report({ follower: name, what: 'held-up', code })
        failing = { since: progress.passed(), code }
        await pause(backOff(++failures), signal)
      }
    }
  }

  /** What can't be kept now is only looked at again. */
  const keepLast = async () => {
    if (comparePositions(progress.passed(), written) > 0) await keep(progress.passed()).catch(() => undefined)
  }

  return { waitFor: progress.waitFor, failing: () => failing, done: run().then(keepLast) }
}
