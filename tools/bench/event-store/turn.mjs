// One candidate's turn, in a process of its own: whatever becomes of it, the others go on.
// node turn.mjs CANDIDATE PLACE, where PLACE is a folder or the URL of a database; prints its figures as JSON.
import { randomUUID } from 'node:crypto'

/** Milliseconds of one phase of writing. */
const phase = 800
const [, , candidate, place] = process.argv

const json = { note: 'x'.repeat(555) }
const data = Buffer.from(JSON.stringify(json))
const anEvent = () => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data, json })

/** Appends a second of so many writers, each to a stream of its own, each append a commit of its own to whoever asks; and what each took of our processors. */
const append = async (store, count) => {
  const [began, before] = [performance.now(), process.cpuUsage()]
  let appended = 0
  await Promise.all(Array.from({ length: count }, async (_, writer) => {
    for (let revision = -1; performance.now() - began < phase; revision += 1) {
      await store.append(`test-${count}x${writer}`, revision, [anEvent()])
      appended += 1
    }
  }))
  const { user, system } = process.cpuUsage(before)
  return { perSecond: appended * 1000 / (performance.now() - began), processor: (user + system) / appended }
}

/** Microseconds of reading a whole stream. */
const read = async (store, length) => {
  const stream = `test-read${length}`
  await store.append(stream, -1, Array.from({ length }, anEvent))
  const times = 60_000 / length
  for (let time = 0; time < times / 4; time += 1) await store.read(stream)
  const began = performance.now()
  for (let time = 0; time < times; time += 1) if (await store.read(stream) !== length) throw new Error('events are missing')
  return (performance.now() - began) * 1000 / times
}

/** Events a second of reading all there are. */
const readAll = async (store) => {
  for (let at = 0; at < 10; at += 1) await store.append(`test-all${at}`, -1, Array.from({ length: 500 }, anEvent))
  await store.readAll(5_000)
  const began = performance.now()
  return await store.readAll(20_000) * 1000 / (performance.now() - began)
}

const store = await (await import(`./${candidate}.mjs`)).open(place)
// Threads and connections are there before anything is measured.
for (let revision = -1; revision < 20; revision += 1) await store.append('test-first', revision, [anEvent()])
const [w1, w8, w64] = [await append(store, 1), await append(store, 8), await append(store, 64)]
const figures = {
  w1: w1.perSecond, w8: w8.perSecond, w64: w64.perSecond, cpu1: w1.processor, cpu64: w64.processor,
  r50: await read(store, 50), r1000: await read(store, 1_000),
  ...(store.readAll !== undefined && { all: await readAll(store) }),
}
await store.close()
process.stdout.write(JSON.stringify(figures), () => process.exit(0))
