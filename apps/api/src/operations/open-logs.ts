import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { MasterKeyRefused, openFileKeyManagement, openSqliteKeyReader, WrongMasterKey, type KeyManagement, type KeyReader } from '@samenspel/event-codec'
import { openSqliteLog } from '@samenspel/event-store-sqlite'
import { hasSchema } from '@samenspel/read-models'
import { markDataFolder, refuseNewerData, refuseOtherStore } from '../composition/data-folder.ts'
import { openEventStores, schemaOfLog } from '../composition/event-stores.ts'
import { keysFile, masterKeyProblems, openKeyStore } from '../composition/key-store.ts'
import { onServer } from '../composition/server-problems.ts'
import { openTables } from '../composition/tables.ts'
import { damageOf } from '../integrity/audit-log.ts'
import { openCheckpointStore, type CheckpointStore } from '../integrity/checkpoint-store.ts'
import { checkpointsFile, fileOfLog, type LogName } from '../integrity/logs.ts'
import type { LogSource } from '../integrity/make-checkpoint.ts'
import { bringSigningKey, openSharedProof, type SharedProof } from '../integrity/shared-proof.ts'
import type { Settings } from '../settings.ts'
import { exit, OperationStopped } from './exit-codes.ts'

/** Both logs, for who only looks: also while the application runs. */
export type Logs = {
  readonly sources: Readonly<Record<LogName, LogSource & { readonly file?: string }>>
  /** Whether these stores leave no position out. */
  readonly gapless: boolean
  /** Where several processes prove the same logs: what they signed, with this machine's trees. */
  readonly proofOf?: (store: CheckpointStore) => SharedProof
  readonly close: () => void | Promise<void>
}

/**
 * Both logs, where they are set to be. What other machines signed is brought into the data folder of this one.
 * @throws OperationStopped where there is no log; StartProblem where it can't be opened
 */
export const openLogsOf = async (settings: Settings): Promise<Logs> => {
  const { store, tables, dataFolder } = settings
  if (store.kind === 'sqlite') return openLogs(dataFolder)
  refuseNewerData(dataFolder)
  refuseOtherStore(dataFolder, store.kind)
  if (store.kind === 'postgres' && !await onServer('SAMENSPEL_STORE', () => hasSchema(store.url, schemaOfLog.events))) throw new OperationStopped(exit.noInput, 'There are no events in the database that SAMENSPEL_STORE names.')
  const { events, accessLog, close } = await openEventStores(settings)
  const sources = { events, 'access-log': accessLog }
  // Only PostgreSQL numbers its events one after the other.
  const gapless = store.kind === 'postgres'
  if (tables.kind === 'sqlite') return { sources, gapless, close }
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    const opened = await openTables(settings)
    const proofOf = (kept: CheckpointStore) => openSharedProof(opened.shared!, kept, sources)
    await bringSigningKey(opened.state, dataFolder)
    const kept = openCheckpointStore(join(dataFolder, checkpointsFile))
    await proofOf(kept).bring().finally(kept.close)
    markDataFolder(dataFolder, store.kind)
    return { sources, gapless, proofOf, close: async () => { await opened.close(); await close() } }
  } catch (error) {
    await close()
    throw error
  }
}

/** The keys of persons, where they are set to be. @throws OperationStopped, StartProblem */
export const openKeysOf = async (settings: Settings): Promise<KeyReader> => {
  const kms = openMasterKey(settings)
  if (settings.keyStore.kind === 'sqlite') return openKeys(keysFile(settings.dataFolder), kms)
  return openKeyStore(settings, kms).catch((error: unknown) => {
    throw error instanceof WrongMasterKey ? new OperationStopped(exit.wrongSetting, 'The master key is not the one that the keys of SAMENSPEL_KEY_STORE were made with.', { cause: error }) : error
  })
}

/** For what works on files alone. @throws OperationStopped with what to use instead */
export const onlyInFiles = ({ store }: Settings, instead: string): void => {
  if (store.kind !== 'sqlite') throw new OperationStopped(exit.wrongSetting, `This command works on a store in files, and SAMENSPEL_STORE names one in ${store.kind === 'postgres' ? 'PostgreSQL' : 'KurrentDB'}. ${instead}: docs/operate/${store.kind === 'postgres' ? 'postgresql' : 'kurrentdb'}.md.`)
}

/** @throws OperationStopped where there is no log, StartProblem where a newer program wrote it */
export const openLogs = (folder: string): Logs => {
  refuseNewerData(folder)
  const open = (log: LogName) => {
    const file = join(folder, fileOfLog(log))
    if (!existsSync(file)) throw new OperationStopped(exit.noInput, `There is no ${file}. SAMENSPEL_DATA says in which folder the data are.`)
    return openSqliteLog({ file })
  }
  const events = open('events')
  const accessLog = open('access-log')
  return {
    sources: { events, 'access-log': accessLog }, gapless: true,
    close: () => { events.close(); accessLog.close() },
  }
}

/** The master key as it is set; a command never makes one. @throws OperationStopped */
export const openMasterKey = ({ masterKeyFile, dataFolder }: Pick<Settings, 'masterKeyFile' | 'dataFolder'>): KeyManagement => {
  if (!existsSync(masterKeyFile)) throw new OperationStopped(exit.wrongSetting, `There is no master key in ${masterKeyFile}. SAMENSPEL_MASTER_KEY_FILE says where it is.`)
  try {
    return openFileKeyManagement({ file: masterKeyFile, dataFolder })
  } catch (error) {
    if (error instanceof MasterKeyRefused) throw new OperationStopped(exit.wrongSetting, masterKeyProblems[error.code](masterKeyFile), { cause: error })
    throw error
  }
}

/** The keys of persons, to look whether contents are what was sealed. @throws OperationStopped */
export const openKeys = async (file: string, kms: KeyManagement): Promise<KeyReader> => {
  const sayDamaged = (error: unknown): never => {
    throw damageOf(error) === undefined ? error : new OperationStopped(exit.inputOutput, `${file} is damaged: put back the keys of a backup.`, { cause: error })
  }
  if (!existsSync(file)) throw new OperationStopped(exit.noInput, `There is no ${file}: without the keys nothing can be read.`)
  try {
    const reader = await openSqliteKeyReader({ file, kms })
    const find = async (id: string) => reader.find(id)
    return { ...reader, find: (id) => find(id).catch(sayDamaged), damaged: () => reader.damaged().catch(sayDamaged) }
  } catch (error) {
    if (damageOf(error) !== undefined) return sayDamaged(error)
    if (error instanceof WrongMasterKey) throw new OperationStopped(exit.wrongSetting, `The master key is not the one that ${file} was made with.`, { cause: error })
    throw error
  }
}
