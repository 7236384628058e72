/** The agenda of one family, stream `agenda-<familyId>`: what is asked of it, its rhythm, its proposals and its appointments. */
import type { Decider, Decision } from '@samenspel/kernel'
import { decideAppointments } from './appointments/decide.ts'
import { decideCalendarFeed, evolveCalendarFeeds } from './calendar-feed.ts'
import { decideChangeRequests } from './change-requests/decide.ts'
import { evolveChangeRequests } from './change-requests/state.ts'
import { evolveErased } from './erased.ts'
import type { AgendaCommand, AgendaEvent } from './events.ts'
import { decideElsewhere } from './elsewhere/decide.ts'
import { evolveElsewhere } from './elsewhere/state.ts'
import { decideNeeds } from './needs/decide.ts'
import { withOccurrence } from './needs/recurring.ts'
import { evolveNeeds } from './needs/state.ts'
import { decidePace } from './pace/decide.ts'
import { evolvePace } from './pace/state.ts'
import { decideProposals } from './proposals/decide.ts'
import { evolveAppointments, evolveProposals } from './proposals/state.ts'
import { decideRhythm } from './rhythm/decide.ts'
import { evolveRhythm } from './rhythm/state.ts'
import { emptyAgenda, type Agenda } from './state.ts'

const evolve = (agenda: Agenda, event: AgendaEvent): Agenda => {
  switch (event.type) {
    case 'NeedAdded':
    case 'NeedWithdrawn':
    case 'OrderRuleAdded':
    case 'OrderRuleWithdrawn':
      return { ...agenda, needs: evolveNeeds(agenda.needs, event) }
    case 'RhythmSet':
    case 'LimitsSet':
      return { ...agenda, rhythm: evolveRhythm(agenda.rhythm, event) }
    case 'ProposalPartSent':
    case 'ProposalNeedUnplanned':
      return { ...agenda, needs: withOccurrence(agenda.needs, event.needId, event.type === 'ProposalPartSent' ? event.date : undefined), proposals: evolveProposals(agenda.proposals, event) }
    case 'ProposalSent':
    case 'ProposalWithdrawn':
    case 'AnswerGiven':
    case 'ConfirmationStarted':
    case 'BundleConfirmed':
    case 'BundleReleased':
      return { ...agenda, proposals: evolveProposals(agenda.proposals, event) }
    case 'AppointmentCancelled':
    case 'AppointmentMadeDigital':
    case 'OutcomeRecorded':
    case 'MeetingWayGiven':
    case 'ReinstatementStarted':
    case 'AppointmentReinstated':
    case 'ReinstatementReleased':
      return { ...agenda, proposals: evolveAppointments(agenda.proposals, event) }
    case 'OtherMomentAsked':
    case 'ChangeRequestClosed':
      return { ...agenda, changeRequests: evolveChangeRequests(agenda.changeRequests, event) }
    case 'CalendarFeedOpened':
    case 'CalendarFeedClosed':
      return { ...agenda, feeds: evolveCalendarFeeds(agenda.feeds, event) }
    case 'ElsewhereAppointmentAdded':
    case 'ElsewhereAppointmentChanged':
    case 'ElsewhereAppointmentRemoved':
      return { ...agenda, elsewhere: evolveElsewhere(agenda.elsewhere, event) }
    case 'PlanningPaused':
    case 'PauseReviewMoved':
    case 'PlanningResumed':
    case 'WeekLightened':
    case 'WeekMadeOrdinary':
      return { ...agenda, pace: evolvePace(agenda.pace, event) }
  }
}

const decide = (command: AgendaCommand, agenda: Agenda): Decision<AgendaEvent> => {
  switch (command.type) {
    case 'AddNeed':
    case 'WithdrawNeed':
    case 'AddOrderRule':
    case 'WithdrawOrderRule':
      return decideNeeds(command, agenda)
    case 'SetRhythm':
    case 'SetLimits':
      return decideRhythm(command, agenda.rhythm)
    case 'SendProposals':
    case 'WithdrawProposal':
    case 'AnswerProposal':
    case 'ConfirmBundle':
    case 'ReleaseBundle':
      return decideProposals(command, agenda)
    case 'CancelAppointment':
    case 'MakeDigital':
    case 'RecordOutcome':
    case 'GiveMeetingWay':
    case 'ReinstateAppointment':
    case 'CompleteReinstatement':
    case 'ReleaseReinstatement':
      return decideAppointments(command, agenda)
    case 'AskOtherMoment':
    case 'CloseChangeRequest':
      return decideChangeRequests(command, agenda)
    case 'OpenCalendarFeed':
    case 'CloseCalendarFeed':
      return decideCalendarFeed(command, agenda.feeds)
    case 'AddElsewhereAppointment':
    case 'ChangeElsewhereAppointment':
    case 'RemoveElsewhereAppointment':
      return decideElsewhere(command, agenda)
    case 'PausePlanning':
    case 'MovePauseReview':
    case 'ResumePlanning':
    case 'LightenWeeks':
    case 'MakeWeekOrdinary':
      return decidePace(command, agenda)
  }
}

export const agenda: Decider<Agenda, AgendaCommand, AgendaEvent> = { initial: emptyAgenda, evolve, decide, evolveErased }
