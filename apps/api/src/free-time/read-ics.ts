/**
 * Free time out of a calendar (RFC 5545): `VFREEBUSY` periods that are free, and events that stand there as free or carry the chosen
 * word. What else is in the calendar is taken out of them, so that nobody is offered an hour that is spent already.
 */
import { cut, merged, type Interval, type Offer } from '@samenspel/agenda'
import { addDays, type IsoDate } from '@samenspel/kernel'
import ical, { type CalendarComponent, type CalendarResponse, type VEvent } from 'node-ical'
import { Refused } from '../graphql/refused.ts'
import { horizonDays, mostLines, type FileLine, type Problem, type Reading } from './reading.ts'

/** The longest rule of repetition that is tried, and how far back its first time may lie: longer ones would cost the server. */
const longestRule = 200
const oldestYears = 10
/** Milliseconds that one file may take. */
const longestReading = 2_000
/** An event of whole days is free for as long as places are open. */
const wholeDay: Interval = { from: '08:00', to: '18:00' }

type Span = { readonly start: Date; readonly end: Date; readonly isWholeDay: boolean }
type Read = { readonly line: number; readonly text: string; readonly isFree: boolean; readonly spans: readonly Span[]; readonly problem?: Problem }

/** @throws Refused `file-not-ics`, `file-too-many-lines`, `file-too-heavy` */
export const readIcs = (text: string, reading: Reading): readonly FileLine[] => {
  const components = componentsIn(text, reading)
  if (components.length > mostLines) throw new Refused('file-too-many-lines', { most: mostLines })
  const began = performance.now()
  const read = components.map((component, index): Read => {
    if (performance.now() - began > longestReading) throw new Refused('file-too-heavy')
    return { line: index + 1, ...readComponent(component, reading) }
  })
  if (reading.modalities.length === 0) return read.filter(({ isFree }) => isFree).map(({ line, text: shown }) => ({ line, text: shown, problem: 'form-missing', offers: [] }))
  const busy = byDay(read.filter(({ isFree }) => !isFree).flatMap(({ spans }) => spans), reading, 'outward')
  const taken = new Map<IsoDate, readonly Interval[]>()
  return read.filter(({ isFree, problem }) => isFree || problem !== undefined).map(({ line, text: shown, spans, problem }): FileLine => {
    if (problem !== undefined) return { line, text: shown, problem, offers: [] }
    const offers = [...byDay(spans, reading, 'inward')].flatMap(([date, free]): readonly Offer[] => {
      const left = cut(free, [...busy.get(date) ?? [], ...taken.get(date) ?? []])
      taken.set(date, merged([...taken.get(date) ?? [], ...left]))
      return left.map(({ from, to }) => ({ date, from, to, modalities: reading.modalities, places: reading.modalities.includes('onsite') ? reading.usualPlaces : [] }))
    })
    if (reading.modalities.includes('onsite') && reading.usualPlaces.length === 0) return { line, text: shown, problem: 'place-missing', offers: [] }
    return { line, text: shown, offers }
  })
}

const componentsIn = (text: string, { zone }: Reading): readonly CalendarComponent[] => {
  const lines = text.replaceAll(/\r\n?/g, '\n').replaceAll(/\n[ \t]/g, '')
  if (!/^BEGIN:VCALENDAR\s*$/im.test(lines) || !/^END:VCALENDAR\s*$/im.test(lines)) throw new Refused('file-not-ics')
  // A time without a zone means the wall of whoever wrote it, not that of the server.
  const zoned = lines.replaceAll(/^(DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID)((?:;(?!TZID|VALUE=DATE[;:])[^:;\n]*)*):((?:\d{8}T\d{6},?)+)$/gim, `$1;TZID=${zone}$2:$3`)
  let parsed: CalendarResponse
  try {
    parsed = quietly(() => ical.sync.parseICS(zoned))
  } catch {
    throw new Refused('file-not-ics')
  }
  return Object.values(parsed).filter((one): one is CalendarComponent => one !== undefined && (one.type === 'VEVENT' || one.type === 'VFREEBUSY'))
}

/** The library says on the console what it can't read, in the words of the file: those are somebody's own and belong in no log. */
const quietly = <Result>(work: () => Result): Result => {
  const { warn } = console
  console.warn = () => undefined
  try {
    return work()
  } finally {
    console.warn = warn
  }
}

const readComponent = (component: CalendarComponent, reading: Reading): Omit<Read, 'line'> => {
  if (component.type === 'VFREEBUSY') {
    const periods = (component.freebusy ?? []).filter(({ type }) => type === 'FREE').flatMap(({ start, end }) => isMoment(start) && isMoment(end) ? [{ start, end, isWholeDay: false }] : [])
    return { text: 'VFREEBUSY', isFree: true, spans: periods }
  }
  if (component.type !== 'VEVENT') return { text: '', isFree: false, spans: [] }
  const text = wordsOf(component)
  const isFree = isOffered(component, reading)
  // What is neither free nor stands in the way needs no reading.
  if (!isFree && isTransparent(component)) return { text, isFree, spans: [] }
  const problem = problemOf(component, reading)
  if (problem !== undefined) return { text, isFree, spans: [], ...(isFree && { problem }) }
  try {
    return { text, isFree, spans: quietly(() => spansOf(component, reading)) }
  } catch {
    return { text, isFree, spans: [], ...(isFree && { problem: 'recurrence' }) }
  }
}

