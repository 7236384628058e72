import type { KeyObject } from 'node:crypto'
import { newId, subjectKey, type Id } from '@samenspel/kernel'
import { EventStoreUnavailable, UnreadableEvent, type Appended, type EventStore, type NewEvent, type Position, type ReadAllOptions, type RecordedEvent, type Revision, type StreamName, type SubscribeOptions, type Subscription } from '@samenspel/event-store'
import type { DomainEvent, ErasedEvent } from './domain-event.ts'
import { envelopeOf, scopeOf, subjectOf, type CommandContext, type Envelope } from './envelope.ts'
import { UnknownEvent, type EventTypes } from './event-types.ts'
import { ChainBroken, linkOf, noEvents, type Head } from './hash-chain.ts'
import { isSameOwner, KeyDamaged, type DataKey, type KeyOwner, type KeyStore } from './keys/key-store.ts'
import { mapEach } from './map-each.ts'
import { placeOf, type Place } from './place.ts'
import { seal, unseal } from './sealing.ts'

/** An event as it reads: in the form of today, or erased. */
export type OpenedEvent<Event extends DomainEvent = DomainEvent> = {
  readonly id: Id
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
  readonly type: string
  readonly envelope: Envelope
  readonly content: Event | ErasedEvent
}

/** A fact was written, and the key it was sealed with was destroyed before: nobody will ever read it. To be kept it must be decided again. */
export class SealedInVain extends Error {
  readonly code = 'sealed-in-vain'
  constructor(stream: StreamName) {
    super(`${stream}: a key was destroyed before what it sealed was written`)
    this.name = 'SealedInVain'
  }
}

/** What an append says once it stands. */
export type SealedAppend = Appended & {
  /** Where the stream ends with them. */
  readonly head: Head
  /** What was written, as it reads from now on. */
  readonly events: () => readonly OpenedEvent[]
}

/** Events sealed with the keys of those they are about, and each stream a chain; the same over every event store. */
export type SealedStore = {
  /**
   * Seals and writes after `head`. An answer that got lost is asked for once more, with the same ids.
   * @param head where the stream ends, as read from this store; there is no `any`, since it would fork the chain
   * @throws WrongExpectedRevision, EventStoreUnavailable, EventTooLarge, UnknownEvent; SealedInVain when a key was destroyed meanwhile
   */
  readonly append: (stream: StreamName, head: Head, events: readonly DomainEvent[], context: CommandContext) => Promise<SealedAppend>
  /**
   * One stream, verified from `after` on.
   * @param after the head up to which it was verified before; without it, from the start
   * @throws ChainBroken, UnreadableEvent
   */
  readonly read: (stream: StreamName, after?: Head) => AsyncIterable<OpenedEvent>
  /** The end of a stream as it stands, unverified; `noEvents` when it is empty. */
  readonly head: (stream: StreamName) => Promise<Head>
  /** All events in order. Each one's content is authentic in its place; the chain is verified by `read`. @throws UnreadableEvent */
  readonly readAll: (options?: ReadAllOptions) => AsyncIterable<OpenedEvent>
  /** As `subscribe` of the store; ends with UnreadableEvent at one that can't be opened. */
  readonly subscribe: (options: SubscribeOptions, handle: (event: OpenedEvent) => void | Promise<void>) => Subscription
  readonly lastPosition: () => Promise<Position>
  /** As `knownEnd` of the store. */
  readonly knownEnd: (stream: StreamName) => Revision | undefined
}

export type SealedStoreParts = {
  readonly store: EventStore
  readonly keys: KeyStore
  readonly types: EventTypes
  /** How long an event of this type must be kept; those that differ are sealed with different keys. */
  readonly retentionClassOf: (type: string) => string
}

