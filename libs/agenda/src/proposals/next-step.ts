/**
 * The confirmation of a bundle over several calendars, as one question: what is to be done next?
 *
 * The answer depends on nothing but the family's agenda, the calendars and the time. So whoever does the steps may be killed
 * anywhere and another may go on, or two may work side by side: the agenda alone decides (`BundleConfirmed` or not), and the calendars
 * are made to agree with it. A hold stands until the agenda recorded that it is not needed, also when it has expired; that is why
 * a bundle that was confirmed always finds all its times.
 */
import { system, type FamilyId, type Id, type IsoInstant } from '@samenspel/kernel'
import { refuseHold, takenInstead } from '../calendar/decide.ts'
import { withoutLapsed } from '../calendar/free-time.ts'
import type { CalendarCommand, HoldDetails } from '../calendar/events.ts'
import type { Calendar } from '../calendar/state.ts'
import type { Agenda } from '../state.ts'
import { partsOf, proposalsWith } from '../statuses.ts'
import type { PractitionerId, ProposalId } from '../terms.ts'
import type { AppointmentsCommand } from '../appointments/events.ts'
import { standsInstead } from '../appointments/reinstate.ts'
import { wantedHolds } from './decide.ts'
import type { ProposalsCommand, ReleasedBecause } from './events.ts'
import { hasMargin } from './holding.ts'
import { calendarsFor, currentHold, type Appointment, type Proposal } from './state.ts'

export type NextStep =
  /** Ask the family's agenda. Its state must have been read before the calendars, and be unchanged when the facts are appended. */
  | { readonly kind: 'ask-agenda'; readonly command: ProposalsCommand | AppointmentsCommand }
  | { readonly kind: 'ask-calendar'; readonly practitioner: PractitionerId; readonly command: CalendarCommand }
  /** Another family's hold has expired but stands: settle that family first, then ask again. */
  | { readonly kind: 'settle-other'; readonly familyId: FamilyId }

export type ConfirmationState = {
  readonly familyId: FamilyId
  readonly agenda: Agenda
  /** The calendars that `calendarsToSettle` names, read after the agenda. */
  readonly calendars: ReadonlyMap<PractitionerId, Calendar>
  /** Whether the place of an appointment is open then; absent where nobody keeps that. */
  readonly isOpen?: (part: Appointment) => boolean
  readonly now: IsoInstant
}

/**
 * The next step of a family's confirmation and of what follows from it (bookings, releases, cancellations).
 * After each step, read again and ask again. A refused step is no error: the state has changed meanwhile.
 * @returns nothing when agenda and calendars agree.
 */
export const nextStep = (state: ConfirmationState): NextStep | undefined => {
  const [confirming] = proposalsWith(state.agenda, 'confirming')
  return agreeCalendars(state) ?? (confirming === undefined ? undefined : goOn(state, confirming)) ?? takeBack(state)
}

/** The professionals whose calendars may differ from this agenda: those of every confirmation that ever began. */
export const calendarsToSettle = (agenda: Agenda): readonly PractitionerId[] =>
  [...new Set(begun(agenda).flatMap((proposal) => wantedHolds(agenda, proposal).map(({ practitioner }) => practitioner)))]

/** A proposal that was only sent has held no time anywhere. */
const begun = (agenda: Agenda): readonly Proposal[] => proposalsWith(agenda, 'confirming', 'confirmed', 'released', 'withdrawn')

/** Makes the calendars follow what the agenda has decided already. */
const agreeCalendars = ({ agenda, calendars, now }: ConfirmationState): NextStep | undefined => {
  for (const proposal of begun(agenda)) {
    for (const { appointmentId, practitioner } of wantedHolds(agenda, proposal)) {
      const appointment = agenda.proposals.appointments.get(appointmentId)
      for (const hold of appointment?.holds ?? [appointmentId]) {
        const state = calendars.get(practitioner)?.taken.get(hold)?.state
        const type = state === undefined ? undefined : correction(state, hold, appointment, proposal)
        if (type !== undefined) return { kind: 'ask-calendar', practitioner, command: { type, by: system, at: now, appointmentId: hold } }
      }
    }
  }
  return undefined
}

const correction = (state: 'held' | 'booked', hold: string, appointment: Appointment | undefined, { progress }: Proposal): 'ConfirmHold' | 'ReleaseHold' | 'CancelBooking' | undefined => {
  if (progress.status === 'confirming') return undefined
  const isCurrent = appointment === undefined || hold === currentHold(appointment)
  if (isCurrent && isReinstating(appointment)) return undefined
  const isKept = isCurrent && progress.status === 'confirmed' && !['cancelled', 'replaced'].includes(appointment?.course.kind ?? '')
  if (state === 'held') return isKept ? 'ConfirmHold' : 'ReleaseHold'
  return isKept ? undefined : 'CancelBooking'
}

