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

/** The file can't be read as the log that it should be. Nothing in it was changed. */
export class StoreDamaged extends Error {
  readonly code = 'store-damaged'
  readonly file: string
  /** What is wrong with it, to follow its name: `is damaged`. */
  readonly what: string
  constructor(file: string, what: string, options?: ErrorOptions) {
    super(`${file} ${what}`, options)
    this.name = 'StoreDamaged'
    this.file = file
    this.what = what
  }
}

/** SQLite's "database disk image is malformed" and "file is not a database". */
const damages = [11, 26]

/** The code of an error of SQLite: the plain one in the lowest byte, more exactly in the others. */
export const sqliteCode = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined

/** @throws StoreDamaged when SQLite finds that the file is no database, or a broken one */
export const whenDamaged = <Result>(file: string, work: () => Result): Result => {
  try {
    return work()
  } catch (error) {
    throw damages.includes((sqliteCode(error) ?? 0) & 0xff) ? new StoreDamaged(file, 'is damaged', { cause: error }) : error
  }
}

/**
 * Whether the file is a log in the form of today; an empty one isn't.
 * @throws StoreTooNew
 */
export const checkForm = (file: string, database: DatabaseSync): boolean => {
  const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
  if (found > currentSchema) throw new StoreTooNew(file, found)
  return found === currentSchema
}

/**
 * Makes the file when there is none, and sees that it is one of ours.
 * @throws StoreTooNew
 */
export const prepareFile = (file: string): void => {
  const database = new DatabaseSync(file)
  try {
    if (checkForm(file, database)) return
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    database.exec(`BEGIN IMMEDIATE; ${schema}; PRAGMA user_version = ${currentSchema}; COMMIT`)
  } finally {
    database.close()
  }
}
