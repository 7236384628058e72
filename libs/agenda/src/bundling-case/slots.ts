/** An appointment of a plan, seen from the family: when to leave, who minds the child. */
import { minutesOf, timeOf, type PersonId } from '@samenspel/kernel'
import { overlap } from '../checks.ts'
import { contains, shifted } from '../intervals.ts'
import type { Minding, Slot } from '../proposals/events.ts'
import type { Interval, Modality } from '../terms.ts'
import { parentRoles, type PlanningCase } from './facts.ts'
import { doesRun, isAtDayCentre } from './family.ts'
import type { CaseFamily, CaseNeed, CaseParent, PlanAppointment } from './format.ts'
import { minutesAt, minutesToBeThere } from './travel.ts'

export type FamilyCase = PlanningCase & { readonly family: CaseFamily }

/** @returns nothing when the appointment is not of this case. */
export const slotOf = (appointment: PlanAppointment, { case: { places }, family, persons }: FamilyCase): Slot | undefined => {
  const need = family.needs.find(({ id }) => id === appointment.need)
  if (need === undefined) return undefined
  const { date, start } = appointment
  const end = endOf(appointment, need)
  const modality = modalityOf(appointment)
  const homeMinutes = modality.kind === 'onsite' ? wayHome(family, places, modality.place, { from: start, to: end }) : 0
  const glued = modality.kind === 'onsite' && glueOf(appointment, { from: start, to: end }, family, places)
  return { date, start, end, modality, attendees: appointment.attendees.flatMap((role) => persons[role] ?? []), homeMinutes, glued }
}

export const endOf = ({ start }: Pick<PlanAppointment, 'start'>, { minutes }: CaseNeed): string => timeOf(minutesOf(start) + minutes)

const modalityOf = ({ modality, place }: PlanAppointment): Modality =>
  modality === 'onsite' ? { kind: 'onsite', place: place ?? '' } : { kind: modality }

export const travelBetween = ({ travelMinutes }: CaseFamily, places: readonly string[], from: string, to: string): number =>
  travelMinutes[places.indexOf(from)]?.[places.indexOf(to)] ?? 0

/** How long before and after a visit one is on the way, at these hours: the longer of there and back. */
const wayHome = (family: CaseFamily, places: readonly string[], place: string, { from, to }: Interval): number => {
  const [home, there] = [places.indexOf('home'), places.indexOf(place)]
  return Math.max(minutesToBeThere(family, home, there, minutesOf(from)), minutesAt(family, minutesOf(to))[there]?.[home] ?? 0)
}

/** The bringing or fetching before or after a visit, with no more than the way and a wait between (FORMAT 4, homeMinutes). */
const glueOf = ({ attendees, date, place = '' }: PlanAppointment, { from, to }: Interval, family: CaseFamily, places: readonly string[]): Slot['glued'] => {
  const { dayCentre, caps: { waitMinutes } } = family
  if (dayCentre === null || !attendees.includes('parentA')) return false
  const way = { homeMinutes: travelBetween(family, places, 'home', dayCentre.place), onMinutes: travelBetween(family, places, dayCentre.place, place) }
  const isWait = (start: string, end: string) => {
    const wait = minutesOf(end) - minutesOf(start) - way.onMinutes
    return wait >= 0 && wait <= waitMinutes
  }
  const near = (['dropOff', 'pickUp'] as const).find((run) =>
    doesRun(family, run, date, way.homeMinutes) && (isWait(dayCentre[run][1], from) || isWait(to, dayCentre[run][0])))
  return near !== undefined && { from: dayCentre[near][0], to: dayCentre[near][1], ...way }
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
  const home = modality === 'onsite' ? wayHome(family, places, place ?? '', { from: start, to: end }) : 0
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
