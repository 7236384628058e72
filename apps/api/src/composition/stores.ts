import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { KeyManagementUnavailable, MasterKeyRefused, openFileKeyManagement, WrongMasterKey, type KeyStore, type SealedStore } from '@samenspel/event-codec'
import type { LogYears } from '@samenspel/erasure'
import type { EventStore } from '@samenspel/event-store'
import { StoreDamaged, StoreInUse, StoreTooNew, type Loss } from '@samenspel/event-store-sqlite'
import { systemClock } from '@samenspel/kernel'
import type { RegistrationTerms } from '@samenspel/register'
import { eraseWhatCameBack } from '../erasing/erase-again.ts'
import { ledgerFile, LedgerDamaged, readLedger } from '../erasing/ledger.ts'
import { openCheckpointStore, type CheckpointStore } from '../integrity/checkpoint-store.ts'
import { checkpointsFile, signingKeyFile } from '../integrity/logs.ts'
import { isSigned, openSharedProof, shareSigningKey, type SharedProof } from '../integrity/shared-proof.ts'
import { openSigningKey, SigningKeyDamaged, type SigningKey } from '../integrity/signing-key.ts'
import type { Settings } from '../settings.ts'
import { unfinishedRestore } from '../operations/restored.ts'
import { markDataFolder, refuseNewerData, refuseOtherStore } from './data-folder.ts'
import { openEventStores } from './event-stores.ts'
import { masterKeyProblems, openKeyStore } from './key-store.ts'
import { openSealedEvents } from './open-files.ts'
import { refuseOtherLog } from './other-log.ts'
import { StartProblem } from '../start-problem.ts'
import { openTables, type OpenedTables } from './tables.ts'

/** Where the ledger of erasures lies, where copies of it go, and how long keys are in backups. */
export type ErasingSettings = { readonly ledger: string; readonly place: Settings['checkpoints']; readonly keyBackupDays: number }

/** Everything that is kept, opened. */
export type Stores = Omit<OpenedTables, 'shared' | 'close'> & {
  readonly events: SealedStore
  /** The same events, sealed: for who needs to know no more than that there is one. */
  readonly log: EventStore
  readonly keys: KeyStore
  /** Where the lines of the access log are kept: apart from the events, with other readers and another period. */
  readonly accessLog: EventStore
  /** What proves both logs whole: their trees, signed checkpoints, and the key that signs. */
  readonly checkpoints: CheckpointStore
  readonly signingKey: SigningKey
  readonly erasing: ErasingSettings
  /** So many days a working note is kept after its last change. */
  readonly noteDays: number
  /** How many years lines of the access log are kept at least. */
  readonly logYears: LogYears
  /** For how many months a registration as IMH specialist holds. */
  readonly registrationMonths: RegistrationTerms
  /** Where several processes prove the same logs: what the others signed. */
  readonly proof?: SharedProof
  /** What is missing of the events or of the access log. While anything is, nothing is recorded: see `operations/accept-loss.ts`. */
  readonly losses: readonly Loss[]
  /** Whether anything can be recorded: nothing is missing, and no disk has failed. */
  readonly isWritable: () => boolean
  readonly close: () => Promise<void>
}

/**
 * @param between what stands between the application and its events; a test may put failures there.
 * @throws StartProblem when another process works here, the key doesn't fit, a server can't be used, or what is kept can't be read or written.
 */
