import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { positionOf, sequenceOf, start, type Position } from '@samenspel/event-store'
import { lockStore } from './lock.ts'
import { keptOfOtherLog, otherLogTable } from './other-log.ts'
import { whenDamaged } from './schema.ts'

/** What this file knows of the end of the other log; `start` when it knows nothing. @throws StoreDamaged */
export const otherLogKnown = (file: string): Position => whenDamaged(file, () => {
  if (!existsSync(file)) return start
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const sequence = keptOfOtherLog(database)
    return sequence === 0 ? start : positionOf(sequence)
  } finally {
    database.close()
  }
})

/** Corrects what this file knows of the other log, once a loss there was accepted. No program may have the store open. @throws StoreInUse */
export const setOtherLogKnown = (file: string, position: Position): void => {
  if (!existsSync(file)) return
  const lock = lockStore(file)
  const database = new DatabaseSync(file)
  try {
    if (keptOfOtherLog(database) > 0) database.prepare(`UPDATE ${otherLogTable} SET position = ?`).run(Number(sequenceOf(position)))
  } finally {
    database.close()
    lock.release()
  }
}
