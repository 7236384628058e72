/** One process of a storm: writers that also collide, and a follower from the start. For `storm.fixture.ts`. */
import { comparePositions, WrongExpectedRevision } from '@samenspel/event-store'
import { openPostgresEventStore } from './postgres-event-store.ts'
import { anEvent, insist, until } from './writing.fixture.ts'
import type { StormMessage } from './storm.fixture.ts'

const [url, schema, name, writers, appends] = process.argv.slice(2) as [string, string, string, string, string]
const store = await openPostgresEventStore({ url, schema })
const tell = (message: StormMessage) => { process.send?.(message) }

let followed = ''
const ids: string[] = []
const stop = new AbortController()
const { done } = store.subscribe({ signal: stop.signal }, ({ id, position }) => {
  ids.push(id)
  followed = position
})

/** To the end of a stream that everybody writes to: whoever comes second reads and tries again. */
const addToShared = async () => {
  for (;;) {
    const [last] = await Array.fromAsync(store.readStream('storm-shared', { direction: 'backwards', limit: 1 }))
    const event = anEvent({ type: 'Shared' })
    try {
      await insist(store, 'storm-shared', last?.revision ?? 'none', [event])
      return event.id
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error
    }
  }
}

const write = async (writer: number) => {
  const stream = `storm-${name}-${writer}`
  for (let i = 0; i < Number(appends); i++) {
    const event = anEvent({ data: new Uint8Array(600) })
    await insist(store, stream, i === 0 ? 'none' : i - 1, [event])
    tell({ acknowledged: event.id })
    if (i % 20 === 10) {
      const wrong = anEvent({ type: 'Wrong' })
      const refused = await store.append(stream, 'none', [wrong]).then(() => false, (error: unknown) => error instanceof WrongExpectedRevision)
      if (!refused) throw new Error('a wrong revision was taken')
    }
    if (i % 40 === 0) tell({ acknowledged: await addToShared() })
  }
}

await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => write(writer)))
tell('written')
// Others may still be writing: what the end of the log is, is known once all are done.
process.once('message', () => {
  void (async () => {
    const end = await store.lastPosition()
    await until(() => comparePositions(followed, end) >= 0)
    stop.abort()
    await done
    await store.close()
    process.send?.({ followed: ids } satisfies StormMessage, () => { process.disconnect?.() })
  })()
})
