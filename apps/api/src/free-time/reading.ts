import type { ModalityKind, Offer } from '@samenspel/agenda'
import type { IsoDate, IsoInstant, LocationId, Zone } from '@samenspel/kernel'

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

/** The most lines, or entries of a calendar. */
export const mostLines = 1_000
/** Days from today on that are read: half a year. */
export const horizonDays = 182
