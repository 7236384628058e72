// How fast events are written and read, durably, beside others that do the same on this machine in the same run. Disks and neighbours
// swing, so each candidate has its turn in each round, and what counts is the median of the ratios within rounds.
// A candidate is a file in `event-store/`, with its `engine` and `open`: see `event-store/raw-sqlite.mjs`.
import { execFile } from 'node:child_process'
import { closeSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startPrivatePostgres } from '@samenspel/private-postgres'
import { build } from 'vite'

const rounds = 5
/** How often what only computes is measured. */
const times = 3
/** Milliseconds after which a process that doesn't come to its end has failed: on a machine at rest the longest takes some seconds. */
const longest = 120_000
const candidates = ['samenspel-sqlite', 'raw-sqlite', 'emmett-sqlite', 'samenspel-postgres', 'raw-postgres', 'emmett-postgres', 'message-db']
const columns = { w1: '1 writer /s', w8: '8 writers /s', w64: '64 writers /s', cpu1: 'own µs at 1', cpu64: 'own µs at 64', r50: 'read 50 µs', r1000: 'read 1,000 µs', all: 'read all /s' }

const repository = join(import.meta.dirname, '../..')
const run = promisify(execFile)
/** What ships is JavaScript already: here a process and its threads find what they compiled the first time. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(repository, 'node_modules/.cache/samenspel-bench-compiled') }
/** Runs a file in a process of its own. @returns what it printed as JSON */
const runFile = async (file, ...words) => {
  const { stdout } = await run(process.execPath, ['--conditions=@samenspel/source', file, ...words], { env, timeout: longest, maxBuffer: 1e7 })
  return JSON.parse(stdout)
}
/** A file of this suite. */
const inProcess = (file, ...words) => runFile(join(import.meta.dirname, 'event-store', `${file}.mjs`), ...words)

