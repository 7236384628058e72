import type { tablets as nl } from '../../nl/refusals/tablets.ts'

export const tablets: Record<keyof typeof nl, string> = {
  'not-on-tablet': 'This cannot be done on the group tablet. Sign in on your own computer with your own account.',
  'not-keeper': 'Tablets and codes are kept by whoever was named for that in your organisation.',
  'not-yourself-here': 'You do not end your own access here. Ask somebody else who keeps the keys.',
  'tablet-unknown': 'This tablet is not enrolled (any more). Ask who keeps the tablets for a new code.',
  'tablet-enrolled': 'This tablet is enrolled already. Revoke it at the desk first.',
  'tablet-code-wrong': 'This code does not work (any more). Check that you copied it rightly, or ask for a new one.',
  'tablet-worker-unknown': 'This name is not on this tablet any more. Choose your PIN again at the desk.',
  'tablet-wait': 'There were too many tries. Wait a quarter of an hour, then try again.',
  'tablets-too-many': 'An organisation has at most {most} tablets. First revoke one that you do not use any more.',
  'pin-six-digits': 'A PIN has six digits.',
  'pin-weak': 'This PIN is too easy to guess. Take no row, no repetition and no date.',
  'pin-wrong': 'This PIN is not right. You can try {left, plural, one {once more} other {# more times}}.',
  'pin-locked': 'This PIN is blocked on this tablet. Sign in on a computer with your own account and choose a new one there.',
}
