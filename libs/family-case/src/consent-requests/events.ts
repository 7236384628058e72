/** Asking for consent: a question of its own, which stands open until everybody who must has answered it, or it is over. */
import type { Category, IsoDate, PersonId, Subject } from '@samenspel/kernel'
import type { ConsentBasis, Recipient } from '../consent/events.ts'
import type { Fact, Request } from '../fact.ts'

/** What is asked: whether this may be read by them in this period. The categories are those of facts; `*` is every one but safety. */
export type NewConsentRequest = {
  readonly requestId: string
  readonly category: Category | '*'
  readonly recipient: Recipient
  /** The period of the consent that is asked for. */
  readonly from: IsoDate
  readonly until?: IsoDate
  /** What it is for, in one sentence to the parents. */
  readonly why: string
  readonly howExplained: string
  /** The last day on which it can be answered. */
  readonly answerBy: IsoDate
}

export type ConsentRequestEvent =
  | Fact<'ConsentRequested', NewConsentRequest>
  | Fact<'ConsentRequestWithdrawn', { requestId: string }>

export type ConsentRequestCommand =
  /** By somebody of the team. */
  | Request<'RequestConsent', NewConsentRequest & { subject: Subject }>
  /** By who asked it, or who coordinates. */
  | Request<'WithdrawConsentRequest', { requestId: string }>
  /**
   * A yes or a no to what is asked: in person, or noted by somebody of the team. The first yes makes the consent `consentId`, the next
   * one signs it; a no is an objection of its own (`consentId`). `howExplained`: when it was explained otherwise than as it was asked.
   */
  | Request<'AnswerConsentRequest', {
    requestId: string; consentId: string; answer: 'yes' | 'no'; signedBy: readonly PersonId[]; basis: ConsentBasis; howExplained?: string
  }>
