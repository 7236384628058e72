/** Checks of what comes in, used by all topics. Each gives the refusal, or nothing when the value will do. */
import { addDays, isDate, longestLine, refuseText, type Category, type IsoDate } from '@samenspel/kernel'
import { refuse, type Objection } from './refusals.ts'

/** Nothing that a family lives with happened before this day; an earlier one is a slip of the pen. */
export const earliestDay: IsoDate = '1900-01-01'

/** A short text on one line; nothing to check when it is absent. */
export const refuseLine = (field: string, text: string | undefined): Objection => text === undefined ? undefined : refuseText(field, text, longestLine)

/** Texts of any length that is kept; absent ones are fine. */
export const refuseTexts = (texts: Readonly<Record<string, string | undefined>>): Objection => {
  for (const [field, text] of Object.entries(texts)) {
    const objection = text === undefined ? undefined : refuseText(field, text)
    if (objection !== undefined) return objection
  }
  return undefined
}

/** A day that exists; nothing to check when it is absent, here and below. */
export const refuseDay = (field: string, day: string | undefined): Objection => {
  if (day === undefined) return undefined
  if (!isDate(day)) return refuse('date-impossible', { field })
  return day < earliestDay ? refuse('date-too-early', { field, earliest: earliestDay }) : undefined
}

/** A day that exists and has come. */
export const refuseFutureDay = (field: string, day: string | undefined, today: IsoDate): Objection =>
  refuseDay(field, day) ?? (day !== undefined && day > today ? refuse('date-in-future', { field }) : undefined)

/** Days that exist, in order. */
export const refusePeriod = (from: string | undefined, until: string | undefined): Objection =>
  refuseDay('from', from) ?? refuseDay('until', until) ?? (from !== undefined && until !== undefined && until < from ? refuse('period-reversed') : undefined)

/** One of a closed list; nothing to check when it is absent. */
export const refuseChoice = (field: string, value: string | undefined, choices: readonly string[]): Objection =>
  value === undefined || choices.includes(value) ? undefined : refuse('choice-unknown', { field })

/** Signals of unsafety belong to the safety track, which other people read (S-04). */
export const refuseSafety = (category: Category): Objection => category === 'safety' ? refuse('safety-has-its-own-track') : undefined

/** The longest time ahead that a due date can lie, in days. */
const longestPregnancy = 300

export const refuseDueDate = (day: string, today: IsoDate): Objection =>
  refuseDay('dueDate', day) ?? (day > addDays(today, longestPregnancy) ? refuse('date-too-late', { field: 'dueDate' }) : undefined)
