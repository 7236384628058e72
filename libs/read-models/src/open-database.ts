import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely'

/**
 * Kysely on a local SQLite file. Read models can be made again, so a commit doesn't wait for the disk;
 * what is deleted is overwritten, since some of it may be about people.
 * @param readOnly a connection for queries: it can't write, and doesn't wait for a transaction of the writing one
 */
export const openDatabase = <Tables>({ file, readOnly = false }: { readonly file: string; readonly readOnly?: boolean }): Kysely<Tables> => {
  const database = new DatabaseSync(file, { readOnly, timeout: 5_000 })
  if (!readOnly) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON')
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: inTheFormOf(database) }) })
}

/** `node:sqlite` in the form that Kysely's dialect knows. */
const inTheFormOf = (database: DatabaseSync): SqliteDatabase => ({
  close: () => { database.close() },
  prepare: sql => {
    const statement = database.prepare(sql)
    return {
      reader: statement.columns().length > 0,
      all: parameters => statement.all(...parameters as SQLInputValue[]),
      run: parameters => statement.run(...parameters as SQLInputValue[]),
      iterate: parameters => statement.iterate(...parameters as SQLInputValue[]),
    }
  },
})
