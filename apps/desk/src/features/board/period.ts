import { dayAfter, mondayOf } from '@samenspel/intl'

export type View = 'week' | 'month'

/** What the board shows: whole weeks, from a Monday to a Sunday. */
export type Period = { readonly view: View; readonly from: string; readonly until: string }

/** The week, or the weeks of the month, in which a day lies. */
export const periodOf = (view: View, date: string): Period => {
  if (view === 'week') return { view, from: mondayOf(date), until: dayAfter(mondayOf(date), 6) }
  const first = `${date.slice(0, 7)}-01`
  return { view, from: mondayOf(first), until: dayAfter(mondayOf(dayAfter(firstOfNext(first), -1)), 6) }
}

/** A day in the period before or after. */
export const stepped = (view: View, date: string, by: 1 | -1): string => {
  if (view === 'week') return dayAfter(date, 7 * by)
  const first = `${date.slice(0, 7)}-01`
  return by === 1 ? firstOfNext(first) : `${dayAfter(first, -1).slice(0, 7)}-01`
}

const firstOfNext = (first: string): string => `${dayAfter(first, 31).slice(0, 7)}-01`

/** The days of a period. Weekends are left out unless something is on them. */
export const daysOf = ({ from, until }: Pick<Period, 'from' | 'until'>, used: ReadonlySet<string>): readonly string[] => {
  const days: string[] = []
  for (let day = from; day <= until; day = dayAfter(day, 1)) if (!isWeekend(day) || used.has(day)) days.push(day)
  return days
}

const isWeekend = (date: string): boolean => dayAfter(mondayOf(date), 4) < date

/** The number of a week, ISO 8601: the week of its Thursday. */
export const weekNumber = (date: string): number => {
  const thursday = dayAfter(mondayOf(date), 3)
  const first = mondayOf(`${thursday.slice(0, 4)}-01-04`)
  let week = 1
  for (let monday = first; dayAfter(monday, 7) <= thursday; monday = dayAfter(monday, 7)) week += 1
  return week
}

/** The day itself, or the Monday after its weekend: then there is nothing left to see of the week. */
export const workingDayFrom = (date: string): string => isWeekend(date) ? dayAfter(mondayOf(date), 7) : date
