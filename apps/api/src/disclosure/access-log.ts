/**
 * The access log (NEN 7513): who did what with which data of whom, on what ground. Lines are sealed and chained like events, in a
 * store of their own, and written durably before what they tell about leaves the server. They hold ids and labels, no content.
 */
import type { PolicyId } from '@samenspel/access'
import { isErased, noEvents, openSealedStore, registerEvents, type DomainEvent, type Head, type KeyStore, type SealedStore } from '@samenspel/event-codec'
import { EventStoreReadOnly, WrongExpectedRevision, type EventStore, type Revision } from '@samenspel/event-store'
import { newId, type Actor, type Category, type FamilyId, type Id, type IsoInstant, type Subject } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'
import type { App } from '../sessions/identity.ts'
import type { Inherited } from './items.ts'

/**
 * `readOwn`, `writeOwn` and `exportOwn`: what somebody keeps beside the file for themselves alone, such as a draft. The log itself is read, taken along
 * as a file, and reviewed.
 */
export const loggedActions = ['seeExistence', 'read', 'write', 'export', 'readOwn', 'writeOwn', 'exportOwn', 'readAccessLog', 'exportAccessLog', 'reviewAccessLog'] as const
export type LoggedAction = (typeof loggedActions)[number]

/** One line: what one request did with one kind of data about one subject (L-02). */
export type LogLine = {
  readonly id: Id
  readonly at: IsoInstant
  /** Who, in which role, for which organisation, on whose behalf. */
  readonly by: Actor
  readonly action: LoggedAction
  /** What was asked of the API: the name of the query, mutation or feed. */
  readonly operation: string
  readonly subject: Subject
  readonly category: Category | 'unlabelled'
  readonly outcome: 'done' | 'refused'
  readonly policies: readonly PolicyId[]
  /** The consents on which it rests, when it rests on consent. */
  readonly consents: readonly Id[]
  readonly emergency: boolean
  /** From where: which of the apps, a calendar, the command line of the installation, or the front door, where nobody is signed in. */
  readonly accessPoint: App | 'calendar' | 'commandLine' | 'frontDoor'
  /** Which installation wrote it; lines from before it was noted were written by the one that has them. */
  readonly source?: Id
  /** What keeps the line from whom the entry itself is kept; absent of most. */
  readonly inherited?: Inherited
}

export type AccessLog = {
  /** Durable when it settles. @throws EventStoreUnavailable, Refused `access-not-logged`: then nothing may be shown. */
  readonly write: (family: FamilyId, lines: readonly LogLine[]) => Promise<void>
  /** All lines of a family, oldest first. */
  readonly read: (family: FamilyId) => Promise<readonly LogLine[]>
  /** How far the log of a family is: the same as before means that there is no line more. */
  readonly position: (family: FamilyId) => Promise<string>
  /** Where each line stands in the stream of the family. */
  readonly revisions: (family: FamilyId) => Promise<ReadonlyMap<Id, Revision>>
  /** Lets go of the lines in memory. */
  readonly forget: () => void
}

type LineEvent = DomainEvent & Omit<LogLine, 'by' | 'at' | 'subject'> & { readonly type: 'AccessLogged' }

/**
 * @param source the installation that writes
 * @param mostEnds of how many families it is remembered where their logs end; of others the store is asked
 */
