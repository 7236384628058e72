import { dayAfter, mondayOf } from '@samenspel/intl'

/** The Mondays of the two weeks that can still be made calmer: of this week as long as it has not ended, and of the next. */
export const nextMondays = (today: string): string[] => {
  const monday = mondayOf(today)
  const first = today > dayAfter(monday, 4) ? dayAfter(monday, 7) : monday
  return [first, dayAfter(first, 7)]
}
