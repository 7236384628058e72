/**
 * A question to a specialist about a family whose name isn't said (C-12), in the stream `consultation-<id>`. Whose it is becomes known
 * only with a consent that says who gave it, when and how; then it can become a referral with the same id, the same people and so the
 * same keys (decision 063).
 */
import type { Id, IsoDate, Jurisdiction, OrganisationId, PersonId } from '@samenspel/kernel'
import type { Fact, Judging, Request } from '../fact.ts'
import type { ReferredChild, ReferredParent, Referrer } from '../people.ts'
import type { Channel } from '../referral/events.ts'

export type Asked = { readonly questionId: Id; readonly text: string }

/** @property child the id of the child whose name isn't said: what is written about it has a key of its own @property ageMonths negative before birth */
export type NewConsultation = { readonly organisation: OrganisationId; readonly jurisdiction: Jurisdiction; readonly channel: Channel; readonly asker: Referrer; readonly child: PersonId; readonly ageMonths?: number } & Asked

/** How consent was given to say whose question it is. @property askedBy who talked about it with the family */
export type NamingConsent = { readonly consentedBy: readonly PersonId[]; readonly how: string; readonly on: IsoDate; readonly askedBy: string }

export type Named = { readonly child: ReferredChild; readonly parents: readonly ReferredParent[]; readonly consent: NamingConsent }

export const consultationOutcomes = ['answered', 'becameReferral'] as const
export type ConsultationOutcome = (typeof consultationOutcomes)[number]

export type ConsultationEvent =
  | Fact<'ConsultationAsked', { organisation: OrganisationId; jurisdiction: Jurisdiction; channel: Channel; child: PersonId }>
  | Fact<'AskerNoted', Referrer>
  | Fact<'QuestionAsked', Asked & { ageMonths?: number }>
  | Fact<'ConsultationTakenUp'>
  | Fact<'QuestionAnswered', { questionId: Id; answerId: Id; text: string }>
  /** A parent, who is one of those that agreed when it says how. */
  | Fact<'ParentNamed', ReferredParent & { consent?: Omit<NamingConsent, 'consentedBy'> }>
  | Fact<'ChildNamed', ReferredChild>
  | Fact<'ConsultationClosed', { outcome: ConsultationOutcome }>

export type ConsultationCommand =
  | Request<'AskConsultation', NewConsultation & { named?: Named }>
  | Request<'AskFurther', Asked>
  | Request<'TakeUpConsultation'>
  | Request<'AnswerQuestion', Judging & { questionId: Id; answerId: Id; text: string }>
  | Request<'NameConsultation', { named: Named }>
  | Request<'CloseConsultation', { outcome: ConsultationOutcome }>

export const consultationEvents: Readonly<Record<ConsultationEvent['type'], { readonly version: number; readonly retention: 'care-record' | 'coordination' }>> = {
  ConsultationAsked: { version: 1, retention: 'coordination' },
  AskerNoted: { version: 1, retention: 'care-record' },
  QuestionAsked: { version: 1, retention: 'care-record' },
  ConsultationTakenUp: { version: 1, retention: 'coordination' },
  QuestionAnswered: { version: 1, retention: 'care-record' },
  ParentNamed: { version: 1, retention: 'care-record' },
  ChildNamed: { version: 1, retention: 'care-record' },
  ConsultationClosed: { version: 1, retention: 'coordination' },
}
