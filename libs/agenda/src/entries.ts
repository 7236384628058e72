/**
 * What people read of an agenda, one entry each, in one shape for the gate that decides who sees what.
 * An appointment stands under the subject of its need, so that the therapy of a mother is hers alone.
 */
import { dayOf, type Actor, type Category, type Id, type IsoDate, type IsoInstant, type OrganisationId, type PersonId, type Subject, type Zone } from '@samenspel/kernel'
import type { Agenda } from './agenda.ts'
import type { ChangeRequest } from './change-requests/state.ts'
import type { Need } from './needs/state.ts'
import type { UnplannedNeed } from './proposals/events.ts'
import type { Appointment, GivenAnswer, Proposal } from './proposals/state.ts'
import type { PersonRhythm } from './rhythm/state.ts'
import { appointmentStatus, needStatus, partsOf, type AppointmentStatus, type NeedStatus } from './statuses.ts'
import type { PractitionerId, ProposalId } from './terms.ts'

export type AgendaEntry = {
  readonly id: Id
  readonly subject: Subject
  /** Of everything here: it tells where and when people are. */
  readonly category: Category
  /** What it is about besides. Who does not take part needs a ground for this label too. */
  readonly about?: Category
  readonly by: Actor
  readonly at: IsoInstant
  /** The organisation that asks for it. */
  readonly organisation?: OrganisationId
  /** Family members who take part. */
  readonly participants: readonly PersonId[]
  readonly practitioners: readonly PractitionerId[]
  /** The day it is about. */
  readonly date: IsoDate
} & AgendaContent

export type AgendaContent =
  | { readonly kind: 'need'; readonly need: Need; readonly status: NeedStatus }
  | { readonly kind: 'appointment'; readonly appointment: Appointment; readonly need: Need; readonly status: AppointmentStatus }
  /** `otherNeeds` may be shown only where the reader sees those needs. */
  | { readonly kind: 'unplanned'; readonly proposalId: ProposalId; readonly unplanned: UnplannedNeed; readonly need: Need }
  /** Holds nothing of its parts: show it to those who see one of them. */
  | { readonly kind: 'proposal'; readonly proposal: Proposal }
  | { readonly kind: 'answer'; readonly proposalId: ProposalId; readonly person: PersonId; readonly given: GivenAnswer }
  | { readonly kind: 'rhythm'; readonly rhythm: PersonRhythm }
  | { readonly kind: 'changeRequest'; readonly request: ChangeRequest }

/** All entries of an agenda; parts of proposals that came to nothing are no longer among them. */
export const agendaEntries = (agenda: Agenda, zone: Zone): readonly AgendaEntry[] => {
  const proposals = [...agenda.proposals.byId.values()]
  return [
    ...[...agenda.needs.byId.values()].map((need) => needEntry(need, agenda)),
    ...[...agenda.proposals.appointments.values()].flatMap((appointment) => appointmentEntry(appointment, agenda)),
    ...proposals.flatMap((proposal) => proposalEntries(proposal, agenda, zone)),
    ...[...agenda.rhythm.byPerson.values()].map((rhythm) => ({
      ...recorded(rhythm, zone), id: rhythm.person, kind: 'rhythm' as const, participants: [rhythm.person], rhythm,
    })),
    ...[...agenda.changeRequests.values()].map((request) => ({
      ...recorded(request, zone), id: request.requestId, kind: 'changeRequest' as const, participants: [request.person], request,
    })),
  ]
}

const recorded = ({ subject, by, at }: Pick<AgendaEntry, 'subject' | 'by' | 'at'>, zone: Zone) =>
  ({ subject, by, at, category: 'planning', participants: [], practitioners: [], date: dayOf(at, zone) }) as const

const ofNeed = ({ subject, by, at, category, organisation, staffing }: Need) =>
  ({ subject, by, at, organisation, category: 'planning', about: category, practitioners: [...new Set(staffing.flat())] }) as const

const needEntry = (need: Need, agenda: Agenda): AgendaEntry =>
  ({ ...ofNeed(need), id: need.needId, kind: 'need', participants: [...new Set(need.attendance.flat())], date: need.preferred, need, status: needStatus(agenda, need) })

const appointmentEntry = (appointment: Appointment, agenda: Agenda): readonly AgendaEntry[] => {
  const { appointmentId, by, at, attendees, practitioners, date, needId } = appointment
  const need = agenda.needs.byId.get(needId)
  const status = appointmentStatus(agenda, appointment)
  if (need === undefined || status === 'dropped') return []
  return [{ ...ofNeed(need), id: appointmentId, kind: 'appointment', by, at, participants: attendees, practitioners, date, appointment, need, status }]
}

const proposalEntries = (proposal: Proposal, agenda: Agenda, zone: Zone): readonly AgendaEntry[] => {
  const { proposalId, unplanned, answers } = proposal
  const parts = partsOf(agenda, proposalId)
  return [
    { ...recorded(proposal, zone), id: proposalId, kind: 'proposal', participants: [...new Set(parts.flatMap(({ asked }) => asked))], proposal },
    ...unplanned.flatMap((one): readonly AgendaEntry[] => {
      const need = agenda.needs.byId.get(one.needId)
      return need === undefined ? [] : [{ ...needEntry(need, agenda), id: `${proposalId} ${one.needId}`, kind: 'unplanned', proposalId, unplanned: one, need }]
    }),
    ...[...answers].map(([person, given]): AgendaEntry => ({
      ...recorded({ subject: { kind: 'adult', person }, ...given }, zone), id: `${proposalId} ${person}`, kind: 'answer', proposalId, person, given,
      // Who is asked for an appointment together with this person; nobody else learns that this person was asked.
      participants: [...new Set([person, ...parts.flatMap(({ asked }) => asked.includes(person) ? asked : [])])],
    })),
  ]
}
