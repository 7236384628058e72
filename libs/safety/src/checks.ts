import { isDate, type IsoDate } from '@samenspel/kernel'
import { refuse, type Objection } from './refusals.ts'

/** One of a closed list. */
export const refuseChoice = (field: string, value: string, choices: readonly string[]): Objection =>
  choices.includes(value) ? undefined : refuse('choice-unknown', { field })

/** A day that exists and has come. */
export const refuseFutureDay = (field: string, day: string, today: IsoDate): Objection =>
  !isDate(day) ? refuse('date-impossible', { field }) : day > today ? refuse('date-in-future', { field }) : undefined

/** The first objection of several. */
export const firstOf = (objections: readonly Objection[]): Objection => objections.find((objection) => objection !== undefined)
