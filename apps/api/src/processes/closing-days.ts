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
  const year = date.slice(0, 4)
  const key = `${jurisdiction} ${year}`
  const known = around.get(key) ?? [Number(year), Number(year) + 1].flatMap((one) => closingDaysOf(jurisdiction, one))
  if (around.size < mostKept) around.set(key, known)
  return known
}

/** Every look at a family asks for them. */
const around = new Map<string, readonly IsoDate[]>()
const mostKept = 100