export const openStores = async (settings: Settings, between: (store: EventStore) => EventStore = (store) => store): Promise<Stores> => {
  const { dataFolder, masterKeyFile, checkpoints: place, keyBackupDays, noteDays, logYears, registrationMonths } = settings
  refuseNewerData(dataFolder)
  refuseOtherStore(dataFolder, settings.store.kind)
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const restoring = unfinishedRestore(dataFolder)
  if (restoring !== undefined) throw new StartProblem(restoring)
  await mkdir(dirname(masterKeyFile), { recursive: true, mode: 0o700 })
  const opened: (() => Promise<void> | void)[] = []
  const close = async () => { for (const one of opened.splice(0).reverse()) await one() }
  try {
    const logs = await openEventStores(settings)
    opened.push(logs.close)
    markDataFolder(dataFolder, settings.store.kind)
    const kept = await openTables(settings)
    opened.push(kept.close)
    const { state, tables, shared, leading, alone } = kept
    if (settings.store.kind === 'kurrentdb') await refuseOtherLog(state, logs.events)
    if (shared !== undefined && !existsSync(masterKeyFile) && await isSigned(state)) throw new StartProblem(`There is no master key in ${masterKeyFile}; bring the file that the other processes have.`)
    const kms = openFileKeyManagement({ file: masterKeyFile, dataFolder })
    const keys = await openKeyStore(settings, kms)
    opened.push(keys.close)
    if (shared !== undefined) await shareSigningKey(state, dataFolder, kms)
    const signingKey = await openSigningKey(join(dataFolder, signingKeyFile), kms)
    const erasing = { ledger: ledgerFile({ masterKeyFile }), place, keyBackupDays }
    // Before anything is opened with them: keys that were destroyed may have come back with an old copy of them.
    await eraseWhatCameBack(readLedger(erasing.ledger, signingKey), { keys, state, clock: systemClock, noteDays })
    const checkpoints = openCheckpointStore(join(dataFolder, checkpointsFile))
    opened.push(checkpoints.close)
    const proof = shared && openSharedProof(shared, checkpoints, { events: logs.events, 'access-log': logs.accessLog })
    await proof?.checkEnds()
    const log = between(logs.events)
    const { accessLog, losses, isWritable } = logs
    return { events: openSealedEvents(log, keys), log, keys, accessLog, state, checkpoints, signingKey, ...(proof !== undefined && { proof }), erasing, noteDays, logYears, registrationMonths, tables, leading, alone, losses, isWritable, close }
  } catch (error) {
    await close()
    throw explained(error, dataFolder, masterKeyFile)
  }
}

/** In one sentence for the operator, where the cause is theirs to mend. */
export const explained = (error: unknown, dataFolder: string, masterKeyFile: string): unknown => {
  if (error instanceof StoreInUse) return new StartProblem(`Another process works on the data folder ${dataFolder}; one process works on a data folder at a time.`, { cause: error })
  if (error instanceof StoreTooNew) return new StartProblem(`The data in ${dataFolder} was written by a newer version of this program.`)
  if (error instanceof StoreDamaged) return new StartProblem(`${error.file} ${error.what}; nothing was changed. Keep a copy of ${dataFolder} as it is, and put back a backup: docs/operate/faults.md.`)
  const trouble = diskTroubles[codeOfSqlite(error) & 0xff]
  if (trouble !== undefined) return new StartProblem(trouble(dataFolder))
  if (error instanceof WrongMasterKey) return new StartProblem(`The master key in ${masterKeyFile} is not the one that the data in ${dataFolder} was sealed with.`)
  if (error instanceof KeyManagementUnavailable) return new StartProblem(`The master key can't be reached (${error.message}); nothing was changed. Start again once it can.`, { cause: error })
  if (error instanceof MasterKeyRefused) return new StartProblem(masterKeyProblems[error.code](masterKeyFile))
  if (error instanceof LedgerDamaged) return new StartProblem(`In the ledger of erasures ${error.message}; put back a copy of it: docs/operate/erasure.md.`, { cause: error })
  if (error instanceof SigningKeyDamaged) return new StartProblem(`The signing key in ${join(dataFolder, signingKeyFile)} is damaged; put it back from the backup of the keys.`)
  return error
}

/** By SQLite's code. The cause of each is outside the program: starting again changes nothing until somebody acts. */
const diskTroubles: Readonly<Record<number, (folder: string) => string>> = {
  8: (folder) => `The data folder ${folder} can't be written to.`,
  10: (folder) => `The disk of the data folder ${folder} fails.`,
  11: (folder) => `A database in the data folder ${folder} is damaged; nothing was changed. Keep a copy of the folder as it is, and put back a backup: docs/operate/faults.md.`,
  13: (folder) => `The disk of the data folder ${folder} is full.`,
  14: (folder) => `A file in the data folder ${folder} can't be opened.`,
  26: (folder) => `A file in the data folder ${folder} is no database; nothing was changed. Keep a copy of the folder as it is, and put back a backup: docs/operate/faults.md.`,
}
const codeOfSqlite = (error: unknown): number => typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0
