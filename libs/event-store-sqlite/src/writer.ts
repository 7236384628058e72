import { DatabaseSync } from 'node:sqlite'
import type { Appended, ExpectedRevision, NewEvent } from '@samenspel/event-store'
import { openMark, setMark } from './mark.ts'
import { openOtherLog } from './other-log.ts'
import { openRoom, pagesUntilFolded } from './room.ts'
import { sqliteCode } from './schema.ts'

/** One append, as it travels to the writer. */
export type AppendRequest = { readonly stream: string; readonly expected: ExpectedRevision; readonly events: readonly StoredEvent[] }
export type StoredEvent = Omit<NewEvent, 'metadata'> & { readonly metadata: string }

export type AppendOutcome =
  /** `at`: milliseconds since 1970 at which it was written now; absent where it had been before. */
  | { readonly kind: 'written'; readonly revision: number; readonly sequence: number; readonly at?: number }
  | { readonly kind: 'conflict'; readonly actual: Appended['revision'] | 'none' }
  | { readonly kind: 'failed'; readonly because: string }

/** Appends that share a commit, and how far another log is by then, where that is kept. */
export type AppendGroup = { readonly requests: readonly AppendRequest[]; readonly otherLog?: number }

export type Writer = {
  /**
   * Writes what can be written, in one durable commit; each request gets its own outcome.
   * @throws when the disk failed: what it holds is not certain any more, so nothing may be written before a new start
   */
  readonly write: (group: AppendGroup) => readonly AppendOutcome[]
  /** What can wait until a commit was answered, and makes the next ones quicker. @returns milliseconds after which to call it again, also when nothing is written */
  readonly prepareNext: () => number
  readonly close: () => void
}

/** @param keepsOtherLog whether the commits of this file carry how far another log is */
export const openWriter = ({ file, keepsOtherLog }: { readonly file: string; readonly keepsOtherLog: boolean }): Writer => {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  // With FULL, a commit returns after the disk has it.
  database.exec(`PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = ${pagesUntilFolded}; PRAGMA cache_size = -32000`)
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const rollback = database.prepare('ROLLBACK')
  const last = database.prepare('SELECT max(revision) AS revision FROM event WHERE stream = ?')
  const there = database.prepare('SELECT id, position FROM event WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision')
  const head = database.prepare('SELECT max(position) AS position FROM event')
  const insert = database.prepare('INSERT INTO event (stream, revision, id, type, version, metadata, data, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')

  const otherLog = keepsOtherLog ? openOtherLog(database) : undefined
  // The log may be further than its mark, when a crash came between the two: never the other way round.
  let noted = Number(head.get()?.['position'] ?? 0)
  setMark(file, noted)
  const mark = openMark(file)
  const room = openRoom(file)

  const append = ({ stream, expected, events }: AppendRequest): AppendOutcome => {
    const actual = Number(last.get(stream)?.['revision'] ?? -1)
    const wanted = expected === 'none' ? -1 : expected === 'any' ? actual : expected
    if (wanted !== actual) return writtenBefore(stream, wanted, events) ?? { kind: 'conflict', actual: actual === -1 ? 'none' : actual }
    const now = Temporal.Now.instant().epochMilliseconds
    let sequence = 0
    for (const [i, event] of events.entries()) {
      sequence = Number(insert.run(stream, actual + 1 + i, event.id, event.type, event.version, event.metadata, event.data, now).lastInsertRowid)
    }
    return { kind: 'written', revision: actual + events.length, sequence, at: now }
  }

  /** The same ids at the same place: an earlier try of which the answer was lost. */
  const writtenBefore = (stream: string, wanted: number, events: readonly StoredEvent[]): AppendOutcome | undefined => {
    const rows = there.all(stream, wanted + 1, wanted + events.length)
    if (rows.length !== events.length || rows.some((row, i) => row['id'] !== events[i]?.id)) return undefined
    return { kind: 'written', revision: wanted + events.length, sequence: Number(rows.at(-1)?.['position']) }
  }

  const inOneCommit = (requests: readonly AppendRequest[], other: number): readonly AppendOutcome[] => {
    begin.run()
    try {
      const outcomes = requests.map(append)
      otherLog?.keep(other)
      commit.run()
      noteLast(outcomes)
      return outcomes
    } catch (error) {
      if (database.isTransaction) rollback.run()
      throw error
    }
  }

  /** After the commit, never before it: a mark that is ahead of its log means loss. */
  const noteLast = (outcomes: readonly AppendOutcome[]) => {
    const last = outcomes.reduce((furthest, outcome) => outcome.kind === 'written' ? Math.max(furthest, outcome.sequence) : furthest, 0)
    if (last > noted) mark.note(noted = last)
  }

  const alone = (request: AppendRequest): AppendOutcome => {
    try {
      return inOneCommit([request], 0)[0]!
    } catch (error) {
      return failed(error)
    }
  }

  return {
    write: ({ requests, otherLog: other = 0 }) => {
      try {
        return inOneCommit(requests, other)
      } catch (error) {
        failed(error)
        // Something in this group can't be written (a full disk, say). Alone, each stands for itself.
        return requests.map(alone)
      }
    },
    prepareNext: () => {
      room.make()
      return mark.syncWhenDue()
    },
    close: () => {
      room.close()
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      database.close()
      mark.close()
    },
  }
}

/** SQLite's code for a disk that fails, and the one of them that only says that it is full. */
const diskFailed = 10
const noRoomForIndex = 4874

/** @throws the error itself when the disk failed: after a failed sync nobody knows what it holds */
const failed = (error: unknown): AppendOutcome => {
  const code = sqliteCode(error) ?? 0
  if ((code & 0xff) === diskFailed && code !== noRoomForIndex) throw error
  return { kind: 'failed', because: String(error) }
}
