import type { DigitalCheck } from '../appointments/events.ts'
import { emptyCalendar } from '../calendar/state.ts'
import { isOffered } from '../calendar/free-time.ts'
import { elsewhereSlots } from '../elsewhere/state.ts'
import type { Appointment } from '../proposals/state.ts'
import { appointmentsWith } from '../statuses.ts'
import type { AppointmentId, Modality } from '../terms.ts'
import { mondayOf, planningDays } from './days.ts'
import type { PlanningFacts } from './facts.ts'
import { familyPart, rolesOf } from './family.ts'
import type { BundlingCase, BundlingPlan, CaseNeed, PlanAppointment } from './format.ts'
import { casePerson } from './needs.ts'
import { formOf } from './professionals.ts'
import { mindingOf } from './slots.ts'
import { personsOf } from './to-bundling-case.ts'
import { familyTravel, placesOf, travelMatrix } from './travel.ts'

/** The rules of a case that a plan breaks, one code for each time that one is broken. */
export type PlanChecker = (bundlingCase: BundlingCase, plan: BundlingPlan) => readonly string[]

/**
 * Whether a confirmed appointment may become digital at the time where it stands: the professionals offer that, the family's week
 * with everything else that is confirmed stays possible, and somebody minds the child. Only what becomes worse counts:
 * a rhythm that was changed later does not stand in the way.
 * @param check the planner's rules; `violations` holds their codes, empty when nothing is against it.
 */
export const checkDigital = (facts: PlanningFacts, appointmentId: AppointmentId, check: PlanChecker): DigitalCheck => {
  const target = facts.agenda.proposals.appointments.get(appointmentId)
  if (target === undefined) return { violations: ['shape'] }
  const { date, start, end } = target
  const offered = target.practitioners.every((practitioner) =>
    isOffered(facts.calendars.get(practitioner) ?? emptyCalendar, { date, from: start, to: end, modality: { kind: 'digital' } }))
  if (!offered) return { violations: ['offer'] }

  const week = appointmentsWith(facts.agenda, 'confirmed').filter((one) => mondayOf(one.date) === mondayOf(date))
  const asIs = weekCase(facts, target, week)
  const appointments = week.map((one) => planned(one, one.modality, facts))
  const digital = week.map((one) => planned(one, one.appointmentId === appointmentId ? { kind: 'digital' } : one.modality, facts))
  const violations = newOnes(check(asIs, { case: asIs.name, appointments: digital }), check(asIs, { case: asIs.name, appointments }))
  const [family] = asIs.families
  const changed = digital.find(({ need }) => need === target.needId)
  const minding = family === undefined || changed === undefined ? undefined
    : mindingOf(changed, { case: asIs, family, persons: personsOf(rolesOf(facts)), leftOut: [] })
  return { violations, ...(minding !== undefined && { minding }) }
}

/** The week as a case in which each confirmed appointment is a need that can only stand where it stands. */
const weekCase = (facts: PlanningFacts, target: Appointment, week: readonly Appointment[]): BundlingCase => {
  const days = planningDays(mondayOf(target.date), 1)
  const roles = rolesOf(facts)
  const family = familyPart(facts, days, elsewhereSlots(facts.agenda), false)
  const places = placesOf([...week.flatMap(({ modality }) => modality.kind === 'onsite' ? [modality.place] : []), ...family.dayCentre === null ? [] : [family.dayCentre.place]])
  const allDay = Object.fromEntries(days.map((date) => [date, [['00:00', '23:59'] as const]]))
  const practitioners = [...new Set(week.flatMap((one) => one.practitioners))]
  return {
    format: 'bundling-case/1', name: facts.familyId, zone: facts.zone, planningDays: days, places,
    professionals: Object.fromEntries(practitioners.map((practitioner) => [practitioner, { discipline: '', organisation: '', free: allDay }])),
    rooms: Object.fromEntries(places.slice(1).map((place) => [place, allDay])),
    families: [{
      ...family, ...familyTravel(travelMatrix(places, facts.travelMinutes), facts.travelTimes, roles, facts.agenda.rhythm.limits.withoutCar ?? []), order: [],
      needs: week.map((one): CaseNeed => ({
        id: one.needId, label: '', urgency: 1, from: one.date, deadline: one.date, preferred: one.date,
        minutes: Temporal.PlainTime.from(one.start).until(one.end).total('minutes'),
        modalities: one === target ? [formOf(one.modality), 'digital'] : [formOf(one.modality)],
        attendance: [one.attendees.flatMap((person) => casePerson(person, roles) ?? [])], staffing: [one.practitioners],
      })),
    }],
  }
}

const planned = ({ needId, date, start, attendees, practitioners }: Appointment, modality: Modality, facts: PlanningFacts): PlanAppointment => {
  const roles = rolesOf(facts)
  return {
    family: facts.familyId, need: needId, date, start, modality: modality.kind, ...(modality.kind === 'onsite' && { place: modality.place }),
    attendees: attendees.flatMap((person) => casePerson(person, roles) ?? []), professionals: practitioners,
  }
}

/** What is in the first list more often than in the second. */
const newOnes = (after: readonly string[], before: readonly string[]): readonly string[] => {
  const left = [...before]
  return after.filter((code) => {
    const index = left.indexOf(code)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}
