import type { IsoDate, Jurisdiction } from '@samenspel/kernel'
import { holidaysOf } from '@samenspel/register'

/**
 * Public holidays on which care is closed, besides weekends.
 * @returns the dates of one year, in order, each once
 */
export const closingDaysOf = (jurisdiction: Jurisdiction, year: number): readonly IsoDate[] =>
  [...new Set(holidaysOf(jurisdiction, year).flatMap(({ date, isClosed }) => isClosed ? [date] : []))]

/** The days that matter around a moment: its own year and the next. */
export const closingDaysAround = (jurisdiction: Jurisdiction, date: IsoDate): readonly IsoDate[] => {
  const { year } = Temporal.PlainDate.from(date)
  return [...closingDaysOf(jurisdiction, year), ...closingDaysOf(jurisdiction, year + 1)]
}
