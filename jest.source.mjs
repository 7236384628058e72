// The sources as Node loads them by itself, for specs that run in bare Node: TypeScript is made into JavaScript on the way in, once for
// each state of a file, and what specs import of Jest is what stands in its place there. Node's own way leaves out decorators.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync, version } from '@swc/core'
import { swc } from './swc.jest.mjs'

const kept = join(import.meta.dirname, 'node_modules/.cache/samenspel-specs')
mkdirSync(kept, { recursive: true })
const how = JSON.stringify([version, swc])

const globals = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it', 'jest', 'test'].join(', ')
const jestGlobals = `data:text/javascript,export const { ${globals} } = globalThis`

const beginnings = [() => { globalThis.jest.restoreAllMocks() }]
/** Has something done before each spec, which finds what the one before it left: modules stay loaded. */
export const beforeEachSpec = (begin) => { beginnings.push(begin) }

/** JavaScript for a file, from the last time it was the same. Several processes may write the same: each puts its own in place whole. */
const javascriptOf = (filename) => {
  const text = readFileSync(filename, 'utf8')
  const file = join(kept, createHash('sha256').update(`${how}\n${filename}\n${text}`).digest('hex'))
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const { code } = transformSync(text, { ...swc, filename })
    writeFileSync(`${file}.${process.pid}`, code)
    renameSync(`${file}.${process.pid}`, file)
    return code
  }
}

// Where there is a page, packages are those that a browser gets.
const conditions = ['@samenspel/source', ...(typeof document === 'undefined' ? [] : ['browser'])]

registerHooks({
  resolve: (specifier, context, next) => specifier === '@jest/globals'
    ? { url: jestGlobals, shortCircuit: true }
    : next(specifier, { ...context, conditions: [...conditions, ...context.conditions] }),
  load: (url, context, next) => {
    const [address] = url.split('?', 1)
    // Every class is its own name.
    if (address.endsWith('.css')) return { format: 'module', source: 'export default new Proxy({}, { get: (_, name) => String(name) })', shortCircuit: true }
    if (!/^file:.*\.tsx?$/.test(address) || address.includes('/node_modules/')) return next(url, context)
    if (/\.spec\.tsx?$/.test(address)) for (const begin of beginnings) begin()
    return { format: 'module', source: javascriptOf(fileURLToPath(address)), shortCircuit: true }
  },
})
