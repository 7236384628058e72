/** What the application keeps of those who come and go: of clients that never end what they began, over many thousand questions, and of sessions and pages that listened. */
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { dayOf, systemClock } from '@samenspel/kernel'
import { WebSocket } from 'ws'
import { connectLive } from './testing/live-client.ts'
import { ask, startApi, type RunningApi, type Somebody } from './testing/running-api.ts'

let api: RunningApi
let people: readonly Somebody[]
beforeAll(async () => {
  api = await startApi()
  people = await Promise.all(['coordinator', 'mother', 'father', 'pedagogical-worker', 'paediatrician', 'privacy-officer'].map((persona) => api.as(persona)))
}, 300_000)
afterAll(() => api.stop())

const verhoeven = demoId('family verhoeven')
const file = 'query ($id: ID!) { family(id: $id) { id hasNews contributions(first: 100) { nodes { situation } } } }'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const inUse = (): number => {
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 2 ** 20
}
/** Megabytes in use, when nothing is left to collect: until collecting again, with a turn for what waits to be let go of in between, finds nothing more. */
const memory = async (): Promise<number> => {
  for (let least = Infinity; ;) {
    collect()
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    collect()
    const now = inUse()
    if (now > least - 0.1) return Math.min(now, least)
    least = now
  }
}
/** The one in the middle: what happens to be remembered for a moment stands apart, and doesn't count. */
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const openFiles = (): number => readdirSync('/proc/self/fd').length
/** How much steeper than level a line through these is, as the median of the slopes between any two: a few that lie apart don't bend it. */
const slope = (values: readonly number[]): number => median(values.flatMap((one, i) => values.slice(i + 1).map((other, j) => (other - one) / (j + 1))))
const reached = async (what: () => boolean): Promise<void> => { while (!what()) await new Promise((resolve) => { setTimeout(resolve, 100) }) }
/** Whoever comes meanwhile is answered. */
const areAnswered = async (): Promise<void> => {
  const answers = await Promise.all(people.slice(0, 2).map(({ ask: one }) => one(file, { id: verhoeven })))
  expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined])
}

