import type { Category, Discipline, IsoDate, OrganisationId, PersonId, Subject } from '@samenspel/kernel'
import type { Interval } from './moments.ts'

export const actions = ['seeExistence', 'read', 'readLocating', 'annotate', 'correctByStatement', 'export', 'readAccessLog'] as const
/**
 * What somebody wants to do with an entry: know that it exists; read it without its locating part; read the locating part;
 * write a remark beside it; add an own statement that travels with it; take a copy; read one line of the access log.
 */
export type Action = (typeof actions)[number]

/** `unlabelled` counts as every label at once (C-06); a working note has none. */
export type Label = Category | 'unlabelled' | 'workingNote'

/** Withheld from one person by a professional, until it is lifted (G-04). */
export type Shield = Interval & { readonly person: PersonId }

/**
 * Everything about an entry that a policy reads, and nothing of its content.
 * Entries with the same attributes form one class: they are decided once.
 */
export type Entry = {
  readonly kind: 'ordinary' | 'card' | 'feedback' | 'consult' | 'invitation'
  readonly subject: Subject
  /** `accessLog` is a line of the access log; its subject is that of the entry which was looked at. */
  readonly category: Label | 'accessLog'
  /** Who wrote it, and for whom; a family member writes for no organisation. */
  readonly author: { readonly person?: PersonId; readonly organisation?: OrganisationId; readonly discipline?: Discipline }
  /** The day on which the entry became part of the file. */
  readonly recorded: IsoDate
  /** The day it is about; shown in a line of existence, never a ground for a right. */
  readonly occurred: IsoDate
  readonly draft: boolean
  /** The text holds an address, place, time, link or photo place; `contact` and `planning` always do. */
  readonly locating: boolean
  /** Marked secret by its author: without consent not even its existence shows. */
  readonly secret: boolean
  /** Told in confidence by the young person. */
  readonly inConfidence: boolean
  /** Its processing is restricted (P-09). */
  readonly restricted: boolean
  /** Whether the family can be recognised in a consult or an invitation. */
  readonly identified: boolean
  /** Whether an agreement card is the one in force. */
  readonly current: boolean
  /** Other persons in the text; the adults of a relation are mentioned without being listed. */
  readonly mentions: readonly PersonId[]
  readonly participants: readonly PersonId[]
  readonly addressees: readonly PersonId[]
  /** To whom a professional released this one entry. */
  readonly releasedTo: readonly PersonId[]
  readonly shields: readonly Shield[]
  /** Of a log line: the label of the entry that was looked at. */
  readonly about?: Label
  /** Of a log line: the portal person who looked; absent when a professional did. */
  readonly lookedBy?: PersonId
}

/** A finalised entry without anything special, to spread: `{ ...plainEntry, subject, category, author, recorded, occurred }`. */
export const plainEntry = {
  kind: 'ordinary', draft: false, locating: false, secret: false, inConfidence: false, restricted: false, identified: true, current: false,
  mentions: [], participants: [], addressees: [], releasedTo: [], shields: [],
} as const satisfies Omit<Entry, 'subject' | 'category' | 'author' | 'recorded' | 'occurred'>
