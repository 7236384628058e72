/** What an agenda says about its needs, proposals and appointments at this moment. */
import type { PersonId } from '@samenspel/kernel'
import type { Agenda } from './state.ts'
import type { Outcome } from './appointments/events.ts'
import type { Need } from './needs/need.ts'
import type { Appointment, Proposal, ProposalProgress } from './proposals/state.ts'
import type { NeedId, ProposalId } from './terms.ts'

/** `dropped`: its proposal was withdrawn or released; the need is asked again. */
export type AppointmentStatus = 'proposed' | 'confirmed' | 'dropped' | 'cancelled' | Outcome
export type NeedStatus = 'open' | 'proposed' | 'planned' | 'withdrawn'

export const appointmentStatus = ({ proposals }: Agenda, { course, proposalId }: Appointment): AppointmentStatus => {
  if (course.kind === 'cancelled') return 'cancelled'
  if (course.kind === 'known') return course.outcome
  if (course.kind === 'replaced') return 'moved'
  switch (proposals.byId.get(proposalId)?.progress.status) {
    case 'sent':
    case 'confirming':
      return 'proposed'
    case 'confirmed':
      return 'confirmed'
    default:
      return 'dropped'
  }
}

/**
 * Where a need stands. After a release, a cancellation, or an appointment that did not happen, it is open again:
 * nobody has to ask for it a second time. Of an unknown outcome it counts as planned.
 */
export const needStatus = (agenda: Agenda, need: Need): NeedStatus => {
  const statuses = new Set(appointmentsOf(agenda, need.needId).map((appointment) => appointmentStatus(agenda, appointment)))
  const stands = statuses.has('confirmed') || statuses.has('tookPlace') || statuses.has('unknown')
  // Of what is asked again and again the times that stand stay when no other shall follow.
  if (need.withdrawn && !(stands && need.recurrence !== undefined)) return 'withdrawn'
  if (stands) return 'planned'
  return statuses.has('proposed') ? 'proposed' : 'open'
}

const appointmentsOf = ({ proposals }: Agenda, needId: NeedId): readonly Appointment[] =>
  [...proposals.appointments.values()].filter((appointment) => appointment.needId === needId)

/** What still has to be planned: needs that are open, or proposed and not yet confirmed. */
export const needsToPlan = (agenda: Agenda): readonly Need[] =>
  [...agenda.needs.byId.values()].filter((need) => ['open', 'proposed'].includes(needStatus(agenda, need)))

export const appointmentsWith = (agenda: Agenda, ...statuses: readonly AppointmentStatus[]): readonly Appointment[] =>
  [...agenda.proposals.appointments.values()].filter((appointment) => statuses.includes(appointmentStatus(agenda, appointment)))

export const proposalsWith = (agenda: Agenda, ...statuses: readonly ProposalProgress['status'][]): readonly Proposal[] =>
  [...agenda.proposals.byId.values()].filter(({ progress }) => statuses.includes(progress.status))

/** The parts of a proposal, as they are now, in order of time. Parts that were erased are not among them. */
export const partsOf = ({ proposals }: Agenda, proposalId: ProposalId): readonly Appointment[] =>
  (proposals.byId.get(proposalId)?.parts ?? [])
    .flatMap((id) => proposals.appointments.get(id) ?? [])
    .sort((a, b) => a.date + a.start < b.date + b.start ? -1 : 1)

/** Who is asked: the adults who attend any of these parts. For a reader: of the parts that this reader may see. */
export const askedFor = (parts: readonly Pick<Appointment, 'asked'>[]): readonly PersonId[] => [...new Set(parts.flatMap(({ asked }) => asked))]

/**
 * Whether a proposal is agreed: every adult who is asked has said yes for themselves,
 * or lets the other answer, when one of those others did say yes.
 */
export const isAgreed = (agenda: Agenda, proposal: Proposal): boolean => {
  const answers = askedFor(partsOf(agenda, proposal.proposalId)).map((person) => proposal.answers.get(person)?.answer)
  return answers.includes('yes') && answers.every((answer) => answer === 'yes' || answer === 'letOtherAnswer')
}

/** Appointments that the family itself cancelled late: what a reflection prompt looks at. Never a count for anybody's screen. */
export const lateCancellations = (agenda: Agenda): readonly (Appointment & { readonly course: { readonly kind: 'cancelled' } })[] =>
  [...agenda.proposals.appointments.values()].filter((appointment): appointment is Appointment & { readonly course: { readonly kind: 'cancelled' } & Appointment['course'] } =>
    appointment.course.kind === 'cancelled' && appointment.course.late && isOfFamily(appointment.course.by))

const isOfFamily = ({ role, onBehalfOf }: Appointment['by']): boolean => role === 'familyMember' || onBehalfOf !== undefined
