import type { MyCalendarQuery } from '@samenspel/graphql-documents/desk'
import { dayAfter } from '@samenspel/intl'

export type OwnCalendar = MyCalendarQuery['myCalendar']
export type Offered = OwnCalendar['offers'][number]
export type TakenTime = OwnCalendar['taken'][number]

/** A day with its offers, each with what is taken inside it, and what is taken beside all of them. */
export type DayOfCalendar = { readonly date: string; readonly offers: readonly { readonly offer: Offered; readonly taken: readonly TakenTime[] }[]; readonly beside: readonly TakenTime[] }

/** The days of a week; of a weekend only those in which something stands. */
export const daysOf = ({ from, offers, taken }: Pick<OwnCalendar, 'from' | 'offers' | 'taken'>): readonly DayOfCalendar[] =>
  Array.from({ length: 7 }, (_, index) => dayAfter(from, index)).map((date) => {
    const left = new Set(taken.filter((one) => one.date === date))
    const own = offers.filter((offer) => offer.date === date).map((offer) => {
      const inside = [...left].filter((one) => one.from >= offer.from && one.to <= offer.to)
      inside.forEach((one) => left.delete(one))
      return { offer, taken: inside }
    })
    return { date, offers: own, beside: [...left] }
  }).filter(({ offers: own, beside }, index) => index < 5 || own.length + beside.length > 0)
