/** How long a search may go on. Without a limit the same case always gives the same plan. */
export type Budget = {
  readonly secondsLeft: () => number
  readonly spent: () => boolean
  /** A part of what is left now, for a step that must leave time for the next. */
  readonly portion: (share: number) => Budget
}

export const unlimited: Budget = { secondsLeft: () => Infinity, spent: () => false, portion: () => unlimited }

/** @param seconds from now; @param now milliseconds that only go forward. */
export const budgetOf = (seconds: number, now: () => number): Budget => {
  const until = now() + seconds * 1000
  const secondsLeft = (): number => Math.max(0, (until - now()) / 1000)
  return { secondsLeft, spent: () => now() >= until, portion: share => budgetOf(secondsLeft() * share, now) }
}
