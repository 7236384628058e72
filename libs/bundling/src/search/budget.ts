/** How long a search may go on. Without a limit the same case always gives the same plan. */
export type Budget = {
  readonly secondsLeft: () => number
  readonly spent: () => boolean
}

export const unlimited: Budget = { secondsLeft: () => Infinity, spent: () => false }

/** @param seconds from now; @param now milliseconds that only go forward. */
export const budgetOf = (seconds: number, now: () => number): Budget => {
  const until = now() + seconds * 1000
  return { secondsLeft: () => Math.max(0, (until - now()) / 1000), spent: () => now() >= until }
}

/** A part of what is left of a budget, at most so many seconds. */
export const atMost = (budget: Budget, seconds: number, now: () => number): Budget => {
  const part = budgetOf(seconds, now)
  return { secondsLeft: () => Math.min(budget.secondsLeft(), part.secondsLeft()), spent: () => budget.spent() || part.spent() }
}
