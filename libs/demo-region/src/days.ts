import { addDays, momentOf, type IsoDate, type IsoInstant, type LocalTime, type Zone } from '@samenspel/kernel'

/** The region's days, all told from today, so that it always looks alive. */
export type Days = {
  readonly today: IsoDate
  /** A day in the past. */
  readonly ago: (days: number) => IsoDate
  /** A working day in the past: on a weekend, the Friday before. */
  readonly workingDayAgo: (days: number) => IsoDate
  /** A day of a coming week: week 1 begins next Monday; 1 is Monday, 7 is Sunday. */
  readonly coming: (week: number, weekday: number) => IsoDate
  /** A date so many months ago, for birthdays and life events. */
  readonly monthsAgo: (months: number, day?: number) => IsoDate
}

export const daysFrom = (today: IsoDate): Days => {
  const date = Temporal.PlainDate.from(today)
  const nextMonday = date.add({ days: 8 - date.dayOfWeek })
  const ago = (days: number) => addDays(today, -days)
  return {
    today,
    ago,
    workingDayAgo: (days) => {
      const day = Temporal.PlainDate.from(ago(days))
      return day.subtract({ days: Math.max(0, day.dayOfWeek - 5) }).toString()
    },
    coming: (week, weekday) => nextMonday.add({ weeks: week - 1, days: weekday - 1 }).toString(),
    monthsAgo: (months, day = 1) => date.subtract({ months }).with({ day }).toString(),
  }
}

export const at = (date: IsoDate, time: LocalTime, zone: Zone): IsoInstant => momentOf(date, time, zone)
