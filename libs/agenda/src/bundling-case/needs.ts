/** What has to be planned, as the planner reads it: windows narrowed by what stands already, persons under their roles. */
import { addDays, type IsoDate, type LocationId } from '@samenspel/kernel'
import type { Agenda } from '../state.ts'
import { sameSet } from '../checks.ts'
import { heldBy } from '../needs/staffed.ts'
import type { Need } from '../needs/need.ts'
import { appointmentsWith, needsToPlan } from '../statuses.ts'
import type { Appointment } from '../proposals/state.ts'
import type { PlanningCase, Roles } from './facts.ts'
import type { CaseNeed, CaseOrder, CasePerson } from './format.ts'
import { otherChildId } from './family.ts'
import { formOf } from './professionals.ts'

/** Appointments that stand: to come, or past and not cancelled. */
const standing = (agenda: Agenda): readonly Appointment[] => appointmentsWith(agenda, 'confirmed', 'tookPlace', 'unknown')

/** The needs that a plan could hold in a period, and those that none could. */
export const plannable = (agenda: Agenda, { from, until }: { readonly from: IsoDate; readonly until: IsoDate }, roles: Roles): { readonly needs: readonly Need[]; readonly leftOut: PlanningCase['leftOut'] } => {
  // What is asked again and again, and is due after the period, is planned when the period has moved on: nothing is brought forward for its end.
  const isDue = ({ recurrence, preferred }: Need) => recurrence === undefined || preferred <= until
  const needs = needsToPlan(agenda).filter(isDue).map((need) => narrowed(need, agenda))
  const whyNot = (need: Need): PlanningCase['leftOut'][number]['because'] | undefined => {
    const asked = agenda.needs.byId.get(need.needId) ?? need
    if (asked.deadline < from) return 'window-past'
    if (attendanceOf(need, roles).length === 0) return 'attendance-unknown'
    return need.deadline < max(need.from, from) ? 'order-impossible' : undefined
  }
  return {
    needs: needs.filter((need) => whyNot(need) === undefined),
    leftOut: needs.flatMap((need) => { const because = whyNot(need); return because === undefined ? [] : [{ needId: need.needId, because }] }),
  }
}

/** Order towards appointments that stand narrows the window; a series goes on with the professionals it began with. */
const narrowed = (need: Need, agenda: Agenda): Need => {
  const stands = standing(agenda)
  const dateOf = (needId: string) => stands.find((appointment) => appointment.needId === needId)?.date
  let { from, deadline } = need
  for (const { before, after, minDays, maxDays } of agenda.needs.order) {
    const earlier = after === need.needId ? dateOf(before) : undefined
    if (earlier !== undefined) {
      from = max(from, addDays(earlier, minDays))
      if (maxDays !== undefined) deadline = min(deadline, addDays(earlier, maxDays))
    }
    const later = before === need.needId ? dateOf(after) : undefined
    if (later !== undefined) {
      deadline = min(deadline, addDays(later, -minDays))
      if (maxDays !== undefined) from = max(from, addDays(later, -maxDays))
    }
  }
  const begun = need.series === undefined ? undefined : stands.find(({ needId }) => agenda.needs.byId.get(needId)?.series === need.series)
  const staffing = begun === undefined ? need.staffing : need.staffing.filter((set) => sameSet(set, heldBy(need, begun.practitioners)))
  return { ...need, from, deadline, staffing: staffing.length === 0 ? need.staffing : staffing }
}

const max = (a: IsoDate, b: IsoDate): IsoDate => a > b ? a : b
const min = (a: IsoDate, b: IsoDate): IsoDate => a < b ? a : b

/** The alternatives in which everybody has a role in the case. */
const attendanceOf = ({ attendance }: Pick<Need, 'attendance'>, roles: Roles): readonly (readonly CasePerson[])[] =>
  attendance.flatMap((set) => {
    const cast = set.flatMap((person) => casePerson(person, roles) ?? [])
    return cast.length === set.length ? [cast] : []
  })

export const casePerson = (person: string, { child, parentA, parentB, others }: Roles): CasePerson | undefined => {
  switch (person) {
    case child: return 'child'
    case parentA: return 'parentA'
    case parentB: return 'parentB'
    default: return others.includes(person) ? otherChildId(person) : undefined
  }
}

/** @param hasRooms whether the rooms of a place are known: only then the planner can see to the equipment. */
export const caseNeed = (need: Need, roles: Roles, days: readonly IsoDate[], from: IsoDate, hasRooms: (place: LocationId) => boolean): CaseNeed => ({
  id: need.needId, label: need.label, minutes: need.minutes, urgency: need.urgency,
  from: max(need.from, from), deadline: need.deadline, preferred: onPlanningDay(max(need.preferred, from), days),
  ...(need.series !== undefined && { series: need.series }),
  modalities: need.modalities.map(formOf), attendance: attendanceOf(need, roles), staffing: need.staffing,
  // Who may interpret is said by the need itself, so it is a language of its own.
  ...(need.interpreter !== undefined && { interpreter: need.needId }),
  ...(need.equipment !== undefined && need.modalities.every((modality) => modality.kind !== 'onsite' || hasRooms(modality.place)) && { equipment: need.equipment.map(caseEquipment) }),
  ...(need.preparationMinutes !== undefined && { preparationMinutes: need.preparationMinutes }),
  ...(need.recoveryMinutes !== undefined && { recoveryMinutes: need.recoveryMinutes }),
  ...(need.sameTime !== undefined && { sameTime: need.sameTime }),
})

/** Things in a room are known by their words alone, however somebody typed them. */
export const caseEquipment = (word: string): string => word.trim().toLowerCase().replaceAll(/\s+/g, ' ')

/** The first planning day on or after a date; the last one when none is left. */
const onPlanningDay = (date: IsoDate, days: readonly IsoDate[]): IsoDate => days.find((day) => day >= date) ?? days.at(-1) ?? date

/** Rules between two needs that are both still to be planned. */
export const orderAmong = ({ needs: { order } }: Agenda, planned: readonly Need[]): readonly CaseOrder[] => {
  const isPlanned = (needId: string) => planned.some((need) => need.needId === needId)
  return order.filter(({ before, after }) => isPlanned(before) && isPlanned(after))
}
