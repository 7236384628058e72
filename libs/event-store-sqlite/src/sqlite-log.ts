import { readPages, start, type EventStore } from '@samenspel/event-store'
import { openReader } from './reader.ts'

/** All events of one file, for who only looks. */
export type SqliteLog = Pick<EventStore, 'readAll' | 'lastPosition'> & { readonly file: string; readonly close: () => void }

/**
 * Reads a file without taking its lock and without writing to it: beside the process that works on it, or when none does.
 * @throws an error of SQLite when the file isn't there or is none of ours
 */
export const openSqliteLog = ({ file }: { readonly file: string }): SqliteLog => {
  const reader = openReader(file)
  return {
    file,
    readAll: ({ after = start, filter, limit } = {}) => readPages(reader.readPage, after, filter, limit),
    lastPosition: () => Promise.resolve(reader.lastPosition()),
    close: reader.close,
  }
}
