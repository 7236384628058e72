import type { Connections } from './connections.ts'

/** This server would not keep what the port promises, and no connection can make it. */
export class UnsuitableServer extends Error {
  readonly code = 'unsuitable-server'
  constructor(because: string) {
    super(because)
    this.name = 'UnsuitableServer'
  }
}

/** @throws UnsuitableServer, EventStoreUnavailable */
export const checkServer = async (connections: Connections): Promise<void> => {
  const [settings] = await connections.write<[fsync: string, encoding: string]>({
    rowMode: 'array', text: `SELECT current_setting('fsync'), current_setting('server_encoding')`,
  })
  const [fsync, encoding] = settings!
  if (fsync !== 'on') throw new UnsuitableServer('PostgreSQL runs with fsync = off: a power cut would lose events that were acknowledged. Set fsync = on.')
  if (encoding !== 'UTF8') throw new UnsuitableServer(`The database has the encoding ${encoding}: names could not be kept as they are. Make it with ENCODING 'UTF8'.`)
}
