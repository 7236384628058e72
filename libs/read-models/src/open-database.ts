import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, sql, SqliteAdapter, SqliteDialect, type CompiledQuery, type SqliteDatabase, type SqliteStatement } from 'kysely'

/**
 * Kysely on a local SQLite file. Read models can be made again, so a commit doesn't wait for the disk;
 * what is deleted is overwritten, since some of it may be about people.
 * @param readOnly a connection for queries: it can't write, and doesn't wait for a transaction of the writing one
 */
export const openDatabase = <Tables>({ file, readOnly = false }: { readonly file: string; readonly readOnly?: boolean }): Kysely<Tables> => {
  const database = new DatabaseSync(file, { readOnly, timeout: 5_000 })
  if (!readOnly) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON')
  const statements = inTheFormOf(database)
  const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database: statements }) })
  atOnce.set(kysely, ({ sql: text, parameters }) => {
    if (database.isTransaction) return undefined
    const statement = statements.prepare(text)
    if (statement.reader) return statement.all(parameters)
    statement.run(parameters)
    return []
  })
  return kysely
}

/** What runs a statement in a local file at once; nothing while a transaction of others is open there. */
const atOnce = new WeakMap<object, (query: CompiledQuery) => readonly unknown[] | undefined>()

/**
 * Runs one statement by itself. Kysely takes a dozen turns of waiting to hand it on, several times what SQLite takes for most: so where a local
 * file can answer at once, and no transaction is open, it is asked here.
 */
export const execute = async <Row>(database: Pick<Kysely<unknown>, 'executeQuery'>, query: CompiledQuery<Row>): Promise<readonly Row[]> =>
  atOnce.get(database)?.(query) as readonly Row[] | undefined ?? (await database.executeQuery<Row>(query)).rows

/** What is deleted from a SQLite file may still stand in its write-ahead log, and could not be emptied: somebody reads meanwhile. */
export class NotOverwritten extends Error {
  readonly code = 'not-overwritten'
  constructor() {
    super('the write-ahead log could not be emptied')
    this.name = 'NotOverwritten'
  }
}

/**
 * Leaves nothing of what was deleted in a SQLite file: its write-ahead log is brought into the file, which overwrites what is deleted, and
 * emptied. Another kind of database does this in its own time, and there is nothing to be done here.
 * @throws NotOverwritten; to be tried again
 */
export const overwriteDeleted = async <Tables>(database: Kysely<Tables>): Promise<void> => {
  if (!(database.getExecutor().adapter instanceof SqliteAdapter)) return
  const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database)
  if (rows.some(({ busy }) => busy !== 0)) throw new NotOverwritten()
}

/** So many statements are kept at hand; a program has some dozens, and lists of different lengths make more. */
const mostPrepared = 500

/** `node:sqlite` in the form that Kysely's dialect knows. A statement is prepared once: that takes longer than running it. */
const inTheFormOf = (database: DatabaseSync): SqliteDatabase => {
  const prepared = new Map<string, SqliteStatement>()
  const prepare = (sql: string): SqliteStatement => {
    const statement = database.prepare(sql)
    return {
      reader: statement.columns().length > 0,
      all: parameters => statement.all(...parameters as SQLInputValue[]),
      run: parameters => statement.run(...parameters as SQLInputValue[]),
      // One of its own, since the same statement may run while these rows are gone through.
      iterate: parameters => database.prepare(sql).iterate(...parameters as SQLInputValue[]),
    }
  }
  return {
    close: () => { database.close() },
    prepare: sql => {
      const known = prepared.get(sql)
      if (known !== undefined) return known
      if (prepared.size === mostPrepared) prepared.clear()
      const made = prepare(sql)
      prepared.set(sql, made)
      return made
    },
  }
}
