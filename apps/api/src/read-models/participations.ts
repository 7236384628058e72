import { isErased, type OpenedEvent } from '@samenspel/event-codec'
import type { FamilyCaseEvent } from '@samenspel/family-case'
import type { Projector } from '@samenspel/read-models'
import type { Kysely } from 'kysely'
import type { Participations } from '../composition/files.ts'
import type { Session } from '../sessions/sessions.ts'
import type { Tables } from './tables.ts'

const types = ['FamilyOpened', 'MemberAdded', 'TeamMemberAdded'] as const satisfies readonly FamilyCaseEvent['type'][]

/** Who has to do with which family, and the number of each case. */
export const participationsProjector: Projector<Tables, OpenedEvent> = {
  name: 'participations', version: 1, tables: ['participation', 'family_case'], types, whenPoisoned: 'park',
  create: async (database) => {
    await database.schema.createTable('participation')
      .addColumn('person', 'text', (column) => column.notNull()).addColumn('family', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('participation_key', ['person', 'family']).execute()
    await database.schema.createTable('family_case')
      .addColumn('family', 'text', (column) => column.primaryKey()).addColumn('case_number', 'text', (column) => column.notNull()).execute()
  },
  apply: async ({ stream, content }, database) => {
    if (isErased(content)) return
    const event = content as FamilyCaseEvent
    const family = stream.slice('family-'.length)
    const add = (person: string) => database.insertInto('participation').values({ person, family }).onConflict((conflict) => conflict.doNothing()).execute()
    if (event.type === 'FamilyOpened') await database.insertInto('family_case').values({ family, case_number: event.caseNumber }).execute()
    if (event.type === 'MemberAdded') await add(event.memberId)
    if (event.type === 'TeamMemberAdded') await add(event.practitionerId)
  },
}

/** @param shownTo waits until the tables show what a session wrote. */
export const openParticipations = (tables: Kysely<Tables>, shownTo: (session: Session) => Promise<void>): Participations => ({
  familiesOf: async (session) => {
    await shownTo(session)
    const rows = await tables.selectFrom('participation').select('family').where('person', '=', session.person).orderBy('family').execute()
    return rows.map(({ family }) => family)
  },
  cases: async (session) => {
    await shownTo(session)
    const rows = await tables.selectFrom('family_case').selectAll().orderBy('case_number').execute()
    return rows.map(({ family, case_number }) => ({ familyId: family, caseNumber: case_number }))
  },
})