export const openAccessLog = (store: EventStore, keys: KeyStore, source?: Id, mostEnds = 10_000): AccessLog => {
  const sealed = openSealedStore({ store, keys, types: registerEvents({ AccessLogged: [] }), retentionClassOf: () => 'access-log' })
  /** Of the families that were written about last, where their logs end once all that is being written is; and what waits for that. */
  const ends = new Map<FamilyId, Promise<Head>>()
  const waiting = new Map<FamilyId, { readonly events: LineEvent[]; readonly written: Promise<void> }>()
  /** The logs that were read last: of those, only newer lines are opened. */
  const known = new Map<FamilyId, Known>()

  const readKnown = async (family: FamilyId): Promise<Known> => {
    const before = known.get(family) ?? { head: noEvents, lines: [], revisions: [] }
    const newer: LogLine[] = []
    const revisions: Revision[] = []
    let { head } = before
    for await (const { revision, envelope: { link }, content } of sealed.read(accessStreamOf(family), head)) {
      head = { revision, link }
      if (isErased(content)) continue
      newer.push(lineOf(content as LineEvent))
      revisions.push(revision)
    }
    const now = newer.length === 0 ? before : { head, lines: [...before.lines, ...newer], revisions: [...before.revisions, ...revisions] }
    known.delete(family)
    known.set(family, now)
    for (const oldest of known.keys()) { if (known.size <= mostKnown) break; known.delete(oldest) }
    return now
  }

  /** One append at a time for each family; what comes meanwhile goes together in the next, so that many who look at one family wait for one commit. */
  const writeTogether = (family: FamilyId, events: LineEvent[]): Promise<void> => {
    const others = waiting.get(family)
    if (others !== undefined) {
      others.events.push(...events)
      return others.written
    }
    const askWhere = () => sealed.head(accessStreamOf(family))
    // Whoever failed before is no reason to fail: the store says where the stream ends then.
    const end = (ends.get(family) ?? askWhere()).catch(askWhere).then((head) => {
      waiting.delete(family)
      return append(sealed, family, head, events)
    })
    // Who is written about now stands last.
    ends.delete(family)
    ends.set(family, end)
    for (const oldest of ends.keys()) { if (ends.size <= mostEnds) break; ends.delete(oldest) }
    const written = end.then(() => undefined, (error: unknown) => {
      // One that failed before its turn came has nobody wait any longer.
      if (waiting.get(family)?.events === events) waiting.delete(family)
      if (ends.get(family) === end) ends.delete(family)
      throw error
    })
    waiting.set(family, { events, written })
    return written
  }

  return {
    write: (family, lines) =>
      lines.length === 0 ? Promise.resolve() : writeTogether(family, lines.map((line): LineEvent => ({ ...line, ...(source !== undefined && { source }), type: 'AccessLogged' }))),
    read: async (family) => (await readKnown(family)).lines,
    position: async (family) => {
      const { revision, link } = await sealed.head(accessStreamOf(family))
      return `${revision} ${Buffer.from(link).toString('base64')}`
    },
    revisions: async (family) => {
      const { lines, revisions } = await readKnown(family)
      return new Map(lines.map(({ id }, index) => [id, revisions[index] ?? 0]))
    },
    forget: () => { known.clear() },
  }
}

type Known = { readonly head: Head; readonly lines: readonly LogLine[]; readonly revisions: readonly Revision[] }
const mostKnown = 20

/** Where the lines of a family stand. */
export const accessStreamOf = (family: FamilyId): string => `access-${family}`

const streamOf = (family: FamilyId): string => `access-${family}`

/** More processes than ever write about one family at the same moment. */
const mostRetries = 50

const append = async (sealed: SealedStore, family: FamilyId, head: Head, events: readonly LineEvent[]): Promise<Head> => {
  const stream = streamOf(family)
  const commandId = newId()
  const write = (after: Head, retries: number): Promise<Head> => sealed.append(stream, after, events, { commandId }).then((appended) => appended.head, async (error: unknown) => {
    if (error instanceof EventStoreReadOnly) throw new Refused('access-not-logged')
    // Another process wrote in between: these lines come after its own.
    if (!(error instanceof WrongExpectedRevision) || retries === mostRetries) throw error
    return write(await sealed.head(stream), retries + 1)
  })
  return write(head, 0)
}

const lineOf = ({ id, at, by, action, operation, subject, category, outcome, policies, consents, emergency, accessPoint, source, inherited }: LineEvent): LogLine =>
  ({ ...(source !== undefined && { source }), ...(inherited !== undefined && { inherited }), id, at, by, action, operation, subject, category, outcome, policies, consents, emergency, accessPoint })
