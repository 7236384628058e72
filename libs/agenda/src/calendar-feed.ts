/**
 * The private calendar feed of one person: a secret address that can be revoked.
 * Only a hash of the secret is kept, so nobody can read the address back.
 */
import { nothingToDo, put, record, type Decision, type IsoInstant, type PersonId } from '@samenspel/kernel'
import { refuseOthers } from './checks.ts'
import type { Ask, Fact } from './terms.ts'

export type CalendarFeedEvent =
  | (Fact & { readonly type: 'CalendarFeedOpened'; readonly person: PersonId; readonly tokenHash: string })
  | (Fact & { readonly type: 'CalendarFeedClosed'; readonly person: PersonId })

export type CalendarFeedCommand =
  /** Opening again closes the former address. */
  | (Ask & { readonly type: 'OpenCalendarFeed'; readonly person: PersonId; readonly tokenHash: string })
  | (Ask & { readonly type: 'CloseCalendarFeed'; readonly person: PersonId })

export type CalendarFeed = { readonly tokenHash: string; readonly openedAt: IsoInstant }
/** The feeds that are open. */
export type CalendarFeeds = ReadonlyMap<PersonId, CalendarFeed>

export const evolveCalendarFeeds = (feeds: CalendarFeeds, event: CalendarFeedEvent): CalendarFeeds => {
  switch (event.type) {
    case 'CalendarFeedOpened':
      return put(feeds, event.person, { tokenHash: event.tokenHash, openedAt: event.at })
    case 'CalendarFeedClosed':
      return new Map([...feeds].filter(([person]) => person !== event.person))
  }
}

/** Refusals: `not-yourself`. */
export const decideCalendarFeed = (command: CalendarFeedCommand, feeds: CalendarFeeds): Decision<CalendarFeedEvent> => {
  const { by, at, person } = command
  const refused = refuseOthers(command, person)
  if (refused !== undefined) return refused
  const feed = feeds.get(person)
  const subject = { kind: 'adult', person } as const
  switch (command.type) {
    case 'OpenCalendarFeed':
      if (feed?.tokenHash === command.tokenHash) return nothingToDo
      return record({ type: 'CalendarFeedOpened', subject, by, at, person, tokenHash: command.tokenHash })
    case 'CloseCalendarFeed':
      return feed === undefined ? nothingToDo : record({ type: 'CalendarFeedClosed', subject, by, at, person })
  }
}
