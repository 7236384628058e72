/**
 * Professionals' free time, as the planner reads it.
 *
 * Time is offered for some forms only: a talk by picture in the evening, a treatment on site in the morning. So a case holds, beside
 * all free time of a professional, that of each form.
 */
import type { IsoDate } from '@samenspel/kernel'
import { freeOn } from '../calendar/free-time.ts'
import { emptyCalendar } from '../calendar/state.ts'
import type { Need } from '../needs/state.ts'
import type { Interval, Modality } from '../terms.ts'
import type { PlanningFacts } from './facts.ts'
import type { BundlingCase, TimesByDate } from './format.ts'

/** A form as a case writes it. */
export const formOf = (modality: Modality): `onsite@${string}` | 'home' | 'digital' => modality.kind === 'onsite' ? `onsite@${modality.place}` : modality.kind

/** Whom the needs ask for, and when those are free in which of the forms that are asked. Nobody offers time on a closed day. */
export const professionalsFor = (needs: readonly Need[], { calendars, closedDays }: Pick<PlanningFacts, 'calendars' | 'closedDays'>, days: readonly IsoDate[]): BundlingCase['professionals'] => {
  const open = days.filter((date) => !closedDays.includes(date))
  return Object.fromEntries(needs.flatMap(({ staffing, discipline, organisation }) => staffing.flat().map((practitioner) => {
    const calendar = calendars.get(practitioner) ?? emptyCalendar
    const asked = needs.filter((need) => need.staffing.flat().includes(practitioner)).flatMap(({ modalities }) => modalities)
    const forms = new Map(asked.map((modality) => [formOf(modality), modality]))
    const free = (...modalities: readonly Modality[]) => timesByDate(new Map(open.map((date) => [date, freeOn(calendar, date, ...modalities)])))
    return [practitioner, {
      discipline, organisation, free: free(...forms.values()), freeFor: Object.fromEntries([...forms].map(([form, modality]) => [form, free(modality)])),
    }] as const
  })))
}

/** Days without anything are left out. */
export const timesByDate = (times: ReadonlyMap<IsoDate, readonly Interval[]>): TimesByDate =>
  Object.fromEntries([...times].filter(([, list]) => list.length > 0).map(([date, list]) => [date, list.map(({ from, to }) => [from, to] as const)]))
