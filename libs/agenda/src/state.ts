import type { CalendarFeeds } from './calendar-feed.ts'
import type { ChangeRequests } from './change-requests/state.ts'
import type { ElsewhereAppointments } from './elsewhere/state.ts'
import { noNeeds, type Needs } from './needs/need.ts'
import { ordinaryPace, type Pace } from './pace/state.ts'
import { noProposals, type Proposals } from './proposals/state.ts'
import { noRhythm, type Rhythm } from './rhythm/state.ts'

/** What is known of one family's agenda. */
export type Agenda = {
  readonly needs: Needs
  readonly rhythm: Rhythm
  readonly proposals: Proposals
  readonly changeRequests: ChangeRequests
  readonly feeds: CalendarFeeds
  readonly elsewhere: ElsewhereAppointments
  readonly pace: Pace
}

export const emptyAgenda: Agenda = { needs: noNeeds, rhythm: noRhythm, proposals: noProposals, changeRequests: new Map(), feeds: new Map(), elsewhere: new Map(), pace: ordinaryPace }
