// `npm start`: builds what changed since the last start, then runs the application until Ctrl-C.
// Nothing is built twice: the sources of each app are hashed, and an app whose hash is known is left as it is.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name) => join(root, 'node_modules/.bin', name)
const apps = ['desk', 'parent', 'api']

/** Every file that a build reads: the app's own, and those of all libraries. */
const sources = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  if (/^(?:node_modules|dist.*|test-results|golden|cases)$/.test(entry.name) || /\.spec\.tsx?$/.test(entry.name)) return []
  const path = join(folder, entry.name)
  return entry.isDirectory() ? sources(path) : [path]
})

const hashOf = (app) => {
  const hash = createHash('sha256')
  const files = [...sources(join(root, 'apps', app)), ...sources(join(root, 'libs')), join(root, 'package-lock.json'), join(root, 'tsconfig.base.json')]
  // Size and time of change tell a changed file from an unchanged one; reading them all would cost a second.
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

const stampOf = (app) => join(root, 'apps', app, 'dist/.built-from')
const isBuilt = (app, hash) => existsSync(stampOf(app)) && readFileSync(stampOf(app), 'utf8') === hash

const build = (app) => new Promise((resolve, reject) => {
  const child = spawn(bin('node'), [bin('vite'), 'build', '--logLevel', 'warn'], { cwd: join(root, 'apps', app), stdio: ['ignore', 'inherit', 'inherit'] })
  child.once('exit', (code) => { if (code === 0) resolve(); else reject(new Error(`apps/${app} could not be built`)) })
})

const stale = apps.map((app) => [app, hashOf(app)]).filter(([app, hash]) => !isBuilt(app, hash))
try {
  for (const [index, [app, hash]] of stale.entries()) {
    console.log(`Building ${app} (${index + 1} of ${stale.length}) …`)
    await build(app)
    writeFileSync(stampOf(app), hash)
  }
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

// The application's own process: it gets the signals, and its exit code is ours.
const application = spawn(bin('node'), [join(root, 'apps/api/dist/main.js')], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { application.kill(signal) })
application.once('exit', (code, signal) => { process.exit(signal === null ? code ?? 1 : 1) })
