import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { ApolloServer } from '@apollo/server'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Middleware } from '../http/protection.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { RequestContext } from './context.ts'
import { answerOverHttp } from './over-http.ts'
import { documentsIn } from './trusted-documents.ts'
import { tellOperatorAnew } from './unavailable.ts'

let server: Server
let apollo: ApolloServer<RequestContext>
/** What was let through, and what is over. */
let [begun, over] = [0, 0]
/** What looking for a session meets. */
let looking: () => Promise<undefined> = () => Promise.resolve(undefined)
const count: Middleware = (_request, response, next) => {
  begun += 1
  response.once('close', () => { over += 1 })
  next()
}

beforeAll(async () => {
  apollo = new ApolloServer<RequestContext>({ typeDefs: 'type Query { said(text: String!): String!, long: String! }', resolvers: { Query: { said: (_: unknown, { text }: { text: string }) => text, long: () => 'vla '.repeat(2_000) } } })
  await apollo.start()
  const others = (_request: unknown, response: { end: (text: string) => void }): void => { response.end('something else') }
  server = createServer(others)
  answerOverHttp(server, others, { apollo, sessions: { secure: false, find: () => looking() } as unknown as Sessions, documentOf: documentsIn(new Map(), false), before: [count] })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await apollo.stop()
})

const port = (): number => (server.address() as AddressInfo).port
const said = (text: string): string => JSON.stringify({ query: 'query ($text: String!) { said(text: $text) }', variables: { text } })
const post = async (body: string | Uint8Array, headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' }, path = '/graphql') => {
  const response = await fetch(`http://127.0.0.1:${port()}${path}`, { method: 'POST', headers, body })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const code = (text: string): unknown => (JSON.parse(text) as { errors: readonly { extensions: { code: unknown } }[] }).errors[0]?.extensions.code

/** Writes bytes as they are. */
const dial = async (): Promise<{ readonly socket: Socket; readonly hears: (what: RegExp) => Promise<string> }> => {
  const socket = connect(port(), '127.0.0.1').setEncoding('utf8')
  let text = ''
  socket.on('data', (more: string) => { text += more })
  await once(socket, 'connect')
  return { socket, hears: async (what) => { while (!what.test(text)) await once(socket, 'data'); return text } }
}
const head = (length: number, more = ''): string => `POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\n${more}content-length: ${length}\r\n\r\n`

describe('what is asked', () => {
  test('is answered at the path of the API, with or without more behind it, and at no other', async () => {
    for (const path of ['/graphql', '/graphql?one=1', '/graphql/']) expect((await post(said('ja'), undefined, path)).text).toBe('{"data":{"said":"ja"}}\n')
    for (const path of ['/', '/graphqls', '/x/graphql']) expect((await post(said('ja'), undefined, path)).text).toBe('something else')
  })
  test('may come in any pieces, also in the midst of a letter', async () => {
    const { socket, hears } = await dial()
    const body = Buffer.from(said('één ş 🥕'))
    socket.write(head(body.length))
    for (const byte of body) socket.write(Buffer.of(byte))
    expect(await hears(/\n$/)).toContain('{"data":{"said":"één ş 🥕"}}\n')
    socket.destroy()
  })
  test('is one after the other over one connection, also after one that was refused', async () => {
    const { socket, hears } = await dial()
    const [wrong, right] = ['{"query":', said('daarna')]
    socket.write(`${head(wrong.length)}${wrong}${head(right.length)}${right}`)
    expect(await hears(/daarna/)).toMatch(/400[^]*request-invalid[^]*200[^]*daarna/)
    socket.destroy()
  })
  test('is JSON in UTF-8 that a page of another site can not send, and nothing else', async () => {
    for (const type of ['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"']) expect((await post(said('ja'), { 'content-type': type })).status).toBe(200)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', 'application/json; charset=utf-16', '']) {
      const { status, text } = await post(said('ja'), { 'content-type': type })
      expect([type, status, code(text)]).toEqual([type, 400, 'request-invalid'])
    }
    expect((await post(said('ja'), { 'content-type': 'application/json', 'content-encoding': 'gzip' })).status).toBe(400)
    expect((await fetch(`http://127.0.0.1:${port()}/graphql?query=%7B%20long%20%7D`)).status).toBe(400)
    for (const body of ['', 'null', '"text"', '[]', '{}', '{"query":3}', '{"query":"{ long }","variables":[]}', '{"query":"{ long }","variables":"{}"}', '{"query":"{ long }","operationName":3}', '{"query":"{ long }"} x', Buffer.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d)]) {
      const { status, text } = await post(body)
      expect([body, status, code(text)]).toEqual([body, 400, 'request-invalid'])
    }
  })
  test('is no more than is taken, said or not said before, and what follows is read away', async () => {
    const { status, text } = await post(said('x'.repeat(110_000)))
    expect([status, code(text)]).toEqual([413, 'request-too-large'])
    const { socket, hears } = await dial()
    socket.write('POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n')
    for (let i = 0; i < 11; i += 1) socket.write(`${(10_000).toString(16)}\r\n${'x'.repeat(10_000)}\r\n`)
    expect(await hears(/request-too-large/)).toMatch(/^HTTP\/1.1 413 /)
    socket.write(`0\r\n\r\n${head(said('weer').length)}${said('weer')}`)
    expect(await hears(/weer/)).toContain('{"data":{"said":"weer"}}')
    socket.destroy()
  })
  test('and given up half way is over, with whatever was held for it', async () => {
    const { socket } = await dial()
    const before = [begun, over]
    socket.write(`${head(100)}{"query":`)
    while (begun === before[0]) await once(server, 'request')
    socket.destroy()
    while (over < begun) await new Promise((resolve) => { setImmediate(resolve) })
    expect([begun - before[0]!, over - before[1]!]).toEqual([1, 1])
  })
})

