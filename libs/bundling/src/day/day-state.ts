/**
 * A family's day so far as one row of whole numbers: small enough to copy and compare by the million.
 * Each name is the place of a number in the row; those marked *by parent* have parent A's first, parent B's next.
 */
import { dayStart } from '../model/family-model.ts'

export type DayState = Int32Array

/** Needs planned so far, as bits of their number on this day: the first 31 and the next 31. */
export const needsLow = 0
export const needsHigh = 1
/** From when the child can be elsewhere, and where the child is. */
export const childFree = 2
export const childPlace = 3
/** By parent: from when free, at which place. */
export const free = 4
export const place = 6
/** By parent: bits about the excursion under way. */
export const excursion = 8
/** By parent: until when the last thing lasts, without the way home. */
export const busyUntil = 10
/** By parent: until when at an appointment without the child, with the way. */
export const aloneUntil = 12
/** By parent: until when the other parent minds the child, for an appointment of this parent. */
export const leaningUntil = 14
/** Rest blocks touched, as bits. */
export const rest = 16
export const trips = 17
/** Minutes of travel and of waiting. */
export const minutes = 18
export const evenings = 19
export const childMinutes = 20
/** Appointments with a parent. */
export const appointments = 21
/** Number of the teams chosen for series so far. */
export const teams = 22
/** Number of the claims on professionals and places that still run. */
export const claims = 23
/** Number of the last appointment in the chain. */
export const chain = 24

export const width = 25

/** Bits of `excursion`: it has a drop-off or pick-up; it was elsewhere than the day centre; the parent rides along. */
export const bringing = 1
export const elsewhere = 2
export const ridingAlong = 4

export const emptyDay = (): DayState => cleared(new Int32Array(width))

/** The same state, made empty. */
export const cleared = (state: DayState): DayState => {
  state.fill(0)
  state[childFree] = state[free] = state[free + 1] = dayStart
  state[chain] = -1
  return state
}
