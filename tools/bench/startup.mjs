// How long a person waits after `npm start`, beside a bare Node server that starts on the same machine in the same run.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const rounds = 5

const freePort = () => new Promise((resolve) => {
  const server = createServer()
  server.listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => { resolve(port) }) })
})

/** Seconds from starting a command until `url` answers; the process is stopped again. */
const secondsToAnswer = async (command, args, url, environment) => {
  const began = performance.now()
  const child = spawn(command, args, { cwd: root, stdio: 'ignore', env: { ...process.env, ...environment }, detached: true })
  const ended = new Promise((resolve) => { child.once('exit', resolve) })
  while (!(await fetch(url).then((answer) => answer.ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`${command} ${args.join(' ')} stopped with code ${child.exitCode}`)
    await new Promise((resolve) => { setTimeout(resolve, 10) })
  }
  const seconds = (performance.now() - began) / 1000
  process.kill(-child.pid, 'SIGTERM')
  await ended
  return seconds
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** @returns the figures of the suite, in seconds. */
export const measure = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'))
  try {
    const port = await freePort()
    const environment = { SAMENSPEL_PORT: String(port), SAMENSPEL_DATA: join(folder, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(folder, 'keys/master.key') }
    const query = `http://127.0.0.1:${port}/graphql?query=${encodeURIComponent('{__typename}')}`
    const start = () => secondsToAnswer('npm', ['start'], `http://127.0.0.1:${port}/readyz`, environment)
    const bare = () => secondsToAnswer('node', ['-e', `require('http').createServer((q, a) => a.end('{}')).listen(${port}, '127.0.0.1')`], query, {})
    const emptyFolder = await start()
    const again = []
    const references = []
    for (let round = 0; round < rounds; round += 1) {
      again.push(await start())
      references.push(await bare())
    }
    const reference = median(references)
    const figure = (name, value, limit) => ({ name, value, unit: 's', reference, ratio: value / reference, goal: `≤ ${limit} s`, met: value <= limit })
    return [
      figure('npm start on an empty data folder, installed and built: first answer', emptyFolder, 20),
      figure('npm start the second time: first answer (median of 5)', median(again), 5),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
