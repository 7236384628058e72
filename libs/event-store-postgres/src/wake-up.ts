import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Client, escapeIdentifier } from 'pg'
import { connectionTo } from './connections.ts'
import type { Names } from './names.ts'

export type WakeUp = {
  /** Tells the other processes that something was written. What comes while one message is under way goes in the next. */
  readonly tell: () => void
  readonly close: () => Promise<void>
}

/** Milliseconds until a lost connection is tried again. Nothing is lost meanwhile: who follows looks every second. */
const tryAgainAfter = 1_000

/**
 * One connection that hears and tells, over LISTEN and NOTIFY, that there are new events. It only makes things quicker:
 * followers look again by themselves. A message goes after the commit it tells of, since PostgreSQL lets one
 * transaction with a NOTIFY commit at a time, in all databases of a server.
 * @param onWritten another process wrote, or may have written
 */
export const startWakeUp = (url: string, { schema }: Names, onWritten: () => void): WakeUp => {
  const closing = new AbortController()
  let connected: Client | undefined
  let written = false
  let telling: Promise<void> | undefined

  const listen = async () => {
    while (!closing.signal.aborted) {
      const client = new Client(connectionTo(url))
      const lost = once(client, 'end', { signal: closing.signal })
      lost.catch(() => {})
      client.on('error', () => {})
      client.on('notification', ({ processId }) => { if (processId !== ownProcess(client)) onWritten() })
      try {
        await client.connect()
        // Nothing that lasts is written here, so nothing waits for the disk.
        await client.query(`SET synchronous_commit = off; LISTEN ${escapeIdentifier(schema)}`)
        connected = client
        onWritten()
        tell()
        await lost
      } catch {
        // The server is away, or this store is closing.
      }
      connected = undefined
      await telling
      await client.end().catch(() => {})
      await setTimeout(tryAgainAfter, undefined, { signal: closing.signal }).catch(() => {})
    }
  }
  const tellAll = async () => {
    await Promise.resolve()
    while (written && connected !== undefined) {
      written = false
      await connected.query({ name: 'tell', text: `SELECT pg_notify($1, '')`, values: [schema] }).catch(() => {})
    }
    telling = undefined
  }
  const tell = () => { telling ??= tellAll() }
  const listening = listen()

  return {
    tell: () => {
      written = true
      tell()
    },
    close: async () => {
      closing.abort()
      await listening
    },
  }
}

const ownProcess = (client: Client): unknown => 'processID' in client ? client.processID : undefined
