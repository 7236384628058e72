import { DatabaseSync } from 'node:sqlite'

/**
 * What is neither a fact nor derived from facts: who is signed in, texts half written, when somebody last looked.
 * Losing this file signs everybody out and loses drafts; it loses nothing of a family's file.
 */
export type StateDatabase = DatabaseSync

const schema = `
  create table if not exists session (
    token_hash text primary key, app text not null, person text not null, role text not null, organisation text, name text,
    language text not null, signed_in_at text not null, seen_at text not null
  ) strict, without rowid;
  create table if not exists session_written (
    token_hash text primary key references session on delete cascade, position text not null
  ) strict, without rowid;
  create table if not exists draft (
    person text not null, family text not null, form text not null, sealed blob not null, saved_at text not null,
    primary key (person, family, form)
  ) strict, without rowid;
  create table if not exists visit (
    person text not null, family text not null, last_visit text, this_visit text not null,
    primary key (person, family)
  ) strict, without rowid;
  create table if not exists mark (name text primary key, value text not null) strict, without rowid;
`

/** Opens the file, or `:memory:`, and makes its tables. */
export const openStateDatabase = (file: string): StateDatabase => {
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000;')
  database.exec(schema)
  return database
}

/** A remark of the installation about itself, such as that its demo region was opened. */
export const readMark = (database: StateDatabase, name: string): string | undefined =>
  (database.prepare('select value from mark where name = ?').get(name) as { value: string } | undefined)?.value

export const writeMark = (database: StateDatabase, name: string, value: string): void => {
  database.prepare('insert into mark values (?, ?) on conflict (name) do update set value = excluded.value').run(name, value)
}
