import { minutesOf, timeOf, type LocalTime } from '@samenspel/kernel'
import type { Interval } from './terms.ts'

/** Intervals in order, those that touch or overlap made one. */
export const merged = (intervals: readonly Interval[]): readonly Interval[] => {
  const result: Interval[] = []
  for (const next of [...intervals].sort((a, b) => a.from < b.from ? -1 : 1)) {
    const last = result.at(-1)
    if (last !== undefined && next.from <= last.to) result.splice(-1, 1, { from: last.from, to: next.to > last.to ? next.to : last.to })
    else result.push({ from: next.from, to: next.to })
  }
  return result
}

/** What is left of intervals when others are cut out. */
export const cut = (intervals: readonly Interval[], out: readonly Interval[]): readonly Interval[] =>
  out.reduce<readonly Interval[]>((left, hole) => left.flatMap((one) =>
    hole.to <= one.from || hole.from >= one.to ? [one] : [
      ...(one.from < hole.from ? [{ from: one.from, to: hole.from }] : []),
      ...(hole.to < one.to ? [{ from: hole.to, to: one.to }] : []),
    ]), merged(intervals))

/** What two lists of intervals share. */
export const shared = (a: readonly Interval[], b: readonly Interval[]): readonly Interval[] =>
  a.flatMap((one) => b.map((other) => ({ from: latest(one.from, other.from), to: earliest(one.to, other.to) }))).filter(({ from, to }) => from < to)

export const contains = (intervals: readonly Interval[], { from, to }: Interval): boolean =>
  merged(intervals).some((one) => one.from <= from && to <= one.to)

export const latest = (a: LocalTime, b: LocalTime): LocalTime => a > b ? a : b
export const earliest = (a: LocalTime, b: LocalTime): LocalTime => a < b ? a : b

/** A time of day some minutes earlier or later, inside the same day. */
export const shifted = (time: LocalTime, minutes: number): LocalTime => timeOf(Math.min(Math.max(minutesOf(time) + minutes, 0), 24 * 60 - 1))
