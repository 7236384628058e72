import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { binariesFolder } from './binaries.ts'

/** A PostgreSQL server of one test file, in a temporary folder, behind a socket that only this user can reach. */
export type PrivatePostgres = {
  /** The folder of its socket: `host` of a connection. */
  readonly socketFolder: string
  readonly urlOf: (database: string) => string
  /** The URL of the database that is there from the start. Stores lie apart in it by their schema; a database more costs a second. */
  readonly url: string
  /** Makes an empty database with a name of its own. @returns its URL */
  readonly createDatabase: () => Promise<string>
  /** Asks one thing over a connection of its own. @returns the rows */
  readonly query: (url: string, text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>
  /** Starts the server on what is there, and waits until it answers. */
  readonly start: () => Promise<void>
  /** `fast` ends all connections and writes everything down; `immediate` is a crash: nothing more is written. */
  readonly stop: (mode: 'fast' | 'immediate') => Promise<void>
  /** Runs a program that comes with PostgreSQL (`pg_dump`, `psql`). @returns what it printed */
  readonly run: (program: string, args: readonly string[], input?: string) => string
  /** Stops the server and removes everything. */
  readonly dispose: () => Promise<void>
}

/**
 * Makes a cluster and starts it. It is stopped and removed by `dispose`, and also when the process that asked for it
 * ends in any other way.
 * @param settings of `postgresql.conf`, beside those of the test: `{ wal_writer_delay: '10s' }`
 */
export const startPrivatePostgres = async (settings: Readonly<Record<string, string>> = {}): Promise<PrivatePostgres> => {
  const binaries = binariesFolder()
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const environment = { ...process.env, LC_ALL: 'C', LANG: 'C', TZ: 'UTC' }
  const run = (program: string, args: readonly string[], input?: string) =>
    execFileSync(join(binaries, program), args, { ...user, cwd: folder, env: environment, encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'inherit'] })
  const guard = guardFolder(folder, data)
  run('initdb', ['--pgdata', data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'])

  let server: ChildProcess | undefined
  const start = async () => {
    const given = { listen_addresses: '', unix_socket_directories: folder, max_connections: '60', shared_buffers: '32MB', ...settings }
    const args = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const started = spawn(join(binaries, 'postgres'), ['-D', data, ...args], { ...user, cwd: folder, env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
    server = started
    const said: string[] = []
    const ready = new Promise<void>((resolve, reject) => {
      // The log is read to its end, or a full pipe would stop the server.
      createInterface({ input: started.stderr }).on('line', line => {
        said.push(line)
        if (line.includes('database system is ready to accept connections')) resolve()
      })
      started.once('exit', () => { reject(new Error(`postgres ended:\n${said.join('\n')}`)) })
    })
    await ready
  }
  const stop = async (mode: 'fast' | 'immediate') => {
    if (server?.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
    await ended
  }
  const urlOf = (database: string) => `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`
  const query = async (url: string, text: string, values: readonly unknown[] = []) => {
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(text, [...values])).rows
    } finally {
      await client.end()
    }
  }
  await start()

  return {
    socketFolder: folder,
    urlOf,
    url: urlOf('postgres'),
    createDatabase: async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`
      await query(urlOf('postgres'), `CREATE DATABASE ${name}`)
      return urlOf(name)
    },
    query,
    start,
    stop,
    run: (program, args, input) => run(program, ['--host', folder, '--username', 'postgres', ...args], input),
    dispose: async () => {
      await stop('immediate')
      rmSync(folder, { recursive: true })
      guard.kill('SIGKILL')
    },
  }
}

/** Everybody has the user `nobody`, who owns nothing. */
const idOf = (which: '-u' | '-g'): number => Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }))

/**
 * A shell that waits until its standard input ends, as it does when this process ends, even by a kill; then it stops
 * the server and removes the folder. Signals to the test's own group don't reach it.
 */
const guardFolder = (folder: string, data: string): ChildProcess => {
  const script = 'cat; kill -QUIT "$(head -n 1 "$2/postmaster.pid")"; while [ -e "$2/postmaster.pid" ]; do sleep 0.1; done; rm -rf "$1"'
  const guard = spawn('sh', ['-c', script, 'guard', folder, data], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  guard.unref()
  ;(guard.stdin as unknown as { unref: () => void }).unref()
  return guard
}
