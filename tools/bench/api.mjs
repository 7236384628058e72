// How many the API serves, and how soon, as it is built: on a data folder with generated families, asked by a second process on the same
// processors. Beside each figure stands the barest question, `{ __typename }`, of the same server in the same round; what a bare Nest with
// Apollo answers here tells how fast the machine is.
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

const root = join(import.meta.dirname, '../..')
const source = '--conditions=@samenspel/source'

/** How many families stand in each store, how often everything is measured, and for how many seconds. */
const usual = { stores: [100, 10_000, 100_000], rounds: 3, seconds: 3, bareSeconds: 1 }
const quick = { stores: [100, 1_000], rounds: 1, seconds: 1.5, bareSeconds: 0.7 }

/** How often a second the machine for which the goals were set answers `{ __typename }`, and a list of fifty small objects, from a bare Nest with Apollo. */
const yardstick = { bare: 14_000, items: 2_800 }

const say = (sentence) => { console.error(`${Math.round(performance.now() / 1000)} s: ${sentence}`) }
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const ended = async (child) => { if (child.exitCode === null && child.signalCode === null) await once(child, 'exit') }
const freePort = () => new Promise((resolve) => {
  const server = createServer()
  server.listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => { resolve(port) }) })
})

const mustRun = async (args, cwd = root) => {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  await ended(child)
  if (child.exitCode !== 0) throw new Error(`${args.at(-1)} ended with code ${child.exitCode}.`)
}

/** What the desk asks, as it was built, by the names of its documents: an id and no document. */
const documentsOfDesk = () => {
  const all = Object.entries(JSON.parse(readFileSync(join(root, 'apps/desk/dist/trusted-documents.json'), 'utf8')))
  return (name) => {
    const [id, { document }] = all.find(([, one]) => one.name === name)
    return { byId: { id }, text: document, name }
  }
}

