/**
 * A place in the log of all events. Opaque: only compare it, keep it and hand it back.
 * It counts what a viewer may not see, so it never leaves the server.
 */
export type Position = string

/** Before every event. */
export const start: Position = ''

/** Negative when `a` lies before `b`, 0 when they are the same place, positive when `a` lies after `b`. */
export const comparePositions = (a: Position, b: Position): number => a === b ? 0 : a < b ? -1 : 1

/** For adapters whose log is numbered: tokens that stand in the order of their numbers. */
export const positionOf = (sequence: number | bigint): Position => {
  const digits = String(sequence)
  return zeros.slice(digits.length) + digits
}
const zeros = '0'.repeat(20)

/** The number within a token of `positionOf`; 0 for `start`. */
export const sequenceOf = (position: Position): bigint => BigInt(position === start ? 0 : position)
