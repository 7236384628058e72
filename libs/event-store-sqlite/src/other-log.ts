import type { DatabaseSync } from 'node:sqlite'

/**
 * How far another log of the same installation was, kept in this one: it goes along in commits that are made anyway, so it is as
 * durable as an event and costs no wait. A second witness, apart from the mark: it also sees a log put back without its mark.
 */
export type OtherLog = { readonly keep: (sequence: number) => void }

export const otherLogTable = 'other_log'

/** For the connection that writes; `keep` belongs into a transaction. */
export const openOtherLog = (database: DatabaseSync): OtherLog => {
  database.exec(`CREATE TABLE IF NOT EXISTS ${otherLogTable} (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL) STRICT`)
  const write = database.prepare(`INSERT INTO ${otherLogTable} VALUES (1, ?) ON CONFLICT DO UPDATE SET position = excluded.position`)
  let kept = keptOfOtherLog(database)
  return {
    keep: sequence => {
      if (sequence <= kept) return
      write.run(sequence)
      kept = sequence
    },
  }
}

/** The number of the position that is kept; 0 when there is none. */
export const keptOfOtherLog = (database: DatabaseSync): number => {
  const there = database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(otherLogTable)
  return there === undefined ? 0 : Number(database.prepare(`SELECT position FROM ${otherLogTable}`).get()?.['position'] ?? 0)
}
