/**
 * How long one is on the way in a region, beside the distance: rush hours on the road, and how much longer public transport takes.
 * Figures that people who know the region choose; nothing is counted that nobody chose.
 */
import { isTime, minutesOf, type LocalTime, type Refusal } from '@samenspel/kernel'
import { refuse } from './refusals.ts'

/** Who departs from `from` on and before `to` takes `percent` of the usual time; at least 100. */
export type RushHour = { readonly from: LocalTime; readonly to: LocalTime; readonly percent: number }
/** By bus or train: `percent` of the way by car, at least 100, and `minutes` more, to walk and to wait. */
export type PublicTransport = { readonly percent: number; readonly minutes: number }
export type TravelTimes = { readonly rush: readonly RushHour[]; readonly publicTransport: PublicTransport }

/** What holds until somebody chooses: no rush hours. */
export const usualTravelTimes: TravelTimes = { rush: [], publicTransport: { percent: 150, minutes: 15 } }

/** What a screen proposes to start from, in the morning and in the evening. */
export const ordinaryRush: readonly RushHour[] = [{ from: '07:00', to: '09:00', percent: 130 }, { from: '16:00', to: '18:30', percent: 130 }]

/** After it nobody comes from an appointment any more, and the longest way is back to usual before the day ends. */
const latest = '22:00'

const [least, mostPercent, mostMinutes, mostPeriods, step] = [100, 300, 60, 6, 5]

/** Why these can't be travel times: `too-many-lines`, `time-impossible`, `rush-too-late`, `hours-overlap`, `percent-impossible`, `minutes-impossible`. */
export const refuseTravelTimes = ({ rush, publicTransport }: TravelTimes): { readonly refusal: Refusal } | undefined => {
  if (rush.length > mostPeriods) return refuse('too-many-lines', { most: mostPeriods })
  if (rush.some(({ from, to }) => !isTime(from) || !isTime(to) || from >= to || minutesOf(from) % step !== 0 || minutesOf(to) % step !== 0)) return refuse('time-impossible')
  if (rush.some(({ to }) => to > latest)) return refuse('rush-too-late')
  if (rush.some((one, index) => rush.slice(index + 1).some((other) => one.from < other.to && other.from < one.to))) return refuse('hours-overlap')
  if ([...rush, publicTransport].some(({ percent }) => !Number.isInteger(percent) || percent < least || percent > mostPercent)) return refuse('percent-impossible', { least, most: mostPercent })
  return Number.isInteger(publicTransport.minutes) && publicTransport.minutes >= 0 && publicTransport.minutes <= mostMinutes ? undefined : refuse('minutes-impossible', { most: mostMinutes })
}

export const isSameTimes = (one: TravelTimes, other: TravelTimes): boolean => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))

const inOrder = ({ rush, publicTransport: { percent, minutes } }: TravelTimes) => [rush.map((hour) => `${hour.from} ${hour.to} ${hour.percent}`).sort(), percent, minutes]
