import type { TeamQuery } from '@samenspel/graphql-documents/desk'

export type TeamFamily = NonNullable<TeamQuery['family']>

/** What lies with who coordinates, in the order in which it presses. */
export const matterKinds = ['signal', 'ask', 'request', 'proposal', 'need', 'consentRequest', 'invitation', 'action', 'review', 'reflection', 'consent'] as const
export type MatterKind = (typeof matterKinds)[number]

/** One thing that is open: in words, and with the day that counts for it. */
export type Matter = { readonly id: string; readonly what: string; readonly day: string | null }
export type Matters = readonly { readonly kind: MatterKind; readonly matters: readonly Matter[] }[]

/** Within these days a review counts as near. */
const nearDays = 30

/**
 * What is open in a family: what who takes over finds (K-01). Only of what the viewer may see, and only what stands in the answer itself;
 * kinds of which nothing is open are left out.
 */
export const openMatters = (family: TeamFamily, today: string, dayOf: (instant: string) => string): Matters => {
  const near = Temporal.PlainDate.from(today).add({ days: nearDays }).toString()
  const found: Readonly<Record<MatterKind, readonly Matter[]>> = {
    signal: family.overloadSignals.filter(({ answeredAt }) => answeredAt === null).map(({ id, firstName, callBy }) => ({ id, what: firstName, day: dayOf(callBy) })),
    ask: family.asks.filter(({ status, isComing }) => status === 'OPEN' || isComing).map(({ id, parent, askedOn }) => ({ id, what: parent.firstName, day: askedOn })),
    request: family.changeRequests.filter(({ isOpen }) => isOpen).map(({ id, firstName, at }) => ({ id, what: firstName, day: dayOf(at) })),
    proposal: family.proposals.filter(({ status }) => status === 'DRAFT' || status === 'SENT').map(({ id, bundles }) => ({ id, what: '', day: bundles.map(({ date }) => date).toSorted()[0] ?? null })),
    need: family.needs.filter(({ status }) => status === 'OPEN').map(({ id, label, deadline }) => ({ id, what: label, day: deadline })),
    consentRequest: family.consentRequests.filter(({ state }) => state === 'OPEN' || state === 'ONE_MORE_YES').map(({ id, what, answerBy }) => ({ id, what, day: answerBy })),
    invitation: family.invitations.filter(({ state }) => state === 'OPEN' || state === 'ACCEPTED').map(({ id, partner, answerBy }) => ({ id, what: partner.name, day: answerBy })),
    action: family.actions.filter(({ done }) => !done).map(({ id, text, owner, dueOn }) => ({ id, what: `${text} (${owner})`, day: dueOn })),
    // A decision about where to begin counts until a newer one: that one has its own day.
    review: family.analysis.ports.slice(0, 1).filter(({ reviewOn }) => reviewOn <= near).map(({ id, parentsQuestion, reviewOn }) => ({ id, what: parentsQuestion, day: reviewOn })),
    reflection: family.reflectionPrompts.filter(({ isOpen }) => isOpen).map(({ id, openedOn }) => ({ id, what: '', day: openedOn })),
    consent: family.consents.filter(({ endsSoon }) => endsSoon).map(({ id, what, until }) => ({ id, what, day: until })),
  }
  return matterKinds.flatMap((kind) => found[kind].length === 0 ? [] : [{ kind, matters: found[kind].toSorted((a, b) => (a.day ?? '9') < (b.day ?? '9') ? -1 : 1) }])
}
