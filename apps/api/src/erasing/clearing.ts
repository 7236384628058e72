import type { FamilyId, Id, PersonId } from '@samenspel/kernel'
import { overwriteDeleted } from '@samenspel/read-models'
import type { Outbox } from '../messages/outbox.ts'
import type { PreferenceStore } from '../messages/preferences.ts'
import type { Following, TableConnections } from '../read-models/following.ts'
import { emergencyForm, type Drafts } from '../sessions/drafts.ts'
import type { WorkingNotes } from '../sessions/working-notes.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { readMark, writeMark, type StateDatabase } from '../sessions/state-database.ts'
import type { Visits } from '../sessions/visits.ts'
import { withdraw } from '../sign-in/links.ts'
import type { LedgerEntry } from './ledger.ts'

/** What is kept of persons beside the events, and where. */
export type StateParts = {
  readonly sessions: Pick<Sessions, 'endAllOf'>
  readonly drafts: Drafts
  readonly visits: Visits
  readonly workingNotes: Pick<WorkingNotes, 'dropFamily'>
  readonly outbox: Pick<Outbox, 'dropPerson'>
  readonly preferences: Pick<PreferenceStore, 'drop'>
  readonly state: StateDatabase
}

/** Who was erased out of which family. */
export type Erased = { readonly family: FamilyId; readonly person: PersonId; readonly erasureId: Id }

/** When it was, and which keys were destroyed. */
export type WhatWasThere = Pick<LedgerEntry, 'at' | 'keys'>

export type ClearingParts = StateParts & {
  readonly readModels: Pick<Following, 'rebuild'>
  readonly tables: TableConnections
}

/**
 * Clears what is kept of an erased person beside the events: signs them out, drops drafts by and about them and all working notes about the family, when they looked, their mail address and mail on its way, and how they sign in; and
 * overwrites what that left in the file. A mark in the same database tells so: an older copy of it comes back without one.
 * @param only what was there at the erasure, long after it: since then others wrote anew, and who was erased may have come again. An address has no
 * moment, but the key that it is sealed with
 */
export const clearState = async ({ sessions, drafts, visits, workingNotes, outbox, preferences, state }: StateParts, { family, person, erasureId }: Erased, only?: WhatWasThere): Promise<void> => {
  const until = only?.at
  await sessions.endAllOf(person, until)
  await drafts.dropAbout(person, family, until)
  // Of whom these are nobody knows; they are of no use a few minutes later.
  await drafts.dropForm(emergencyForm, until)
  await workingNotes.dropFamily(family, until)
  await visits.drop(person, family, until)
  await outbox.dropPerson(person, until)
  await preferences.drop(person, only?.keys)
  await withdraw(state, person, until)
  await state.deleteFrom('opened_family').where('person', '=', person).$if(until !== undefined, (some) => some.where('opened_at', '<=', until!)).execute()
  await overwriteDeleted(state)
  await writeMark(state, markOf(erasureId), 'cleared')
}

/** Whether it was cleared of this erasure. */
export const isCleared = async (state: StateDatabase, erasureId: Id): Promise<boolean> => await readMark(state, markOf(erasureId)) !== undefined

const markOf = (erasureId: Id): string => `erased ${erasureId}`

/** Clears that, and makes all tables anew. What lies in other files is sealed with keys that are gone. */
export const openClearing = ({ readModels, tables, ...kept }: ClearingParts) => async (erased: Erased): Promise<void> => {
  await clearState(kept, erased)
  await readModels.rebuild()
  await overwriteDeleted(tables.writing)
}
