import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built application, running on a port and a folder of its own. */
export type Instance = {
  readonly url: string
  /** Kills the process as a power cut would, and starts it again on the same data. */
  readonly killAndRestart: () => Promise<void>
  readonly stop: () => Promise<void>
}

const main = join(import.meta.dirname, '../../api/dist/main.js')

const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const server = createServer()
  server.once('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => { if (address !== null && typeof address === 'object') resolve(address.port); else reject(new Error('no port')) })
  })
})

/** Starts the application with the demo region on an empty folder and waits until it is ready. */
export const startInstance = async (environment: Readonly<Record<string, string>> = {}): Promise<Instance> => {
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`

  const start = async () => {
    const child = spawn(process.execPath, [main], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        SAMENSPEL_PORT: String(port),
        SAMENSPEL_DATA: join(folder, 'data'),
        SAMENSPEL_MASTER_KEY_FILE: join(folder, 'keys', 'master.key'),
        ...environment,
      },
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString() })
    child.stderr.on('data', (chunk: Buffer) => { output += chunk.toString() })
    const ended = new Promise<void>((resolve) => { child.once('exit', () => { resolve() }) })
    while (child.exitCode === null && !(await answers(`${url}/readyz`))) await new Promise((resolve) => { setTimeout(resolve, 50) })
    if (child.exitCode !== null) throw new Error(`The application stopped with code ${child.exitCode}:\n${output}`)
    const end = async (signal: NodeJS.Signals) => { child.kill(signal); await ended }
    return { end }
  }

  let running = await start()
  return {
    url,
    killAndRestart: async () => { await running.end('SIGKILL'); running = await start() },
    stop: async () => { await running.end('SIGTERM'); await rm(folder, { recursive: true, force: true }) },
  }
}

const answers = async (address: string): Promise<boolean> => {
  try { return (await fetch(address)).ok } catch { return false }
}
