/** What is erased stays erased when an older backup is put back: the ledger of erasures is gone through before anything is opened. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteKeyStore, type KeyManagement } from '@samenspel/event-codec'
import type { Clock, Id } from '@samenspel/kernel'
import { StatementRefused } from '@samenspel/log-integrity'
import { eraseWhatCameBack } from '../erasing/erase-again.ts'
import { LedgerDamaged, ledgerFile, readLedger, type SignedEntry } from '../erasing/ledger.ts'
import { erasuresOutside } from '../integrity/keep-outside.ts'
import { signingKeyFile } from '../integrity/logs.ts'
import { readSigner, type Signer } from '../integrity/signing-key.ts'
import { openStateDatabase } from '../sessions/state-database.ts'
import type { Settings } from '../settings.ts'
import { exit, OperationStopped } from './exit-codes.ts'

/** Name of the copy of the ledger that goes with a backup of the keys. */
export const ledgerCopy = 'erasures.ledger'

export type KnownErasures = { readonly entries: readonly SignedEntry[]; /** Whether any ledger was found at all. */ readonly isKnown: boolean }

/**
 * All erasures that are known of, from the ledger beside the master key, a copy of it, and a place outside.
 * @throws OperationStopped when one of them holds what wasn't signed here
 */
export const knownErasures = (settings: Pick<Settings, 'masterKeyFile'>, signer: Signer, { copy, outside }: { readonly copy?: string; readonly outside?: string }): KnownErasures => {
  const file = ledgerFile(settings)
  try {
    const sources = [readLedger(file, signer), ...copy === undefined ? [] : [readLedger(copy, signer)], ...outside === undefined ? [] : [erasuresOutside(outside, signer)]]
    const entries = [...new Map(sources.flat().map((signed) => [signed.entry.erasureId, signed])).values()]
    return { entries, isKnown: existsSync(file) || (copy !== undefined && existsSync(copy)) || entries.length > 0 }
  } catch (error) {
    if (error instanceof LedgerDamaged || error instanceof StatementRefused) throw new OperationStopped(exit.noInput, `The ledger of erasures can't be relied on: ${error.message}. Put back a copy that was not changed.`, { cause: error })
    throw error
  }
}

/** Who signed here, as the restored files say. @throws OperationStopped */
export const signerOf = (folder: string): Signer => {
  const signer = readSigner(join(folder, signingKeyFile))
  if (signer === undefined) throw new OperationStopped(exit.noInput, `There is no ${signingKeyFile} in ${folder}: nobody can say what was signed here.`)
  return signer
}

/**
 * Destroys keys that came back with an older copy of them, and clears what came back of those persons beside the events.
 * @returns the keys that had come back
 */
export const eraseAgain = async ({ dataFolder, noteDays }: Pick<Settings, 'dataFolder' | 'noteDays'>, kms: KeyManagement, entries: readonly SignedEntry[], clock: Clock): Promise<readonly Id[]> => {
  if (entries.length === 0) return []
  const keys = await openSqliteKeyStore({ file: join(dataFolder, 'keys.sqlite'), kms })
  const file = join(dataFolder, 'state.sqlite')
  const state = existsSync(file) ? await openStateDatabase(file) : undefined
  try {
    return await eraseWhatCameBack(entries, { keys, ...(state !== undefined && { state }), clock, noteDays })
  } finally {
    await state?.destroy()
    await keys.close()
  }
}
