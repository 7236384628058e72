/** What a file with free time changes in a calendar: the difference with what an earlier file of the same kind brought. */
import type { IsoDate } from '@samenspel/kernel'
import { overlapOnDay } from '../checks.ts'
import type { FreeTime, Offer, OfferSource } from './events.ts'
import { isOffered } from './free-time.ts'
import type { Calendar } from './state.ts'

export type Imported = {
  readonly source: OfferSource
  readonly offers: readonly Offer[]
  /** The days that the file speaks for, both included: what an earlier file brought on other days stays. */
  readonly from: IsoDate
  readonly until: IsoDate
}

export type ImportChanges = {
  readonly add: readonly Offer[]
  /** Brought by an earlier file, and no longer in this one. */
  readonly withdraw: readonly FreeTime[]
  /** No longer in this file, but something is held or booked in it: it stays. */
  readonly inUse: readonly FreeTime[]
  /** In both. */
  readonly same: number
}

/** The same file again changes nothing: an offer is known by what it says. */
export const importChanges = (calendar: Calendar, { source, offers, from, until }: Imported): ImportChanges => {
  const brought = [...calendar.freeTime.values()].filter((offered) => offered.source === source && offered.date >= from && offered.date <= until)
  const wanted = new Map(offers.map((offer) => [contentOf(offer), offer]))
  const known = new Set(brought.map(contentOf))
  const add = [...wanted].flatMap(([content, offer]) => known.has(content) ? [] : [offer])
  const gone = brought.filter((offered) => !wanted.has(contentOf(offered)))

  let rest = [...calendar.freeTime.values()].map((offered): Offer & { readonly freeTimeId?: string } => offered).concat(add)
  const inUse = gone.filter((offered) => {
    const without = rest.filter(({ freeTimeId }) => freeTimeId !== offered.freeTimeId)
    const isNeeded = [...calendar.taken.values()].some((taken) => overlapOnDay(taken, offered) && isIn(rest, taken) && !isIn(without, taken))
    if (!isNeeded) rest = without
    return isNeeded
  })
  return { add, inUse, withdraw: gone.filter((offered) => !inUse.includes(offered)), same: wanted.size - add.length }
}

const contentOf = ({ date, from, to, modalities, places, lapsesAt }: Offer): string =>
  JSON.stringify([date, from, to, modalities.toSorted(), places.toSorted(), lapsesAt ?? ''])

const isIn = (offers: readonly Offer[], taken: Parameters<typeof isOffered>[1]): boolean =>
  isOffered({ freeTime: new Map(offers.map((offer, index) => [String(index), offer])) }, taken)
