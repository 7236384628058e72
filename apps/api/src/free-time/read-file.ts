/** A file with somebody's free time, read line by line: what it offers, and what is wrong with it. Nothing is saved here. */
import type { Offer, OfferSource } from '@samenspel/agenda'
import { addDays, type IsoDate } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'
import { readCsv } from './read-csv.ts'
import { readIcs } from './read-ics.ts'
import { horizonDays, type Reading, type FileLine } from './reading.ts'

export type ReadFile = {
  readonly lines: readonly FileLine[]
  /** Offers on days that have been, or too far away: they are left out. */
  readonly leftOut: number
  /** The days that the file speaks for. */
  readonly from: IsoDate
  readonly until: IsoDate
}

/** The longest file, in characters: what fits into a request. The desk sends of a calendar only what free time is read from. */
export const longestFile = 90_000
/** How much of a line is shown. */
const shownText = 120

/** @throws Refused `file-too-large`, `file-empty`, `file-not-csv`, `file-not-ics`, `file-too-many-lines`, `file-too-heavy` */
export const readFile = (source: OfferSource, content: string, reading: Reading): ReadFile => {
  if (content.length > longestFile) throw new Refused('file-too-large', { longest: Math.floor(longestFile / 1000) })
  // A mark of the byte order stands before what some programs write.
  const text = content.replace(/^\uFEFF/, '')
  if (text.trim() === '') throw new Refused('file-empty')
  const lines = (source === 'csv' ? readCsv : readIcs)(text, reading).map((line) => ({ ...line, text: line.text.slice(0, shownText) }))
  const last = addDays(reading.today, horizonDays)
  const isRead = ({ date }: Offer) => date >= reading.today && date <= last
  const kept = lines.map((line) => ({ ...line, offers: line.offers.filter(isRead) }))
  const days = kept.flatMap(({ offers }) => offers.map(({ date }) => date)).sort()
  return {
    lines: kept, leftOut: lines.flatMap(({ offers }) => offers).filter((offer) => !isRead(offer)).length,
    // A list says what it says; a calendar says of every day that nothing else is free.
    from: source === 'csv' ? days[0] ?? reading.today : reading.today, until: source === 'csv' ? days.at(-1) ?? reading.today : last,
  }
}
