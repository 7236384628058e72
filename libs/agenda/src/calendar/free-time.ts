import type { IsoDate, IsoInstant } from '@samenspel/kernel'
import { contains, cut } from '../intervals.ts'
import type { DatedInterval, Interval, Modality } from '../terms.ts'
import type { FreeTime, Offer } from './events.ts'
import type { Calendar } from './state.ts'

/** Whether an offered time is meant for appointments of this form, and, on site, at this place. */
export const isFor = ({ modalities, places }: Pick<FreeTime, 'modalities' | 'places'>, modality: Modality): boolean =>
  modalities.includes(modality.kind) && (modality.kind !== 'onsite' || places.includes(modality.place))

/** A calendar without what has lapsed by a moment: what can still be planned in. */
export const withoutLapsed = (calendar: Calendar, now: IsoInstant): Calendar => {
  const isOpen = ({ lapsesAt }: Pick<FreeTime, 'lapsesAt'>) => lapsesAt === undefined || Temporal.Instant.compare(lapsesAt, now) > 0
  return { ...calendar, freeTime: new Map([...calendar.freeTime].filter(([, offered]) => isOpen(offered))) }
}

/** Whether a time lies inside what is offered for this form, whether or not it is taken. */
export const isOffered = ({ freeTime }: { readonly freeTime: ReadonlyMap<string, Offer> }, wanted: DatedInterval & { readonly modality: Modality }): boolean =>
  contains([...freeTime.values()].filter((offered) => offered.date === wanted.date && isFor(offered, wanted.modality)), wanted)

/** What a professional can still be asked for on a day: offered for one of these forms, not held, not booked. */
export const freeOn = ({ freeTime, taken }: Calendar, date: IsoDate, ...modalities: readonly Modality[]): readonly Interval[] =>
  cut([...freeTime.values()].filter((offered) => offered.date === date && modalities.some((modality) => isFor(offered, modality))),
    [...taken.values()].filter((one) => one.date === date))