/** Holds one time after the other, then decides. */
const goOn = ({ familyId, agenda, calendars, isOpen, now }: ConfirmationState, { proposalId, progress }: Proposal): NextStep | undefined => {
  if (progress.status !== 'confirming') return undefined
  const ask = { by: system, at: now }
  const release = (because: ReleasedBecause): NextStep => ({ kind: 'ask-agenda', command: { type: 'ReleaseBundle', ...ask, proposalId, because } })
  if (!hasMargin(progress.expiresAt, now)) return release('took-too-long')

  for (const part of partsOf(agenda, proposalId)) {
    if (isOpen?.(part) === false) return release('no-longer-offered')
    const step = holdNext({ familyId, calendars, now }, part, progress.expiresAt, heldByReplaced(agenda, proposalId))
    if (step !== undefined) return typeof step === 'string' ? release(step) : step
  }
  return { kind: 'ask-agenda', command: { type: 'ConfirmBundle', ...ask, proposalId, held: wantedHolds(agenda, { proposalId }) } }
}

/** What is still to be held for one appointment, or why it can't be; nothing when every calendar holds it. */
const holdNext = ({ familyId, calendars, now }: Omit<ConfirmationState, 'agenda'>, part: Appointment, expiresAt: IsoInstant, insteadOf: readonly Id[] = []): NextStep | 'slot-taken' | 'no-longer-offered' | undefined => {
  for (const practitioner of calendarsFor(part)) {
    const calendar = calendars.get(practitioner)
    if (calendar === undefined) return 'no-longer-offered'
    const wanted: HoldDetails = { ...holdFor(part, familyId, expiresAt), ...(insteadOf.length > 0 && { insteadOf }), ...(practitioner === part.room && { isRoom: true }) }
    if (calendar.taken.has(wanted.appointmentId)) continue
    const refused = refuseHold(wanted, withoutLapsed(calendar, now))
    if (refused === undefined) return { kind: 'ask-calendar', practitioner, command: { type: 'PlaceHold', by: system, at: now, subject: part.subject, ...wanted } }
    const expired = takenInstead(wanted, calendar).find((taken) => taken.state === 'held' && Temporal.Instant.compare(taken.expiresAt, now) <= 0)
    if (expired !== undefined && expired.familyId !== familyId) return { kind: 'settle-other', familyId: expired.familyId }
    return refused.refusal.code === 'slot-taken' ? 'slot-taken' : 'no-longer-offered'
  }
  return undefined
}

/** Under what the calendars hold the appointments that a proposal takes the place of: its own times may lie in theirs. */
const heldByReplaced = (agenda: Agenda, proposalId: ProposalId): readonly Id[] => partsOf(agenda, proposalId).flatMap(({ insteadOf }) => {
  const former = insteadOf === undefined ? undefined : agenda.proposals.appointments.get(insteadOf)
  return former === undefined ? [] : [currentHold(former)]
})

const holdFor = (part: Appointment, familyId: FamilyId, expiresAt: IsoInstant): HoldDetails =>
  ({ appointmentId: currentHold(part), familyId, date: part.date, from: part.start, to: part.end, modality: part.modality, expiresAt })

/** Holds the time of a cancelled appointment again, in one calendar after the other, then decides. */
const takeBack = ({ familyId, agenda, calendars, isOpen, now }: ConfirmationState): NextStep | undefined => {
  const appointment = [...agenda.proposals.appointments.values()].find(isReinstating)
  const expiresAt = appointment?.course.kind === 'cancelled' ? appointment.course.reinstating?.expiresAt : undefined
  if (appointment === undefined || expiresAt === undefined) return undefined
  const { appointmentId } = appointment
  const ask = { by: system, at: now, appointmentId }
  const release = (because: Extract<AppointmentsCommand, { readonly type: 'ReleaseReinstatement' }>['because']): NextStep =>
    ({ kind: 'ask-agenda', command: { type: 'ReleaseReinstatement', ...ask, because } })
  if (!hasMargin(expiresAt, now)) return release('took-too-long')
  if (standsInstead(appointment, agenda) !== undefined) return release('planned-anew')
  if (isOpen?.(appointment) === false) return release('no-longer-offered')
  const step = holdNext({ familyId, calendars, now }, appointment, expiresAt)
  if (step !== undefined) return typeof step === 'string' ? release(step) : step
  const holdId = currentHold(appointment)
  return { kind: 'ask-agenda', command: { type: 'CompleteReinstatement', ...ask, held: calendarsFor(appointment).map((practitioner) => ({ appointmentId: holdId, practitioner })) } }
}

const isReinstating = (appointment: Appointment | undefined): boolean => appointment?.course.kind === 'cancelled' && appointment.course.reinstating !== undefined
