import { dayAfter } from '@samenspel/intl'
import type { TimeWindowInput } from '@samenspel/graphql-documents/parent-pages'

/** A part of the day as parents speak of it. */
export type DayPart = 'morning' | 'afternoon' | 'evening'

/** A moment that would suit; without a day it says nothing. */
export type Wish = { readonly key: number; readonly date: string; readonly part: DayPart }

export const emptyWish: Wish = { key: 1, date: '', part: 'morning' }

/** How many moments can be named. */
export const mostWishes = 3

/** What the parts of a day are on the clock. */
const hours: Readonly<Record<DayPart, { readonly from: string; readonly to: string }>> = {
  morning: { from: '08:30', to: '12:00' },
  afternoon: { from: '12:00', to: '17:00' },
  evening: { from: '19:00', to: '21:30' },
}

/** The wishes that name a day, as windows of time. */
export const windowsOf = (wishes: readonly Wish[]): TimeWindowInput[] =>
  wishes.filter(({ date }) => date !== '').map(({ date, part }) => ({ date, ...hours[part] }))

/** How far ahead, in days, a moment can be named. */
const horizon = 42

/** The days one can choose from: the working days of the next six weeks. */
export const daysToChoose = (today: string): readonly string[] =>
  Array.from({ length: horizon }, (_, index) => dayAfter(today, index + 1)).filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()))
