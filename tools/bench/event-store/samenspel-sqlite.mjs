// Our own store in one file.
import { join } from 'node:path'
import { openSqliteEventStore } from '@samenspel/event-store-sqlite'

export const name = 'samenspel-sqlite'

export const load = async () => async (folder) => {
  const store = openSqliteEventStore({ file: join(folder, 'events.sqlite') })
  return {
    append: (stream, revision, events) => store.append(stream, revision === -1 ? 'none' : revision, events),
    read: async (stream) => { let count = 0; for await (const _ of store.readStream(stream)) count += 1; return count },
    close: store.close,
  }
}
