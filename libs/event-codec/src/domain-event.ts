import type { ErasedFact, Recorded, Subject } from '@samenspel/kernel'

/** What a domain library makes: a plain object, complete in itself. It is sealed whole; the envelope is derived from it. */
export type DomainEvent = Recorded & { readonly type: string; readonly subject: Subject }

/** What is left of an event whose key was destroyed: that it was, about whom and when, and nothing of what it said. */
export type ErasedEvent = ErasedFact & { readonly version: number }

export const isErased = (content: DomainEvent | ErasedEvent): content is ErasedEvent => 'erased' in content
