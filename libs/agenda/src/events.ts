import type { AppointmentsCommand, AppointmentsEvent } from './appointments/events.ts'
import type { CalendarFeedCommand, CalendarFeedEvent } from './calendar-feed.ts'
import type { CalendarEvent } from './calendar/events.ts'
import type { ChangeRequestsCommand, ChangeRequestsEvent } from './change-requests/events.ts'
import type { ElsewhereCommand, ElsewhereEvent } from './elsewhere/events.ts'
import type { NeedsCommand, NeedsEvent } from './needs/events.ts'
import type { PaceCommand, PaceEvent } from './pace/events.ts'
import { pauseWithReview } from './pace/upcasts.ts'
import type { ProposalsCommand, ProposalsEvent } from './proposals/events.ts'
import type { RhythmCommand, RhythmEvent } from './rhythm/events.ts'

/** The facts of the stream `agenda-<familyId>`. */
export type AgendaEvent = NeedsEvent | RhythmEvent | ProposalsEvent | AppointmentsEvent | ChangeRequestsEvent | CalendarFeedEvent | ElsewhereEvent | PaceEvent
export type AgendaCommand = NeedsCommand | RhythmCommand | ProposalsCommand | AppointmentsCommand | ChangeRequestsCommand | CalendarFeedCommand | ElsewhereCommand | PaceCommand

/**
 * How long a fact is kept: as part of somebody's care record, or only to coordinate
 * (a rhythm, free time and a hold say little once the weeks have passed).
 */
export type Retention = 'care-record' | 'coordination'
export type EventVersions<Event extends { readonly type: string }> = Readonly<Record<Event['type'], { readonly version: number; readonly retention: Retention }>>

/** The versions in which the facts of an agenda are stored today. */
export const agendaEvents: EventVersions<AgendaEvent> = {
  NeedAdded: { version: 1, retention: 'care-record' },
  NeedWithdrawn: { version: 1, retention: 'care-record' },
  OrderRuleAdded: { version: 1, retention: 'coordination' },
  OrderRuleWithdrawn: { version: 1, retention: 'coordination' },
  RhythmSet: { version: 1, retention: 'coordination' },
  LimitsSet: { version: 1, retention: 'coordination' },
  ProposalSent: { version: 1, retention: 'care-record' },
  ProposalPartSent: { version: 1, retention: 'care-record' },
  ProposalNeedUnplanned: { version: 1, retention: 'coordination' },
  ProposalWithdrawn: { version: 1, retention: 'care-record' },
  AnswerGiven: { version: 1, retention: 'care-record' },
  ConfirmationStarted: { version: 1, retention: 'care-record' },
  BundleConfirmed: { version: 1, retention: 'care-record' },
  BundleReleased: { version: 1, retention: 'care-record' },
  AppointmentCancelled: { version: 1, retention: 'care-record' },
  AppointmentMadeDigital: { version: 1, retention: 'care-record' },
  OutcomeRecorded: { version: 1, retention: 'care-record' },
  OtherMomentAsked: { version: 1, retention: 'coordination' },
  ChangeRequestClosed: { version: 1, retention: 'coordination' },
  CalendarFeedOpened: { version: 1, retention: 'coordination' },
  CalendarFeedClosed: { version: 1, retention: 'coordination' },
  MeetingWayGiven: { version: 1, retention: 'coordination' },
  ElsewhereAppointmentAdded: { version: 1, retention: 'care-record' },
  ElsewhereAppointmentChanged: { version: 1, retention: 'care-record' },
  ElsewhereAppointmentRemoved: { version: 1, retention: 'care-record' },
  PlanningPaused: { version: 2, retention: 'coordination' },
  PauseReviewMoved: { version: 1, retention: 'coordination' },
  PlanningResumed: { version: 1, retention: 'coordination' },
  WeekLightened: { version: 1, retention: 'coordination' },
  WeekMadeOrdinary: { version: 1, retention: 'coordination' },
  ReinstatementStarted: { version: 1, retention: 'care-record' },
  AppointmentReinstated: { version: 1, retention: 'care-record' },
  ReinstatementReleased: { version: 1, retention: 'care-record' },
}

/** The steps from older versions of a fact to the one of today; a fact that isn't named has had one version only. */
export const agendaUpcasts: Readonly<Partial<Record<AgendaEvent['type'], readonly ((event: Readonly<Record<string, unknown>>) => Record<string, unknown>)[]>>> = { PlanningPaused: [pauseWithReview] }

/** The versions in which the facts of a calendar are stored today. */
export const calendarEvents: EventVersions<CalendarEvent> = {
  FreeTimeOffered: { version: 1, retention: 'coordination' },
  FreeTimeWithdrawn: { version: 1, retention: 'coordination' },
  HoldPlaced: { version: 1, retention: 'coordination' },
  HoldReleased: { version: 1, retention: 'coordination' },
  HoldConfirmed: { version: 1, retention: 'coordination' },
  BookingCancelled: { version: 1, retention: 'coordination' },
  FreeTimeRestored: { version: 1, retention: 'coordination' },
  TimeWithdrawn: { version: 1, retention: 'coordination' },
  TimeGivenBack: { version: 1, retention: 'coordination' },
}