/** Checks a log with threads, each of which loads the program anew: it is built as the one that ships. @returns the file to run */
const builtVerify = async () => {
  const [source, outDir] = [{ conditions: ['@samenspel/source', 'node'] }, join(repository, 'node_modules/.cache/samenspel-bench-built')]
  await build({
    configFile: false, logLevel: 'warn', root: repository, resolve: source, ssr: { noExternal: [/^@samenspel\//], resolve: source },
    build: {
      ssr: true, outDir, emptyOutDir: true, target: 'esnext', minify: false,
      rolldownOptions: { input: { verify: join(import.meta.dirname, 'event-store/verify.mjs'), 'audit-range.worker': join(repository, 'apps/api/src/integrity/audit-range.worker.ts') }, output: { format: 'esm', entryFileNames: '[name].js' } },
    },
  })
  return join(outDir, 'verify.js')
}

/** How often a second this disk takes 4 KiB and says that it has them. */
const syncsPerSecond = (folder) => {
  const file = openSync(join(folder, 'probe'), 'w')
  const block = Buffer.alloc(4096, 1)
  const began = performance.now()
  let count = 0
  for (; performance.now() - began < 400; count += 1) { writeSync(file, block, 0, block.length, 0); fdatasyncSync(file) }
  closeSync(file)
  return count * 1000 / (performance.now() - began)
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** @returns the figures of the suite */
export const measure = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'))
  const postgres = await startPrivatePostgres({ shared_buffers: '128MB' })
  /** For each candidate and each layer, the figures of every round in which it came to its end. */
  const found = new Map()
  const turn = async (name, round, work, tries = 3) => {
    try {
      found.set(name, new Map(found.get(name)).set(round, await work()))
    } catch (error) {
      const reason = String(error.stderr ?? error.message).trim().split('\n').find((line) => /error/i.test(line)) ?? error.message
      console.error(`${name} failed in round ${round + 1}${tries > 1 ? ', and has another try' : ' and has no figure'}: ${reason}`)
      if (tries > 1) await turn(name, round, work, tries - 1)
    }
  }
  try {
    const { server_version: version } = (await postgres.query(postgres.url, 'SHOW server_version'))[0]
    for (let round = 0; round < rounds; round += 1) {
      console.error(`Round ${round + 1} of ${rounds} …`)
      await turn('disk', round, () => ({ sync: syncsPerSecond(folder) }))
      for (const name of candidates) {
        await turn(name, round, async () => {
          const place = name.includes('sqlite') ? join(folder, name) : await postgres.createDatabase()
          if (name.includes('sqlite')) mkdirSync(place)
          try {
            return await inProcess('turn', name, place)
          } finally {
            if (name.includes('sqlite')) rmSync(place, { recursive: true })
          }
        })
      }
    }
    console.table(Object.fromEntries(candidates.filter((name) => found.has(name)).map((name) => [name, Object.fromEntries(Object.entries(columns).map(([key, title]) => {
      const values = [...found.get(name).values()].map((figures) => figures[key])
      return [title, values.includes(undefined) ? '' : Math.round(median(values))]
    }))])))
    console.log(`Medians of ${rounds} rounds, PostgreSQL ${version.split(' ')[0]}. KurrentDB has no row: its server can't be run here, and our double in memory would only measure itself.`)
    console.error('What stands above the stores …')
    const audited = join(folder, 'audited')
    const verify = await inProcess('make-log', audited).then(builtVerify).catch((error) => { console.error(`verify has no figure: ${error.message}`) })
    for (let time = 0; time < times; time += 1) {
      await turn('codec', time, () => inProcess('codec'))
      if (verify !== undefined) {
        await turn('verify', time, () => runFile(verify, audited))
        await turn('verify-sealed', time, () => runFile(verify, audited, 'sealed'))
      }
      await turn('rebuild', time, () => inProcess('rebuild'))
    }
    return figuresOf(found)
  } finally {
    await postgres.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}

const figuresOf = (found) => {
  const values = (who, what) => [...found.get(who)?.values() ?? []].map((figures) => figures[what])
  /** @param least how often as good as the other; one that has no figures leaves the goal open */
  const beside = (name, ours, what, unit, other, least) => {
    const smallerIsBetter = unit === 'µs'
    const ratios = [...found.get(ours)?.entries() ?? []].flatMap(([round, figures]) => {
      const theirs = found.get(other)?.get(round)?.[what]
      return theirs === undefined ? [] : [smallerIsBetter ? theirs / figures[what] : figures[what] / theirs]
    })
    const goal = least === undefined ? '' : `≥ ${least} × ${other}`
    const figure = { name: `${name}, beside ${other}`, value: median(values(ours, what)), unit, goal }
    if (ratios.length === 0) return figure
    const ratio = median(ratios)
    return { ...figure, reference: median(values(other, what)), ratio, ...(least !== undefined && { met: ratio >= least }) }
  }
  /** What only the processor does: the best of all times, since the rest is what others took of it. */
  const best = (who, what, most = false) => values(who, what).length === 0 ? undefined : (most ? Math.max : Math.min)(...values(who, what))
  const atMost = (name, what, limit, cipher) => {
    const [value, reference] = [best('codec', what), best('codec', cipher)]
    const goal = `≤ ${limit} µs`
    return value === undefined ? { name, unit: 'µs', goal } : { name, value, unit: 'µs', reference, ratio: value / reference, goal, met: value <= limit }
  }
  const atLeast = (name, who, limit) => {
    const value = best(who, 'perSecond', true)
    return { name, value, unit: 'events/s', goal: `≥ ${limit.toLocaleString('en')} events/s`, ...(value !== undefined && { met: value >= limit }) }
  }
  const [sqlite, postgres] = ['samenspel-sqlite', 'samenspel-postgres']
  return [
    { name: 'the disk: 4 KiB written and synced', value: median(values('disk', 'sync')), unit: '/s', goal: '' },
    beside('SQLite, 1 writer', sqlite, 'w1', '/s', 'raw-sqlite', 0.8),
    beside('SQLite, 8 writers', sqlite, 'w8', '/s', 'emmett-sqlite', 10),
    beside('SQLite, 64 writers', sqlite, 'w64', '/s', 'emmett-sqlite', 25),
    beside('SQLite, 64 writers', sqlite, 'w64', '/s', 'raw-sqlite'),
    beside('SQLite, read 50', sqlite, 'r50', 'µs', 'emmett-sqlite', 4),
    beside('SQLite, read 1,000', sqlite, 'r1000', 'µs', 'emmett-sqlite', 2),
    beside('SQLite, read all', sqlite, 'all', '/s', 'emmett-sqlite'),
    beside('PostgreSQL, 1 writer', postgres, 'w1', '/s', 'raw-postgres'),
    beside('PostgreSQL, 64 writers', postgres, 'w64', '/s', 'emmett-postgres', 5),
    beside('PostgreSQL, 64 writers', postgres, 'w64', '/s', 'message-db', 10),
    beside('PostgreSQL, read 50', postgres, 'r50', 'µs', 'emmett-postgres'),
    beside('PostgreSQL, read 1,000', postgres, 'r1000', 'µs', 'emmett-postgres'),
    beside('PostgreSQL, read all', postgres, 'all', '/s', 'raw-postgres'),
    atMost('sealing and linking 600 bytes, beside a bare cipher', 'sealAlone', 12, 'cipher'),
    atMost('checking the link and opening 600 bytes, beside a bare decipher', 'openAlone', 7, 'decipher'),
    atMost('a sealed append: all that it adds to an event, beside a bare cipher', 'seal', 12, 'cipher'),
    atMost('a sealed read: all that it adds to an event, beside a bare decipher', 'open', 7, 'decipher'),
    atLeast('verify a log: chains, tree, checkpoint', 'verify-sealed', 100_000),
    atLeast('verify a log: chains, tree, checkpoint, and every content opened', 'verify', 100_000),
    { name: 'verify a log: what all processors together took', value: best('verify-sealed', 'processor'), unit: 'µs/event', goal: '' },
    { name: 'verify a log and open every content: what all processors together took', value: best('verify', 'processor'), unit: 'µs/event', goal: '' },
    atLeast('fill a table again from 100,000 events', 'rebuild', 20_000),
    { name: 'a read while a table is filled again, 99 of 100', value: median(values('rebuild', 'readP99')), unit: 'ms', goal: '' },
  ]
}
