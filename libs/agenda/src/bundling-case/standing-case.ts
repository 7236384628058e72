/** The planner's question when a plan has to be made again: what stands is planned anew, beside where it stands now. */
import type { Appointment } from '../proposals/state.ts'
import type { AppointmentId, NeedId } from '../terms.ts'
import type { ProposedPart } from '../proposals/events.ts'
import type { PlanningCase, PlanningFacts, PlanningPeriod } from './facts.ts'
import type { PlanAppointment } from './format.ts'
import { toPlan } from './from-plan.ts'
import { toBundlingCase } from './to-bundling-case.ts'

/**
 * @param appointments what is planned anew, each from a day of the period on; nothing else is asked for
 * @returns the case, and where these appointments stand in it. Their own time is taken in it: whoever plans again knows that they may use it
 */
export const standingCase = (facts: PlanningFacts, period: PlanningPeriod, appointments: readonly Appointment[]): { readonly planning: PlanningCase; readonly at: (appointment: Appointment) => PlanAppointment | undefined } => {
  const { agenda: { needs, proposals } } = facts
  const anew = new Set(appointments.map(({ appointmentId }) => appointmentId))
  const asked = new Set(appointments.map(({ needId }) => needId))
  const planning = toBundlingCase({
    ...facts,
    agenda: {
      ...facts.agenda,
      needs: { ...needs, byId: new Map([...needs.byId].filter(([id]) => asked.has(id))) },
      proposals: { ...proposals, appointments: new Map([...proposals.appointments].filter(([id, { needId }]) => !anew.has(id) && !asked.has(needId))) },
    },
  }, period)
  const known = new Set(planning.case.families[0]?.needs.map(({ id }) => id))
  return { planning, at: (appointment) => known.has(appointment.needId) ? toPlan(planning, [appointment])[0] : undefined }
}

/**
 * Of a plan that was made again, the parts that differ from what stands, each in the place of what it moves. A part that joins a visit
 * which stays belongs to that visit.
 * @param stays needs whose appointment stays as it is
 */
export const changedParts = (parts: readonly ProposedPart[], standing: readonly Appointment[], stays: ReadonlySet<NeedId>): readonly ProposedPart[] => {
  const former = new Map(standing.map((one) => [one.needId, one]))
  const visits = new Map(parts.flatMap(({ bundleId, needId }) => { const stands = stays.has(needId) ? former.get(needId) : undefined; return stands === undefined ? [] : [[bundleId, stands.bundleId] as const] }))
  return parts.filter(({ needId }) => !stays.has(needId)).map(({ bundleId, ...part }) => {
    const insteadOf: AppointmentId | undefined = former.get(part.needId)?.appointmentId
    return { ...part, bundleId: visits.get(bundleId) ?? bundleId, ...(insteadOf !== undefined && { insteadOf }) }
  })
}
