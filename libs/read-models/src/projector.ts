import type { Kysely, Transaction } from 'kysely'
import { comparePositions, UnreadableEvent, type Position } from '@samenspel/event-store'
import { backOff, errorCode, pause as realPause, type Pause } from './back-off.ts'
import { openBeside } from './beside.ts'
import { booksOf, prepareBookkeeping, readCheckpoint, writeCheckpoint, type ParkedEvent } from './bookkeeping.ts'
import { DatabaseUnavailable } from './database-unavailable.ts'
import type { EventSource, FollowedEvent } from './event-source.ts'
import type { Fence } from './leadership.ts'
import { createProgress } from './progress.ts'
import { isOutdated, makeAnew, type ReadModel, type Transact } from './rebuild.ts'
import type { Report } from './trouble.ts'

/** How a read model follows the log. */
export type Projector<Tables, Event extends FollowedEvent> = ReadModel<Tables> & {
  /** The types of events that change it; all others are passed by. */
  readonly types: readonly string[]
  /** Changes the tables, through this transaction only: the checkpoint moves in the same one, so each event counts once. */
  readonly apply: (event: Event, database: Transaction<Tables>) => Promise<void>
  /** What happens with an event that keeps failing: it is set aside and the rest goes on, or nothing goes on without it. */
  readonly whenPoisoned: 'park' | 'stop'
}

/** The projector stands still before an event that it can't do without. */
export class ProjectorStopped extends Error {
  readonly code = 'projector-stopped'
  readonly event: ParkedEvent
  constructor(event: ParkedEvent) {
    super(`${event.projector} stopped before event ${event.event_id}: ${event.code}`)
    this.name = 'ProjectorStopped'
    this.event = event
  }
}

export type RunningProjector = {
  /** Fulfilled once the tables show everything up to this position. @throws ProjectorStopped, or the signal's reason */
  readonly waitFor: (position: Position, signal?: AbortSignal) => Promise<void>
  /** Fulfilled once the tables show all that was in the log when the projector started. @throws ProjectorStopped, or the signal's reason */
  readonly caughtUp: () => Promise<void>
  /**
   * Fills the tables again, after an erasure for instance: beside those that are there, which everybody reads until the new ones show as much.
   * Interrupted, it changed nothing. @throws as `waitFor`
   */
  readonly rebuild: () => Promise<void>
  /** How far the tables are that people read; while others are made for a rebuild, how far those are. */
  readonly reached: () => Position
  /** What was set aside, in the order of the log. */
  readonly parked: () => Promise<readonly ParkedEvent[]>
  /** The event it stands still before, if it does; a restart of the program tries that one again. */
  readonly stopped: () => ParkedEvent | undefined
  /** A word for what keeps it from following, while the log or the database can't be reached. */
  readonly failing: () => string | undefined
  /** Fulfilled when nothing runs any more: after the signal, or when it stopped. */
  readonly done: Promise<void>
}

/** In catch-up and rebuild, so many events share a commit; live, each has its own. */
const batchSize = 200
const mostTries = 4

export type ProjectorParts<Tables, Event extends FollowedEvent> = {
  readonly source: EventSource<Event>
  readonly database: Kysely<Tables>
  readonly projector: Projector<Tables, Event>
  readonly signal: AbortSignal
  readonly report: Report
  /** Where other processes could follow too. They look in the database how far this one is, so it also writes down what it passes by. */
  readonly fence?: Fence
  /** Time between two tries; a test needs none. */
  readonly pause?: Pause
}

