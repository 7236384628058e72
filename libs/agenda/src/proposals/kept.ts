/** After a proposal was let go: what of it can still be had, so that a next one changes as little as possible for the family. */
import type { IsoInstant, Zone } from '@samenspel/kernel'
import { refuseHold } from '../calendar/decide.ts'
import { withoutLapsed } from '../calendar/free-time.ts'
import type { Calendar } from '../calendar/state.ts'
import { hasCome, overlapOnDay } from '../checks.ts'
import { elsewhereSlots } from '../elsewhere/state.ts'
import type { Agenda } from '../state.ts'
import { appointmentsWith, needStatus, partsOf } from '../statuses.ts'
import type { PractitionerId, ProposalId } from '../terms.ts'
import type { Slot } from './events.ts'
import { calendarsFor, type Appointment } from './state.ts'

/** The parts of a released proposal whose times are still free, for the professionals and for the family. */
export const stillPossible = (agenda: Agenda, proposalId: ProposalId, calendars: ReadonlyMap<PractitionerId, Calendar>, now: IsoInstant, zone: Zone): readonly Appointment[] => {
  const standing: readonly Slot[] = [...appointmentsWith(agenda, 'confirmed'), ...elsewhereSlots(agenda)]
  return partsOf(agenda, proposalId).filter((part) => {
    const need = agenda.needs.byId.get(part.needId)
    const interval = { date: part.date, from: part.start, to: part.end }
    return need !== undefined && ['open', 'proposed'].includes(needStatus(agenda, need)) && !hasCome(part.date, part.start, zone, now)
      && !standing.some((other) => overlapOnDay(interval, { date: other.date, from: other.start, to: other.end }) && other.attendees.some((person) => part.attendees.includes(person)))
      && calendarsFor(part).every((practitioner) => {
        const calendar = calendars.get(practitioner)
        // Its own hold ended with it; a next proposal holds the time under another id.
        const wanted = { ...interval, modality: part.modality, appointmentId: '', familyId: '', expiresAt: now, ...(practitioner === part.room && { isRoom: true as const }) }
        return calendar !== undefined && refuseHold(wanted, withoutLapsed(calendar, now)) === undefined
      })
  })
}
