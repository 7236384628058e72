/**
 * Stands for a KurrentDB server in tests: the official client talks to it over gRPC. It speaks the part of the protocol
 * that the adapter needs, through the service definitions that the client's package brings along.
 */
import { randomInt } from 'node:crypto'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
// The client's own gRPC: the double must speak with the very copy that the client uses.
import grpc, { type sendUnaryData, type ServerReadableStream, type ServerUnaryCall, type ServerWritableStream } from '@grpc/grpc-js'
import features, { type SupportedMethods } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js'
import featuresService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js'
import type { Empty } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js'
import streamsService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js'
import streams, { type AppendReq, type AppendResp, type ReadReq, type ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js'
import { createLog, type Expected, type KeptRecord, type KurrentdbLog, type Proposed } from './kurrentdb-log.ts'
import { appendAnswer, caughtUp, confirmation, nameOf, proposedOf, recordMessage, streamNotFound, tooLarge } from './kurrentdb-messages.ts'

export type KurrentdbDouble = {
  /** The connection string for the client. */
  readonly url: string
  /** Cuts all connections, as when the server is killed. What it has stays. */
  readonly stop: () => void
  /** Answers again, at the same port. */
  readonly start: () => Promise<void>
  /** The next append is written, and its client hears that the line broke. */
  readonly loseNextAnswer: () => void
  /** How many subscriptions run now. */
  readonly subscriptions: () => number
  /** How many events it has sent so far, to whomever. */
  readonly sent: () => number
  readonly log: KurrentdbLog
}

/** A port below those that a system gives to whoever asks for any: while the double is away, nobody else gets it. */
const somePort = () => randomInt(20_000, 32_000)
/** How many ports are tried before it counts as impossible to listen anywhere. */
const mostTries = 20

/** Listens on 127.0.0.1, at a free port. */
export const startKurrentdbDouble = async (): Promise<KurrentdbDouble> => {
  const log = createLog()
  const running = new Set<AbortController>()
  let server: grpc.Server | undefined
  let port = somePort()
  let sent = 0
  let losing = false
  const isLost = () => { const lost = losing; losing = false; return lost }

  const start = async () => {
    const starting = new grpc.Server()
    starting.addService(featuresService.ServerFeaturesService, { getSupportedMethods: supportedMethods })
    starting.addService(streamsService.StreamsService, { read: read(log, running, () => { sent += 1 }), append: append(log, isLost), batchAppend: (call: Writable) => { call.destroy(notInTheDouble) }, delete: notHere, tombstone: notHere })
    await new Promise<void>((resolve, reject) => {
      starting.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (error) => { if (error === null) resolve(); else reject(error) })
    })
    server = starting
  }
  for (let tries = 1; server === undefined; tries += 1) {
    await start().catch((error: unknown) => {
      if (tries === mostTries) throw error
      port = somePort()
    })
  }
  return { url: `kurrentdb://127.0.0.1:${port}?tls=false`, log, start, loseNextAnswer: () => { losing = true }, subscriptions: () => running.size, sent: () => sent, stop: () => { server?.forceShutdown() } }
}

const notInTheDouble = Object.assign(new Error('not in the double'), { code: grpc.status.UNIMPLEMENTED })
const lineBroke = Object.assign(new Error('the line broke'), { code: grpc.status.UNAVAILABLE })
const notHere = (_call: unknown, answer: sendUnaryData<never>) => { answer(notInTheDouble) }

/** A server of today: it offers appends in batches, too. The adapter has to do without, so the double does not know how. */
const supportedMethods = (_call: ServerUnaryCall<Empty, SupportedMethods>, answer: sendUnaryData<SupportedMethods>) => {
  const batchAppend = new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName('batchappend').setFeaturesList(['deadline_duration'])
  answer(null, new features.SupportedMethods().setEventStoreServerVersion('25.1.0').setMethodsList([batchAppend]))
}

