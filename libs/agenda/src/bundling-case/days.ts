import { addDays, type IsoDate } from '@samenspel/kernel'
import { weekdayOf } from '../rhythm/week.ts'

/** Monday to Friday of whole weeks, from the week of `from` on; from a weekend, the week after. */
export const planningDays = (from: IsoDate, weeks: number): readonly IsoDate[] => {
  const weekday = weekdayOf(from)
  const monday = addDays(from, weekday > 5 ? 8 - weekday : 1 - weekday)
  return Array.from({ length: weeks * 5 }, (_, index) => addDays(monday, Math.floor(index / 5) * 7 + index % 5))
}

export const mondayOf = (date: IsoDate): IsoDate => addDays(date, 1 - weekdayOf(date))

/** Working days from one date to another, Monday to Friday; 0 when `to` is not later. */
export const workingDaysBetween = (from: IsoDate, to: IsoDate): number => {
  let days = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (weekdayOf(date) <= 5) days++
  return days
}
