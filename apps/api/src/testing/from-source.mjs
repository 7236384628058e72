// Lets Node run the application from its source, as Jest does: by itself it takes types away, but knows no decorators.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from '@swc/core'
import { swc } from '../../../../swc.jest.mjs'

const own = new URL('..', import.meta.url).href

registerHooks({
  load: (url, context, next) => {
    if (!url.startsWith(own) || !url.endsWith('.ts')) return next(url, context)
    const filename = fileURLToPath(url)
    return { format: 'module', shortCircuit: true, source: transformSync(readFileSync(filename, 'utf8'), { ...swc, filename, swcrc: false }).code }
  },
})
