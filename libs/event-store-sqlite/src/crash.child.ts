/** Appends from many writers at once until it is killed; says which appends were acknowledged. For `crash.spec.ts`. */
import { randomUUID } from 'node:crypto'
import { openSqliteEventStore } from './sqlite-event-store.ts'

const store = openSqliteEventStore({ file: process.argv[2]! })
const writers = 16

const write = async (writer: number) => {
  const stream = `crash-${writer}`
  let revision = -1
  for await (const event of store.readStream(stream)) revision = event.revision
  for (;;) {
    const ids = [randomUUID(), randomUUID()]
    const events = ids.map(id => ({ id, type: 'Noted', version: 1, metadata: { writer }, data: new Uint8Array(600) }))
    const appended = await store.append(stream, revision === -1 ? 'none' : revision, events)
    revision = appended.revision
    process.stdout.write(`${ids.join('\n')}\n`)
  }
}

await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
