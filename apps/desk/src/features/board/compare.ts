import type { DraftPart } from './draft.ts'

/** What becomes of one wish in two plans: the same, at another moment, held otherwise, or in one of them only. */
export type Difference = 'same' | 'other-time' | 'other-day' | 'other-form' | 'only-here'

export type ComparedPart = { readonly part: DraftPart; readonly difference: Difference; /** Where the other plan has it. */ readonly there?: DraftPart }
export type ComparedDay = { readonly date: string; readonly left: readonly ComparedPart[]; readonly right: readonly ComparedPart[] }

/** Two plans side by side, for each day on which either has something. */
export const compareDays = (left: readonly DraftPart[], right: readonly DraftPart[]): readonly ComparedDay[] => {
  const days = [...new Set([...left, ...right].map(({ date }) => date))].toSorted()
  const on = (date: string, own: readonly DraftPart[], other: readonly DraftPart[]) => own.filter((part) => part.date === date).toSorted((a, b) => a.start.localeCompare(b.start)).map((part) => compared(part, other))
  return days.map((date) => ({ date, left: on(date, left, right), right: on(date, right, left) }))
}

const compared = (part: DraftPart, other: readonly DraftPart[]): ComparedPart => {
  const there = other.find(({ needId }) => needId === part.needId)
  return there === undefined ? { part, difference: 'only-here' } : { part, there, difference: differenceOf(part, there) }
}

const differenceOf = (a: DraftPart, b: DraftPart): Difference => {
  if (a.date !== b.date) return 'other-day'
  if (a.start !== b.start) return 'other-time'
  return a.modality === b.modality && a.placeId === b.placeId && sameSet(a.attendees, b.attendees) && sameSet(a.professionals, b.professionals) ? 'same' : 'other-form'
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one) => b.includes(one))

/** How many wishes differ between two plans. */
export const countDifferences = (days: readonly ComparedDay[]): number =>
  new Set(days.flatMap(({ left, right }) => [...left, ...right].filter(({ difference }) => difference !== 'same').map(({ part }) => part.needId))).size
