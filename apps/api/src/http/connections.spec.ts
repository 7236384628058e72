import { afterEach, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { longestWay } from '../documents/documents.controller.ts'
import { limitPatience } from './connections.ts'

let server: Server
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

const patience = { idle: 10_000, headers: 10_000, request: 10_000, silent: 10_000 }
/** Answers each request with so many bytes. */
const serving = async (bytes: number, limits: Partial<typeof patience>): Promise<() => Socket> => {
  server = createServer({ connectionsCheckingInterval: 20 }, (request, response) => {
    request.resume()
    request.on('end', () => { response.end(Buffer.alloc(bytes)) })
    request.on('error', () => undefined)
  })
  limitPatience(server, { ...patience, ...limits })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.on('error', () => undefined)
    sockets.push(socket)
    return socket
  }
}
/** Settles when it is cut off, whether or not something that was sent meets a wall. */
const closed = (socket: Socket): Promise<void> => new Promise((resolve) => { socket.resume().once('close', () => { resolve() }) })
/** What is left open by then. */
const openAfter = async (end: Promise<unknown>): Promise<number> => {
  await end
  return new Promise((resolve, reject) => { server.getConnections((error, count) => { if (error === null) resolve(count); else reject(error) }) })
}

test('who never ends the head of a request is let go, byte by byte or not at all', async () => {
  const open = await serving(1, { headers: 150 })
  const [silent, slow] = [open(), open()]
  silent.write('GET / HTTP/1.1\r\n')
  slow.write('GET / HTTP/1.1\r\nx: ')
  const dripping = setInterval(() => slow.write('y'), 20)
  expect(await openAfter(Promise.all([silent, slow].map(closed)))).toBe(0)
  clearInterval(dripping)
})

test('who never ends the body of a request is let go', async () => {
  const open = await serving(1, { headers: 100, request: 200 })
  const slow = open()
  slow.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n')
  const dripping = setInterval(() => slow.write('y'), 20)
  expect(await openAfter(closed(slow))).toBe(0)
  clearInterval(dripping)
})

test('who asks and takes nothing of the answer is let go; who takes a little now and then is not', async () => {
  // Long enough for who takes little: the server hears of it only when a good part of what waits underway was taken.
  const open = await serving(30_000_000, { silent: 2_000 })
  const [deaf, slow] = [open(), open()]
  for (const socket of [deaf, slow]) socket.pause().write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  let taken = 0
  slow.on('data', (chunk: Buffer) => {
    taken += chunk.length
    slow.pause()
  })
  const taking = setInterval(() => slow.resume(), 20)
  const reached = async (what: () => boolean | Promise<boolean>): Promise<void> => { while (!await what()) await new Promise((resolve) => { setTimeout(resolve, 10) }) }
  const openNow = () => openAfter(Promise.resolve())
  await reached(async () => await openNow() === 2 && taken > 0)
  // A socket that doesn't read doesn't hear its end: the server does.
  await reached(async () => await openNow() < 2)
  expect(await openNow()).toBe(1)
  const before = taken
  await reached(() => taken > before + 1_000_000)
  clearInterval(taking)
  expect(slow.destroyed).toBe(false)
})

test('a file that is long on its way is told so, rather than cut off', async () => {
  await serving(1, {})
  limitPatience(server)
  expect(server.requestTimeout).toBeGreaterThan(longestWay)
  expect(server.timeout).toBeGreaterThan(server.requestTimeout)
})
