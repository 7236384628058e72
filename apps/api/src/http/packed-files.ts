import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Middleware } from './protection.ts'

/** What is packed: text that a page waits for. */
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' }
/** Of 11: the last at which packing takes no longer than gzip does. */
const quality = 6
const pack = promisify(brotliCompress)
const takesBrotli = /(?:^|,)\s*br\s*(?:,|;\s*q=(?!0(?:\.0*)?\s*(?:,|$))|$)/

/**
 * Answers with scripts and styles of a folder: each is read and packed once, and from then on answered from memory. Whatever else is asked there,
 * and whoever takes no Brotli, goes on to the next.
 * @param folder of files whose names tell their content: one that is another has another name
 * @param keep how long a browser keeps them
 */
export const servePacked = (folder: string, keep: string): Middleware => {
  const there = new Set(existsSync(folder) ? readdirSync(folder).filter((name) => extname(name) in types) : [])
  const packed = new Map<string, Promise<Buffer>>()
  const packedFile = (name: string): Promise<Buffer> => {
    const known = packed.get(name) ?? readFile(join(folder, name)).then((bytes) => pack(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }))
    packed.set(name, known)
    // One that can't be read now may be there later.
    known.catch(() => { packed.delete(name) })
    return known
  }
  return (request, response, next) => {
    // Below the address at which this stands.
    const name = (request.url ?? '').slice(1)
    if ((request.method !== 'GET' && request.method !== 'HEAD') || !there.has(name) || !takesBrotli.test(String(request.headers['accept-encoding'] ?? ''))) { next(); return }
    packedFile(name).then((bytes) => {
      response.writeHead(200, { 'content-type': types[extname(name)], 'content-encoding': 'br', 'content-length': bytes.length, 'cache-control': keep, vary: 'accept-encoding' })
      response.end(request.method === 'HEAD' ? undefined : bytes)
    }, () => { next() })
  }
}
