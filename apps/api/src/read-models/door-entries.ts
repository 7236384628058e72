import { isErased, type OpenedEvent } from '@samenspel/event-codec'
import type { ConsultationEvent, ReferralEvent } from '@samenspel/front-door'
import type { Id, OrganisationId } from '@samenspel/kernel'
import { notNull, type Projector } from '@samenspel/read-models'
import type { Kysely } from 'kysely'
import type { Session } from '../sessions/sessions.ts'
import type { Tables } from './tables.ts'

const types = ['ReferralReceived', 'ReferralClosed', 'ReferralReopened', 'ConsultationAsked', 'ConsultationClosed'] as const satisfies readonly (ReferralEvent | ConsultationEvent)['type'][]

/** What came in at the front door, by the organisation that received it. */
export const doorProjector: Projector<Tables, OpenedEvent> = {
  name: 'door', version: 1, tables: ['door_entry'], types, whenPoisoned: 'park',
  create: async (database) => {
    await database.schema.createTable('door_entry')
      .addColumn('entry', 'text', notNull).addColumn('kind', 'text', notNull)
      .addColumn('organisation', 'text', notNull).addColumn('received_at', 'text', notNull).addColumn('is_closed', 'integer', notNull)
      .addPrimaryKeyConstraint('door_entry_key', ['entry', 'kind']).execute()
    await database.schema.createIndex('door_entry_of').on('door_entry').columns(['organisation', 'is_closed']).execute()
  },
  apply: async ({ stream, content }, database) => {
    if (isErased(content)) return
    const event = content as ReferralEvent | ConsultationEvent
    const kind = stream.startsWith('referral-') ? 'referral' : 'consultation'
    const entry = stream.slice(kind.length + 1)
    const close = async (is_closed: number) => { await database.updateTable('door_entry').set({ is_closed }).where('entry', '=', entry).where('kind', '=', kind).execute() }
    switch (event.type) {
      case 'ReferralReceived': case 'ConsultationAsked':
        await database.insertInto('door_entry').values({ entry, kind, organisation: event.organisation, received_at: event.at, is_closed: 0 }).onConflict((conflict) => conflict.doNothing()).execute()
        return
      case 'ReferralClosed': case 'ConsultationClosed': await close(1); return
      case 'ReferralReopened': await close(0); return
      default: return
    }
  },
}

export type DoorEntry = { readonly entry: Id; readonly kind: 'referral' | 'consultation' }

export type DoorEntries = {
  /** What an organisation received, the newest first. @throws Refused `try-again` */
  readonly of: (session: Session, organisation: OrganisationId, closed: boolean) => Promise<readonly DoorEntry[]>
}

/** @param shownTo waits until the tables show what a session wrote. */
export const openDoorEntries = (tables: Kysely<Tables>, shownTo: (session: Session) => Promise<void>): DoorEntries => ({
  of: async (session, organisation, closed) => {
    await shownTo(session)
    return tables.selectFrom('door_entry').select(['entry', 'kind']).where('organisation', '=', organisation).where('is_closed', '=', closed ? 1 : 0).orderBy('received_at', 'desc').orderBy('entry').execute()
  },
})
