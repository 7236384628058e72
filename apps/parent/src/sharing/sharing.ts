/** What a parent's page about sharing reads from consents: pure functions over what the API disclosed. */
import type { SharingForParentsQuery } from '@samenspel/graphql-documents/parent-pages'

type Family = SharingForParentsQuery['families']['nodes'][number]
export type Consent = Family['consents'][number]
export type ConsentRequest = Family['consentRequests'][number]
export type Treatment = Family['treatments'][number]

/** What is shared with one of them now, by whom it is about. */
export type Shared = { readonly recipient: string; readonly isTeam: boolean; readonly organisationId: string | undefined; readonly about: readonly { readonly whom: string; readonly consents: readonly Consent[] }[] }

const isShared = ({ effect, state }: Consent): boolean => effect === 'GRANT' && (state === 'IN_FORCE' || state === 'COMING' || state === 'WAITING')

/** With whom something is shared, or will be, each once. */
export const sharedWith = (consents: readonly Consent[]): readonly Shared[] =>
  [...Map.groupBy(consents.filter(isShared), ({ recipient }) => recipient.label)].map(([recipient, own]) => ({
    recipient, isTeam: own[0]?.recipient.kind !== 'ORGANISATION', organisationId: own[0]?.recipient.organisation?.id, about: [...Map.groupBy(own, ({ subject }) => subject.label)].map(([whom, some]) => ({ whom, consents: some })),
  })).toSorted((one, other) => one.recipient.localeCompare(other.recipient))

/** What may not be shared: a no that stands. */
export const notShared = (consents: readonly Consent[]): readonly Consent[] => consents.filter(({ effect, state }) => effect === 'OBJECTION' && (state === 'IN_FORCE' || state === 'COMING'))

/** What was shared once: stopped, over, or shut by a no. */
export const sharedBefore = (consents: readonly Consent[]): readonly Consent[] =>
  consents.filter(({ effect, state }) => effect === 'GRANT' && (state === 'WITHDRAWN' || state === 'ENDED' || state === 'OVERRULED'))

/** What lies open: first what this parent hasn't answered. */
export const openRequests = (requests: readonly ConsentRequest[]): readonly ConsentRequest[] =>
  requests.filter(({ state }) => state === 'OPEN' || state === 'ONE_MORE_YES').toSorted((one, other) => Number(other.isForYou) - Number(one.isForYou))

/** Treatments that somebody asks about; what is over stands nowhere. */
export const openTreatments = (treatments: readonly Treatment[]): readonly Treatment[] => treatments.filter(({ status }) => status !== 'WITHDRAWN')
