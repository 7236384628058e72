/** A calendar date in the zone of the case, `YYYY-MM-DD`. */
export type IsoDate = string
/** A wall-clock time in the zone of the place, `HH:MM`. */
export type LocalTime = string
/** A moment in UTC, ISO 8601 with milliseconds, as `Temporal.Instant.toString({ fractionalSecondDigits: 3 })` writes it. */
export type IsoInstant = string

export type Jurisdiction = 'NL' | 'BE'
export type Zone = 'Europe/Amsterdam' | 'Europe/Brussels'

export const zoneOf = (jurisdiction: Jurisdiction): Zone => jurisdiction === 'NL' ? 'Europe/Amsterdam' : 'Europe/Brussels'

/** Where "now" comes from: the system's clock, or a test's. */
export type Clock = () => IsoInstant

export const writeInstant = (instant: Temporal.Instant): IsoInstant => instant.toString({ fractionalSecondDigits: 3 })
export const systemClock: Clock = () => {
  const now = Temporal.Now.instant()
  if (now.epochMilliseconds !== lastAsked.milliseconds) lastAsked = { milliseconds: now.epochMilliseconds, text: writeInstant(now) }
  return lastAsked.text
}
/** Within one millisecond the time is one text, and writing it takes longer than asking the time. */
let lastAsked: { readonly milliseconds: number; readonly text: IsoInstant } = { milliseconds: NaN, text: '' }

/** Nanoseconds since 1970. The same few moments are asked about again and again, and reading one costs much. @throws RangeError when it is none */
export const nanosecondsOf = (at: IsoInstant): bigint => {
  const known = readMoments.get(at)
  if (known !== undefined) return known
  const read = written.test(at) ? BigInt(midnightOf(at.slice(0, 10)) + millisecondsInDay(at)) * 1_000_000n : Temporal.Instant.from(at).epochNanoseconds
  if (readMoments.size >= mostMoments) readMoments.clear()
  readMoments.set(at, read)
  return read
}

const readMoments = new Map<IsoInstant, bigint>()
const mostMoments = 10_000

/** When a day of UTC began: the moments of one day are asked about one after the other. @throws RangeError for one that doesn't exist */
const midnightOf = (date: IsoDate): number => {
  if (lastDay.date !== date) lastDay = { date, milliseconds: Temporal.Instant.from(`${date}T00:00Z`).epochMilliseconds }
  return lastDay.milliseconds
}
let lastDay = { date: '', milliseconds: NaN }

const millisecondsInDay = (at: IsoInstant): number => Number(at.slice(11, 13)) * 3_600_000 + Number(at.slice(14, 16)) * 60_000 + Number(at.slice(17, 19)) * 1_000 + Number(at.slice(20, 23))

/** Milliseconds since 1970. @throws RangeError when it is no moment */
export const millisecondsOf = (at: IsoInstant): number => Number(nanosecondsOf(at) / 1_000_000n)

/** Whether a moment comes after another one. @throws RangeError when one of them is none */
export const isLater = (at: IsoInstant, than: IsoInstant): boolean => nanosecondsOf(at) > nanosecondsOf(than)

/** The civil day of a moment, in a zone. @throws RangeError when it is no moment */
export const dayOf = (at: IsoInstant, zone: Zone): IsoDate => {
  if (!written.test(at)) return lookUpDay(at, zone)
  // Both zones keep whole hours from UTC, so all moments of one hour of UTC lie on one day: every reading asks that of each entry.
  const hour = zone + at.slice(0, 13)
  const known = daysOfHours.get(hour)
  if (known !== undefined) return known
  const day = lookUpDay(at, zone)
  if (daysOfHours.size >= mostHours) daysOfHours.clear()
  daysOfHours.set(hour, day)
  return day
}

const written = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const daysOfHours = new Map<string, IsoDate>()
const mostHours = 10_000

const lookUpDay = (at: IsoInstant, zone: Zone): IsoDate => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The moment of a wall-clock time; in the hour that DST skips or repeats, the rule of `Temporal` ("compatible"). */
export const momentOf = (date: IsoDate, time: LocalTime, zone: Zone): IsoInstant =>
  writeInstant(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant())

/** Whether a text is a date that exists, as `YYYY-MM-DD`. */
export const isDate = (text: string): text is IsoDate => {
  if (!/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  return day >= 1 && day <= daysInMonth(year, month)
}

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Whether a text is a time of day, as `HH:MM`. */
export const isTime = (text: string): text is LocalTime => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** Whole days from one date to another; negative when `to` lies before `from`. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days

export const addDays = (date: IsoDate, days: number): IsoDate => Temporal.PlainDate.from(date).add({ days }).toString()

/** Minutes since midnight. */
export const minutesOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
export const timeOf = (minutes: number): LocalTime => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** A period of civil days, both days included; without `until` it is open. */
export type Period = { readonly from: IsoDate; readonly until?: IsoDate }
export const covers = (period: Period, day: IsoDate): boolean => period.from <= day && (period.until === undefined || day <= period.until)
