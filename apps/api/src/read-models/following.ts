import type { KeyObject } from 'node:crypto'
import type { OpenedEvent, SealedStore } from '@samenspel/event-codec'
import type { Position } from '@samenspel/event-store'
import { startProjector, type Projector, type Report, type RunningProjector } from '@samenspel/read-models'
import type { Kysely } from 'kysely'
import { Refused } from '../graphql/refused.ts'
import type { Session, Sessions } from '../sessions/sessions.ts'
import { calendarFeedsProjector, openFeedOwners, type FeedOwners } from './calendar-feeds.ts'
import { openParticipations, participationsProjector } from './participations.ts'
import type { Participations } from '../composition/files.ts'
import type { Tables } from './tables.ts'
import { openUnfinished, unfinishedProjector, type Unfinished } from './unfinished.ts'

export type ReadModels = {
  readonly participations: Participations
  readonly feedOwners: FeedOwners
  readonly unfinished: Unfinished
  /** Settles once all tables show what stands in the log now, however long that takes. */
  readonly caughtUp: () => Promise<void>
  /** Drops all tables and fills them again, from the start of the log. */
  readonly rebuild: () => Promise<void>
  /** Whether a table doesn't show what it should. */
  readonly isHeldUp: () => Promise<boolean>
  /** Settles when nothing follows any more. */
  readonly done: Promise<unknown>
}

/** Both connections lead to one file: queries don't wait for what is being written. */
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

/** Starts all that follows the log into tables. */
export const followIntoTables = async ({ events, tables: { writing, reading }, key, sessions, signal, report }: FollowingParts): Promise<ReadModels> => {
  const start = (projector: Projector<Tables, OpenedEvent>) => startProjector<Tables, OpenedEvent>({ source: events, database: writing, projector, signal, report })
  const participations = await start(participationsProjector(key))
  const calendarFeeds = await start(calendarFeedsProjector)
  const all = [participations, calendarFeeds, await start(unfinishedProjector)]

  const isStuck = async ({ failing, stopped, parked }: RunningProjector) => failing() !== undefined || stopped() !== undefined || (await parked()).length > 0

  return {
    participations: openParticipations(reading, key, async (session: Session) => shownOf(participations, await sessions.lastWritten(session))),
    feedOwners: openFeedOwners(reading, async () => shownOf(calendarFeeds, await events.lastPosition())),
    unfinished: openUnfinished(reading),
    caughtUp: async () => {
      const end = await events.lastPosition()
      await Promise.all(all.map(({ waitFor }) => waitFor(end, signal)))
    },
    rebuild: async () => { await Promise.all(all.map(({ rebuild }) => rebuild())) },
    isHeldUp: async () => (await Promise.all(all.map(isStuck))).includes(true),
    done: Promise.all(all.map(({ done }) => done)),
  }
}

/** @throws Refused `try-again` when the table doesn't show it in time: rather no answer than one without what somebody just wrote. */
const shownOf = async ({ waitFor }: Pick<RunningProjector, 'waitFor'>, position: Position): Promise<void> => {
  try {
    await waitFor(position, AbortSignal.timeout(longestWait))
  } catch {
    throw new Refused('try-again')
  }
}
