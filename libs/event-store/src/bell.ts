/** Tells waiting followers that something was written. It remembers, so that a ring just before the wait isn't missed. */
export type Bell = {
  readonly ring: () => void
  /** How often it rang so far. */
  readonly rings: () => number
  /** Waits until it has rung more than `since` times, `milliseconds` have passed, or the signal aborts. Having waited in vain counts as a ring: whoever looks then, looks anew. */
  readonly wait: (since: number, milliseconds: number, signal: AbortSignal) => Promise<void>
}

export const createBell = (): Bell => {
  let count = 0
  const waiting = new Set<() => void>()
  return {
    ring: () => {
      count += 1
      for (const wake of [...waiting]) wake()
    },
    rings: () => count,
    wait: (since, milliseconds, signal) => new Promise(resolve => {
      if (count > since || signal.aborted) return resolve()
      const wake = () => {
        waiting.delete(wake)
        clearTimeout(timer)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      const timer = setTimeout(() => { count += 1; wake() }, milliseconds)
      waiting.add(wake)
      signal.addEventListener('abort', wake)
    }),
  }
}
