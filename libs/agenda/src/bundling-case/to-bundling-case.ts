import type { IsoDate, LocationId } from '@samenspel/kernel'
import { cut } from '../intervals.ts'
import { isPaused } from '../pace/state.ts'
import type { Slot } from '../proposals/events.ts'
import { elsewhereSlots } from '../elsewhere/state.ts'
import { appointmentsWith } from '../statuses.ts'
import type { Interval } from '../terms.ts'
import { planningDays } from './days.ts'
import type { PlanningCase, PlanningFacts, PlanningPeriod, Roles } from './facts.ts'
import { outOfHome, familyPart, rolesOf } from './family.ts'
import type { BundlingCase } from './format.ts'
import { caseNeed, orderAmong, plannable } from './needs.ts'
import { professionalsFor, timesByDate } from './professionals.ts'
import { placesOf, travelMatrix } from './travel.ts'

/**
 * What the planner has to know to bundle a family's open needs, in the format `bundling-case/1`.
 *
 * Confirmed appointments, and those made elsewhere, stay where they are: they block those who attend, and their professionals' time is not free.
 * Their trips are not counted against the trips of their week; their evenings are.
 */
export const toBundlingCase = (given: PlanningFacts, { from, weeks, lighter }: PlanningPeriod): PlanningCase => {
  const days = planningDays(from, weeks)
  // While the family rests nobody offers it anything.
  const facts = { ...given, closedDays: [...given.closedDays, ...days.filter((date) => isPaused(given.agenda.pace, date))] }
  const { agenda, household, closedDays, openHours, zone, familyId } = facts
  const roles = rolesOf(facts)
  const confirmed = [...appointmentsWith(agenda, 'confirmed'), ...elsewhereSlots(agenda)]
  const { bedtime, ...family } = familyPart(facts, days, confirmed, lighter)
  const { needs, leftOut } = plannable(agenda, from, roles)
  const places = placesOf([
    ...needs.flatMap(({ modalities }) => modalities.flatMap((modality) => modality.kind === 'onsite' ? [modality.place] : [])),
    ...family.dayCentre === null ? [] : [family.dayCentre.place],
  ])
  const roomAt = (place: LocationId, date: IsoDate): readonly Interval[] =>
    closedDays.includes(date) ? [] : cut(openHours(place, date), place === family.dayCentre?.place ? childAway(confirmed, household.child?.person, date) : [])
  return {
    persons: personsOf(roles),
    leftOut,
    case: {
      format: 'bundling-case/1', name: familyId, zone, planningDays: days, places, professionals: professionalsFor(needs, facts, days),
      rooms: Object.fromEntries(places.slice(1).map((place) => [place, timesByDate(new Map(days.map((date) => [date, roomAt(place, date)])))])),
      families: [{
        ...family, bedtime,
        travelMinutes: travelMatrix(places, facts.travelMinutes),
        needs: needs.map((need) => caseNeed(need, roles, days, from)),
        order: orderAmong(agenda, needs),
      }],
    } satisfies BundlingCase,
  }
}

export const personsOf = ({ child, parentA, parentB }: Roles): PlanningCase['persons'] =>
  ({ ...(child !== undefined && { child }), ...(parentA !== undefined && { parentA }), ...(parentB !== undefined && { parentB }) })

/** While the child is at a confirmed appointment or on the way, nobody sees the child alone at the day centre. */
const childAway = (confirmed: readonly Slot[], child: string | undefined, date: IsoDate): readonly Interval[] =>
  confirmed.filter((slot) => slot.date === date && child !== undefined && slot.attendees.includes(child)).map(outOfHome)
