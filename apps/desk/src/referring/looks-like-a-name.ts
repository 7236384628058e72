import { noNames, tracesIn, type TraceKind } from '@samenspel/intl/traces'

/** What tells nothing of who it is in a question: when it was, and how much. */
const leftAlone: ReadonlySet<TraceKind> = new Set(['month', 'year', 'age', 'link'])

/**
 * What in a question may tell whom it is about (C-12): a name, a date of birth, a number, an address. A hint, and no more: it stops
 * nobody, and whoever writes knows better.
 * @returns each once, in the order in which it is written; at most five
 */
export const looksLikeNames = (text: string): readonly string[] =>
  [...new Set(tracesIn(text, noNames).filter(({ kind, weight }) => !leftAlone.has(kind) && (kind !== 'number' || weight === 'refused')).map(({ found }) => found))].slice(0, 5)
