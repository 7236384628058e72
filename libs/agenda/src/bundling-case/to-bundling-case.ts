import type { IsoDate, LocationId } from '@samenspel/kernel'
import { cut, shared, shifted } from '../intervals.ts'
import { isPaused } from '../pace/state.ts'
import type { Need } from '../needs/need.ts'
import type { Slot } from '../proposals/events.ts'
import { elsewhereSlots } from '../elsewhere/state.ts'
import type { Appointment } from '../proposals/state.ts'
import { appointmentsWith } from '../statuses.ts'
import type { Interval } from '../terms.ts'
import { planningDays } from './days.ts'
import type { PlaceRoom, PlanningCase, PlanningFacts, PlanningPeriod, Roles } from './facts.ts'
import { outOfHome, familyPart, otherChildId, rolesOf } from './family.ts'
import type { BundlingCase, CaseRoom } from './format.ts'
import { caseEquipment, caseNeed, orderAmong, plannable } from './needs.ts'
import { interpretersFor, professionalsFor, timesByDate } from './professionals.ts'
import { familyTravel, placesOf, travelMatrix, waysNotKnown } from './travel.ts'

/**
 * What the planner has to know to bundle a family's open needs, in the format `bundling-case/1`.
 *
 * Confirmed appointments, and those made elsewhere, stay where they are: they block those who attend, their professionals' time is not
 * free, and their trips, evenings and contacts are taken off what their week can bear.
 */
export const toBundlingCase = (given: PlanningFacts, { from, weeks, lighter }: PlanningPeriod): PlanningCase => {
  const days = planningDays(from, weeks)
  // While the family rests nobody offers it anything.
  const facts = { ...given, closedDays: [...given.closedDays, ...days.filter((date) => isPaused(given.agenda.pace, date))] }
  const { agenda, household, closedDays, openHours, rooms, zone, familyId } = facts
  const roles = rolesOf(facts)
  const confirmed = [
    ...appointmentsWith(agenda, 'confirmed').map((appointment) => withPreparation(appointment, agenda.needs.byId.get(appointment.needId))),
    ...elsewhereSlots(agenda),
  ]
  const { bedtime, ...family } = familyPart(facts, days, confirmed, lighter)
  const { needs, leftOut } = plannable(agenda, { from, until: days.at(-1) ?? from }, roles)
  const places = placesOf([
    ...needs.flatMap(({ modalities }) => modalities.flatMap((modality) => modality.kind === 'onsite' ? [modality.place] : [])),
    ...family.dayCentre === null ? [] : [family.dayCentre.place],
  ])
  const roomAt = (place: LocationId, date: IsoDate): readonly Interval[] =>
    closedDays.includes(date) ? [] : cut(openHours(place, date), place === family.dayCentre?.place ? childAway(confirmed, household.child?.person, date) : [])
  const isClosed = (place: LocationId, date: IsoDate): boolean => facts.isClosed?.(place, date) === true
  const closed = Object.fromEntries(places.slice(1).flatMap((place) => { const dates = days.filter((date) => isClosed(place, date)); return dates.length === 0 ? [] : [[place, dates] as const] }))
  // What a room is used for already is taken off; and nobody sees a child alone who is elsewhere.
  const roomFree = (place: LocationId, { id, free }: PlaceRoom, date: IsoDate): readonly Interval[] =>
    shared(cut(free(date), [...facts.calendars.get(id)?.taken.values() ?? []].filter((taken) => taken.date === date)), roomAt(place, date))
  const listed = places.slice(1).flatMap((place) => { const list = rooms?.(place); return list === undefined ? [] : [[place, list] as const] })
  const roomsAt = Object.fromEntries(listed.map(([place, list]) => [place, list.map((room): CaseRoom =>
    ({ id: room.id, equipment: room.equipment.map(caseEquipment), free: timesByDate(new Map(days.map((date) => [date, roomFree(place, room, date)]))) }))]))
  const interpreters = interpretersFor(needs, facts, days)
  const notKnown = waysNotKnown(places.slice(1), facts)
  return {
    persons: personsOf(roles),
    leftOut,
    ...(notKnown !== undefined && { notKnown }),
    case: {
      format: 'bundling-case/1', name: familyId, zone, planningDays: days, places, professionals: professionalsFor(needs, facts, days),
      rooms: Object.fromEntries(places.slice(1).map((place) => [place, timesByDate(new Map(days.map((date) => [date, roomAt(place, date)])))])),
      ...(listed.length > 0 && { roomsAt }),
      ...(Object.keys(closed).length > 0 && { closed }),
      ...(Object.keys(interpreters).length > 0 && { interpreters }),
      families: [{
        ...family, bedtime,
        ...familyTravel(travelMatrix(places, facts.travelMinutes), facts.travelTimes, roles, agenda.rhythm.limits.withoutCar ?? []),
        needs: needs.map((need) => caseNeed(need, roles, days, from, (place) => place in roomsAt)),
        order: orderAmong(agenda, needs),
      }],
    } satisfies BundlingCase,
  }
}

export const personsOf = ({ child, parentA, parentB, others }: Roles): PlanningCase['persons'] =>
  ({ ...(child !== undefined && { child }), ...(parentA !== undefined && { parentA }), ...(parentB !== undefined && { parentB }), ...Object.fromEntries(others.map((other) => [otherChildId(other), other])) })

/** As long as those who attend are there. */
const withPreparation = (appointment: Appointment, need: Need | undefined): Appointment => ({
  ...appointment, start: shifted(appointment.start, -(need?.preparationMinutes ?? 0)), end: shifted(appointment.end, need?.recoveryMinutes ?? 0),
})

/** While the child is at a confirmed appointment or on the way, nobody sees the child alone at the day centre. */
const childAway = (confirmed: readonly Slot[], child: string | undefined, date: IsoDate): readonly Interval[] =>
  confirmed.filter((slot) => slot.date === date && child !== undefined && slot.attendees.includes(child)).map(outOfHome)
