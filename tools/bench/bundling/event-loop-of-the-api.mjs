// How long the API, as it is built and with the demo region, is kept from answering while its coordinator has ten plans made.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { figure } from './engine.mjs'

const root = join(import.meta.dirname, '../../..')
const api = join(root, 'apps/api')
const plans = 10
/** Milliseconds in which nothing is asked at all. */
const idle = 3000

const freePort = () => new Promise((resolve) => {
  const server = createServer()
  server.listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => { resolve(port) }) })
})

const ended = async (child) => { if (child.exitCode === null && child.signalCode === null) await once(child, 'exit') }

const build = async () => {
  const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: api, stdio: ['ignore', 'ignore', 'inherit'] })
  await ended(child)
  if (child.exitCode !== 0) throw new Error('Building the API failed.')
}

/** A running API that can be asked how its loop of events was. */
const start = async (folder) => {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'look-at-the-loop.mjs'), join(api, 'dist/main.js')], {
    cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, SAMENSPEL_PORT: String(port), SAMENSPEL_DATA: join(folder, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(folder, 'keys/master.key') },
  })
  const url = `http://127.0.0.1:${port}`
  while (!(await fetch(`${url}/readyz`).then(({ ok }) => ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`The API stopped with code ${child.exitCode}.`)
    await pause(50)
  }
  return {
    url,
    loopWhile: async (work) => {
      child.send('from now')
      await work()
      const answer = once(child, 'message')
      child.send('what was it')
      return (await answer)[0]
    },
    stop: async () => { child.kill('SIGTERM'); await ended(child) },
  }
}

/** The coordinator at the desk: asks over HTTP, and hears of a plan over a socket. */
const coordinator = async (url) => {
  const signedIn = await fetch(`${url}/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ persona: 'coordinator' }) })
  const cookie = signedIn.headers.get('set-cookie').split(';')[0]
  const ask = async (query, variables) => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query, variables }) })
    const { data, errors } = await response.json()
    if (errors !== undefined) throw new Error(errors[0].message)
    return data
  }
  /** Settles when nothing more is told. */
  const listen = (query, variables) => new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, { protocols: 'graphql-transport-ws', headers: { cookie, origin: url } })
    const say = (message) => { socket.send(JSON.stringify(message)) }
    const end = (settle) => { socket.onclose = null; socket.close(); settle() }
    socket.onopen = () => { say({ type: 'connection_init' }) }
    socket.onclose = ({ code, reason }) => { reject(new Error(`The socket closed: ${code} ${reason}`)) }
    socket.onmessage = ({ data }) => {
      const { type, payload } = JSON.parse(data)
      if (type === 'connection_ack') say({ id: '1', type: 'subscribe', payload: { query, variables } })
      if (type === 'ping') say({ type: 'pong' })
      if (type === 'error' || payload?.errors !== undefined) end(() => { reject(new Error(JSON.stringify(payload))) })
      if (type === 'complete') end(resolve)
    }
  })
  return { ask, listen }
}

const startText = 'mutation ($commandId: ID!, $familyId: ID!, $input: PlannerInput!) { startProposals(commandId: $commandId, familyId: $familyId, input: $input) { id state } }'
const runText = 'subscription ($id: ID!) { proposalRun(id: $id) { state proposals { id proven bundles { date parts { date start end label professionals { name } } } savings { sentences } } } }'

/** So many plans, over as many families at the same time as there are; one after the other, over other weeks, for each. */
const planAll = async ({ ask, listen }, families, count) => {
  const waiting = Array.from({ length: count }, (_, index) => ({ familyId: families[index % families.length], weeks: 8 - Math.floor(index / families.length) % 8 }))
  await Promise.all(families.map(async (familyId) => {
    for (const { weeks } of waiting.filter((one) => one.familyId === familyId)) {
      const { startProposals: { id } } = await ask(startText, { commandId: crypto.randomUUID(), familyId, input: { weeks, lighter: false } })
      await listen(runText, { id })
    }
  }))
}

export const eventLoopOfTheApi = async () => {
  await build()
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'))
  try {
    const running = await start(folder)
    try {
      const desk = await coordinator(running.url)
      const today = new Date().toISOString().slice(0, 10)
      const families = (await desk.ask('query ($on: Date!) { planningBoard(from: $on, until: $on) { families { id needs { id } } } }', { on: today })).planningBoard.families.flatMap(({ id, needs }) => needs.length > 0 ? [id] : [])
      // What is compiled at its first use is no part of it.
      await planAll(desk, families, families.length)
      const quiet = await running.loopWhile(() => pause(idle))
      const began = performance.now()
      const busy = await running.loopWhile(() => planAll(desk, families, plans))
      const seconds = Math.round((performance.now() - began) / 100) / 10
      const shown = (value) => Math.round(value * 10) / 10
      return [
        figure(`the API: its loop of events is held up while ${plans} plans are made, 99 of 100`, busy.most, `ms (half ${shown(busy.half)}, longest ${shown(busy.longest)}; ${shown(quiet.most)} when nothing is planned), ${families.length} families at a time, ${seconds} s`, '≤ 20 ms', busy.most <= 20),
        figure('the API: what the thread of that loop does meanwhile between two looks, 99 of 100', busy.own, `ms of the processor (longest ${shown(busy.ownLongest)}; ${shown(quiet.own)} when nothing is planned)`),
      ]
    } finally {
      await running.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
