/**
 * Professionals' free time, as the planner reads it.
 *
 * Time is offered for some forms only: a talk by picture in the evening, a treatment on site in the morning. So a case holds, beside
 * all free time of a professional, that of each form.
 */
import type { IsoDate } from '@samenspel/kernel'
import { freeOn } from '../calendar/free-time.ts'
import { emptyCalendar } from '../calendar/state.ts'
import type { Need } from '../needs/need.ts'
import type { Interval, Modality, PractitionerId } from '../terms.ts'
import type { PlanningFacts } from './facts.ts'
import type { BundlingCase, CaseInterpreter, TimesByDate } from './format.ts'

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

/** Who may interpret at which needs; those who also hold an appointment stand there under a name of their own. */
export const interpretersFor = (needs: readonly Need[], { calendars, closedDays }: Pick<PlanningFacts, 'calendars' | 'closedDays'>, days: readonly IsoDate[]): Readonly<Record<string, CaseInterpreter>> => {
  const open = days.filter((date) => !closedDays.includes(date))
  const professionals = new Set(needs.flatMap(({ staffing }) => staffing.flat()))
  return Object.fromEntries([...new Set(needs.flatMap(({ interpreter }) => interpreter?.by ?? []))].map((practitioner) => {
    const asking = needs.filter(({ interpreter }) => interpreter?.by.includes(practitioner) === true)
    const forms = new Map(asking.flatMap(({ modalities }) => modalities).map((modality) => [formOf(modality), modality]))
    const free = (...modalities: readonly Modality[]) => timesByDate(new Map(open.map((date) => [date, freeOn(calendars.get(practitioner) ?? emptyCalendar, date, ...modalities)])))
    return [professionals.has(practitioner) ? `${interpreterPrefix}${practitioner}` : practitioner, {
      languages: asking.map(({ needId }) => needId), free: free(...forms.values()), freeFor: Object.fromEntries([...forms].map(([form, modality]) => [form, free(modality)])),
    }] as const
  }))
}

const interpreterPrefix = 'interpreter:'

/** Who interprets, by the name in a case. */
export const interpreterOf = (name: string): PractitionerId => name.startsWith(interpreterPrefix) ? name.slice(interpreterPrefix.length) : name

/** Days without anything are left out. */
export const timesByDate = (times: ReadonlyMap<IsoDate, readonly Interval[]>): TimesByDate =>
  Object.fromEntries([...times].filter(([, list]) => list.length > 0).map(([date, list]) => [date, list.map(({ from, to }) => [from, to] as const)]))
