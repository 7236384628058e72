/**
 * Days and times in words. A date is `YYYY-MM-DD` and a time `HH:MM`, both as the wall shows them in the zone of the
 * case; a moment is ISO 8601 in UTC. Built on `Intl` with the old `Date` as its carrier: this runs on the phones of
 * parents, where `Temporal` can't be counted on yet.
 */
import { localeOf, type Language } from './language.ts'

/** Midnight UTC of a date: the carrier for `Intl`, never shown with its time. */
const carrier = (date: string): Date => new Date(`${date}T00:00:00Z`)
const dayLength = 86_400_000

/** Whole days between two dates; negative when `to` lies before `from`. */
export const daysFrom = (from: string, to: string): number => Math.round((carrier(to).getTime() - carrier(from).getTime()) / dayLength)

/** The date some days later. */
export const dayAfter = (date: string, days: number): string => new Date(carrier(date).getTime() + days * dayLength).toISOString().slice(0, 10)

/** The Monday of a date's week. */
export const mondayOf = (date: string): string => dayAfter(date, -((carrier(date).getUTCDay() + 6) % 7))

/** Makes what is asked for once for each key: a format of `Intl` takes a page that makes one for each card longer than all else that it shows. */
const once = <Key, Made>(make: (key: Key) => Made): ((key: Key) => Made) => {
  const made = new Map<Key, Made>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
const dateFormat = once((timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }))
const timeFormat = once((timeZone: string) => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }))

/** The date on which a moment falls, in a zone. */
export const dateOf = (moment: string, zone: string): string => dateFormat(zone).format(new Date(moment))

/** The time that the wall shows at a moment, in a zone. */
export const timeOf = (moment: string, zone: string): string => timeFormat(zone).format(new Date(moment))

/** What `createDates` gives. */
export type Dates = ReturnType<typeof makeDates>

/** Days and times in the words of a language and the zone of a case: the same ones for all who ask. */
export const createDates = (language: Language, zone: string): Dates => datesOf(language)(zone)
const datesOf = once((language: Language) => once((zone: string) => makeDates(language, zone)))

const makeDates = (language: Language, zone: string) => {
  const locale = localeOf(language)
  const writer = (options: Intl.DateTimeFormatOptions) => {
    let format: Intl.DateTimeFormat | undefined
    return (date: string): string => (format ??= new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })).format(carrier(date)).replaceAll(',', '')
  }
  const distance = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })

  const day = writer({ weekday: 'long', day: 'numeric', month: 'long' })
  const fullDay = writer({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  /** `9.30` in Dutch, `9:30` in English: the 24 hours of the day, without a leading nought. */
  const clock = (time: string): string => {
    const [hours, minutes] = time.split(':')
    return `${String(Number(hours))}${language === 'nl' ? '.' : ':'}${minutes ?? '00'}`
  }
  const hour = language === 'nl' ? ' uur' : ''
  const timeInWords = (time: string): string => clock(time) + hour
  const today = (now: Date = new Date()): string => dateOf(now.toISOString(), zone)
  const relative = (date: string, from: string): string => {
    const days = daysFrom(from, date)
    return Math.abs(days) < 14 ? distance.format(days, 'day') : distance.format(Math.round(days / 7), 'week')
  }

  return {
    /** The date it is now. */
    today,
    /** dinsdag 1 december */
    day,
    /** dinsdag 1 december 2026 */
    fullDay,
    /** 1 december 2026 */
    date: writer({ day: 'numeric', month: 'long', year: 'numeric' }),
    /** 1 december */
    dayAndMonth: writer({ day: 'numeric', month: 'long' }),
    /** 1 dec */
    shortDate: writer({ day: 'numeric', month: 'short' }),
    /** di 1 dec */
    shortDay: writer({ weekday: 'short', day: 'numeric', month: 'short' }),
    /** dinsdag */
    weekday: writer({ weekday: 'long' }),
    /** december 2026 */
    month: writer({ month: 'long', year: 'numeric' }),
    /** dec */
    shortMonth: writer({ month: 'short' }),
    /** 1 */
    dayNumber: (date: string): string => String(Number(date.slice(8))),
    /** 9.30, for a column of times. */
    clock,
    /** 9.30 uur */
    time: timeInWords,
    /** 9.30 tot 12.00 uur */
    times: (from: string, to: string): string => `${clock(from)} ${language === 'nl' ? 'tot' : 'to'} ${clock(to)}${hour}`,
    /** vandaag · morgen · over 3 dagen · over 2 weken */
    relative,
    /** vandaag · morgen · gisteren, or else dinsdag 1 december */
    nearDay: (date: string, from: string): string => Math.abs(daysFrom(from, date)) < 2 ? relative(date, from) : day(date),
    /** Whether a time of a day, `HH:MM`, lies behind us; without a time, whether the day does. */
    hasPassed: (date: string, time: string | null, now: Date = new Date()): boolean => date < today(now) || (date === today(now) && time !== null && time <= timeOf(now.toISOString(), zone)),
    /** dinsdag 1 december, 9.30 uur: a moment, in the zone of the case. */
    moment: (at: string): string => `${day(dateOf(at, zone))}, ${timeInWords(timeOf(at, zone))}`,
    /** dinsdag 1 december 2026, 9.30 uur: a moment that is read years later too. */
    fullMoment: (at: string): string => `${fullDay(dateOf(at, zone))}, ${timeInWords(timeOf(at, zone))}`,
    /** The date of a moment, in the zone of the case. */
    dateOf: (moment: string): string => dateOf(moment, zone),
    /** The time of a moment, `HH:MM`, in the zone of the case. */
    timeOf: (moment: string): string => timeOf(moment, zone),
  }
}
