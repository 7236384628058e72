/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string

type Line = {
  /** The date at 0 and the date at `width`. */
  readonly first: IsoDate
  readonly last: IsoDate
  readonly width: number
  /** The least distance between two places. */
  readonly gap: number
  /** No place lies beyond this. */
  readonly limit: number
}

/**
 * Places dates on a line as time wants it, moved apart just enough that no two come closer than `gap`.
 * Two sweeps: to the right from the left neighbour, then back from the limit.
 * @param dates in order; equal dates are placed side by side
 * @returns pixels from the start of the line, one for each date
 */
export const spread = (dates: readonly IsoDate[], { first, last, width, gap, limit }: Line): readonly number[] => {
  const whole = Math.max(1, daysFrom(first, last))
  const placed = dates.map((date) => (daysFrom(first, date) / whole) * width)
  for (let index = 1; index < placed.length; index += 1) {
    placed[index] = Math.max(placed[index] ?? 0, (placed[index - 1] ?? 0) + gap)
  }
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    placed[index] = Math.min(placed[index] ?? 0, index === placed.length - 1 ? limit : (placed[index + 1] ?? limit) - gap)
  }
  return placed
}

const daysFrom = (from: IsoDate, to: IsoDate): number => Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
