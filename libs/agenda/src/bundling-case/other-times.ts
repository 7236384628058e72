import { heldBy } from '../needs/staffed.ts'
import type { Need } from '../needs/need.ts'
import type { Appointment } from '../proposals/state.ts'
import type { AppointmentId } from '../terms.ts'
import type { PlanningCase, PlanningFacts, PlanningPeriod } from './facts.ts'
import { toBundlingCase } from './to-bundling-case.ts'

/**
 * What the planner has to know to find other times for one appointment: everything else stays as it is, fixed or proposed beside it;
 * the same people come, and only its own time is free again.
 * @returns nothing when there is no such appointment, or nobody knows its need any more
 */
export const otherTimesCase = (facts: PlanningFacts, appointmentId: AppointmentId, period: PlanningPeriod): PlanningCase | undefined => freedCase(facts, [appointmentId], period)

/** The same of several appointments of one proposal, planned together. */
export const freedCase = (facts: PlanningFacts, appointmentIds: readonly AppointmentId[], period: PlanningPeriod): PlanningCase | undefined => {
  const { agenda, calendars } = facts
  const { proposals, needs } = agenda
  const targets = appointmentIds.flatMap((id) => {
    const target = proposals.appointments.get(id)
    const need = target && needs.byId.get(target.needId)
    return target === undefined || need === undefined ? [] : [{ target, need }]
  })
  const proposal = proposals.byId.get(targets[0]?.target.proposalId ?? '')
  if (proposal === undefined || targets.length < appointmentIds.length) return undefined
  const others = new Map([...proposals.appointments].filter(([id]) => !appointmentIds.includes(id)))
  // What is proposed beside it counts as if it stood.
  const progress = { status: 'confirmed', confirmedAt: proposal.at } as const
  const holds = targets.flatMap(({ target }) => target.holds)
  const freed = new Map([...calendars].map(([practitioner, calendar]) => [practitioner, { ...calendar, taken: new Map([...calendar.taken].filter(([hold]) => !holds.includes(hold))) }]))
  return toBundlingCase({
    ...facts,
    calendars: freed,
    agenda: {
      ...agenda,
      needs: { ...needs, byId: new Map(targets.map(({ need, target }) => [need.needId, withTheSame(need, target)])) },
      proposals: { byId: new Map([...proposals.byId, [proposal.proposalId, { ...proposal, progress }]]), appointments: others },
    },
  }, period)
}

/** The need, with nobody but those who come now. */
const withTheSame = (need: Need, { attendees, practitioners }: Appointment): Need => ({
  ...need, attendance: [attendees], staffing: [heldBy(need, practitioners)],
  ...(need.interpreter !== undefined && { interpreter: { ...need.interpreter, by: need.interpreter.by.filter((one) => practitioners.includes(one)) } }),
})
