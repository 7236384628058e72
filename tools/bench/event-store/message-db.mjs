// message-db: functions in PostgreSQL that write and read messages; a program calls them over its own connections.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { installed } from '../peers.mjs'

export const engine = 'postgres'

const scripts = ['schema/message-store', 'extensions/pgcrypto', 'types/message', 'tables/messages', 'functions/hash-64', 'functions/category', 'functions/is-category', 'functions/id',
  'functions/cardinal-id', 'functions/stream-version', 'functions/acquire-lock', 'functions/write-message', 'functions/get-stream-messages', 'indexes/messages-id', 'indexes/messages-stream', 'indexes/messages-category']

export const open = async (url) => {
  const { folder } = installed({ '@eventide/message-db': '1.3.1' })
  const pool = new pg.Pool({ connectionString: url, max: 16, options: '-c search_path=message_store,public' })
  const setUp = await pool.connect()
  for (const script of scripts) await setUp.query(readFileSync(join(folder, '@eventide/message-db/database', `${script}.sql`), 'utf8'))
  setUp.release()
  const write = (connection, stream, expected, { id, type, json }) =>
    connection.query({ name: 'write', text: 'SELECT write_message($1, $2, $3, $4, $5, $6)', values: [id, stream, type, JSON.stringify(json), '{}', expected] })
  return {
    append: async (stream, revision, events) => {
      if (events.length === 1) return void await write(pool, stream, revision, events[0])
      const connection = await pool.connect()
      await connection.query('BEGIN')
      for (const [i, event] of events.entries()) await write(connection, stream, revision + i, event)
      await connection.query('COMMIT')
      connection.release()
    },
    read: async (stream) => (await pool.query({ name: 'read', text: 'SELECT * FROM get_stream_messages($1, 0, 100000)', values: [stream] })).rows.length,
    readAll: async (limit) => {
      let count = 0
      for (let at = 0, rows; count < limit; at = rows.at(-1).global_position, count += rows.length) {
        ({ rows } = await pool.query({ name: 'page', text: 'SELECT * FROM messages WHERE global_position > $1 ORDER BY global_position LIMIT 250', values: [at] }))
        if (rows.length === 0) break
      }
      return count
    },
    close: () => pool.end(),
  }
}
