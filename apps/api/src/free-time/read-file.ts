/** A file with somebody's free time, read line by line: what it offers, and what is wrong with it. Nothing is saved here. */
import type { ModalityKind, Offer, OfferSource } from '@samenspel/agenda'
import { addDays, type IsoDate, type IsoInstant, type LocationId, type Zone } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'
import { readCsv } from './read-csv.ts'
import { readIcs } from './read-ics.ts'

/** What a reader has to know of whose time it is. */
export type Reading = {
  readonly today: IsoDate
  readonly now: IsoInstant
  readonly zone: Zone
  /** Where this professional can see somebody. */
  readonly places: readonly { readonly id: LocationId; readonly name: string }[]
  /** For lines that don't say it themselves. */
  readonly modalities: readonly ModalityKind[]
  readonly usualPlaces: readonly LocationId[]
  /** In a calendar file: the word by which free time is known; without one, what stands there as free. */
  readonly word?: string
}

/** What can be wrong with a line; the sentence for people has the same key. */
export type Problem =
  | 'date' | 'time' | 'reversed' | 'grid' | 'form' | 'form-missing' | 'place-unknown' | 'place-missing' | 'lapse' | 'double' | 'columns' | 'recurrence' | 'moment' | 'too-long'

/** A line of the file, or an entry of a calendar, numbered from 1 as the file shows them. */
export type FileLine = {
  readonly line: number
  /** The beginning of what stands there, to find it back. */
  readonly text: string
  readonly problem?: Problem
  readonly offers: readonly Offer[]
}

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
/** The most lines, or entries of a calendar. */
export const mostLines = 1_000
/** Days from today on that are read: half a year. */
export const horizonDays = 182
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
