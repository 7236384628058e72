import type { Revision, StreamName } from '@samenspel/event-store'

/**
 * Where streams end, as far as it was seen here: the file has no other writer, so whoever was at the end of a stream, or wrote it, knows it
 * until the next is written here.
 */
export type Ends = {
  /** The revision of the last event, -1 where there is none; nothing where it wasn't seen. */
  readonly of: (stream: StreamName) => Revision | undefined
  /** The end of a stream was seen. */
  readonly learn: (stream: StreamName, end: Revision) => void
  /** An event was seen; there may be more after it. */
  readonly pass: (stream: StreamName, revision: Revision) => void
}

/** Some hundred bytes each. */
const mostKnown = 100_000

export const openEnds = (most = mostKnown): Ends => {
  const ends = new Map<StreamName, Revision>()
  /** What was read may be told later than what was written after it. */
  const raise = (stream: StreamName, known: Revision, revision: Revision) => { if (revision > known) ends.set(stream, revision) }
  return {
    of: stream => ends.get(stream),
    learn: (stream, end) => {
      const known = ends.get(stream)
      if (known !== undefined) return raise(stream, known, end)
      ends.set(stream, end)
      if (ends.size <= most) return
      const [oldest] = ends.keys()
      ends.delete(oldest!)
    },
    pass: (stream, revision) => {
      const known = ends.get(stream)
      if (known !== undefined) raise(stream, known, revision)
    },
  }
}
