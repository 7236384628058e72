import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openHouse, type Environment, type House } from './housed.ts'

/** The built application, running on a port and a folder of its own. */
export type Instance = {
  readonly url: string
  /** The settings with which it runs, to start a second process beside it. */
  readonly environment: Environment
  readonly stop: () => Promise<void>
}

/** One that has a process to itself. */
export type OwnProcess = Instance & {
  /** Kills the process as a power cut would, and starts it again on the same data. */
  readonly killAndRestart: () => Promise<void>
  /** Stops the process in order, and starts it again on the same data. */
  readonly restart: () => Promise<void>
}

const main = join(import.meta.dirname, '../../../api/dist/main.js')

/** How long, in milliseconds, a start may take before the test gives up: generous, since the machine may be busy. */
const longestStart = 240_000

/** A port that nobody uses now, below those that a system gives to whoever asks for any: nobody else gets it before who asked uses it. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    const server = createServer().listen(port, '127.0.0.1')
    const isFree = await once(server, 'listening').then(() => true, () => false)
    if (!isFree) continue
    server.close()
    await once(server, 'close')
    return port
  }
}

export type FreshSettings = { readonly folder: string; readonly environment: Environment }

/** Settings on a fresh temporary folder and a free port. */
export const freshSettings = async (): Promise<FreshSettings> => {
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-e2e-'))
  return {
    folder,
    environment: {
      SAMENSPEL_PORT: String(await freePort()), SAMENSPEL_DATA: join(folder, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(folder, 'keys', 'master.key'),
    },
  }
}

type Running = {
  readonly child: ChildProcess
  readonly output: () => string
  /** The exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>
}

/** What a test runner says of colours is not for the application: Node would warn that it is told two things. What was compiled is kept, as `npm start` does. */
const inherited = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, NODE_COMPILE_CACHE: join(import.meta.dirname, '../../../../node_modules/.cache/samenspel') }

const launch = (environment: Environment, program = main): Running => {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...inherited, ...environment } })
  let output = ''
  const hear = (chunk: Buffer) => { output += chunk.toString() }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  // No process outlives the tests, whatever ends them.
  const follow = () => { child.kill('SIGKILL') }
  process.once('exit', follow)
  child.once('close', () => { process.off('exit', follow) })
  return { child, output: () => output, ended: new Promise((resolve) => { child.once('close', resolve) }) }
}

/** Starts a process of which it is expected that it refuses to run. @returns its exit code and what it said. */
export const startRefused = async (environment: Environment): Promise<{ readonly code: number | null; readonly said: string }> => {
  const { child, output, ended } = launch(environment)
  const impatience = setTimeout(() => { child.kill('SIGKILL') }, longestStart)
  const code = await ended
  clearTimeout(impatience)
  return { code, said: output().trim() }
}

const startReady = async (environment: Environment, program?: string): Promise<Running> => {
  const running = launch(environment, program)
  const deadline = Date.now() + longestStart
  while (running.child.exitCode === null && !(await answers(`http://127.0.0.1:${environment['SAMENSPEL_PORT'] ?? ''}/readyz`))) {
    if (Date.now() > deadline) running.child.kill('SIGKILL')
    await new Promise((resolve) => { setTimeout(resolve, 50) })
  }
  if (running.child.exitCode !== null) throw new Error(`The application stopped with code ${running.child.exitCode}:\n${running.output()}`)
  return running
}

const answers = async (address: string): Promise<boolean> => {
  try { return (await fetch(address)).ok } catch { return false }
}

/** Where the journeys find a folder in which the demo region was opened this very run, by the application itself. */
const openedRegion = 'SAMENSPEL_E2E_OPENED_REGION'

/** Waits until all that the region records has led to what it leads to, and was gone through for mail: each that begins from it would do that anew. */
const followed = async (folder: string): Promise<void> => {
  const [events, state, tables] = ['events', 'state', 'read-models'].map((name) => new DatabaseSync(join(folder, `${name}.sqlite`), { readOnly: true })) as [DatabaseSync, DatabaseSync, DatabaseSync]
  const placeIn = (database: DatabaseSync, follower: string) => Number(database.prepare('SELECT position AS at FROM checkpoint WHERE follower = ?').get(follower)?.['at'] ?? 0)
  const reached = async (what: () => boolean): Promise<void> => { while (!what()) await new Promise((resolve) => { setTimeout(resolve, 20) }) }
  const last = (type: string) => Number(events.prepare('SELECT max(position) AS at FROM event WHERE type = ?').get(type)?.['at'])
  // What came of late cancellations is the last that gives a reason to write to somebody.
  await reached(() => placeIn(tables, 'late-cancellations') >= last('AppointmentCancelled'))
  await reached(() => placeIn(state, 'messages') >= last('ReflectionPromptOpened'))
  for (const database of [events, state, tables]) database.close()
}

/** Opens the demo region once, for all journeys to begin from. @returns what takes it away again */
export const openRegionOnce = async (): Promise<() => Promise<void>> => {
  const { folder, environment } = await freshSettings()
  const { child, ended } = await startReady(environment)
  await followed(join(folder, 'data'))
  child.kill('SIGTERM')
  await ended
  process.env[openedRegion] = folder
  return () => rm(folder, { recursive: true, force: true })
}

/** Settings on a fresh folder that holds the region as it was opened. */
const withRegion = async (): Promise<FreshSettings> => {
  const fresh = await freshSettings()
  const opened = process.env[openedRegion]
  if (opened !== undefined) await cp(opened, fresh.folder, { recursive: true })
  return fresh
}

const urlOf = (environment: Environment): string => `http://127.0.0.1:${environment['SAMENSPEL_PORT'] ?? ''}`

/**
 * Starts the application in a process of its own, with the demo region open, or on an empty folder with settings of its own, and
 * waits until it is ready.
 * @param program another one than was built here
 */
export const startInstance = async (settings?: Environment, program?: string): Promise<OwnProcess> => {
  const { folder, environment: own } = await (settings === undefined ? withRegion() : freshSettings())
  const environment = { ...own, ...settings }
  let running = await startReady(environment, program)
  const end = async (signal: NodeJS.Signals) => { running.child.kill(signal); await running.ended }
  return {
    url: urlOf(environment), environment,
    killAndRestart: async () => { await end('SIGKILL'); running = await startReady(environment, program) },
    restart: async () => { await end('SIGTERM'); running = await startReady(environment, program) },
    stop: async () => { await end('SIGTERM'); await rm(folder, { recursive: true, force: true }) },
  }
}

/** A process for the instances of one worker, which need not load and warm up the application each anew. */
export const openOwnHouse = (): House => openHouse(inherited)

/** Starts the application with the demo region open, in a house. */
export const startIn = async (house: House): Promise<Instance> => {
  const { folder, environment } = await withRegion()
  const stop = await house.start(environment)
  return { url: urlOf(environment), environment, stop: async () => { await stop(); await rm(folder, { recursive: true, force: true }) } }
}
