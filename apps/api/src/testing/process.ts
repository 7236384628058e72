import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** The application as an operator starts it. */
export type Process = {
  readonly child: ChildProcess
  readonly url: string
  /** Settles when it is open; with `false` when it ended before that. */
  readonly isOpen: Promise<boolean>
  /** Its exit code, and what it said. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>
}

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

/** What Node compiled of sources is kept for the next process, of this spec or another. */
export const compiled = join(import.meta.dirname, '../../../../node_modules/.cache/samenspel-compiled')

/** Starts `main.ts` from its source, on the data that `settingsIn(folder)` means. */
export const startProcess = async (folder: string, environment: Readonly<Record<string, string>> = {}): Promise<Process> => {
  const port = await freePort()
  const child = spawn(process.execPath, ['--conditions=@samenspel/source', '--import', join(import.meta.dirname, 'from-source.mjs'), join(import.meta.dirname, '../main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env, NODE_OPTIONS: '', FORCE_COLOR: undefined, NO_COLOR: undefined, NODE_COMPILE_CACHE: compiled,
      SAMENSPEL_PORT: String(port), SAMENSPEL_DATA: join(folder, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(folder, 'keys/master.key'), ...environment,
    },
  })
  let said = ''
  const opened = Promise.withResolvers<boolean>()
  const hear = (chunk: Buffer): void => {
    said += chunk.toString()
    if (said.includes('Samenspel is open')) opened.resolve(true)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = once(child, 'close').then(([code]) => {
    opened.resolve(false)
    return { code: code as number | null, said }
  })
  return { child, url: `http://127.0.0.1:${port}`, isOpen: opened.promise, ended }
}
