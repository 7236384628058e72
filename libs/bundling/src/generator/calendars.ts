/** Made-up calendars: what professionals offer and when there are rooms. */
import { addDays, timeOf, type IsoDate } from '@samenspel/kernel'
import type { Professional, TimesByDate, TimeSpan } from '../format/case.ts'
import { disciplines } from './kinds-of-care.ts'

export const places = ['home', 'day-centre', 'hospital', 'youth-care', 'mental-health'] as const

/** Monday to Friday of whole weeks from Monday 11 January 2027. */
export const planningDaysOf = (weeks: number): readonly IsoDate[] =>
  Array.from({ length: weeks * 5 }, (_, index) => addDays('2027-01-11', Math.floor(index / 5) * 7 + index % 5))

const morning = [510, 540, 570, 600, 630, 660, 690]
const afternoon = [780, 810, 840, 870, 900, 930, 960, 990]
const evening = [1170, 1215]

/**
 * @param load the share of each calendar that is taken already.
 * @param size how many professionals of each discipline beside the usual number.
 */
export const professionalsOf = (days: readonly IsoDate[], load: number, size: number, draw: () => number): Readonly<Record<string, Professional>> =>
  Object.fromEntries(disciplines.flatMap(({ name, organisation, count }) => Array.from({ length: Math.max(1, Math.round(count * size)) }, (_, number) => {
    const workdays = new Set([0, 1, 2, 3, 4].filter(() => draw() < 0.62))
    while (workdays.size < 2) workdays.add(Math.floor(draw() * 5))
    const eveningOn = draw() < 0.5 && organisation !== 'hospital' ? Math.floor(draw() * 5) : -1
    const free = days.map((date, index): readonly [IsoDate, readonly TimeSpan[]] => [date, joined([
      ...workdays.has(index % 5) ? [...morning, ...afternoon].filter(() => draw() >= load).map(from => ({ from, to: from + 30 })) : [],
      ...index % 5 === eveningOn ? evening.filter(() => draw() >= load * 0.7).map(from => ({ from, to: from + 45 })) : [],
    ])])
    return [`${name}-${number + 1}`, { discipline: name, organisation, free: Object.fromEntries(free.filter(([, times]) => times.length > 0)) }] as const
  })))

/** Each place has a room from 8 to 18 hours, but for one quarter in twenty. */
export const roomsOf = (days: readonly IsoDate[], draw: () => number): Readonly<Record<string, TimesByDate>> =>
  Object.fromEntries(places.slice(1).map(place => [place, Object.fromEntries(days.map(date =>
    [date, joined(Array.from({ length: 40 }, (_, quarter) => 480 + quarter * 15).filter(() => draw() < 0.95).map(from => ({ from, to: from + 15 })))]))]))

/** Stretches in order, those that touch made into one. */
const joined = (stretches: readonly { readonly from: number; readonly to: number }[]): readonly TimeSpan[] => {
  const found: { readonly from: number; to: number }[] = []
  for (const { from, to } of stretches) {
    const last = found.at(-1)
    if (last?.to === from) last.to = to
    else found.push({ from, to })
  }
  return found.map(({ from, to }) => [timeOf(from), timeOf(to)])
}
