// `npm start`: builds what changed since the last time, then runs everything on one port until Ctrl-C.
// It starts no task runner: when nothing changed, the application runs at once.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const node = join(root, 'node_modules', '.bin', 'node')
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
const unbuilt = new Set(['node_modules', 'dist', 'test-results', 'coverage', 'cases', 'golden'])

/** Every file below a folder that a build may read, in a fixed order. */
const filesIn = (folder) => readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
  if (unbuilt.has(entry.name) || entry.name.startsWith('dist-') || /\.spec\.tsx?$/.test(entry.name)) return []
  const path = join(folder, entry.name)
  return entry.isDirectory() ? filesIn(path) : [path]
})

const shared = [join(root, 'package-lock.json'), join(root, 'tsconfig.base.json'), ...filesIn(join(root, 'libs'))]
const sharedHash = createHash('sha256')
for (const file of shared) sharedHash.update(file.slice(root.length)).update(readFileSync(file))
const ofLibraries = sharedHash.digest('hex')

/** What an app is built from, as one text: it changes when, and only when, the app has to be built again. */
const sourcesOf = (app) => {
  const hash = createHash('sha256').update(ofLibraries)
  for (const file of filesIn(join(root, 'apps', app))) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

const run = (args, cwd) => new Promise((resolve) => {
  let output = ''
  const child = spawn(node, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.on('data', (chunk) => { output += chunk })
  child.stderr.on('data', (chunk) => { output += chunk })
  child.once('close', (code) => { resolve({ code, output }) })
})

const build = async (app) => {
  const folder = join(root, 'apps', app)
  const stamp = join(folder, 'dist', '.built-from')
  const sources = sourcesOf(app)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  console.log(`Building ${app} ...`)
  const { code, output } = await run([vite, 'build', '--logLevel', 'warn'], folder)
  if (code !== 0) {
    console.error(`${output}\nBuilding ${app} failed.`)
    process.exit(1)
  }
  writeFileSync(stamp, sources)
}

await Promise.all(['api', 'desk', 'parent'].map(build))

const child = spawn(node, [join(root, 'apps', 'api', 'dist', 'main.js')], {
  cwd: root, stdio: 'inherit', env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'samenspel') },
})
// Only the application decides when it is done; it minds no signal that comes twice.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { child.kill(signal) })
child.once('exit', (code, signal) => { process.exit(code ?? (signal === null ? 0 : 1)) })
