import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import { WrongExpectedRevision, type NewEvent } from '@samenspel/event-store'
import { handOverMemory, openAnswering, openAsking } from './hand-over.ts'
import { openSqliteEventStore } from './index.ts'
import type { AppendGroup, AppendOutcome } from './writer.ts'

const aGroup = (bytes: number, events = 1): AppendGroup => ({
  otherLog: 7,
  requests: [{ stream: 'test-1', expected: 3, events: Array.from({ length: events }, (_, i) => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: '{"by":"Zoë"}', data: new Uint8Array(bytes).fill(i + 1) })) }],
})
const written: AppendOutcome = { kind: 'written', revision: 4, sequence: 12 }

describe('between two threads', () => {
  const between = () => {
    const memory = handOverMemory()
    const { port1, port2 } = new MessageChannel()
    const asking = openAsking(memory, message => { port1.postMessage(message) })
    const answering = openAnswering(memory, port2)
    return { asking, answering, woken: () => receiveMessageOnPort(port1), close: () => { port1.close() } }
  }

  test.each([['a small', 600, 2], ['an empty', 0, 1], ['one as large as the memory', 2 ** 20, 1], ['a larger', 400_000, 3]])('%s group arrives as it was asked', (_, bytes, events) => {
    const { asking, answering, close } = between()
    const group = aGroup(bytes, events)
    asking.ask(group)
    const arrived = answering.next(0) as AppendGroup
    expect({ ...arrived, requests: arrived.requests.map(request => ({ ...request, events: request.events.map(event => ({ ...event, data: new Uint8Array(event.data) })) })) }).toEqual(group)
    close()
  })

  test('who looks finds the answer without being woken, and who sleeps is woken', () => {
    const { asking, answering, woken, close } = between()
    asking.setLooking(true)
    asking.ask(aGroup(10))
    answering.next(0)
    expect(asking.answer()).toBeUndefined()
    answering.answer([written])
    expect(asking.answer()).toEqual([written])
    expect(woken()).toBeUndefined()
    asking.setLooking(false)
    asking.ask(aGroup(10))
    expect(asking.answer()).toBeUndefined()
    answering.next(0)
    answering.answer([written, { kind: 'conflict', actual: 'none' }])
    expect(woken()).toEqual({ message: undefined })
    expect(asking.answer()).toEqual([written, { kind: 'conflict', actual: 'none' }])
    close()
  })

  test('an answer that does not fit comes as a message', () => {
    const { asking, answering, woken, close } = between()
    asking.setLooking(true)
    asking.ask(aGroup(10))
    answering.next(0)
    const answer: readonly AppendOutcome[] = [{ kind: 'failed', because: 'x'.repeat(500_000) }]
    answering.answer(answer)
    expect(asking.answer()).toBeUndefined()
    expect(woken()).toEqual({ message: answer })
    close()
  })

  test('who waits is given nothing when nothing was asked, and the end when it was', () => {
    const { asking, answering, close } = between()
    expect(answering.next(5)).toBeUndefined()
    asking.ask('close')
    expect(answering.next(5)).toBe('close')
    close()
  })
})

describe('a store', () => {
  let folder: string
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'event-store-hand-over-')) })
  afterAll(() => { rmSync(folder, { recursive: true }) })
  const anEvent = (bytes: number): NewEvent => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data: new Uint8Array(bytes).fill(bytes % 251) })

  test('writes small, large and refused appends that are asked at once, and each gets its own answer', async () => {
    const store = openSqliteEventStore({ file: join(folder, 'at-once.sqlite') })
    const sizes = Array.from({ length: 60 }, (_, i) => i % 20 === 3 ? 490_000 : 10 * i)
    const events = sizes.map(anEvent)
    const answers = await Promise.allSettled(events.map((event, i) => store.append(`test-${i % 59}`, 'none', [event])))
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 59 }, () => 'fulfilled'), 'rejected'])
    expect((answers.at(-1) as PromiseRejectedResult).reason).toBeInstanceOf(WrongExpectedRevision)
    expect((await Array.fromAsync(store.readAll())).map(({ id, data }) => [id, data.length, data.every(byte => byte === data.length % 251)]))
      .toEqual(events.slice(0, 59).map(({ id, data }) => [id, data.length, true]))
    await store.close()
  })

  test('takes nothing of the processor while nothing is asked of it', async () => {
    const store = openSqliteEventStore({ file: join(folder, 'idle.sqlite') })
    await store.append('test-1', 'none', [anEvent(10)])
    /** Milliseconds of processors that this process took in half a second. */
    const taken = async (): Promise<number> => {
      const before = process.cpuUsage()
      await new Promise(resolve => { setTimeout(resolve, 500) })
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1_000
    }
    // A thread that looked all the while would take all 500 ms, two that did 1,000. What others left to do in this process ends.
    let least = Infinity
    for (let looks = 0; looks < 10 && least >= 150; looks++) least = Math.min(least, await taken())
    expect(least).toBeLessThan(150)
    await store.close()
  })
})