const append = (log: KurrentdbLog, isLost: () => boolean) => (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>) => {
  const events: Proposed[] = []
  let options: AppendReq.Options | undefined
  call.on('data', (part: AppendReq) => {
    if (part.hasOptions()) options = part.getOptions()
    else events.push(proposedOf(part.getProposedMessage()!))
  })
  call.on('end', () => {
    const expected = expectedOf(options!)
    const outcome = log.append(nameOf(options!.getStreamIdentifier()!), expected, events)
    if (outcome.kind === 'written' && isLost()) answer(lineBroke)
    else if (outcome.kind === 'too large') answer(tooLarge())
    else answer(null, appendAnswer(outcome, expected))
  })
}

const expectedOf = (options: AppendReq.Options): Expected =>
  options.hasNoStream() ? 'none' : options.hasAny() ? 'any' : options.hasStreamExists() ? 'exists' : Number(options.getRevision())

const read = (log: KurrentdbLog, running: Set<AbortController>, sent: () => void) => (call: ServerWritableStream<ReadReq, ReadResp>) => {
  const options = call.request.getOptions()!
  const ending = new AbortController()
  call.on('cancelled', () => { ending.abort() })
  const answer = options.hasSubscription() ? following(log, running, options, ending) : found(log, options)
  // It is a Writable, though its type says a little less. A client that goes away in the middle is an everyday matter.
  pipeline(counting(answer, sent), call as unknown as Writable).catch(() => undefined)
}

/** Of all: from the given position on, inclusive. Of one stream: from a revision on; backwards from beyond the end, from the end. */
function* found(log: KurrentdbLog, options: ReadReq.Options): Generator<ReadResp> {
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS
  const stream = options.getStream()
  const name = stream === undefined ? undefined : nameOf(stream.getStreamIdentifier()!)
  const records = name === undefined ? log.all() : log.stream(name)
  if (name !== undefined && records.length === 0) {
    yield streamNotFound(name)
    return
  }
  const at = stream === undefined ? placeInAll(options.getAll()!) : stream.hasRevision() ? Number(stream.getRevision()) : stream.hasStart() ? -Infinity : Infinity
  const placeOf = (record: KeptRecord) => stream === undefined ? record.position : record.revision
  const wanted = records.filter(record => backwards ? placeOf(record) <= at : placeOf(record) >= at).filter(passes(options))
  if (backwards) wanted.reverse()
  yield* wanted.slice(0, Number(options.getCount())).map(recordMessage)
}

/** From the given position on, exclusive; then, as it comes. */
async function* following(log: KurrentdbLog, running: Set<AbortController>, options: ReadReq.Options, ending: AbortController): AsyncGenerator<ReadResp> {
  running.add(ending)
  try {
    yield confirmation()
    const after = placeInAll(options.getAll()!)
    let next = log.all().filter(({ position }) => position <= after).length
    for (let told = false; ; told = true) {
      for (; next < log.all().length; next++) if (passes(options)(log.all()[next]!)) yield recordMessage(log.all()[next]!)
      if (!told) yield caughtUp()
      if (next === log.all().length) await log.nextAppend(ending.signal)
    }
  } finally {
    running.delete(ending)
  }
}

async function* counting(messages: Iterable<ReadResp> | AsyncIterable<ReadResp>, sent: () => void): AsyncGenerator<ReadResp> {
  for await (const message of messages) {
    if (message.hasEvent()) sent()
    yield message
  }
}

const placeInAll = (all: ReadReq.Options.AllOptions): number => all.hasPosition() ? Number(all.getPosition()!.getCommitPosition()) : all.hasStart() ? -Infinity : Infinity

const passes = (options: ReadReq.Options): ((record: KeptRecord) => boolean) => {
  const filter = options.getFilter()
  if (filter === undefined) return () => true
  const expression = filter.getEventType() ?? filter.getStreamIdentifier()!
  const prefixes = expression.getPrefixList()
  return ({ type, stream }) => prefixes.some(prefix => (filter.hasEventType() ? type : stream).startsWith(prefix))
}
