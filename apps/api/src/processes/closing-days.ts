import type { IsoDate, Jurisdiction } from '@samenspel/kernel'

/**
 * Public holidays on which care is closed, besides weekends.
 * @returns the dates of one year, in order.
 */
export const closingDaysOf = (jurisdiction: Jurisdiction, year: number): readonly IsoDate[] => {
  const easter = easterOf(year)
  const fromEaster = (days: number) => easter.add({ days }).toString()
  const on = (monthAndDay: string) => `${year}-${monthAndDay}`
  const shared = [on('01-01'), fromEaster(1), fromEaster(39), fromEaster(50), on('12-25')]
  const own = jurisdiction === 'NL'
    ? [kingsDay(year), on('12-26'), ...(year % 5 === 0 ? [on('05-05')] : [])]
    : [on('05-01'), on('07-21'), on('08-15'), on('11-01'), on('11-11')]
  return [...shared, ...own].sort()
}

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

/** 27 April, or the day before when that is a Sunday. */
const kingsDay = (year: number): IsoDate => {
  const day = Temporal.PlainDate.from({ year, month: 4, day: 27 })
  return (day.dayOfWeek === 7 ? day.subtract({ days: 1 }) : day).toString()
}

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
const easterOf = (year: number): Temporal.PlainDate => {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const corrected = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - corrected - (year % 100) % 4) % 7
  const shift = Math.floor((golden + 11 * corrected + 22 * weekday) / 451)
  const sum = corrected + weekday - 7 * shift + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: sum % 31 + 1 })
}
