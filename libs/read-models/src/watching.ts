import type { Kysely } from 'kysely'
import { comparePositions, type Position } from '@samenspel/event-store'
import { pause } from './back-off.ts'
import { booksOf } from './bookkeeping.ts'
import { DatabaseUnavailable } from './database-unavailable.ts'
import type { RunningProjector } from './projector.ts'
import type { ReadModel } from './rebuild.ts'

/** Milliseconds between two looks, while anybody waits. */
const lookAgainAfter = 15

/**
 * Waits for a projector that another process runs: what stands in the database is the truth. Tables of another version show nothing
 * that can be waited for, until the process that leads has this version too.
 */
export const watchProjector = <Tables>(database: Kysely<Tables>, { name, version }: Pick<ReadModel<Tables>, 'name' | 'version'>): Pick<RunningProjector, 'waitFor'> => {
  const look = async (): Promise<Position | undefined> => (await booksOf(database).selectFrom('read_model').innerJoin('checkpoint', 'checkpoint.follower', 'read_model.name')
    .select('checkpoint.position').where('read_model.name', '=', name).where('read_model.version', '=', version).executeTakeFirst())?.position
  let looking: Promise<Position | undefined> | undefined
  /** Whoever waits at the same time looks with the same eyes. */
  const lookTogether = () => looking ??= look().finally(() => { looking = undefined })
  const never = new AbortController().signal
  return {
    waitFor: async (position, signal = never) => {
      for (; ;) {
        signal.throwIfAborted()
        const shown = await lookTogether().catch((error: unknown) => {
          if (error instanceof DatabaseUnavailable) return undefined
          throw error
        })
        if (shown !== undefined && comparePositions(shown, position) >= 0) return
        await pause(lookAgainAfter, signal)
      }
    },
  }
}
