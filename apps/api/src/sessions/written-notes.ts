import { setImmediate } from 'node:timers/promises'
import { comparePositions, type Position } from '@samenspel/event-store'
import { prepareQuery } from '@samenspel/read-models'
import { sql } from 'kysely'
import type { StateDatabase } from './state-database.ts'

/** Notes how far a session wrote; settles once that stands in the database. Of a session that isn't there nothing is noted. */
export type NoteWritten = (key: string, position: Position) => Promise<void>

/** What many sessions wrote in one turn of the loop is noted in one commit: those whose facts went to the disk together are all answered then. */
export const openWrittenNotes = (database: StateDatabase): NoteWritten => {
  const note = prepareQuery<{ key: string; position: Position }, unknown>(database, (value) => database.insertInto('session_written')
    .columns(['token_hash', 'position'])
    .expression(database.selectFrom('session').select(['token_hash', sql.val(value('position')).as('position')]).where('token_hash', '=', value('key')))
    // Two requests of one session may end in another order than their facts stand in the log.
    .onConflict((conflict) => conflict.column('token_hash').doUpdateSet({ position: sql<Position>`excluded.position` }).whereRef('session_written.position', '<', sql.ref('excluded.position'))))
  let waiting: { readonly furthest: Map<string, Position>; readonly noted: Promise<void> } | undefined

  const noteAll = async (furthest: ReadonlyMap<string, Position>): Promise<void> => {
    await setImmediate()
    waiting = undefined
    await database.transaction().execute(async (transaction) => {
      // In one order everywhere, so that no two processes wait for each other.
      for (const [key, position] of [...furthest].sort(([one], [other]) => one < other ? -1 : 1)) await note({ key, position }, transaction)
    })
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
