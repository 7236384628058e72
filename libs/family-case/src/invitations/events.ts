/** Inviting a partner: a question that names nobody, to one professional; who says yes learns who it is once there is consent (C-02). */
import type { Category, Discipline, IsoDate, OrganisationId, PersonId, Subject } from '@samenspel/kernel'
import type { Coordinating, Fact, Request } from '../fact.ts'

export type NewInvitation = {
  readonly invitationId: string
  readonly practitionerId: PersonId
  readonly organisation: OrganisationId
  readonly discipline: Discipline
  /** What is asked, in words by which nobody can be recognised. */
  readonly question: string
  /** First and last day of the membership that is asked for; it begins no earlier than the day of joining. */
  readonly from: IsoDate
  readonly until?: IsoDate
  /** The last day on which it can be answered. */
  readonly answerBy: IsoDate
}

export type InvitationEvent =
  | Fact<'PartnerInvited', { category: Category } & NewInvitation>
  | Fact<'InvitationAnswered', { category: Category; invitationId: string; answer: 'accepted' | 'refused'; words?: string }>
  | Fact<'InvitationWithdrawn', { category: Category; invitationId: string }>

/** Whether consent lets this professional in now; whoever sends the command asks the policies. */
type WithConsent = { readonly hasConsent: boolean }

export type InvitationCommand =
  /** The subject is the person for whom this professional is asked to work, as of a membership. */
  | Request<'InvitePartner', Coordinating & NewInvitation & { subject: Subject; category: Category }>
  /** By who is invited. With consent, a yes joins the team at once. */
  | Request<'AnswerInvitation', WithConsent & { invitationId: string; answer: 'accepted' | 'refused'; words?: string }>
  | Request<'WithdrawInvitation', Coordinating & { invitationId: string }>
  /** Who said yes before there was consent joins the team. */
  | Request<'WelcomePartner', Coordinating & WithConsent & { invitationId: string }>
