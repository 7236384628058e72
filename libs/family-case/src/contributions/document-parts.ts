/**
 * The bytes of documents, in parts small enough for every store, in the stream `documents-<id of the family>`: sealed with the key of
 * whom they are about, like what is written about them, and erased with it. Which document a part belongs to stands in the case file
 * (`KeptDocument`); nothing decides on these, so no state is folded from them.
 */
import type { Fact } from '../fact.ts'
import type { Retention } from '../messages.ts'

export type DocumentPartKept = Fact<'DocumentPartKept', { documentId: string; part: number; of: number; base64: string }>

export const documentEvents: Readonly<Record<DocumentPartKept['type'], { readonly version: number; readonly retention: Retention }>> = {
  DocumentPartKept: { version: 1, retention: 'care-record' },
}

/** Where the documents of a family are. */
export const documentsStreamOf = (family: string): string => `documents-${family}`
