import { minutesOf, timeOf, type LocationId } from '@samenspel/kernel'
import { parentRoles, type NotKnown, type PlanningFacts, type Roles, type TravelFigures, type TravelPoint } from './facts.ts'
import type { CaseFamily, CaseTravel, CaseTravelPeriod, TravelMinutes } from './format.ts'

/** Home first, then every place that is asked for, in a fixed order. */
export const placesOf = (places: readonly LocationId[]): readonly TravelPoint[] => ['home', ...[...new Set(places)].filter((place) => place !== 'home').sort()]

/**
 * Travel minutes as a case wants them: multiples of five, rounded up; the same both ways; and no way longer than one over a third place.
 */
export const travelMatrix = (points: readonly TravelPoint[], travelMinutes: PlanningFacts['travelMinutes']): TravelMinutes =>
  withoutDetours(points.map((from) => points.map((to) => from === to ? 0 : caseMinutes(Math.max(travelMinutes(from, to), travelMinutes(to, from))))))

const withoutDetours = (minutes: TravelMinutes): TravelMinutes => {
  const matrix = minutes.map((row) => [...row])
  for (const [over] of matrix.entries()) {
    for (const row of matrix) for (const [to] of row.entries()) row[to] = Math.min(row[to] ?? 0, (row[over] ?? 0) + (matrix[over]?.[to] ?? 0))
  }
  return matrix
}

/** @param places to which somebody may have to go, without the home: who goes nowhere needs no way */
export const waysNotKnown = (places: readonly LocationId[], { travelMinutes, isHomeUnknown = false }: Pick<PlanningFacts, 'travelMinutes' | 'isHomeUnknown'>): NotKnown | undefined => {
  if (places.length === 0) return undefined
  const spots = Map.groupBy(places, (place) => places.find((other) => other === place || travelMinutes(other, place) === 0))
  const together = [...spots.values()].filter((spot) => spot.length > 1)
  return isHomeUnknown || together.length > 0 ? { home: isHomeUnknown, together } : undefined
}

/** Multiples of five, rounded up. */
export const caseMinutes = (minutes: number): number => Math.ceil(Math.round(minutes * 100) / 100 / step) * step

const step = 5
const dayMinutes = 24 * 60

/**
 * How a family is on the way: by car, with the rush hours; for a parent without one, by public transport. Nobody without a car:
 * then everybody goes by car. Nobody with one: then everybody goes by bus or train.
 * @param withoutCar the parents who have no car
 */
export const familyTravel = (usual: TravelMinutes, figures: TravelFigures | undefined, roles: Pick<Roles, 'parentA' | 'parentB'>, withoutCar: readonly string[]): Pick<CaseFamily, 'travelMinutes' | 'travel' | 'withoutCar'> => {
  const rush = figures?.rush ?? []
  const byCar: CaseTravel = rush.length === 0 ? { travelMinutes: usual } : travelAt(usual, slowedBy(usual, rush))
  const parents = parentRoles.filter((role) => roles[role] !== undefined)
  const lacking = parents.filter((role) => { const person = roles[role]; return person !== undefined && withoutCar.includes(person) })
  if (lacking.length === 0 || figures === undefined) return byCar
  const { percent, minutes: more } = figures.publicTransport
  const slower = withoutDetours(usual.map((row) => row.map((minutes) => minutes === 0 ? 0 : caseMinutes(minutes * percent / 100 + more))))
  // A bus stands in the same rush hour as a car: it is never quicker.
  const byBus: CaseTravel = byCar.travel === undefined ? { travelMinutes: slower } : withCarAtLeast(slower, byCar)
  const [parent] = lacking
  return parent === undefined || lacking.length === parents.length ? byBus : { ...byCar, withoutCar: { parent, ...byBus } }
}

/** The table of every departure, if nobody before had been under way longer: one and the same for equal percents. */
const slowedBy = (usual: TravelMinutes, rush: TravelFigures['rush']): (departure: number) => TravelMinutes => {
  const tables = new Map([100, ...rush.map(({ percent }) => percent)].map((percent) => [percent, percent === 100 ? usual : usual.map((row) => row.map((minutes) => caseMinutes(minutes * percent / 100)))] as const))
  return (departure) => tables.get(percentAt(rush, departure)) ?? usual
}

const percentAt = (rush: TravelFigures['rush'], departure: number): number =>
  rush.find(({ from, to }) => minutesOf(from) <= departure && departure < minutesOf(to))?.percent ?? 100

