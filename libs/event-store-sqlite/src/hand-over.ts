/**
 * How a thread that asks and a thread that works hand each other what they have: through memory that both see, since waking a thread takes
 * as long as a quick disk takes to write. Whoever waits looks there for a moment first; only who looks no more has to be woken. What doesn't fit
 * into that memory goes as a message.
 */
import { availableParallelism } from 'node:os'
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads'
import type { AppendGroup, AppendOutcome, AppendRequest, StoredEvent } from './writer.ts'

/** Numbers that both threads see: how often was asked and answered, whether who asked looks, how long the text in the memory behind them is, and how long the work took. */
const [asked, answered, looks, textBytes, microseconds] = [0, 1, 2, 3, 4]
const headBytes = 64
const bodyBytes = 2 ** 20

export const handOverMemory = (): SharedArrayBuffer => new SharedArrayBuffer(headBytes + bodyBytes)

type Shared = { readonly head: Int32Array<SharedArrayBuffer>; readonly body: Buffer }
const sharedIn = (memory: SharedArrayBuffer): Shared => ({ head: new Int32Array(memory, 0, headBytes / 4), body: Buffer.from(memory, headBytes) })

/** On one processor, looking keeps the other thread from what one is waiting for. */
const canLook = availableParallelism() > 1

export type Asking = {
  /** One at a time: what was asked before is answered. */
  readonly ask: (what: AppendGroup | 'close') => void
  /** The answer, once it lies in the memory; from then on it may be overwritten. */
  readonly answer: () => readonly AppendOutcome[] | undefined
  /** Milliseconds that the other thread had what was answered last. */
  readonly worked: () => number
  /** Whether somebody looks for the answer: otherwise a message tells that it is there. */
  readonly setLooking: (isLooking: boolean) => void
  readonly canLook: boolean
}

/** @param post a message to the other thread */
export const openAsking = (memory: SharedArrayBuffer, post: (message: AppendGroup | 'close') => void): Asking => {
  const { head, body } = sharedIn(memory)
  let turn = 0
  return {
    ask: what => {
      const bytes = what === 'close' ? 0 : writeGroup(body, what)
      if (bytes === 0) post(what === 'close' ? what : alone(what))
      Atomics.store(head, textBytes, bytes)
      // Begins again where such a number ends.
      turn = (turn + 1) | 0
      Atomics.store(head, asked, turn)
      Atomics.notify(head, asked)
    },
    answer: () => Atomics.load(head, answered) === turn ? readText(body, Atomics.load(head, textBytes)) as readonly AppendOutcome[] : undefined,
    worked: () => Atomics.load(head, microseconds) / 1_000,
    setLooking: isLooking => { Atomics.store(head, looks, isLooking ? 1 : 0) },
    canLook,
  }
}

export type Answering = {
  /** Waits, asleep but for a first moment, until something is asked; nothing when nothing was for so many milliseconds. */
  readonly next: (longest: number) => AppendGroup | 'close' | undefined
  readonly answer: (outcomes: readonly AppendOutcome[]) => void
}

/** Milliseconds of looking before sleep: who has been answered often asks again at once. Where nobody looks for answers, looking for questions doesn't pay either. */
const beforeSleep = 0.1

export const openAnswering = (memory: SharedArrayBuffer, port: MessagePort): Answering => {
  const { head, body } = sharedIn(memory)
  let turn = 0
  let began = 0
  const isAsked = () => Atomics.load(head, asked) !== turn
  return {
    next: longest => {
      if (Atomics.load(head, looks) === 1) for (const until = performance.now() + beforeSleep; !isAsked() && performance.now() < until;);
      if (!isAsked()) Atomics.wait(head, asked, turn, longest)
      if (!isAsked()) return undefined
      began = performance.now()
      turn = Atomics.load(head, asked)
      const bytes = Atomics.load(head, textBytes)
      return bytes === 0 ? (receiveMessageOnPort(port) as { readonly message: AppendGroup | 'close' }).message : readGroup(body, bytes)
    },
    answer: outcomes => {
      const bytes = writeText(body, JSON.stringify(outcomes), 0)
      Atomics.store(head, microseconds, (performance.now() - began) * 1_000)
      if (bytes === 0) return port.postMessage(outcomes)
      Atomics.store(head, textBytes, bytes)
      Atomics.store(head, answered, turn)
      if (Atomics.load(head, looks) === 0) port.postMessage(undefined)
    },
  }
}

/** What was asked as a text, and the bytes of the events behind it. */
type GroupText = readonly [otherLog: number | null, requests: readonly RequestText[]]
type RequestText = readonly [stream: string, expected: AppendRequest['expected'], events: readonly EventText[]]
type EventText = readonly [id: string, type: string, version: number, metadata: string, bytes: number]

/** @returns how long the text is; 0 when all of it doesn't fit */
const writeGroup = (body: Buffer, { requests, otherLog }: AppendGroup): number => {
  let dataBytes = 0
  const texts = requests.map(({ stream, expected, events }): RequestText => [stream, expected, events.map(({ id, type, version, metadata, data }): EventText => {
    dataBytes += data.byteLength
    return [id, type, version, metadata, data.byteLength]
  })])
  const text: GroupText = [otherLog ?? null, texts]
  const bytes = writeText(body, JSON.stringify(text), dataBytes)
  let at = bytes
  if (bytes > 0) for (const { events } of requests) for (const { data } of events) { body.set(data, at); at += data.byteLength }
  return bytes
}

/** The bytes of its events lie in the memory, until the answer. */
const readGroup = (body: Buffer, textBytes: number): AppendGroup => {
  const [otherLog, requests] = readText(body, textBytes) as GroupText
  let at = textBytes
  return {
    requests: requests.map(([stream, expected, events]) => ({ stream, expected, events: events.map(([id, type, version, metadata, bytes]): StoredEvent =>
      ({ id, type, version, metadata, data: body.subarray(at, at += bytes) })) })),
    ...(otherLog !== null && { otherLog }),
  }
}

/** A message takes the whole pool along in which bytes may lie: so they are copied out of it. */
const alone = ({ requests, otherLog }: AppendGroup): AppendGroup =>
  ({ requests: requests.map(request => ({ ...request, events: request.events.map(event => ({ ...event, data: new Uint8Array(event.data) })) })), ...(otherLog !== undefined && { otherLog }) })

/** @param behind bytes that must find their place behind the text */
const writeText = (body: Buffer, text: string, behind: number): number =>
  // A UTF-16 unit takes three bytes at most.
  text.length * 3 + behind > body.length ? 0 : body.write(text, 0, 'utf8')
const readText = (body: Buffer, bytes: number): unknown => JSON.parse(body.toString('utf8', 0, bytes))
