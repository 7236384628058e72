import { minutesOf, type Id } from '@samenspel/kernel'
import type { ProposalDraft, ProposedPart, UnplannedNeed } from '../proposals/events.ts'
import { overlap } from '../checks.ts'
import { contains } from '../intervals.ts'
import type { Interval } from '../terms.ts'
import { castOf, practitionersOf } from './cast.ts'
import type { PlanningCase } from './facts.ts'
import type { BundlingPlan, PlanAppointment } from './format.ts'
import { endOf, mindingOf, slotOf, travelBetween, type FamilyCase } from './slots.ts'

export type PlanToSend = {
  readonly planning: PlanningCase
  readonly plan: BundlingPlan
  /** Every need at its own first free time, to tell what the plan saves. */
  readonly firstFree: BundlingPlan
  /** Gives new random ids, one at a call. */
  readonly newId: () => Id
}

/** The parts of a proposal, grouped into what the family experiences as one moment, and what fits nowhere. */
export const fromPlan = ({ planning, plan, firstFree, newId }: PlanToSend): Pick<ProposalDraft, 'parts' | 'unplanned'> => {
  const [family] = planning.case.families
  if (family === undefined) return { parts: [], unplanned: [] }
  const familyCase = { ...planning, family }
  const firstFreeOf = (needId: string) => {
    const appointment = firstFree.appointments.find(({ need }) => need === needId)
    const slot = appointment === undefined ? undefined : slotOf(appointment, familyCase)
    return slot === undefined ? {} : { firstFree: slot }
  }
  const parts = bundled(plan.appointments, familyCase).flatMap((bundle) => {
    const bundleId = newId()
    return bundle.flatMap((appointment): readonly ProposedPart[] => {
      const slot = slotOf(appointment, familyCase)
      const minding = mindingOf(appointment, familyCase)
      return slot === undefined ? [] : [{
        ...slot, appointmentId: newId(), bundleId, needId: appointment.need,
        practitioners: practitionersOf(appointment),
        ...(appointment.room !== undefined && { room: appointment.room }),
        evening: appointment.start >= family.bedtime,
        ...(minding !== undefined && { minding }),
        ...firstFreeOf(appointment.need),
      }]
    })
  })
  const planned = new Set(plan.appointments.map(({ need }) => need))
  const unplanned = family.needs.filter(({ id }) => !planned.has(id)).map(({ id }): UnplannedNeed => {
    const conflict = plan.conflicts?.find(({ need }) => need === id)
    return { needId: id, rules: conflict?.rules ?? [], otherNeeds: conflict?.needs ?? [], ...firstFreeOf(id) }
  })
  const withoutDay = planning.leftOut.flatMap(({ needId, because }): readonly UnplannedNeed[] => because === 'order-impossible' ? [{ needId, rules: ['window'], otherNeeds: [] }] : [])
  return { parts, unplanned: [...unplanned, ...withoutDay] }
}

/** Parts of a proposal as the planner reads them, to ask about it. Who has no role in the case is left out. */
export const toPlan = (planning: PlanningCase, parts: readonly Pick<ProposedPart, 'needId' | 'date' | 'start' | 'modality' | 'attendees' | 'practitioners' | 'room'>[]): readonly PlanAppointment[] =>
  inRooms(planning, parts.map(({ needId, date, start, modality, room, ...people }) => ({
    family: planning.case.families[0]?.id ?? '', need: needId, date, start, modality: modality.kind, ...(modality.kind === 'onsite' && { place: modality.place }), ...castOf(planning, needId, people),
    ...(modality.kind === 'onsite' && room !== undefined && planning.case.roomsAt?.[modality.place]?.some(({ id }) => id === room) === true && { room }),
  })))

/** Where rooms are counted, whatever has none gets the first that is free then and has what it asks; where there is none, the rules say so. */
const inRooms = ({ case: { roomsAt = {}, families: [family] } }: PlanningCase, appointments: readonly PlanAppointment[]): readonly PlanAppointment[] => {
  const placed: PlanAppointment[] = []
  const spanOf = (one: PlanAppointment): Interval => {
    const need = family?.needs.find(({ id }) => id === one.need)
    return { from: one.start, to: need === undefined ? one.start : endOf(one, need) }
  }
  for (const one of appointments) {
    const rooms = one.room !== undefined || one.place === undefined ? [] : roomsAt[one.place] ?? []
    const asked = family?.needs.find(({ id }) => id === one.need)?.equipment ?? []
    const room = rooms.find(({ id, equipment, free }) => asked.every((thing) => equipment.includes(thing))
      && contains((free[one.date] ?? []).map(([from, to]) => ({ from, to })), spanOf(one))
      && ![...placed, ...appointments].some((other) => other.room === id && other.place === one.place && other.date === one.date && overlap(spanOf(other), spanOf(one))))
    placed.push(room === undefined ? one : { ...one, room: room.id })
  }
  return placed
}

/** Appointments of one day that a parent does in one go: a visit with its stops, or an evening at home. */
const bundled = (appointments: readonly PlanAppointment[], familyCase: FamilyCase): readonly (readonly PlanAppointment[])[] => {
  const bundles: PlanAppointment[][] = []
  for (const next of [...appointments].sort((a, b) => momentOf(a) < momentOf(b) ? -1 : 1)) {
    const bundle = bundles.find((one) => { const last = one.at(-1); return last !== undefined && goesOn(last, next, familyCase) })
    if (bundle === undefined) bundles.push([next])
    else bundle.push(next)
  }
  return bundles
}

const momentOf = ({ date, start, need }: PlanAppointment): string => `${date} ${start} ${need}`

const goesOn = (last: PlanAppointment, next: PlanAppointment, { case: { places }, family }: FamilyCase): boolean => {
  const need = family.needs.find(({ id }) => id === last.need)
  if (need === undefined || last.date !== next.date || last.modality !== next.modality || isEvening(last, family) !== isEvening(next, family)) return false
  if (!next.attendees.some((role) => role !== 'child' && last.attendees.includes(role))) return false
  const travel = last.place === undefined || next.place === undefined ? 0 : travelBetween(family, places, last.place, next.place)
  return minutesOf(next.start) - minutesOf(endOf(last, need)) - travel <= family.caps.waitMinutes
}

const isEvening = ({ start }: PlanAppointment, { bedtime }: FamilyCase['family']): boolean => start >= bedtime
