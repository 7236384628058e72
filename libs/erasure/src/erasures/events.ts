/**
 * Erasing one person out of a family's story: what is asked, decided and done, in the stream `erasure-<familyId>`.
 *
 * Persons stand here by their random id and grounds are chosen from a list: there is no free text, so nothing here could tell of the
 * person after the keys are gone.
 */
import type { Id, IsoDate, Jurisdiction, OrganisationId, PersonId } from '@samenspel/kernel'
import type { Fact, Request } from '../fact.ts'

/** On what ground a record is erased: asked for (WGBO 7:455, Jeugdwet 7.3.9, AVG 17), or what the law asks without anybody asking. */
export const grantGrounds = ['request', 'consentWithdrawn', 'unlawful', 'legalObligation', 'retentionEnded'] as const
export type GrantGround = (typeof grantGrounds)[number]

/** On what ground alone a request is refused (P-09). */
export const refusalGrounds = ['interestOfOther', 'legalDuty', 'ownDefence', 'interestOfChild'] as const
export type RefusalGround = (typeof refusalGrounds)[number]

/** Whose record: the id of an organisation, or `case` for what the family itself and the software recorded. */
export type Controller = OrganisationId

/** The kinds of records that an erasure reaches. The access log is kept apart and longer (L-09). */
export const erasedClasses = ['care-record', 'coordination'] as const

export type NewErasure = {
  readonly erasureId: Id
  readonly person: PersonId
  /** Who asked: the person, or those with authority over a child; nobody when the law alone asks for it. */
  readonly askedBy: readonly PersonId[]
  /** The day on which the request came: the time to answer begins then (P-08). */
  readonly receivedOn: IsoDate
  /** Whose records it is about. */
  readonly controllers: readonly Controller[]
  readonly jurisdiction: Jurisdiction
}

/** A record that is to be erased; another organisation's only when that one agreed, on this day. */
export type GrantedRecord = { readonly controller: Controller; readonly agreedOn?: IsoDate }

export type ErasureEvent =
  | Fact<'ErasureRequested', NewErasure & { answerBy: IsoDate }>
  /** Somebody else who has to ask for this person asked as well, on this day. */
  | Fact<'ErasureAskedAlong', { erasureId: Id; receivedOn: IsoDate }>
  | Fact<'ErasureGranted', { erasureId: Id; ground: GrantGround; records: readonly GrantedRecord[]; retentionClasses: readonly string[] }>
  | Fact<'ErasureRefused', { erasureId: Id; ground: RefusalGround }>
  /** `entry`: what the ledger holds of it, signed: which keys are to go, and nothing of whom. From here on there is no way back. */
  | Fact<'ErasureBegun', { erasureId: Id; entry: string }>
  /** The keys are gone: every process lets go of what it remembers. */
  | Fact<'KeysDestroyed', { erasureId: Id; epoch: Id }>
  /** The certificate, signed (P-14). */
  | Fact<'ErasureCarriedOut', { erasureId: Id; certificate: string }>

export type ErasureCommand =
  /** `required`: who has to ask for this person, when a family member asks; the privacy officer notes whoever asked. */
  | Request<'RequestErasure', NewErasure & { today: IsoDate; required?: readonly PersonId[] }>
  /** `required`: who has to ask for this person, from their age and who has authority; empty when that isn't known. `earliest`: before when the law asks to keep these records, when that is known. */
  | Request<'GrantErasure', { erasureId: Id; ground: GrantGround; records: readonly GrantedRecord[]; today: IsoDate; required: readonly PersonId[]; earliest: IsoDate | undefined }>
  | Request<'RefuseErasure', { erasureId: Id; ground: RefusalGround }>
  | Request<'BeginErasure', { erasureId: Id; entry: string }>
  | Request<'NoteKeysDestroyed', { erasureId: Id; epoch: Id }>
  | Request<'CompleteErasure', { erasureId: Id; certificate: string }>

/** Every event of the stream, with the version that is written today. What was decided stays as long as anything of the family does. */
export const erasureEvents: Readonly<Record<ErasureEvent['type'], { readonly version: number; readonly retention: 'accountability' }>> = {
  ErasureRequested: { version: 1, retention: 'accountability' },
  ErasureAskedAlong: { version: 1, retention: 'accountability' },
  ErasureGranted: { version: 1, retention: 'accountability' },
  ErasureRefused: { version: 1, retention: 'accountability' },
  ErasureBegun: { version: 1, retention: 'accountability' },
  KeysDestroyed: { version: 1, retention: 'accountability' },
  ErasureCarriedOut: { version: 1, retention: 'accountability' },
}
