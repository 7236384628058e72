import { isSameSubject, type ErasedFact } from '@samenspel/kernel'
import type { Agenda } from './state.ts'

/**
 * What an erased fact leaves: nothing of its own, and what later facts say about it has no effect either. What it had closed stays
 * closed: a feed's address opens nothing, a request that was dealt with doesn't come back.
 */
export const evolveErased = (agenda: Agenda, { type, subject }: ErasedFact): Agenda => {
  switch (type) {
    case 'CalendarFeedOpened':
    case 'CalendarFeedClosed':
      return { ...agenda, feeds: new Map([...agenda.feeds].filter(([person]) => subject.kind !== 'adult' || subject.person !== person)) }
    case 'ChangeRequestClosed':
      return { ...agenda, changeRequests: new Map([...agenda.changeRequests].map(([id, request]) => [id, isSameSubject(request.subject, subject) ? { ...request, isOpen: false } : request])) }
    // An order that was taken back stays so: of whom it was is all that is left of it.
    case 'OrderRuleWithdrawn':
      return { ...agenda, needs: { ...agenda.needs, order: agenda.needs.order.filter(({ after }) => { const need = agenda.needs.byId.get(after); return need === undefined || !isSameSubject(need.subject, subject) }) } }
    // A pause of which the end was erased is over: nobody can end it any more. Of a week made ordinary the same.
    case 'PlanningResumed':
      return { ...agenda, pace: { lighterWeeks: agenda.pace.lighterWeeks } }
    case 'WeekMadeOrdinary':
      return { ...agenda, pace: { ...agenda.pace, lighterWeeks: new Map([...agenda.pace.lighterWeeks].filter(([, week]) => !isSameSubject(week.subject, subject))) } }
    default:
      return agenda
  }
}
