/** In which order the families of a plan stand. */
import type { RegionRun } from './region-progress.tsx'

type Family = RegionRun['families'][number]

export const orders = ['change', 'worse', 'name'] as const
export type Order = (typeof orders)[number]

/** How much lighter a family became: travel days weigh before trips, and these before evenings. */
const lighterBy = ({ before, after }: Family): readonly number[] =>
  before === null || after === null ? [0, 0, 0] : [before.travelDays - after.travelDays, before.trips - after.trips, before.evenings - after.evenings]

/** Whichever way it went. */
const mostChange = (a: Family, b: Family): number => firstOf(lighterBy(a).map((by, index) => Math.abs(lighterBy(b)[index] ?? 0) - Math.abs(by)))
const firstOf = (differences: readonly number[]): number => differences.find((one) => one !== 0) ?? 0

/** What is equal stays in the order of the names, in which the families come. */
export const inOrder = (families: readonly Family[], order: Order): readonly Family[] =>
  order === 'name' ? families
    : families.toSorted((a, b) => order === 'worse' ? firstOf([Number(b.isWorse) - Number(a.isWorse), mostChange(a, b)]) : mostChange(a, b))
