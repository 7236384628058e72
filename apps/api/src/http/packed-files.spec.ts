import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request as ask, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { servePacked } from './packed-files.ts'

let folder: string
let server: Server
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-packed-'))
  await writeFile(join(folder, 'page-a1.js'), `console.log('${'spoon '.repeat(100)}')`)
  await writeFile(join(folder, 'page-a1.css'), '.spoon { color: green }')
  await writeFile(join(folder, 'page-a1.js.map'), '{}')
  const packed = servePacked(folder, 'public, immutable')
  server = createServer((request, response) => { packed(request, response, () => { response.writeHead(404).end('the next') }) })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
})
afterAll(async () => {
  await new Promise((resolve) => { server.close(resolve) })
  await rm(folder, { recursive: true })
})

/** As a browser asks; `fetch` would say by itself what it takes, and unpack what comes. */
const get = (path: string, takes: string | undefined, method = 'GET') => new Promise<{ readonly status: number | undefined; readonly headers: IncomingHttpHeaders; readonly body: Buffer }>((resolve, reject) => {
  ask({ port: (server.address() as AddressInfo).port, path, method, agent: false, ...(takes !== undefined && { headers: { 'accept-encoding': takes } }) }, (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part)).on('end', () => { resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }) })
  }).on('error', reject).end()
})

test('a script and a style come packed, the same each time, and are kept by the browser', async () => {
  for (const [path, type, words] of [['/page-a1.js', 'text/javascript; charset=utf-8', 'spoon spoon'], ['/page-a1.css', 'text/css; charset=utf-8', '.spoon']] as const) {
    const first = await get(path, 'gzip, deflate, br, zstd')
    expect(first.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': type, 'cache-control': 'public, immutable', vary: 'accept-encoding', 'content-length': String(first.body.length) })
    expect(brotliDecompressSync(first.body).toString()).toContain(words)
    // From memory: the file is read no more.
    await rm(join(folder, path))
    expect((await get(path, 'br')).body).toEqual(first.body)
    const { status, body, headers } = await get(path, 'br;q=1.0, gzip', 'HEAD')
    expect([status, body.length, headers['content-length']]).toEqual([200, 0, String(first.body.length)])
  }
})

test('who takes no Brotli, and what is no such file, goes on to the next', async () => {
  for (const takes of [undefined, 'gzip', 'gzip, br;q=0', 'brotli']) expect((await get('/page-a1.css', takes)).status).toBe(404)
  for (const path of ['/page-a1.js.map', '/none.js', '/../package.json', '/%2e%2e/secret.js', '/constructor', '/']) expect((await get(path, 'br')).status).toBe(404)
  expect((await get('/page-a1.js', 'br', 'POST')).status).toBe(404)
})
