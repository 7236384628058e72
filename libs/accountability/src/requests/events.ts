/**
 * What a family asks about data that is kept of it, besides erasing: to keep an entry shut while something about it is sorted out
 * (GDPR 18), and whom that was told (GDPR 19). What a parent doesn't see they can't point at; so they may ask the same of whatever may
 * have been recorded about a child that isn't there for them (docs/decisions/099-what-one-does-not-see-is-asked-at-large.md). In the stream `requests-<familyId>`. There is no free text: nothing here tells of anybody.
 */
import type { Id, IsoDate, OrganisationId, PersonId } from '@samenspel/kernel'
import type { Fact, Request } from '../fact.ts'

/** On what ground somebody asks to keep an entry shut: the four of GDPR 18(1). */
export const restrictionGrounds = ['contested', 'unlawful', 'neededForClaim', 'objection'] as const
export type RestrictionGround = (typeof restrictionGrounds)[number]

/** On what ground alone that is refused. */
export const restrictionRefusals = ['groundDoesNotApply', 'interestOfOther', 'interestOfChild'] as const
export type RestrictionRefusal = (typeof restrictionRefusals)[number]

/** @property entryId one entry, by its id @property unseenOf what may have been recorded about this child, and who asks doesn't see */
export type RestrictedPart = { readonly entryId: Id; readonly unseenOf?: undefined } | { readonly entryId?: undefined; readonly unseenOf: PersonId }

/** @property receivedOn the day on which it was asked: the time to answer begins then */
export type NewRestriction = RestrictedPart & { readonly requestId: Id; readonly ground: RestrictionGround; readonly receivedOn: IsoDate }

export type RequestEvent =
  | Fact<'RestrictionAsked', NewRestriction & { answerBy: IsoDate }>
  | Fact<'RestrictionSet', { requestId: Id }>
  | Fact<'RestrictionRefused', { requestId: Id; ground: RestrictionRefusal }>
  /** The entry may be used again; who asked reads that it is so (GDPR 18(3)). */
  | Fact<'RestrictionLifted', { requestId: Id }>
  /** `aboutId`: a restriction, or a statement beside an entry. */
  | Fact<'RecipientsTold', { aboutId: Id; organisations: readonly OrganisationId[]; on: IsoDate }>

export type RequestCommand =
  | Request<'AskRestriction', NewRestriction>
  | Request<'SetRestriction', { requestId: Id }>
  | Request<'RefuseRestriction', { requestId: Id; ground: RestrictionRefusal }>
  | Request<'LiftRestriction', { requestId: Id }>
  | Request<'NoteRecipientsTold', { aboutId: Id; organisations: readonly OrganisationId[]; on: IsoDate; today: IsoDate }>

/** Every event of the stream, with the version that is written today. */
export const requestEvents: Readonly<Record<RequestEvent['type'], { readonly version: number; readonly retention: 'accountability' }>> = {
  RestrictionAsked: { version: 1, retention: 'accountability' },
  RestrictionSet: { version: 1, retention: 'accountability' },
  RestrictionRefused: { version: 1, retention: 'accountability' },
  RestrictionLifted: { version: 1, retention: 'accountability' },
  RecipientsTold: { version: 1, retention: 'accountability' },
}
