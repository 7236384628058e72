import type { IsoDate, IsoInstant } from '@samenspel/kernel'
import { overlap } from '../checks.ts'
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

const wholeDay: Interval = { from: '00:00', to: '24:00' }

/** When somebody can't be there on a day, after all. */
export const awayOn = ({ away }: Pick<Calendar, 'away'>, date: IsoDate): readonly Interval[] =>
  [...away.values()].filter(({ from, until }) => from <= date && date <= until).map(({ between = wholeDay }) => between)

/** Whether somebody can't be there at a time, after all. */
export const isAwayAt = (calendar: Pick<Calendar, 'away'>, { date, from, to }: DatedInterval): boolean => awayOn(calendar, date).some((away) => overlap(away, { from, to }))

type Offered = { readonly freeTime: ReadonlyMap<string, Offer>; readonly away?: Calendar['away'] }

/** Whether a time lies inside what is offered for this form, whether or not it is taken. */
export const isOffered = ({ freeTime, away }: Offered, wanted: DatedInterval & { readonly modality: Modality }): boolean =>
  !(away !== undefined && isAwayAt({ away }, wanted)) && contains([...freeTime.values()].filter((offered) => offered.date === wanted.date && isFor(offered, wanted.modality)), wanted)

/** What a professional can still be asked for on a day: offered for one of these forms, not held, not booked. */
export const freeOn = ({ freeTime, taken, away }: Calendar, date: IsoDate, ...modalities: readonly Modality[]): readonly Interval[] =>
  cut([...freeTime.values()].filter((offered) => offered.date === date && modalities.some((modality) => isFor(offered, modality))),
    [...[...taken.values()].filter((one) => one.date === date), ...awayOn({ away }, date)])
