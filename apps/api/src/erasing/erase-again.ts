/** Who was erased stays so when an older copy of the keys, or of all, was put back. */
import type { KeyStore } from '@samenspel/event-codec'
import type { Clock, Id } from '@samenspel/kernel'
import { ownKey } from '../composition/own-key.ts'
import { openOutbox } from '../messages/outbox.ts'
import { openPreferences } from '../messages/preferences.ts'
import { openDrafts } from '../sessions/drafts.ts'
import { openSessions } from '../sessions/sessions.ts'
import type { StateDatabase } from '../sessions/state-database.ts'
import { openVisits } from '../sessions/visits.ts'
import { openWorkingNotes } from '../sessions/working-notes.ts'
import { clearState, isCleared, type StateParts } from './clearing.ts'
import { replayLedger, type SignedEntry } from './ledger.ts'

export type ComesBack = { readonly keys: KeyStore; /** Absent where nothing but keys was put back. */ readonly state?: StateDatabase; readonly clock: Clock; readonly noteDays: number }

/**
 * Goes through a ledger before anything is opened: clears what an older copy brought back of persons beside the events, which may be older than
 * the keys that lie with it, and destroys keys again. What was interrupted is done at the next start. Only what was there at the erasure is
 * cleared: where the mark of it is missing, the copy may also be a newer one, written by a program that made no marks.
 * @returns the keys that had come back
 */
export const eraseWhatCameBack = async (entries: readonly SignedEntry[], { keys, state, clock, noteDays }: ComesBack): Promise<readonly Id[]> => {
  if (state !== undefined && entries.length > 0) {
    const parts = await partsOf({ keys, state, clock, noteDays })
    for (const { entry } of entries) if (!await isCleared(state, entry.erasureId)) await clearState(parts, entry, entry)
  }
  return replayLedger(entries, keys)
}

const partsOf = async ({ keys, state, clock, noteDays }: Required<ComesBack>): Promise<StateParts> => ({
  sessions: openSessions(state, clock), drafts: openDrafts(state, await ownKey(keys, 'drafts'), clock), visits: openVisits(state, clock),
  workingNotes: openWorkingNotes(state, await ownKey(keys, 'working-notes'), clock, noteDays), outbox: openOutbox(state), preferences: openPreferences(state, keys), state,
})
