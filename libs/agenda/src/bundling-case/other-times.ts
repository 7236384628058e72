import { heldBy } from '../needs/staffed.ts'
import type { Need } from '../needs/state.ts'
import { calendarsFor, type Appointment } from '../proposals/state.ts'
import type { AppointmentId } from '../terms.ts'
import type { PlanningCase, PlanningFacts, PlanningPeriod } from './facts.ts'
import { toBundlingCase } from './to-bundling-case.ts'

/**
 * What the planner has to know to find other times for one appointment: everything else stays as it is, fixed or proposed beside it;
 * the same people come, and only its own time is free again.
 * @returns nothing when there is no such appointment, or nobody knows its need any more
 */
export const otherTimesCase = (facts: PlanningFacts, appointmentId: AppointmentId, period: PlanningPeriod): PlanningCase | undefined => {
  const { agenda, calendars } = facts
  const { proposals, needs } = agenda
  const target = proposals.appointments.get(appointmentId)
  const need = target && needs.byId.get(target.needId)
  const proposal = target && proposals.byId.get(target.proposalId)
  if (target === undefined || need === undefined || proposal === undefined) return undefined
  const others = new Map([...proposals.appointments].filter(([id]) => id !== appointmentId))
  // What is proposed beside it counts as if it stood.
  const progress = { status: 'confirmed', confirmedAt: proposal.at } as const
  const freed = calendarsFor(target).map((practitioner) => [practitioner, calendars.get(practitioner)] as const).flatMap(([practitioner, calendar]) =>
    calendar === undefined ? [] : [[practitioner, { ...calendar, taken: new Map([...calendar.taken].filter(([hold]) => !target.holds.includes(hold))) }] as const])
  return toBundlingCase({
    ...facts,
    calendars: new Map([...calendars, ...freed]),
    agenda: {
      ...agenda,
      needs: { ...needs, byId: new Map([[need.needId, withTheSame(need, target)]]) },
      proposals: { byId: new Map([...proposals.byId, [proposal.proposalId, { ...proposal, progress }]]), appointments: others },
    },
  }, period)
}

/** The need, with nobody but those who come now. */
const withTheSame = (need: Need, { attendees, practitioners }: Appointment): Need => ({
  ...need, attendance: [attendees], staffing: [heldBy(need, practitioners)],
  ...(need.interpreter !== undefined && { interpreter: { ...need.interpreter, by: need.interpreter.by.filter((one) => practitioners.includes(one)) } }),
})
