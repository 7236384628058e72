import { jsonText, metadataRest, metadataText, repeatedJsonText, sha256, type Metadata, type MetadataText, type NewEvent, type Revision, type StreamName } from '@samenspel/event-store'

/** The end of a stream as far as it was verified. Take it from a read, never make one up: an append goes on from it. */
export type Head = { readonly revision: Revision; readonly link: string }

/** The head of a stream without events. */
export const noEvents: Head = { revision: -1, link: '' }

/** An event was changed, moved or taken out: what stands at this revision does not follow from what stands before it. */
export class ChainBroken extends Error {
  readonly code = 'chain-broken'
  readonly stream: StreamName
  readonly revision: Revision
  constructor(stream: StreamName, revision: Revision) {
    super(`${stream}: the chain is broken at ${revision}`)
    this.name = 'ChainBroken'
    this.stream = stream
    this.revision = revision
  }
}

/**
 * The link of an event: a hash of the link before it and of all that is stored of the event, its sealed bytes included.
 * Over the sealed bytes, so the chain stays whole when a key is destroyed.
 * @param rest of the text of the metadata, where somebody has it already
 */
export const linkOf = (previous: string, { stream, revision, type, version, id, metadata, data }: NewEvent & { readonly stream: StreamName; readonly revision: Revision }, rest: string = metadataRest(metadata, apart)): string =>
  sha256(`${previous}\n[${streamText(stream)},${revision},${typeText(type)},${version},${jsonText(id)},${rest}]\n`, data, 'base64url')

const streamText = repeatedJsonText()
const typeText = repeatedJsonText()

/** A link can't be part of what it links. */
const apart = 'link'

/** The text of the metadata, whole and for its link. */
export const linkedText = (metadata: Metadata): MetadataText => metadataText(metadata, apart)
