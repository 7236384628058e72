import type { AgendaEvent } from '@samenspel/agenda'
import { isErased, type OpenedEvent } from '@samenspel/event-codec'
import type { FamilyId, PersonId } from '@samenspel/kernel'
import { notNull, primaryKey, type Projector } from '@samenspel/read-models'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

const types = ['CalendarFeedOpened', 'CalendarFeedClosed'] as const satisfies readonly AgendaEvent['type'][]

/** Whose calendar stands behind a secret address. */
export const calendarFeedsProjector: Projector<Tables, OpenedEvent> = {
  name: 'calendar-feeds', version: 1, tables: ['calendar_feed'], types, whenPoisoned: 'park',
  create: async (database) => {
    await database.schema.createTable('calendar_feed')
      .addColumn('person', 'text', primaryKey).addColumn('family', 'text', notNull)
      .addColumn('token_hash', 'text', (column) => column.notNull().unique()).execute()
  },
  apply: async ({ stream, content }, database) => {
    if (isErased(content)) return
    const event = content as AgendaEvent
    if (event.type !== 'CalendarFeedOpened' && event.type !== 'CalendarFeedClosed') return
    await database.deleteFrom('calendar_feed').where('person', '=', event.person).execute()
    if (event.type === 'CalendarFeedOpened') {
      await database.insertInto('calendar_feed').values({ person: event.person, family: stream.slice('agenda-'.length), token_hash: event.tokenHash }).execute()
    }
  },
}

export type FeedOwner = { readonly person: PersonId; readonly family: FamilyId }
/** Whose calendar an address may open; the agenda itself says whether it still holds. */
export type FeedOwners = (tokenHash: string) => Promise<FeedOwner | undefined>

/** @param shown waits until the tables show what stands in the log now: an address is tried as soon as it is given. */
export const openFeedOwners = (tables: Kysely<Tables>, shown: () => Promise<void>): FeedOwners => async (tokenHash) => {
  await shown()
  return tables.selectFrom('calendar_feed').select(['person', 'family']).where('token_hash', '=', tokenHash).executeTakeFirst()
}
