import type { EventStore } from '@samenspel/event-store'
import type { ErasureEvent } from '@samenspel/erasure'
import type { FamilyId } from '@samenspel/kernel'
import { errorCode, type Report } from '@samenspel/read-models'

export type ForgettingParts = {
  readonly log: Pick<EventStore, 'subscribe' | 'lastPosition'>
  /** Lets go of all that this process remembers of events. */
  readonly forget: (family: FamilyId) => void
  /** Brings the ledger of this machine up to what the log says of a family. */
  readonly keepEntries: (family: FamilyId) => Promise<void>
  readonly signal: AbortSignal
  readonly report: Report
}

const begun: ErasureEvent['type'] = 'ErasureBegun'
const destroyed: ErasureEvent['type'] = 'KeysDestroyed'

/**
 * What every process does when somebody was erased, whichever of them carries it out: it lets go of what it remembers, and keeps the entry
 * of the ledger on its own machine. It follows from now on: a process that has just started remembers nothing yet.
 */
export const followErasures = async ({ log, forget, keepEntries, signal, report }: ForgettingParts): Promise<{ readonly done: Promise<void> }> =>
  log.subscribe({ after: await log.lastPosition(), filter: { types: [begun, destroyed] }, signal }, async ({ type, stream }) => {
    const family = stream.slice('erasure-'.length)
    // Whatever becomes of the ledger here, what comes after must be forgotten.
    if (type === begun) await keepEntries(family).catch((error: unknown) => { report({ follower: 'erasure-ledger', what: 'held-up', code: errorCode(error) }) })
    if (type === destroyed) forget(family)
  })
