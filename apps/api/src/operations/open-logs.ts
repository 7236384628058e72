import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MasterKeyRefused, openFileKeyManagement, openSqliteKeyReader, WrongMasterKey, type KeyManagement, type KeyReader } from '@samenspel/event-codec'
import { openSqliteLog } from '@samenspel/event-store-sqlite'
import { refuseNewerData } from '../composition/data-folder.ts'
import { damageOf } from '../integrity/audit-log.ts'
import { fileOfLog, type LogName } from '../integrity/logs.ts'
import type { LogSource } from '../integrity/make-checkpoint.ts'
import type { Settings } from '../settings.ts'
import { exit, OperationStopped } from './exit-codes.ts'

/** Both logs, for who only looks: also while the application runs. */
export type Logs = {
  readonly sources: Readonly<Record<LogName, LogSource & { readonly file?: string }>>
  /** Whether these stores leave no position out. */
  readonly gapless: boolean
  readonly close: () => void
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
    if (error instanceof MasterKeyRefused) throw new OperationStopped(exit.wrongSetting, `The master key in ${masterKeyFile} can't be used: ${error.code}.`, { cause: error })
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
    return { ...reader, find: (id) => reader.find(id).catch(sayDamaged), damaged: () => reader.damaged().catch(sayDamaged) }
  } catch (error) {
    if (damageOf(error) !== undefined) return sayDamaged(error)
    if (error instanceof WrongMasterKey) throw new OperationStopped(exit.wrongSetting, `The master key is not the one that ${file} was made with.`, { cause: error })
    throw error
  }
}
