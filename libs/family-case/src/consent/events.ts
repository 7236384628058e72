/** Consent: who may read what about whom, said by whom it concerns, dated and revocable (C-01, C-03, C-04, C-05). */
import type { Category, Discipline, IsoDate, OrganisationId, PersonId, Subject } from '@samenspel/kernel'
import type { Fact, Request } from '../fact.ts'

export type Recipient =
  | { readonly kind: 'organisation'; readonly organisation: OrganisationId }
  | { readonly kind: 'discipline'; readonly discipline: Discipline }
  | { readonly kind: 'all' }

export const consentBases = ['written', 'spoken', 'digital', 'impliedByReferral'] as const
/** How the yes or no was given; an implied one says so, with who told the family (C-07). */
export type ConsentBasis = (typeof consentBases)[number]

/** A yes or a no to sharing. The categories are those of facts; `*` is every one but safety. */
export type NewConsent = {
  readonly consentId: string
  readonly category: Category | '*'
  readonly recipient: Recipient
  readonly from: IsoDate
  readonly until?: IsoDate
  readonly signedBy: readonly PersonId[]
  readonly basis: ConsentBasis
  /** Who asked, or who noted the objection. */
  readonly askedBy: PersonId
  readonly howExplained: string
  /** The question that it answers, when somebody asked one. */
  readonly requestId?: string
  /** The consent that it goes on from; that one stays as it was. */
  readonly renews?: string
}

export type ConsentEvent =
  | Fact<'ConsentGiven', NewConsent>
  | Fact<'ObjectionMade', NewConsent>
  | Fact<'ConsentSigned', { consentId: string; signer: PersonId; basis: ConsentBasis }>
  /** Of a yes or of a no; new reading stops or starts at this very moment. */
  | Fact<'ConsentWithdrawn', { consentId: string; withdrawnBy: PersonId }>

export type ConsentCommand =
  /** By the person concerned in person, or by somebody of the team who heard a spoken or written one. */
  | Request<'GiveConsent', NewConsent & { subject: Subject }>
  | Request<'MakeObjection', NewConsent & { subject: Subject }>
  /** The other parent's own yes to a consent that one has given (G-01). */
  | Request<'SignConsent', { consentId: string; signer: PersonId; basis: ConsentBasis }>
  | Request<'WithdrawConsent', { consentId: string; withdrawnBy: PersonId }>
  /**
   * Everything that lets one organisation read, as far as who says it has a say: what names it ends, and where it reads as one of its
   * discipline or of the team, a no shuts it out. `noes`: an id for each subject about which such a no may be needed.
   */
  | Request<'StopSharing', {
    organisation: OrganisationId; discipline?: Discipline; saidBy: PersonId; basis: ConsentBasis; howExplained: string
    noes: readonly { readonly consentId: string; readonly subject: Subject }[]
  }>
  /** The same yes for a next period: a consent of its own, from the day after the last one or from today. `consentId` is the new one. */
  | Request<'RenewConsent', { consentId: string; renews: string; until?: IsoDate; signedBy: readonly PersonId[]; basis: ConsentBasis; howExplained: string }>
