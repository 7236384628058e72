import type { KeyObject } from 'node:crypto'
import type { OpenedEvent, SealedStore } from '@samenspel/event-codec'
import { comparePositions, start, type Position } from '@samenspel/event-store'
import { startProjector, watchProjector, type Bookkeeping, type Report, type RunningProjector, type Term } from '@samenspel/read-models'
import type { Kysely } from 'kysely'
import { Refused } from '../graphql/refused.ts'
import type { Session, Sessions } from '../sessions/sessions.ts'
import { calendarFeedsProjector, openFeedOwners, type FeedOwners } from './calendar-feeds.ts'
import { doorProjector, openDoorEntries, type DoorEntries } from './door-entries.ts'
import { openParticipations, participationsProjector } from './participations.ts'
import { openPartners, openWhereabouts, partnersProjector, type Partners, type Whereabouts } from './partners.ts'
import type { Participations } from '../composition/files.ts'
import type { Tables } from './tables.ts'
import { openUnfinished, unfinishedProjector, type Unfinished } from './unfinished.ts'

/** What the tables show, in any process; the one that leads fills them. */
export type ReadModels = {
  readonly participations: Participations
  readonly feedOwners: FeedOwners
  readonly unfinished: Unfinished
  readonly partners: Partners
  readonly whereabouts: Whereabouts
  readonly doorEntries: DoorEntries
  /** Settles once all tables show what stands in the log now, however long that takes. */
  readonly caughtUp: () => Promise<void>
  /** Whether a table doesn't show what it should. */
  readonly isHeldUp: () => Promise<boolean>
  /** Follows the log for as long as this process leads. */
  readonly follow: (term: Term) => Promise<Following>
}

export type Following = {
  /** Fills all tables again, from the start of the log. Until the new ones show as much, everybody reads the old ones. */
  readonly rebuild: () => Promise<void>
  /** How far the slowest of the tables has come; of those that are being made, where some are. */
  readonly reached: () => Position
  /** Settles when nothing follows any more. */
  readonly done: Promise<unknown>
}

/** Two connections to one file, or one and the same to a server: queries don't wait for what is being written. */
export type TableConnections = { readonly writing: Kysely<Tables>; readonly reading: Kysely<Tables> }

export type FollowingParts = {
  readonly events: SealedStore
  readonly tables: TableConnections
  /** Seals what must not stand in a table in clear. */
  readonly key: KeyObject
  readonly sessions: Sessions
  readonly signal: AbortSignal
  readonly report: Report
}

/** Milliseconds that an answer waits for a table to show what was written before. */
const longestWait = 2_000

/** What the tables hold. Nothing fills them before `follow`, here or in another process. */
export const openReadModels = ({ events, tables: { writing, reading }, key, sessions, signal, report }: FollowingParts): ReadModels => {
  const projectors = [participationsProjector(key), calendarFeedsProjector, unfinishedProjector, partnersProjector, doorProjector]
  /** Those that run here, while this process leads. */
  let running: ReadonlyMap<string, RunningProjector> = new Map()
  const watched = new Map(projectors.map((projector) => [projector.name, watchProjector(reading, projector)]))

  const waitFor = async (name: string, position: Position, waiting: AbortSignal): Promise<void> => {
    const here = running.get(name)
    // When it ends while somebody waits, another process goes on.
    if (here !== undefined && await here.waitFor(position, waiting).then(() => true, (error: unknown) => { if (running.get(name) === here) throw error; return false })) return
    await watched.get(name)?.waitFor(position, waiting)
  }
  /** @throws Refused `try-again` when the table doesn't show it in time: rather no answer than one without what somebody just wrote. */
  const shown = async (name: string, position: Position): Promise<void> => {
    try {
      await waitFor(name, position, AbortSignal.timeout(longestWait))
    } catch {
      throw new Refused('try-again')
    }
  }
  const isSetAside = async (): Promise<boolean> =>
    await reading.withTables<Bookkeeping>().selectFrom('parked_event').select('event_id').where('projector', 'in', projectors.map(({ name }) => name)).executeTakeFirst() !== undefined

  return {
    participations: openParticipations(reading, key, async (session: Session) => shown('participations', await sessions.lastWritten(session))),
    feedOwners: openFeedOwners(reading, async () => shown(calendarFeedsProjector.name, await events.lastPosition())),
    unfinished: openUnfinished(reading),
    whereabouts: openWhereabouts(reading),
    partners: openPartners(reading, async (session: Session) => shown(partnersProjector.name, await sessions.lastWritten(session))),
    doorEntries: openDoorEntries(reading, async (session: Session) => shown(doorProjector.name, await sessions.lastWritten(session))),
    caughtUp: async () => {
      const end = await events.lastPosition()
      await Promise.all(projectors.map(({ name }) => waitFor(name, end, signal)))
    },
    isHeldUp: async () => [...running.values()].some(({ failing, stopped }) => failing() !== undefined || stopped() !== undefined) || await isSetAside(),
    follow: async ({ signal: ending, fence }) => {
      const started = new Map<string, RunningProjector>()
      for (const projector of projectors) started.set(projector.name, await startProjector<Tables, OpenedEvent>({ source: events, database: writing, projector, signal: ending, report, ...(fence !== undefined && { fence }) }))
      running = started
      ending.addEventListener('abort', () => { if (running === started) running = new Map() })
      return {
        rebuild: async () => { await Promise.all([...started.values()].map(({ rebuild }) => rebuild())) },
        reached: () => [...started.values()].map(({ reached }) => reached()).sort(comparePositions)[0] ?? start,
        done: Promise.all([...started.values()].map(({ done }) => done)),
      }
    },
  }
}

/** For the only process there is: everything that the tables show, and what fills them. */
export const followIntoTables = async (parts: FollowingParts): Promise<ReadModels & Following> => {
  const models = openReadModels(parts)
  return { ...models, ...await models.follow({ signal: parts.signal }) }
}
