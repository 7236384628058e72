// Emmett's store on SQLite. It doesn't bear two appends at once in one process (SQLITE_BUSY), so it is given one at a time;
// uuid and async-retry are packages that it needs and doesn't name.
import { join } from 'node:path'
import { installed } from '../peers.mjs'

export const name = 'emmett-sqlite'

export const load = async () => {
  const peer = installed({ '@event-driven-io/emmett-sqlite': '0.42.4', '@event-driven-io/emmett': '0.42.0', sqlite3: '5.1.7', uuid: '11.1.0', 'async-retry': '1.3.3' }, ['sqlite3'])
  const { getSQLiteEventStore } = await peer('@event-driven-io/emmett-sqlite')
  return async (folder) => {
    const store = getSQLiteEventStore({ fileName: join(folder, 'events.sqlite'), schema: { autoMigration: 'CreateOrUpdate' } })
    let turn = Promise.resolve()
    return {
      append: (stream, revision, events) => {
        const asked = events.map(({ type, json }) => ({ type, data: json }))
        const mine = turn.then(() => store.appendToStream(stream, asked, { expectedStreamVersion: revision === -1 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision + 1) }))
        turn = mine.catch(() => undefined)
        return mine
      },
      read: async (stream) => (await store.readStream(stream)).events.length,
      close: async () => { await turn },
    }
  }
}
