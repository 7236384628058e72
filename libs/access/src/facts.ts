import type { Category, Discipline, IsoDate, IsoInstant, Jurisdiction, OrganisationId, Period, PersonId, Subject } from '@samenspel/kernel'
import type { Interval } from './moments.ts'

export type Child = {
  readonly person: PersonId
  /** Unknown means that no rule of age can be applied, and so that the portal stays shut for this child. */
  readonly born?: IsoDate
  /** A professional's judgment whether the young person can weigh this; absent when nobody judged. */
  readonly judgedCapable?: boolean
  /** The young person lets the parents read. */
  readonly letsParentsRead: boolean
}

/** Parental authority or guardianship of one adult over one child (G-06, G-07). */
export type Authority = { readonly child: PersonId; readonly adult: PersonId; readonly period: Period; readonly verified: boolean }

export type Recipient =
  | { readonly kind: 'organisation'; readonly organisation: OrganisationId }
  | { readonly kind: 'discipline'; readonly discipline: Discipline }
  | { readonly kind: 'all' }

/** A yes or a no to sharing (C-01, C-03). */
export type Consent = {
  readonly effect: 'grant' | 'objection'
  readonly subject: Subject
  /** `*` is every label except `safety`. */
  readonly category: Category | '*'
  readonly recipient: Recipient
  readonly period: Period
  readonly signedBy: readonly PersonId[]
  /** From this very moment on it no longer applies. */
  readonly withdrawnAt?: IsoInstant
  /** It holds in this meeting only. */
  readonly context?: string
}

export type Membership = {
  readonly person: PersonId
  readonly organisation: OrganisationId
  readonly discipline: Discipline
  /** Who stands in acts in the coordinator's name; what opens is decided for them as for any member. */
  readonly role: 'coordinator' | 'substitute' | 'member'
  readonly period: Period
}

/** BE youth care: an exchange that is necessary and in their interest, with agreement sought (C-09). */
export type YouthCareExchange = {
  readonly subject: Subject
  readonly recipient: OrganisationId
  readonly agreement: 'obtained' | 'soughtNotObtained'
}

/**
 * What is true of one case at the moment of a request, for every viewer alike: plain lists, folded from the events.
 * A list that is empty gives no right; a fact that is missing refuses.
 */
export type Facts = {
  readonly jurisdiction: Jurisdiction
  readonly state: 'active' | 'paused' | 'closed'
  /** Every child of the case that was born: the child whose file it is, and brothers and sisters. */
  readonly children: readonly Child[]
  /** Who carries, or carried, which unborn child (G-09). A subject `unborn` may name either of the two. */
  readonly pregnancies: readonly { readonly unborn: PersonId; readonly carriedBy: PersonId }[]
  readonly authority: readonly Authority[]
  /** It is known that the holders of authority disagree (G-10). */
  readonly holdersDisagree: boolean
  readonly consents: readonly Consent[]
  readonly team: readonly Membership[]
  /** Registrations of the IMH specialists who coordinate or stand in (K-01). */
  readonly registrations: readonly { readonly person: PersonId; readonly period: Period }[]
  /** Who works for which organisation; without it a professional or an office sees nothing. */
  readonly employments: readonly { readonly person: PersonId; readonly organisation: OrganisationId; readonly period: Period }[]
  /** Who works in a group of a team organisation (K-14). */
  readonly groupDuties: readonly { readonly person: PersonId; readonly period: Period }[]
  /** Professionals who are family of this family. */
  readonly ownFamily: readonly PersonId[]
  /** Professionals whom the family excluded by name (C-11). */
  readonly excluded: readonly PersonId[]
  /** `by` opened the record of `person` in an emergency, with a recorded reason (L-10). */
  readonly breakGlass: readonly { readonly by: PersonId; readonly person: PersonId; readonly at: IsoInstant }[]
  readonly youthCareExchanges: readonly YouthCareExchange[]
  readonly safety: {
    readonly members: readonly PersonId[]
    /** Step 3: the talk with the parents was held (S-04). */
    readonly discussedWithParents: boolean
    readonly investigated: readonly PersonId[]
  }
  /** `viewer` must not learn about or locate `person`. */
  readonly protections: readonly { readonly viewer: PersonId; readonly person: PersonId }[]
  /** The two parents of a decision on high conflict in force; absent when there is none (G-05). */
  readonly highConflict?: readonly PersonId[]
  /** Persons for whom the children's file is closed for safety (G-05). */
  readonly closings: readonly (Interval & { readonly person: PersonId })[]
}

/** An active case of which nothing else is known, to build upon. */
export const noFacts = (jurisdiction: Jurisdiction): Facts => ({
  jurisdiction, state: 'active', children: [], pregnancies: [], authority: [], holdersDisagree: false, consents: [], team: [], registrations: [],
  employments: [], groupDuties: [], ownFamily: [], excluded: [], breakGlass: [], youthCareExchanges: [],
  safety: { members: [], discussedWithParents: false, investigated: [] }, protections: [], closings: [],
})
