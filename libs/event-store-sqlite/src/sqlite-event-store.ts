import { checkAppend, createBell, createPagedReading, EventStoreReadOnly, EventStoreUnavailable, positionOf, sequenceOf, WrongExpectedRevision, type EventStore, type PagedReader, type Position, type Revision } from '@samenspel/event-store'
import { openEnds, type Ends } from './ends.ts'
import { startGroupCommit, type Written } from './group-commit.ts'
import { lockStore } from './lock.ts'
import { findLoss, type Loss } from './loss.ts'
import { openReader, type Reader } from './reader.ts'
import { openRecent, type Recent } from './recent.ts'
import { prepareFile, whenDamaged } from './schema.ts'
import type { AppendOutcome } from './writer.ts'

export type SqliteEventStore = EventStore & {
  /** What is missing since it was last written. Then it is read-only, until `acceptLoss`. */
  readonly loss: Loss | undefined
  /** Whether appends can be taken: nothing is missing, and the disk hasn't failed since. */
  readonly isWritable: () => boolean
  /** The end of the log as it stands right now. */
  readonly end: () => Position
}

export type SqliteEventStoreSettings = {
  /** Its folder exists; `<file>.lock`, `<file>.mark`, `<file>-wal` and `<file>-shm` appear beside it. */
  readonly file: string
  /** How far this log is known to have been, from elsewhere: `otherLogKnown` of another store. */
  readonly knownUntil?: Position
  /** The end of another log: each commit here carries it along, durably, for `otherLogKnown`. */
  readonly otherLog?: () => Position
}

/**
 * The event store in one local file, for one process. One thread writes, in groups, and answers once the disk has it;
 * reading happens here, page by page. When events are missing that are known to have been there, it is opened read-only:
 * `loss` says how many, and appends fail with EventStoreReadOnly.
 * @throws StoreInUse, StoreTooNew, StoreDamaged
 */
export const openSqliteEventStore = (settings: SqliteEventStoreSettings): SqliteEventStore => {
  const { file, knownUntil } = settings
  const lock = lockStore(file)
  try {
    const loss = findLoss(file, knownUntil)
    return whenDamaged(file, () => {
      if (loss === undefined) prepareFile(file)
      return open(settings, loss, openReader(file), lock.release)
    })
  } catch (error) {
    lock.release()
    throw error
  }
}

const open = ({ file, otherLog }: SqliteEventStoreSettings, loss: Loss | undefined, reader: Reader, release: () => void): SqliteEventStore => {
  const bell = createBell()
  const ends = openEnds()
  const recent = openRecent()
  const { ensureOpen, end: endReading, ...reading } = createPagedReading(learning(reader, ends, recent), bell)
  // Who is told of an event must find its stream ending with it.
  const onWritten = (written: readonly Written[]) => {
    recent.learn(written)
    for (const { stream, outcome } of written) if (outcome.kind !== 'failed') ends.learn(stream, endIn(outcome))
    bell.ring()
  }
  // Nothing is written while something is missing: not even the write-ahead log is folded in, as more might be saved from it.
  const commits = loss !== undefined ? undefined
    : startGroupCommit({ file, onWritten, ...(otherLog !== undefined && { otherLog: () => Number(sequenceOf(otherLog())) }) })

  const close = async () => {
    await endReading()
    // The writer last: only it can fold the log of the file back into it.
    reader.close()
    await commits?.close()
    release()
  }
  let closed: Promise<void> | undefined

  return {
    append: async (stream, expected, events) => {
      ensureOpen()
      checkAppend(stream, events)
      if (commits === undefined) throw new EventStoreReadOnly(`${file} misses ${loss?.missing} events`)
      const stored = events.map(({ id, type, version, metadata, data }) => ({ id, type, version, metadata: JSON.stringify(metadata), data }))
      const outcome = await commits.append({ stream, expected, events: stored }, events)
      switch (outcome.kind) {
        case 'written': return { revision: outcome.revision, position: positionOf(outcome.sequence) }
        case 'conflict': throw new WrongExpectedRevision(stream, expected, outcome.actual)
        case 'failed': throw new EventStoreUnavailable(outcome.because)
      }
    },
    ...reading,
    knownEnd: ends.of,
    close: () => closed ??= close(),
    loss,
    isWritable: () => commits?.isBroken() === false,
    end: reader.lastPosition,
  }
}

const endIn = (outcome: Exclude<AppendOutcome, { kind: 'failed' }>): Revision => {
  if (outcome.kind === 'written') return outcome.revision
  return outcome.actual === 'none' ? -1 : outcome.actual
}

/** The same reader; what it gives also says where streams end. */
const learning = (reader: Reader, ends: Ends, recent: Recent): PagedReader => ({
  ...reader,
  readPage: (after, filter, limit) => {
    const page = recent.readPage(after, filter, limit) ?? reader.readPage(after, filter, limit)
    for (const { stream, revision } of page.events) ends.pass(stream, revision)
    return page
  },
  readStreamPage: (stream, from, direction, limit) => {
    const page = reader.readStreamPage(stream, from, direction, limit)
    const last = page.at(-1)
    if (direction === 'forwards' && page.length < limit && (last !== undefined || ends.of(stream) === undefined)) ends.learn(stream, last?.revision ?? reader.lastRevision(stream))
    return page
  },
})
