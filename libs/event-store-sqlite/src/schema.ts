import { DatabaseSync } from 'node:sqlite'

/** The form of the file that this program writes. A change gets the next number, and a step from the one before. */
const currentSchema = 1

/** Slim on purpose: one tree for the log, one for the streams. Every byte more is written at every commit. */
const schema = `
  CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    metadata TEXT NOT NULL,
    data BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT`

/** The file was written by a newer program; an older one would not understand what it reads. */
export class StoreTooNew extends Error {
  readonly code = 'store-too-new'
  constructor(file: string, found: number) {
    super(`${file} has form ${found}, and this program knows form ${currentSchema}: start the newer program, or restore the backup made before it`)
    this.name = 'StoreTooNew'
  }
}

/**
 * Makes the file when there is none, and sees that it is one of ours.
 * @throws StoreTooNew
 */
export const prepareFile = (file: string): void => {
  const database = new DatabaseSync(file)
  try {
    const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
    if (found > currentSchema) throw new StoreTooNew(file, found)
    if (found === currentSchema) return
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    database.exec(`BEGIN IMMEDIATE; ${schema}; PRAGMA user_version = ${currentSchema}; COMMIT`)
  } finally {
    database.close()
  }
}
