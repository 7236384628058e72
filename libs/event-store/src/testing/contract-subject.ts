import type { EventStore } from '../event-store.ts'

/** An adapter, as the contract wants it. */
export type ContractSubject = {
  readonly store: EventStore
  /** Closes the store and opens it again on what it had written; left out by a store that keeps nothing. */
  readonly reopen?: () => Promise<EventStore>
  /** The server behind the store crashes, and comes back with what it had written; left out by a store without a server. */
  readonly outage?: { readonly begin: () => Promise<void>; readonly end: () => Promise<void> }
  /** The next append is written, and its answer never arrives; left out where nothing lies between asking and writing. */
  readonly loseNextAnswer?: () => void
  /** Removes what the test left behind; the store is closed by then. */
  readonly dispose?: () => Promise<void>
}

/** What can be done to a store besides asking it. */
export type Ability = Exclude<keyof ContractSubject, 'store' | 'dispose'>

/** What can't be done to this one, each with its reason: what needs it is skipped, and says so. All else it must bring. */
export type Without = Readonly<Partial<Record<Ability, string>>>

/** What the tests of a contract work on; there once they run. */
export type Contract = {
  readonly without: Without
  subject: ContractSubject
  /** That of the subject, or what it was opened again as. */
  store: EventStore
  /** A new, empty one. */
  readonly open: () => Promise<ContractSubject>
}