/** The application as it is built, as its image starts it. */
const startServer = async (folder) => {
  const port = await freePort()
  const child = spawn(process.execPath, [join(root, 'apps/api/dist/main.js')], {
    cwd: root, stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', SAMENSPEL_DEMO: 'off', SAMENSPEL_PORT: String(port), SAMENSPEL_DATA: join(folder, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(folder, 'keys/master.key') },
  })
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`).then(({ ok }) => ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`The API stopped with code ${child.exitCode}.`)
    await pause(100)
  }
  await untilQuiet(() => processorOf(child.pid))
  return { port, plan: JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')), cpu: () => processorOf(child.pid), stop: async () => { child.kill('SIGTERM'); await ended(child) } }
}

/** Nest with Apollo and nothing of ours. */
const startBareNest = async () => {
  const child = fork(join(import.meta.dirname, 'api/bare-nest.mjs'), { env: { ...process.env, NODE_ENV: 'production' } })
  const failed = once(child, 'exit').then(([code]) => { throw new Error(`A bare Nest ended with code ${code}.`) })
  const [{ port }] = await Promise.race([once(child, 'message'), failed])
  failed.catch(() => undefined)
  return { port, stop: async () => { child.kill(); await ended(child) } }
}

/** The store was made without the server: all of it is new to those who follow its log, and a figure that is taken meanwhile is none. */
const untilQuiet = async (cpu) => {
  for (let quiet = 0; quiet < 3; ) {
    const before = cpu()
    await pause(500)
    if (before === undefined) return
    quiet = cpu() - before < 50 ? quiet + 1 : 0
  }
}

/** Milliseconds of the processor that a process took so far, all its threads together. */
const processorOf = (pid) => {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return undefined
  const fields = readFileSync(file, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const startAsking = () => {
  const child = fork(join(import.meta.dirname, 'api/ask.mjs'))
  return {
    ask: async (job) => {
      child.send({ job })
      const [{ result, error }] = await once(child, 'message')
      if (error !== undefined) throw new Error(error)
      return result
    },
    stop: async () => { child.kill(); await ended(child) },
  }
}

/** Bytes of JavaScript before the first page works, gzipped: the scripts that it names, what they import at once, and one language. */
const firstLoad = (app, page) => {
  const assets = join(root, 'apps', app, 'dist/assets')
  const code = (name) => readFileSync(join(assets, name), 'utf8')
  const found = new Set([...readFileSync(join(root, 'apps', app, 'dist', page), 'utf8').matchAll(/(?:src|href)="[^"]*\/([^/"]+\.js)"/g)].map(([, name]) => name))
  for (const name of found) for (const [, other] of code(name).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) found.add(other)
  return [...found].reduce((sum, name) => sum + gzipSync(code(name), { level: 9 }).length, 0) / 1000
}

/** @returns the figures of the suite */
export const measure = async ({ quick: isQuick = false } = {}) => {
  const { stores, rounds, seconds, bareSeconds } = isQuick ? quick : usual
  say('Building …')
  for (const app of ['api', 'desk', 'parent']) await mustRun([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], join(root, 'apps', app))
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'))
  const servers = []
  const { ask, stop } = startAsking()
  let bareNest
  try {
    bareNest = await startBareNest()
    for (const families of stores) {
      say(`A store with ${families} families …`)
      await mustRun([source, join(import.meta.dirname, 'api/make-store.mjs'), join(folder, String(families)), String(families)])
      servers.push({ families, ...await startServer(join(folder, String(families))) })
    }
    return await figuresOf({ servers, bareNest, ask, rounds, seconds, bareSeconds })
  } finally {
    await stop()
    await bareNest?.stop()
    for (const server of servers) await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const figuresOf = async ({ servers, bareNest, ask, rounds, seconds, bareSeconds }) => {
  const desk = documentsOfDesk()
  const family = desk('Family')
  const ofFifty = { query: family.text.replace('contributions(first: 20)', 'contributions(first: 50)'), operationName: 'Family' }
  if (ofFifty.query === family.text) throw new Error('The desk no longer asks for twenty contributions.')
  const inSessions = (cookies) => cookies.map((cookie) => ({ cookie }))
  const page = (plan, document, first, which) => ({ kind: 'page', more: { document, family: which.id, first, all: which.contributions }, each: inSessions(plan.ofLong) })
  const main = servers.find(({ families }) => families >= 1000) ?? servers.at(-1)
  const { plan } = main
  const on = Temporal.Now.plainDateISO('Europe/Amsterdam').toString()

  const questions = {
    contribution: { clients: 64, kind: 'contribution', more: { document: desk('AddContribution').byId, on }, each: plan.contributing },
    page: { clients: 16, ...page(plan, family.byId, 20, plan.page) },
    fifty: { clients: 16, ...page(plan, ofFifty, 50, plan.page) },
    great: { clients: 1, ...page(plan, family.byId, 20, plan.great) },
    families: { clients: 1, kind: 'families', more: { document: desk('Families').byId, count: plan.caseload.families }, each: inSessions(plan.caseload.cookies) },
    today: { clients: 1, kind: 'today', more: { document: desk('Today').byId, least: Math.min(20, plan.caseload.families) }, each: inSessions(plan.caseload.cookies) },
  }

  /** One figure, with the bare question just before it, asked by as many. */
  const beside = async (server, { clients, ...job }) => {
    const bare = await ask({ port: server.port, kind: 'bare', clients, seconds: bareSeconds })
    const before = server.cpu()
    const own = await ask({ port: server.port, clients, seconds, ...job })
    return { ...own, cpu: before === undefined ? undefined : (server.cpu() - before) / own.count, bare, ratio: bare.perSecond / own.perSecond }
  }

  const askBareNest = async (kind, howLong = bareSeconds) => (await ask({ port: bareNest.port, kind, clients: 16, seconds: howLong })).perSecond

  say('Warming up …')
  for (const kind of Object.keys(yardstick)) await askBareNest(kind, seconds)
  for (const server of servers) await ask({ port: server.port, seconds, clients: 16, ...page(server.plan, ofFifty, 50, server.plan.page) })
  const cold = []
  for (const which of plan.longest) cold.push((await ask({ port: main.port, clients: 1, times: 1, ...page(plan, family.byId, 20, which) })).longest)
  for (const { clients, ...job } of Object.values(questions)) await ask({ port: main.port, clients, seconds: seconds / 2, ...job })

  const found = Object.fromEntries(Object.keys(questions).map((name) => [name, []]))
  const flat = servers.map(() => [])
  const warm = []
  /** The best of all times: what else takes the processors doesn't make it a slower machine. */
  const bareHere = { bare: 0, items: 0 }
  const askYardstick = async () => { for (const kind of Object.keys(bareHere)) bareHere[kind] = Math.max(bareHere[kind], await askBareNest(kind)) }
  for (let round = 0; round < rounds; round += 1) {
    say(`Round ${round + 1} of ${rounds} …`)
    await askYardstick()
    for (const [i, server] of servers.entries()) flat[i].push(await beside(server, { clients: 16, ...page(server.plan, ofFifty, 50, server.plan.page) }))
    for (const which of plan.longest) warm.push((await ask({ port: main.port, clients: 1, times: 10, ...page(plan, family.byId, 20, which) })).p95)
    for (const [name, question] of Object.entries(questions)) found[name].push(await beside(main, question))
    await askYardstick()
  }

  const of = (name, what) => median(found[name].map((one) => one[what]))
  const shown = (number) => Math.round(number * 100) / 100
  /** How fast this machine is, beside the one for which the goals were set. */
  const speed = bareHere.bare / yardstick.bare
  const atLeast = (goal, value) => ({ goal: `≥ ${goal}/s`, met: value >= goal, here: { goal: `≥ ${Math.round(goal * speed)}/s`, met: value >= goal * speed } })
  const within = (goal, value) => ({ goal: `≤ ${goal} ms`, met: value <= goal, here: { goal: `≤ ${Math.round(goal / speed)} ms`, met: value <= goal / speed } })
  /** What else is worth knowing stands with the unit. */
  const besides = (name) => {
    const cpu = of(name, 'cpu')
    return `(half within ${shown(of(name, 'p50'))} ms, ${shown(of(name, 'bytes') / 1000)} kB${cpu === undefined ? '' : `, ${shown(cpu)} ms of processors each`})`
  }
  const throughput = (title, name, goal) => {
    const value = of(name, 'perSecond')
    return { name: title, value, unit: `/s ${besides(name)}`, reference: median(found[name].map(({ bare }) => bare.perSecond)), ratio: 1 / of(name, 'ratio'), ...(goal === undefined ? { goal: '' } : atLeast(goal, value)) }
  }
  const soon = (title, name, which, goal) => {
    const value = of(name, which)
    return { name: title, value, unit: `ms ${besides(name)}`, reference: median(found[name].map(({ bare }) => bare[which])), ratio: median(found[name].map((one) => one[which] / one.bare[which])), ...within(goal, value) }
  }
  const single = (title, value, goal) => ({ name: title, value, unit: 'ms', ...within(goal, value) })
  const size = (title, value, goal) => ({ name: title, value, unit: 'kB', goal: `≤ ${goal} kB`, met: value <= goal })
  const machine = (title, kind) => ({ name: title, value: bareHere[kind], unit: '/s', reference: yardstick[kind], ratio: bareHere[kind] / yardstick[kind], goal: '' })
  /** Against the smallest store, in the same round. */
  const flatness = servers.slice(1).map(({ families }, i) => {
    const ratio = median(flat[i + 1].map((one, round) => flat[0][round].perSecond / one.perSecond))
    return { name: `that page with ${families} families in the store, beside ${servers[0].families}: how much longer`, value: (ratio - 1) * 100, unit: `% (${Math.round(median(flat[i + 1].map(({ perSecond }) => perSecond)))}/s)`, reference: median(flat[0].map(({ perSecond }) => perSecond)), ratio, goal: '≤ 20 %', met: ratio <= 1.2 }
  })
  const before = `${main.families} families in the store`
  return [
    machine('this machine: a bare Nest with Apollo, { __typename }, 16 clients, beside the machine of the goals', 'bare'),
    machine('this machine: the same, a list of 50 small objects', 'items'),
    throughput(`contributions, durable, 64 clients, ${before}`, 'contribution', 1500),
    soon('contributions, 64 clients, 99 of 100', 'contribution', 'p99', 100),
    throughput('page of a family with 300 entries, 50 of them, 16 clients', 'fifty', 500),
    soon('that page, 16 clients, 95 of 100', 'fifty', 'p95', 50),
    throughput('that page as the desk begins it, with 20 of them, 16 clients', 'page'),
    soon(`caseload of ${plan.caseload.families} families, 95 of 100`, 'families', 'p95', 40),
    soon('today, of those families, 95 of 100', 'today', 'p95', 40),
    soon('page of a family with 1,000 entries, 95 of 100', 'great', 'p95', 60),
    single('a file of 5,000 events, opened for the first time (slowest of 5)', Math.max(...cold), 150),
    single('the same again, 95 of 100', median(warm), 15),
    ...flatness,
    size('JavaScript of the desk before its first page', firstLoad('desk', 'index.html'), 180),
    size('JavaScript of the parents\' app before its first page', firstLoad('parent', 'index.html'), 100),
  ]
}
