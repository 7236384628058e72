import type { FamilyId, PersonId } from '@samenspel/kernel'
import { overwriteDeleted } from '@samenspel/read-models'
import type { Outbox } from '../messages/outbox.ts'
import type { PreferenceStore } from '../messages/preferences.ts'
import type { Following, TableConnections } from '../read-models/following.ts'
import type { Drafts } from '../sessions/drafts.ts'
import type { WorkingNotes } from '../sessions/working-notes.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { StateDatabase } from '../sessions/state-database.ts'
import type { Visits } from '../sessions/visits.ts'
import { withdraw } from '../sign-in/links.ts'

export type ClearingParts = {
  readonly sessions: Sessions
  readonly drafts: Drafts
  readonly visits: Visits
  readonly workingNotes: Pick<WorkingNotes, 'dropFamily'>
  readonly outbox: Pick<Outbox, 'dropPerson'>
  readonly preferences: Pick<PreferenceStore, 'drop'>
  readonly readModels: Pick<Following, 'rebuild'>
  readonly state: StateDatabase
  readonly tables: TableConnections
}

/**
 * Clears what is kept of an erased person beside the events: signs them out, drops drafts by and about them and all working notes about the family, when they looked, their mail address and mail on its way, and how they sign in; makes
 * all tables anew; and overwrites what that left in the files. What lies in other files is sealed with keys that are gone.
 */
export const openClearing = ({ sessions, drafts, visits, workingNotes, outbox, preferences, readModels, state, tables }: ClearingParts) => async (family: FamilyId, person: PersonId): Promise<void> => {
  await sessions.endAllOf(person)
  await drafts.dropAbout(person, family)
  await workingNotes.dropFamily(family)
  await visits.drop(person, family)
  await outbox.dropPerson(person)
  await preferences.drop(person)
  await withdraw(state, person)
  await state.deleteFrom('opened_family').where('person', '=', person).execute()
  await readModels.rebuild()
  await overwriteDeleted(state)
  await overwriteDeleted(tables.writing)
}