const wordsOf = ({ summary }: VEvent): string => typeof summary === 'string' ? summary : typeof summary?.val === 'string' ? summary.val : ''

/** What is cancelled is not free, and stands in nobody's way. */
const isCancelled = ({ status }: VEvent): boolean => status === 'CANCELLED'
const isTransparent = (event: VEvent): boolean =>
  event.transparency === 'TRANSPARENT' || isCancelled(event) || (event as unknown as Readonly<Record<string, unknown>>)['MICROSOFT-CDO-BUSYSTATUS'] === 'FREE'

const isOffered = (event: VEvent, { word }: Reading): boolean => {
  if (isCancelled(event)) return false
  return word === undefined || word.trim() === '' ? isTransparent(event) : wordsOf(event).toLocaleLowerCase('nl').includes(word.trim().toLocaleLowerCase('nl'))
}

const isMoment = (date: unknown): date is Date => date instanceof Date && !Number.isNaN(date.getTime())

const problemOf = ({ start, end, rrule }: VEvent, { today }: Reading): Problem | undefined => {
  if (!isMoment(start) || (end !== undefined && !isMoment(end))) return 'moment'
  if (end !== undefined && end.getTime() - start.getTime() > 31 * 86_400_000) return 'too-long'
  if (rrule === undefined) return undefined
  // The rule of an event that doesn't end as one is still text.
  if (typeof (rrule as unknown) === 'string') return 'recurrence'
  const rule = rrule.toString()
  const { freq, byHour, byMinute, bySecond } = rrule.options
  const isEasy = /FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)/.test(rule) && !/BY(HOUR|MINUTE|SECOND)=/.test(rule) && [byHour, byMinute, bySecond].every((list) => list === undefined || (Array.isArray(list) && list.length <= 1)) && freq !== undefined
  const isRecent = start.getTime() > Date.parse(today) - oldestYears * 366 * 86_400_000
  return isEasy && isRecent && rule.length <= longestRule + 'DTSTART;TZID=Europe/Amsterdam:20260101T000000\n'.length ? undefined : 'recurrence'
}

const spansOf = (event: VEvent, { today }: Reading): readonly Span[] => {
  const from = new Date(`${addDays(today, -1)}T00:00:00Z`), to = new Date(`${addDays(today, horizonDays + 1)}T00:00:00Z`)
  return ical.expandRecurringEvent(event, { from, to, expandOngoing: true }).map(({ start, end, isFullDay }) => ({ start, end, isWholeDay: isFullDay }))
}

/** Times by day on the wall, in whole quarters of an hour: free ones become shorter, those that stand in the way longer. */
const byDay = (spans: readonly Span[], { zone }: Reading, rounding: 'inward' | 'outward'): ReadonlyMap<IsoDate, readonly Interval[]> => {
  const days = new Map<IsoDate, Interval[]>()
  const put = (date: IsoDate, from: number, to: number) => {
    if (from < to) days.set(date, [...days.get(date) ?? [], { from: clock(from), to: clock(to) }])
  }
  for (const { start, end, isWholeDay } of spans) {
    if (isWholeDay) {
      // The reader keeps whole days at midnight of the server's own zone, whichever that is.
      for (let day = dayOnServer(start); day < dayOnServer(end); day = addDays(day, 1)) days.set(day, [...days.get(day) ?? [], rounding === 'inward' ? wholeDay : { from: '00:00', to: '23:45' }])
      continue
    }
    const [first, last] = [start, end].map((moment) => Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone)) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime]
    const lastDay = last.toPlainDate().toString()
    for (let day = first.toPlainDate().toString(); day <= lastDay; day = addDays(day, 1)) {
      const from = day === first.toPlainDate().toString() ? minutesInto(first) : 0
      const to = day === lastDay ? minutesInto(last) : lastQuarter
      put(day, rounding === 'inward' ? Math.ceil(from / 15) * 15 : Math.floor(from / 15) * 15, Math.min(lastQuarter, rounding === 'inward' ? Math.floor(to / 15) * 15 : Math.ceil(to / 15) * 15))
    }
  }
  return days
}

/** The last quarter of a day that a time on the clock can name. */
const lastQuarter = 23 * 60 + 45
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const minutesInto = ({ hour, minute, second }: Temporal.ZonedDateTime): number => hour * 60 + minute + second / 60
const dayOnServer = (date: Date): IsoDate => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
