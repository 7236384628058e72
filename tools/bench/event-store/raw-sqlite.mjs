// The least that a durable insert costs in this process: one statement, one commit, no check of anything. Its rows hold what ours do.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export const engine = 'sqlite'

export const open = async (folder) => {
  const database = new DatabaseSync(join(folder, 'events.sqlite'))
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;
    CREATE TABLE event (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, version INTEGER NOT NULL,
      metadata TEXT NOT NULL, data BLOB NOT NULL, recorded_at INTEGER NOT NULL, UNIQUE (stream, revision)) STRICT`)
  const insert = database.prepare("INSERT INTO event (stream, revision, id, type, version, metadata, data, recorded_at) VALUES (?, ?, ?, ?, 1, '{}', ?, 1800000000000)")
  const select = database.prepare('SELECT * FROM event WHERE stream = ? ORDER BY revision')
  const page = database.prepare('SELECT * FROM event WHERE position > ? ORDER BY position LIMIT 250')
  return {
    append: async (stream, revision, events) => {
      if (events.length > 1) database.exec('BEGIN')
      for (const [i, { id, type, data }] of events.entries()) insert.run(stream, revision + 1 + i, id, type, data)
      if (events.length > 1) database.exec('COMMIT')
    },
    read: async (stream) => select.all(stream).length,
    readAll: async (limit) => {
      let count = 0
      for (let at = 0, rows; count < limit; at = rows.at(-1).position, count += rows.length) if ((rows = page.all(at)).length === 0) break
      return count
    },
    close: async () => { database.close() },
  }
}
