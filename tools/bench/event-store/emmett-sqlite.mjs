// Emmett's store on SQLite. It doesn't bear two appends at once in one process (SQLITE_BUSY), so it is given one at a time;
// uuid and async-retry are packages that it needs and doesn't name.
import { join } from 'node:path'
import { installed } from '../peers.mjs'

export const engine = 'sqlite'

export const open = async (folder) => {
  const { bring } = installed({ '@event-driven-io/emmett-sqlite': '0.42.4', '@event-driven-io/emmett': '0.42.0', sqlite3: '5.1.7', uuid: '11.1.0', 'async-retry': '1.3.3' }, ['sqlite3'])
  const { getSQLiteEventStore, readMessagesBatch, sqliteConnection } = await bring('@event-driven-io/emmett-sqlite')
  const fileName = join(folder, 'events.sqlite')
  const store = getSQLiteEventStore({ fileName, schema: { autoMigration: 'CreateOrUpdate' } })
  let turn = Promise.resolve()
  return {
    append: (stream, revision, events) => {
      const asked = events.map(({ type, json }) => ({ type, data: json }))
      const mine = turn.then(() => store.appendToStream(stream, asked, { expectedStreamVersion: revision === -1 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision + 1) }))
      turn = mine.catch(() => undefined)
      return mine
    },
    read: async (stream) => (await store.readStream(stream)).events.length,
    readAll: async (limit) => {
      const connection = sqliteConnection({ fileName })
      let count = 0
      for (let after = 0n, messages; count < limit; after = messages.at(-1).metadata.globalPosition, count += messages.length) {
        ({ messages } = await readMessagesBatch(connection, { after, batchSize: 250 }))
        if (messages.length === 0) break
      }
      connection.close()
      return count
    },
    close: async () => { await turn },
  }
}
