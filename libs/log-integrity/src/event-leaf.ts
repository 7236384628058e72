import { jsonText, metadataText, repeatedJsonText, type MetadataText, type RecordedEvent } from '@samenspel/event-store'
import { hashOfLeaf, type Hash } from './hashing.ts'

/**
 * The leaf of an event: a hash of all that is recorded of it, where and when it stands included, over its sealed bytes.
 * Over the sealed bytes, so that the tree stays whole when a key is destroyed, and no hash tells what a short text said.
 * The form may never change: checkpoints that were signed before could not be followed any more.
 * @param text of the metadata, where somebody has it already
 */
export const leafOfEvent = ({ position, stream, revision, id, type, version, metadata, recordedAt, data }: RecordedEvent, text: Pick<MetadataText, 'whole'> = metadataText(metadata, '')): Hash =>
  // A line of JSON holds no newline, so nothing can be moved between the clear part and the sealed one.
  hashOfLeaf(data, `[${jsonText(position)},${streamText(stream)},${revision},${jsonText(id)},${typeText(type)},${version},${text.whole},${momentText(recordedAt)}]\n`)

const [streamText, typeText, momentText] = [repeatedJsonText(), repeatedJsonText(), repeatedJsonText()]
