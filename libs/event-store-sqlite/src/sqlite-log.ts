import { readPages, start, type EventStore, type ReadAllOptions, type RecordedEvent } from '@samenspel/event-store'
import { openReader } from './reader.ts'

/** All events of one file, for who only looks. */
export type SqliteLog = Pick<EventStore, 'readAll' | 'lastPosition'> & {
  readonly file: string
  /** As `readAll`, some events at a time and without letting other work have its turn: for a thread that has no other. */
  readonly pages: (options: Pick<ReadAllOptions, 'after' | 'limit'>) => Iterable<readonly RecordedEvent[]>
  readonly close: () => void
}

const pageSize = 250

/**
 * Reads a file without taking its lock and without writing to it: beside the process that works on it, or when none does.
 * @throws an error of SQLite when the file isn't there or is none of ours
 */
export const openSqliteLog = ({ file }: { readonly file: string }): SqliteLog => {
  const reader = openReader(file)
  return {
    file,
    readAll: ({ after = start, filter, limit } = {}) => readPages(reader.readPage, after, filter, limit),
    pages: function* ({ after = start, limit = Infinity }) {
      let [at, left] = [after, limit]
      while (left > 0) {
        const { events } = reader.readPage(at, undefined, Math.min(pageSize, left))
        if (events.length === 0) return
        yield events
        at = events.at(-1)!.position
        left -= events.length
      }
    },
    lastPosition: () => Promise.resolve(reader.lastPosition()),
    close: reader.close,
  }
}
