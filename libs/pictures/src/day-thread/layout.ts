/** A stop of a day: one appointment. */
export type DayStop = { readonly id: string; readonly label: string; readonly from: string; readonly to: string; readonly shape: 'circle' | 'square' | 'diamond'; readonly isEvening: boolean }

export type PlacedStop = DayStop & {
  /** Share of the day's width: 0 at the first hour, 1 at the last. */
  readonly start: number
  readonly end: number
}

export type DayThreadLayout = {
  readonly hours: readonly { readonly hour: number; readonly at: number }[]
  readonly stops: readonly PlacedStop[]
  /** The thread itself: from leaving home to being back, or from the first stop to the last. */
  readonly from: number
  readonly to: number
}

/** All days stand on one scale, so that proposals side by side can be compared at a glance. */
export const dayStarts = 8
export const dayEnds = 22

/**
 * One day of a plan on the scale of the hours 8 to 22.
 * @param away when the family leaves home and is back, `HH:MM`; absent when nobody travels
 */
export const layoutDayThread = (stops: readonly DayStop[], away: { readonly leaveAt: string; readonly backAt: string } | undefined): DayThreadLayout => {
  const share = (time: string): number => Math.min(1, Math.max(0, (minutes(time) / 60 - dayStarts) / (dayEnds - dayStarts)))
  const placed = [...stops].sort((a, b) => a.from.localeCompare(b.from)).map((stop): PlacedStop => ({ ...stop, start: share(stop.from), end: share(stop.to) }))
  return {
    hours: [8, 10, 12, 14, 16, 18, 20, 22].map((hour) => ({ hour, at: (hour - dayStarts) / (dayEnds - dayStarts) })),
    stops: placed,
    from: away === undefined ? Math.min(1, ...placed.map((stop) => stop.start)) : share(away.leaveAt),
    to: away === undefined ? Math.max(0, ...placed.map((stop) => stop.end)) : share(away.backAt),
  }
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
