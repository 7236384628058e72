import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs'

/**
 * Room at the end of the write-ahead log. Where a commit makes a file longer, the file system has to write down its new length as well,
 * which takes about as long again as the commit. So the log gets its full length at once, after the first commit: SQLite writes over it, and
 * what it finds behind its last commit means nothing to it (the log's checksums begin with another salt). From then on it is folded back
 * and begun again before it grows any more, but for a commit that is larger than what was left.
 */
export type Room = {
  /** Makes room where the last commit took what was left. Never within a commit, and only in the thread that commits. */
  readonly make: () => void
  readonly close: () => void
}

/** A log of so many pages is folded back into its file, in as many bytes; and some more, so that the commit that gets it there still has its place. */
export const pagesUntilFolded = 2_000
const wholeLog = pagesUntilFolded * (4_096 + 24)
const someMore = 2 ** 18
const nothing = Buffer.alloc(someMore)

/**
 * Milliseconds between two looks at a log that has its room. A file that was looked at gets a time of its own at the next write, finer than
 * the clock of the file system, which makes a commit a fifth longer.
 */
const lookAgainAfter = 1_000

/** @param file of the database; its log is there since the database is open */
export const openRoom = (file: string): Room => {
  const log = openSync(`${file}-wal`, 'r+')
  let length = fstatSync(log).size
  let lookAgain = 0
  return {
    make: () => {
      const now = performance.now()
      if (length >= wholeLog && now < lookAgain) return
      lookAgain = now + lookAgainAfter
      const { size } = fstatSync(log)
      if (size <= length) return
      length = Math.max(wholeLog, size) + someMore
      try {
        for (let at = size; at < length; at += nothing.length) writeSync(log, nothing, 0, Math.min(nothing.length, length - at), at)
      } catch {
        // A disk that is full, say. It is only quicker with it: whether a commit has its place, SQLite finds out. What was taken
        // is given back, and no more is tried.
        length = Infinity
        try { ftruncateSync(log, size) } catch { /* Then it stays, and is written over. */ }
      }
    },
    close: () => { closeSync(log) },
  }
}
