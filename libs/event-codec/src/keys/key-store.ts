import type { KeyObject } from 'node:crypto'
import type { Id } from '@samenspel/kernel'

/**
 * What one key is for. Records about the same child by two organisations end on different days and grounds,
 * so a key belongs to a subject, the organisation that answers for the record, and how long it must be kept.
 */
export type KeyOwner = {
  /** The case, or whatever else owns the stream: one person has a key of its own in each. */
  readonly scope: string
  /** `subjectKey` of the kernel. */
  readonly subject: string
  /** The organisation, or `case` when none answers for it. */
  readonly controller: string
  readonly retentionClass: string
}

export const isSameOwner = (one: KeyOwner, other: KeyOwner): boolean =>
  one.scope === other.scope && one.subject === other.subject && one.controller === other.controller && one.retentionClass === other.retentionClass

/** By whose they are, or by name. */
export type WhichKeys = (Pick<KeyOwner, 'scope'> & Partial<KeyOwner>) | { readonly ids: readonly Id[] }

export type DataKey = { readonly id: Id; readonly key: KeyObject }
/** A key and what it is for. */
export type OwnedKey = DataKey & { readonly owner: KeyOwner }

/** A key, or what stands beside it, is not what was once kept: it opens nothing, and nothing is sealed with it. A backup of the keys has it. */
export class KeyDamaged extends Error {
  readonly code = 'key-damaged'
  readonly keyId: Id
  constructor(id: Id, options: ErrorOptions) {
    super(`the key ${id} is damaged`, options)
    this.name = 'KeyDamaged'
    this.keyId = id
  }
}

/** A key from elsewhere has the id or the owner of another key that is here already. */
export class KeyContradicted extends Error {
  readonly code = 'key-contradicted'
  constructor(id: Id) {
    super(`another key than ${id} is here already`)
    this.name = 'KeyContradicted'
  }
}

/** Where the keys of persons live: apart from the events, and never in the same backup. */
export type KeyStore = {
  /** The keys of these owners, made where there is none; durably kept before the answer, since an event sealed with a lost key is lost. */
  readonly keysFor: (owners: readonly KeyOwner[]) => Promise<readonly DataKey[]>
  /** The key of that id, at once where it is at hand: whole streams are opened with few keys. Nothing when it was destroyed. @throws KeyDamaged, also at once */
  readonly find: (id: Id) => KeyObject | undefined | Promise<KeyObject | undefined>
  /** Which of these are still kept, asked where they are kept, past what this process remembers. */
  readonly kept: (ids: readonly Id[]) => Promise<readonly Id[]>
  /** Destroys every key that fits all that is given; what was sealed with them stays closed for ever. Named ones can't come here later either. @returns which were there */
  readonly destroy: (keys: WhichKeys) => Promise<readonly Id[]>
  /** The name of the present epoch: another one after each destruction. */
  readonly epoch: () => Promise<Id>
  /** All keys of a scope, to take them along to another installation. */
  readonly ofScope: (scope: string) => Promise<readonly OwnedKey[]>
  /**
   * Takes in keys that were made in another installation: all or none, durably; those that are here already count as taken in. What was destroyed here stays destroyed.
   * @param destroyed keys that were destroyed where these come from: an older copy won't bring them in later
   * @returns which keys are here now
   * @throws KeyContradicted
   */
  readonly adopt: (keys: readonly OwnedKey[], destroyed?: readonly Id[]) => Promise<readonly Id[]>
  /** Keys that were not destroyed and open nothing all the same: looked at one by one, where they are kept. */
  readonly damaged: () => Promise<readonly Id[]>
  /** Lets go of the keys in memory: what another process destroyed is gone from here too. */
  readonly forget: () => void
  readonly close: () => Promise<void>
}

/** The master key can't be reached: nothing is said about whether it fits. What was asked can be asked again. */
export class KeyManagementUnavailable extends Error {
  readonly code = 'key-management-unavailable'
  constructor(because: string, options?: ErrorOptions) {
    super(because, options)
    this.name = 'KeyManagementUnavailable'
  }
}

/**
 * The master key, kept outside this program: a file, a vault, a hardware module. Needed to open a key store and to destroy keys; in between,
 * facts are sealed and opened without it. Where it may be away, both throw KeyManagementUnavailable then.
 */
export type KeyManagement = {
  /** @param context what the key is for; the same is needed to unwrap it */
  readonly wrap: (key: Uint8Array, context: string) => Promise<Uint8Array>
  /** @throws when it was wrapped with another master key or for another context */
  readonly unwrap: (wrapped: Uint8Array, context: string) => Promise<Uint8Array>
}
