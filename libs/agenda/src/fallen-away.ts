/** Appointments that can't go on as they stand, since somebody's time was withdrawn or a place is closed then. Found anew at every look: nothing is recorded of it. */
import type { IsoDate, LocationId } from '@samenspel/kernel'
import { isAwayAt } from './calendar/free-time.ts'
import type { Calendar } from './calendar/state.ts'
import type { Appointment } from './proposals/state.ts'
import type { PractitionerId } from './terms.ts'

/** `away`: whose time was withdrawn. `closed`: the place. */
export type FellAway = { readonly appointment: Appointment; readonly because: { readonly kind: 'away'; readonly practitioner: PractitionerId } | { readonly kind: 'closed'; readonly place: LocationId } }

/**
 * @param appointments that are confirmed or proposed, and to come
 * @param isClosed whether a place is closed on a day
 */
export const fallenAway = (appointments: readonly Appointment[], calendars: ReadonlyMap<PractitionerId, Calendar>, isClosed: (place: LocationId, date: IsoDate) => boolean): readonly FellAway[] =>
  appointments.flatMap((appointment): readonly FellAway[] => {
    const { date, start, end, practitioners, modality } = appointment
    const practitioner = practitioners.find((one) => { const calendar = calendars.get(one); return calendar !== undefined && isAwayAt(calendar, { date, from: start, to: end }) })
    if (practitioner !== undefined) return [{ appointment, because: { kind: 'away', practitioner } }]
    return modality.kind === 'onsite' && isClosed(modality.place, date) ? [{ appointment, because: { kind: 'closed', place: modality.place } }] : []
  })
