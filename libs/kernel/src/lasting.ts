import { nanosecondsOf, type IsoInstant } from './time.ts'

/**
 * How long an answer lasts. Whoever works something out at a moment asks here whether other moments have come; who wants to use it again
 * listens to which were asked about, and so knows when the first of the answers becomes another one. Nobody has to list those moments.
 */

/** Whether a moment has come by now: the very moment counts. @throws RangeError when one of them is none */
export const hasCome = (at: IsoInstant, now: IsoInstant): boolean => isAtOrAfter(nanosecondsOf(at), now)

/** Whether a moment is over: the very moment itself isn't. @throws RangeError when one of them is none */
export const isOver = (at: IsoInstant, now: IsoInstant): boolean => isAtOrAfter(nanosecondsOf(at) + 1n, now)

/** Whether some hours have gone by since a moment. @throws RangeError when one of them is none */
export const haveGoneBy = (hours: number, since: IsoInstant, now: IsoInstant): boolean => isAtOrAfter(nanosecondsOf(since) + BigInt(hours) * nanosecondsInHour, now)

/** From one moment, which is inside, to another, which is outside; nanoseconds since 1970. */
export type Lasting = { readonly from: bigint; readonly until: bigint }

/** Whether what was worked out still stands. Of a clock that was turned back it is not known. */
export const stillLasts = ({ from, until }: Lasting, now: IsoInstant): boolean => {
  const moment = nanosecondsOf(now)
  return from <= moment && moment < until
}

/**
 * Works something out at a moment, at once, and says from when until when the same would come of it.
 * @param end when it is no longer to be used in any case: the end of the day, for what counts in days
 */
export const workOut = <Result>(now: IsoInstant, end: IsoInstant, work: () => Result): { readonly result: Result; readonly lasts: Lasting } => {
  const listener = { until: nanosecondsOf(end) }
  listeners.push(listener)
  try {
    const result = work()
    return { result, lasts: { from: nanosecondsOf(now), until: listener.until } }
  } finally {
    listeners.pop()
  }
}

/** What was worked out before is used in something else: that lasts no longer. */
export const heed = ({ until }: Lasting): void => { for (const listener of listeners) if (until < listener.until) listener.until = until }

/** Who listens now; the innermost last. What is worked out within something else counts for both. */
const listeners: { until: bigint }[] = []

const isAtOrAfter = (moment: bigint, now: IsoInstant): boolean => {
  if (moment <= nanosecondsOf(now)) return true
  for (const listener of listeners) if (moment < listener.until) listener.until = moment
  return false
}

const nanosecondsInHour = 3_600_000_000_000n
