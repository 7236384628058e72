import type { KeyObject } from 'node:crypto'
import { isErased, type OpenedEvent } from '@samenspel/event-codec'
import type { FamilyCaseEvent } from '@samenspel/family-case'
import type { FamilyId } from '@samenspel/kernel'
import { notNull, primaryKey, type Projector } from '@samenspel/read-models'
import type { RegisterEvent } from '@samenspel/register'
import type { Kysely } from 'kysely'
import type { Participations } from '../composition/files.ts'
import { seal, unseal } from '../sealing/sealing.ts'
import type { Session } from '../sessions/sessions.ts'
import type { Tables } from './tables.ts'

const types = ['FamilyOpened', 'MemberAdded', 'TeamMemberAdded', 'GroupPlacementRecorded', 'GroupDutyRecorded'] as const satisfies readonly (FamilyCaseEvent | RegisterEvent)['type'][]

/** Who has to do with which family, and the number of each case, sealed with `key`. */
export const participationsProjector = (key: KeyObject): Projector<Tables, OpenedEvent> => ({
  name: 'participations', version: 3, tables: ['participation', 'family_case', 'group_family', 'group_worker'], types, whenPoisoned: 'park',
  create: async (database) => {
    await database.schema.createTable('participation')
      .addColumn('person', 'text', notNull).addColumn('family', 'text', notNull)
      .addPrimaryKeyConstraint('participation_key', ['person', 'family']).execute()
    await database.schema.createTable('family_case')
      .addColumn('family', 'text', primaryKey).addColumn('sealed_number', 'blob', notNull).execute()
    await database.schema.createTable('group_family')
      .addColumn('children_group', 'text', notNull).addColumn('family', 'text', notNull)
      .addPrimaryKeyConstraint('group_family_key', ['children_group', 'family']).execute()
    await database.schema.createTable('group_worker')
      .addColumn('children_group', 'text', notNull).addColumn('person', 'text', notNull)
      .addPrimaryKeyConstraint('group_worker_key', ['children_group', 'person']).execute()
  },
  apply: async ({ stream, content }, database) => {
    const family = stream.slice('family-'.length)
    const add = (person: string) => database.insertInto('participation').values({ person, family }).onConflict((conflict) => conflict.doNothing()).execute()
    if (isErased(content)) {
      // Somebody who was erased is still of this family; what opens to them there, the gate decides.
      if (content.type === 'MemberAdded' && content.subject.kind === 'adult') await add(content.subject.person)
      return
    }
    const event = content as FamilyCaseEvent | RegisterEvent
    if (event.type === 'FamilyOpened') await database.insertInto('family_case').values({ family, sealed_number: seal(key, family, event.caseNumber) }).execute()
    if (event.type === 'MemberAdded') await add(event.memberId)
    if (event.type === 'TeamMemberAdded') await add(event.practitionerId)
    if (event.type === 'GroupPlacementRecorded') await database.insertInto('group_family').values({ children_group: event.groupId, family }).onConflict((conflict) => conflict.doNothing()).execute()
    if (event.type === 'GroupDutyRecorded') {
      await database.insertInto('group_worker').values({ children_group: event.groupId, person: stream.slice('practitioner-'.length) }).onConflict((conflict) => conflict.doNothing()).execute()
    }
  },
})

/** @param shownTo waits until the tables show what a session wrote. */
export const openParticipations = (tables: Kysely<Tables>, key: KeyObject, shownTo: (session: Session) => Promise<void>): Participations => ({
  familiesOf: async (session) => {
    await shownTo(session)
    const own = await tables.selectFrom('participation').select('family').where('person', '=', session.person).execute()
    const ofGroups = await tables.selectFrom('group_worker').innerJoin('group_family', 'group_family.children_group', 'group_worker.children_group')
      .select('group_family.family').where('group_worker.person', '=', session.person).execute()
    return [...new Set([...own, ...ofGroups].map(({ family }) => family))].sort()
  },
  cases: async (session) => {
    await shownTo(session)
    const rows = await tables.selectFrom('family_case').selectAll().execute()
    return rows.map(({ family, sealed_number }) => ({ familyId: family, caseNumber: numberOf(key, family, sealed_number) })).sort((a, b) => a.caseNumber < b.caseNumber ? -1 : 1)
  },
})

const numberOf = (key: KeyObject, family: FamilyId, sealed: Uint8Array): string => {
  const number = unseal(key, family, sealed)
  if (number === undefined) throw new Error('read-models.sqlite belongs to another key; without the file it is made again')
  return number
}
