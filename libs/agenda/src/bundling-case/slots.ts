/** An appointment of a plan, seen from the family: when to leave, who minds the child. */
import { minutesOf, timeOf, type PersonId } from '@samenspel/kernel'
import { overlap } from '../checks.ts'
import { contains, shifted } from '../intervals.ts'
import type { Minding, Slot } from '../proposals/events.ts'
import type { Interval, Modality } from '../terms.ts'
import { parentRoles, type PlanningCase } from './facts.ts'
import { doesRun, isAtDayCentre } from './family.ts'
import type { CaseFamily, CaseNeed, CaseParent, PlanAppointment } from './format.ts'

export type FamilyCase = PlanningCase & { readonly family: CaseFamily }

/** @returns nothing when the appointment is not of this case. */
export const slotOf = (appointment: PlanAppointment, { case: { places }, family, persons }: FamilyCase): Slot | undefined => {
  const need = family.needs.find(({ id }) => id === appointment.need)
  if (need === undefined) return undefined
  const { date, start } = appointment
  const end = endOf(appointment, need)
  const modality = modalityOf(appointment)
  const homeMinutes = modality.kind === 'onsite' ? travelBetween(family, places, 'home', modality.place) : 0
  const glued = modality.kind === 'onsite' && glueOf(appointment, { from: start, to: end }, family, homeMinutes)
  return { date, start, end, modality, attendees: appointment.attendees.flatMap((role) => persons[role] ?? []), homeMinutes, glued }
}

export const endOf = ({ start }: Pick<PlanAppointment, 'start'>, { minutes }: CaseNeed): string => timeOf(minutesOf(start) + minutes)

const modalityOf = ({ modality, place }: PlanAppointment): Modality =>
  modality === 'onsite' ? { kind: 'onsite', place: place ?? '' } : { kind: modality }

export const travelBetween = ({ travelMinutes }: CaseFamily, places: readonly string[], from: string, to: string): number =>
  travelMinutes[places.indexOf(from)]?.[places.indexOf(to)] ?? 0

/** A visit to the day centre that follows the bringing, or comes before the fetching, with no more than a wait between. */
const glueOf = ({ attendees, date, place }: PlanAppointment, { from, to }: Interval, family: CaseFamily, homeMinutes: number): Slot['glued'] => {
  const { dayCentre, caps: { waitMinutes } } = family
  if (dayCentre === null || place !== dayCentre.place || !attendees.includes('parentA')) return false
  const isWait = (start: string, end: string) => start <= end && minutesOf(end) - minutesOf(start) <= waitMinutes
  const { dropOff, pickUp } = dayCentre
  if (doesRun(family, 'dropOff', date, homeMinutes) && isWait(dropOff[1], from)) return { run: 'drop-off', from: dropOff[0], to: dropOff[1] }
  return doesRun(family, 'pickUp', date, homeMinutes) && isWait(to, pickUp[0]) && { run: 'pick-up', from: pickUp[0], to: pickUp[1] }
}

/**
 * Who minds the child meanwhile, by the order of FORMAT 5.
 * @returns nothing when the child attends, when there is none, or when nobody is needed.
 */
export const mindingOf = (appointment: PlanAppointment, { case: { places }, family, persons }: FamilyCase): Minding | undefined => {
  const need = family.needs.find(({ id }) => id === appointment.need)
  const parents = parentRoles.filter((role) => appointment.attendees.includes(role))
  if (need === undefined || family.child === null || appointment.attendees.includes('child') || parents.length === 0) return undefined
  const { date, start, modality, place } = appointment
  const end = endOf(appointment, need)
  if (start >= family.bedtime) return { kind: 'in-bed' }
  const home = modality === 'onsite' ? travelBetween(family, places, 'home', place ?? '') : 0
  const bare = { from: shifted(start, -home), to: shifted(end, home) }
  if (isAtDayCentre(family, date, bare)) return { kind: 'day-centre' }
  const naps = family.child.naps.map(([from, to]) => ({ from, to }))
  if (modality === 'digital' && family.dayCentre?.days.includes(date) !== true && contains(naps, bare)) return { kind: 'in-bed' }
  if (modality === 'onsite' && family.sitter) return { kind: 'sitter' }
  return otherParent(parents, persons, family, date, bare)
}

const otherParent = ([parent, both]: readonly CaseParent[], persons: PlanningCase['persons'], family: CaseFamily, date: string, bare: Interval): Minding | undefined => {
  if (parent === undefined || both !== undefined) return undefined
  const role = parent === 'parentA' ? 'parentB' : 'parentA'
  const person: PersonId | undefined = persons[role]
  const works = (family.unavailable[role][date] ?? []).some(([from, to, reason]) => reason === 'work' && overlap({ from, to }, bare))
  return person === undefined || works ? undefined : { kind: 'other-parent', person }
}
