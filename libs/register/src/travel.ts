/** A place on a plane, in kilometres from an arbitrary corner of the region. */
export type Point = { readonly x: number; readonly y: number }

/** Door to door through small towns: what one kilometre as the crow flies takes, in minutes. */
const minutesPerKilometre = 2
const step = 5

/** Travel time in whole minutes, rounded up to five; nothing only between a place and itself. */
export const travelMinutes = (from: Point, to: Point): number =>
  Math.ceil(roundOff(Math.hypot(to.x - from.x, to.y - from.y) * minutesPerKilometre) / step) * step

/** So that a distance of exactly 2.5 km, however it was computed, doesn't become ten minutes. */
const roundOff = (minutes: number): number => Math.round(minutes * 1000) / 1000