/**
 * Tables for every departure of the day. Who leaves five minutes later never arrives earlier, so a rush hour ends in steps; and whoever
 * sees the end of one coming may take a detour, so the quickest way is looked for from the end of the day backwards.
 */
const travelAt = (usual: TravelMinutes, ownAt: (departure: number) => TravelMinutes): CaseTravel =>
  periodsOf(usual, quickest(everyDeparture((departure, before) => {
    const own = ownAt(departure)
    return before === undefined || before === own ? own : own.map((row, from) => row.map((minutes, to) => Math.max(minutes, (before[from]?.[to] ?? 0) - step)))
  })))

/** What is at least as long as by car, at every departure. */
const withCarAtLeast = (usual: TravelMinutes, car: CaseTravel): CaseTravel => periodsOf(usual, quickest(everyDeparture((departure) => {
  const byCar = minutesAt(car, departure)
  return usual.map((row, from) => row.map((minutes, to) => Math.max(minutes, byCar[from]?.[to] ?? 0)))
})))

/** Tables that say the same are one and the same, so that they are compared at once. */
const everyDeparture = (tableAt: (departure: number, before: TravelMinutes | undefined) => TravelMinutes): readonly TravelMinutes[] => {
  const tables: TravelMinutes[] = []
  for (let departure = 0; departure < dayMinutes; departure += step) {
    const before = tables.at(-1)
    const table = tableAt(departure, before)
    tables.push(before !== undefined && isSame(before, table) ? before : table)
  }
  return tables
}

/** @param direct by departure, every five minutes of a day */
const quickest = (direct: readonly TravelMinutes[]): readonly TravelMinutes[] => {
  const best: TravelMinutes[] = []
  /** The last departure at which the table is still as it is. */
  let last = direct.length - 1
  for (let index = direct.length - 1; index >= 0; index--) {
    const now = direct[index] ?? []
    if (now !== direct[index + 1]) last = index
    const later = best[index + 1]
    // Whoever leaves five minutes later is home before anything changes: then nothing differs for who leaves now.
    if (later !== undefined && (last - index - 1) * step > longest(now)) best[index] = later
    else if (index === direct.length - 1) best[index] = withoutDetours(now)
    else best[index] = overOthers(now, (minutes) => best[Math.min(index + minutes / step, direct.length - 1)] ?? now)
  }
  return best
}

/** @param onwards the quickest ways for who leaves so many minutes later */
const overOthers = (direct: TravelMinutes, onwards: (minutes: number) => TravelMinutes): TravelMinutes => direct.map((ways, from) => ways.map((minutes, to) => {
  let least = minutes
  for (let over = 0; over < ways.length; over++) {
    const first = ways[over] ?? 0
    if (over !== from && over !== to && first > 0) least = Math.min(least, first + (onwards(first)[over]?.[to] ?? minutes))
  }
  return least
}))

const longest = (minutes: TravelMinutes): number => Math.max(0, ...minutes.flat())
const isSame = (one: TravelMinutes, other: TravelMinutes): boolean => one === other || one.every((row, from) => row.every((minutes, to) => minutes === other[from]?.[to]))

/** Departures with the same table together; those that are as usual need none. */
const periodsOf = (usual: TravelMinutes, tables: readonly TravelMinutes[]): CaseTravel => {
  const periods: CaseTravelPeriod[] = []
  for (const [index, minutes] of tables.entries()) {
    const [from, to] = [timeOf(index * step), index === tables.length - 1 ? '23:59' : timeOf((index + 1) * step)]
    const last = periods.at(-1)
    if (last?.to === from && isSame(last.minutes, minutes)) periods.splice(-1, 1, { ...last, to })
    else periods.push({ from, to, minutes })
  }
  const busy = periods.filter(({ minutes }) => !isSame(minutes, usual))
  return { travelMinutes: usual, ...(busy.length > 0 && { travel: busy }) }
}

/** The table of a departure, in minutes since midnight. */
export const minutesAt = ({ travelMinutes, travel = [] }: CaseTravel, departure: number): TravelMinutes =>
  travel.find(({ from, to }) => minutesOf(from) <= departure && departure < minutesOf(to))?.minutes ?? travelMinutes

/** Minutes between leaving and a moment at which somebody must be there: as late as possible, in steps of five. */
export const minutesToBeThere = (travel: CaseTravel, from: number, to: number, arrival: number): number => {
  const usual = travel.travelMinutes[from]?.[to] ?? 0
  for (let minutes = usual; minutes <= arrival; minutes += step) {
    if ((minutesAt(travel, arrival - minutes)[from]?.[to] ?? 0) <= minutes) return minutes
  }
  return usual
}
