import { put, without, type Actor, type IsoInstant } from '@samenspel/kernel'
import { change } from '../checks.ts'
import type { Slot } from '../proposals/events.ts'
import type { AppointmentId, BundleId, Fact, Modality } from '../terms.ts'
import type { ElsewhereDetails, ElsewhereEvent, ElsewherePlace } from './events.ts'

/** `by` and `at` are of who entered it; `changedBy` and `changedAt` of the last word on it. */
export type ElsewhereAppointment = Fact & ElsewhereDetails & { readonly changedBy: Actor; readonly changedAt: IsoInstant; readonly isRemoved: boolean }
export type ElsewhereAppointments = ReadonlyMap<AppointmentId, ElsewhereAppointment>

export const evolveElsewhere = (appointments: ElsewhereAppointments, event: ElsewhereEvent): ElsewhereAppointments => {
  switch (event.type) {
    case 'ElsewhereAppointmentAdded': {
      const added = without(event, 'type')
      return put(appointments, added.appointmentId, { ...added, changedBy: added.by, changedAt: added.at, isRemoved: false })
    }
    case 'ElsewhereAppointmentChanged': {
      const { by, at, ...changed } = without(event, 'type')
      return change(appointments, changed.appointmentId, (former) => ({ ...former, ...changed, changedBy: by, changedAt: at }))
    }
    case 'ElsewhereAppointmentRemoved':
      return change(appointments, event.appointmentId, (former) => ({ ...former, isRemoved: true, changedBy: event.by, changedAt: event.at }))
  }
}

/** A place that the register doesn't know has no other name for the planner. */
const writtenPlace = 'elsewhere'

export const modalityAt = (place: ElsewherePlace): Modality => {
  switch (place.kind) {
    case 'known': return { kind: 'onsite', place: place.place }
    case 'written': return { kind: 'onsite', place: writtenPlace }
    default: return { kind: place.kind }
  }
}

/** What it takes of the family, as of any appointment that is fixed: nothing is planned through it. Each is a visit of its own. */
export const elsewhereSlots = ({ elsewhere }: { readonly elsewhere: ElsewhereAppointments }): readonly (Slot & { readonly bundleId: BundleId })[] =>
  [...elsewhere.values()].filter(({ isRemoved }) => !isRemoved).map(({ appointmentId, date, start, end, place, attendees, homeMinutes }) =>
    ({ bundleId: appointmentId, date, start, end, modality: modalityAt(place), attendees, homeMinutes, glued: false }))
