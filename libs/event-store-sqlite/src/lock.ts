import { DatabaseSync } from 'node:sqlite'

/** Another process has this store open. One writer only: two would starve each other, and each would miss what the other wrote. */
export class StoreInUse extends Error {
  readonly code = 'store-in-use'
  readonly file: string
  constructor(file: string) {
    super(`${file} is open in another process`)
    this.name = 'StoreInUse'
    this.file = file
  }
}

export type Lock = { readonly release: () => void }

/**
 * Holds `<file>.lock` until it is released or the process ends, however it ends: the operating system keeps the lock
 * (SQLite's own, on an empty database), so nothing stale is left behind after a kill. For local disks; not over NFS.
 * @throws StoreInUse
 */
export const lockStore = (file: string): Lock => {
  const database = new DatabaseSync(`${file}.lock`, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw isBusy(error) ? new StoreInUse(file) : error
  }
  return { release: () => { database.close() } }
}

const busy = 5
const isBusy = (error: unknown): boolean => typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === busy
