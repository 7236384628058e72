/** How long the ways of a family take, whenever they leave; and when to leave to be in time. */
import type { Family, TravelMinutes, TravelPeriod } from '../format/case.ts'
import { interval } from './intervals.ts'

/** The minutes of one means of travel. */
export type Ways = {
  /** Outside rush hours; never longer than within. */
  readonly usual: TravelMinutes
  readonly rush: readonly { readonly from: number; readonly to: number; readonly minutes: TravelMinutes }[]
}

const waysOf = (usual: TravelMinutes, periods: readonly TravelPeriod[] | undefined): Ways =>
  ({ usual, rush: (periods ?? []).map(({ from, to, minutes }) => ({ ...interval([from, to]), minutes })) })

/** With the car, and by parent; without a parent who has none they are one. `vary`: they aren't the same for everybody at every hour. */
export const familyWays = ({ travelMinutes, travel, withoutCar }: Pick<Family, 'travelMinutes' | 'travel' | 'withoutCar'>): { readonly car: Ways; readonly own: readonly [Ways, Ways]; readonly vary: boolean } => {
  const car = waysOf(travelMinutes, travel)
  const other = withoutCar === undefined ? car : waysOf(withoutCar.travelMinutes, withoutCar.travel)
  return { car, own: [withoutCar?.parent === 'parentA' ? other : car, withoutCar?.parent === 'parentB' ? other : car], vary: withoutCar !== undefined || car.rush.length > 0 }
}

/** Minutes from one place to another for who leaves at a time. */
export const wayFrom = ({ usual, rush }: Ways, from: number, to: number, departure: number): number => {
  for (const period of rush) if (period.from <= departure && departure < period.to) return period.minutes[from]![to]!
  return usual[from]![to]!
}

/** Departures are tried by this many minutes where there are rush hours. */
const stepMinutes = 5

/** Minutes before a start at which to leave, as late as possible; what one is then too early is part of it. */
export const wayBefore = (ways: Ways, from: number, to: number, start: number): number => {
  const { usual, rush } = ways
  let way = usual[from]![to]!
  if (rush.length > 0) while (way < wayFrom(ways, from, to, start - way)) way += stepMinutes
  return way
}

/** Of ways from one place; a region has the same row in many tables. */
const longestInRow = new WeakMap<readonly number[], number>()
const longestAlong = (row: readonly number[]): number => {
  const known = longestInRow.get(row)
  if (known !== undefined) return known
  const longest = row.reduce((most, minutes) => Math.max(most, minutes), 0)
  longestInRow.set(row, longest)
  return longest
}

/** No way of these takes longer, from or to one place or any, however early one has to leave. */
export const longestOf = (all: readonly Ways[], from?: number): number => {
  const tables = all.flatMap(({ usual, rush }) => [usual, ...rush.map(({ minutes }) => minutes)])
  const longest = tables.reduce((most, minutes) => from === undefined
    ? minutes.reduce((longer, row) => Math.max(longer, longestAlong(row)), most)
    : minutes.reduce((longer, row) => Math.max(longer, row[from] ?? 0), Math.max(most, longestAlong(minutes[from] ?? []))), 0)
  return all.some(({ rush }) => rush.length > 0) ? longest + stepMinutes : longest
}
