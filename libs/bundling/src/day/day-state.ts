/**
 * A family's day so far as one row of whole numbers: small enough to copy and compare by the million.
 * Each name is the place of a number in the row; those marked *by parent* have parent A's first, parent B's next.
 */
import { dayStart } from '../model/family-model.ts'

export type DayState = Int32Array

/** Needs planned so far, as bits of their number on this day: the first 31 and the next 31. */
export const needsLow = 0
export const needsHigh = 1
/** By parent: from when free, at which place. */
export const free = 2
export const place = 4
/** By parent: bits about the excursion under way. */
export const excursion = 6
/** By parent: until when the last thing lasts, without the way home. */
export const busyUntil = 8
/** Rest blocks touched, as bits. */
export const rest = 10
export const trips = 11
/** Minutes of travel and of waiting. */
export const minutes = 12
export const evenings = 13
/** Minutes of a mother who expects a child. */
export const motherMinutes = 14
/** Appointments with a parent. */
export const appointments = 15
/** Number of the teams and times chosen for series so far. */
export const teams = 16
/** Number of the claims on professionals, rooms and places that still run. */
export const claims = 17
/** Number of the last appointment in the chain. */
export const chain = 18

/** Of each child, one after the other from here on, at these distances. */
const firstChild = 19
export const childWidth = 7
/** From when the child can be elsewhere, where the child is, and the minutes of the child's appointments. */
export const childFree = 0
export const childPlace = 1
export const childMinutes = 2
/** By parent: until when at an appointment without the child, with the way. */
export const aloneUntil = 3
/** By parent: until when the other parent minds the child, for an appointment of this parent. */
export const leaningUntil = 5

/** Where the numbers of a child begin. */
export const ofChild = (index: number): number => firstChild + index * childWidth
/** The length of a row with so many children. */
export const widthFor = (children: number): number => ofChild(children)

/**
 * Bits of `excursion`: it has a drop-off or pick-up; it was elsewhere than the day centre; the parent rides along; both attended the last stop; the last stop
 * was a drop-off or pick-up. The last two only where ways vary. */
export const bringing = 1
export const elsewhere = 2
export const ridingAlong = 4
export const together = 8
export const fromCentre = 16

/** @param children how many the family has, one at least. */
export const emptyDay = (children: number): DayState => cleared(new Int32Array(widthFor(children)))

/** The same state, made empty. */
export const cleared = (state: DayState): DayState => {
  state.fill(0)
  state[free] = state[free + 1] = dayStart
  for (let child = firstChild; child < state.length; child += childWidth) state[child + childFree] = dayStart
  state[chain] = -1
  return state
}
