import { hash } from 'node:crypto'
import { metadataInOrder, type Metadata, type NewEvent, type Revision, type StreamName } from '@samenspel/event-store'

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
 */
export const linkOf = (previous: string, event: NewEvent & { readonly stream: StreamName; readonly revision: Revision }): string => {
  const clear = JSON.stringify([event.stream, event.revision, event.type, event.version, event.id, withoutLink(event.metadata)])
  return hash('sha256', Buffer.concat([Buffer.from(`${previous}\n${clear}\n`), event.data]), 'base64url')
}

/** Its own link can't be part of what it links. */
const withoutLink = (metadata: Metadata) => metadataInOrder(metadata).filter(([name]) => name !== 'link')
