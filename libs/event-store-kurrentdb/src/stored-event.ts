import type { BinaryEventData, ResolvedEvent } from '@kurrent/kurrentdb-client'
import type { Metadata, NewEvent, RecordedEvent } from '@samenspel/event-store'
import { tokenOf } from './kurrentdb-position.ts'

/**
 * What stands as metadata in KurrentDB. It has no place for a version; keys of ours can't meet the server's own (`$…`) in here;
 * and the server's time can't be had in milliseconds by every way of reading, so ours stands beside it.
 */
type Envelope = { readonly version: number; readonly recordedAt: string; readonly metadata: Metadata }

/** The bytes are copied: a later change by their owner doesn't travel. */
export const toStored = ({ id, type, version, metadata, data }: NewEvent): BinaryEventData => {
  const envelope: Envelope = { version, recordedAt: Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }), metadata }
  return { id, type, contentType: 'application/octet-stream', data: new Uint8Array(data), metadata: envelope }
}

/** @param prefix what stands before the stream's name in KurrentDB */
export const toRecorded = ({ event }: ResolvedEvent, prefix: string): RecordedEvent => {
  const { id, type, streamId, revision, position, data } = event!
  const { version, recordedAt, metadata } = event!.metadata as Envelope
  return { id, type, version, metadata, data: new Uint8Array(data as Uint8Array), stream: streamId.slice(prefix.length), revision: Number(revision), position: tokenOf(position!), recordedAt }
}
