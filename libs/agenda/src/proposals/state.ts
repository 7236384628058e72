import { put, without, type Actor, type Id, type IsoInstant, type MeetingWay, type PersonId } from '@samenspel/kernel'
import type { NotReinstatedBecause, Outcome, AppointmentsEvent } from '../appointments/events.ts'
import { change } from '../checks.ts'
import type { AppointmentId, Fact, PractitionerId, ProposalId } from '../terms.ts'
import type { Answer, ProposalHead, ProposalsEvent, ProposedPart, ReleasedBecause, Spoken, UnplannedNeed, WithdrawnBecause } from './events.ts'

export type GivenAnswer = { readonly answer: Answer; readonly at: IsoInstant; readonly by: Actor; readonly spoken?: Spoken }

export type ProposalProgress =
  | { readonly status: 'sent' }
  | { readonly status: 'confirming'; readonly expiresAt: IsoInstant }
  | { readonly status: 'confirmed'; readonly confirmedAt: IsoInstant }
  | { readonly status: 'released'; readonly releasedBecause: ReleasedBecause; readonly releasedAt: IsoInstant }
  | { readonly status: 'withdrawn'; readonly withdrawnBecause: WithdrawnBecause }

export type Proposal = Fact & ProposalHead & {
  readonly progress: ProposalProgress
  readonly parts: readonly AppointmentId[]
  readonly unplanned: readonly (Fact & UnplannedNeed)[]
  readonly answers: ReadonlyMap<PersonId, GivenAnswer>
}

/** What became of an appointment after it was confirmed. */
export type Course =
  | { readonly kind: 'as-planned' }
  | Cancelled
  | { readonly kind: 'known'; readonly outcome: Outcome }
  /** Everybody agreed to another one in its place. */
  | { readonly kind: 'replaced'; readonly by: AppointmentId; readonly at: IsoInstant }

/** `reinstating`: until when the calendars are asked to hold its time again. `notReinstated`: why the last try came to nothing. */
export type Cancelled = {
  readonly kind: 'cancelled'
  readonly late: boolean
  readonly at: IsoInstant
  readonly by: Actor
  readonly reinstating?: { readonly expiresAt: IsoInstant }
  readonly notReinstated?: NotReinstatedBecause
}

/** A part of a proposal, and the appointment that it becomes; its slot is the newest one. */
export type Appointment = Fact & ProposedPart & {
  readonly proposalId: ProposalId
  readonly asked: readonly PersonId[]
  readonly course: Course
  /** How this one begins by picture, when it is not the professional's usual way. */
  readonly meeting?: MeetingWay
  /** The ids under which calendars held or hold its time; only the last can stand. A calendar never takes back an id that ended. */
  readonly holds: readonly [Id, ...Id[]]
}

export type Proposals = { readonly byId: ReadonlyMap<ProposalId, Proposal>; readonly appointments: ReadonlyMap<AppointmentId, Appointment> }

export const noProposals: Proposals = { byId: new Map(), appointments: new Map() }

export const evolveProposals = (proposals: Proposals, event: ProposalsEvent): Proposals => {
  const changed = (how: (proposal: Proposal) => Proposal): Proposals => ({ ...proposals, byId: change(proposals.byId, event.proposalId, how) })
  const moved = (progress: ProposalProgress) => changed((proposal) => ({ ...proposal, progress }))
  switch (event.type) {
    case 'ProposalSent': {
      const sent = without(event, 'type')
      return { ...proposals, byId: put(proposals.byId, sent.proposalId, { ...sent, progress: { status: 'sent' }, parts: [], unplanned: [], answers: new Map() }) }
    }
    case 'ProposalPartSent': {
      const part = without(event, 'type')
      return {
        ...changed((proposal) => ({ ...proposal, parts: [...proposal.parts, part.appointmentId] })),
        appointments: put(proposals.appointments, part.appointmentId, { ...part, course: { kind: 'as-planned' }, holds: [part.appointmentId] }),
      }
    }
    case 'ProposalNeedUnplanned': {
      const unplanned = without(event, 'type', 'proposalId')
      return changed((proposal) => ({ ...proposal, unplanned: [...proposal.unplanned, unplanned] }))
    }
    case 'AnswerGiven': {
      const { answer, at, by, spoken } = event
      return changed((proposal) => ({ ...proposal, answers: put(proposal.answers, event.person, { answer, at, by, ...(spoken !== undefined && { spoken }) }) }))
    }
    case 'ConfirmationStarted':
      return moved({ status: 'confirming', expiresAt: event.expiresAt })
    case 'BundleConfirmed':
      return replacing(moved({ status: 'confirmed', confirmedAt: event.at }), event.proposalId, event.at)
    case 'BundleReleased':
      return moved({ status: 'released', releasedBecause: event.because, releasedAt: event.at })
    case 'ProposalWithdrawn':
      return moved({ status: 'withdrawn', withdrawnBecause: event.because })
  }
}

/** What the parts of a confirmed proposal take the place of. What was cancelled meanwhile stays cancelled. */
const replacing = (proposals: Proposals, proposalId: ProposalId, at: IsoInstant): Proposals => ({
  ...proposals,
  appointments: (proposals.byId.get(proposalId)?.parts ?? []).reduce((appointments, by) => {
    const former = appointments.get(appointments.get(by)?.insteadOf ?? '')
    return former?.course.kind !== 'as-planned' ? appointments : put(appointments, former.appointmentId, { ...former, course: { kind: 'replaced', by, at } })
  }, proposals.appointments),
})

export const evolveAppointments = (proposals: Proposals, event: AppointmentsEvent): Proposals => {
  const changed = (how: (appointment: Appointment) => Appointment): Proposals =>
    ({ ...proposals, appointments: change(proposals.appointments, event.appointmentId, how) })
  switch (event.type) {
    case 'AppointmentCancelled': {
      const { late, at, by } = event
      return changed((appointment) => ({ ...appointment, course: { kind: 'cancelled', late, at, by } }))
    }
    case 'AppointmentMadeDigital':
      return changed((appointment) => ({
        ...without(appointment, 'minding'), modality: { kind: 'digital' }, homeMinutes: 0, glued: false,
        ...(event.minding !== undefined && { minding: event.minding }),
      }))
    case 'OutcomeRecorded':
      return changed((appointment) => ({ ...appointment, course: { kind: 'known', outcome: event.outcome } }))
    case 'MeetingWayGiven':
      return changed((appointment) => ({ ...without(appointment, 'meeting'), ...(event.way !== undefined && { meeting: event.way }) }))
    case 'ReinstatementStarted':
      return changed((appointment) => appointment.course.kind !== 'cancelled' ? appointment : {
        ...appointment, course: { ...without(appointment.course, 'notReinstated'), reinstating: { expiresAt: event.expiresAt } }, holds: [...appointment.holds, event.holdId],
      })
    case 'AppointmentReinstated':
      return changed((appointment) => ({ ...appointment, course: { kind: 'as-planned' } }))
    case 'ReinstatementReleased':
      return changed((appointment) => appointment.course.kind !== 'cancelled' ? appointment : {
        ...appointment, course: { ...without(appointment.course, 'reinstating'), notReinstated: event.because },
      })
  }
}

/** Whose calendars hold an appointment: of all who are there, and of the room, by its id. */
export const calendarsFor = ({ practitioners, room }: Pick<Appointment, 'practitioners' | 'room'>): readonly PractitionerId[] => room === undefined ? practitioners : [...practitioners, room]

/** The id under which the calendars hold an appointment now. */
export const currentHold = ({ holds }: Pick<Appointment, 'holds'>): Id => holds.at(-1) ?? holds[0]
