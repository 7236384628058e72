// What stands above the store: sealing and opening, the chain, filling a table again. In memory, where the disk has no say.
import { createCipheriv, createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { linkOf, noEvents, openFileKeyManagement, openSealedStore, openSqliteKeyStore, registerEvents } from '@samenspel/event-codec'
import { positionOf } from '@samenspel/event-store'
import { openSqliteEventStore } from '@samenspel/event-store-sqlite'
import { openDatabase, startProjector } from '@samenspel/read-models'

const by = { person: randomUUID(), role: 'professional', organisation: randomUUID() }
const aNote = () => ({ type: 'NoteAdded', subject: { kind: 'child', person: by.person }, by, at: '2027-03-01T09:00:00.000Z', text: 'x'.repeat(340) })

/** Keeps what it is given and nothing else: what is measured is the codec above it. */
const memory = () => {
  const kept = []
  return {
    append: async (stream, expected, events) => {
      for (const event of events) kept.push({ ...event, stream, revision: kept.length, position: positionOf(kept.length + 1), recordedAt: '' })
      return { revision: kept.length - 1, position: positionOf(kept.length) }
    },
    readStream: async function* (_, { from = 0 } = {}) { yield* kept.slice(from) },
    kept,
  }
}

const perEvent = async (events, work) => {
  const began = performance.now()
  await work()
  return (performance.now() - began) * 1000 / events
}

/** The least that sealing costs: AES-256-GCM of as many bytes, and nothing else. */
const bareCipher = (events) => {
  const key = createSecretKey(randomBytes(32))
  const nonce = randomBytes(12)
  const bytes = Buffer.alloc(600, 'x')
  return perEvent(events, () => {
    for (let at = 0; at < events; at += 1) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.update(bytes)
      cipher.final()
      cipher.getAuthTag()
    }
  })
}

/** @returns microseconds an event for sealing, opening and verifying, and for a bare cipher beside them, once */
export const measureCodec = async (folder) => {
  const events = 5_000
  mkdirSync(join(folder, 'data'), { recursive: true })
  const kms = openFileKeyManagement({ file: join(folder, 'master.key'), dataFolder: join(folder, 'data') })
  const keys = await openSqliteKeyStore({ file: join(folder, 'data/keys.sqlite'), kms })
  const store = memory()
  const sealed = openSealedStore({ store, keys, types: registerEvents({ NoteAdded: [] }), retentionClassOf: () => 'record' })
  let head = noEvents
  const seal = await perEvent(events, async () => {
    for (let at = 0; at < events; at += 100) {
      const { revision } = await sealed.append('diary-1', head, Array.from({ length: 100 }, aNote), { commandId: 'c' })
      head = { revision, link: store.kept.at(-1).metadata.link }
    }
  })
  const open = await perEvent(events, async () => { for await (const { content } of sealed.read('diary-1')) if (content.erased) throw new Error('not opened') })
  const verify = await perEvent(events, () => {
    let link = ''
    for (const event of store.kept) {
      link = linkOf(link, event)
      if (link !== event.metadata.link) throw new Error('the chain is broken')
    }
  })
  keys.close()
  return { seal, open, verify, cipher: await bareCipher(events) }
}

/** @returns events a second of filling a table from the start of a log of 100,000 */
export const measureRebuild = async (folder) => {
  const events = 100_000
  mkdirSync(folder, { recursive: true })
  const store = openSqliteEventStore({ file: join(folder, 'events.sqlite') })
  const data = new Uint8Array(600)
  for (let at = 0; at < events; at += 500) {
    await store.append(`notebook-${at / 500}`, 'none', Array.from({ length: 500 }, () => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data })))
  }
  const database = openDatabase({ file: join(folder, 'read-models.sqlite') })
  const stop = new AbortController()
  const running = await startProjector({
    source: store, database, signal: stop.signal, report: ({ code }) => { throw new Error(code) },
    projector: {
      name: 'notebooks', version: 1, tables: ['notebook'], types: ['Noted'], whenPoisoned: 'stop',
      create: (transaction) => transaction.schema.createTable('notebook').addColumn('stream', 'text', (column) => column.primaryKey()).addColumn('notes', 'integer').addColumn('last', 'text').execute(),
      apply: (event, transaction) => transaction.insertInto('notebook').values({ stream: event.stream, notes: 1, last: event.id })
        .onConflict((conflict) => conflict.column('stream').doUpdateSet((row) => ({ notes: row('notebook.notes', '+', 1), last: event.id }))).execute(),
    },
  })
  await running.caughtUp()
  const seconds = await perEvent(1_000_000, running.rebuild)
  stop.abort()
  await running.done
  await database.destroy()
  await store.close()
  return events / seconds
}