/** Starts following the log from the projector's own checkpoint, or from the start when its tables are of another version. */
export const startProjector = async <Tables, Event extends FollowedEvent>({ source, database, projector, signal, report, fence, pause = realPause }: ProjectorParts<Tables, Event>): Promise<RunningProjector> => {
  const { name, types, apply, whenPoisoned } = projector
  const books = booksOf(database)
  await prepareBookkeeping(books)
  const transact: Transact<Tables> = work => database.transaction().execute(async transaction => {
    await fence?.(booksOf(transaction))
    await work(transaction)
  })
  const head = await source.lastPosition()
  // Further than the log: that was restored from a backup, so the tables tell of facts that are no more.
  const isAhead = comparePositions(await readCheckpoint(books, name), head) > 0
  if (isAhead || await isOutdated(books, projector)) await makeAnew(transact, projector)
  const progress = createProgress(await readCheckpoint(books, name))
  let stopped: ParkedEvent | undefined
  let failing: string | undefined
  let ended = false
  let interrupt = new AbortController()
  /** Tables that were filled, and are to be put in the place of those that are here. */
  let filled: Filled<Tables> | undefined
  let filling: RunningProjector | undefined
  let rebuilt: Promise<unknown> = Promise.resolve()

  const inOneCommit = async (events: readonly Event[], until: Position) => {
    await transact(async transaction => {
      for (const event of events) await apply(event, transaction)
      await writeCheckpoint(booksOf(transaction), name, until)
    })
    progress.moveTo(until)
  }

  const setAside = async (poison: ParkedEvent) => {
    if (whenPoisoned === 'stop') throw new ProjectorStopped(poison)
    await transact(async transaction => {
      await booksOf(transaction).insertInto('parked_event').values(poison).execute()
      await writeCheckpoint(booksOf(transaction), name, poison.position)
    })
    report({ follower: name, what: 'set-aside', code: poison.code, eventId: poison.event_id })
    progress.moveTo(poison.position)
  }

  const passBy = async (position: Position) => {
    if (comparePositions(position, progress.passed()) <= 0) return
    if (fence !== undefined) await inOneCommit([], position)
    else progress.moveTo(position)
  }

  const applyAlone = async (event: Event) => {
    for (let tries = 1; !signal.aborted; tries++) {
      try {
        return await inOneCommit([event], event.position)
      } catch (error) {
        if (signal.aborted) return
        // That is not the fault of the event, and it may have been done.
        if (error instanceof DatabaseUnavailable) throw error
        if (tries === mostTries) return setAside({ projector: name, position: event.position, event_id: event.id, code: errorCode(error) })
        await pause(backOff(tries), signal)
      }
    }
  }

  const applyTogether = async ({ events, until }: Batch<Event>) => {
    try {
      await inOneCommit(events, until)
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error
      // One of them fails: find out which.
      for (const event of events) if (!signal.aborted) await applyAlone(event)
      if (!signal.aborted) await passBy(until)
    }
  }

  /** A commit of which the answer was lost may stand. */
  const lookHowFar = async () => {
    const kept = await readCheckpoint(books, name)
    if (comparePositions(kept, progress.passed()) > 0) progress.moveTo(kept)
  }

  const catchUp = async () => {
    while (!signal.aborted && filled === undefined) {
      const batch = await readBatch(source, types, progress.passed())
      if (comparePositions(batch.until, progress.passed()) > 0) await applyTogether(batch)
      if (signal.aborted) return
      if (batch.unreadable !== undefined) await setAside({ projector: name, position: batch.unreadable.position, event_id: batch.unreadable.eventId, code: batch.unreadable.code })
      else if (batch.events.length < batchSize) return
    }
  }

  const putInPlace = async () => {
    if (filled === undefined) return
    const { showing, put, done } = filled
    const until = await showing(progress.passed())
    await transact(transaction => put(transaction, until))
    progress.moveTo(until)
    interrupt = new AbortController()
    filled = undefined
    done.resolve()
  }

  const fillAgain = async () => {
    if (ended) throw whyEnded()
    const [beside, over] = [openBeside<Tables>(projector), new AbortController()]
    try {
      const running = filling = await startProjector({ source, database: beside.database, projector, signal: AbortSignal.any([signal, over.signal]), report, pause })
      await running.waitFor(await source.lastPosition(), signal)
      const showing = async (position: Position) => {
        await running.waitFor(position, signal)
        over.abort()
        await running.done
        return running.reached()
      }
      if (ended) throw whyEnded()
      const done = Promise.withResolvers<void>()
      filled = { showing, put: beside.putInPlace, done }
      interrupt.abort()
      await done.promise
    } finally {
      over.abort()
      await filling?.done
      filling = undefined
      await beside.close()
    }
  }

  const run = async () => {
    let failures = 0
    while (!signal.aborted) {
      try {
        if (failures > 0) await lookHowFar()
        await putInPlace()
        await catchUp()
        failures = 0
        failing = undefined
        await source.subscribe({ after: progress.passed(), filter: { types }, passed: passBy, signal: AbortSignal.any([signal, interrupt.signal]) }, applyAlone).done
      } catch (error) {
        if (error instanceof ProjectorStopped) {
          stopped = error.event
          report({ follower: name, what: 'stopped', code: stopped.code, eventId: stopped.event_id })
          return progress.fail(error)
        }
        // The log or the database can't be reached, or an event of the subscription can't be read: catch-up tells which.
        if (error instanceof UnreadableEvent) continue
        if (signal.aborted) return
        const code = errorCode(error)
        if (failing !== code) report({ follower: name, what: 'held-up', code })
        failing = code
        await pause(backOff(++failures), signal)
      }
    }
  }

  const whyEnded = () => stopped === undefined ? signal.reason as Error : new ProjectorStopped(stopped)
  const end = () => {
    ended = true
    filled?.done.reject(whyEnded())
  }

  return {
    waitFor: progress.waitFor,
    caughtUp: () => progress.waitFor(head, signal),
    // One after another: what was being filled when it was asked may be of before an erasure.
    rebuild: () => {
      const again = rebuilt.then(fillAgain)
      rebuilt = again.catch(() => undefined)
      return again
    },
    reached: () => filling?.reached() ?? progress.passed(),
    parked: () => books.selectFrom('parked_event').selectAll().where('projector', '=', name).orderBy('position').execute(),
    stopped: () => stopped,
    failing: () => failing,
    done: run().finally(end),
  }
}

type Filled<Tables> = {
  /** Waits until they show everything up to a position, and ends what fills them. @returns how far they came */
  readonly showing: (position: Position) => Promise<Position>
  readonly put: (transaction: Transaction<Tables>, until: Position) => Promise<void>
  readonly done: PromiseWithResolvers<void>
}

/** Events that are followed, how far was looked, and the event that couldn't be read, if there was one: it comes after them. */
type Batch<Event> = { readonly events: readonly Event[]; readonly until: Position; readonly unreadable?: UnreadableEvent }

/** The next events of these types. The others aren't even opened. */
const readBatch = async <Event extends FollowedEvent>(source: EventSource<Event>, types: readonly string[], after: Position): Promise<Batch<Event>> => {
  const end = await source.lastPosition()
  const events: Event[] = []
  try {
    for await (const event of source.readAll({ after, filter: { types }, limit: batchSize })) events.push(event)
    const last = events.at(-1)?.position ?? after
    return { events, until: events.length < batchSize && comparePositions(end, last) > 0 ? end : last }
  } catch (error) {
    if (error instanceof UnreadableEvent) return { events, until: events.at(-1)?.position ?? after, unreadable: error }
    throw error
  }
}
