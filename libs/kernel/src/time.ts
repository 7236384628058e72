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
export const systemClock: Clock = () => writeInstant(Temporal.Now.instant())

/** The civil day of a moment, in a zone. */
export const dayOf = (at: IsoInstant, zone: Zone): IsoDate => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The moment of a wall-clock time; in the hour that DST skips or repeats, the rule of `Temporal` ("compatible"). */
export const momentOf = (date: IsoDate, time: LocalTime, zone: Zone): IsoInstant =>
  writeInstant(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant())

/** Whether a text is a date that exists, as `YYYY-MM-DD`. */
export const isDate = (text: string): text is IsoDate =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && exists(() => Temporal.PlainDate.from(text, { overflow: 'reject' }))

/** Whether a text is a time of day, as `HH:MM`. */
export const isTime = (text: string): text is LocalTime => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

const exists = (parse: () => unknown): boolean => {
  try { parse(); return true } catch { return false }
}

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
