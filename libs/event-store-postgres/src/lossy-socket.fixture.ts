import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A line to a PostgreSQL server that can be cut between the commit of an append and its answer. */
export type LossySocket = {
  /** Its own folder with a socket: `host` of a connection. */
  readonly socketFolder: string
  readonly loseNextAnswer: () => void
  readonly close: () => void
}

const socketName = '.s.PGSQL.5432'

/** @param serverFolder where the socket of the server is */
export const openLossySocket = async (serverFolder: string): Promise<LossySocket> => {
  const socketFolder = mkdtempSync(join(tmpdir(), 'postgres-line-'))
  const open = new Set<Socket>()
  let loseNext = false
  const server = createServer(client => {
    const upstream = connect(join(serverFolder, socketName))
    const cut = () => {
      client.destroy()
      upstream.destroy()
    }
    let losing = false
    client.on('data', bytes => {
      if (loseNext && bytes.includes('append')) {
        loseNext = false
        losing = true
      }
      upstream.write(bytes)
    })
    // The server answers after its commit: what it says now is what gets lost.
    upstream.on('data', bytes => { if (losing) cut(); else client.write(bytes) })
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', cut)
      socket.on('close', () => {
        open.delete(socket)
        cut()
      })
    }
  })
  server.listen(join(socketFolder, socketName))
  await once(server, 'listening')
  return {
    socketFolder,
    loseNextAnswer: () => { loseNext = true },
    close: () => {
      for (const socket of open) socket.destroy()
      server.close()
      rmSync(socketFolder, { recursive: true })
    },
  }
}
