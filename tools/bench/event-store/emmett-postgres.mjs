// Emmett's store on PostgreSQL. What it needs and doesn't name is named here.
import pg from 'pg'
import { installed } from '../peers.mjs'

export const engine = 'postgres'

export const open = async (url) => {
  const { bring } = installed({
    '@event-driven-io/emmett-postgresql': '0.42.0', '@event-driven-io/emmett': '0.42.0', '@event-driven-io/pongo': '0.16.11', '@event-driven-io/dumbo': '0.12.7',
    pg: '8.23.1', 'pg-connection-string': '2.9.1', uuid: '11.1.0', 'async-retry': '1.3.3', ansis: '3.17.0', 'cli-table3': '0.6.5', commander: '12.1.0',
  })
  const { getPostgreSQLEventStore } = await bring('@event-driven-io/emmett-postgresql')
  const pool = new pg.Pool({ connectionString: url, max: 16 })
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } })
  await store.schema.migrate()
  return {
    append: (stream, revision, events) =>
      store.appendToStream(stream, events.map(({ type, json }) => ({ type, data: json })), { expectedStreamVersion: revision === -1 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision + 1) }),
    read: async (stream) => (await store.readStream(stream)).events.length,
    close: async () => {
      await store.close()
      await pool.end()
    },
  }
}
