import type { AppointmentsCommand, AppointmentsEvent } from './appointments/events.ts'
import type { CalendarFeedCommand, CalendarFeedEvent } from './calendar-feed.ts'
import type { CalendarEvent } from './calendar/events.ts'
import type { ChangeRequestsCommand, ChangeRequestsEvent } from './change-requests/events.ts'
import type { NeedsCommand, NeedsEvent } from './needs/events.ts'
import type { ProposalsCommand, ProposalsEvent } from './proposals/events.ts'
import type { RhythmCommand, RhythmEvent } from './rhythm/events.ts'

/** The facts of the stream `agenda-<familyId>`. */
export type AgendaEvent = NeedsEvent | RhythmEvent | ProposalsEvent | AppointmentsEvent | ChangeRequestsEvent | CalendarFeedEvent
export type AgendaCommand = NeedsCommand | RhythmCommand | ProposalsCommand | AppointmentsCommand | ChangeRequestsCommand | CalendarFeedCommand

/** A fact whose key was destroyed, as it reaches `evolve`: nothing of its content is left. */
export const isErased = (event: object): boolean => 'erased' in event

/**
 * How long a fact is kept: `care` as the care record itself, `planning` as long as care goes on
 * (a rhythm, a refused proposal and free time say little once the weeks have passed).
 */
export type Retention = 'care' | 'planning'
export type EventVersions<Event extends { readonly type: string }> = Readonly<Record<Event['type'], { readonly version: number; readonly retention: Retention }>>

/** The versions in which the facts of an agenda are stored today. */
export const agendaEvents: EventVersions<AgendaEvent> = {
  NeedAdded: { version: 1, retention: 'care' },
  NeedWithdrawn: { version: 1, retention: 'care' },
  OrderRuleAdded: { version: 1, retention: 'planning' },
  RhythmSet: { version: 1, retention: 'planning' },
  LimitsSet: { version: 1, retention: 'planning' },
  ProposalSent: { version: 1, retention: 'care' },
  ProposalPartSent: { version: 1, retention: 'care' },
  ProposalNeedUnplanned: { version: 1, retention: 'planning' },
  ProposalWithdrawn: { version: 1, retention: 'care' },
  AnswerGiven: { version: 1, retention: 'care' },
  ConfirmationStarted: { version: 1, retention: 'care' },
  BundleConfirmed: { version: 1, retention: 'care' },
  BundleReleased: { version: 1, retention: 'care' },
  AppointmentCancelled: { version: 1, retention: 'care' },
  AppointmentMadeDigital: { version: 1, retention: 'care' },
  OutcomeRecorded: { version: 1, retention: 'care' },
  OtherMomentAsked: { version: 1, retention: 'planning' },
  ChangeRequestClosed: { version: 1, retention: 'planning' },
  CalendarFeedOpened: { version: 1, retention: 'planning' },
  CalendarFeedClosed: { version: 1, retention: 'planning' },
}

/** The versions in which the facts of a calendar are stored today. */
export const calendarEvents: EventVersions<CalendarEvent> = {
  FreeTimeOffered: { version: 1, retention: 'planning' },
  FreeTimeWithdrawn: { version: 1, retention: 'planning' },
  HoldPlaced: { version: 1, retention: 'planning' },
  HoldReleased: { version: 1, retention: 'planning' },
  HoldConfirmed: { version: 1, retention: 'planning' },
  BookingCancelled: { version: 1, retention: 'planning' },
}
