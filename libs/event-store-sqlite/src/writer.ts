import { DatabaseSync } from 'node:sqlite'
import type { Appended, ExpectedRevision, NewEvent } from '@samenspel/event-store'

/** One append, as it travels to the writer. */
export type AppendRequest = { readonly stream: string; readonly expected: ExpectedRevision; readonly events: readonly StoredEvent[] }
export type StoredEvent = Omit<NewEvent, 'metadata'> & { readonly metadata: string }

export type AppendOutcome =
  | { readonly kind: 'written'; readonly revision: number; readonly sequence: number }
  | { readonly kind: 'conflict'; readonly actual: Appended['revision'] | 'none' }
  | { readonly kind: 'failed'; readonly because: string }

export type Writer = {
  /** Writes what can be written, in one durable commit; each request gets its own outcome. */
  readonly write: (requests: readonly AppendRequest[]) => readonly AppendOutcome[]
  readonly close: () => void
}

export const openWriter = (file: string): Writer => {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  // With FULL, a commit returns after the disk has it; the log is folded back into the file every 16 MB.
  database.exec('PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -32000')
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const rollback = database.prepare('ROLLBACK')
  const last = database.prepare('SELECT max(revision) AS revision FROM event WHERE stream = ?')
  const there = database.prepare('SELECT id, position FROM event WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision')
  const insert = database.prepare('INSERT INTO event (stream, revision, id, type, version, metadata, data, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')

  const append = ({ stream, expected, events }: AppendRequest): AppendOutcome => {
    const actual = Number(last.get(stream)?.['revision'] ?? -1)
    const wanted = expected === 'none' ? -1 : expected === 'any' ? actual : expected
    if (wanted !== actual) return writtenBefore(stream, wanted, events) ?? { kind: 'conflict', actual: actual === -1 ? 'none' : actual }
    const now = Temporal.Now.instant().epochMilliseconds
    let sequence = 0
    for (const [i, event] of events.entries()) {
      sequence = Number(insert.run(stream, actual + 1 + i, event.id, event.type, event.version, event.metadata, event.data, now).lastInsertRowid)
    }
    return { kind: 'written', revision: actual + events.length, sequence }
  }

  /** The same ids at the same place: an earlier try of which the answer was lost. */
  const writtenBefore = (stream: string, wanted: number, events: readonly StoredEvent[]): AppendOutcome | undefined => {
    const rows = there.all(stream, wanted + 1, wanted + events.length)
    if (rows.length !== events.length || rows.some((row, i) => row['id'] !== events[i]?.id)) return undefined
    return { kind: 'written', revision: wanted + events.length, sequence: Number(rows.at(-1)?.['position']) }
  }

  const inOneCommit = (requests: readonly AppendRequest[]): readonly AppendOutcome[] => {
    begin.run()
    try {
      const outcomes = requests.map(append)
      commit.run()
      return outcomes
    } catch (error) {
      if (database.isTransaction) rollback.run()
      throw error
    }
  }

  const alone = (request: AppendRequest): AppendOutcome => {
    try {
      return inOneCommit([request])[0]!
    } catch (error) {
      return { kind: 'failed', because: String(error) }
    }
  }

  return {
    write: requests => {
      try {
        return inOneCommit(requests)
      } catch {
        // Something in this group can't be written (a full disk, say). Alone, each stands for itself.
        return requests.map(alone)
      }
    },
    close: () => {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}
