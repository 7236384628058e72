import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { EventStore } from '@samenspel/event-store'
import { openMemoryEventStore } from '@samenspel/event-store/testing'
import { newId, systemClock } from '@samenspel/kernel'
import { leafOfEvent, rootOf, signCheckpoint, verifyCheckpoint } from '@samenspel/log-integrity'
import type { Trouble } from '@samenspel/read-models'
import { openCheckpointStore, type CheckpointStore } from './checkpoint-store.ts'
import { startCheckpointing, type Checkpointing, type CheckpointingParts } from './checkpointing.ts'

const never = 2 ** 31 - 1
const key = { installation: newId(), ...generateKeyPairSync('ed25519') }

let folder: string
let events: EventStore
let accessLog: EventStore
let store: CheckpointStore
let running: Checkpointing | undefined
let troubles: Trouble[]
let server: Server | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkpointing-'))
  events = openMemoryEventStore()
  accessLog = openMemoryEventStore()
  store = openCheckpointStore(join(folder, 'checkpoints.sqlite'))
  troubles = []
})
afterEach(async () => {
  await running?.close()
  running = undefined
  store.close()
  server?.close()
  server = undefined
  rmSync(folder, { recursive: true })
})

const start = async (given: Partial<CheckpointingParts> = {}): Promise<Checkpointing> => running = await startCheckpointing({
  logs: { events, 'access-log': accessLog }, store, key, place: undefined, clock: systemClock, report: (trouble) => { troubles.push(trouble) }, every: { events: 10, milliseconds: never }, ...given,
})
const stop = async (): Promise<void> => {
  await running?.close()
  running = undefined
}
const write = async (count: number, to = events): Promise<void> => {
  for (let i = 0; i < count; i++) await to.append('diary-1', 'any', [{ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data: new Uint8Array([i]) }])
}
const until = async (reached: () => boolean): Promise<void> => { while (!reached()) await setTimeout(2) }
const sizes = (log: 'events' | 'access-log' = 'events') => store.checkpoints(log).map(({ size }) => size)

describe('checkpoints', () => {
  test('are signed after so many events, and of all of them at the end', async () => {
    await start()
    await write(12)
    await until(() => sizes().length > 0)
    expect(sizes()[0]).toBeGreaterThanOrEqual(10)
    await write(4)
    await stop()
    const last = store.newest('events')
    expect(verifyCheckpoint(last?.note ?? '', key.publicKey)).toEqual({ origin: `samenspel/${key.installation}/events`, size: 16, root: rootOf((await Array.fromAsync(events.readAll())).map((event) => leafOfEvent(event))) })
    expect(sizes('access-log')).toEqual([])
  })
  test('are signed after some time when something was written, and not when nothing was', async () => {
    await start({ every: { events: never, milliseconds: 5 } })
    await write(3, accessLog)
    await until(() => sizes('access-log').at(-1) === 3)
    await stop()
    expect(sizes('access-log').filter((size) => size === 3)).toHaveLength(1)
    await start({ every: { events: never, milliseconds: 5 } })
    await write(1)
    await until(() => sizes().length === 1)
    await stop()
    expect(sizes('access-log').filter((size) => size === 3)).toHaveLength(1)
  })
  test('are told to other processes, and nothing is told while nothing is written, also of what stood there before the start', async () => {
    let told = 0
    await write(12)
    await start({ handOver: async () => { await Promise.resolve(); told += 1 }, every: { events: 10, milliseconds: 5 } })
    await setTimeout(50)
    expect(told).toBe(0)
    await write(1)
    await until(() => sizes().at(-1) === 13)
    await stop()
    expect(told).toBeGreaterThan(0)
  })
  test('go on from where the tree was, whoever grew it meanwhile', async () => {
    await start()
    await write(7)
    await stop()
    await write(5)
    await start()
    await write(11)
    await until(() => sizes().length > 1)
    await stop()
    expect(sizes().at(-1)).toBe(23)
    expect(store.leaves('events', 0, 100)).toEqual((await Array.fromAsync(events.readAll())).map((event) => leafOfEvent(event)))
  })
})

