import { isErased, type OpenedEvent } from '@samenspel/event-codec'
import type { FamilyCaseEvent } from '@samenspel/family-case'
import type { FamilyId, Id, OrganisationId, PersonId } from '@samenspel/kernel'
import { notNull, primaryKey, type Projector } from '@samenspel/read-models'
import type { RegisterEvent } from '@samenspel/register'
import type { Kysely } from 'kysely'
import type { Session } from '../sessions/sessions.ts'
import type { Tables } from './tables.ts'

const types = ['PractitionerRegistered', 'OrganisationRegistered', 'PartnerInvited'] as const satisfies readonly (RegisterEvent | FamilyCaseEvent)['type'][]

/** Whom a team can ask to join, and who was asked; which organisations there are. */
export const partnersProjector: Projector<Tables, OpenedEvent> = {
  name: 'partners', version: 2, tables: ['practitioner', 'organisation', 'partner_invitation'], types, whenPoisoned: 'park',
  create: async (database) => {
    await database.schema.createTable('practitioner').addColumn('practitioner', 'text', primaryKey).execute()
    await database.schema.createTable('organisation').addColumn('organisation', 'text', primaryKey).execute()
    await database.schema.createTable('partner_invitation')
      .addColumn('invitation', 'text', primaryKey).addColumn('person', 'text', notNull)
      .addColumn('family', 'text', notNull).execute()
  },
  apply: async ({ stream, content }, database) => {
    if (isErased(content)) return
    const event = content as RegisterEvent | FamilyCaseEvent
    if (event.type === 'PractitionerRegistered') {
      await database.insertInto('practitioner').values({ practitioner: stream.slice('practitioner-'.length) }).onConflict((conflict) => conflict.doNothing()).execute()
    }
    if (event.type === 'OrganisationRegistered') {
      await database.insertInto('organisation').values({ organisation: stream.slice('organisation-'.length) }).onConflict((conflict) => conflict.doNothing()).execute()
    }
    if (event.type === 'PartnerInvited') {
      await database.insertInto('partner_invitation').values({ invitation: event.invitationId, person: event.practitionerId, family: stream.slice('family-'.length) })
        .onConflict((conflict) => conflict.doNothing()).execute()
    }
  },
}

export type Partners = {
  /** Everybody in the register, in no order. @throws Refused `try-again` */
  readonly everybody: (session: Session) => Promise<readonly PersonId[]>
  /** Every organisation of the register, in no order; also one where nobody works yet. @throws Refused `try-again` */
  readonly organisations: (session: Session) => Promise<readonly OrganisationId[]>
  /** The invitations that were ever put to who asks. What they say, and whether they stand, the case itself knows. @throws Refused `try-again` */
  readonly invited: (session: Session) => Promise<readonly { readonly invitation: Id; readonly family: FamilyId }[]>
}

/** @param shownTo waits until the tables show what a session wrote. */
export const openPartners = (tables: Kysely<Tables>, shownTo: (session: Session) => Promise<void>): Partners => ({
  everybody: async (session) => {
    await shownTo(session)
    return (await tables.selectFrom('practitioner').selectAll().execute()).map(({ practitioner }) => practitioner)
  },
  organisations: async (session) => {
    await shownTo(session)
    return (await tables.selectFrom('organisation').selectAll().execute()).map(({ organisation }) => organisation)
  },
  invited: async (session) => {
    await shownTo(session)
    return tables.selectFrom('partner_invitation').select(['invitation', 'family']).where('person', '=', session.person).execute()
  },
})

/** Where somebody works with families, for what the software does by itself. */
export type Whereabouts = {
  /** The families in whose team somebody is or was. */
  readonly familiesOf: (person: PersonId) => Promise<readonly FamilyId[]>
  /** Everybody in the register. */
  readonly practitioners: () => Promise<readonly PersonId[]>
}

export const openWhereabouts = (tables: Kysely<Tables>): Whereabouts => ({
  familiesOf: async (person) => (await tables.selectFrom('participation').select('family').where('person', '=', person).orderBy('family').execute()).map(({ family }) => family),
  practitioners: async () => (await tables.selectFrom('practitioner').select('practitioner').orderBy('practitioner').execute()).map(({ practitioner }) => practitioner),
})
