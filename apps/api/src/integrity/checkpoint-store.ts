import { DatabaseSync } from 'node:sqlite'
import { start, type Position } from '@samenspel/event-store'
import type { Id, IsoInstant } from '@samenspel/kernel'
import { growTree, hashBytes, noLeaves, type Hash, type TreeState } from '@samenspel/log-integrity'
import type { LogName } from './logs.ts'

/** A log's tree as far as it was grown: up to and with which position, and on which branch. */
export type KeptTree = TreeState & { readonly position: Position; readonly branch: number }

/** A checkpoint that was signed here. */
export type KeptCheckpoint = { readonly log: LogName; readonly branch: number; readonly size: number; readonly note: string }

/** The note of a covered tree that was made for one copy of a family's file, over the first `size` leaves of a branch. */
export type CopyNote = KeptCheckpoint & { readonly copy: Id }

/** Events that an operator gave up: of this branch, only the first `keptSize` leaves are still there. */
export type AcceptedLoss = { readonly branch: number; readonly keptSize: number; readonly lostSize: number }

/**
 * The trees of both logs and the checkpoints that were signed, in a database of their own. Every leaf is kept (32 bytes an event), so
 * that a check can name the first event that isn't what it was; a leaf tells nothing about anybody.
 */
export type CheckpointStore = {
  readonly tree: (log: LogName) => KeptTree
  /** Adds the leaves of the events after `from`. @returns false when the tree was grown by somebody else meanwhile, and nothing was done */
  readonly grow: (log: LogName, from: KeptTree, leaves: readonly Hash[], until: Position) => boolean
  /** Some leaves, from an index on. */
  readonly leaves: (log: LogName, from: number, limit: number) => readonly Hash[]
  readonly checkpoints: (log: LogName) => readonly KeptCheckpoint[]
  /** The last checkpoint of the present branch. */
  readonly newest: (log: LogName) => KeptCheckpoint | undefined
  /** Keeps a checkpoint, durably; the first one of a size stays. */
  readonly add: (checkpoint: KeptCheckpoint, madeAt: IsoInstant) => void
  /** Keeps the notes of a copy, all of them durably or none. */
  readonly addCopyNotes: (notes: readonly CopyNote[], madeAt: IsoInstant) => void
  readonly copyNotes: (copy: Id) => readonly CopyNote[]
  /** Those of which nothing lies outside yet, the oldest first; those of copies after the others. */
  readonly notYetOutside: () => readonly (KeptCheckpoint | CopyNote)[]
  readonly isOutside: (checkpoint: KeptCheckpoint | CopyNote) => void
  readonly losses: (log: LogName) => readonly AcceptedLoss[]
  /**
   * The operator's act after events were lost for good: the tree goes on from those that are left, under another name, so that what is
   * signed from now on contradicts nothing that was signed before.
   * @param left how many events are left, not more than the tree has leaves, and the position of the last of them
   * @param missing how many were recorded after them
   */
  readonly acceptLoss: (log: LogName, left: { readonly size: number; readonly position: Position }, missing: number, at: IsoInstant) => void
  readonly close: () => void
}

const schema = `
  create table if not exists tree (
    log text primary key, branch integer not null, size integer not null, position text not null, peaks blob not null
  ) strict, without rowid;
  create table if not exists leaf (
    log text not null, leaf_index integer not null, hash blob not null, primary key (log, leaf_index)
  ) strict, without rowid;
  create table if not exists checkpoint (
    log text not null, branch integer not null, size integer not null, note text not null, made_at text not null, outside integer not null default 0,
    primary key (log, branch, size)
  ) strict, without rowid;
  create table if not exists copy_note (
    copy text not null, log text not null, branch integer not null, size integer not null, note text not null, made_at text not null, outside integer not null default 0,
    primary key (copy, log)
  ) strict, without rowid;
  create table if not exists accepted_loss (
    log text not null, branch integer not null, kept_size integer not null, lost_size integer not null, accepted_at text not null,
    primary key (log, branch)
  ) strict, without rowid;
`