describe('copies outside', () => {
  test('lie in a folder, with the public key, and are written once', async () => {
    const place = { folder: join(folder, 'outside') }
    await start({ place })
    await write(3)
    await write(2, accessLog)
    await stop()
    const names = readdirSync(place.folder)
    expect(names).toEqual([
      `samenspel-${key.installation}-access-log-000000000002.checkpoint`, `samenspel-${key.installation}-access-log.public-key`,
      `samenspel-${key.installation}-events-000000000003.checkpoint`, `samenspel-${key.installation}-events.public-key`,
    ])
    expect(verifyCheckpoint(readFileSync(join(place.folder, names[2]!), 'utf8'), key.publicKey).size).toBe(3)
  })
  test('are handed over later when the place can not be reached, and the operator is told once', async () => {
    const wall = join(folder, 'wall')
    writeFileSync(wall, 'in the way')
    const place = { folder: join(wall, 'outside') }
    const checkpointing = await start({ place, every: { events: 1, milliseconds: 5 } })
    await write(1)
    await until(() => checkpointing.isHeldUp())
    await write(1)
    await until(() => sizes().length === 2)
    rmSync(wall)
    await until(() => !checkpointing.isHeldUp())
    expect(readdirSync(place.folder)).toHaveLength(3)
    expect(troubles).toEqual([{ follower: 'checkpoints', what: 'held-up', code: 'checkpoints-place-unreachable' }])
  })
  test('go to an address by POST; one that contradicts is told', async () => {
    const notes: string[] = []
    server = createServer((request, response) => {
      let note = ''
      request.on('data', (chunk: Buffer) => { note += chunk.toString() })
      request.on('end', () => {
        notes.push(note)
        response.writeHead(notes.length === 1 ? 204 : 409).end()
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const checkpointing = await start({ place: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }, every: { events: 1, milliseconds: never } })
    await write(1)
    await until(() => notes.length === 1)
    expect(verifyCheckpoint(notes[0]!, key.publicKey).size).toBe(1)
    await write(1)
    await until(() => checkpointing.isHeldUp())
    expect(troubles).toMatchObject([{ code: 'checkpoint-contradicted' }])
  })
})

describe('a start', () => {
  test('is refused when events are missing that were signed here', async () => {
    await start()
    await write(5)
    await stop()
    events = openMemoryEventStore()
    await write(4)
    await expect(start()).rejects.toThrow('The events are not all there: a checkpoint in the data folder tells of more.')
  })
  test('is refused when a checkpoint outside tells of more lines than there are', async () => {
    const place = { folder: join(folder, 'outside') }
    await start({ place })
    await write(5, accessLog)
    await stop()
    accessLog = openMemoryEventStore()
    await write(4, accessLog)
    store.close()
    store = openCheckpointStore(join(folder, 'anew.sqlite'))
    await expect(start({ place })).rejects.toThrow(/^The lines of the access log are not all there: the checkpoint samenspel-\S+-access-log-000000000005\.checkpoint in the place/)
  })
  test('is not held up by a checkpoint outside that was never signed here', async () => {
    const place = { folder: join(folder, 'outside') }
    await start({ place })
    await write(3)
    await stop()
    const forged = { origin: `samenspel/${key.installation}/events`, size: 99, root: rootOf([]) }
    writeFileSync(join(place.folder, `samenspel-${key.installation}-events-000000000099.checkpoint`), signCheckpoint(forged, generateKeyPairSync('ed25519').privateKey))
    await start({ place })
    expect(troubles).toEqual([])
  })
  test('goes on after the operator gave the missing ones up, under another name', async () => {
    const place = { folder: join(folder, 'outside') }
    await start({ place })
    await write(5)
    await stop()
    const whole = await Array.fromAsync(events.readAll())
    events = openMemoryEventStore()
    await write(3)
    store.acceptLoss('events', { size: 3, position: whole[2]!.position }, 2, systemClock())
    await start({ place })
    await write(2)
    await stop()
    const note = store.newest('events')?.note ?? ''
    expect(verifyCheckpoint(note, key.publicKey)).toMatchObject({ origin: `samenspel/${key.installation}/events/2`, size: 5 })
    expect(troubles).toEqual([])
  })
})
