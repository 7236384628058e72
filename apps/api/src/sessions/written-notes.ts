import { setImmediate } from 'node:timers/promises'
import { comparePositions, type Position } from '@samenspel/event-store'
import { execute } from '@samenspel/read-models'
import { sql } from 'kysely'
import type { StateDatabase } from './state-database.ts'

/** Notes how far a session wrote; settles once that stands in the database. Of a session that isn't there nothing is noted. */
export type NoteWritten = (key: string, position: Position) => Promise<void>

/** What many sessions wrote in one turn of the loop is noted in one statement: those whose facts went to the disk together are all answered then. */
export const openWrittenNotes = (database: StateDatabase): NoteWritten => {
  let waiting: { readonly furthest: Map<string, Position>; readonly noted: Promise<void> } | undefined

  const noteAll = async (furthest: ReadonlyMap<string, Position>): Promise<void> => {
    await setImmediate()
    waiting = undefined
    // In one order everywhere, so that no two processes wait for each other. Two requests of one session may end in another order than their facts stand in the log.
    await execute(database, sql`
      insert into session_written (token_hash, position)
      select session.token_hash, furthest.column2 from (values ${sql.join([...furthest].map(([key, position]) => sql`(${key}, ${position})`))}) as furthest
      join session on session.token_hash = furthest.column1 where true order by session.token_hash
      on conflict (token_hash) do update set position = excluded.position where session_written.position < excluded.position`.compile(database))
  }
  return (key, position) => {
    if (waiting === undefined) {
      const furthest = new Map<string, Position>()
      waiting = { furthest, noted: noteAll(furthest) }
    }
    const { furthest, noted } = waiting
    const before = furthest.get(key)
    if (before === undefined || comparePositions(before, position) < 0) furthest.set(key, position)
    return noted
  }
}
