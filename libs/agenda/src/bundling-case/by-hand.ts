/** Plans that somebody makes by hand: appointments in the family's own names, and every way in which one could be placed. */
import { minutesOf, timeOf, type IsoDate, type LocalTime, type PersonId } from '@samenspel/kernel'
import { contains } from '../intervals.ts'
import { gridMinutes, type Modality, type NeedId, type PractitionerId } from '../terms.ts'
import { interpretersAt, practitionersOf } from './cast.ts'
import type { PlanningCase } from './facts.ts'
import { toPlan } from './from-plan.ts'
import type { BundlingPlan, CaseNeed, CaseProfessional, PlanAppointment } from './format.ts'

/** One appointment of a plan by hand. Nothing of it is checked yet: the planner's rules judge it. */
export type PlacedByHand = {
  readonly needId: NeedId
  readonly date: IsoDate
  readonly start: LocalTime
  readonly modality: Modality
  readonly attendees: readonly PersonId[]
  readonly practitioners: readonly PractitionerId[]
}

/** A plan by hand as the planner reads it. Whoever has no role in the case is left out, and the rules then say who is missing. */
export const planByHand = (planning: PlanningCase, parts: readonly PlacedByHand[]): BundlingPlan => ({ case: planning.case.name, appointments: toPlan(planning, parts) })

/** The way back: an appointment of a plan in the family's own names. */
export const placedByHand = ({ persons }: PlanningCase, { need, date, start, modality, place, attendees, ...cast }: PlanAppointment): PlacedByHand => ({
  needId: need, date, start, modality: modality === 'onsite' ? { kind: 'onsite', place: place ?? '' } : { kind: modality },
  attendees: attendees.flatMap((role) => persons[role] ?? []), practitioners: practitionersOf(cast),
})

/**
 * Every way to place a need on one day inside what its professionals, and who interprets, offer for that form: by start, then by form, attendees
 * and professionals as the need names them. Whether the family's week allows it is for the rules to say.
 * @returns nothing for a need that the case does not hold.
 */
export const offeredWays = ({ case: instance }: PlanningCase, needId: NeedId, date: IsoDate): readonly PlanAppointment[] => {
  const [family] = instance.families
  const need = family?.needs.find(({ id }) => id === needId)
  if (family === undefined || need === undefined) return []
  const isFree = (offered: Offered | undefined, form: Form, start: LocalTime): boolean => isOffered(offered, form, date, start, need)
  return startsOf(need).flatMap((start) => need.modalities.flatMap((form) => {
    const speakers = need.interpreter === undefined ? [{}]
      : interpretersAt(instance, needId).filter((name) => isFree(instance.interpreters?.[name], form, start)).map((interpreter) => ({ interpreter }))
    return need.attendance.flatMap((attendees) => need.staffing.filter((professionals) => professionals.every((one) => isFree(instance.professionals[one], form, start))).flatMap((professionals) =>
      speakers.flatMap((speaker) => roomsFor(instance, form, date, start, need).map((room): PlanAppointment => ({ family: family.id, need: needId, date, start, ...formed(form), attendees, professionals, ...speaker, ...room })))))
  }))
}

/** The planner's day: nothing begins before, nothing ends after. */
const opening = minutesOf('08:00'), closing = minutesOf('21:00')

const startsOf = ({ minutes }: CaseNeed): readonly LocalTime[] =>
  Array.from({ length: Math.max(0, Math.floor((closing - opening - minutes) / gridMinutes) + 1) }, (_, index) => timeOf(opening + index * gridMinutes))

type Form = CaseNeed['modalities'][number]
type Offered = Pick<CaseProfessional, 'free' | 'freeFor'>

const isOffered = (known: Offered | undefined, form: Form, date: IsoDate, start: LocalTime, { minutes }: CaseNeed): boolean => {
  const times = (known?.freeFor === undefined ? known?.free : known.freeFor[form])?.[date] ?? []
  return contains(times.map(([from, to]) => ({ from, to })), { from: start, to: timeOf(minutesOf(start) + minutes) })
}

/** The rooms that would do, where rooms are counted; elsewhere one way, without a room. */
const roomsFor = ({ roomsAt = {} }: PlanningCase['case'], form: Form, date: IsoDate, start: LocalTime, { minutes, equipment: asked = [] }: CaseNeed): readonly Pick<PlanAppointment, 'room'>[] => {
  const { place } = formed(form)
  const rooms = place === undefined ? undefined : roomsAt[place]
  if (rooms === undefined) return [{}]
  const wanted = { from: start, to: timeOf(minutesOf(start) + minutes) }
  return rooms.filter(({ free, equipment }) => asked.every((thing) => equipment.includes(thing)) && contains((free[date] ?? []).map(([from, to]) => ({ from, to })), wanted)).map(({ id }) => ({ room: id }))
}

const formed = (form: Form): Pick<PlanAppointment, 'modality' | 'place'> =>
  form === 'home' || form === 'digital' ? { modality: form } : { modality: 'onsite', place: form.slice('onsite@'.length) }
