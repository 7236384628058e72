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
/** A module of its own for each that asks, so that each spec begins with nothing that the one before it replaced. */
const jestFor = (asking) => `data:text/javascript,globalThis.jest.restoreAllMocks(); export const { ${globals} } = globalThis // ${encodeURIComponent(asking)}`

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

registerHooks({
  resolve: (specifier, context, next) => specifier === '@jest/globals'
    ? { url: jestFor(context.parentURL), shortCircuit: true }
    : next(specifier, { ...context, conditions: ['@samenspel/source', ...context.conditions] }),
  load: (url, context, next) => {
    const [address] = url.split('?', 1)
    return /^file:.*\.tsx?$/.test(address) && !address.includes('/node_modules/')
      ? { format: 'module', source: javascriptOf(fileURLToPath(address)), shortCircuit: true }
      : next(url, context)
  },
})
