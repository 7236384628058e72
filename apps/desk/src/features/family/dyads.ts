import type { Tie } from '@samenspel/pictures'

const kinds = {
  parentAndChild: ['parent-child', 'dyad.parentAndChild'],
  caregiverAndChild: ['other', 'dyad.caregiverAndChild'],
  siblings: ['siblings', 'dyad.siblings'],
  partners: ['partners', 'dyad.partners'],
  formerPartners: ['other', 'dyad.formerPartners'],
} as const

const isKnown = (kind: string): kind is keyof typeof kinds => Object.hasOwn(kinds, kind)

/** How a relation is drawn. */
export const tieKindOf = (kind: string): Tie['kind'] => isKnown(kind) ? kinds[kind][0] : 'other'

/** The key of the words for a relation; none where the kind is already in words. */
export const dyadWord = (kind: string) => isKnown(kind) ? kinds[kind][1] : kind === 'other' ? 'dyad.other' as const : undefined
