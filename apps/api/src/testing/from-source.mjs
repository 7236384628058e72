// Lets Node run the application from its source, as Jest does: by itself it takes types away, but knows no decorators.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { swc } from '../../../../swc.jest.mjs'

const own = new URL('..', import.meta.url).href
/** What was made of a source is kept: specs start many processes. */
const kept = fileURLToPath(new URL('../../../../node_modules/.cache/samenspel-from-source', import.meta.url))
mkdirSync(kept, { recursive: true })
const require = createRequire(import.meta.url)
const made = JSON.stringify([swc, process.version])

registerHooks({
  load: (url, context, next) => {
    if (!url.startsWith(own) || !url.endsWith('.ts')) return next(url, context)
    const filename = fileURLToPath(url)
    const source = readFileSync(filename, 'utf8')
    const place = join(kept, `${createHash('sha256').update(`${made}\n${filename}\n${source}`).digest('hex')}.js`)
    return { format: 'module', shortCircuit: true, source: read(place) ?? write(place, require('@swc/core').transformSync(source, { ...swc, filename, swcrc: false }).code) }
  },
})

const read = (place) => { try { return readFileSync(place, 'utf8') } catch { return undefined } }

/** Whole or not at all: other processes read it meanwhile. */
const write = (place, code) => {
  const draft = `${place}.${process.pid}`
  writeFileSync(draft, code)
  renameSync(draft, place)
  return code
}
