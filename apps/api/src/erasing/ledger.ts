/**
 * The ledger of erasures: which keys were destroyed, one signed line for each erasure, only ever added to. It lies beside the master key,
 * apart from the events and the keys of persons, since it must outlive every backup that is put back: an old copy of the keys would make
 * readable again what was erased. So it is gone through whenever the keys are opened after a restore.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { KeyStore } from '@samenspel/event-codec'
import type { FamilyId, Id, IsoInstant, PersonId } from '@samenspel/kernel'
import { readSignedJson, signJson, StatementRefused } from '@samenspel/log-integrity'
import type { Signer, SigningKey } from '../integrity/signing-key.ts'
import type { Settings } from '../settings.ts'

/** What was erased, in ids alone: none of them tells who somebody is once the keys are gone. */
export type LedgerEntry = {
  readonly installation: Id
  readonly erasureId: Id
  readonly family: FamilyId
  readonly person: PersonId
  /** The keys that are to be destroyed. */
  readonly keys: readonly Id[]
  /** The epoch of the keys before that. */
  readonly epoch: Id
  readonly at: IsoInstant
}

/** An entry with the line that was signed. */
export type SignedEntry = { readonly entry: LedgerEntry; readonly line: string }

const kind = 'samenspel/erasure/1'

export const signEntry = (entry: Omit<LedgerEntry, 'installation'>, { installation, privateKey }: SigningKey): SignedEntry => {
  const { erasureId, family, person, keys, epoch, at } = entry
  const whole: LedgerEntry = { installation, erasureId, family, person, keys, epoch, at }
  return { entry: whole, line: signJson(kind, whole, privateKey) }
}

/** @throws StatementRefused when it wasn't signed here */
export const readEntry = (line: string, { publicKey }: Pick<Signer, 'publicKey'>): SignedEntry => ({ entry: readSignedJson<LedgerEntry>(line, kind, publicKey), line })

/** Where it lies: beside the master key and named after it, so that who empties the data folder keeps it. */
export const ledgerFile = ({ masterKeyFile }: Pick<Settings, 'masterKeyFile'>): string => join(dirname(masterKeyFile), `${basename(masterKeyFile).replace(/\.key$/, '')}.erasures`)

/** A line of a ledger isn't what was signed here. */
export class LedgerDamaged extends Error {
  readonly code = 'erasure-ledger-damaged'
  constructor(file: string, line: number, options: ErrorOptions) {
    super(`line ${line} of ${file} is not what this installation signed`, options)
    this.name = 'LedgerDamaged'
  }
}

/**
 * All entries of a file, in order; of none where there is no file. A last line that was cut off while it was written counts as not written.
 * @throws LedgerDamaged
 */
export const readLedger = (file: string, signer: Pick<Signer, 'publicKey'>): readonly SignedEntry[] => {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  return text.slice(0, text.lastIndexOf('\n') + 1).split('\n').flatMap((line, index) => {
    if (line === '') return []
    try {
      return [readEntry(line, signer)]
    } catch (error) {
      if (error instanceof StatementRefused) throw new LedgerDamaged(file, index + 1, { cause: error })
      throw error
    }
  })
}

/** Adds entries that the file doesn't hold yet, durably; nothing in it is ever written over. */
export const keepInLedger = (file: string, entries: readonly SignedEntry[], signer: Pick<Signer, 'publicKey'>): void => {
  const known = new Set(readLedger(file, signer).map(({ entry }) => entry.erasureId))
  const missing = entries.filter(({ entry }) => !known.has(entry.erasureId))
  if (missing.length === 0) return
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // After a line that was cut off, a new one begins on a line of its own.
  const begin = existsSync(file) && !/(^|\n)$/.test(readFileSync(file, 'utf8')) ? '\n' : ''
  const opened = openSync(file, 'a', 0o600)
  try {
    writeSync(opened, begin + missing.map(({ line }) => `${line}\n`).join(''))
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  const folder = openSync(dirname(file), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Destroys once more what a ledger says was destroyed; keys that are gone stay gone. @returns which were there again */
export const replayLedger = async (entries: readonly SignedEntry[], keys: Pick<KeyStore, 'destroy'>): Promise<readonly Id[]> =>
  entries.length === 0 ? [] : keys.destroy({ ids: entries.flatMap(({ entry }) => entry.keys) })
