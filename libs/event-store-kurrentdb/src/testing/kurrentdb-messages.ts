/** Between what the double keeps and the messages of the protocol. */
import grpc from '@grpc/grpc-js'
import shared, { type StreamIdentifier, type UUID } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js'
import streams, { type AppendReq, type AppendResp, type ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js'
import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js'
import type { Expected, KeptRecord, Outcome, Proposed } from './kurrentdb-log.ts'

type Answered = Exclude<Outcome, { readonly kind: 'too large' }>

export const nameOf = (identifier: StreamIdentifier): string => Buffer.from(identifier.getStreamName_asU8()).toString('utf8')
const identifierOf = (name: string): StreamIdentifier => new shared.StreamIdentifier().setStreamName(Buffer.from(name, 'utf8'))

const uuid = (id: string): UUID => new shared.UUID().setString(id)

export const proposedOf = (message: AppendReq.ProposedMessage): Proposed => ({
  id: message.getId()!.getString(),
  type: message.getMetadataMap().get('type')!,
  contentType: message.getMetadataMap().get('content-type')!,
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
})

export const recordMessage = ({ id, stream, revision, position, type, contentType, created, data, metadata }: KeptRecord): ReadResp => {
  const record = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuid(id)).setStreamIdentifier(identifierOf(stream)).setStreamRevision(String(revision))
    .setCommitPosition(String(position)).setPreparePosition(String(position)).setData(data).setCustomMetadata(metadata)
  // The server counts in steps of 100 nanoseconds.
  record.getMetadataMap().set('type', type).set('content-type', contentType).set('created', String(BigInt(created) * 10_000n))
  return new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(record).setCommitPosition(String(position)))
}

export const streamNotFound = (name: string): ReadResp =>
  new streams.ReadResp().setStreamNotFound(new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(name)))

export const confirmation = (): ReadResp =>
  new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID()))

export const caughtUp = (): ReadResp =>
  new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp().setTimestamp(new timestamps.Timestamp()))

export const appendAnswer = (outcome: Answered, expected: Expected): AppendResp => {
  const answer = new streams.AppendResp()
  if (outcome.kind === 'written') {
    const position = new streams.AppendResp.Position().setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position))
    return answer.setSuccess(new streams.AppendResp.Success().setCurrentRevision(String(outcome.revision)).setPosition(position))
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion()
  if (outcome.actual === 'none') wrong.setCurrentNoStream(new shared.Empty())
  else wrong.setCurrentRevision(String(outcome.actual))
  if (expected === 'none') wrong.setExpectedNoStream(new shared.Empty())
  else if (typeof expected === 'number') wrong.setExpectedRevision(String(expected))
  return answer.setWrongExpectedVersion(wrong)
}

/** What the server answers to an append of more than it takes. */
export const tooLarge = (): Partial<grpc.StatusObject> => {
  const metadata = new grpc.Metadata()
  metadata.set('exception', 'maximum-append-size-exceeded')
  metadata.set('maximum-append-size', '1048576')
  return { code: grpc.status.INVALID_ARGUMENT, details: 'Maximum Append Size Exceeded', metadata }
}
