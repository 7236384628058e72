import type { FamiliesQuery } from '@samenspel/graphql-documents/desk'

export type FamilyRow = FamiliesQuery['families']['nodes'][number]

/** Somebody who waits, and for whom. */
export type Waiting =
  | { readonly kind: 'answer'; readonly id: string; readonly firstName: string }
  | { readonly kind: 'other-moment'; readonly id: string; readonly firstName: string }
  | { readonly kind: 'confirming'; readonly id: string }
  | { readonly kind: 'reflection'; readonly id: string }
  /** Appointments that can't go on as they stand: the family waits for who plans. */
  | { readonly kind: 'fell-away'; readonly id: string; readonly familyId: string; readonly count: number }

/** Who waits for whom in a family: parents who have not answered yet, requests that nobody took up, questions for the team. */
export const waitingIn = (family: Pick<FamilyRow, 'id' | 'proposals' | 'changeRequests' | 'reflectionPrompts' | 'fellAway'>): readonly Waiting[] => [
  ...family.fellAway.length === 0 ? [] : [{ kind: 'fell-away', id: family.id, familyId: family.id, count: family.fellAway.length } as const],
  ...family.changeRequests.filter((request) => request.isOpen).map((request): Waiting => ({ kind: 'other-moment', id: request.id, firstName: request.firstName })),
  ...[...new Set(family.proposals.filter((proposal) => proposal.status === 'SENT').flatMap((proposal) => proposal.answers.filter((answer) => answer.answer === null).map((answer) => answer.firstName)))]
    .map((firstName): Waiting => ({ kind: 'answer', id: firstName, firstName })),
  ...family.proposals.filter((proposal) => proposal.status === 'CONFIRMING').map((proposal): Waiting => ({ kind: 'confirming', id: proposal.id })),
  ...family.reflectionPrompts.filter((prompt) => prompt.isOpen).map((prompt): Waiting => ({ kind: 'reflection', id: prompt.id })),
]
