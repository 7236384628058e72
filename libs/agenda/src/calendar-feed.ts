import type { PersonId } from '@samenspel/kernel'
import type { Ask, Fact } from './terms.ts'

export type CalendarFeedEvent =
  /** Only the hash of the secret address is kept. */
  | (Fact & { readonly type: 'CalendarFeedOpened'; readonly person: PersonId; readonly tokenHash: string })
  | (Fact & { readonly type: 'CalendarFeedClosed'; readonly person: PersonId })

export type CalendarFeedCommand =
  /** Opening again closes the former address. */
  | (Ask & { readonly type: 'OpenCalendarFeed'; readonly person: PersonId; readonly tokenHash: string })
  | (Ask & { readonly type: 'CloseCalendarFeed'; readonly person: PersonId })