describe('clients that never end what they began', () => {
  const sockets: Socket[] = []
  const open = (): Socket => {
    const { hostname, port } = new URL(api.url)
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    sockets.push(socket)
    return socket
  }
  afterAll(() => { for (const socket of sockets) socket.destroy() })

  test('with half a request, silent or byte by byte: people are answered meanwhile, and they are let go', async () => {
    await areAnswered()
    const [before, filesBefore] = [await memory(), openFiles()]
    const half = Array.from({ length: 300 }, () => open())
    for (const [i, socket] of half.entries()) {
      socket.resume()
      if (i % 3 > 0) socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n')
      if (i % 3 === 2) socket.write('content-type: application/json\r\ncontent-length: 1000\r\n\r\n{')
    }
    let dripped = 0
    const dripping = setInterval(() => {
      dripped += 1
      for (const socket of half.slice(0, 60)) if (!socket.destroyed) socket.write('x')
    }, 1_000)
    await reached(() => openFiles() > filesBefore + 500)
    for (let time = 0; time < 5; time += 1) await areAnswered()
    expect(await memory() - before).toBeLessThan(50)
    await reached(() => half.every(({ destroyed }) => destroyed))
    clearInterval(dripping)
    expect(dripped).toBeGreaterThan(10)
    await reached(() => openFiles() <= filesBefore + 10)
    await areAnswered()
  }, 600_000)

  test('and ask, but do not read: people are answered meanwhile, and no more is kept of them than some answers', async () => {
    const before = await memory()
    const deaf = Array.from({ length: 60 }, () => open().pause())
    const body = JSON.stringify({ query: file, variables: { id: verhoeven } })
    // Each asks on and on over one line, in the session of somebody who has six of them.
    for (const [i, socket] of deaf.entries()) {
      const request = `POST /graphql HTTP/1.1\r\nhost: x\r\ncookie: ${people[2 + i % 4]!.cookie}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
      socket.write(request.repeat(200))
    }
    for (let time = 0; time < 20; time += 1) await areAnswered()
    expect(await memory() - before).toBeLessThan(80)
    for (const socket of deaf) socket.destroy()
    await reached(() => deaf.every(({ destroyed }) => destroyed))
    await areAnswered()
  }, 600_000)
})

describe('many thousand questions', () => {
  const add = 'mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }'
  const input = { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [demoId('verhoeven sem')] }, category: 'SOCIAL', setting: 'GROUP', occurredOn: dayOf(systemClock(), 'Europe/Amsterdam'), situation: 'Sem speelde buiten.' }

  const questionsOfRound = 17

  /** One of each kind of question, some of them wrong, and somebody who listens and goes. */
  const round = async (turn: number, isAdding = true): Promise<void> => {
    const lotte = people[3]!
    await Promise.all([
      ...people.map(({ ask: one }) => one('{ families(first: 20) { nodes { id name } } }')),
      ...people.map(({ ask: one }) => one(file, { id: verhoeven })),
      people[0]!.ask('{ me { name } nonsense }'),
      people[1]!.ask(file, { id: randomUUID() }),
      ask(api.url, '{ me { name } }'),
      fetch(`${api.url}/nowhere`).then((response) => response.text()),
      lotte.ask('mutation ($familyId: ID!, $form: String!, $content: String!) { saveDraft(familyId: $familyId, form: $form, content: $content) { form } }', { familyId: verhoeven, form: 'contribution', content: `Vandaag ${turn}` }),
    ])
    if (isAdding && turn % 10 === 0) await lotte.ask(add, { commandId: randomUUID(), familyId: verhoeven, input })
    if (turn % 5 === 0) {
      const live = connectLive(api.url, { cookie: people[1]!.cookie })
      const heard = live.listen('subscription ($id: ID!) { familyChanged(familyId: $id) { familyId } }', { id: verhoeven })
      heard.next().catch(() => undefined)
      await people[1]!.ask('{ me { name } }')
      heard.stop()
      live.close()
    }
  }
  const rounds = async (count: number, isAdding = true): Promise<{ readonly memory: number; readonly files: number }> => {
    for (let turn = 0; turn < count; turn += 1) await round(turn, isAdding)
    return { memory: await memory(), files: openFiles() }
  }
  test('leave memory and open files as they were', async () => {
    /** Looked at five times: what fills and is emptied again by turns, such as the end of the log, is met at several heights. */
    const looks = async () => {
      const found = []
      for (let look = 0; look < 5; look += 1) found.push(await rounds(20))
      return { memory: median(found.map((one) => one.memory)), files: median(found.map(({ files }) => files)) }
    }
    await rounds(60)
    const first = await looks()
    await rounds(160)
    const last = await looks()
    // Twenty-six notes more are remembered.
    expect(last.memory - first.memory).toBeLessThan(4)
    expect(last.files - first.files).toBeLessThan(10)
  }, 1_800_000)

  test('that change nothing leave not even some hundred bytes each', async () => {
    const [samples, roundsEach] = [14, 50]
    await rounds(roundsEach, false)
    const found: number[] = []
    for (let sample = 0; sample < samples; sample += 1) found.push((await rounds(roundsEach, false)).memory)
    // The first samples are left out: what fills up to its limit (remembered answers, compiled code) is still filling.
    const perRound = slope(found.slice(4)) * 2 ** 20 / roundsEach
    expect(perRound / questionsOfRound).toBeLessThan(256)
  }, 3_600_000)
})

describe('people who come and go', () => {
  const today = { query: 'subscription { todayChanged { at } }' }
  const family = { query: 'subscription ($id: ID!) { familyChanged(familyId: $id, alsoAtStart: true) { familyId } }', variables: { id: verhoeven } }
  /** Of a family seldom: each such page leaves a line in the log of looks, of which the end is remembered. */
  const pagesOf = (turn: number) => [today, today, turn % 8 === 0 ? family : today]
  /** A page that listens, as far as it comes: whoever opened it may be gone before the server knows what to tell. */
  const listen = (cookie: string, page: { readonly query: string }): { readonly socket: WebSocket; readonly isConnected: Promise<void> } => {
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers: { cookie } })
    socket.on('error', () => undefined)
    socket.on('open', () => { socket.send(JSON.stringify({ type: 'connection_init' })) })
    const isConnected = new Promise<void>((resolve) => {
      socket.on('close', () => { resolve() })
      socket.once('message', () => {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: page }))
        resolve()
      })
    })
    return { socket, isConnected }
  }

  const visit = async (turn: number): Promise<void> => {
    const somebody = await api.as(['mother', 'coordinator', 'pedagogical-worker'][turn % 3]!)
    const listening = pagesOf(turn).map((page) => listen(somebody.cookie, page))
    if (turn % 2 === 0) await Promise.all(listening.map(({ isConnected }) => isConnected))
    if (turn % 4 === 0) await somebody.ask('{ me { name } }')
    const gone = listening.map(({ socket }) => new Promise((resolve) => { socket.on('close', resolve) }))
    for (const [i, { socket }] of listening.entries()) if ((turn + i) % 3 === 0) socket.terminate(); else socket.close()
    // Most sign out, some before their pages are gone; of the others the session stands until it is too old.
    if (turn % 5 > 0) await fetch(`${api.url}/sign-out`, { method: 'POST', headers: { cookie: somebody.cookie } }).then((response) => response.text())
    await Promise.all(gone)
  }

  test('leave nothing behind that stays: sessions, pages that listen, cut off or closed at any moment', async () => {
    const [samples, visitsEach] = [14, 100]
    let turn = 0
    const visits = async (): Promise<number> => {
      for (const until = turn + visitsEach; turn < until; turn += 1) await visit(turn)
      return memory()
    }
    for (let time = 0; time < 4; time += 1) await visits()
    const files = openFiles()
    const found: number[] = []
    for (let sample = 0; sample < samples; sample += 1) found.push(await visits())
    // Some hundred bytes are of what still fills up to its limit: moments that were read, the end of the log. One listener that stays is more than a thousand.
    expect(slope(found) * 2 ** 20 / visitsEach).toBeLessThan(1_536)
    await reached(() => openFiles() < files + 10)
  }, 1_800_000)
})
