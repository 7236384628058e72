import { isWanted, momentOf, positionOf, sequenceOf, type EventFilter, type NewEvent, type Page, type Position, type RecordedEvent } from '@samenspel/event-store'
import type { Written } from './group-commit.ts'

/**
 * The end of the log, as it was written here: the file has no other writer, so who follows the log needn't read back what this process has just
 * been told is on the disk.
 */
export type Recent = {
  /** What was written is on the disk. In the order of the log, and before it is told to anybody. */
  readonly learn: (written: readonly Written[]) => void
  /** As of a reader; nothing where it begins before what is known. */
  readonly readPage: (after: Position, filter: EventFilter | undefined, limit: number) => Page | undefined
}

/** Events: more than come between two looks of who follows. */
const mostKept = 2_000
/** Bytes of what they hold: as many again as two thousand of usual size have. A document is written in parts of some hundred thousand. */
const mostHeld = 4 * 2 ** 20

/**
 * @param most how many are kept; half of them are there in any case, as long as they hold little
 * @param held bytes that they hold at most; half of it is there in any case, as long as they are few
 */
export const openRecent = (most = mostKept, held = mostHeld): Recent => {
  let events: RecordedEvent[] = []
  /** Where the first of them stands. */
  let first = 0
  let bytes = 0

  const add = (stream: string, written: readonly NewEvent[], revision: number, sequence: number, recordedAt: string) => {
    const [from, fromRevision] = [sequence - written.length + 1, revision - written.length + 1]
    // Whatever came between isn't known here: the file has it.
    if (from !== first + events.length) [events, first, bytes] = [[], from, 0]
    for (const [i, { id, type, version, metadata, data }] of written.entries()) {
      events.push({ id, type, version, metadata, data: ownBytes(data), stream, revision: fromRevision + i, position: positionOf(from + i), recordedAt })
      bytes += data.length
    }
  }
  /** Down to half, so that what comes next doesn't move all of it again. */
  const letGo = () => {
    if (events.length <= most && bytes <= held) return
    let gone = 0
    for (; events.length - gone > most / 2 || bytes > held / 2; gone += 1) bytes -= events[gone]!.data.length
    events.splice(0, gone)
    first += gone
  }

  return {
    learn: (written) => {
      for (const { stream, events: own, outcome } of written) {
        if (outcome.kind === 'written' && outcome.at !== undefined) add(stream, own, outcome.revision, outcome.sequence, momentOf(outcome.at))
      }
      letGo()
    },
    readPage: (after, filter, limit) => {
      const next = Number(sequenceOf(after)) + 1
      if (events.length === 0 || next < first) return undefined
      const end = first + events.length
      if (next >= end) return { events: [], until: after }
      const found: RecordedEvent[] = []
      for (let at = next - first; at < events.length && found.length < limit; at += 1) {
        const event = events[at]!
        if (filter === undefined || isWanted(event, filter)) found.push(event)
      }
      return { events: found, until: found.length === limit ? found.at(-1)!.position : positionOf(end - 1) }
    },
  }
}

/** The same bytes and nothing beside them: a piece of a pool, kept for long, keeps all of the pool. */
const ownBytes = (data: Uint8Array): Uint8Array => data.length === data.buffer.byteLength ? data : new Uint8Array(data)
