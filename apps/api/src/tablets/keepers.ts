/**
 * Who keeps the keys of an organisation: its tablets, and the codes with which its people sign in for the first time. That is its privacy
 * officer, and whoever the operator named among its people (`samenspel keeper`).
 */
import type { Clock, OrganisationId, PersonId } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import { Refused } from '../graphql/refused.ts'
import type { Session } from '../sessions/sessions.ts'
import type { StateDatabase } from '../sessions/state-database.ts'

export type Keepers = {
  /** The organisation whose keys somebody keeps; nothing when none. */
  readonly keeps: (session: Session) => Promise<OrganisationId | undefined>
}

export const openKeepers = (database: StateDatabase, files: Pick<AllFiles, 'practitioners'>): Keepers => ({
  keeps: async ({ person, role, organisation, app }) => {
    if (app !== 'desk') return undefined
    if (role === 'privacyOfficer') return organisation
    if (role !== 'professional' || !await isNamed(database, person)) return undefined
    return (await files.practitioners.state(person))?.organisation
  },
})

/** @throws Refused `not-keeper` */
export const mustKeep = async (keepers: Keepers, session: Session): Promise<OrganisationId> => {
  const organisation = await keepers.keeps(session)
  if (organisation === undefined) throw new Refused('not-keeper')
  return organisation
}

const isNamed = async (database: StateDatabase, person: PersonId): Promise<boolean> =>
  await database.selectFrom('keeper').select('person').where('person', '=', person).executeTakeFirst() !== undefined

export const nameKeeper = async (database: StateDatabase, person: PersonId, clock: Clock): Promise<void> => {
  await database.insertInto('keeper').values({ person, since: clock() }).onConflict((conflict) => conflict.doNothing()).execute()
}

/** @returns whether it was one */
export const unnameKeeper = async (database: StateDatabase, person: PersonId): Promise<boolean> =>
  (await database.deleteFrom('keeper').where('person', '=', person).executeTakeFirst()).numDeletedRows === 1n
