/** What a list from another program comes to, whatever it is about: row by row, before anybody decides. */
import type { Refusal } from '@samenspel/kernel'

/** The lists that a register takes, and gives. */
export const registerLists = ['staff', 'places', 'closedDays', 'organisations'] as const
export type RegisterList = (typeof registerLists)[number]

/** What can be wrong with a cell, or with a row; the sentence for people has the same key. */
export const listProblems = [
  'missing', 'date', 'discipline', 'language', 'place-unknown', 'text-too-long', 'email-impossible', 'columns', 'double', 'name-twice', 'has-left', 'not-yourself', 'last-day-past', 'period-reversed',
  'not-an-imh-specialist', 'registration-known', 'registration-overlaps', 'registration-too-long',
  'times', 'near-unknown', 'rooms', 'room-name-double', 'place-double', 'place-twice', 'place-ended', 'no-places', 'period-too-long', 'too-many-lines',
  'country', 'organisation-double', 'organisation-otherwise',
] as const
export type ListProblemCode = (typeof listProblems)[number]

export type ListProblem<Column extends string = string> = { readonly column?: Column; readonly code: ListProblemCode; readonly about?: Refusal['about'] }

/** A row as it was read: of each cell what it says, or a problem where it can't be read. */
export type ListedRow<Column extends string, Values> = { readonly line: number; readonly values: Values; readonly problems: readonly ListProblem<Column>[] }

/** A value before and after, as it is kept; absent where there was none. */
export type ListChange<Column extends string = string> = { readonly column: Column; readonly before?: string | readonly string[]; readonly after: string | readonly string[] }

export type PlannedRow<Column extends string = string> = {
  readonly line: number
  readonly name: string
  readonly kind: 'new' | 'changed' | 'same' | 'wrong'
  readonly changes: readonly ListChange<Column>[]
  readonly problems: readonly ListProblem<Column>[]
}

/** What can't be read has been said of a cell; one sentence for each is enough. */
export const noting = <Column extends string>(problems: ListProblem<Column>[]) => (code: ListProblemCode, column?: Column, about?: Refusal['about']): void => {
  if (column === undefined || problems.every((other) => other.column !== column)) problems.push({ code, ...(column !== undefined && { column }), ...(about !== undefined && { about }) })
}

const isProblem = (code: string): code is ListProblemCode => (listProblems as readonly string[]).includes(code)
/** What the register would refuse, as it is said of a cell. */
export const problemOf = (code: string): ListProblemCode => isProblem(code) ? code : code === 'text-empty' ? 'missing' : code === 'date-impossible' ? 'date' : 'columns'

/** Whether two values of a cell say the same, in whatever order. */
export const isSameCell = (one: string | readonly string[], other: string | readonly string[]): boolean =>
  typeof one === 'string' || typeof other === 'string' ? one === other : one.length === other.length && one.every((word) => other.includes(word))
