/**
 * The labels of the search over one day: states that no other state makes needless.
 * They lie in one growing block of memory and are found by the part of them that must be equal.
 */
import { home } from '../model/family-model.ts'
import * as at from './day-state.ts'
import type { DayState } from './day-state.ts'

export type Labels = {
  readonly count: () => number
  /** Copies a label into a state. */
  readonly read: (label: number, into: DayState) => void
  /** Whether a label has a need already. */
  readonly has: (label: number, low: number, high: number) => boolean
  /** Whether these parents are at no appointment that lasts beyond a time. */
  readonly isFree: (label: number, parentA: boolean, parentB: boolean, start: number) => boolean
  /** Keeps a state, unless a label makes it needless. @returns the label that it became, or −1 */
  readonly keep: (state: DayState) => number
  /** Gives a label its last appointment. */
  readonly end: (label: number, chain: number) => void
  /** Passes every label on to be changed and kept again, or dropped. */
  readonly rework: (change: (state: DayState) => boolean) => void
}

type Fields = readonly number[]
/** Where two states must be equal to be compared at all; a parent who is out adds time and excursion. */
const mustBeEqual = [at.needsLow, at.needsHigh, at.place, at.place + 1, at.teams, at.claims] as const
/** Where less is never worse; the bits of `rest` are compared apart. */
const lessIsBetter = [at.evenings, at.motherMinutes, at.appointments] as const
const ofEveryChild = (children: number, fields: Fields): Fields => Array.from({ length: children }, (_, child) => fields.map(field => at.ofChild(child) + field)).flat()

/** @param children how many the family has. */
export const createLabels = (children: number): Labels => {
  const width = at.widthFor(children)
  const equal = [...mustBeEqual, ...ofEveryChild(children, [at.childPlace])]
  const less = [...ofEveryChild(children, [at.childFree, at.aloneUntil, at.aloneUntil + 1, at.leaningUntil, at.leaningUntil + 1, at.childMinutes]), ...lessIsBetter]
  let pool = new Int32Array(width * 1024)
  let next = new Int32Array(1024)
  let heads = new Int32Array(2048).fill(-1)
  let count = 0

  const grow = (): void => {
    const larger = new Int32Array(pool.length * 2)
    larger.set(pool)
    pool = larger
    const longer = new Int32Array(next.length * 2)
    longer.set(next)
    next = longer
    heads = new Int32Array(heads.length * 2).fill(-1)
    for (let label = 0; label < count; label++) link(label, hash(pool, label * width, equal))
  }
  const link = (label: number, code: number): void => {
    const slot = code & (heads.length - 1)
    next[label] = heads[slot]!
    heads[slot] = label
  }
  const keep = (state: DayState): number => {
    const code = hash(state, 0, equal)
    for (let label = heads[code & (heads.length - 1)]!; label >= 0; label = next[label]!) {
      const offset = label * width
      if (!comparable(pool, offset, state, equal)) continue
      if (isNeedless(state, 0, pool, offset, less)) return -1
      if (isNeedless(pool, offset, state, 0, less)) {
        pool.set(state, offset)
        return label
      }
    }
    if (count === next.length) grow()
    pool.set(state, count * width)
    link(count, code)
    return count++
  }
  return {
    count: () => count,
    read: (label, into) => { for (let index = 0, offset = label * width; index < width; index++) into[index] = pool[offset + index]! },
    has: (label, low, high) => (pool[label * width + at.needsLow]! & low) !== 0 || (pool[label * width + at.needsHigh]! & high) !== 0,
    isFree: (label, parentA, parentB, start) =>
      !(parentA && pool[label * width + at.busyUntil]! > start) && !(parentB && pool[label * width + at.busyUntil + 1]! > start),
    keep,
    end: (label, chain) => { pool[label * width + at.chain] = chain },
    rework: change => {
      const state = at.emptyDay(children)
      const before = count
      heads.fill(-1)
      count = 0
      // A label is written at or before the place it was read from, so nothing unread is lost.
      for (let label = 0; label < before; label++) {
        for (let index = 0, offset = label * width; index < width; index++) state[index] = pool[offset + index]!
        if (change(state)) keep(state)
      }
    },
  }
}

const isOut = (state: Int32Array, offset: number, parent: number): boolean => state[offset + at.place + parent] !== home

const hash = (state: Int32Array, offset: number, equal: Fields): number => {
  let code = 17
  for (const field of equal) code = Math.imul(code, 0x01000193) ^ state[offset + field]!
  for (let parent = 0; parent < 2; parent++) {
    if (isOut(state, offset, parent)) code = Math.imul(Math.imul(code, 0x01000193) ^ state[offset + at.free + parent]!, 0x01000193) ^ state[offset + at.excursion + parent]!
  }
  code = Math.imul(code ^ (code >>> 15), 0x2c1b3c6d)
  return code ^ (code >>> 13)
}

const comparable = (a: Int32Array, offset: number, b: Int32Array, equal: Fields): boolean => {
  for (const field of equal) if (a[offset + field] !== b[field]) return false
  for (let parent = 0; parent < 2; parent++) {
    if (isOut(b, 0, parent) && (a[offset + at.free + parent] !== b[at.free + parent] || a[offset + at.excursion + parent] !== b[at.excursion + parent])) return false
  }
  return true
}

/** Whether everything that can still follow `a` can follow `b` and ends no worse (strictly lexicographic, and within the caps of a week). */
const isNeedless = (a: Int32Array, aOffset: number, b: Int32Array, bOffset: number, less: Fields): boolean => {
  const tripsA = a[aOffset + at.trips]!
  const tripsB = b[bOffset + at.trips]!
  if (tripsB > tripsA || (tripsB === tripsA && b[bOffset + at.minutes]! > a[aOffset + at.minutes]!)) return false
  if ((b[bOffset + at.rest]! & ~a[aOffset + at.rest]!) !== 0) return false
  for (const field of less) if (b[bOffset + field]! > a[aOffset + field]!) return false
  return b[bOffset + at.free]! <= a[aOffset + at.free]! && b[bOffset + at.free + 1]! <= a[aOffset + at.free + 1]!
}
