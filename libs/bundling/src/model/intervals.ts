/** A stretch of time on one day, in minutes since midnight; touching ends don't overlap. */
import { minutesOf, type LocalTime } from '@samenspel/kernel'

export type Interval = { readonly from: number; readonly to: number }

export const interval = (span: readonly [LocalTime, LocalTime, ...unknown[]]): Interval => ({ from: minutesOf(span[0]), to: minutesOf(span[1]) })

export const overlapsAny = (from: number, to: number, list: readonly Interval[]): boolean => {
  for (const other of list) if (from < other.to && other.from < to) return true
  return false
}

export const insideAny = (from: number, to: number, list: readonly Interval[]): boolean => {
  for (const other of list) if (other.from <= from && to <= other.to) return true
  return false
}

/** What is left of a stretch when another is cut out of it. */
export const cutOut = (list: readonly Interval[], hole: Interval): readonly Interval[] =>
  list.flatMap(piece => [{ from: piece.from, to: Math.min(piece.to, hole.from) }, { from: Math.max(piece.from, hole.to), to: piece.to }])
    .filter(piece => piece.from < piece.to)
