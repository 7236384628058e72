// The plainest thing a program could do on PostgreSQL: one INSERT a commit over sixteen connections, in no kept order.
import pg from 'pg'

export const engine = 'postgres'

export const open = async (url) => {
  const pool = new pg.Pool({ connectionString: url, max: 16 })
  await pool.query(`CREATE TABLE plain (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stream text, revision bigint, id uuid, type text, version integer, metadata text, data bytea, recorded_at bigint, UNIQUE (stream, revision))`)
  const insert = (connection, stream, revision, { id, type, data }) =>
    connection.query({ name: 'insert', text: `INSERT INTO plain (stream, revision, id, type, version, metadata, data, recorded_at) VALUES ($1, $2, $3, $4, 1, '{}', $5, 0)`, values: [stream, revision, id, type, data] })
  return {
    append: async (stream, revision, events) => {
      if (events.length === 1) return void await insert(pool, stream, revision + 1, events[0])
      const connection = await pool.connect()
      await connection.query('BEGIN')
      for (const [i, event] of events.entries()) await insert(connection, stream, revision + 1 + i, event)
      await connection.query('COMMIT')
      connection.release()
    },
    read: async (stream) => (await pool.query({ name: 'read', text: 'SELECT * FROM plain WHERE stream = $1 ORDER BY revision', values: [stream] })).rows.length,
    readAll: async (limit) => {
      let count = 0
      for (let at = 0, rows; count < limit; at = rows.at(-1).position, count += rows.length) {
        ({ rows } = await pool.query({ name: 'page', text: 'SELECT * FROM plain WHERE position > $1 ORDER BY position LIMIT 250', values: [at] }))
        if (rows.length === 0) break
      }
      return count
    },
    close: () => pool.end(),
  }
}
