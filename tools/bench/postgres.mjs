// What the PostgreSQL store does in a second, on a server of its own that keeps every answer durable. The reference is
// the plainest thing a program could do instead: one INSERT a commit over sixteen connections, in no kept order.
import { randomUUID } from 'node:crypto'
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openPostgresEventStore } from '../../libs/event-store-postgres/src/index.ts'
import { startPrivatePostgres } from '../../libs/private-postgres/src/index.ts'

const rounds = 9
const seconds = 1
const data = new Uint8Array(567).fill(7)
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const anEvent = () => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: { actor: 'a' }, data })

/** How often a second so many writers at once get their answer; each asks one thing after the other. */
const perSecond = async (writers, ask) => {
  const until = performance.now() + seconds * 1000
  let count = 0
  await Promise.all(Array.from({ length: writers }, async (_, writer) => {
    const next = ask(writer)
    while (performance.now() < until) {
      await next()
      count += 1
    }
  }))
  return count / seconds
}

/** 4 KiB written and brought to the disk, times a second: what this disk can do at this moment. */
const diskPerSecond = () => {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'))
  const file = openSync(join(folder, 'probe'), 'w')
  const began = performance.now()
  const times = 50
  for (let i = 0; i < times; i += 1) {
    writeSync(file, Buffer.alloc(4096), 0, 4096, 0)
    fdatasyncSync(file)
  }
  closeSync(file)
  rmSync(folder, { recursive: true })
  return times / ((performance.now() - began) / 1000)
}

const timed = async (work) => {
  const began = performance.now()
  const count = await work()
  return { count, seconds: (performance.now() - began) / 1000 }
}

/** @returns the figures of the suite. */
export const measure = async () => {
  const postgres = await startPrivatePostgres({ shared_buffers: '128MB' })
  const pool = new pg.Pool({ connectionString: postgres.url, max: 16 })
  const store = await openPostgresEventStore({ url: postgres.url })
  try {
    await pool.query(`CREATE TABLE plain (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stream text, revision bigint, id uuid, type text, version integer, metadata text, data bytea, recorded_at bigint, UNIQUE (stream, revision))`)
    const append = () => {
      const stream = `bench-${randomUUID()}`
      let revision = 'none'
      return async () => { ({ revision } = await store.append(stream, revision, [anEvent()])) }
    }
    const insert = () => {
      const stream = `bench-${randomUUID()}`
      let revision = 0
      return () => pool.query({ name: 'insert', text: 'INSERT INTO plain (stream, revision, id, type, version, metadata, data, recorded_at) VALUES ($1, $2, $3, $4, 1, $5, $6, 0)', values: [stream, revision++, randomUUID(), 'Noted', '{"actor":"a"}', Buffer.from(data)] })
    }
    const disk = []
    const appends = { 1: [], 8: [], 64: [] }
    const inserts = { 1: [], 8: [], 64: [] }
    for (let round = 0; round < rounds; round += 1) {
      disk.push(diskPerSecond())
      for (const writers of [1, 8, 64]) {
        appends[writers].push(await perSecond(writers, append))
        inserts[writers].push(await perSecond(writers, insert))
      }
    }
    const streams = Array.from({ length: 200 }, () => `read-${randomUUID()}`)
    for (const stream of streams) await store.append(stream, 'none', Array.from({ length: 50 }, anEvent))
    const reads = { stream: [], plainStream: [], all: [], plainAll: [] }
    await pool.query('INSERT INTO plain (stream, revision, id, type, version, metadata, data, recorded_at) SELECT stream, revision, id, type, version, metadata, data, recorded_at FROM event_store.event WHERE starts_with(stream, $1)', ['read-'])
    for (let round = 0; round < rounds; round += 1) {
      const own = await timed(async () => { for (const stream of streams) await Array.fromAsync(store.readStream(stream)) })
      const plain = await timed(async () => { for (const stream of streams) await pool.query({ name: 'read', text: 'SELECT * FROM plain WHERE stream = $1 ORDER BY revision', values: [stream] }) })
      const all = await timed(async () => (await Array.fromAsync(store.readAll({ limit: 50_000 }))).length)
      reads.stream.push((own.seconds / streams.length) * 1e6)
      reads.plainStream.push((plain.seconds / streams.length) * 1e6)
      reads.all.push(all.count / all.seconds)
      const plainAll = await timed(async () => {
        let count = 0
        for (let at = 0, rows; count < 50_000; at = rows.at(-1).position) {
          ({ rows } = await pool.query({ name: 'page', text: 'SELECT * FROM plain WHERE position > $1 ORDER BY position LIMIT 250', values: [at] }))
          if (rows.length === 0) break
          count += rows.length
        }
        return count
      })
      reads.plainAll.push(plainAll.count / plainAll.seconds)
    }
    const { server_version: version } = (await pool.query('SHOW server_version')).rows[0]
    const atLeast = (ratio) => ({ goal: `ratio ≥ ${ratio}`, meets: (found) => found >= ratio })
    const atMost = (ratio) => ({ goal: `ratio ≤ ${ratio}`, meets: (found) => found <= ratio })
    /** Medians; the ratio is that of figures of the same round. */
    const figure = (name, unit, values, references, { goal, meets }) => {
      const ratio = median(values.map((value, i) => value / references[i]))
      return { name, value: Math.round(median(values)), unit, reference: Math.round(median(references)), ratio, goal, met: meets(ratio) }
    }
    return [
      { name: `PostgreSQL ${version.split(' ')[0]}: 4 KiB written and synced, this disk`, value: Math.round(median(disk)), unit: '/s', goal: 'tells the disk', met: true },
      figure('appends, 1 at once', '/s', appends[1], inserts[1], atLeast(0.5)),
      figure('appends, 8 at once', '/s', appends[8], inserts[8], atLeast(0.7)),
      figure('appends, 64 at once', '/s', appends[64], inserts[64], atLeast(1.5)),
      figure('a stream of 50 events read', 'µs', reads.stream, reads.plainStream, atMost(2)),
      figure('all events read', '/s', reads.all, reads.plainAll, atLeast(0.4)),
    ]
  } finally {
    await store.close()
    await pool.end()
    await postgres.dispose()
  }
}
