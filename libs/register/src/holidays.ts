/**
 * The holidays of a country, worked out for any year: those on which care is closed, and those on which some organisations are closed
 * and others are not. A school holiday is no holiday here: an organisation that is closed then says so of its places.
 */
import type { IsoDate, Jurisdiction } from '@samenspel/kernel'

export const holidays = [
  'newYear', 'goodFriday', 'easterMonday', 'kingsDay', 'liberationDay', 'labourDay', 'ascension', 'whitMonday', 'flemishDay', 'nationalDay',
  'assumption', 'allSaints', 'allSouls', 'armistice', 'kingsFeast', 'christmas', 'secondChristmas',
] as const
export type HolidayName = (typeof holidays)[number]

/** `isClosed`: nobody plans anything on it. Of the others an organisation says for itself whether it is closed. */
export type Holiday = { readonly date: IsoDate; readonly name: HolidayName; readonly isClosed: boolean }

/** Those of which an organisation chooses for itself whether it is closed, in the order of the year. */
export const ownHolidays: Readonly<Record<Jurisdiction, readonly HolidayName[]>> = { NL: ['goodFriday', 'liberationDay'], BE: ['flemishDay', 'allSouls', 'kingsFeast', 'secondChristmas'] }

/** Holidays of a country on which somebody is closed, every year. */
export type StandingHolidays = { readonly jurisdiction: Jurisdiction; readonly names: readonly HolidayName[] }

export const isOnHoliday = ({ jurisdiction, names }: StandingHolidays, date: IsoDate): boolean => names.length > 0 && (namesByDate(jurisdiction, Number(date.slice(0, 4))).get(date) ?? []).some((name) => names.includes(name))

/** Plans ask it of many days. */
const namesByDate = (jurisdiction: Jurisdiction, year: number): ReadonlyMap<IsoDate, readonly HolidayName[]> => {
  const key = `${jurisdiction} ${year}`
  const known = kept.get(key) ?? new Map([...Map.groupBy(holidaysOf(jurisdiction, year), ({ date }) => date)].map(([date, those]) => [date, those.map(({ name }) => name)]))
  if (kept.size < mostKept) kept.set(key, known)
  return known
}
const kept = new Map<string, ReadonlyMap<IsoDate, readonly HolidayName[]>>()
const mostKept = 100

/** The holidays of one year, in order. Two may fall on one day. */
export const holidaysOf = (jurisdiction: Jurisdiction, year: number): readonly Holiday[] => {
  const easter = easterOf(year)
  const fromEaster = (name: HolidayName, days: number, isClosed = true): Holiday => ({ date: easter.add({ days }).toString(), name, isClosed })
  const on = (name: HolidayName, monthAndDay: string, isClosed = true): Holiday => ({ date: `${year}-${monthAndDay}`, name, isClosed })
  const shared = [on('newYear', '01-01'), fromEaster('easterMonday', 1), fromEaster('ascension', 39), fromEaster('whitMonday', 50), on('christmas', '12-25')]
  const own = jurisdiction === 'NL'
    ? [fromEaster('goodFriday', -2, false), { date: kingsDay(year), name: 'kingsDay', isClosed: true } as const, on('liberationDay', '05-05', year % 5 === 0), on('secondChristmas', '12-26')]
    : [
        on('labourDay', '05-01'), on('flemishDay', '07-11', false), on('nationalDay', '07-21'), on('assumption', '08-15'), on('allSaints', '11-01'), on('allSouls', '11-02', false), on('armistice', '11-11'),
        on('kingsFeast', '11-15', false), on('secondChristmas', '12-26', false),
      ]
  return [...shared, ...own].sort((a, b) => a.date < b.date ? -1 : 1)
}

/** Those of the year that begins with a day. */
export const holidaysFrom = (jurisdiction: Jurisdiction, day: IsoDate): readonly Holiday[] => {
  const first = Temporal.PlainDate.from(day)
  const until = first.add({ years: 1 }).toString()
  return [...holidaysOf(jurisdiction, first.year), ...holidaysOf(jurisdiction, first.year + 1)].filter(({ date }) => date >= day && date < until)
}

/** The next day, from a day on, on which an organisation has this one to choose. */
export const nextOwnHoliday = (jurisdiction: Jurisdiction, holiday: HolidayName, day: IsoDate): IsoDate | undefined => {
  const year = Number(day.slice(0, 4))
  return [year, year + 1, year + 2].flatMap((one) => holidaysOf(jurisdiction, one)).find(({ date, name, isClosed }) => name === holiday && !isClosed && date >= day)?.date
}

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
