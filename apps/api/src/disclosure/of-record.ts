/** What is worked out of the record of a family and kept with it: it goes as soon as that record does. */
import type { CaseRecord } from './case-record.ts'

const kinds: ((from: CaseRecord, to: CaseRecord) => void)[] = []

/** @param inherited what of it holds of another record as well that differs in its safety tracks alone */
export const keptOfRecord = <Value>(inherited: (value: Value, from: CaseRecord, to: CaseRecord) => Value): WeakMap<CaseRecord, Value> => {
  const kept = new WeakMap<CaseRecord, Value>()
  kinds.push((from, to) => {
    const value = kept.get(from)
    if (value !== undefined) kept.set(to, inherited(value, from, to))
  })
  return kept
}

/**
 * Takes over what was worked out of a record by another that differs from it in its safety tracks alone. Nobody outside of a track gets an
 * answer made of one, so what is kept for them holds; worked out anew it would tell them by its time that there is something.
 */
export const inherit = (from: CaseRecord, to: CaseRecord): void => { for (const take of kinds) take(from, to) }