/** @param readOnly for who only looks; the file must exist */
export const openCheckpointStore = (file: string, { readOnly = false }: { readonly readOnly?: boolean } = {}): CheckpointStore => {
  const database = new DatabaseSync(file, { readOnly, timeout: 5_000 })
  // Waits for the disk: a checkpoint that left this machine must not be forgotten here.
  if (!readOnly) database.exec(`pragma journal_mode = wal; pragma synchronous = full; ${schema}`)
  const rowOf = database.prepare('select branch, size, position, peaks from tree where log = ?')
  const leavesFrom = database.prepare('select hash from leaf where log = ? and leaf_index >= ? order by leaf_index limit ?')
  // Their bytes in one piece: a check asks for millions, and bytes of their own for each would cost as much as hashing it.
  const leavesTogether = database.prepare("select cast(group_concat(hash, '' order by leaf_index) as blob), min(length(hash)), max(length(hash)) from (select leaf_index, hash from leaf where log = ? and leaf_index >= ? order by leaf_index limit ?)")

  const tree = (log: LogName): KeptTree => {
    const row = rowOf.get(log) as { branch: number; size: number; position: string; peaks: Uint8Array } | undefined
    return row === undefined ? { ...noLeaves, position: start, branch: 1 } : { branch: row.branch, size: row.size, position: row.position, peaks: divided(row.peaks) }
  }
  const writeTree = (log: LogName, { branch, size, position, peaks }: KeptTree): void => {
    database.prepare('insert into tree values (?, ?, ?, ?, ?) on conflict do update set branch = excluded.branch, size = excluded.size, position = excluded.position, peaks = excluded.peaks')
      .run(log, branch, size, position, Buffer.concat(peaks))
  }
  const inOneCommit = <Result>(work: () => Result): Result => {
    database.exec('begin immediate')
    try {
      const result = work()
      database.exec('commit')
      return result
    } catch (error) {
      database.exec('rollback')
      throw error
    }
  }
  leavesFrom.setReturnArrays(true)
  leavesTogether.setReturnArrays(true)
  /** A file from before there were copies, opened by who only looks, lacks their table. */
  const hasTable = (name: string): boolean => database.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !== undefined
  const leaves: CheckpointStore['leaves'] = (log, from, limit) => {
    const [hashes, shortest, longest] = leavesTogether.get(log, from, limit) as unknown as [Uint8Array | null, number, number]
    if (hashes === null) return []
    if (shortest === hashBytes && longest === hashBytes) return divided(hashes)
    // A damaged one must not move those after it.
    return (leavesFrom.all(log, from, limit) as unknown as readonly [Uint8Array][]).map(([hash]) => Buffer.from(hash))
  }

  return {
    tree, leaves,
    grow: (log, from, added, until) => inOneCommit(() => {
      const now = tree(log)
      if (now.size !== from.size || now.branch !== from.branch) return false
      const growing = growTree(now)
      const insert = database.prepare('insert into leaf values (?, ?, ?)')
      for (const leaf of added) {
        insert.run(log, growing.size(), leaf)
        growing.add(leaf)
      }
      writeTree(log, { ...growing.state(), branch: now.branch, position: until })
      return true
    }),
    checkpoints: (log) => database.prepare('select log, branch, size, note from checkpoint where log = ? order by branch, size').all(log) as KeptCheckpoint[],
    newest: (log) => database.prepare('select log, branch, size, note from checkpoint where log = ? and branch = ? order by size desc limit 1').get(log, tree(log).branch) as KeptCheckpoint | undefined,
    add: ({ log, branch, size, note }, madeAt) => {
      database.prepare('insert into checkpoint (log, branch, size, note, made_at) values (?, ?, ?, ?, ?) on conflict do nothing').run(log, branch, size, note, madeAt)
    },
    addCopyNotes: (notes, madeAt) => inOneCommit(() => {
      const insert = database.prepare('insert into copy_note (copy, log, branch, size, note, made_at) values (?, ?, ?, ?, ?, ?)')
      for (const { copy, log, branch, size, note } of notes) insert.run(copy, log, branch, size, note, madeAt)
    }),
    copyNotes: (copy) => hasTable('copy_note') ? database.prepare('select copy, log, branch, size, note from copy_note where copy = ? order by log').all(copy) as CopyNote[] : [],
    notYetOutside: () => [
      ...database.prepare('select log, branch, size, note from checkpoint where outside = 0 order by log, branch, size').all() as KeptCheckpoint[],
      ...database.prepare('select copy, log, branch, size, note from copy_note where outside = 0 order by made_at, copy, log').all() as CopyNote[],
    ],
    isOutside: (one) => {
      if ('copy' in one) database.prepare('update copy_note set outside = 1 where copy = ? and log = ?').run(one.copy, one.log)
      else database.prepare('update checkpoint set outside = 1 where log = ? and branch = ? and size = ?').run(one.log, one.branch, one.size)
    },
    losses: (log) => database.prepare('select branch, kept_size as keptSize, lost_size as lostSize from accepted_loss where log = ? order by branch').all(log) as AcceptedLoss[],
    acceptLoss: (log, { size, position }, missing, at) => inOneCommit(() => {
      const now = tree(log)
      if (size > now.size) throw new RangeError(`the tree of ${log} has ${now.size} leaves`)
      database.prepare('insert into accepted_loss values (?, ?, ?, ?, ?)').run(log, now.branch, size, size + missing, at)
      database.prepare('delete from leaf where log = ? and leaf_index >= ?').run(log, size)
      const growing = growTree()
      for (const leaf of leaves(log, 0, size)) growing.add(leaf)
      writeTree(log, { ...growing.state(), branch: now.branch + 1, position })
    }),
    close: () => { database.close() },
  }
}

const divided = (hashes: Uint8Array): readonly Hash[] =>
  Array.from({ length: hashes.length / hashBytes }, (_, i) => Buffer.from(hashes.buffer, hashes.byteOffset + i * hashBytes, hashBytes))
