/** The bytes of documents in the log of events: cut into parts, each sealed like any other fact about the same person. */
import { isErased, type SealedStore } from '@samenspel/event-codec'
import { EventStoreReadOnly, WrongExpectedRevision, type EventStore } from '@samenspel/event-store'
import { documentsStreamOf, type DocumentPartKept, type KeptDocument } from '@samenspel/family-case'
import type { Actor, FamilyId, Id, IsoInstant, Subject } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'

export type NewDocument = { readonly documentId: Id; readonly subject: Subject; readonly by: Actor; readonly at: IsoInstant; readonly bytes: Buffer }

export type DocumentParts = {
  /** Durable when it settles. @returns where the parts are. @throws Refused `only-reading` */
  readonly keep: (family: FamilyId, document: NewDocument) => Promise<Pick<KeptDocument, 'from' | 'parts'>>
  /** @returns nothing once it was erased. */
  readonly read: (family: FamilyId, document: Pick<KeptDocument, 'documentId' | 'from' | 'parts'>) => Promise<Buffer | undefined>
}

/** Bytes of one part: as text, sealed and with what stands beside it, it is smaller than the largest event. */
export const partBytes = 300_000
/** Parts that are written at once: a KurrentDB server takes no more than a mebibyte. */
const partsAtOnce = 2
/** Others keep documents of the same family meanwhile; parts of several may then lie between each other. */
const mostRetries = 20

/** How the bytes of a document are kept. */
export const openKeepingDocuments = (sealed: Pick<SealedStore, 'append' | 'head'>): DocumentParts['keep'] => {
  const append = async (family: FamilyId, documentId: Id, events: readonly DocumentPartKept[], retries = mostRetries): Promise<number> => {
    const stream = documentsStreamOf(family)
    const head = await sealed.head(stream)
    try {
      await sealed.append(stream, head, events, { commandId: documentId })
      return head.revision + 1
    } catch (error) {
      if (error instanceof EventStoreReadOnly) throw new Refused('only-reading')
      if (!(error instanceof WrongExpectedRevision) || retries === 0) throw error
      return append(family, documentId, events, retries - 1)
    }
  }
  return async (family, { documentId, subject, by, at, bytes }) => {
    const of = Math.ceil(bytes.length / partBytes)
    const events = Array.from({ length: of }, (_, part): DocumentPartKept =>
      ({ type: 'DocumentPartKept', subject, by, at, documentId, part, of, base64: bytes.subarray(part * partBytes, (part + 1) * partBytes).toString('base64') }))
    let from: number | undefined
    for (let first = 0; first < of; first += partsAtOnce) {
      const revision = await append(family, documentId, events.slice(first, first + partsAtOnce))
      from ??= revision
    }
    return { from: from ?? 0, parts: of }
  }
}

export const openDocumentParts = (sealed: Pick<SealedStore, 'append' | 'head' | 'read'>, log: Pick<EventStore, 'readStream'>): DocumentParts => ({
  keep: openKeepingDocuments(sealed),
  read: async (family, { documentId, from, parts }) => {
    const stream = documentsStreamOf(family)
    const found: Buffer[] = []
    for await (const { content } of sealed.read(stream, await headBefore(log, stream, from))) {
      if (isErased(content)) { if (found.length === 0) return undefined; continue }
      const { documentId: id, part, base64 } = content as DocumentPartKept
      // Sent twice at once, its parts may lie between each other.
      if (id === documentId && part === found.length) found.push(Buffer.from(base64, 'base64'))
      if (found.length === parts) return Buffer.concat(found)
    }
    return undefined
  },
})

/** Where the stream stood before the first part: what is older was verified when it was read, and by every check of the log. */
const headBefore = async (log: Pick<EventStore, 'readStream'>, stream: string, from: number) => {
  if (from === 0) return undefined
  for await (const { revision, metadata } of log.readStream(stream, { from: from - 1, limit: 1 })) return { revision, link: String(metadata['link']) }
  return undefined
}
