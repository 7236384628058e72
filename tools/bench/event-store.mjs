// How fast events are written and read, durably, beside others that do the same on this machine in the same run. Disks swing, so each
// candidate has its turn in each round, and what counts is the median of the ratios within rounds.
// A candidate is a file in `event-store/` with `name` and `load`: see `event-store/raw-sqlite.mjs`.
import { randomUUID } from 'node:crypto'
import { closeSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureCodec, measureRebuild } from './event-store/layers.mjs'

const rounds = 5
/** Milliseconds of one phase of writing. */
const phase = 800
const writers = [1, 8, 64]
const lengths = [50, 1_000]
const files = ['samenspel-sqlite', 'raw-sqlite', 'emmett-sqlite']
const [ours, raw, emmett] = ['samenspel-sqlite', 'raw node:sqlite insert', 'emmett-sqlite']

const json = { note: 'x'.repeat(555) }
const data = Buffer.from(JSON.stringify(json))
const anEvent = () => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data, json })

/** Candidates that run here; one that can't be installed is named, and left out. */
const candidates = async () => {
  const found = []
  for (const file of files) {
    const { name, load } = await import(`./event-store/${file}.mjs`)
    try {
      found.push({ name, open: await load() })
    } catch (error) {
      console.error(`${name} is left out: ${error.message}`)
    }
  }
  return found
}

/** Appends a second of so many writers, each to a stream of its own, each append a commit of its own to whoever asks. */
const appendsPerSecond = async (store, count, prefix) => {
  const began = performance.now()
  let appended = 0
  await Promise.all(Array.from({ length: count }, async (_, writer) => {
    for (let revision = -1; performance.now() - began < phase; revision += 1) {
      await store.append(`${prefix}-${writer}`, revision, [anEvent()])
      appended += 1
    }
  }))
  return appended * 1000 / (performance.now() - began)
}

/** Microseconds of reading a whole stream. */
const microsecondsToRead = async (store, length) => {
  const stream = `read-${length}`
  await store.append(stream, -1, Array.from({ length }, anEvent))
  const times = 3_000 / length * 10
  for (let time = 0; time < times / 4; time += 1) await store.read(stream)
  const began = performance.now()
  for (let time = 0; time < times; time += 1) if (await store.read(stream) !== length) throw new Error('events are missing')
  return (performance.now() - began) * 1000 / times
}

/** How often a second this disk takes 4 KiB and says that it has them. */
const syncsPerSecond = (folder) => {
  const file = openSync(join(folder, 'probe'), 'w')
  const block = Buffer.alloc(4096, 1)
  const began = performance.now()
  let count = 0
  for (; performance.now() - began < phase / 2; count += 1) { writeSync(file, block, 0, block.length, 0); fdatasyncSync(file) }
  closeSync(file)
  return count * 1000 / (performance.now() - began)
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** @returns the figures of the suite */
export const measure = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'))
  const measured = new Map()
  const note = (what, who, value) => { measured.set(`${what} ${who}`, [...measured.get(`${what} ${who}`) ?? [], value]) }
  try {
    const all = await candidates()
    for (let round = 0; round < rounds; round += 1) {
      console.error(`Round ${round + 1} of ${rounds} …`)
      note('sync', 'disk', syncsPerSecond(folder))
      for (const { name, open } of all) {
        const place = join(folder, `${round}-${name.replaceAll(/\W/g, '-')}`)
        mkdirSync(place)
        const store = await open(place)
        for (const count of writers) note(`w${count}`, name, await appendsPerSecond(store, count, `test-${count}`))
        for (const length of lengths) note(`r${length}`, name, await microsecondsToRead(store, length))
        await store.close()
        rmSync(place, { recursive: true })
      }
      for (const time of [1, 2, 3]) for (const [what, value] of Object.entries(await measureCodec(join(folder, `codec-${round}-${time}`)))) note(what, ours, value)
    }
    note('rebuild', ours, await measureRebuild(join(folder, 'rebuild')))
    return figuresOf(measured)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const figuresOf = (measured) => {
  const of = (what, who) => measured.get(`${what} ${who}`)
  /** @param least how often as good as the reference; a reference that was left out leaves the goal open */
  const beside = (name, what, unit, reference, least, smallerIsBetter = false) => {
    const [mine, theirs] = [of(what, ours), of(what, reference)]
    const goal = least === undefined ? '' : `≥ ${least} × ${reference}`
    if (theirs === undefined) return { name, value: median(mine), unit, goal }
    const ratio = median(mine.map((value, round) => smallerIsBetter ? theirs[round] / value : value / theirs[round]))
    return { name, value: median(mine), unit, reference: median(theirs), ratio, goal, ...(least !== undefined && { met: ratio >= least }) }
  }
  /** What only the processor does: the best of all rounds, since the rest is what others took of it; and as often a bare cipher. */
  const best = (what) => Math.min(...of(what, ours))
  const cipher = best('cipher')
  const alone = (name, what, most) => ({ name, value: best(what), unit: 'µs', reference: cipher, ratio: best(what) / cipher, goal: `≤ ${most} µs`, met: best(what) <= most })
  const [verify, rebuild] = [1_000_000 / best('verify'), Math.max(...of('rebuild', ours))]
  return [
    { name: 'the disk: 4 KiB written and synced', value: median(of('sync', 'disk')), unit: '/s', goal: '' },
    beside('append, 1 writer', 'w1', '/s', raw, 0.8),
    beside(`append, 1 writer, beside ${emmett}`, 'w1', '/s', emmett),
    beside('append, 8 writers', 'w8', '/s', emmett, 10),
    beside('append, 64 writers', 'w64', '/s', emmett, 25),
    beside(`append, 64 writers, beside ${raw}`, 'w64', '/s', raw),
    beside('read a stream of 50', 'r50', 'µs', emmett, 4, true),
    beside('read a stream of 1,000', 'r1000', 'µs', emmett, 2, true),
    alone('seal and chain an event of 600 bytes, beside a bare cipher', 'seal', 12),
    alone('verify and open an event of 600 bytes, beside a bare cipher', 'open', 7),
    { name: 'verify a chain', value: verify, unit: 'events/s', goal: '≥ 100,000 events/s', met: verify >= 100_000 },
    { name: 'fill a table again from 100,000 events', value: rebuild, unit: 'events/s', goal: '≥ 20,000 events/s', met: rebuild >= 20_000 },
  ]
}
