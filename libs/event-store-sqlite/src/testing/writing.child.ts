/**
 * Appends from many writers at once until it is killed, for specs of crashes: says the ids of what was acknowledged, one a line.
 * When an append fails it says so, reads everything, says how much that was, and ends.
 * Arguments: the file; another file in which it notes the position that was acknowledged last, if it should.
 */
import { randomUUID } from 'node:crypto'
import { openSync, writeSync } from 'node:fs'
import { openSqliteEventStore } from '../sqlite-event-store.ts'

const [file, notes] = process.argv.slice(2)
const store = openSqliteEventStore({ file: file! })
const noteIn = notes === undefined ? undefined : openSync(notes, 'w')
const writers = 16
let noted = ''

const write = async (writer: number) => {
  const stream = `crash-${writer}`
  let revision = -1
  for await (const event of store.readStream(stream)) revision = event.revision
  for (;;) {
    const ids = [randomUUID(), randomUUID()]
    const events = ids.map(id => ({ id, type: 'Noted', version: 1, metadata: { writer }, data: new Uint8Array(600) }))
    const appended = await store.append(stream, revision === -1 ? 'none' : revision, events)
    revision = appended.revision
    if (noteIn !== undefined && appended.position > noted) writeSync(noteIn, noted = appended.position, 0)
    process.stdout.write(`${ids.join('\n')}\n`)
  }
}

const all = await Promise.allSettled(Array.from({ length: writers }, (_, writer) => write(writer)))
const events = await Array.fromAsync(store.readAll())
const refusals = all.map(one => one.status === 'rejected' ? (one.reason as Error).name : '')
// To a pipe that its reader is slow to empty, what was said goes later: an exit at once would take it along.
process.stdout.write(`refused ${[...new Set(refusals)].join()} writable ${store.isWritable()} read ${events.length}\n`, () => process.exit(0))
