/** Several processes prove the same logs: they sign with one key, and each knows what the others signed. */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KeyManagement } from '@samenspel/event-codec'
import { comparePositions, type Position } from '@samenspel/event-store'
import { systemClock } from '@samenspel/kernel'
import { growTree, readCheckpoint } from '@samenspel/log-integrity'
import type { Kysely } from 'kysely'
import { notNull } from '@samenspel/read-models'
import { StartProblem } from '../start-problem.ts'
import { readMark, writeMarkOnce, type StateDatabase } from '../sessions/state-database.ts'
import type { CheckpointStore } from './checkpoint-store.ts'
import { logNames, signingKeyFile, type LogName } from './logs.ts'
import { growToEnd, type LogSource } from './make-checkpoint.ts'
import { openSigningKey } from './signing-key.ts'

/** What was signed by any process, and the place of the last event that it speaks of. */
export type SignedTables = {
  readonly signed_checkpoint: { readonly log: LogName; readonly branch: number; readonly size: number; readonly note: string; readonly position: Position }
}

export type SharedProof = {
  /** Whether the logs still reach as far as was signed. Costs next to nothing. @throws StartProblem */
  readonly checkEnds: () => Promise<void>
  /** Takes along what others signed. */
  readonly bring: () => Promise<void>
  /** Takes it along, and sees that the logs still say it. Reads all of both logs on a machine that never did. @throws StartProblem */
  readonly takeOver: () => Promise<void>
  /** Lets others know what was signed here. */
  readonly handOver: () => Promise<void>
}

export const prepareSharedProof = async (database: Kysely<SignedTables>): Promise<void> => {
  await database.schema.createTable('signed_checkpoint').ifNotExists()
    .addColumn('log', 'text', notNull).addColumn('branch', 'integer', notNull).addColumn('size', 'integer', notNull)
    .addColumn('note', 'text', notNull).addColumn('position', 'text', notNull)
    .addPrimaryKeyConstraint('signed_checkpoint_key', ['log', 'branch', 'size']).execute()
}

export const openSharedProof = (shared: Kysely<SignedTables>, store: CheckpointStore, sources: Readonly<Record<LogName, LogSource>>): SharedProof => {
  const signed = (log: LogName) => shared.selectFrom('signed_checkpoint').selectAll().where('log', '=', log).orderBy('branch').orderBy('size').execute()
  const bring = async () => {
    for (const log of logNames) for (const { branch, size, note } of await signed(log)) store.add({ log, branch, size, note }, systemClock())
  }
  const broken = (log: LogName, what: string) => new StartProblem(`The ${log === 'events' ? 'events' : 'lines of the access log'} are not what was signed: ${what}. Run samenspel verify, and restore the newest backup.`)
  return {
    checkEnds: async () => {
      for (const log of logNames) {
        const newest = (await signed(log)).at(-1)
        if (newest !== undefined && comparePositions(await sources[log].lastPosition(), newest.position) < 0) throw broken(log, `a checkpoint tells of ${newest.size} events, and the log ends before`)
      }
    },
    bring,
    takeOver: async () => {
      await bring()
      for (const log of logNames) {
        const tree = await growToEnd(log, sources[log], store)
        const newest = store.newest(log)
        if (newest === undefined) continue
        if (newest.size > tree.size) throw broken(log, `a checkpoint tells of ${newest.size} events, and there are ${tree.size}`)
        if (!rootOf(store, log, newest.size).equals(readCheckpoint(newest.note).root)) throw broken(log, `the first ${newest.size} events differ from their checkpoint`)
      }
    },
    handOver: async () => {
      for (const log of logNames) {
        const [newest, { size, position }] = [store.newest(log), store.tree(log)]
        if (newest?.size === size) await shared.insertInto('signed_checkpoint').values({ ...newest, position }).onConflict((conflict) => conflict.doNothing()).execute()
      }
    },
  }
}

const leavesAtOnce = 4_096

const rootOf = (store: CheckpointStore, log: LogName, size: number) => {
  const tree = growTree()
  while (tree.size() < size) {
    const leaves = store.leaves(log, tree.size(), Math.min(leavesAtOnce, size - tree.size()))
    if (leaves.length === 0) break
    for (const leaf of leaves) tree.add(leaf)
  }
  return tree.root()
}

const mark = 'signing-key'

/**
 * Brings the signing key that all processes share into the data folder, as its private part only the master key opens; the first
 * process makes it. It also tells installations apart: a folder with another key belongs to other databases.
 * @throws StartProblem
 */
export const shareSigningKey = async (state: StateDatabase, dataFolder: string, kms: KeyManagement): Promise<void> => {
  putSigningKey(dataFolder, await writeMarkOnce(state, mark, () => newSigningKey(kms)))
}

/** Whether a process signed before: then the master key exists, and another one must not be made. */
export const isSigned = async (state: StateDatabase): Promise<boolean> => await readMark(state, mark) !== undefined

/** The same for who only looks, and makes none. @throws StartProblem */
export const bringSigningKey = async (state: StateDatabase, dataFolder: string): Promise<void> => {
  const shared = await readMark(state, mark)
  if (shared !== undefined) putSigningKey(dataFolder, shared)
}

const putSigningKey = (dataFolder: string, shared: string): void => {
  const file = join(dataFolder, signingKeyFile)
  if (existsSync(file) && readFileSync(file, 'utf8') !== shared) throw new StartProblem(`The data folder ${dataFolder} belongs to another database than the one that is set now; set SAMENSPEL_DATA to another folder.`)
  if (existsSync(file)) return
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, shared, { mode: 0o600 })
  renameSync(aside, file)
}

const newSigningKey = async (kms: KeyManagement): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-'))
  try {
    await openSigningKey(join(folder, signingKeyFile), kms)
    return readFileSync(join(folder, signingKeyFile), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
