import { refuse, type Refusal } from './decider.ts'

/** The longest texts that are kept, in characters as people count them (UTF-16 units). */
export const longestLine = 200
export const longestText = 10_000

/**
 * A text as a person typed it, kept exactly, or why it can't be.
 * @returns the refusal `text-empty` or `text-too-long` (with `field`, `longest`), or nothing when the text will do.
 */
export const refuseText = (field: string, text: string, longest = longestText): { readonly refusal: Refusal } | undefined => {
  if (text.trim() === '') return refuse('text-empty', { field })
  if (text.length > longest) return refuse('text-too-long', { field, longest })
  return undefined
}

/** Puts dates, instants and ids in order: by their signs, the same in every language. */
export const compareTexts = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0
