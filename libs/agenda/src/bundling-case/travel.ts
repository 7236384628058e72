import type { LocationId } from '@samenspel/kernel'
import type { PlanningFacts, TravelPoint } from './facts.ts'

/** Home first, then every place that is asked for, in a fixed order. */
export const placesOf = (places: readonly LocationId[]): readonly TravelPoint[] => ['home', ...[...new Set(places)].filter((place) => place !== 'home').sort()]

/**
 * Travel minutes as a case wants them: multiples of five, rounded up; the same both ways; and no way longer than one over a third place.
 */
export const travelMatrix = (points: readonly TravelPoint[], travelMinutes: PlanningFacts['travelMinutes']): readonly (readonly number[])[] => {
  const matrix = points.map((from) => points.map((to) => from === to ? 0 : caseMinutes(Math.max(travelMinutes(from, to), travelMinutes(to, from)))))
  for (const [over] of points.entries()) {
    for (const row of matrix) for (const [to] of row.entries()) row[to] = Math.min(row[to] ?? 0, (row[over] ?? 0) + (matrix[over]?.[to] ?? 0))
  }
  return matrix
}

/** Multiples of five, rounded up. */
export const caseMinutes = (minutes: number): number => Math.ceil(minutes / 5) * 5
