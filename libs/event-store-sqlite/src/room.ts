import { closeSync, fstatSync, openSync, writeSync } from 'node:fs'

/**
 * Room at the end of the write-ahead log. Where a commit makes a file longer, the file system has to write down its new length as well,
 * which takes about as long again as the commit. So some room is made for many commits at once; SQLite writes over it, and
 * what it finds behind its last commit means nothing to it (the log's checksums begin with another salt).
 */
export type Room = {
  /** Makes room where the last commit took what was left. Never within a commit, and only in the thread that commits. */
  readonly make: () => void
  readonly close: () => void
}

/** Enough for some hundred commits of one event. */
const roomBytes = 2 ** 20
const nothing = Buffer.alloc(roomBytes)

/** @param file of the database; its log is there since the database is open */
export const openRoom = (file: string): Room => {
  const log = openSync(`${file}-wal`, 'r+')
  let length = fstatSync(log).size
  return {
    make: () => {
      const { size } = fstatSync(log)
      if (size <= length) return
      length = size + roomBytes
      try {
        writeSync(log, nothing, 0, roomBytes, size)
      } catch {
        // A disk that is full, say. It is only quicker with it: whether a commit has its place, SQLite finds out.
      }
    },
    close: () => { closeSync(log) },
  }
}
