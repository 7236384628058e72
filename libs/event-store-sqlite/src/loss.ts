import { existsSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { sequenceOf, start, type Position } from '@samenspel/event-store'
import { lockStore } from './lock.ts'
import { readMark, setMark } from './mark.ts'
import { checkForm, prepareFile, StoreDamaged, whenDamaged } from './schema.ts'

/** Events that were recorded and are missing at the end of the log. */
export type Loss = {
  readonly file: string
  /** How many events are missing. */
  readonly missing: number
  /** How many are left. */
  readonly left: number
}

/**
 * Compares the end of a log with how far it is known to have been. It looks only: what is left in the write-ahead log stays there,
 * for whoever wants to save more from it.
 * @throws StoreDamaged, StoreTooNew
 */
export const findLoss = (file: string, knownUntil: Position = start): Loss | undefined => {
  const known = Math.max(readMark(file) ?? 0, Number(sequenceOf(knownUntil)))
  if (known === 0) return undefined
  if (!existsSync(file)) throw new StoreDamaged(file, `is gone, and ${known} events were recorded in it`)
  if (statSync(file).size === 0) throw new StoreDamaged(file, `is empty, and ${known} events were recorded in it`)
  const left = lengthOf(file)
  return left < known ? { file, missing: known - left, left } : undefined
}

const lengthOf = (file: string): number => whenDamaged(file, () => {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    if (!checkForm(file, database)) throw new StoreDamaged(file, 'holds no events, and some were recorded in it')
    return Number(database.prepare('SELECT max(position) AS position FROM event').get()?.['position'] ?? 0)
  } finally {
    database.close()
  }
})

/**
 * The operator's act: what is missing is given up, and the log goes on from where it ends. A file that is gone or empty is
 * begun anew. No program may have the store open.
 * @param knownUntil how far the log is known to have been, from elsewhere; see `openSqliteEventStore`
 * @returns what was given up; nothing when nothing was missing
 * @throws StoreInUse, StoreTooNew; StoreDamaged for a file that can't be read at all: only a backup helps
 */
export const acceptLoss = (file: string, knownUntil: Position = start): Loss | undefined => {
  const lock = lockStore(file)
  try {
    const isBegunAnew = !existsSync(file) || statSync(file).size === 0
    const known = Math.max(readMark(file) ?? 0, Number(sequenceOf(knownUntil)))
    if (known === 0) return undefined
    whenDamaged(file, () => { prepareFile(file) })
    const left = isBegunAnew ? 0 : lengthOf(file)
    if (left >= known) return undefined
    setMark(file, left)
    return { file, missing: known - left, left }
  } finally {
    lock.release()
  }
}