describe('an answer', () => {
  test('says what every answer says, and is kept nowhere', async () => {
    for (const { headers } of [await post(said('ja')), await post('{'), await post(said('x'.repeat(110_000)))]) {
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.get('etag')).toBeNull()
    }
  })
  test('that is long comes smaller to who takes it so, and as it is to who doesn’t', async () => {
    const answer = async (more: Readonly<Record<string, string>>) => {
      const asking = request({ port: port(), host: '127.0.0.1', path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json', ...more } }).end('{"query":"{ long }"}')
      const [response] = await once(asking, 'response') as [IncomingMessage]
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part as Buffer)
      return { headers: response.headers, bytes: Buffer.concat(parts) }
    }
    const plain = await answer({})
    expect(plain.bytes.toString()).toBe(`${JSON.stringify({ data: { long: 'vla '.repeat(2_000) } })}\n`)
    expect(plain.headers['content-encoding']).toBeUndefined()
    const small = await answer({ 'accept-encoding': 'gzip' })
    expect(small.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8', 'x-content-type-options': 'nosniff' })
    expect(small.bytes.length).toBeLessThan(plain.bytes.length / 4)
    expect(gunzipSync(small.bytes)).toEqual(plain.bytes)
  })
  test('where who asks can’t be looked up is a refusal', async () => {
    const told = jest.spyOn(console, 'error').mockReturnValue(undefined)
    tellOperatorAnew()
    looking = () => Promise.reject(Object.assign(new Error('gone'), { code: 'database-unavailable' }))
    try {
      const { status, headers, text } = await post(said('ja'), { 'content-type': 'application/json', cookie: 'samenspel_desk=a' })
      expect([status, headers.get('retry-after'), code(text)]).toEqual([503, '5', 'store-unavailable'])
      expect(told).toHaveBeenCalledWith('store-unavailable: gone')
    } finally {
      told.mockRestore()
      looking = () => Promise.resolve(undefined)
    }
  })
})
