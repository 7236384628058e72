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
import { clearState } from './clearing.ts'
import { replayLedger, type SignedEntry } from './ledger.ts'

export type ComesBack = { readonly keys: KeyStore; /** Absent where nothing but keys was put back. */ readonly state?: StateDatabase; readonly clock: Clock; readonly noteDays: number }

/**
 * Goes through a ledger before anything is opened: clears what came back of persons beside the events, then destroys their keys again.
 * In this order, since keys that are there are how one sees that something came back: whatever interrupts it, the next start begins again.
 * @returns the keys that had come back
 */
export const eraseWhatCameBack = async (entries: readonly SignedEntry[], { keys, state, clock, noteDays }: ComesBack): Promise<readonly Id[]> => {
  const again: SignedEntry[] = []
  for (const signed of entries) if (await anyIsThere(signed.entry.keys, keys)) again.push(signed)
  if (again.length > 0 && state !== undefined) {
    const parts = {
      sessions: openSessions(state, clock), drafts: openDrafts(state, await ownKey(keys, 'drafts'), clock), visits: openVisits(state, clock),
      workingNotes: openWorkingNotes(state, await ownKey(keys, 'working-notes'), clock, noteDays), outbox: openOutbox(state), preferences: openPreferences(state, keys), state,
    }
    for (const { entry: { family, person } } of again) await clearState(parts, family, person)
  }
  return replayLedger(again, keys)
}

const anyIsThere = async (ids: readonly Id[], keys: Pick<KeyStore, 'find'>): Promise<boolean> => {
  for (const id of ids) {
    // One that is damaged is there, too.
    if (await keys.find(id).then((key) => key !== undefined, () => true)) return true
  }
  return false
}
