/** Plans that somebody makes by hand: appointments in the family's own names, and every way in which one could be placed. */
import { minutesOf, timeOf, type IsoDate, type LocalTime, type PersonId } from '@samenspel/kernel'
import { contains } from '../intervals.ts'
import { gridMinutes, type Modality, type NeedId, type PractitionerId } from '../terms.ts'
import type { PlanningCase } from './facts.ts'
import type { BundlingCase, BundlingPlan, CaseNeed, CasePerson, PlanAppointment } from './format.ts'

/** One appointment of a plan by hand. Nothing of it is checked yet: the planner's rules judge it. */
export type PlacedByHand = {
  readonly needId: NeedId
  readonly date: IsoDate
  readonly start: LocalTime
  readonly modality: Modality
  readonly attendees: readonly PersonId[]
  readonly practitioners: readonly PractitionerId[]
}

const roles: readonly CasePerson[] = ['child', 'parentA', 'parentB']

/** A plan by hand as the planner reads it. Whoever has no role in the case is left out, and the rules then say who is missing. */
export const planByHand = ({ case: { name, families }, persons }: PlanningCase, parts: readonly PlacedByHand[]): BundlingPlan => ({
  case: name,
  appointments: parts.map(({ needId, date, start, modality, attendees, practitioners }): PlanAppointment => ({
    family: families[0]?.id ?? name, need: needId, date, start, modality: modality.kind, ...(modality.kind === 'onsite' && { place: modality.place }),
    attendees: roles.filter((role) => { const person = persons[role]; return person !== undefined && attendees.includes(person) }), professionals: practitioners,
  })),
})

/** The way back: an appointment of a plan in the family's own names. */
export const placedByHand = ({ persons }: PlanningCase, { need, date, start, modality, place, attendees, professionals }: PlanAppointment): PlacedByHand => ({
  needId: need, date, start, modality: modality === 'onsite' ? { kind: 'onsite', place: place ?? '' } : { kind: modality },
  attendees: attendees.flatMap((role) => persons[role] ?? []), practitioners: professionals,
})

/**
 * Every way to place a need on one day inside what its professionals offer for that form: by start, then by form, attendees and
 * professionals as the need names them. Whether the family's week allows it is for the rules to say.
 * @returns nothing for a need that the case does not hold.
 */
export const offeredWays = ({ case: instance }: PlanningCase, needId: NeedId, date: IsoDate): readonly PlanAppointment[] => {
  const [family] = instance.families
  const need = family?.needs.find(({ id }) => id === needId)
  if (family === undefined || need === undefined) return []
  return startsOf(need).flatMap((start) => need.modalities.flatMap((form) => need.attendance.flatMap((attendees) => need.staffing.flatMap((professionals): readonly PlanAppointment[] =>
    professionals.every((professional) => isOffered(instance, professional, form, date, start, need)) ? [{ family: family.id, need: needId, date, start, ...formed(form), attendees, professionals }] : []))))
}

/** The planner's day: nothing begins before, nothing ends after. */
const opening = minutesOf('08:00'), closing = minutesOf('21:00')

const startsOf = ({ minutes }: CaseNeed): readonly LocalTime[] =>
  Array.from({ length: Math.max(0, Math.floor((closing - opening - minutes) / gridMinutes) + 1) }, (_, index) => timeOf(opening + index * gridMinutes))

const isOffered = ({ professionals }: BundlingCase, professional: string, form: CaseNeed['modalities'][number], date: IsoDate, start: LocalTime, { minutes }: CaseNeed): boolean => {
  const known = professionals[professional]
  const times = (known?.freeFor === undefined ? known?.free : known.freeFor[form])?.[date] ?? []
  return contains(times.map(([from, to]) => ({ from, to })), { from: start, to: timeOf(minutesOf(start) + minutes) })
}

const formed = (form: CaseNeed['modalities'][number]): Pick<PlanAppointment, 'modality' | 'place'> =>
  form === 'home' || form === 'digital' ? { modality: form } : { modality: 'onsite', place: form.slice('onsite@'.length) }
