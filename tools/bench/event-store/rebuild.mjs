// Fills a table from the start of a log of 100,000 events, while somebody reads it and finds all of it each time. Prints events a second, and milliseconds of a read, as JSON.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openSqliteEventStore } from '@samenspel/event-store-sqlite'
import { openDatabase, startProjector } from '@samenspel/read-models'

const [streams, perStream] = [200, 500]
const events = streams * perStream
/** Milliseconds between two reads. */
const readEvery = 5

const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'))
const store = openSqliteEventStore({ file: join(folder, 'events.sqlite') })
const data = new Uint8Array(600)
for (let stream = 0; stream < streams; stream++) {
  await store.append(`notebook-${stream}`, 'none', Array.from({ length: perStream }, () => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data })))
}
const file = join(folder, 'read-models.sqlite')
const database = openDatabase({ file })
const reading = openDatabase({ file, readOnly: true })
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

const reads = []
let rebuilding = true
const read = async () => {
  while (rebuilding) {
    // From when it was due: what keeps it from being asked keeps people waiting too.
    const due = performance.now() + readEvery
    await setTimeout(readEvery)
    const rows = await reading.selectFrom('notebook').selectAll().execute()
    if (rows.length !== streams || rows.some(({ notes }) => notes !== perStream)) throw new Error('less than there is')
    reads.push(performance.now() - due)
  }
}
const began = performance.now()
const reader = read()
await running.rebuild()
const seconds = (performance.now() - began) / 1000
rebuilding = false
await reader
stop.abort()
await running.done
await reading.destroy()
await database.destroy()
await store.close()
rmSync(folder, { recursive: true })
console.log(JSON.stringify({ perSecond: events / seconds, readP99: reads.toSorted((a, b) => a - b)[Math.floor(reads.length * 0.99)] }))
