import type { AgendaEvent } from '@samenspel/agenda'
import { isErased, type OpenedEvent } from '@samenspel/event-codec'
import type { FamilyCaseEvent } from '@samenspel/family-case'
import { dayOf, zoneOf, type FamilyId, type Id, type IsoInstant } from '@samenspel/kernel'
import { notNull, primaryKey, type Projector } from '@samenspel/read-models'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

const types = [
  'TooMuchSignalled', 'SignalPassedToSubstitute', 'SignalAnswered', 'ConfirmationStarted', 'BundleConfirmed', 'BundleReleased', 'ProposalWithdrawn',
  'ReinstatementStarted', 'AppointmentReinstated', 'ReinstatementReleased',
  'PracticeCardReleased', 'PracticeCardPlaced', 'PracticeCardRecalled', 'PracticeCardRemoved',
] as const satisfies readonly (FamilyCaseEvent | AgendaEvent)['type'][]

/** What must be looked at again when time passes, also when nothing is recorded. */
export const unfinishedProjector: Projector<Tables, OpenedEvent> = {
  name: 'unfinished', version: 3, tables: ['open_signal', 'open_confirmation', 'open_practice_card'], types, whenPoisoned: 'park',
  create: async (database) => {
    await database.schema.createTable('open_signal')
      .addColumn('family', 'text', notNull).addColumn('signal', 'text', notNull)
      .addColumn('call_by', 'text', notNull).addPrimaryKeyConstraint('open_signal_key', ['family', 'signal']).execute()
    await database.schema.createTable('open_confirmation')
      .addColumn('family', 'text', notNull).addColumn('proposal', 'text', notNull)
      .addPrimaryKeyConstraint('open_confirmation_key', ['family', 'proposal']).execute()
    await database.schema.createTable('open_practice_card').addColumn('family', 'text', primaryKey).addColumn('due_on', 'text', notNull).execute()
  },
  apply: async ({ stream, content }, database) => {
    if (isErased(content)) return
    const event = content as FamilyCaseEvent | AgendaEvent
    const family = stream.slice(stream.indexOf('-') + 1)
    switch (event.type) {
      case 'TooMuchSignalled':
        await database.insertInto('open_signal').values({ signal: event.signalId, family, call_by: event.callBy }).execute()
        break
      case 'SignalPassedToSubstitute':
      case 'SignalAnswered':
        await database.deleteFrom('open_signal').where('family', '=', family).where('signal', '=', event.signalId).execute()
        break
      case 'ConfirmationStarted':
        await database.insertInto('open_confirmation').values({ proposal: event.proposalId, family }).execute()
        break
      case 'BundleConfirmed':
      case 'BundleReleased':
      case 'ProposalWithdrawn':
        await database.deleteFrom('open_confirmation').where('family', '=', family).where('proposal', '=', event.proposalId).execute()
        break
      // A cancellation that is being taken back waits for the same calendars, under the id of its hold.
      case 'ReinstatementStarted':
        await database.insertInto('open_confirmation').values({ proposal: event.holdId, family }).execute()
        break
      case 'AppointmentReinstated':
      case 'ReinstatementReleased':
        await database.deleteFrom('open_confirmation').where('family', '=', family).where('proposal', '=', event.holdId).execute()
        break
      case 'PracticeCardReleased':
        await dueOn(database, family, event.placeOn)
        break
      case 'PracticeCardRecalled':
        await dueOn(database, family, '')
        break
      case 'PracticeCardPlaced':
      case 'PracticeCardRemoved':
        await database.deleteFrom('open_practice_card').where('family', '=', family).execute()
        break
      default:
    }
  },
}

const dueOn = (database: Kysely<Tables>, family: FamilyId, due_on: string) =>
  database.insertInto('open_practice_card').values({ family, due_on }).onConflict((conflict) => conflict.column('family').doUpdateSet({ due_on })).execute()

export type Unfinished = {
  /** Signals whose time to call has passed by `now`. */
  readonly signalsDue: (now: IsoInstant) => Promise<readonly { readonly signal: Id; readonly family: FamilyId }[]>
  /** Families of which a confirmation is not decided. */
  readonly confirming: () => Promise<readonly FamilyId[]>
  /** Files of which a practice card is to be placed by now, or to be taken away. */
  readonly cardsDue: (now: IsoInstant) => Promise<readonly FamilyId[]>
}

export const openUnfinished = (tables: Kysely<Tables>): Unfinished => ({
  signalsDue: (now) => tables.selectFrom('open_signal').select(['signal', 'family']).where('call_by', '<=', now).orderBy('call_by').execute(),
  confirming: async () => (await tables.selectFrom('open_confirmation').select('family').distinct().orderBy('family').execute()).map(({ family }) => family),
  // It is the same day in both countries.
  cardsDue: async (now) => (await tables.selectFrom('open_practice_card').select('family').where('due_on', '<=', dayOf(now, zoneOf('NL'))).orderBy('family').execute()).map(({ family }) => family),
})
