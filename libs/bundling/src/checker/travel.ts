/** How long a way takes, by the rules of the format: who goes, with whom, and when. */
import { minutesOf } from '@samenspel/kernel'
import type { Family, Parent, TravelMinutes, TravelPeriod } from '../format/case.ts'

/** How somebody goes: with the car, or as a parent who has none. */
export type Means = { readonly travelMinutes: TravelMinutes; readonly travel?: readonly TravelPeriod[] }

/** @param together whether both parents attend what lies at both ends of the way (home counts as such). */
export const meansOf = (family: Family, parent: Parent, together: boolean): Means =>
  family.withoutCar?.parent === parent && !together ? family.withoutCar : family

/** For who leaves at a minute of the day. */
export const minutesFrom = ({ travelMinutes, travel = [] }: Means, from: number, to: number, departure: number): number => {
  const period = travel.find(one => minutesOf(one.from) <= departure && departure < minutesOf(one.to))
  return (period?.minutes ?? travelMinutes)[from]?.[to] ?? 0
}

/** The latest minute at which to leave home to be at a place in time. */
export const leaveHomeFor = (means: Means, place: number, arrival: number): number => {
  let departure = arrival - (means.travelMinutes[0]?.[place] ?? 0)
  while (departure + minutesFrom(means, 0, place, departure) > arrival) departure -= 5
  return departure
}