export const openSealedStore = ({ store, keys, types, retentionClassOf }: SealedStoreParts): SealedStore => {
  const sealOne = (stream: StreamName, head: Head, type: string, text: string, metadata: Omit<Envelope, 'link'>, key: KeyObject): NewEvent => {
    const revision = head.revision + 1
    const version = types.currentVersion(type)
    const data = seal(key, text, placeOf({ stream, revision, type, version }))
    const id = newId()
    const link = linkOf(head.link, { id, type, version, metadata, data, stream, revision })
    return { id, type, version, metadata: { ...metadata, link }, data }
  }

  /** The key for each event. Those of one command are mostly about one person, and the key is asked for once. */
  const keysFor = async (stream: StreamName, events: readonly DomainEvent[]): Promise<readonly DataKey[]> => {
    const scope = scopeOf(stream)
    const owners: KeyOwner[] = []
    const places = events.map(({ type, subject, by }) => {
      const owner = { scope, subject: subjectKey(subject), controller: by.organisation ?? 'case', retentionClass: retentionClassOf(type) }
      const last = owners.at(-1)
      if (last === undefined || !isSameOwner(last, owner)) owners.push(owner)
      return owners.length - 1
    })
    const found = await keys.keysFor(owners)
    return places.map(place => found[place]!)
  }

  /** At once where the key is at hand: who reads a long stream waits for each event otherwise. */
  const open = (recorded: RecordedEvent): OpenedEvent | Promise<OpenedEvent> => {
    const unreadable = (error: unknown) => error instanceof KeyDamaged ? new UnreadableEvent(error.code, recorded, { cause: error }) : error
    try {
      const key = keys.find((recorded.metadata as Envelope).keyId)
      return key instanceof Promise ? key.then(found => opened(recorded, found), (error: unknown) => { throw unreadable(error) }) : opened(recorded, key)
    } catch (error) {
      throw unreadable(error)
    }
  }

  const opened = (recorded: RecordedEvent, key: KeyObject | undefined): OpenedEvent => {
    const { id, stream, revision, position, type } = recorded
    const envelope = recorded.metadata as Envelope
    const content = key === undefined
      ? { erased: true as const, type, version: recorded.version, subject: subjectOf(envelope.subject), at: envelope.recordedAt }
      : contentOf(recorded, key)
    return { id, stream, revision, position, type, envelope, content }
  }

  const contentOf = (recorded: RecordedEvent, key: KeyObject): DomainEvent => {
    try {
      const stored = JSON.parse(unseal(key, recorded.data, placeOf(recorded)).toString()) as Record<string, unknown>
      return types.toCurrent(recorded.type, recorded.version, stored) as DomainEvent
    } catch (error) {
      throw new UnreadableEvent(codeOf(error), recorded, { cause: error })
    }
  }

  return {
    append: async (stream, head, events, context) => {
      const dataKeys = await keysFor(stream, events)
      const texts = events.map(event => JSON.stringify(event))
      const sealed: NewEvent[] = []
      let at = head
      for (const [i, event] of events.entries()) {
        const next = sealOne(stream, at, event.type, texts[i]!, envelopeOf(event, dataKeys[i]!.id, context), dataKeys[i]!.key)
        sealed.push(next)
        at = { revision: at.revision + 1, link: String(next.metadata['link']) }
      }
      const write = () => store.append(stream, head.revision === noEvents.revision ? 'none' : head.revision, sealed)
      const appended = await write().catch((error: unknown) => {
        if (error instanceof EventStoreUnavailable) return write()
        throw error
      })
      // Looked up only now: a key that is there after the write was there during it.
      const ids = [...new Set(dataKeys.map(({ id }) => id))]
      if ((await keys.kept(ids)).length < ids.length) {
        keys.forget()
        throw new SealedInVain(stream)
      }
      const { position } = appended
      return {
        ...appended, head: at,
        events: () => sealed.map(({ id, type, metadata }, i) => ({ id, stream, revision: head.revision + 1 + i, position, type, envelope: metadata as Envelope, content: JSON.parse(texts[i]!) as DomainEvent })),
      }
    },
    read: (stream, after = noEvents) => {
      let head = after
      return mapEach(store.readStream(stream, { from: after.revision + 1 }), recorded => {
        head = verify(stream, head, recorded)
        return open(recorded)
      })
    },
    head: async stream => {
      for await (const { revision, metadata } of store.readStream(stream, { direction: 'backwards', limit: 1 })) return { revision, link: (metadata as Envelope).link }
      return noEvents
    },
    readAll: options => mapEach(store.readAll(options), open),
    subscribe: (options, handle) => store.subscribe(options, async recorded => handle(await open(recorded))),
    lastPosition: store.lastPosition,
    knownEnd: stream => store.knownEnd?.(stream),
  }
}

/** Whether the content is what was sealed with this key in this place; it isn't looked at any further. */
export const isAuthentic = (key: KeyObject, event: Place & Pick<RecordedEvent, 'data'>): boolean => {
  try {
    unseal(key, event.data, placeOf(event))
    return true
  } catch {
    return false
  }
}

const verify = (stream: StreamName, head: Head, recorded: RecordedEvent): Head => {
  const { link } = recorded.metadata as Envelope
  const stands = recorded.stream === stream && recorded.revision === head.revision + 1
  if (!stands || link !== linkOf(head.link, recorded)) throw new ChainBroken(stream, head.revision + 1)
  return { revision: recorded.revision, link }
}

/** The code of an error that has one; otherwise the content was not what was once sealed here. */
const codeOf = (error: unknown): string =>
  error instanceof UnknownEvent ? error.code : 'unreadable-content'
